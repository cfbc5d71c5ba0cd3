// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "app/connectionpool.h"
#include "app/localflink.h"
#include "app/localseatunnel.h"
#include "backends/dinky/dinkybackend.h"
#include "backends/dli/dlibackend.h"
#include "backends/flink/flinkbackend.h"
#include "backends/linkis/linkisbackend.h"
#include "backends/seatunnel/seatunnelbackend.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/historystore.h"
#include "storage/savepointledger.h"
#include "storage/secretstore.h"
#include "storage/settings.h"
#include "storage/workspacejournal.h"

namespace millrace {

namespace {

void openDatabase(Services& services)
{
    if (auto database = Database::open(Database::defaultFile())) {
        services.database = std::move(*database);
        if (const auto& recovery = services.database->recovery()) {
            services.problems.push_back(*recovery);
        }
    } else {
        services.problems.push_back(database.error());
        services.database = Database::inMemory();
    }
}

} // namespace

BackendRegistry makeBackends()
{
    BackendRegistry backends;
    backends.add(std::make_unique<flink::FlinkBackend>());
    backends.add(std::make_unique<dinky::DinkyBackend>());
    backends.add(std::make_unique<seatunnel::SeaTunnelBackend>());
    backends.add(std::make_unique<linkis::LinkisBackend>());
    backends.add(std::make_unique<dli::DliBackend>());
    return backends;
}

Services::Services() : backends(makeBackends()) { }

Services::~Services() = default;

std::unique_ptr<Services> Services::open()
{
    auto services = std::make_unique<Services>();
    services->settings = std::make_unique<Settings>();
    if (const auto& problem = services->settings->loadError()) {
        services->problems.push_back(*problem);
    }
    openDatabase(*services);
    services->connections = std::make_unique<ConnectionStore>(*services->database);
    services->secrets = std::make_unique<SecretStore>();
    services->history = std::make_unique<HistoryStore>(*services->database);
    services->ledger = std::make_unique<SavepointLedger>(*services->database);
    if (!services->database->file().isEmpty()) {
        if (auto journal = WorkspaceJournal::open(*services->database)) {
            services->journal = std::move(*journal);
        } else {
            services->problems.push_back(journal.error());
        }
    }
    services->pool = std::make_unique<ConnectionPool>(services->backends, *services->connections, *services->secrets);
    services->localFlink = std::make_unique<LocalFlink>(LocalFlink::findScript());
    services->localSeaTunnel = std::make_unique<LocalSeaTunnel>(LocalSeaTunnel::findScript());
    return services;
}

} // namespace millrace
