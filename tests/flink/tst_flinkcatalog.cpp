// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogbrowser.h"
#include "tests/flink/flinkfixture.h"
#include "tests/support/fakegateway.h"

#include <QTest>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

const char* kindName(CatalogEntryKind kind)
{
    switch (kind) {
    case CatalogEntryKind::Catalog:
        return "catalog";
    case CatalogEntryKind::Database:
        return "database";
    case CatalogEntryKind::Table:
        return "table";
    case CatalogEntryKind::View:
        return "view";
    case CatalogEntryKind::Column:
        return "column";
    case CatalogEntryKind::FunctionGroup:
        return "functions";
    case CatalogEntryKind::Function:
        return "function";
    }
    return "";
}

} // namespace

class FlinkCatalogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void children_data();
    void children();
    void names();
    void oldVersionElsewhere();
    void errors();
    void otherSession();
};

void FlinkCatalogTest::children_data()
{
    QTest::addColumn<QString>("product");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<QStringList>("expected");
    const QStringList database{u"default_catalog"_s, u"default_database"_s};
    const QStringList orders = database + QStringList{u"orders"_s};
    for (const QString& product : {u"2.3.0"_s, u"1.20.3"_s, u"1.16.3"_s}) {
        const QByteArray name = product.toLatin1();
        QTest::addRow("catalogs %s", name.constData())
            << product << int(CatalogEntryKind::Catalog) << QStringList()
            << QStringList{u"catalog default_catalog"_s, u"catalog second`cat"_s};
        QTest::addRow("databases %s", name.constData())
            << product << int(CatalogEntryKind::Catalog) << database.first(1)
            << QStringList{u"database default_catalog.default_database"_s};
        QTest::addRow("tables %s", name.constData()) << product << int(CatalogEntryKind::Database) << database
                                                     << QStringList{u"table default_catalog.default_database.orders"_s,
                                                            u"view default_catalog.default_database.big_orders"_s,
                                                            u"functions default_catalog.default_database.Functions"_s};
        QTest::addRow("functions %s", name.constData())
            << product << int(CatalogEntryKind::FunctionGroup) << database + QStringList{u"Functions"_s}
            << QStringList{u"function default_catalog.default_database.Functions.to_euro"_s};
        QTest::addRow("columns %s", name.constData())
            << product << int(CatalogEntryKind::Table) << orders
            << QStringList{u"column default_catalog.default_database.orders.id BIGINT NOT NULL *"_s,
                   u"column default_catalog.default_database.orders.amount DECIMAL(10, 2)"_s,
                   u"column default_catalog.default_database.orders.orders_note STRING"_s};
    }
    QTest::addRow("nothing below a column")
        << u"2.3.0"_s << int(CatalogEntryKind::Column) << orders + QStringList{u"id"_s} << QStringList();
}

void FlinkCatalogTest::children()
{
    QFETCH(QString, product);
    QFETCH(int, kind);
    QFETCH(QStringList, path);
    QFETCH(QStringList, expected);
    FakeGateway gateway;
    gateway.setProductVersion(product);
    QVERIFY(gateway.start());
    const auto connection = connectTo(gateway.url());
    const auto session = openSession(*connection);
    QVERIFY(session);
    const CatalogEntry parent{.kind = CatalogEntryKind(kind), .path = path};
    const auto found = await(connection->catalogBrowser()->children(session, parent, {}));
    QVERIFY(found);
    QVERIFY2(found->has_value(), found->has_value() ? "" : qPrintable(found->error().message));
    QStringList texts;
    for (const CatalogEntry& entry : **found) {
        QString text = QString::fromLatin1(kindName(entry.kind)) + u' ' + entry.path.join(u'.');
        text += entry.detail.isEmpty() ? QString() : u' ' + entry.detail;
        texts << (entry.isKey ? text + u" *"_s : text);
    }
    QCOMPARE(texts, expected);
    for (const QString& statement : gateway.statements()) {
        QVERIFY2(!statement.startsWith("USE"_L1), "the session stays where it is");
    }
    QVERIFY(awaitDone(session->close()));
    QCOMPARE(gateway.openOperations(), QStringList());
    QCOMPARE(gateway.complaints(), QStringList());
}

/// Names are quoted, whatever stands in them.
void FlinkCatalogTest::names()
{
    FakeGateway gateway;
    QVERIFY(gateway.start());
    const auto connection = connectTo(gateway.url());
    const auto session = openSession(*connection);
    QVERIFY(session);
    const CatalogEntry parent{.kind = CatalogEntryKind::Catalog, .path = {u"second`cat"_s}};
    const auto found = await(connection->catalogBrowser()->children(session, parent, {}));
    QVERIFY(found && *found);
    QCOMPARE(gateway.statements(), QStringList{u"SHOW DATABASES IN `second``cat`"_s});
    QCOMPARE((*found)->front().path, (QStringList{u"second`cat"_s, u"default_database"_s}));
    QVERIFY(awaitDone(session->close()));
}

void FlinkCatalogTest::oldVersionElsewhere()
{
    FakeGateway gateway;
    gateway.setProductVersion(u"1.16.3"_s);
    QVERIFY(gateway.start());
    const auto connection = connectTo(gateway.url());
    const auto session = openSession(*connection);
    QVERIFY(session);
    const CatalogEntry parent{.kind = CatalogEntryKind::Catalog, .path = {u"second`cat"_s}};
    const auto found = await(connection->catalogBrowser()->children(session, parent, {}));
    QVERIFY(found && !*found);
    QCOMPARE(found->error().kind, ErrorKind::Unsupported);
    QVERIFY(awaitDone(session->close()));
}

void FlinkCatalogTest::errors()
{
    FakeGateway gateway;
    QVERIFY(gateway.start());
    const auto connection = connectTo(gateway.url());
    const auto session = openSession(*connection);
    QVERIFY(session);
    const CatalogEntry gone{
        .kind = CatalogEntryKind::Table, .path = {u"default_catalog"_s, u"default_database"_s, u"gone"_s}};
    const auto found = await(connection->catalogBrowser()->children(session, gone, {}));
    QVERIFY(found && !*found);
    QCOMPARE(found->error().message, u"Table gone does not exist."_s);
    gateway.expireAllSessions();
    const auto lost = await(connection->catalogBrowser()->children(session, {}, {}));
    QVERIFY(lost && !*lost);
    QCOMPARE(lost->error().kind, ErrorKind::SessionLost);
    QVERIFY(session->isLost());
    QVERIFY(awaitDone(session->close()));
}

void FlinkCatalogTest::otherSession()
{
    const auto connection = connectTo(QUrl(u"http://127.0.0.1:1"_s));
    const auto found = await(connection->catalogBrowser()->children(nullptr, {}, {}));
    QVERIFY(found && *found && (*found)->empty());
}

QTEST_GUILESS_MAIN(FlinkCatalogTest)
#include "tst_flinkcatalog.moc"
