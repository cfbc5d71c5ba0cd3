// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/coordinatorline.h"
#include "logs/jsonlogline.h"
#include "logs/rebalancereason.h"
#include "logs/rebalancewriters.h"
#include "logtesting.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace millrace;
using namespace millrace::testing;
using namespace Qt::StringLiterals;

namespace {

/// Texts that the parsers look for; putting them where they do not belong finds more than random bytes.
constexpr const char* kPieces[]{" generation ", " with old generation ",
    " (reason: ", "; client reason: ", " in group ", " for group ", "MemberMetadata(",
    ", clientHost=", "[GroupCoordinator 0]: ", "[Group ", "[GroupId ", "] Member ", " has left group ", " is now empty",
    "(__consumer_offsets-", "Set(", ", ", ")", "]", "\n", "\r\n", "\x1b[31m", "{", "[2020-07-01 06:49:49,010] INFO ",
    "99999999999999999999", "-1", "Starting up.", "\xff\xfe"};

class Mutator {
public:
    explicit Mutator(unsigned seed) : m_random(seed) { }

    QByteArray operator()(QByteArray text)
    {
        const int changes = 1 + int(m_random() % 4);
        for (int i = 0; i < changes && !text.isEmpty(); ++i) {
            const qsizetype at = place(text);
            switch (m_random() % 6) {
            case 0:
                text[at] = char(m_random() % 256);
                break;
            case 1:
                text.remove(at, qsizetype(1 + m_random() % 20));
                break;
            case 2:
                text.insert(at, kPieces[m_random() % std::size(kPieces)]);
                break;
            case 3:
                text.truncate(at);
                break;
            case 4:
                text.insert(at, text.mid(place(text), qsizetype(m_random() % 60)));
                break;
            default:
                text.insert(at, char('\0'));
                break;
            }
        }
        return text;
    }

    qsizetype below(qsizetype count) { return qsizetype(m_random() % quint64(count)); }

private:
    qsizetype place(const QByteArray& text) { return below(text.size()); }

    std::mt19937 m_random;
};

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// Whether part is a piece of whole, or nothing.
bool within(std::string_view part, std::string_view whole)
{
    return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

} // namespace

/// Mutated real lines: no crash, no view outside the text, no impossible result. The seeds are fixed, so that a failure
/// can be repeated.
class TestLogsFuzz : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void lines();
    void json();
    void logs();
    void packedFiles();

private:
    QByteArray m_text;
    QByteArrayList m_lines;
};

void TestLogsFuzz::initTestCase()
{
    m_text = textOf(kafkaData(u"3.9.1-cut/server.log"_s));
    m_lines = m_text.split('\n');
    QVERIFY(m_lines.size() > 100);
}

void TestLogsFuzz::lines()
{
    Mutator mutate(20200701);
    int understood = 0;
    for (int i = 0; i < 200'000; ++i) {
        const QByteArray line = mutate(m_lines[mutate.below(m_lines.size())]);
        LogLayout layout;
        const std::optional<LogLayout::Place> place = layout.locate(view(line));
        const LogRecord record = splitLogBody(view(line).substr(place ? place->bodyBegin : 0));
        QVERIFY(within(record.message, view(line)) && within(record.logger, view(line))
            && within(record.context, view(line)));
        if (const std::optional<CoordinatorEvent> event = parseCoordinatorLine(record.message, record.context)) {
            ++understood;
            QVERIFY(within(event->group, record.message) && within(event->member, record.message));
            QVERIFY(within(event->reason, record.message) && within(event->metadata.clientHost, record.message));
            QVERIFY(event->generation >= -1 && event->members >= -1 && event->partition >= -1);
            const ParsedRebalanceReason reason = parseRebalanceReason(event->reason);
            for (const std::string_view member : reason.triggers) {
                QVERIFY(within(member, event->reason));
            }
        }
    }
    QVERIFY(understood > 10'000);
}

void TestLogsFuzz::json()
{
    const QByteArray object =
        R"json({"level":"INFO","timestamp":"2023-03-23 17:23:22,906","message":{"leaderId":"c-1","generationId":"1","reason":"Assignment received from leader c-1 for group g for generation 1","groupId":"g","coordinatorId":2,"type":"END_REBALANCE","group":"GroupMetadata(rebalanceTimeoutMs=60000)"}})json";
    Mutator mutate(4);
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray line = mutate(object);
        if (const std::optional<JsonLogLine> json = parseJsonLogLine(view(line))) {
            QVERIFY(json->generation >= -1 || line.contains("-"));
        }
        (void)analyse(line + '\n');
    }
}

void TestLogsFuzz::logs()
{
    Mutator mutate(11);
    for (int i = 0; i < 60; ++i) {
        QByteArray text;
        for (const QByteArray& line : m_lines) {
            const qsizetype chance = mutate.below(20);
            text += chance == 0 ? mutate(line) : chance == 1 ? QByteArray() : line;
            text += '\n';
        }
        const RebalanceReport report = analyse(text);
        for (const RebalanceGroup& group : report.groups) {
            for (const Rebalance& rebalance : group.rebalances) {
                QVERIFY(rebalance.anchor() != kNoTime);
                QVERIFY(rebalance.totalMs().value_or(0) >= 0);
                QVERIFY(rebalance.file == 0);
                QVERIFY(rebalance.startLine <= report.files[0].lines);
                if (rebalance.outcome == RebalanceOutcome::Completed) {
                    QVERIFY(rebalance.start != kNoTime && rebalance.assigned != kNoTime);
                    QCOMPARE(rebalance.generation, rebalance.oldGeneration + 1);
                }
            }
        }
        QVERIFY(QJsonDocument::fromJson(rebalancesAsJson(report)).isObject());
        QVERIFY(!rebalancesAsTable(report).contains(QChar(0x1b)));
        QVERIFY(rebalancesAsCsv(report).endsWith("\r\n"));
    }
}

void TestLogsFuzz::packedFiles()
{
    QFile original(kafkaData(u"3.9.1/server.log.gz"_s));
    QVERIFY(original.open(QIODevice::ReadOnly));
    const QByteArray bytes = original.readAll();
    QTemporaryDir folder;
    const QString path = folder.filePath(u"log.gz"_s);
    Mutator mutate(9);
    for (int i = 0; i < 60; ++i) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(mutate(bytes));
        file.close();
        const RebalanceReport report = analyseRebalances({&path, 1});
        QCOMPARE(report.files.size(), 1);
    }
}

QTEST_GUILESS_MAIN(TestLogsFuzz)
#include "tst_logsfuzz.moc"
