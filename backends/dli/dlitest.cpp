// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dli/dlitest.h"

#include "backends/http/addresstest.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace millrace::dli {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DliTest)
};

QString signInTitle(const DliSettings& settings)
{
    switch (settings.signIn) {
    case DliSettings::SignIn::Keys:
        return Texts::tr("Sign with the access key %1").arg(settings.keys.accessKey);
    case DliSettings::SignIn::Token:
        return Texts::tr("Log in with the token");
    case DliSettings::SignIn::Password:
        return Texts::tr("Log in as %1").arg(settings.user);
    }
    return {};
}

/// Whether the connection's queue is among those of the project.
void lookForQueue(TestRun& run, const QString& queue, const QJsonArray& queues)
{
    QStringList names;
    for (const QJsonValue& value : queues) {
        names.append(value.toObject().value("queue_name"_L1).toString());
    }
    const QString title = Texts::tr("Queues");
    if (names.isEmpty()) {
        run.end(title, Texts::tr("none that this login may see"), TestStep::State::Warning);
    } else if (!queue.isEmpty() && !names.contains(queue)) {
        run.end(title, Texts::tr("no queue is named %1; there are %2").arg(queue, names.join(", "_L1)),
            TestStep::State::Warning);
    } else {
        run.end(title, names.join(", "_L1));
    }
}

} // namespace

QCoro::Task<ConnectionTest> testConnection(
    std::shared_ptr<DliClient> client, std::function<void(const TestStep&)> observer, CancellationToken token)
{
    TestRun run(std::move(observer));
    co_await testAddress(run, client->settings().http, client->settings().endpoint, token);
    const QString projectTitle = Texts::tr("Project");
    const QString signIn = signInTitle(client->settings());
    bool works = false;
    QString advice;
    if (run.hasFailed()) {
        run.skip(projectTitle, Texts::tr("not tried"));
        run.skip(signIn, Texts::tr("not tried"));
        advice = Texts::tr("Check region and address.");
    } else {
        run.begin();
        const Result<QString> project = co_await findProject(client, token);
        if (!project) {
            run.fail(projectTitle, project.error());
            run.skip(signIn, Texts::tr("not tried"));
            advice = project.error().message;
        } else {
            run.end(projectTitle, *project);
            run.begin();
            const CallValues all{{u"queue_type"_s, u"all"_s}};
            const Result<QJsonObject> queues = co_await callObject(client, u"list_queues"_s, all, {}, token);
            if (queues) {
                run.end(signIn, {});
                lookForQueue(run, client->settings().queue, queues->value("queues"_L1).toArray());
                works = true;
            } else {
                run.fail(signIn, queues.error());
                advice = queues.error().message;
            }
        }
    }
    const QString needsLogin = Texts::tr("needs a login that the service accepts");
    for (const QString& title : {Texts::tr("SQL execution"), Texts::tr("Catalog"), Texts::tr("Jobs"),
             Texts::tr("Savepoints"), Texts::tr("Queues, packages and connections"), Texts::tr("Documented calls")}) {
        run.can(title, works, needsLogin);
    }
    co_return run.finish(
        works ? Texts::tr("Data Lake Insight answers.") : Texts::tr("Data Lake Insight cannot be used yet."), advice);
}

} // namespace millrace::dli
