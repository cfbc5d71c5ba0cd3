// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs as they are written: HOCON made JSON, what may stand at a place, texts to begin with.
#include "backends/seatunnel/hocon.h"
#include "backends/seatunnel/jobplace.h"
#include "backends/seatunnel/jobwords.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace millrace;
using namespace millrace::seatunnel;
using namespace Qt::StringLiterals;

class TestJobText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsHocon_data();
    void readsHocon();
    void refusesHocon_data();
    void refusesHocon();
    void listsPlugins();
    void readsAnything();
    void findsPlaces_data();
    void findsPlaces();
    void offersWords_data();
    void offersWords();
    void offersNoOptionTwice();
    void templatesSayTheSame();
};

void TestJobText::readsHocon_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("json");
    const auto row = [](const char* name, const QString& text, const QString& json) {
        QTest::newRow(name) << text << json;
    };
    row("empty", QString(), u"{}"_s);
    row("json", u"{\"b\": [1, -2.5e3, true, null], \"a\": {}}"_s, u"{\"b\":[1,-2.5e3,true,null],\"a\":{}}"_s);
    row("separators", u"a = 1\nb : 2, c 3x = 4\n"_s, u"{\"a\":1,\"b\":2,\"c 3x\":4}"_s);
    row("order is kept", u"z = 1\na = 2"_s, u"{\"z\":1,\"a\":2}"_s);
    row("comments", u"# x\na = 1 # y\n// z\nb = 2 // w"_s, u"{\"a\":1,\"b\":2}"_s);
    row("commas at ends", u"{a = [1, 2,], b = [\n1\n2\n],}"_s, u"{\"a\":[1,2],\"b\":[1,2]}"_s);
    row("unquoted", u"a = hello big world \nb = 10 s\nc = 1.2.3"_s,
        u"{\"a\":\"hello big world\",\"b\":\"10 s\",\"c\":\"1.2.3\"}"_s);
    row("numbers are texts where JSON has none", u"a = 007\nb = 1.\nc = -0"_s,
        u"{\"a\":\"007\",\"b\":\"1.\",\"c\":-0}"_s);
    row("escapes", u"a = \"x\\n\\u00e4\\\\\""_s, u"{\"a\":\"x\\nä\\\\\"}"_s);
    row("text over lines", u"a = \"\"\"x\n\"y\"\"\"\""_s, u"{\"a\":\"x\\n\\\"y\\\"\"}"_s);
    row("texts side by side", u"a = \"x\" y \"z\""_s, u"{\"a\":\"x y z\"}"_s);
    row("a path is one key", u"job.mode = BATCH\nbootstrap.servers : \"h:9092\""_s,
        u"{\"job.mode\":\"BATCH\",\"bootstrap.servers\":\"h:9092\"}"_s);
    row("a path into a block", u"a { b = 1 }\na.c = 2"_s, u"{\"a\":{\"b\":1,\"c\":2}}"_s);
    row("a block behind its path", u"a.b = 1\na { c = 2 }"_s, u"{\"a\":{\"c\":2,\"b\":1}}"_s);
    row("blocks are merged", u"a { b = 1, c = 1 }\na { c = 2 }"_s, u"{\"a\":{\"b\":1,\"c\":2}}"_s);
    row("a value again", u"a = 1\na = x"_s, u"{\"a\":\"x\"}"_s);
    row("append", u"a = [1]\na += 2\nb += 1"_s, u"{\"a\":[1,2],\"b\":[1]}"_s);
    row("substitution", u"h = host\nn { p = 80 }\nu = \"http://\"${h}\":\"${n.p}"_s,
        u"{\"h\":\"host\",\"n\":{\"p\":80},\"u\":\"http://host:80\"}"_s);
    row("substitution keeps its type", u"n = 5\nm = ${n}"_s, u"{\"n\":5,\"m\":5}"_s);
    row("optional substitution", u"a = ${?none}\nb = x${?none}\nc = [1, ${?none}]"_s, u"{\"b\":\"x\",\"c\":[1]}"_s);
    row("blocks side by side", u"d { x = 1 }\na = ${d} { y = 2 }"_s, u"{\"d\":{\"x\":1},\"a\":{\"x\":1,\"y\":2}}"_s);
    row("lists side by side", u"a = [1] [2]"_s, u"{\"a\":[1,2]}"_s);
    row("quotes hide a dollar", u"a = \"${x}\""_s, u"{\"a\":\"${x}\"}"_s);
    row("value on the next line", u"a =\n  1"_s, u"{\"a\":1}"_s);
    row("windows lines", u"a = x\r\nb = 1\r\n"_s, u"{\"a\":\"x\",\"b\":1}"_s);
    row("list of jobs", u"[{a = 1}, {a = 2}]"_s, u"[{\"a\":1},{\"a\":2}]"_s);
}

