// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/statementhead.h"

#include <algorithm>
#include <utility>

namespace millrace::sql {

namespace {

using H = HeadWord;
using K = StatementKind;

constexpr std::pair<std::string_view, HeadWord> words[] = {
    {"ADD", H::Add},
    {"ALTER", H::Alter},
    {"ANALYZE", H::Analyze},
    {"AND", H::And},
    {"AS", H::As},
    {"BEGIN", H::Begin},
    {"CALL", H::Call},
    {"CASE", H::Case},
    {"CATALOG", H::Catalog},
    {"CATALOGS", H::Catalogs},
    {"CLEAR", H::Clear},
    {"COLUMNS", H::Columns},
    {"COMPILE", H::Compile},
    {"CONNECTION", H::Connection},
    {"CONNECTIONS", H::Connections},
    {"CREATE", H::Create},
    {"CURRENT", H::Current},
    {"DATABASE", H::Database},
    {"DATABASES", H::Databases},
    {"DELETE", H::Delete},
    {"DESC", H::Desc},
    {"DESCRIBE", H::Describe},
    {"DROP", H::Drop},
    {"END", H::End},
    {"EXECUTE", H::Execute},
    {"EXIT", H::Exit},
    {"EXPLAIN", H::Explain},
    {"EXTENDED", H::Extended},
    {"FULL", H::Full},
    {"FUNCTION", H::Function},
    {"FUNCTIONS", H::Functions},
    {"HELP", H::Help},
    {"INSERT", H::Insert},
    {"INTO", H::Into},
    {"JAR", H::Jar},
    {"JARS", H::Jars},
    {"JOB", H::Job},
    {"JOBS", H::Jobs},
    {"LOAD", H::Load},
    {"MATERIALIZED", H::Materialized},
    {"MERGE", H::Merge},
    {"MODEL", H::Model},
    {"MODELS", H::Models},
    {"MODULE", H::Module},
    {"MODULES", H::Modules},
    {"OR", H::Or},
    {"OVERWRITE", H::Overwrite},
    {"PARTITIONS", H::Partitions},
    {"PLAN", H::Plan},
    {"PROCEDURES", H::Procedures},
    {"QUIT", H::Quit},
    {"REMOVE", H::Remove},
    {"REPLACE", H::Replace},
    {"RESET", H::Reset},
    {"SELECT", H::Select},
    {"SET", H::Set},
    {"SHOW", H::Show},
    {"STATEMENT", H::Statement},
    {"STOP", H::Stop},
    {"SYSTEM", H::System},
    {"TABLE", H::Table},
    {"TABLES", H::Tables},
    {"TEMPORARY", H::Temporary},
    {"TRUNCATE", H::Truncate},
    {"UNLOAD", H::Unload},
    {"UPDATE", H::Update},
    {"UPSERT", H::Upsert},
    {"USE", H::Use},
    {"USER", H::User},
    {"VALUES", H::Values},
    {"VIEW", H::View},
    {"VIEWS", H::Views},
    {"WITH", H::With},
};
static_assert(std::is_sorted(std::begin(words), std::end(words)));

constexpr std::size_t longestWord = 12; // MATERIALIZED

template <typename Char> HeadWord findHeadWord(std::basic_string_view<Char> word)
{
    if (word.size() > longestWord) {
        return H::Name;
    }
    char upper[longestWord];
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto unit = static_cast<char16_t>(word[i]);
        if (unit >= 0x80) {
            return H::Name;
        }
        upper[i] = static_cast<char>(unit >= u'a' && unit <= u'z' ? unit - 0x20 : unit);
    }
    const std::string_view key(upper, word.size());
    const auto* found = std::lower_bound(std::begin(words), std::end(words), key,
        [](const auto& entry, std::string_view text) { return entry.first < text; });
    return found != std::end(words) && found->first == key ? found->second : H::Name;
}

/// What can be created, altered and dropped.
struct Objects {
    K table, materializedTable, view, catalog, database, function, model, connection;
};

constexpr Objects created{K::CreateTable, K::CreateMaterializedTable, K::CreateView, K::CreateCatalog,
    K::CreateDatabase, K::CreateFunction, K::CreateModel, K::CreateConnection};
constexpr Objects altered{K::AlterTable, K::AlterMaterializedTable, K::AlterView, K::AlterCatalog, K::AlterDatabase,
    K::AlterFunction, K::AlterModel, K::AlterConnection};
constexpr Objects dropped{K::DropTable, K::DropMaterializedTable, K::DropView, K::DropCatalog, K::DropDatabase,
    K::DropFunction, K::DropModel, K::DropConnection};

K objectKind(const StatementHead& head, int at, const Objects& kinds)
{
    while (head.at(at) == H::Temporary || head.at(at) == H::System) {
        ++at;
    }
    switch (head.at(at)) {
    case H::Table:
        return kinds.table;
    case H::Materialized:
        return head.at(at + 1) == H::Table ? kinds.materializedTable : K::Unknown;
    case H::View:
        return kinds.view;
    case H::Catalog:
        return kinds.catalog;
    case H::Database:
        return kinds.database;
    case H::Function:
        return kinds.function;
    case H::Model:
        return kinds.model;
    case H::Connection:
        return kinds.connection;
    default:
        return K::Unknown;
    }
}

K createKind(const StatementHead& head)
{
    if (head.at(1) != H::Or) {
        return objectKind(head, 1, created);
    }
    const K kind = objectKind(head, 3, created);
    return kind == K::CreateTable && head.at(2) == H::Replace ? K::ReplaceTable : kind;
}

K showKind(const StatementHead& head)
{
    int at = 1;
    if (head.at(at) == H::User || head.at(at) == H::Full) {
        ++at;
    }
    switch (head.at(at)) {
    case H::Catalogs:
        return K::ShowCatalogs;
    case H::Current:
        return head.at(at + 1) == H::Catalog ? K::ShowCurrentCatalog
            : head.at(at + 1) == H::Database ? K::ShowCurrentDatabase
                                             : K::Show;
    case H::Databases:
        return K::ShowDatabases;
    case H::Tables:
        return K::ShowTables;
    case H::Materialized:
        return K::ShowMaterializedTables;
    case H::Views:
        return K::ShowViews;
    case H::Columns:
        return K::ShowColumns;
    case H::Create:
        return K::ShowCreate;
    case H::Functions:
        return K::ShowFunctions;
    case H::Modules:
        return K::ShowModules;
    case H::Jars:
        return K::ShowJars;
    case H::Jobs:
        return K::ShowJobs;
    case H::Partitions:
        return K::ShowPartitions;
    case H::Procedures:
        return K::ShowProcedures;
    case H::Models:
        return K::ShowModels;
    case H::Connections:
        return K::ShowConnections;
    default:
        return K::Show;
    }
}

/// DESCRIBE JOB 'id' describes a job, but DESCRIBE job a table of that name: the word counts only before a name.
K describeKind(const StatementHead& head)
{
    if (head.at(1) == H::Select || head.at(1) == H::With || head.at(1) == H::Insert) {
        return K::Explain;
    }
    if (head.at(2) == H::None || head.at(2) == H::Symbol) {
        return K::Describe;
    }
    switch (head.at(1)) {
    case H::Catalog:
        return K::DescribeCatalog;
    case H::Database:
        return K::DescribeDatabase;
    case H::Function:
        return K::DescribeFunction;
    case H::Model:
        return K::DescribeModel;
    case H::Connection:
        return K::DescribeConnection;
    case H::Job:
        return K::DescribeJob;
    default:
        return K::Describe;
    }
}

K executeKind(const StatementHead& head)
{
    switch (head.at(1)) {
    case H::Plan:
        return K::ExecutePlan;
    case H::Statement:
        return K::StatementSet;
    case H::Insert:
        return head.at(2) == H::Overwrite ? K::InsertOverwrite : K::Insert;
    case H::Select:
    case H::With:
        return K::Select;
    case H::Values:
        return K::Values;
    default:
        return K::Unknown;
    }
}

/// a when the second word is this one, else b.
K second(const StatementHead& head, H word, K a, K b = K::Unknown)
{
    return head.at(1) == word ? a : b;
}

} // namespace

