// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation.h"

#include <QSignalSpy>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;
using State = Operation::State;

class TestOperation : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void outcome_data()
    {
        QTest::addColumn<bool>("cancelFirst");
        QTest::addColumn<std::optional<ErrorKind>>("error");
        QTest::addColumn<State>("expected");
        constexpr std::optional<ErrorKind> none;
        constexpr std::optional refused = ErrorKind::Http;
        constexpr std::optional cancelled = ErrorKind::Cancelled;
        QTest::newRow("success") << false << none << State::Succeeded;
        QTest::newRow("failure") << false << refused << State::Failed;
        QTest::newRow("server says cancelled") << false << cancelled << State::Cancelled;
        QTest::newRow("error after cancel") << true << refused << State::Cancelled;
        QTest::newRow("done in spite of cancel") << true << none << State::Succeeded;
    }

    void outcome()
    {
        QFETCH(const bool, cancelFirst);
        QFETCH(const std::optional<ErrorKind>, error);
        QFETCH(const State, expected);
        Operation operation(u"Run"_s);
        QSignalSpy finished(&operation, &Operation::finished);
        operation.start();
        if (cancelFirst) {
            operation.cancel();
            QCOMPARE(operation.state(), State::Cancelling);
            QVERIFY(operation.cancellation().isCancelled());
        }
        operation.finish(error ? Result<void>(failure(*error, u"Refused."_s)) : Result<void>());
        operation.finish(failure(ErrorKind::Network, u"Too late."_s));
        operation.cancel();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(operation.state(), expected);
        QCOMPARE(operation.error().has_value(), expected == State::Failed);
    }

    void cancelBeforeStartEndsIt()
    {
        Operation operation(u"Run"_s);
        QSignalSpy finished(&operation, &Operation::finished);
        operation.cancel();
        operation.start();
        QCOMPARE(operation.state(), State::Cancelled);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(operation.elapsedMs(), 0);
    }

    void progressEndsWithTheOperation()
    {
        Operation operation(u"Run"_s);
        QSignalSpy progress(&operation, &Operation::progressChanged);
        operation.start();
        operation.setProgress(0.5, u"half"_s);
        operation.finish({});
        operation.setProgress(0.7);
        QCOMPARE(progress.count(), 1);
        QCOMPARE(operation.progress(), std::optional(0.5));
    }
};

QTEST_GUILESS_MAIN(TestOperation)
#include "tst_operation.moc"
