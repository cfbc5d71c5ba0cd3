// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apicall.h"
#include "core/cancellation.h"
#include "core/connectionprofile.h"
#include "core/connectiontest.h"
#include "core/form.h"

#include <QCoroTask>

#include <QObject>

#include <functional>
#include <memory>

namespace millrace {

class ApiConsole;
class CatalogBrowser;
class Checkpoints;
class FlameGraphs;
class Inventory;
class JobControl;
class JobLogs;
class JobMonitor;
class JobSubmission;
class Metrics;
class PlanExplainer;
class Savepoints;
class SqlExecution;
class ValueSource;
class VertexInspector;

/// Secret field id to secret. Kept apart from FormValues so that nothing stores or prints it by accident.
using Secrets = QMap<QString, QString>;

/// A saved connection in use: how to reach one system, and what it can do. Each capability is a pointer, owned by the
/// connection, or null when this system cannot do it at all; views ask for the capability and never for the system.
class Connection : public QObject {
    Q_OBJECT

public:
    explicit Connection(ConnectionProfile profile, QObject* parent = nullptr);

    [[nodiscard]] const ConnectionProfile& profile() const { return m_profile; }

    /// Tries each part of the connection in turn and tells observer of each step as it is done. Opens nothing that it
    /// does not close; never fails as a whole.
    virtual QCoro::Task<ConnectionTest> test(
        std::function<void(const TestStep&)> observer, CancellationToken token) = 0;

    [[nodiscard]] virtual SqlExecution* sqlExecution() { return nullptr; }

    [[nodiscard]] virtual CatalogBrowser* catalogBrowser() { return nullptr; }

    [[nodiscard]] virtual PlanExplainer* planExplainer() { return nullptr; }

    [[nodiscard]] virtual JobMonitor* jobMonitor() { return nullptr; }

    [[nodiscard]] virtual VertexInspector* vertexInspector() { return nullptr; }

    [[nodiscard]] virtual JobControl* jobControl() { return nullptr; }

    [[nodiscard]] virtual Savepoints* savepoints() { return nullptr; }

    [[nodiscard]] virtual Checkpoints* checkpoints() { return nullptr; }

    [[nodiscard]] virtual JobLogs* jobLogs() { return nullptr; }

    [[nodiscard]] virtual Metrics* metrics() { return nullptr; }

    [[nodiscard]] virtual FlameGraphs* flameGraphs() { return nullptr; }

    [[nodiscard]] virtual JobSubmission* jobSubmission() { return nullptr; }

    [[nodiscard]] virtual Inventory* inventory() { return nullptr; }

    [[nodiscard]] virtual ApiConsole* apiConsole() { return nullptr; }

    /// What the last test() found to choose from in the connection's own form.
    [[nodiscard]] virtual const ValueSource* valueSource() const { return nullptr; }

Q_SIGNALS:
    /// Every HTTP exchange, redacted, when it has ended.
    void apiCalled(const millrace::ApiCall& call);

private:
    ConnectionProfile m_profile;
};

/// A value of the form that the command line takes for a connection that is not saved.
struct QuickOption {
    QString name; ///< "project" for --project, or the name of an environment variable when the field is a secret
    QString field; ///< of the form
    QString help;
    QString flagValue; ///< not empty: the option takes no value of its own and sets the field to this
};

/// A system that Millrace knows: its form, and the making of connections. Stateless.
class Backend {
public:
    virtual ~Backend() = default;

    [[nodiscard]] virtual QString id() const = 0; ///< "flink"; stored and typed on the command line
    [[nodiscard]] virtual QString displayName() const = 0;
    [[nodiscard]] virtual FormDescription form() const = 0;
    /// The values of the form that reach this address, as --gateway and --url give it.
    [[nodiscard]] virtual FormValues valuesForUrl(const QString& url) const = 0;

    /// What else --url may need, beside the address.
    [[nodiscard]] virtual std::vector<QuickOption> quickOptions() const { return {}; }

    /// Its documented calls: the bytes of resources/openapi/<id>.json, empty when there are none.
    [[nodiscard]] virtual QByteArray apiDescription() const { return {}; }

    [[nodiscard]] virtual std::unique_ptr<Connection> connect(ConnectionProfile profile, Secrets secrets) const = 0;
};

/// The backends of this program, in the order in which forms list them.
class BackendRegistry {
public:
    void add(std::unique_ptr<Backend> backend);
    [[nodiscard]] const Backend* find(QStringView id) const;
    [[nodiscard]] std::vector<const Backend*> all() const;

private:
    std::vector<std::unique_ptr<Backend>> m_backends;
};

} // namespace millrace