void TestJobText::readsHocon()
{
    QFETCH(QString, text);
    QFETCH(QString, json);
    const auto value = hocon::parse(text);
    QVERIFY2(value, value ? "" : qPrintable(value.error().message));
    QCOMPARE(QString::fromUtf8(value->toJson()), json);
}

void TestJobText::refusesHocon_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QString& text, int line, int column, const QString& says) {
        QTest::newRow(name) << text << line << column << says;
    };
    row("open block", u"a {\n b = 1\n"_s, 1, 3, u"closes this {"_s);
    row("open list", u"a = [1,\n2"_s, 1, 5, u"closes this ["_s);
    row("open text", u"a = \"x\nb = 1"_s, 1, 5, u"on its line"_s);
    row("open long text", u"a = \"\"\"x"_s, 1, 5, u"Nothing closes"_s);
    row("no value", u"a =\n"_s, 2, 1, u"value is missing"_s);
    row("no separator", u"a {\n  bcd\n}"_s, 2, 3, u"bcd has no value"_s);
    row("brace too many", u"a = 1\n}"_s, 2, 1, u"closes nothing"_s);
    row("include", u"\ninclude \"x.conf\"\n"_s, 2, 1, u"cannot be included"_s);
    row("unknown name", u"a = 1\nb = ${c}"_s, 2, 5, u"does not set c"_s);
    row("circle", u"a = ${b}\nb = ${a}"_s, 1, 5, u"made of itself"_s);
    row("sign without quotes", u"a = x@y"_s, 1, 6, u"quotes"_s);
    row("bad escape", u"a = \"\\q\""_s, 1, 6, u"backslash"_s);
    row("text and block", u"a = x {b = 1}"_s, 1, 5, u"side by side"_s);
    row("wide characters before", u"名 = \"好\"\nb = ]"_s, 2, 5, u"value is missing"_s);
}

void TestJobText::refusesHocon()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, says);
    const auto value = hocon::parse(text);
    QVERIFY(!value);
    QCOMPARE(value.error().kind, ErrorKind::Sql);
    QVERIFY2(value.error().message.contains(says), qPrintable(value.error().message));
    QVERIFY(value.error().range);
    QCOMPARE(value.error().range->begin, (TextPosition{line, column}));
}

void TestJobText::listsPlugins()
{
    const auto job =
        hocon::parseJob(u"env { job.mode = BATCH }\nsource { FakeSource { row.num = 1 }\nFakeSource { } }\n"
                        "transform {}\nsink { \"MySQL\" { } }"_s);
    QVERIFY(job);
    QCOMPARE(job->toJson(),
        QByteArray("{\"env\":{\"job.mode\":\"BATCH\"},\"source\":[{\"plugin_name\":\"FakeSource\",\"row.num\":1},"
                   "{\"plugin_name\":\"FakeSource\"}],\"transform\":[],\"sink\":[{\"plugin_name\":\"MySQL\"}]}"));
    const auto lists = hocon::parseJob(u"[{ source = [{plugin_name = A}] }, { source { A { } } }]"_s);
    QVERIFY(lists);
    QCOMPARE(lists->items.front(), lists->items.back());
    const auto bare = hocon::parseJob(u"source { FakeSource = 1 }"_s);
    QVERIFY(!bare);
    QCOMPARE(bare.error().range->begin, (TextPosition{1, 10}));
}

