// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinktest.h"

#include "backends/flink/flinkapi.h"
#include "backends/flink/flinkjson.h"
#include "backends/flink/sessioncore.h"
#include "backends/http/httperrors.h"
#include "backends/http/probe.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace millrace::flink {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_warnDays = 30;

struct TestTexts {
    Q_DECLARE_TR_FUNCTIONS(FlinkTest)
};

/// The test while it goes on, in the frame of its coroutine.
struct Test {
    std::shared_ptr<GatewayClient> client;
    std::function<void(const TestStep&)> observer;
    CancellationToken token;
    ConnectionTest result;
    QElapsedTimer step;
    bool failed = false; ///< nothing further on the gateway's side can work
    bool sqlWorks = false;
    bool jobsWork = false;

    [[nodiscard]] const HttpSettings& settings() const { return client->http().settings(); }

    void begin() { step.start(); }

    void end(const QString& title, const QString& detail, TestStep::State state = TestStep::State::Ok)
    {
        add({.title = title, .detail = detail, .state = state, .elapsedMs = step.elapsed()});
    }

    void fail(const QString& title, const Error& error)
    {
        failed = true;
        end(title, error.message, TestStep::State::Failed);
    }

    void skip(const QString& title, const QString& why, TestStep::State state = TestStep::State::NotTried)
    {
        add({.title = title, .detail = why, .state = state});
    }

