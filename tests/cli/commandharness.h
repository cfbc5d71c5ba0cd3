// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/savepointledger.h"
#include "tests/cli/fakejobs.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <cstdio>

namespace millrace::test {

using CommandFunction = int (*)(const QStringList&, const BackendRegistry&);

/// Calls commands inside the test's process, with a FakeJobs backend and a home of their own.
class CommandHarness {
public:
    struct Outcome {
        int status = -1;
        QString out;
        QString err;
    };

    CommandHarness()
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        backends.add(std::make_unique<FakeJobs>(cluster));
    }

    Outcome run(CommandFunction command, const QStringList& arguments)
    {
        const Capture out(STDOUT_FILENO);
        const Capture err(STDERR_FILENO);
        const int status = command(arguments, backends);
        return {status, out.text(), err.text()};
    }

    /// Saves a connection, as "millrace connections add" does.
    void save(const QString& name, const QString& address, bool readOnly = false)
    {
        const auto database = Database::open(Database::defaultFile());
        ConnectionStore store(**database);
        ConnectionProfile profile;
        profile.name = name;
        profile.system = QStringLiteral("fake");
        profile.readOnly = readOnly;
        profile.values = {{QStringLiteral("address"), address}};
        if (!store.save(profile)) {
            qFatal("the connection could not be saved");
        }
        const QByteArray variable = QByteArray("MILLRACE_SECRET_") + name.toUpper().toUtf8();
        qputenv(variable.constData(), "secret");
    }

    std::vector<LedgerEntry> ledger(const std::function<void(SavepointLedger&)>& change = {})
    {
        const auto database = Database::open(Database::defaultFile());
        SavepointLedger ledger(**database);
        if (change) {
            change(ledger);
        }
        return ledger.entries().value();
    }

    QString writeFile(const QString& name, const QByteArray& content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("cannot write a file");
        }
        return file.fileName();
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    std::shared_ptr<FakeCluster> cluster = std::make_shared<FakeCluster>();
    BackendRegistry backends;

private:
    /// Catches what goes to a descriptor while it lives.
    class Capture {
    public:
        explicit Capture(int descriptor)
            : m_stream(descriptor == STDOUT_FILENO ? stdout : stderr), m_descriptor(descriptor),
              m_before(::dup(descriptor)), m_file(std::tmpfile())
        {
            std::fflush(m_stream);
            ::dup2(::fileno(m_file), descriptor);
        }

        ~Capture()
        {
            ::close(m_before);
            std::fclose(m_file);
        }

        Capture(const Capture&) = delete;
        Capture& operator=(const Capture&) = delete;

        /// Ends the capture.
        [[nodiscard]] QString text() const
        {
            std::fflush(m_stream);
            ::dup2(m_before, m_descriptor);
            QByteArray bytes;
            std::rewind(m_file);
            for (int c = std::fgetc(m_file); c != EOF; c = std::fgetc(m_file)) {
                bytes += static_cast<char>(c);
            }
            return QString::fromUtf8(bytes);
        }

    private:
        FILE* m_stream;
        int m_descriptor;
        int m_before;
        FILE* m_file;
    };

    QTemporaryDir m_folder;
};

} // namespace millrace::test