void TestJobText::readsAnything()
{
    QRandomGenerator random(7);
    const QStringList pieces{u"a"_s, u"b.c"_s, u" = "_s, u":"_s, u"{"_s, u"}"_s, u"["_s, u"]"_s, u","_s, u"\n"_s,
        u"\""_s, u"\"\"\""_s, u"${a}"_s, u"${?b}"_s, u"$"_s, u"#"_s, u"//"_s, u"+="_s, u"\\"_s, u"\\u12"_s, u"1.5"_s,
        u"名"_s, u"source"_s, u" "_s, u"include \"x\""_s, u"null"_s};
    int good = 0;
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        const int count = random.bounded(24);
        for (int i = 0; i < count; ++i) {
            text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
        }
        const auto value = hocon::parseJob(text);
        if (value) {
            ++good;
            QJsonParseError problem;
            QJsonDocument::fromJson(value->kind == JobValue::Kind::Object || value->kind == JobValue::Kind::Array
                    ? value->toJson()
                    : QByteArray("{}"),
                &problem);
            QVERIFY2(problem.error == QJsonParseError::NoError, qPrintable(text));
        } else {
            QVERIFY2(value.error().range && !value.error().message.isEmpty(), qPrintable(text));
        }
        for (const QString& name : {u"x.conf"_s, u"x.json"_s, u"x.sql"_s}) {
            for (const JobWord& word : jobWords(text, text.size() / 2, name)) {
                QVERIFY(!word.text.isEmpty());
            }
        }
    }
    QVERIFY(good > 100);
    QVERIFY(!hocon::parse(u"a="_s + QString(5000, u'[')));
    QVERIFY(!hocon::parse(QString(5000, u'{')));
}

void TestJobText::findsPlaces_data()
{
    QTest::addColumn<QString>("text"); // the caret is |
    QTest::addColumn<QString>("wanted");
    const auto row = [](const char* name, const QString& text, const QString& wanted) {
        QTest::newRow(name) << text << wanted;
    };
    row("top", u"|"_s, u"key"_s);
    row("in a word at the top", u"en|"_s, u"key"_s);
    row("env", u"env {\n  job.|\n}"_s, u"env key"_s);
    row("env value", u"env {\n job.mode = |\n}"_s, u"env value job.mode"_s);
    row("env value in quotes", u"env {\n job.mode = \"BA|\"\n}"_s, u"env value job.mode quoted"_s);
    row("plugins", u"source {\n  Fa|\n}"_s, u"source key named"_s);
    row("options", u"source {\n  FakeSource {\n   ro|\n  }\n}"_s, u"source key named plugin FakeSource"_s);
    row("options behind a list", u"source { A { x = [1, 2]\n | } }"_s, u"source key named plugin A"_s);
    row("inside a schema", u"source { A { schema { fields { | } } } }"_s, u"source key named plugin A deeper"_s);
    row("json", u"{\"env\": {\"|\"}}"_s, u"env key quoted"_s);
    row("json value", u"{\"env\": {\"job.mode\": \"|\"}}"_s, u"env value job.mode quoted"_s);
    row("json list", u"{\"source\": [|]}"_s, u"source key"_s);
    row("json plugin", u"{\"source\": [{\"|\", \"plugin_name\": \"Jdbc\"}]}"_s, u"source key plugin Jdbc quoted"_s);
    row("json plugin before", u"{\"sink\": [{\"plugin_name\": \"Jdbc\",\n  |}]}"_s, u"sink key plugin Jdbc"_s);
    row("plugin_name", u"{\"sink\": [{\"plugin_name\": \"|\"}]}"_s, u"sink value plugin_name plugin quoted"_s);
    row("half written", u"source {\n A {\n x = \n |"_s, u"source value x named plugin A"_s);
}

void TestJobText::findsPlaces()
{
    QFETCH(QString, text);
    const qsizetype caret = text.indexOf(u'|');
    const JobPlace place = placeIn(text.remove(caret, 1), caret, false);
    QStringList found;
    if (!place.section.isEmpty()) {
        found << place.section;
    }
    found << (place.role == JobPlace::Role::Key ? u"key"_s : u"value"_s);
    if (!place.key.isEmpty()) {
        found << place.key;
    }
    if (place.isNamed) {
        found << u"named"_s;
    }
    if (place.isPlugin) {
        found << u"plugin"_s;
    }
    if (!place.plugin.isEmpty()) {
        found << place.plugin;
    }
    if (place.isDeeper) {
        found << u"deeper"_s;
    }
    if (place.isQuoted) {
        found << u"quoted"_s;
    }
    QTEST(found.join(u' '), "wanted");
}

