// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakegatewaystate.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

namespace millrace::test {

using namespace Qt::StringLiterals;

namespace {

QString unquoted(QString name)
{
    if (name.startsWith(u'`')) {
        name = name.mid(1, name.size() - 2).replace(u"``"_s, u"`"_s);
    }
    return name;
}

/// The names of a path like `a`.`b``c`.d
QStringList pathOf(const QString& text)
{
    static const QRegularExpression s_name(u"`(?:[^`]|``)*`|[^.`\\s;()]+"_s);
    QStringList names;
    auto matches = s_name.globalMatch(text);
    while (matches.hasNext()) {
        names << unquoted(matches.next().captured());
    }
    return names;
}

int minorOf(const QString& product)
{
    return product.startsWith("1."_L1) ? product.section(u'.', 1, 1).toInt() : 1000;
}

FakeStatement syntaxErrorIn(const QString& statement, const QString& near)
{
    const qsizetype at = std::max<qsizetype>(0, statement.indexOf(near));
    const qsizetype line = statement.left(at).count(u'\n');
    const qsizetype column = at - (statement.lastIndexOf(u'\n', at) + 1);
    return FakeStatement::failing(stacks::syntaxError(near, int(line) + 1, int(column) + 1));
}

FakeStatement missing(const QString& what)
{
    return FakeStatement::failing(stacks::notPossible(
        u"Failed to execute the operation."_s, u"org.apache.flink.table.api.ValidationException: "_s + what));
}

} // namespace

FakeStatement FakeGatewayState::zoneProbe() const
{
    const auto local = [](qint64 instant, int offset) {
        return QDateTime::fromSecsSinceEpoch(instant + offset, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    };
    return FakeStatement::texts(u"result"_s,
        {u"== Optimized Execution Plan ==\nCalc(select=[CAST('%1' AS VARCHAR(2147483647)) AS EXPR$0, CAST('%2' AS "
         "VARCHAR(2147483647)) AS EXPR$1])\n+- Values(tuples=[[{ 0 }]])\n"_s.arg(
             local(1736942400, winterOffset), local(1752580800, summerOffset))});
}

FakeStatement FakeGatewayState::describe(const QString& table)
{
    FakeStatement result;
    for (const QString& name : {u"name"_s, u"type"_s, u"null"_s, u"key"_s, u"extras"_s, u"watermark"_s}) {
        result.columns << FakeStatement::column(name, name == "null"_L1 ? u"BOOLEAN"_s : u"VARCHAR"_s);
    }
    const QJsonValue null;
    result.pages = {{.rows = {FakeStatement::row({u"id"_s, u"BIGINT"_s, false, u"PRI(id)"_s, null, null}),
                         FakeStatement::row({u"amount"_s, u"DECIMAL(10, 2)"_s, true, null, null, null}),
                         FakeStatement::row({QString(table + u"_note"_s), u"STRING"_s, true, null, null, null})}}};
    return result;
}

FakeStatement FakeGatewayState::show(FakeSession& session, const QString& statement) const
{
    static const QRegularExpression s_in(
        u"^SHOW\\s+(.+?)\\s+(?:IN|FROM)\\s+(.*?)\\s*;?\\s*$"_s, QRegularExpression::CaseInsensitiveOption);
    const auto in = s_in.match(statement);
    const QString what = in.hasMatch() ? normalised(in.captured(1)) : normalised(statement).mid(5);
    QStringList path = in.hasMatch() ? pathOf(in.captured(2)) : QStringList{session.catalog, session.database};
    const int minor = minorOf(product);
    const bool noIn = (what == "DATABASES"_L1 && minor < 18) || (what == "VIEWS"_L1 && minor < 1000);
    if (in.hasMatch() && noIn) {
        return syntaxErrorIn(statement, u"IN"_s);
    }
    if (!path.isEmpty() && path.first() != "default_catalog"_L1 && path.first() != "second`cat"_L1) {
        return missing(u"Catalog %1 does not exist"_s.arg(path.first()));
    }
    if (what == "CATALOGS"_L1) {
        return FakeStatement::texts(u"catalog name"_s, {u"default_catalog"_s, u"second`cat"_s});
    }
    if (what == "DATABASES"_L1) {
        return FakeStatement::texts(u"database name"_s, {u"default_database"_s});
    }
    if (what == "TABLES"_L1) {
        return FakeStatement::texts(u"table name"_s, session.tables);
    }
    if (what == "VIEWS"_L1) {
        return FakeStatement::texts(u"view name"_s, session.views);
    }
    if (what == "USER FUNCTIONS"_L1) {
        return FakeStatement::texts(u"function name"_s, {u"to_euro"_s});
    }
    if (what == "CURRENT CATALOG"_L1) {
        return FakeStatement::texts(u"current catalog name"_s, {session.catalog});
    }
    if (what == "CURRENT DATABASE"_L1) {
        return FakeStatement::texts(u"current database name"_s, {session.database});
    }
    return FakeStatement::texts(u"result"_s, {});
}

FakeStatement FakeGatewayState::builtIn(FakeSession& session, const QString& sent)
{
    const QString statement = withoutLeadingComments(sent);
    const QString head = normalised(statement);
    static const QRegularExpression s_set(
        u"^\\s*SET\\s+'([^']*)'\\s*=\\s*'((?:[^']|'')*)'"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression s_reset(u"^\\s*RESET\\s+'([^']*)'"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression s_create(
        u"^CREATE (?:OR REPLACE )?(?:TEMPORARY )?(TABLE|VIEW) (?:IF NOT EXISTS )?(\\S+)"_s);
    if (const auto set = s_set.match(statement); set.hasMatch()) {
        session.properties.insert(set.captured(1), set.captured(2).replace(u"''"_s, u"'"_s));
        return FakeStatement::ok();
    }
    if (const auto reset = s_reset.match(statement); reset.hasMatch()) {
        session.properties.remove(reset.captured(1));
        return FakeStatement::ok();
    }
    if (head == "RESET"_L1) {
        session.properties.clear();
        return FakeStatement::ok();
    }
    if (head.startsWith("USE CATALOG "_L1)) {
        session.catalog = pathOf(statement.simplified().mid(12)).value(0);
        return FakeStatement::ok();
    }
    if (head.startsWith("USE "_L1)) {
        session.database = pathOf(statement.simplified().mid(4)).last();
        return FakeStatement::ok();
    }
    if (const auto create = s_create.match(head); create.hasMatch()) {
        const QString name = pathOf(create.captured(2)).last().toLower();
        session.tables << name;
        if (create.captured(1) == "VIEW"_L1) {
            session.views << name;
        }
        return FakeStatement::ok();
    }
    for (const QLatin1StringView ddl :
        {"CREATE "_L1, "DROP "_L1, "ALTER "_L1, "LOAD "_L1, "UNLOAD "_L1, "ADD JAR"_L1}) {
        if (head.startsWith(ddl)) {
            return FakeStatement::ok();
        }
    }
    if (head.startsWith("SHOW "_L1)) {
        return show(session, statement);
    }
    if (head.startsWith("DESCRIBE "_L1) || head.startsWith("DESC "_L1)) {
        const QString table = pathOf(statement.simplified().section(u' ', 1)).last();
        return session.tables.contains(table) ? describe(table) : missing(u"Table %1 does not exist."_s.arg(table));
    }
    if (head.startsWith("EXPLAIN "_L1)) {
        return head.contains("TO_TIMESTAMP_LTZ(1736942400000"_L1)
            ? zoneProbe()
            : FakeStatement::texts(u"result"_s, {u"== Abstract Syntax Tree ==\nLogicalValues\n"_s});
    }
    if (head.startsWith("SELECT "_L1) || head.startsWith("VALUES "_L1)) {
        FakeStatement one;
        one.columns = {FakeStatement::column(u"EXPR$0"_s, u"INTEGER"_s, false)};
        one.pages = {{}, {.rows = {FakeStatement::row({1})}}};
        one.isQuery = true;
        one.jobId = QString::fromLatin1(QUuid::createUuid().toRfc4122().toHex());
        return one;
    }
    if (head.startsWith("INSERT "_L1) || head.startsWith("EXECUTE STATEMENT SET"_L1)) {
        return FakeStatement::inserted(QString::fromLatin1(QUuid::createUuid().toRfc4122().toHex()));
    }
    return syntaxErrorIn(sent, statement.simplified().section(u' ', 0, 0)); // counts the comments in front too
}

} // namespace millrace::test
