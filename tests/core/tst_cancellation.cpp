// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cancellation.h"

#include <QTest>

using namespace millrace;

class TestCancellation : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void defaultTokenIsNeverCancelled()
    {
        const CancellationToken token;
        bool called = false;
        const auto subscription = token.onCancel([&called] { called = true; });
        QVERIFY(!token.isCancelled());
        QVERIFY(!called);
    }

    void callsBackOnceInOrder()
    {
        const CancellationSource source;
        QList<int> calls;
        const auto first = source.token().onCancel([&calls] { calls << 1; });
        const auto second = source.token().onCancel([&calls] { calls << 2; });
        source.cancel();
        source.cancel();
        QCOMPARE(calls, (QList<int>{1, 2}));
        QVERIFY(source.token().isCancelled());
    }

    void callsBackAtOnceWhenLate()
    {
        const CancellationSource source;
        source.cancel();
        bool called = false;
        const auto subscription = source.token().onCancel([&called] { called = true; });
        QVERIFY(called);
    }

    void droppedSubscriptionIsNotCalled()
    {
        const CancellationSource source;
        bool called = false;
        {
            const auto subscription = source.token().onCancel([&called] { called = true; });
        }
        source.cancel();
        QVERIFY(!called);
    }

    void movedSubscriptionStaysRegistered()
    {
        const CancellationSource source;
        int calls = 0;
        CancellationSubscription outer;
        {
            auto inner = source.token().onCancel([&calls] { ++calls; });
            outer = std::move(inner);
        }
        source.cancel();
        QCOMPARE(calls, 1);
    }

    void callbackMayDropTheNextOne()
    {
        const CancellationSource source;
        CancellationSubscription second;
        bool secondCalled = false;
        const auto first = source.token().onCancel([&second] { second.reset(); });
        second = source.token().onCancel([&secondCalled] { secondCalled = true; });
        source.cancel();
        QVERIFY(!secondCalled);
    }

    void callbackMayDestroyTheSource()
    {
        auto source = std::make_unique<CancellationSource>();
        const CancellationToken token = source->token();
        const auto subscription = token.onCancel([&source] { source.reset(); });
        source->cancel();
        QVERIFY(!source);
        QVERIFY(token.isCancelled());
    }
};

QTEST_GUILESS_MAIN(TestCancellation)
#include "tst_cancellation.moc"
