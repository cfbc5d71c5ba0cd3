// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace millrace::test {

/// The contract server in a process of its own; ends with this object.
class ContractService {
public:
    /// False when it did not come up.
    bool start(const QStringList& options = {})
    {
        const QString root = QStringLiteral(MILLRACE_SOURCE_DIR);
        QStringList arguments{QStringLiteral("-B"), root + QStringLiteral("/tests/contract/dli/server.py"),
            root + QStringLiteral("/resources/openapi/dli.json"), root + QStringLiteral("/tests/data/dli")};
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(MILLRACE_TEST_PYTHON), arguments + options);
        if (!m_process.waitForStarted() || !m_process.waitForReadyRead()) {
            return false;
        }
        m_info = QJsonDocument::fromJson(m_process.readLine()).object();
        return !url().isEmpty();
    }

    ~ContractService()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished()) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    /// "fault OPERATION=CASE", "clear", "skew SECONDS". Holds when it returns.
    void say(const QByteArray& line)
    {
        m_process.write(line + '\n');
        while (!m_process.canReadLine() && m_process.waitForReadyRead()) { }
        m_process.readLine();
    }

    [[nodiscard]] QString url() const { return value("url"); }

    [[nodiscard]] QString secretKey() const { return value("secretKey"); }

    /// A profile that reaches it with its keys; the secret key is told apart.
    [[nodiscard]] ConnectionProfile profile(const QString& name) const
    {
        return {.name = name,
            .system = QStringLiteral("dli"),
            .values = {{QStringLiteral("endpoint"), url()}, {QStringLiteral("iamEndpoint"), url()},
                {QStringLiteral("accessKey"), value("accessKey")}}};
    }

    [[nodiscard]] QString value(const char* name) const { return m_info.value(QLatin1StringView(name)).toString(); }

private:
    QProcess m_process;
    QJsonObject m_info;
};

} // namespace millrace::test
