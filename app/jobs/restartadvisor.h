// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/graph.h"
#include "core/result.h"
#include "models/jobkey.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>

#include <memory>

namespace millrace {

class Connection;
class RestartSheet;

/// Helps to choose while a restart sheet is open: has the SQL of the savepoint and the SQL to go on with explained and
/// compared, and shows which checkpoints failed. Asks only, and stops asking when the sheet goes.
class RestartAdvisor : public QObject {
    Q_OBJECT

public:
    /// A child of the sheet. key: the job that the savepoints are of, as far as it is known.
    RestartAdvisor(std::shared_ptr<Connection> connection, JobKey key, RestartSheet* sheet);
    ~RestartAdvisor() override;

private:
    QCoro::Task<void> compare(QString before, QString after);
    QCoro::Task<void> findFailedCheckpoints();
    QCoro::Task<Result<Graph>> planOf(QString sql, CancellationToken token);
    QCoro::Task<Result<Graph>> planOfJob(CancellationToken token);

    std::shared_ptr<Connection> m_connection;
    JobKey m_key;
    RestartSheet* m_sheet;
    CancellationSource m_comparing;
    CancellationSource m_looking;
    QHash<QString, Graph> m_plans; ///< by SQL
};

} // namespace millrace