void TestJobText::offersWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("insert");
    const auto row = [](const char* name, const QString& text, const QString& file, const QString& word,
                         const QString& insert) { QTest::newRow(name) << text << file << word << insert; };
    row("section", u"|"_s, u"a.conf"_s, u"sink"_s, u"sink {\n  \n}"_s);
    row("section of json", u"{|}"_s, u"a.json"_s, u"sink"_s, u"\"sink\": [\n  \n]"_s);
    row("env option", u"env {\n|\n}"_s, u"a.conf"_s, u"job.mode"_s, u"job.mode = "_s);
    row("env value", u"env {\njob.mode = |\n}"_s, u"a.conf"_s, u"STREAMING"_s, u"\"STREAMING\""_s);
    row("boolean", u"sink {\nConsole {\nlog.print.data = |\n}\n}"_s, u"a.conf"_s, u"false"_s, u"false"_s);
    row("plugin", u"source {\n|\n}"_s, u"a.conf"_s, u"MySQL-CDC"_s, u"MySQL-CDC {\n    \n  }"_s);
    row("plugin in json", u"{\"source\": [|]}"_s, u"a.json"_s, u"Kafka"_s, u"{ \"plugin_name\": \"Kafka\" }"_s);
    row("plugin_name", u"{\"source\": [{\"plugin_name\": \"|\"}]}"_s, u"a.json"_s, u"Kafka"_s, u"Kafka"_s);
    row("option", u"source { Kafka {\n|\n} }"_s, u"a.conf"_s, u"bootstrap.servers"_s, u"bootstrap.servers = "_s);
    row("option in json", u"{\"source\": [{\"plugin_name\": \"Kafka\", |}]}"_s, u"a.json"_s, u"topic"_s,
        u"\"topic\": "_s);
    row("value of an option", u"source { Kafka {\nstart_mode = |\n} }"_s, u"a.conf"_s, u"earliest"_s,
        u"\"earliest\""_s);
    row("sql option", u"CREATE TABLE a WITH (\n 'connector'='FakeSource', 'type'='source',\n |"_s, u"a.sql"_s,
        u"row.num"_s, u"'row.num'="_s);
    row("sql connector", u"CREATE TABLE a WITH (\n 'connector'='|'"_s, u"a.sql"_s, u"FakeSource"_s, u"FakeSource"_s);
}

void TestJobText::offersWords()
{
    QFETCH(QString, text);
    QFETCH(QString, file);
    QFETCH(QString, word);
    const qsizetype caret = text.indexOf(u'|');
    const auto words = jobWords(text.remove(caret, 1), caret, file);
    const auto found = std::ranges::find(words, word, &JobWord::text);
    QVERIFY(found != words.end());
    QTEST(found->insert, "insert");
}

void TestJobText::offersNoOptionTwice()
{
    const QString text = u"source { FakeSource { row.num = 5\n schema { } } }"_s;
    QSet<QString> seen;
    for (const JobWord& word : jobWords(text, text.indexOf(u'\n') + 1, u"a.conf"_s)) {
        QVERIFY2(!seen.contains(word.text), qPrintable(word.text));
        seen.insert(word.text);
    }
    QVERIFY(seen.contains(u"split.num"_s));
    QVERIFY(!seen.contains(u"row.num"_s)); // it is there already
    QVERIFY(!seen.contains(u"schema"_s));
}

void TestJobText::templatesSayTheSame()
{
    const auto templates = jobTemplates();
    QCOMPARE(templates.size(), 6U);
    for (size_t i = 0; i < templates.size(); i += 2) {
        const auto hocon = hocon::parseJob(templates[i].text);
        const auto json = hocon::parseJob(templates[i + 1].text);
        QVERIFY2(hocon, hocon ? "" : qPrintable(hocon.error().message));
        QVERIFY(json);
        QCOMPARE(QString::fromUtf8(hocon->toJson()), QString::fromUtf8(json->toJson()));
        QVERIFY(QJsonDocument::fromJson(templates[i + 1].text.toUtf8()).isObject());
    }
}

QTEST_GUILESS_MAIN(TestJobText)
#include "tst_jobtext.moc"
