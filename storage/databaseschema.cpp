// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

namespace millrace {

using namespace Qt::StringLiterals;

// Times are milliseconds since 1970 in UTC. A released step is never edited: add another one.
const Migrations& databaseMigrations()
{
    static const Migrations s_migrations{
        {
            u"CREATE TABLE connections (id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, "
            "system TEXT NOT NULL, environment TEXT NOT NULL, read_only INTEGER NOT NULL, field_values TEXT NOT NULL)"_s,

            u"CREATE TABLE history (id INTEGER PRIMARY KEY AUTOINCREMENT, started_at INTEGER NOT NULL, "
            "connection_id TEXT NOT NULL, connection_name TEXT NOT NULL, statement TEXT NOT NULL, "
            "statement_kind TEXT NOT NULL, duration_ms INTEGER NOT NULL, row_count INTEGER NOT NULL, "
            "state TEXT NOT NULL, error TEXT NOT NULL, job_id TEXT NOT NULL)"_s,
            u"CREATE INDEX history_by_connection ON history (connection_id, id)"_s,

            // A workspace is what one window has open. Its id names the lock file that a living window holds.
            u"CREATE TABLE workspaces (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, active_tab TEXT)"_s,
            // text: UTF-8, NULL when the file has the same.
            u"CREATE TABLE tabs (id TEXT PRIMARY KEY, workspace TEXT NOT NULL, position INTEGER NOT NULL, "
            "state TEXT NOT NULL, text BLOB)"_s,
            u"CREATE INDEX tabs_by_workspace ON tabs (workspace, position)"_s,
            // Changes of a long text since it was last written whole, in bytes, in the order of seq.
            u"CREATE TABLE tab_patches (tab TEXT NOT NULL, seq INTEGER NOT NULL, start INTEGER NOT NULL, "
            "removed INTEGER NOT NULL, inserted BLOB NOT NULL, PRIMARY KEY (tab, seq)) WITHOUT ROWID"_s,
        },
        {
            // connection_key: the id of a saved connection, the name (its address) of one that is not saved.
            u"CREATE TABLE savepoints (id INTEGER PRIMARY KEY AUTOINCREMENT, system TEXT NOT NULL, "
            "connection_key TEXT NOT NULL, location TEXT NOT NULL, connection_id TEXT NOT NULL, "
            "connection_name TEXT NOT NULL, job_id TEXT NOT NULL, job_name TEXT NOT NULL, statement TEXT NOT NULL, "
            "kind TEXT NOT NULL, format TEXT NOT NULL, bytes INTEGER NOT NULL, taken_at INTEGER, note TEXT NOT NULL, "
            "expires_at INTEGER, pinned INTEGER NOT NULL, state TEXT NOT NULL, "
            "UNIQUE (system, connection_key, location))"_s,
            u"CREATE INDEX savepoints_by_job ON savepoints (job_id)"_s,
        },
    };
    return s_migrations;
}

} // namespace millrace
