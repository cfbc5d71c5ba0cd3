// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/linkis/linkistest.h"

#include "backends/http/addresstest.h"
#include "backends/linkis/linkisforms.h"

#include <QCoreApplication>
#include <QLocale>

namespace millrace::linkis {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LinkisTest)
};

/// Which of the engines the connection names is not among those that the server lists.
void judgeEngines(TestRun& run, const QString& engine, const QStringList& engines)
{
    const QString title = Texts::tr("Engines");
    const QString listed = engines.join(u", "_s);
    if (!engine.isEmpty() && !engines.contains(engine)) {
        run.end(title, Texts::tr("%1 is not listed; there are %2").arg(engine, listed), TestStep::State::Warning);
    } else {
        run.end(title, listed);
    }
}

} // namespace

QCoro::Task<ConnectionTest> testConnection(
    std::shared_ptr<LinkisClient> client, std::function<void(const TestStep&)> observer, CancellationToken token)
{
    TestRun run(std::move(observer));
    co_await testAddress(run, client->settings().http, client->settings().address, token);
    const LinkisSettings::SignIn signIn = client->settings().signIn;
    const QString loginTitle = signIn == LinkisSettings::SignIn::Token ? Texts::tr("Log in with the token")
        : signIn == LinkisSettings::SignIn::Cookie                     ? Texts::tr("Log in with the cookie")
                                                   : Texts::tr("Log in as %1").arg(client->settings().user);
    QString advice;
    bool works = false;
    if (run.hasFailed()) {
        run.skip(loginTitle, Texts::tr("not tried"));
    } else {
        run.begin();
        const Result<void> login = co_await logIn(client, token);
        // Token headers are looked at by the services only.
        const Result<QJsonObject> alive = co_await call(client, u"gateway.heartbeat"_s, {}, {}, token);
        if (!login || !alive) {
            const Error error = login ? alive.error() : login.error();
            run.fail(loginTitle, error);
            advice = error.message;
        } else {
            works = true;
            const QDateTime until = client->sessionUntil();
            run.end(loginTitle,
                until.isValid() ? Texts::tr("the session lives until %1")
                                      .arg(QLocale().toString(until.toLocalTime().time(), QLocale::ShortFormat))
                                : QString());
            run.begin();
            const Result<void> served = co_await readServed(client, token);
            if (served) {
                judgeEngines(run, client->settings().engine, client->served().engines);
            } else {
                run.end(Texts::tr("Engines"), served.error().message, TestStep::State::Warning);
            }
        }
    }
    const QString needsLogin = Texts::tr("needs a login that the server accepts");
    for (const QString& title : {Texts::tr("SQL and code"), Texts::tr("Catalog"), Texts::tr("Jobs"), Texts::tr("Logs"),
             Texts::tr("Files, engines and data sources"), Texts::tr("Documented calls")}) {
        run.can(title, works, needsLogin);
    }
    run.can(Texts::tr("Savepoints"), false, Texts::tr("Linkis takes none through its gateway"));
    co_return run.finish(works ? Texts::tr("Linkis answers.") : Texts::tr("Linkis cannot be used yet."), advice);
}

} // namespace millrace::linkis
