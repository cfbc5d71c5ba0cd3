// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledgerentry.h"
#include "core/result.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace millrace {

class JobActions;
class LedgerModel;
class MainWindow;
class RestartController;
class SavepointsPage;
struct Services;

/// The page of savepoints: everything that the ledger holds, of all connections.
class SavepointsController : public QObject {
    Q_OBJECT

public:
    SavepointsController(MainWindow& window, JobActions& actions, RestartController& restart, Services& services,
        QObject* parent = nullptr);

    [[nodiscard]] SavepointsPage* page() const { return m_page; }

Q_SIGNALS:
    void failed(const millrace::Error& error);

private:
    void connectPage();
    void fill();
    void refreshRefusals();
    void importFile();
    void exportFile();
    /// Shows the error, if it is one.
    template <typename T> bool told(const Result<T>& result);

    MainWindow& m_window;
    JobActions& m_actions;
    RestartController& m_restart;
    Services& m_services;
    LedgerModel* m_model = nullptr;
    SavepointsPage* m_page = nullptr;
    QTimer m_soon; ///< many changes of the ledger make one list
};

} // namespace millrace
