// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"
#include "app/cli/resultprinter.h"
#include "results/rowbatch.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace millrace::cli;
using namespace Qt::StringLiterals;

namespace {

ResultSchema schema(bool isQuery, const QString& name = u"id"_s)
{
    ResultSchema result;
    result.columns = {
        {name, LogicalType{.root = TypeRoot::BigInt}}, {u"text"_s, LogicalType{.root = TypeRoot::VarChar}}};
    result.isQuery = isQuery;
    return result;
}

RowBatch rows(const ResultSchema& schema, std::initializer_list<RowKind> kinds)
{
    RowBatch batch(schema.columns);
    qint64 id = 0;
    for (const RowKind kind : kinds) {
        (void)batch.appendInteger(0, ++id);
        id == 2 ? batch.appendNull(1) : void(batch.appendText(1, "a,b"));
        batch.endRow(kind);
    }
    return batch;
}

} // namespace

class PrinterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_path = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()));
        m_output = std::move(*Output::open(m_path));
    }

    void queriesInStreamingMode()
    {
        const auto print = [this](OutputFormat format) { return query(format, true); };
        QCOMPARE(print(OutputFormat::Tableau),
            QByteArray("+----+----------------------+--------------------------------+\n"
                       "| op |                   id |                           text |\n"
                       "+----+----------------------+--------------------------------+\n"
                       "| +I |                    1 |                            a,b |\n"
                       "| -U |                    2 |                         <NULL> |\n"
                       "+----+----------------------+--------------------------------+\n"
                       "Received a total of 2 rows (1.50 seconds)\n\n"));
        QCOMPARE(print(OutputFormat::Csv), QByteArray("op,id,text\r\n+I,1,\"a,b\"\r\n-U,2,\r\n"));
        QCOMPARE(print(OutputFormat::Json),
            QByteArray("[\n{\"op\":\"+I\",\"id\":1,\"text\":\"a,b\"},\n{\"op\":\"-U\",\"id\":2,\"text\":null}\n]\n"));
        QCOMPARE(print(OutputFormat::JsonLines),
            QByteArray("{\"op\":\"+I\",\"id\":1,\"text\":\"a,b\"}\n{\"op\":\"-U\",\"id\":2,\"text\":null}\n"));
    }

    void queriesInBatchMode()
    {
        QCOMPARE(query(OutputFormat::Tableau, false),
            QByteArray(
                "+----+--------+\n| id |   text |\n+----+--------+\n|  1 |    a,b |\n|  2 | <NULL> |\n+----+--------+\n"
                "2 rows in set (1.50 seconds)\n\n"));
        QCOMPARE(query(OutputFormat::JsonLines, false),
            QByteArray("{\"id\":1,\"text\":\"a,b\"}\n{\"id\":2,\"text\":null}\n"));
    }

    void definitionsSayThatTheySucceeded()
    {
        QCOMPARE(nonQuery(OutputFormat::Tableau, {}), QByteArray("[INFO] Execute statement succeeded.\n\n"));
        for (const OutputFormat format : {OutputFormat::Csv, OutputFormat::Json, OutputFormat::JsonLines}) {
            QCOMPARE(nonQuery(format, {}), QByteArray());
        }
    }

    void contentIsPrinted()
    {
        const RunInfo info{.hasContent = true};
        QCOMPARE(nonQuery(OutputFormat::Tableau, info),
            QByteArray("+----+------+\n| id | text |\n+----+------+\n|  1 |  a,b |\n+----+------+\n1 row in set\n\n"));
        QCOMPARE(nonQuery(OutputFormat::Csv, info), QByteArray("id,text\r\n1,\"a,b\"\r\n"));
    }

    void jobs()
    {
        const RunInfo info{.hasContent = true, .jobId = u"f00"_s};
        QCOMPARE(nonQuery(OutputFormat::Tableau, info),
            QByteArray("[INFO] Submitting SQL update statement to the cluster...\n"
                       "[INFO] SQL update statement has been successfully submitted to the cluster:\n"
                       "Job ID: f00\n\n\n"));
        m_settings.waitsForJobs = true;
        QCOMPARE(nonQuery(OutputFormat::Tableau, info),
            QByteArray("[INFO] Complete execution of the SQL update statement.\n\n"));
        QCOMPARE(nonQuery(OutputFormat::JsonLines, info), QByteArray("{\"id\":1,\"text\":\"a,b\"}\n"));
    }

    void cancelledQueries()
    {
        ScriptPrinter script(OutputFormat::Tableau, *m_output);
        const auto printer = script.statement({});
        printer->begin(schema(true));
        printer->append(rows(schema(true), {RowKind::Insert}));
        printer->finish({.info = {.isQuery = true}, .cancelled = true, .seconds = 1});
        QVERIFY(written().endsWith("Query terminated, received a total of 1 row\n\n"));
    }

    void severalResults()
    {
        ScriptPrinter script(OutputFormat::Csv, *m_output);
        for (int i = 0; i < 2; ++i) {
            const auto printer = script.statement({.streaming = false});
            printer->begin(schema(true));
            printer->finish({.info = {.isQuery = true}});
        }
        QCOMPARE(written(), QByteArray("id,text\r\n\r\nid,text\r\n"));
    }

    void statementSets()
    {
        ScriptPrinter script(OutputFormat::Tableau, *m_output);
        script.acceptedPieces(2);
        QCOMPARE(
            written(), QByteArray("[INFO] Execute statement succeeded.\n\n[INFO] Execute statement succeeded.\n\n"));
    }

    void settings()
    {
        const PrintSettings none = PrintSettings::from({});
        QVERIFY(none.streaming && none.printsTime && !none.waitsForJobs);
        QCOMPARE(none.maxColumnWidth, 30);
        const PrintSettings some = PrintSettings::from(
            {{u"execution.runtime-mode"_s, u"BATCH"_s}, {u"table.display.max-column-width"_s, u"10"_s},
                {u"sql-client.display.print-time-cost"_s, u"false"_s}, {u"table.dml-sync"_s, u"true"_s}});
        QVERIFY(!some.streaming && !some.printsTime && some.waitsForJobs);
        QCOMPARE(some.maxColumnWidth, 10);
        QCOMPARE(PrintSettings::from({{u"table.display.max-column-width"_s, u"wide"_s}}).maxColumnWidth, 30);
    }

    void formats()
    {
        for (const QString& id : outputFormatIds()) {
            QVERIFY(outputFormatFromId(id));
        }
        QVERIFY(!outputFormatFromId(u"xml"_s));
        QCOMPARE(*outputFormatFromId(u"jsonl"_s), OutputFormat::JsonLines);
    }

private:
    QByteArray query(OutputFormat format, bool streaming)
    {
        init();
        ScriptPrinter script(format, *m_output);
        const auto printer = script.statement({.streaming = streaming});
        printer->begin(schema(true));
        printer->append(rows(schema(true), {RowKind::Insert, streaming ? RowKind::UpdateBefore : RowKind::Insert}));
        printer->finish({.info = {.isQuery = true, .hasContent = true}, .seconds = 1.5});
        return written();
    }

    QByteArray nonQuery(OutputFormat format, const RunInfo& info)
    {
        init();
        ScriptPrinter script(format, *m_output);
        const auto printer = script.statement(m_settings);
        printer->begin(schema(false));
        printer->append(rows(schema(false), {RowKind::Insert}));
        printer->finish({.info = info});
        return written();
    }

    QByteArray written()
    {
        if (!m_output->commit()) {
            return "not written";
        }
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Output> m_output;
    PrintSettings m_settings;
};

QTEST_GUILESS_MAIN(PrinterTest)
#include "tst_cli_printer.moc"
