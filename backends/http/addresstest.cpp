// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/addresstest.h"

#include "backends/http/certificates.h"
#include "backends/http/probe.h"
#include "core/error.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_warnDays = 30;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AddressTest)
};

/// Why a certificate needs care soon; empty when it does not.
QString endsSoon(const QString& pattern, const CertificateSummary& certificate)
{
    constexpr qint64 secondsOfDay = 24 * 60 * 60;
    const qint64 days = QDateTime::currentDateTimeUtc().secsTo(certificate.validUntil) / secondsOfDay;
    if (days > s_warnDays) {
        return {};
    }
    return pattern.arg(Texts::tr("%n day(s)", nullptr, int(days)), QLocale().toString(certificate.validUntil.date()));
}

QCoro::Task<void> tryHost(TestRun& test, HttpSettings settings, QUrl url, CancellationToken token)
{
    const QString findTitle = Texts::tr("Find %1").arg(url.host());
    const QString connectTitle = Texts::tr("Connect to port %1").arg(url.port(url.scheme() == "https"_L1 ? 443 : 80));
    if (probe::usesProxy(settings, url)) {
        test.skip(findTitle, Texts::tr("left to the proxy"), TestStep::State::Ok);
        co_return;
    }
    test.begin();
    const Result<QStringList> found = co_await probe::findHost(settings, url, token);
    if (!found) {
        test.fail(findTitle, found.error());
        test.skip(connectTitle, Texts::tr("not tried"));
        co_return;
    }
    test.end(findTitle, found->first(std::min<qsizetype>(3, found->size())).join(u", "_s));
    test.begin();
    const Result<void> connected = co_await probe::connectToPort(settings, url, token);
    if (!connected) {
        test.fail(connectTitle, connected.error());
        co_return;
    }
    test.end(connectTitle, {});
}

QCoro::Task<void> tryTls(TestRun& test, HttpSettings settings, QUrl url, CancellationToken token)
{
    if (url.scheme() != "https"_L1 || probe::usesProxy(settings, url)) {
        co_return;
    }
    if (test.hasFailed()) {
        test.skip(u"TLS"_s, Texts::tr("not tried"));
        co_return;
    }
    test.begin();
    const Result<TlsInfo> tls = co_await probe::handshake(settings, url, token);
    if (!tls) {
        test.fail(u"TLS"_s, tls.error());
        co_return;
    }
    const QString file = settings.caFile;
    const QString title =
        Texts::tr("%1, trusted by %2")
            .arg(tls->protocol, file.isEmpty() ? Texts::tr("this computer") : QFileInfo(file).fileName());
    QString warning = endsSoon(Texts::tr("the certificate of the server ends in %1, on %2"), tls->peer);
    const HttpLogin& login = settings.login;
    if (warning.isEmpty() && login.method == HttpLogin::Method::ClientCertificate) {
        if (const auto own = certificateSummary(login.certificateFile)) {
            warning = endsSoon(Texts::tr("your certificate ends in %1, on %2"), *own);
        }
    }
    test.end(title, warning, warning.isEmpty() ? TestStep::State::Ok : TestStep::State::Warning);
}

} // namespace

TestRun::TestRun(std::function<void(const TestStep&)> observer) : m_observer(std::move(observer))
{
    m_whole.start();
    m_step.start();
}

void TestRun::begin()
{
    m_step.start();
}

void TestRun::end(const QString& title, const QString& detail, TestStep::State state)
{
    add({.title = title, .detail = detail, .state = state, .elapsedMs = m_step.elapsed()});
}

void TestRun::fail(const QString& title, const Error& error)
{
    m_failed = true;
    end(title, error.message, TestStep::State::Failed);
}

void TestRun::skip(const QString& title, const QString& why, TestStep::State state)
{
    add({.title = title, .detail = why, .state = state});
}

void TestRun::can(const QString& capability, bool available, const QString& reason)
{
    m_result.capabilities.push_back({capability, available, available ? QString() : reason});
}

void TestRun::add(const TestStep& step)
{
    m_result.steps.push_back(step);
    if (m_observer) {
        m_observer(step);
    }
}

ConnectionTest TestRun::finish(const QString& verdict, const QString& advice)
{
    m_result.finishedAt = QDateTime::currentDateTimeUtc();
    m_result.elapsedMs = m_whole.elapsed();
    m_result.verdict = verdict;
    m_result.advice = advice;
    return m_result;
}

QCoro::Task<void> testAddress(TestRun& run, HttpSettings settings, QUrl url, CancellationToken token)
{
    co_await tryHost(run, settings, url, token);
    co_await tryTls(run, settings, url, token);
}

} // namespace millrace