    void add(const TestStep& done)
    {
        result.steps.push_back(done);
        if (observer) {
            observer(done);
        }
    }
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

/// Why a certificate needs care soon; empty when it does not.
QString endsSoon(const QString& pattern, const CertificateSummary& certificate)
{
    constexpr qint64 secondsOfDay = 24 * 60 * 60;
    const qint64 days = QDateTime::currentDateTimeUtc().secsTo(certificate.validUntil) / secondsOfDay;
    if (days > s_warnDays) {
        return {};
    }
    return pattern.arg(
        TestTexts::tr("%n day(s)", nullptr, int(days)), QLocale().toString(certificate.validUntil.date()));
}

QCoro::Task<void> tryHost(Test& test)
{
    const QUrl url = test.client->gateway();
    const QString findTitle = TestTexts::tr("Find %1").arg(url.host());
    const QString connectTitle =
        TestTexts::tr("Connect to port %1").arg(url.port(url.scheme() == "https"_L1 ? 443 : 80));
    if (probe::usesProxy(test.settings(), url)) {
        test.skip(findTitle, TestTexts::tr("left to the proxy"), TestStep::State::Ok);
        co_return;
    }
    test.begin();
    const Result<QStringList> found = co_await probe::findHost(test.settings(), url, test.token);
    if (!found) {
        test.fail(findTitle, found.error());
        test.skip(connectTitle, TestTexts::tr("not tried"));
        co_return;
    }
    test.end(findTitle, found->first(std::min<qsizetype>(3, found->size())).join(u", "_s));
    test.begin();
    const Result<void> connected = co_await probe::connectToPort(test.settings(), url, test.token);
    if (!connected) {
        test.fail(connectTitle, connected.error());
        co_return;
    }
    test.end(connectTitle, {});
}

QCoro::Task<void> tryTls(Test& test)
{
    const QUrl url = test.client->gateway();
    if (url.scheme() != "https"_L1 || probe::usesProxy(test.settings(), url)) {
        co_return;
    }
    if (test.failed) {
        test.skip(u"TLS"_s, TestTexts::tr("not tried"));
        co_return;
    }
    test.begin();
    const Result<TlsInfo> tls = co_await probe::handshake(test.settings(), url, test.token);
    if (!tls) {
        test.fail(u"TLS"_s, tls.error());
        co_return;
    }
    const QString file = test.settings().caFile;
    const QString title =
        TestTexts::tr("%1, trusted by %2")
            .arg(tls->protocol, file.isEmpty() ? TestTexts::tr("this computer") : QFileInfo(file).fileName());
    QString warning = endsSoon(TestTexts::tr("the certificate of the server ends in %1, on %2"), tls->peer);
    const HttpLogin& login = test.settings().login;
    if (warning.isEmpty() && login.method == HttpLogin::Method::ClientCertificate) {
        if (const auto own = certificateSummary(login.certificateFile)) {
            warning = endsSoon(TestTexts::tr("your certificate ends in %1, on %2"), *own);
        }
    }
    test.end(title, warning, warning.isEmpty() ? TestStep::State::Ok : TestStep::State::Warning);
}

QCoro::Task<void> tryGateway(Test& test)
{
    const QString title = TestTexts::tr("SQL Gateway");
    const bool hasLogin = test.settings().login.method != HttpLogin::Method::None;
    if (test.failed) {
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
    if (test.failed) {
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

void conclude(Test& test, bool hasJobManager)
{
    ConnectionTest& result = test.result;
    const auto can = [&](const QString& title, bool available, const QString& reason) {
        result.capabilities.push_back({title, available, available ? QString() : reason});
    };
    const QString needsGateway = TestTexts::tr("needs the SQL Gateway");
    const QString needsJobManager = TestTexts::tr("needs the JobManager");
    can(TestTexts::tr("SQL execution"), test.sqlWorks, needsGateway);
    can(TestTexts::tr("Catalogs"), test.sqlWorks, needsGateway);
    can(TestTexts::tr("Plans"), test.sqlWorks, needsGateway);
    can(TestTexts::tr("Submission of SQL"), test.sqlWorks, needsGateway);
    can(TestTexts::tr("Jobs"), test.jobsWork, needsJobManager);
    can(TestTexts::tr("Savepoints"), test.jobsWork, needsJobManager);
    can(TestTexts::tr("Cluster"), test.jobsWork, needsJobManager);
    can(TestTexts::tr("Logs and metrics"), test.jobsWork, needsJobManager);
    if (test.sqlWorks && test.jobsWork) {
        result.verdict = TestTexts::tr("SQL and jobs work.");
        if (result.worst() != TestStep::State::Ok) {
            result.advice = TestTexts::tr("Look at the steps with a warning.");
        }
    } else if (test.sqlWorks) {
        result.verdict = TestTexts::tr("SQL works; jobs do not yet.");
        result.advice = hasJobManager ? TestTexts::tr("Correct the JobManager address, then test again.")
                                      : TestTexts::tr("Add the JobManager address to see jobs, savepoints and logs.");
    } else if (test.jobsWork) {
        result.verdict = TestTexts::tr("Jobs work; SQL does not yet.");
        result.advice = TestTexts::tr("Correct what the first failed step says, then test again.");
    } else {
        result.verdict = TestTexts::tr("This connection does not work yet.");
        result.advice = TestTexts::tr("Correct what the first failed step says, then test again.");
    }
}

} // namespace

QCoro::Task<ConnectionTest> testConnection(std::shared_ptr<GatewayClient> client, QString jobManagerProblem,
    std::function<void(const TestStep&)> observer, CancellationToken token)
{
    QElapsedTimer clock;
    clock.start();
    Test test{.client = std::move(client), .observer = std::move(observer), .token = std::move(token)};
    co_await tryHost(test);
    co_await tryTls(test);
    co_await tryGateway(test);
    co_await trySession(test);
    co_await tryJobManager(test, jobManagerProblem);
    conclude(test, !jobManagerProblem.isEmpty() || !test.client->jobManager().isEmpty());
    if (test.token.isCancelled()) {
        test.result.verdict = TestTexts::tr("The test was cancelled.");
        test.result.advice.clear();
    }
    test.result.finishedAt = QDateTime::currentDateTimeUtc();
    test.result.elapsedMs = clock.elapsed();
    co_return std::move(test.result);
}

} // namespace millrace::flink
