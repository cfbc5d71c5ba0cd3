// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/flinkerrors.h"
#include "backends/flink/sentstatement.h"

#include <QFile>
#include <QTest>

using namespace millrace;
using namespace millrace::flink;
using namespace Qt::StringLiterals;

namespace {

QByteArray recorded(const QString& version, const QString& name)
{
    QFile file(QStringLiteral(MILLRACE_TEST_DATA "/flink/%1/%2.json").arg(version, name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString placeText(const std::optional<TextRange>& range)
{
    if (!range) {
        return {};
    }
    return u"%1:%2-%3:%4"_s.arg(range->begin.line).arg(range->begin.column).arg(range->end.line).arg(range->end.column);
}

QString placeIn(const QString& statement, const Error& error)
{
    const auto place = errors::placeOf(error);
    return place ? placeText(SentStatement(statement).range(*place)) : QString();
}

} // namespace

class FlinkErrorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordedErrors_data();
    void recordedErrors();
    void rootCauses_data();
    void rootCauses();
    void chains_data();
    void chains();
    void sentences_data();
    void sentences();
    void kinds_data();
    void kinds();
    void noErrors_data();
    void noErrors();
    void places_data();
    void places();
    void statementSets_data();
    void statementSets();
};

void FlinkErrorsTest::recordedErrors_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("place");
    const auto add = [](const char* name, const QString& statement, const QString& message, const QString& place = {}) {
        for (const char* version : {"2.3.0", "1.20.3"}) {
            const QString file = QString::fromLatin1(name) + u".error"_s;
            if (!recorded(QString::fromLatin1(version), file).isEmpty()) {
                QTest::addRow("%s %s", name, version)
                    << QString::fromLatin1(version) << file << statement << message << place;
            }
        }
    };
    add("syntax", u"SELEC 1"_s, u"Non-query expression encountered in illegal context"_s);
    add("syntax2", u"SELECT a b c\nFORM t"_s, u"Encountered \"c\"."_s, u"1:12-1:13"_s);
    add("lexical", u"SELECT 'a\nFROM t # x"_s, u"Encountered \"\\'\"."_s, u"1:8-1:9"_s);
    add("lexical2", u"SELECT a # b"_s, u"Lexical error. Encountered: \"#\" (35), after : \"\""_s, u"1:10-1:11"_s);
    add("eof", u"SELECT * FROM"_s, u"Encountered \"<EOF>\"."_s, u"1:13-1:14"_s);
    add("unknown-table", u"SELECT *\n  FROM nowhere"_s, u"Object 'nowhere' not found"_s, u"2:8-2:15"_s);
    add("unknown-column", u"SELECT nope FROM (VALUES (1)) AS t(a)"_s, u"Column 'nope' not found in any table"_s,
        u"1:8-1:12"_s);
    add("unknown-function", u"SELECT foo(1)"_s, u"No match found for function signature foo(<NUMERIC>)"_s,
        u"1:8-1:14"_s);
    add("bad-cast", u"SELECT 1/0"_s, u"Division by zero"_s);
    add("ddl-exists", u"CREATE TEMPORARY TABLE gen (id BIGINT)"_s,
        u"Temporary table '`default_catalog`.`default_database`.`gen`' already exists"_s);
    add("bad-connector-select", u"SELECT * FROM bad"_s,
        u"Could not find any factory for identifier 'nosuch' that implements "
        "'org.apache.flink.table.factories.DynamicTableFactory' in the classpath."_s);
    add("missing-option", u"SELECT * FROM f"_s, u"One or more required options are missing: format, path"_s);
    add("unsupported-option", u"SELECT * FROM f2"_s, u"Unsupported options found for 'datagen': rows-per-secnd"_s);
    add("insert-mismatch", u"INSERT INTO bh SELECT 1"_s,
        u"Column types of query result and sink for 'default_catalog.default_database.bh' do not match. Different "
        "number of columns."_s);
    add("bad-set", u"SET 'parallelism.default' = 'x'"_s,
        u"Could not parse value 'x' for key 'parallelism.default': For input string: \"x\""_s);
    add("udf", u"CREATE TEMPORARY FUNCTION nf AS 'no.such.Klass'"_s,
        u"Could not register temporary catalog function 'default_catalog.default_database.nf' due to implementation "
        "errors: no.such.Klass (ClassNotFoundException)"_s);
    add("cancel-name", u"STOP JOB 'aaaaaaaabbbbbbbbccccccccdddddddd'"_s,
        u"Could not find Flink job (aaaaaaaabbbbbbbbccccccccdddddddd)"_s);
    add("job-fails", u"SELECT CAST(name AS INT) FROM (VALUES ('a')) AS t(name)"_s,
        u"The job failed: For input string: 'a'. Invalid character found."_s);
    add("unknown-session", {},
        u"The gateway no longer knows this session: temporary tables and settings are gone. Open a new session."_s);
    add("unknown-session-submit", {},
        u"The gateway no longer knows this session: temporary tables and settings are gone. Open a new session."_s);
    add("unknown-session-result", {},
        u"The gateway no longer knows this session: temporary tables and settings are gone. Open a new session."_s);
    add("unknown-operation", {}, u"The gateway no longer knows this operation: it was closed, or its session ended."_s);
    add("after-cancel", {}, u"The gateway no longer knows this operation: it was closed, or its session ended."_s);
}

void FlinkErrorsTest::recordedErrors()
{
    QFETCH(QString, version);
    QFETCH(QString, name);
    QFETCH(QString, statement);
    QFETCH(QString, message);
    QFETCH(QString, place);
    const auto error = errors::fromBody(recorded(version, name), 500);
    QVERIFY(error);
    QCOMPARE(error->message, message);
    QCOMPARE(placeIn(statement, *error), place);
    QCOMPARE(error->kind, name.startsWith("unknown-session"_L1) ? ErrorKind::SessionLost : ErrorKind::Sql);
    QVERIFY(error->detail.contains("\tat org.apache.flink"_L1));
    QVERIFY2(!error->message.contains(u'\n'), "one sentence, one line");
}

void FlinkErrorsTest::rootCauses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("root");
    QTest::newRow("validator")
        << u"unknown-table.error"_s
        << u"org.apache.calcite.sql.validate.SqlValidatorException: Object 'nowhere' not found"_s;
    QTest::newRow("several lines")
        << u"missing-option.error"_s
        << u"org.apache.flink.table.api.ValidationException: One or more required options are missing.\n\nMissing "
           "required options are:\n\nformat\npath"_s;
    QTest::newRow("arithmetic") << u"bad-cast.error"_s << u"java.lang.ArithmeticException: Division by zero"_s;
}

