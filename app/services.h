// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/error.h"

#include <memory>
#include <vector>

namespace millrace {

class ConnectionPool;
class ConnectionStore;
class Database;
class HistoryStore;
class LocalFlink;
class LocalSeaTunnel;
class SavepointLedger;
class SecretStore;
class Settings;
class WorkspaceJournal;

/// The backends of this program.
BackendRegistry makeBackends();

/// What the controllers of one window share; made once in main() and handed on by reference.
struct Services {
    Services();
    ~Services();

    /// Opens what lies on the disk. What cannot be opened is replaced by something that lasts as long as the program,
    /// and problems tells of it.
    static std::unique_ptr<Services> open();

    BackendRegistry backends;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<Database> database;
    std::unique_ptr<ConnectionStore> connections;
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<HistoryStore> history;
    std::unique_ptr<SavepointLedger> ledger;
    std::unique_ptr<WorkspaceJournal> journal; ///< null when the database cannot be written
    std::unique_ptr<ConnectionPool> pool;
    std::unique_ptr<LocalFlink> localFlink;
    std::unique_ptr<LocalSeaTunnel> localSeaTunnel; ///< null in tests: nothing is started then
    std::vector<Error> problems; ///< to be shown when the window is up
};

} // namespace millrace
