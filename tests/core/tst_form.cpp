// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/form.h"

#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

class TestForm : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void httpUrl_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("problem");
        QTest::newRow("plain") << u"http://host:8083"_s << QString();
        QTest::newRow("tls with path") << u"https://host.example/gateway/"_s << QString();
        QTest::newRow("IPv6") << u"http://[::1]:8083"_s << QString();
        QTest::newRow("colon in the path") << u"http://host/a:b"_s << QString();
        QTest::newRow("IPv6 without a port") << u"http://[::1]/"_s << QString();
        QTest::newRow("no scheme") << u"host:8083"_s
                                   << u"host:8083 is not a web address: it starts with http:// or https://."_s;
        QTest::newRow("port too large") << u"https://jm.example:80810"_s
                                        << u"80810 is not a port: use a number from 1 to 65535."_s;
        QTest::newRow("port of letters") << u"http://host:eighty"_s
                                         << u"eighty is not a port: use a number from 1 to 65535."_s;
        QTest::newRow("no host") << u"http://"_s << u"http:// names no host: write it like http://host:8083."_s;
        QTest::newRow("password inside")
            << u"http://me:secret@host"_s
            << u"An address must not hold a user or a password: use the fields under Login."_s;
    }

    void httpUrl()
    {
        QFETCH(const QString, value);
        QFETCH(const QString, problem);
        QCOMPARE(checks::httpUrl(value, {}).value_or(QString()), problem);
    }

    void headerLines_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("problem");
        QTest::newRow("one") << u"X-Team: shop"_s << QString();
        QTest::newRow("two and a blank") << u"X-Team: shop\n\nX-Env: test\n"_s << QString();
        QTest::newRow("no colon") << u"X-Team shop-data"_s << u"A header needs a colon: write X-Team: shop-data."_s;
        QTest::newRow("bad name") << u"X Team: shop"_s
                                  << u"X Team is no header name: use letters, digits and dashes."_s;
    }

    void headerLines()
    {
        QFETCH(const QString, value);
        QFETCH(const QString, problem);
        QCOMPARE(checks::headerLines(value, {}).value_or(QString()), problem);
    }

    void wholeNumber_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("least") << u"1"_s << true;
        QTest::newRow("most") << u"600"_s << true;
        QTest::newRow("below") << u"0"_s << false;
        QTest::newRow("above") << u"601"_s << false;
        QTest::newRow("fraction") << u"1.5"_s << false;
        QTest::newRow("word") << u"ten"_s << false;
    }

    void wholeNumber()
    {
        QFETCH(const QString, value);
        QFETCH(const bool, isGood);
        QCOMPARE(!checks::wholeNumber(1, 600)(value, {}), isGood);
    }

    void hiddenFieldsHaveNoProblems()
    {
        FormDescription form;
        form.fields = {{.id = u"method"_s, .kind = FieldKind::Segments, .defaultValue = u"none"_s},
            {.id = u"user"_s,
                .label = u"User"_s,
                .shownWhen = FormField::Condition{u"method"_s, {u"basic"_s}},
                .required = true}};
        QVERIFY(form.problems(form.defaults()).isEmpty());
        const auto problems = form.problems({{u"method"_s, u"basic"_s}});
        QCOMPARE(problems.value(u"user"_s), u"User is missing: fill it in."_s);
    }

    void secretsAreNoDefaults()
    {
        FormDescription form;
        form.fields = {{.id = u"password"_s, .kind = FieldKind::Secret, .defaultValue = u"x"_s}};
        QVERIFY(form.defaults().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestForm)
#include "tst_form.moc"
