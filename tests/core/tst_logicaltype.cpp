// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logicaltype.h"

#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

class TestLogicalType : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void toSql_data()
    {
        QTest::addColumn<LogicalType>("type");
        QTest::addColumn<QString>("sql");
        const LogicalType integer{.root = TypeRoot::Integer};
        const LogicalType string{.root = TypeRoot::VarChar, .precision = 2147483647};
        QTest::newRow("int not null") << LogicalType{.root = TypeRoot::Integer, .nullable = false} << u"INT NOT NULL"_s;
        QTest::newRow("string") << string << u"STRING"_s;
        QTest::newRow("varchar") << LogicalType{.root = TypeRoot::VarChar, .precision = 20} << u"VARCHAR(20)"_s;
        QTest::newRow("bytes") << LogicalType{.root = TypeRoot::VarBinary, .precision = 2147483647} << u"BYTES"_s;
        QTest::newRow("decimal") << LogicalType{.root = TypeRoot::Decimal, .precision = 38, .scale = 2}
                                 << u"DECIMAL(38, 2)"_s;
        QTest::newRow("ltz") << LogicalType{.root = TypeRoot::TimestampLtz, .precision = 3} << u"TIMESTAMP_LTZ(3)"_s;
        QTest::newRow("array") << LogicalType{.root = TypeRoot::Array, .children = {{{}, integer}}} << u"ARRAY<INT>"_s;
        QTest::newRow("map") << LogicalType{.root = TypeRoot::Map, .children = {{{}, string}, {{}, integer}}}
                             << u"MAP<STRING, INT>"_s;
        QTest::newRow("row") << LogicalType{.root = TypeRoot::Row, .children = {{u"a"_s, integer}, {u"b"_s, string}}}
                             << u"ROW<a INT, b STRING>"_s;
        QTest::newRow("unknown") << LogicalType{.root = TypeRoot::Unknown, .nullable = false, .text = u"GEOMETRY"_s}
                                 << u"GEOMETRY"_s;
    }

    void toSql()
    {
        QFETCH(const LogicalType, type);
        QFETCH(const QString, sql);
        QCOMPARE(type.toSql(), sql);
    }
};

QTEST_GUILESS_MAIN(TestLogicalType)
#include "tst_logicaltype.moc"
