// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/workspacejournal.h"

#include <QHash>

namespace millrace {

/// What is to be written at once.
struct JournalBatch {
    struct Tab {
        QString id;
        JournalTabState state;
        bool textChanged = false;
        std::optional<QByteArray> text; ///< counts when textChanged
    };

    struct Order {
        QStringList tabIds;
        QString active;
    };

    std::vector<Tab> tabs;
    QStringList forgotten;
    std::optional<Order> order;
};

/// Writes batches of one window's journal, each in one transaction. Made, used and deleted in the journal's thread.
class JournalWriter {
public:
    JournalWriter(QString databaseFile, QString workspace);
    ~JournalWriter();

    Result<void> write(const JournalBatch& batch);

private:
    /// What the database holds of a long text, so that the next change can be written as a patch.
    struct Written {
        QByteArray text;
        int patches = 0;
        qsizetype patchBytes = 0;
    };

    Result<void> writeTab(const JournalBatch::Tab& tab);
    Result<void> writeText(const QString& tabId, const std::optional<QByteArray>& text);
    Result<void> forget(const QString& tabId);
    Result<void> writeOrder(const JournalBatch::Order& order);

    QString m_file;
    QString m_workspace;
    std::unique_ptr<Database> m_database;
    QHash<QString, Written> m_written;
};

} // namespace millrace
