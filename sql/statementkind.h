// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QStringView>

#include <string_view>

namespace millrace::sql {

/// Every statement of Flink 2.3's grammar and of its SQL client. TEMPORARY, SYSTEM and IF EXISTS make no kind of their
/// own; EXECUTE before an INSERT or a query is that INSERT or query.
enum class StatementKind : quint8 {
    Unknown,
    // queries
    Select, ///< also WITH … SELECT and (SELECT …)
    Values,
    Table, ///< TABLE orders
    // changing data
    Insert,
    InsertOverwrite,
    Update,
    Delete,
    Merge,
    Upsert,
    Truncate,
    Call,
    StatementSet, ///< EXECUTE STATEMENT SET BEGIN … END and BEGIN STATEMENT SET; … END
    ExecutePlan,
    CompileAndExecutePlan,
    // definitions
    CreateTable,
    CreateTableAs,
    ReplaceTable, ///< REPLACE TABLE and CREATE OR REPLACE TABLE, with or without AS
    CreateMaterializedTable,
    CreateView,
    CreateCatalog,
    CreateDatabase,
    CreateFunction,
    CreateModel,
    CreateConnection,
    AlterTable,
    AlterMaterializedTable,
    AlterView,
    AlterCatalog,
    AlterDatabase,
    AlterFunction,
    AlterModel,
    AlterConnection,
    DropTable,
    DropMaterializedTable,
    DropView,
    DropCatalog,
    DropDatabase,
    DropFunction,
    DropModel,
    DropConnection,
    AnalyzeTable,
    // looking
    Describe, ///< a table or view
    DescribeCatalog,
    DescribeDatabase,
    DescribeFunction,
    DescribeModel,
    DescribeConnection,
    DescribeJob,
    ShowCatalogs,
    ShowCurrentCatalog,
    ShowDatabases,
    ShowCurrentDatabase,
    ShowTables,
    ShowMaterializedTables,
    ShowViews,
    ShowColumns,
    ShowCreate, ///< SHOW CREATE of anything
    ShowFunctions,
    ShowModules,
    ShowJars,
    ShowJobs,
    ShowPartitions,
    ShowProcedures,
    ShowModels,
    ShowConnections,
    Show, ///< SHOW of something that Flink 2.3 does not know
    Explain,
    // plans, jobs and the session
    CompilePlan,
    StopJob,
    Use, ///< a database
    UseCatalog,
    UseModules,
    Set,
    Reset,
    LoadModule,
    UnloadModule,
    AddJar,
    RemoveJar,
    BeginStatementSet, ///< only as a part of a statement set
    EndStatementSet, ///< only as a part of a statement set
    // the SQL client's own
    Help,
    Quit,
    Clear,
};

/// In capitals, as the grammar writes it: "CREATE TABLE", "INSERT", "SELECT", "STATEMENT SET". Stable; "UNKNOWN" for
/// Unknown.
QLatin1String toText(StatementKind kind);

/// The kind of one statement, told by its first words; Unknown for what Flink's grammar does not begin with.
StatementKind kindOf(QStringView statement);
StatementKind kindOf(std::string_view utf8Statement);

/// SELECT, VALUES and the like: answers with rows of data, and runs a job for it.
bool isQuery(StatementKind kind);
/// Runs a job that writes, or changes data in some other way.
bool isDml(StatementKind kind);
/// Changes what a catalog holds.
bool isDdl(StatementKind kind);
/// Has a plan: a query, an INSERT, a statement set and the like.
bool isExplainable(StatementKind kind);
/// Leaves data, catalogs and jobs as they are: allowed on a read-only connection. Session settings may change.
bool isReadOnly(StatementKind kind);
/// Changes what the server keeps for the session: settings, current catalog, modules, jars.
bool changesSession(StatementKind kind);
/// HELP, QUIT and CLEAR mean something to Flink's SQL client and nothing to a server.
bool isClientCommand(StatementKind kind);

} // namespace millrace::sql