HeadWord headWord(std::u16string_view word)
{
    return findHeadWord(word);
}

HeadWord headWord(std::string_view word)
{
    return findHeadWord(word);
}

StatementKind kindOf(const StatementHead& head)
{
    switch (head.at(0)) {
    case H::Select:
    case H::With:
        return K::Select;
    case H::Values:
        return K::Values;
    case H::Table:
        return K::Table;
    case H::Insert:
        return second(head, H::Overwrite, K::InsertOverwrite, K::Insert);
    case H::Update:
        return K::Update;
    case H::Delete:
        return K::Delete;
    case H::Merge:
        return K::Merge;
    case H::Upsert:
        return K::Upsert;
    case H::Truncate:
        return second(head, H::Table, K::Truncate);
    case H::Call:
        return K::Call;
    case H::Begin:
        return second(head, H::Statement, K::BeginStatementSet);
    case H::End:
        return K::EndStatementSet;
    case H::Execute:
        return executeKind(head);
    case H::Compile:
        return second(head, H::And, K::CompileAndExecutePlan, second(head, H::Plan, K::CompilePlan));
    case H::Create:
        return createKind(head);
    case H::Replace:
        return second(head, H::Table, K::ReplaceTable);
    case H::Alter:
        return objectKind(head, 1, altered);
    case H::Drop:
        return objectKind(head, 1, dropped);
    case H::Analyze:
        return second(head, H::Table, K::AnalyzeTable);
    case H::Describe:
    case H::Desc:
        return describeKind(head);
    case H::Show:
        return showKind(head);
    case H::Explain:
        return K::Explain;
    case H::Stop:
        return second(head, H::Job, K::StopJob);
    case H::Use:
        return second(head, H::Catalog, K::UseCatalog, second(head, H::Modules, K::UseModules, K::Use));
    case H::Set:
        return K::Set;
    case H::Reset:
        return K::Reset;
    case H::Load:
        return second(head, H::Module, K::LoadModule);
    case H::Unload:
        return second(head, H::Module, K::UnloadModule);
    case H::Add:
        return second(head, H::Jar, K::AddJar);
    case H::Remove:
        return second(head, H::Jar, K::RemoveJar);
    case H::Help:
        return K::Help;
    case H::Quit:
    case H::Exit:
        return K::Quit;
    case H::Clear:
        return K::Clear;
    default:
        return K::Unknown;
    }
}

} // namespace millrace::sql