/// What Flink's own SQL client prints after "Reason:".
void FlinkErrorsTest::rootCauses()
{
    QFETCH(QString, name);
    QFETCH(QString, root);
    const auto error = errors::fromBody(recorded(u"2.3.0"_s, name), 500);
    QVERIFY(error);
    QCOMPARE(errors::rootCause(error->detail), root);
}

void FlinkErrorsTest::chains_data()
{
    QTest::addColumn<QString>("stack");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("prose") << u"Not found: /v4/nothing"_s << QStringList();
    QTest::newRow("one") << u"java.lang.Error: a\n\tat x.y(Z.java:1)"_s << QStringList{u"java.lang.Error|a"_s};
    QTest::newRow("no message") << u"java.lang.NullPointerException\n\tat x.y(Z.java:1)"_s
                                << QStringList{u"java.lang.NullPointerException|"_s};
    QTest::newRow("two") << u"a.B: x\n\tat p\nCaused by: c.D: y\nz\n\n\tat q\n\t... 3 more"_s
                         << QStringList{u"a.B|x"_s, u"c.D|y\nz"_s};
    QTest::newRow("inner class") << u"a.B$C: x"_s << QStringList{u"a.B$C|x"_s};
    QTest::newRow("a line of a message that looks like a class")
        << u"a.B: first\norg.second.Line: of it\n\tat p"_s << QStringList{u"a.B|first\norg.second.Line: of it"_s};
    QTest::newRow("marks of the server")
        << u"Internal server error.\n<Exception on server side:\na.B: x\n\tat p\n\nEnd of exception on server side>"_s
        << QStringList{u"a.B|x"_s};
}

void FlinkErrorsTest::chains()
{
    QFETCH(QString, stack);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const errors::Cause& cause : errors::causes(stack)) {
        found << cause.className + u'|' + cause.message;
    }
    QCOMPARE(found, expected);
}

void FlinkErrorsTest::sentences_data()
{
    QTest::addColumn<QString>("stack");
    QTest::addColumn<QString>("message");
    QTest::newRow("silent inside") << u"x.TableException: Could not do it\nCaused by: java.lang.NullPointerException"_s
                                   << u"Could not do it (NullPointerException)"_s;
    QTest::newRow("silent everywhere") << u"a.B\nCaused by: java.lang.IllegalStateException"_s
                                       << u"IllegalStateException"_s;
    QTest::newRow("null") << u"a.B: said\nCaused by: c.D: null"_s << u"said (D)"_s;
    QTest::newRow("repeats the class inside") << u"a.B: c.D\nCaused by: c.D"_s << u"D"_s;
    QTest::newRow("terse")
        << u"a.TableException: Cannot reach the store.\nCaused by: java.net.ConnectException: refused"_s
        << u"Cannot reach the store: refused"_s;
}

void FlinkErrorsTest::sentences()
{
    QFETCH(QString, stack);
    QFETCH(QString, message);
    QString escaped = stack;
    escaped.replace(u'\n', u"\\n"_s);
    const auto error = errors::fromBody(u"{\"errors\":[\"%1\"]}"_s.arg(escaped).toUtf8(), 500);
    QVERIFY(error);
    QCOMPARE(error->message, message);
}

void FlinkErrorsTest::kinds_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    QTest::newRow("not found") << QByteArray(R"({"errors":["Not found: /v9/x"]})") << 404 << int(ErrorKind::Http);
    QTest::newRow("forbidden") << QByteArray(R"({"errors":["No."]})") << 403 << int(ErrorKind::Auth);
    QTest::newRow("stack") << QByteArray(R"({"errors":["a.b.C: x\n\tat y"]})") << 500 << int(ErrorKind::Sql);
    QTest::newRow("lost") << QByteArray(R"({"errors":["a.b.C: Session 'x' does not exist.\n\tat y"]})") << 500
                          << int(ErrorKind::SessionLost);
}

