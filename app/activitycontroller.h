// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/messagelogmodel.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace millrace {

class ApiCallModel;
class BottomDock;
class ConnectionPool;
class Operation;
class OperationListModel;
class StatusBar;
struct Error;

/// What the program does, for people to look at: its log, every HTTP exchange, the operations that run.
class ActivityController : public QObject {
    Q_OBJECT

public:
    ActivityController(BottomDock& dock, StatusBar& statusBar, ConnectionPool& pool, QObject* parent = nullptr);

    void log(MessageLevel level, const QString& source, const QString& text);
    void logError(const Error& error);
    void addOperation(Operation* operation);
    /// Keeps the operation until it has ended.
    void keepOperation(const std::shared_ptr<Operation>& operation);

private:
    MessageLogModel* m_log = nullptr;
    ApiCallModel* m_calls = nullptr;
    OperationListModel* m_operations = nullptr;
    QHash<QString, MessageLevel> m_levels; ///< of each source's last line: the next piece may go on with it
};

} // namespace millrace
