// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/statementkind.h"

#include "sql/statements.h"

namespace millrace::sql {

namespace {

using K = StatementKind;

constexpr quint8 Query = 1;
constexpr quint8 Dml = 2;
constexpr quint8 Ddl = 4;
constexpr quint8 ReadOnly = 8;
constexpr quint8 Session = 16;
constexpr quint8 Client = 32;

struct KindInfo {
    K kind;
    QLatin1String text;
    quint8 classes;
};

constexpr KindInfo kinds[] = {
    {K::Unknown, QLatin1String("UNKNOWN"), 0},
    {K::Select, QLatin1String("SELECT"), Query | ReadOnly},
    {K::Values, QLatin1String("VALUES"), Query | ReadOnly},
    {K::Table, QLatin1String("TABLE"), Query | ReadOnly},
    {K::Insert, QLatin1String("INSERT"), Dml},
    {K::InsertOverwrite, QLatin1String("INSERT OVERWRITE"), Dml},
    {K::Update, QLatin1String("UPDATE"), Dml},
    {K::Delete, QLatin1String("DELETE"), Dml},
    {K::Merge, QLatin1String("MERGE"), Dml},
    {K::Upsert, QLatin1String("UPSERT"), Dml},
    {K::Truncate, QLatin1String("TRUNCATE TABLE"), Dml},
    {K::Call, QLatin1String("CALL"), Dml},
    {K::StatementSet, QLatin1String("STATEMENT SET"), Dml},
    {K::ExecutePlan, QLatin1String("EXECUTE PLAN"), Dml},
    {K::CompileAndExecutePlan, QLatin1String("COMPILE AND EXECUTE PLAN"), Dml},
    {K::CreateTable, QLatin1String("CREATE TABLE"), Ddl},
    {K::CreateTableAs, QLatin1String("CREATE TABLE AS"), Ddl | Dml},
    {K::ReplaceTable, QLatin1String("REPLACE TABLE"), Ddl | Dml},
    {K::CreateMaterializedTable, QLatin1String("CREATE MATERIALIZED TABLE"), Ddl | Dml},
    {K::CreateView, QLatin1String("CREATE VIEW"), Ddl},
    {K::CreateCatalog, QLatin1String("CREATE CATALOG"), Ddl},
    {K::CreateDatabase, QLatin1String("CREATE DATABASE"), Ddl},
    {K::CreateFunction, QLatin1String("CREATE FUNCTION"), Ddl},
    {K::CreateModel, QLatin1String("CREATE MODEL"), Ddl},
    {K::CreateConnection, QLatin1String("CREATE CONNECTION"), Ddl},
    {K::AlterTable, QLatin1String("ALTER TABLE"), Ddl},
    {K::AlterMaterializedTable, QLatin1String("ALTER MATERIALIZED TABLE"), Ddl | Dml},
    {K::AlterView, QLatin1String("ALTER VIEW"), Ddl},
    {K::AlterCatalog, QLatin1String("ALTER CATALOG"), Ddl},
    {K::AlterDatabase, QLatin1String("ALTER DATABASE"), Ddl},
    {K::AlterFunction, QLatin1String("ALTER FUNCTION"), Ddl},
    {K::AlterModel, QLatin1String("ALTER MODEL"), Ddl},
    {K::AlterConnection, QLatin1String("ALTER CONNECTION"), Ddl},
    {K::DropTable, QLatin1String("DROP TABLE"), Ddl},
    {K::DropMaterializedTable, QLatin1String("DROP MATERIALIZED TABLE"), Ddl},
    {K::DropView, QLatin1String("DROP VIEW"), Ddl},
    {K::DropCatalog, QLatin1String("DROP CATALOG"), Ddl},
    {K::DropDatabase, QLatin1String("DROP DATABASE"), Ddl},
    {K::DropFunction, QLatin1String("DROP FUNCTION"), Ddl},
    {K::DropModel, QLatin1String("DROP MODEL"), Ddl},
    {K::DropConnection, QLatin1String("DROP CONNECTION"), Ddl},
    {K::AnalyzeTable, QLatin1String("ANALYZE TABLE"), Ddl},
    {K::Describe, QLatin1String("DESCRIBE"), ReadOnly},
    {K::DescribeCatalog, QLatin1String("DESCRIBE CATALOG"), ReadOnly},
    {K::DescribeDatabase, QLatin1String("DESCRIBE DATABASE"), ReadOnly},
    {K::DescribeFunction, QLatin1String("DESCRIBE FUNCTION"), ReadOnly},
    {K::DescribeModel, QLatin1String("DESCRIBE MODEL"), ReadOnly},
    {K::DescribeConnection, QLatin1String("DESCRIBE CONNECTION"), ReadOnly},
    {K::DescribeJob, QLatin1String("DESCRIBE JOB"), ReadOnly},
    {K::ShowCatalogs, QLatin1String("SHOW CATALOGS"), ReadOnly},
    {K::ShowCurrentCatalog, QLatin1String("SHOW CURRENT CATALOG"), ReadOnly},
    {K::ShowDatabases, QLatin1String("SHOW DATABASES"), ReadOnly},
    {K::ShowCurrentDatabase, QLatin1String("SHOW CURRENT DATABASE"), ReadOnly},
    {K::ShowTables, QLatin1String("SHOW TABLES"), ReadOnly},
    {K::ShowMaterializedTables, QLatin1String("SHOW MATERIALIZED TABLES"), ReadOnly},
    {K::ShowViews, QLatin1String("SHOW VIEWS"), ReadOnly},
    {K::ShowColumns, QLatin1String("SHOW COLUMNS"), ReadOnly},
    {K::ShowCreate, QLatin1String("SHOW CREATE"), ReadOnly},
    {K::ShowFunctions, QLatin1String("SHOW FUNCTIONS"), ReadOnly},
    {K::ShowModules, QLatin1String("SHOW MODULES"), ReadOnly},
    {K::ShowJars, QLatin1String("SHOW JARS"), ReadOnly},
    {K::ShowJobs, QLatin1String("SHOW JOBS"), ReadOnly},
    {K::ShowPartitions, QLatin1String("SHOW PARTITIONS"), ReadOnly},
    {K::ShowProcedures, QLatin1String("SHOW PROCEDURES"), ReadOnly},
    {K::ShowModels, QLatin1String("SHOW MODELS"), ReadOnly},
    {K::ShowConnections, QLatin1String("SHOW CONNECTIONS"), ReadOnly},
    {K::Show, QLatin1String("SHOW"), ReadOnly},
    {K::Explain, QLatin1String("EXPLAIN"), ReadOnly},
    {K::CompilePlan, QLatin1String("COMPILE PLAN"), 0},
    {K::StopJob, QLatin1String("STOP JOB"), 0},
    {K::Use, QLatin1String("USE"), ReadOnly | Session},
    {K::UseCatalog, QLatin1String("USE CATALOG"), ReadOnly | Session},
    {K::UseModules, QLatin1String("USE MODULES"), ReadOnly | Session},
    {K::Set, QLatin1String("SET"), ReadOnly | Session},
    {K::Reset, QLatin1String("RESET"), ReadOnly | Session},
    {K::LoadModule, QLatin1String("LOAD MODULE"), ReadOnly | Session},
    {K::UnloadModule, QLatin1String("UNLOAD MODULE"), ReadOnly | Session},
    {K::AddJar, QLatin1String("ADD JAR"), ReadOnly | Session},
    {K::RemoveJar, QLatin1String("REMOVE JAR"), ReadOnly | Session},
    {K::BeginStatementSet, QLatin1String("BEGIN STATEMENT SET"), Dml},
    {K::EndStatementSet, QLatin1String("END"), Dml},
    {K::Help, QLatin1String("HELP"), ReadOnly | Client},
    {K::Quit, QLatin1String("QUIT"), ReadOnly | Client},
    {K::Clear, QLatin1String("CLEAR"), ReadOnly | Client},
};

constexpr bool isInOrder()
{
    int expected = 0;
    for (const KindInfo& info : kinds) {
        if (static_cast<int>(info.kind) != expected++) {
            return false;
        }
    }
    return expected == static_cast<int>(K::Clear) + 1;
}

static_assert(isInOrder(), "one line for each kind, in the order of the enumeration");

constexpr bool is(K kind, quint8 oneClass)
{
    return (kinds[static_cast<std::size_t>(kind)].classes & oneClass) != 0;
}

} // namespace

QLatin1String toText(StatementKind kind)
{
    return kinds[static_cast<std::size_t>(kind)].text;
}

StatementKind kindOf(QStringView statement)
{
    const std::vector<Statement> statements = splitStatements(statement);
    return statements.empty() ? K::Unknown : statements.front().kind;
}

StatementKind kindOf(std::string_view utf8Statement)
{
    const std::vector<Statement> statements = splitStatements(utf8Statement);
    return statements.empty() ? K::Unknown : statements.front().kind;
}

bool isQuery(StatementKind kind)
{
    return is(kind, Query);
}

bool isDml(StatementKind kind)
{
    return is(kind, Dml);
}

bool isDdl(StatementKind kind)
{
    return is(kind, Ddl);
}

bool isExplainable(StatementKind kind)
{
    switch (kind) {
    case StatementKind::Insert:
    case StatementKind::InsertOverwrite:
    case StatementKind::StatementSet:
    case StatementKind::CreateTableAs:
    case StatementKind::CompilePlan:
    case StatementKind::Explain:
        return true;
    default:
        return isQuery(kind);
    }
}

bool isReadOnly(StatementKind kind)
{
    return is(kind, ReadOnly);
}

bool changesSession(StatementKind kind)
{
    return is(kind, Session);
}

bool isClientCommand(StatementKind kind)
{
    return is(kind, Client);
}

} // namespace millrace::sql