void FlinkErrorsTest::kinds()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(int, kind);
    const auto error = errors::fromBody(body, status);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind(kind));
    QCOMPARE(error->httpStatus, status);
}

void FlinkErrorsTest::noErrors_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("html") << QByteArray("<html>");
    QTest::newRow("cut") << QByteArray(R"({"errors":["a)");
    QTest::newRow("no list") << QByteArray(R"({"errors":"a"})");
    QTest::newRow("empty list") << QByteArray(R"({"errors":[]})");
    QTest::newRow("numbers") << QByteArray(R"({"errors":[1]})");
    QTest::newRow("array") << QByteArray(R"(["a"])");
}

void FlinkErrorsTest::noErrors()
{
    QFETCH(QByteArray, body);
    QVERIFY(!errors::fromBody(body, 500));
}

void FlinkErrorsTest::places_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("place");
    QTest::newRow("none") << u"SELECT 1"_s << u"Division by zero"_s << QString();
    QTest::newRow("range") << u"SELECT foo FROM t"_s << u"From line 1, column 8 to line 1, column 10: no"_s
                           << u"1:8-1:11"_s;
    QTest::newRow("range over lines") << u"SELECT a\n + b"_s << u"From line 1, column 8 to line 2, column 4: no"_s
                                      << u"1:8-2:5"_s;
    QTest::newRow("token") << u"SELECT a FORM t"_s << u"Encountered \"FORM\" at line 1, column 10."_s << u"1:10-1:14"_s;
    QTest::newRow("point") << u"SELECT a"_s << u"Something at line 1, column 3"_s << u"1:3-1:3"_s;
    // Flink counts UTF-16 units, the product code points.
    QTest::newRow("astral characters") << u"SELECT '𝄞𝄞', foo"_s << u"From line 1, column 16 to line 1, column 18: x"_s
                                       << u"1:14-1:17"_s;
    QTest::newRow("CRLF") << u"SELECT\r\n  foo"_s << u"From line 2, column 3 to line 2, column 5: x"_s << u"2:3-2:6"_s;
    QTest::newRow("tab") << u"\tfoo"_s << u"From line 1, column 2 to line 1, column 4: x"_s << u"1:2-1:5"_s;
    QTest::newRow("beyond the text") << u"abc"_s << u"Encountered \"xyz\" at line 9, column 9."_s << u"1:4-1:4"_s;
}

void FlinkErrorsTest::places()
{
    QFETCH(QString, statement);
    QFETCH(QString, message);
    QFETCH(QString, place);
    const Error error{.kind = ErrorKind::Sql, .detail = u"a.b.C: "_s + message};
    QCOMPARE(placeIn(statement, error), place);
}

void FlinkErrorsTest::statementSets_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("at"); // the text at fault, the same in both
    const QString plain = u"EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT nope; END"_s;
    QTest::newRow("already one statement") << plain << plain << u"nope"_s;
    QTest::newRow("one line") << u"BEGIN STATEMENT SET; INSERT INTO a SELECT nope; INSERT INTO b SELECT 1; END"_s
                              << u"EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT nope; INSERT INTO b SELECT 1; END"_s
                              << u"nope"_s;
    QTest::newRow("lines")
        << u"BEGIN STATEMENT SET;\nINSERT INTO a SELECT 1;\n INSERT INTO b SELECT nope;\nEND"_s
        << u"EXECUTE STATEMENT SET BEGIN\nINSERT INTO a SELECT 1;\n INSERT INTO b SELECT nope;\nEND"_s << u"nope"_s;
    QTest::newRow("comments") << u"-- c;\nBEGIN /* ; */ STATEMENT SET ; -- d;\nINSERT INTO b SELECT nope; END"_s
                              << u"-- c;\nEXECUTE STATEMENT SET BEGIN -- d;\nINSERT INTO b SELECT nope; END"_s
                              << u"nope"_s;
}

/// The client's form of a statement set goes out as the server's; places come back in the words of the script.
void FlinkErrorsTest::statementSets()
{
    QFETCH(QString, statement);
    QFETCH(QString, sent);
    QFETCH(QString, at);
    const SentStatement set(statement);
    QCOMPARE(set.text(), sent);
    const auto position = [&at](const QString& text) {
        const qsizetype offset = text.indexOf(at);
        const QStringView before = QStringView(text).left(offset);
        return TextPosition{int(before.count(u'\n')) + 1, int(offset - (before.lastIndexOf(u'\n') + 1)) + 1};
    };
    const TextPosition first = position(set.text());
    const TextRange range = set.range({.first = first, .last = TextPosition{first.line, first.column + 3}});
    QCOMPARE(range.begin, position(statement));
    QCOMPARE(range.end.column - range.begin.column, 4);
}

QTEST_GUILESS_MAIN(FlinkErrorsTest)
#include "tst_flinkerrors.moc"
