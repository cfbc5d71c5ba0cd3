// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apicall.h"

#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

class TestApiCall : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void toCurl_data()
    {
        QTest::addColumn<ApiCall>("call");
        QTest::addColumn<QString>("curl");
        QTest::newRow("get") << ApiCall{.method = u"GET"_s, .url = u"http://h:1/v4/info"_s}
                             << u"curl -sS -X GET 'http://h:1/v4/info'"_s;
        QTest::newRow("body with quote") << ApiCall{.method = u"POST"_s,
            .url = u"http://h/s"_s,
            .requestBody = u"it's"_s} << u"curl -sS -X POST 'http://h/s' --data-raw 'it'\\''s'"_s;
        QTest::newRow("secret by name, nothing else expands")
            << ApiCall{.method = u"GET"_s,
                   .url = u"http://h/"_s,
                   .requestHeaders = {{u"Authorization"_s, u"Bearer $MILLRACE_TOKEN $(id) ${HOME}"_s}}}
            << u"curl -sS -X GET 'http://h/' -H \"Authorization: Bearer $MILLRACE_TOKEN \\$(id) \\${HOME}\""_s;
    }

    void toCurl()
    {
        QFETCH(const ApiCall, call);
        QFETCH(const QString, curl);
        QCOMPARE(call.toCurl(), curl);
    }
};

QTEST_GUILESS_MAIN(TestApiCall)
#include "tst_apicall.moc"
