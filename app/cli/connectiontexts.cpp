// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/connectiontexts.h"

#include "app/cli/connectionopener.h"
#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "app/cli/output.h"
#include "storage/secretstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <termios.h>
#include <unistd.h>

#include <cstdio>

namespace millrace::cli {

using namespace Qt::StringLiterals;

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ConnectionsCommand)
};

/// The first value that is an address.
QString addressOf(const ConnectionProfile& profile)
{
    for (const QString& value : profile.values) {
        if (value.startsWith(u"http://"_s) || value.startsWith(u"https://"_s)) {
            return value;
        }
    }
    return {};
}

QString toId(TestStep::State state)
{
    switch (state) {
    case TestStep::State::Ok:
        return u"ok"_s;
    case TestStep::State::Warning:
        return u"warning"_s;
    case TestStep::State::Failed:
        return u"failed"_s;
    case TestStep::State::NotTried:
        return u"not tried"_s;
    }
    return {};
}

QString stepText(const TestStep& step)
{
    QString line = u"%1  %2"_s.arg(toId(step.state).leftJustified(9), step.title);
    if (step.elapsedMs >= 0) {
        line += u" (%1 ms)"_s.arg(step.elapsedMs);
    }
    if (!step.detail.isEmpty()) {
        line += u": "_s + step.detail;
    }
    return line + u'\n';
}

QString testAsJson(const ConnectionTest& test)
{
    QJsonArray steps;
    for (const TestStep& step : test.steps) {
        steps << QJsonObject{{u"title"_s, step.title}, {u"state"_s, toId(step.state)}, {u"detail"_s, step.detail},
            {u"elapsedMs"_s, step.elapsedMs}};
    }
    QJsonArray capabilities;
    for (const CapabilityState& capability : test.capabilities) {
        capabilities << QJsonObject{
            {u"title"_s, capability.title}, {u"available"_s, capability.available}, {u"reason"_s, capability.reason}};
    }
    const QJsonObject object{{u"state"_s, toId(test.worst())}, {u"verdict"_s, test.verdict}, {u"advice"_s, test.advice},
        {u"steps"_s, steps}, {u"capabilities"_s, capabilities}};
    return QString::fromUtf8(QJsonDocument(object).toJson());
}

/// Switches the terminal's echo off for as long as it lives.
class NoEcho {
public:
    NoEcho()
    {
        m_changed = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_changed) {
            termios quiet = m_before;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }

    ~NoEcho()
    {
        if (m_changed) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }

    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

} // namespace

QString connectionsAsTable(const std::vector<ConnectionProfile>& profiles)
{
    std::vector<QStringList> rows{
        {Texts::tr("NAME"), Texts::tr("SYSTEM"), Texts::tr("ENVIRONMENT"), Texts::tr("ACCESS"), Texts::tr("ADDRESS")}};
    for (const ConnectionProfile& profile : profiles) {
        rows.push_back({profile.name, profile.system, toId(profile.environment),
            profile.readOnly ? Texts::tr("read only") : Texts::tr("read, write"), addressOf(profile)});
    }
    QList<qsizetype> widths(rows.front().size(), 0);
    for (const QStringList& row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], row[i].size());
        }
    }
    QString text;
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            line += row[i].leftJustified(widths[i] + 2);
        }
        text += line.trimmed() + u'\n';
    }
    return text;
}

QString connectionsAsJson(const std::vector<ConnectionProfile>& profiles)
{
    QJsonArray array;
    for (const ConnectionProfile& profile : profiles) {
        QJsonObject values;
        for (auto value = profile.values.begin(); value != profile.values.end(); ++value) {
            values.insert(value.key(), value.value());
        }
        array << QJsonObject{{u"name"_s, profile.name}, {u"system"_s, profile.system},
            {u"environment"_s, toId(profile.environment)}, {u"readOnly"_s, profile.readOnly}, {u"values"_s, values}};
    }
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

std::optional<QString> readSecret(const QString& field)
{
    std::optional<NoEcho> quiet;
    if (::isatty(STDIN_FILENO) == 1) {
        std::fprintf(stderr, "%s: ", qPrintable(field));
        quiet.emplace();
    }
    QByteArray line;
    int c = std::getchar();
    if (c == EOF) {
        return std::nullopt;
    }
    for (; c != EOF && c != '\n'; c = std::getchar()) {
        line += static_cast<char>(c);
    }
    if (quiet) {
        note({});
    }
    return QString::fromUtf8(line.endsWith('\r') ? line.chopped(1) : line);
}

QCoro::Task<int> keepSecrets(QString connectionId, Secrets secrets)
{
    SecretStore store;
    const auto written = co_await store.write(connectionId, secrets);
    if (!written) {
        complain(written.error());
        co_return Failed;
    }
    if (store.place() == SecretStore::Place::MemoryOnly) {
        complain(Texts::tr(
            "No keychain answers, so the secret was not kept: give it as MILLRACE_SECRET_… when it is needed."));
        co_return Failed;
    }
    co_return Done;
}

QCoro::Task<int> forgetSecrets(QString connectionId, QStringList fields)
{
    SecretStore store;
    const auto removed = co_await store.remove(connectionId, fields);
    if (!removed && removed.error().kind != ErrorKind::Unsupported) {
        complain(removed.error());
        co_return Failed;
    }
    co_return Done;
}

QCoro::Task<int> testConnection(
    ConnectionProfile profile, const BackendRegistry& backends, bool asJson, CancellationToken token)
{
    const auto connection = co_await openConnection(profile, backends);
    if (!connection) {
        complain(connection.error());
        co_return exitStatusOf(connection.error());
    }
    const auto output = Output::open({});
    Output* out = output->get();
    const auto observer = [out, asJson](const TestStep& step) {
        if (!asJson) {
            out->write(stepText(step));
            out->flush();
        }
    };
    const ConnectionTest result = co_await (*connection)->test(observer, token);
    if (asJson) {
        out->write(testAsJson(result));
    } else {
        out->write(result.verdict + u'\n' + (result.advice.isEmpty() ? QString() : result.advice + u'\n'));
    }
    if (const auto written = out->commit(); !written) {
        complain(written.error());
        co_return Failed;
    }
    if (token.isCancelled()) {
        co_return Cancelled;
    }
    co_return result.worst() == TestStep::State::Failed ? NoConnection : Done;
}

} // namespace millrace::cli
