// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/dinky/dinkytest.h"

#include "backends/http/addresstest.h"

#include <QCoreApplication>

namespace millrace::dinky {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DinkyTest)
};

QString tenantList(const DinkyClient& client)
{
    QStringList texts;
    for (const DinkyClient::Tenant& tenant : client.tenants()) {
        const QString text = u"%1 (%2)"_s.arg(tenant.code, tenant.id);
        texts.append(tenant.id == client.tenantId() ? Texts::tr("%1, chosen").arg(text) : text);
    }
    return texts.join(u", "_s);
}

/// What the version found can do.
void listCapabilities(TestRun& run, bool works, bool loggedIn, bool isOld)
{
    const QString unreachable = Texts::tr("needs a server that answers");
    const QString needsLogin = works ? Texts::tr("needs a login that the server accepts") : unreachable;
    const bool runs = works && (isOld || loggedIn);
    run.can(Texts::tr("SQL"), runs, needsLogin);
    run.can(Texts::tr("Explain and plans"), works, unreachable);
    run.can(Texts::tr("Submit, cancel and savepoints of tasks"), works, unreachable);
    for (const QString& title : {Texts::tr("Jobs"), Texts::tr("Logs"), Texts::tr("Tasks, clusters and tenants")}) {
        run.can(title, works && loggedIn, needsLogin);
    }
    run.can(Texts::tr("Documented calls"), works, unreachable);
}

} // namespace

QCoro::Task<ConnectionTest> testConnection(
    std::shared_ptr<DinkyClient> client, std::function<void(const TestStep&)> observer, CancellationToken token)
{
    TestRun run(std::move(observer));
    co_await testAddress(run, client->settings().http, client->settings().address, token);
    QString advice;
    bool works = false;
    bool loggedIn = false;
    const QString versionTitle = Texts::tr("Find the version");
    const QString loginTitle = Texts::tr("Log in as %1").arg(client->settings().user);
    if (run.hasFailed()) {
        run.skip(versionTitle, Texts::tr("not tried"));
    } else {
        run.begin();
        const Result<QString> dialect = co_await findDialect(client, token);
        if (!dialect) {
            run.fail(versionTitle, dialect.error());
            advice = dialect.error().message;
        } else {
            works = true;
            const QString version = client->version().isEmpty() ? *dialect : client->version();
            run.end(versionTitle, Texts::tr("Dinky %1; its OpenAPI lets everybody in, with all rights").arg(version));
        }
    }
    if (!works) {
        run.skip(loginTitle, Texts::tr("not tried"));
    } else if (!client->canLogIn()) {
        run.skip(Texts::tr("Log in"), Texts::tr("no user is given: jobs, tasks and logs stay closed"),
            TestStep::State::Warning);
    } else {
        run.begin();
        const Result<void> login = co_await logIn(client, token);
        if (!login) {
            run.fail(loginTitle, login.error());
            advice = login.error().message;
        } else {
            loggedIn = true;
            run.end(loginTitle, Texts::tr("Tenants: %1").arg(tenantList(*client)));
        }
    }
    listCapabilities(run, works, loggedIn, client->isOld());
    const bool good = works && (loggedIn || !client->canLogIn());
    co_return run.finish(good ? Texts::tr("Dinky answers.") : Texts::tr("Dinky cannot be used yet."), advice);
}

} // namespace millrace::dinky
