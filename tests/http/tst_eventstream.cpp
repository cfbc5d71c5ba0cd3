// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/http/eventstream.h"
#include "tests/support/await.h"
#include "tests/support/loopbackserver.h"

#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// "type/id:data" of each event, for one comparison.
QByteArrayList told(const std::vector<ServerEvent>& events)
{
    QByteArrayList texts;
    for (const ServerEvent& event : events) {
        texts << event.type + '/' + event.id + ':' + event.data;
    }
    return texts;
}

Answer stream(const QByteArray& body)
{
    Answer answer;
    answer.contentType = "text/event-stream;charset=UTF-8";
    answer.body = body;
    answer.chunked = true;
    return answer;
}

struct Following {
    explicit Following(const LoopbackServer& server)
    {
        HttpSettings settings;
        client = std::make_shared<HttpClient>(settings);
        options.request.url = server.url(u"/events"_s);
        options.pause = 1ms;
        options.onOpen = [this] {
            ++opened;
            return true;
        };
        options.onEvent = [this](const ServerEvent& event) {
            data << event.data;
            return event.data != "end";
        };
    }

    std::optional<Result<void>> run() { return await(followEvents(client, options, token.token())); }

    std::shared_ptr<HttpClient> client;
    EventStreamOptions options;
    CancellationSource token;
    QByteArrayList data;
    int opened = 0;
};

} // namespace

class EventStreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void parses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArrayList>("events");
        QTest::newRow("one") << QByteArray("data: a\n\n") << QByteArrayList{"message/:a"};
        QTest::newRow("no blank after the colon") << QByteArray("data:a\n\n") << QByteArrayList{"message/:a"};
        QTest::newRow("only one blank goes") << QByteArray("data:  a\n\n") << QByteArrayList{"message/: a"};
        QTest::newRow("several lines") << QByteArray("data: a\ndata\ndata: b\n\n") << QByteArrayList{"message/:a\n\nb"};
        QTest::newRow("CR LF") << QByteArray("data: a\r\n\r\ndata: b\r\n\r\n")
                               << QByteArrayList{"message/:a", "message/:b"};
        QTest::newRow("CR") << QByteArray("data: a\r\rdata: b\r\r") << QByteArrayList{"message/:a", "message/:b"};
        QTest::newRow("line ends of all kinds")
            << QByteArray("data: a\rdata: b\r\ndata: c\n\r\n") << QByteArrayList{"message/:a\nb\nc"};
        QTest::newRow("comments") << QByteArray(": ping\n\n:\ndata: a\n: in between\n\n")
                                  << QByteArrayList{"message/:a"};
        QTest::newRow("type and id") << QByteArray("event: log\nid: 7\ndata: a\n\ndata: b\n\n")
                                     << QByteArrayList{"log/7:a", "message/7:b"};
        QTest::newRow("an id alone is kept") << QByteArray("id: 7\n\ndata: a\n\n") << QByteArrayList{"message/7:a"};
        QTest::newRow("an empty id takes it away")
            << QByteArray("id: 7\ndata: a\n\nid\ndata: b\n\n") << QByteArrayList{"message/7:a", "message/:b"};
        QTest::newRow("empty data is an event") << QByteArray("data\n\n") << QByteArrayList{"message/:"};
        QTest::newRow("no data is none") << QByteArray("event: log\n\nretry: 5\n\n") << QByteArrayList();
        QTest::newRow("unfinished") << QByteArray("data: a\n") << QByteArrayList();
        QTest::newRow("unknown fields") << QByteArray("foo: bar\ndata: a\n\n") << QByteArrayList{"message/:a"};
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                       "data: a\n\n")
                                         << QByteArrayList{"message/:a"};
        QTest::newRow("characters of several bytes")
            << QByteArray("data: 作业 ✓ 🐟\n\n") << QByteArrayList{"message/:作业 ✓ 🐟"};
    }

    void parses()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArrayList, events);
        EventStreamParser whole;
        QCOMPARE(told(whole.feed(bytes)), events);
        // Cut at every byte: inside characters, between CR and LF, between the two ends of an event.
        EventStreamParser slow;
        std::vector<ServerEvent> found;
        for (const char& byte : bytes) {
            const auto more = slow.feed(QByteArrayView(&byte, 1));
            found.insert(found.end(), more.begin(), more.end());
        }
        QCOMPARE(told(found), events);
    }

    void retryIsANumber()
    {
        EventStreamParser parser;
        parser.feed("retry: soon\n\n");
        QVERIFY(!parser.retry());
        parser.feed("retry:1000\n\n");
        QVERIFY(parser.retry() == 1000ms);
        parser.feed("retry:999999999999\n\n");
        QVERIFY(parser.retry() == 30s);
    }

    void halfAnEventGoesWithItsConnection()
    {
        EventStreamParser parser;
        QVERIFY(parser.feed("id: 4\ndata: a\n\ndata: lost").size() == 1);
        parser.reconnected();
        QCOMPARE(told(parser.feed("data: b\n\n")), QByteArrayList{"message/4:b"});
    }

    void goesOnWhereItWasCut()
    {
        LoopbackServer server;
        QVERIFY(server.listen());
        Answer cut = stream("retry: 1\nid: 1\ndata: a\n\ndata: half");
        cut.trick = Answer::Trick::CutChunk;
        cut.body += QByteArray(64, '.');
        server.answerNext("/events", cut);
        server.answerNext("/events", stream("id: 2\ndata: b\n\n"));
        server.answerNext("/events", stream("data: end\n\n"));
        Following f(server);
        const auto done = f.run();
        QVERIFY(done && *done);
        QVERIFY2(f.data.endsWith("end") && f.data.contains("b"), f.data.join('|').constData());
        QCOMPARE(f.opened, 3);
        const QList<ReceivedRequest>& asked = server.requests();
        QCOMPARE(asked.size(), 3);
        QCOMPARE(asked.at(0).header("Accept"), QByteArray("text/event-stream"));
        QCOMPARE(asked.at(0).header("Last-Event-ID"), QByteArray());
        QCOMPARE(asked.at(2).header("Last-Event-ID"), QByteArray("2"));
    }

    void silenceIsAnEnd()
    {
        LoopbackServer server;
        QVERIFY(server.listen());
        server.answerNext("/events", Answer::tricked(Answer::Trick::Hang));
        server.answerNext("/events", stream("data: end\n\n"));
        Following f(server);
        f.options.silence = 50ms;
        const auto done = f.run();
        QVERIFY(done && *done);
        QCOMPARE(f.data, QByteArrayList{"end"});
    }

    void slowIsNotSilent()
    {
        LoopbackServer server;
        QVERIFY(server.listen());
        Answer slow = stream(": one\n\n: two\n\n: three\n\ndata: end\n\n");
        slow.trick = Answer::Trick::Drip;
        slow.chunked = false;
        server.answerNext("/events", slow);
        Following f(server);
        f.options.silence = 2s;
        const auto done = f.run();
        QVERIFY(done && *done);
        QCOMPARE(server.requestCount("/events"), 1);
    }

    void endsForGood_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<bool>("good");
        Answer none;
        none.status = 204;
        QTest::newRow("204") << none << true;
        QTest::newRow("a web page") << Answer::html("<html>Log in</html>") << false;
        QTest::newRow("a refusal") << Answer::json("{}", 401) << false;
    }

    void endsForGood()
    {
        QFETCH(const Answer, answer);
        QFETCH(const bool, good);
        LoopbackServer server;
        QVERIFY(server.listen());
        server.answerNext("/events", answer);
        Following f(server);
        const auto done = f.run();
        QVERIFY(done);
        QCOMPARE(done->has_value(), good);
        QCOMPARE(server.requestCount("/events"), 1);
    }

    void givesUpAfterSomeFailures()
    {
        LoopbackServer server;
        QVERIFY(server.listen());
        server.setHandler([](const ReceivedRequest&) { return Answer::tricked(Answer::Trick::Reset); });
        Following f(server);
        f.options.mostFailures = 3;
        const auto done = f.run();
        QVERIFY(done && !*done);
        QCOMPARE(done->error().kind, ErrorKind::Network);
    }

    void cancelEndsIt()
    {
        LoopbackServer server;
        QVERIFY(server.listen());
        server.answerNext("/events", Answer::tricked(Answer::Trick::Hang));
        Following f(server);
        Pending<Result<void>> pending(followEvents(f.client, f.options, f.token.token()));
        QTRY_COMPARE(server.requestCount("/events"), 1);
        f.token.cancel();
        QVERIFY(pending.wait());
        QVERIFY(!pending.value() && pending.value().error().isCancelled());
    }
};

QTEST_GUILESS_MAIN(EventStreamTest)
#include "tst_eventstream.moc"
