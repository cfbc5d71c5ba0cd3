// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apidescription.h"
#include "core/cancellation.h"
#include "core/connection.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>
#include <QSet>

namespace millrace {

class ApiConsolePage;
class MainWindow;
struct Services;

/// The page of the API console: the documented calls of every saved connection whose system has some, sent over that
/// connection.
class ApiController : public QObject {
    Q_OBJECT

public:
    ApiController(MainWindow& window, Services& services, QObject* parent = nullptr);
    ~ApiController() override;

    [[nodiscard]] ApiConsolePage* page() const { return m_page; }

private:
    void fillConnections();
    QCoro::Task<void> describe(QString connectionId);
    QCoro::Task<void> send(ApiRequest request);
    [[nodiscard]] bool maySend(const ConnectionProfile& profile, const ApiOperation& operation);
    void saveAnswer();

    MainWindow& m_window;
    Services& m_services;
    ApiConsolePage* m_page = nullptr;
    QHash<QString, ApiDescription> m_descriptions; ///< by system
    QHash<QString, QString> m_dialects; ///< by connection, of those that answered
    QSet<QString> m_asking; ///< connections whose dialect is on its way
    CancellationSource m_cancellation; ///< of the call that is on its way
};

} // namespace millrace
