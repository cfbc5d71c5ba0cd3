// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinktest.h"

#include "backends/flink/flinkapi.h"
#include "backends/flink/flinkjson.h"
#include "backends/flink/sessioncore.h"
#include "backends/http/addresstest.h"

#include <QCoreApplication>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

struct TestTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkTest)
};

/// The test while it goes on, in the frame of its coroutine.
struct Test : TestRun {
    Test(
        std::shared_ptr<GatewayClient> gateway, std::function<void(const TestStep&)> observer, CancellationToken cancel)
        : TestRun(std::move(observer)), client(std::move(gateway)), token(std::move(cancel))
    {
    }

    [[nodiscard]] const HttpSettings& settings() const { return client->http().settings(); }

    std::shared_ptr<GatewayClient> client;
    CancellationToken token;
    bool sqlWorks = false;
    bool jobsWork = false;
};

QString loginTitle(const HttpSettings& settings)
{
    switch (settings.login.method) {
    case HttpLogin::Method::Basic:
        return TestTexts::tr("Log in as %1").arg(settings.login.user);
    case HttpLogin::Method::Bearer:
        return TestTexts::tr("Log in with the token");
    case HttpLogin::Method::ClientCertificate:
        return TestTexts::tr("Log in with the certificate");
    case HttpLogin::Method::None:
        break;
    }
    return TestTexts::tr("Log in");
}

QCoro::Task<void> tryGateway(Test& test)
{
    const QString title = TestTexts::tr("SQL Gateway");
    const bool hasLogin = test.settings().login.method != HttpLogin::Method::None;
    if (test.hasFailed()) {
        test.skip(title, TestTexts::tr("not tried"));
        if (hasLogin) {
            test.skip(loginTitle(test.settings()), TestTexts::tr("not tried"));
        }
        co_return;
    }
    test.begin();
    const Result<void> negotiated = co_await negotiate(test.client, true, test.token);
    if (!negotiated && negotiated.error().kind == ErrorKind::Auth) {
        test.end(title, TestTexts::tr("answers, and wants a login"));
        test.begin();
        test.fail(loginTitle(test.settings()), negotiated.error());
        co_return;
    }
    if (!negotiated) {
        test.fail(title, negotiated.error());
        if (hasLogin) {
            test.skip(loginTitle(test.settings()), TestTexts::tr("not tried"));
        }
        co_return;
    }
    QStringList versions = test.client->offeredVersions();
    test.end(title,
        TestTexts::tr("Flink %1 · %2 answered · v%3 used")
            .arg(test.client->productVersion(), versions.join(u", "_s).toLower())
            .arg(test.client->version()));
    if (hasLogin) {
        // Servers in front may leave the first calls open to anybody: asks for something that is not.
        test.begin();
        GatewayCall ask;
        ask.path = api::info(test.client->version());
        const Result<QByteArray> answer = co_await call(test.client, ask, test.token);
        if (!answer) {
            test.fail(loginTitle(test.settings()), answer.error());
            co_return;
        }
        test.end(loginTitle(test.settings()), {});
    }
}

QCoro::Task<void> trySession(Test& test)
{
    const QString title = TestTexts::tr("Open and close a session");
    if (test.hasFailed()) {
        test.skip(title, TestTexts::tr("not tried"));
        co_return;
    }
    test.begin();
    const auto core = co_await openSession(test.client, u"millrace-test"_s, {}, test.token);
    if (!core) {
        test.fail(title, core.error());
        co_return;
    }
    co_await closeSession(*core);
    test.end(title, {});
    test.sqlWorks = true;
}

QCoro::Task<void> tryJobManager(Test& test, QString problem)
{
    const QString title = TestTexts::tr("JobManager");
    if (!problem.isEmpty()) {
        test.skip(title, TestTexts::tr("not tried: the address is not valid"), TestStep::State::Failed);
        co_return;
    }
    if (test.client->jobManager().isEmpty()) {
        test.skip(title, TestTexts::tr("no address given"));
        co_return;
    }
    test.begin();
    GatewayCall ask;
    ask.server = GatewayCall::Server::JobManager;
    ask.path = api::jobManagerOverview();
    const Result<QByteArray> body = co_await call(test.client, ask, test.token);
    const auto overview = body ? json::clusterOverview(*body) : Result<json::ClusterOverview>(failure(body.error()));
    if (!overview) {
        test.end(title, overview.error().message, TestStep::State::Failed);
        co_return;
    }
    const QString detail =
        u"Flink %1 · %2 · %3"_s.arg(overview->version, TestTexts::tr("%n slot(s)", nullptr, overview->slotsTotal),
            TestTexts::tr("%n job(s) running", nullptr, overview->jobsRunning));
    // Without a TaskManager every job waits for ever.
    if (overview->taskManagers == 0) {
        test.end(title, detail + u" · "_s + TestTexts::tr("no TaskManager: jobs cannot run"), TestStep::State::Warning);
    } else {
        test.end(title, detail);
    }
    test.jobsWork = true;
}

struct Verdict {
    QString text;
    QString advice;
};

Verdict verdictOf(const Test& test, bool hasJobManager)
{
    const QString correctFirst = TestTexts::tr("Correct what the first failed step says, then test again.");
    if (test.token.isCancelled()) {
        return {TestTexts::tr("The test was cancelled."), {}};
    }
    if (test.sqlWorks && test.jobsWork) {
        return {TestTexts::tr("SQL and jobs work."),
            test.worst() == TestStep::State::Ok ? QString() : TestTexts::tr("Look at the steps with a warning.")};
    }
    if (test.sqlWorks) {
        return {TestTexts::tr("SQL works; jobs do not yet."),
            hasJobManager ? TestTexts::tr("Correct the JobManager address, then test again.")
                          : TestTexts::tr("Add the JobManager address to see jobs, savepoints and logs.")};
    }
    return {test.jobsWork ? TestTexts::tr("Jobs work; SQL does not yet.")
                          : TestTexts::tr("This connection does not work yet."),
        correctFirst};
}

void listCapabilities(Test& test)
{
    const QString needsGateway = TestTexts::tr("needs the SQL Gateway");
    const QString needsJobManager = TestTexts::tr("needs the JobManager");
    for (const QString& title : {TestTexts::tr("SQL execution"), TestTexts::tr("Catalogs"), TestTexts::tr("Plans"),
             TestTexts::tr("Submission of SQL")}) {
        test.can(title, test.sqlWorks, needsGateway);
    }
    for (const QString& title : {TestTexts::tr("Jobs"), TestTexts::tr("Savepoints"), TestTexts::tr("Cluster"),
             TestTexts::tr("Logs and metrics")}) {
        test.can(title, test.jobsWork, needsJobManager);
    }
}

} // namespace

QCoro::Task<ConnectionTest> testConnection(std::shared_ptr<GatewayClient> client, QString jobManagerProblem,
    std::function<void(const TestStep&)> observer, CancellationToken token)
{
    Test test(std::move(client), std::move(observer), std::move(token));
    co_await testAddress(test, test.settings(), test.client->gateway(), test.token);
    co_await tryGateway(test);
    co_await trySession(test);
    co_await tryJobManager(test, jobManagerProblem);
    listCapabilities(test);
    const Verdict verdict = verdictOf(test, !jobManagerProblem.isEmpty() || !test.client->jobManager().isEmpty());
    co_return test.finish(verdict.text, verdict.advice);
}

} // namespace millrace::flink
