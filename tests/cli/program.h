// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace millrace::test {

/// The program with a home of its own. The test's event loop goes on while it runs, so that servers can answer it.
class Program {
public:
    struct Outcome {
        int status = -1; ///< -1: it crashed or did not end
        QByteArray out;
        QByteArray err;
    };

    Program()
    {
        m_environment.insert(QStringLiteral("HOME"), m_home.path());
        for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"}) {
            m_environment.insert(QString::fromLatin1(name), m_home.path() + u'/' + QString::fromLatin1(name));
        }
        m_environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        // The program must need no display.
        m_environment.remove(QStringLiteral("DISPLAY"));
        m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("no-such-platform"));
    }

    void setEnvironment(const QString& name, const QString& value) { m_environment.insert(name, value); }

    [[nodiscard]] QString path(const QString& name) const { return m_home.filePath(name); }

    QString writeFile(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("cannot write %s", qPrintable(name));
        }
        return file.fileName();
    }

    [[nodiscard]] QByteArray readFile(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void start(const QStringList& arguments, const QByteArray& input = {})
    {
        m_process.setProcessEnvironment(m_environment);
        m_process.setWorkingDirectory(m_home.path());
        m_process.start(QStringLiteral(MILLRACE_PROGRAM), arguments);
        if (!input.isEmpty()) {
            m_process.write(input);
        }
        m_process.closeWriteChannel();
    }

    Outcome wait(int milliseconds = 30'000)
    {
        if (!QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, milliseconds)) {
            m_process.kill();
            m_process.waitForFinished();
            return {-1, m_process.readAllStandardOutput(), m_process.readAllStandardError()};
        }
        const bool ended = m_process.exitStatus() == QProcess::NormalExit;
        return {ended ? m_process.exitCode() : -1, m_process.readAllStandardOutput(), m_process.readAllStandardError()};
    }

    Outcome run(const QStringList& arguments, const QByteArray& input = {})
    {
        start(arguments, input);
        return wait();
    }

    /// What has come on stderr so far, without taking it.
    [[nodiscard]] QByteArray errorsSoFar()
    {
        m_process.setReadChannel(QProcess::StandardError);
        const QByteArray errors = m_process.peek(m_process.bytesAvailable());
        m_process.setReadChannel(QProcess::StandardOutput);
        return errors;
    }

    void signal(int number) { ::kill(static_cast<pid_t>(m_process.processId()), number); }

    [[nodiscard]] QProcess& process() { return m_process; }

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_process;
};

} // namespace millrace::test
