// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogmodel.h"
#include "models/catalognames.h"
#include "models/connectionlistmodel.h"
#include "models/filetreemodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;
using Kind = CatalogEntryKind;

namespace {

constexpr auto s_strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

/// The tree as indented lines.
QString dump(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QString(depth * 2, u' ') + index.data().toString() + u'\n';
        text += dump(model, index, depth + 1);
    }
    return text;
}

CatalogEntry catalog(const QString& name)
{
    return {.kind = Kind::Catalog, .path = {name}};
}

CatalogEntry below(const CatalogEntry& parent, Kind kind, const QString& name, const QString& detail = {})
{
    return {.kind = kind, .path = parent.path + QStringList{name}, .detail = detail};
}

std::vector<CatalogEntry> tables(const CatalogEntry& database, const QStringList& names)
{
    std::vector<CatalogEntry> entries;
    for (const QString& name : names) {
        entries.push_back(below(database, Kind::Table, name));
    }
    return entries;
}

const Error s_error{.kind = ErrorKind::Network, .message = u"Nobody answers."_s, .detail = u"stack"_s};

ConnectionProfile profile(const QString& id, const QString& name, Environment environment)
{
    return {.id = id, .name = name, .system = u"flink"_s, .environment = environment};
}

} // namespace

class CatalogModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_model = std::make_unique<CatalogModel>();
        m_proxy = std::make_unique<QSortFilterProxyModel>();
        m_proxy->setRecursiveFilteringEnabled(true);
        m_proxy->setSourceModel(m_model.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), s_strict);
        m_proxyTester = std::make_unique<QAbstractItemModelTester>(m_proxy.get(), s_strict);
        // It would open every branch in the middle of a change.
        m_tester->setUseFetchMore(false);
        m_proxyTester->setUseFetchMore(false);
    }

    void cleanup()
    {
        m_proxyTester.reset();
        m_tester.reset();
        m_proxy.reset();
        m_model.reset();
    }

    void nothingIsAskedWithoutASession()
    {
        QSignalSpy wanted(m_model.get(), &CatalogModel::childrenWanted);
        QVERIFY(!m_model->canFetchMore({}));
        m_model->fetchMore({});
        QCOMPARE(wanted.count(), 0);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void loadsBranchByBranch()
    {
        QSignalSpy wanted(m_model.get(), &CatalogModel::childrenWanted);
        m_model->reset(true);
        m_model->fetchMore({});
        m_model->fetchMore({});
        QCOMPARE(wanted.count(), 1);
        QVERIFY(wanted.at(0).at(0).value<CatalogEntry>().path.isEmpty());
        QCOMPARE(dump(*m_model), u"Loading…\n"_s);

        const CatalogEntry shop = catalog(u"shop"_s);
        m_model->setChildren({}, {shop});
        QCOMPARE(dump(*m_model), u"shop\n"_s);
        const QModelIndex shopIndex = m_model->index(0, 0);
        QVERIFY(m_model->hasChildren(shopIndex));
        QVERIFY(m_model->canFetchMore(shopIndex));
        m_model->fetchMore(shopIndex);
        QCOMPARE(wanted.at(1).at(0).value<CatalogEntry>(), shop);
        m_model->setChildren(shop, {});
        QVERIFY(!m_model->hasChildren(shopIndex));
        QCOMPARE(dump(*m_model), u"shop\n"_s);
    }

    void answerForAGoneBranchIsDropped()
    {
        m_model->reset(true);
        m_model->setChildren(catalog(u"gone"_s), {catalog(u"x"_s)});
        m_model->setError(catalog(u"gone"_s), s_error);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void refreshKeepsRowsAndSaysWhatChanged()
    {
        const CatalogEntry database = loadedDatabase({u"b"_s, u"c"_s, u"d"_s});
        const QPersistentModelIndex kept = m_model->indexOf(below(database, Kind::Table, u"c"_s));
        const QPersistentModelIndex gone = m_model->indexOf(below(database, Kind::Table, u"d"_s));
        m_model->setChildren(below(database, Kind::Table, u"c"_s), {below(database, Kind::Column, u"id"_s, u"INT"_s)});
        QSignalSpy wanted(m_model.get(), &CatalogModel::childrenWanted);
        m_model->refresh();
        // The root, the catalog, the database and the one table whose columns were loaded.
        QCOMPARE(wanted.count(), 4);
        QVERIFY2(!dump(*m_model).contains(u"Loading"_s), "what is there stays in sight");

        m_model->setChildren(database, tables(database, {u"a"_s, u"c"_s, u"b"_s, u"e"_s}));
        QVERIFY(kept.isValid());
        QCOMPARE(kept.row(), 1);
        QVERIFY(!gone.isValid());
        QCOMPARE(dump(*m_model, m_model->indexOf(database)), u"a\nc\n  id\nb\ne\n"_s);
    }

    void mergesAnyOrder()
    {
        const CatalogEntry database = loadedDatabase({});
        QRandomGenerator random(99);
        for (int round = 0; round < 200; ++round) {
            QStringList names;
            for (int i = 0; i < 12; ++i) {
                if (random.bounded(2) == 0) {
                    names.insert(random.bounded(int(names.size()) + 1), QString::number(i));
                }
            }
            m_model->setChildren(database, tables(database, names));
            QCOMPARE(dump(*m_model, m_model->indexOf(database)),
                names.isEmpty() ? QString() : QString(names.join(u'\n') + u'\n'));
            for (int row = 0; row < names.size(); ++row) {
                QCOMPARE(m_model->indexOf(below(database, Kind::Table, names.at(row))).row(), row);
            }
        }
    }

    void sameNameTwiceIsOneRow()
    {
        const CatalogEntry database = loadedDatabase({u"t"_s, u"t"_s});
        QCOMPARE(m_model->rowCount(m_model->indexOf(database)), 1);
        m_model->setChildren(database, {below(database, Kind::Table, u"t"_s), below(database, Kind::View, u"t"_s)});
        QCOMPARE(m_model->rowCount(m_model->indexOf(database)), 2);
    }

    void errorsStandInTheTreeAndCanBeRetried()
    {
        const CatalogEntry database = loadedDatabase({u"t"_s});
        const CatalogEntry table = below(database, Kind::Table, u"t"_s);
        const QModelIndex index = m_model->indexOf(table);
        m_model->fetchMore(index);
        m_model->setError(table, s_error);
        QCOMPARE(dump(*m_model, index), u"Nobody answers.\n"_s);
        const QModelIndex row = m_model->index(0, 0, index);
        QCOMPARE(row.data(CatalogModel::RowKindRole).toInt(), static_cast<int>(CatalogModel::RowKind::Error));
        QCOMPARE(row.data(CatalogModel::ErrorDetailRole).toString(), u"stack"_s);
        QCOMPARE(m_model->entry(row), table);
        QVERIFY(!m_model->canFetchMore(index));

        QSignalSpy wanted(m_model.get(), &CatalogModel::childrenWanted);
        m_model->refresh(row);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(dump(*m_model, index), u"Loading…\n"_s);
        m_model->setChildren(table, {below(table, Kind::Column, u"id"_s, u"INT"_s)});
        QCOMPARE(dump(*m_model, index), u"id\n"_s);

        // Later trouble stands beside what was known.
        m_model->refresh(index);
        m_model->setError(table, s_error);
        QCOMPARE(dump(*m_model, index), u"id\nNobody answers.\n"_s);
        m_model->setError(table, Error::cancelled());
        QCOMPARE(dump(*m_model, index), u"id\n"_s);
    }

    void cancelledCanBeAskedAgain()
    {
        m_model->reset(true);
        m_model->fetchMore({});
        m_model->setError({}, Error::cancelled());
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_model->canFetchMore({}));
    }

    void resetForgetsEverything()
    {
        loadedDatabase({u"t"_s});
        m_model->reset(true);
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_model->loadedNames(Kind::Table).isEmpty());
        m_model->reset(false);
        QVERIFY(!m_model->hasChildren());
    }

    void namesForOthers()
    {
        loadedDatabase({u"b"_s, u"a"_s});
        QCOMPARE(m_model->loadedNames(Kind::Table), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(m_model->loadedNames(Kind::Catalog), QStringList{u"shop"_s});
    }

    void dragsAsQuotedNames()
    {
        const CatalogEntry database = loadedDatabase({u"order"_s});
        const std::unique_ptr<QMimeData> data(
            m_model->mimeData({m_model->indexOf(below(database, Kind::Table, u"order"_s))}));
        QCOMPARE(data->text(), u"shop.dim.`order`"_s);
    }

    void quotes_data()
    {
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("plain") << QStringList{u"shop"_s, u"dim"_s, u"t_1"_s} << u"shop.dim.t_1"_s;
        QTest::newRow("reserved") << QStringList{u"table"_s} << u"`table`"_s;
        QTest::newRow("reserved in capitals") << QStringList{u"SELECT"_s} << u"`SELECT`"_s;
        QTest::newRow("digit first") << QStringList{u"1a"_s} << u"`1a`"_s;
        QTest::newRow("dash") << QStringList{u"a-b"_s} << u"`a-b`"_s;
        QTest::newRow("back-tick") << QStringList{u"a`b"_s} << u"`a``b`"_s;
        QTest::newRow("chinese") << QStringList{u"订单"_s} << u"`订单`"_s;
        QTest::newRow("empty") << QStringList{QString()} << u"``"_s;
    }

    void quotes()
    {
        QFETCH(QStringList, path);
        QTEST(quotedPath(path), "quoted");
    }

    void insertedTexts()
    {
        const CatalogEntry table{.kind = Kind::Table, .path = {u"c"_s, u"d"_s, u"t"_s}};
        QCOMPARE(insertedText(table), u"c.d.t"_s);
        QCOMPARE(insertedText(below(table, Kind::Column, u"user"_s)), u"`user`"_s);
        QCOMPARE(insertedText({.kind = Kind::Function, .path = {u"TUMBLE"_s}}), u"TUMBLE"_s);
    }

    void connectionsAreGroupedAndMerged()
    {
        ConnectionListModel model;
        const QAbstractItemModelTester tester(&model, s_strict);
        using E = Environment;
        model.setConnections({profile(u"1"_s, u"local"_s, E::Development), profile(u"2"_s, u"Zulu"_s, E::Production),
            profile(u"3"_s, u"alpha"_s, E::Production)});
        QCOMPARE(dump(model), u"Production\n  alpha\n  Zulu\nDevelopment\n  local\n"_s);
        const QPersistentModelIndex zulu = model.indexOf(u"2"_s);

        // A new group before the others, a rename that sorts anew, one that is gone.
        model.setConnections({profile(u"2"_s, u"aaa"_s, E::Production), profile(u"3"_s, u"alpha"_s, E::Production),
            profile(u"4"_s, u"mid"_s, E::Test)});
        QCOMPARE(dump(model), u"Production\n  aaa\n  alpha\nTest\n  mid\n"_s);
        QVERIFY(zulu.isValid());
        QCOMPARE(zulu.data().toString(), u"aaa"_s);
        QCOMPARE(zulu.parent().data().toString(), u"Production"_s);

        // From one environment to another.
        model.setConnections({profile(u"2"_s, u"aaa"_s, E::Development)});
        QCOMPARE(dump(model), u"Development\n  aaa\n"_s);
        model.setConnections({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.indexOf(u"2"_s).isValid());
    }

    void connectionRoles()
    {
        ConnectionListModel model;
        const QAbstractItemModelTester tester(&model, s_strict);
        model.setSystemNames({{u"flink"_s, u"Flink"_s}});
        model.setConnections({profile(u"1"_s, u"local"_s, Environment::Development)});
        const QModelIndex index = model.indexOf(u"1"_s);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QCOMPARE(index.data(ConnectionListModel::SystemRole).toString(), u"Flink"_s);
        model.setDetail(u"1"_s, u"Flink 2.3.0"_s);
        model.setDetail(u"1"_s, u"Flink 2.3.0"_s);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(index.data(ConnectionListModel::SystemRole).toString(), u"Flink 2.3.0"_s);
        model.setDetail(u"1"_s, QString());
        QCOMPARE(index.data(ConnectionListModel::SystemRole).toString(), u"Flink"_s);
        model.setDirty(u"1"_s, true);
        QVERIFY(index.data(ConnectionListModel::DirtyRole).toBool());
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(u"not saved"_s));
        model.setDirty(u"nobody"_s, true);
        QCOMPARE(model.profile(index)->name, u"local"_s);
        QCOMPARE(model.profile(index.parent()), nullptr);
        QVERIFY(!index.parent().flags().testFlag(Qt::ItemIsSelectable));
    }

    void filesShowSqlAndText()
    {
        QTemporaryDir folder;
        for (const auto& name : {u"b.sql"_s, u"a.SQL"_s, u"notes.txt"_s, u"program.bin"_s, u".hidden.sql"_s}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(QDir(folder.path()).mkdir(u"zfolder"_s));
        FileTreeModel model;
        const QModelIndex root = model.setRootPath(folder.path());
        QTRY_COMPARE(model.rowCount(root), 4);
        model.sort(0);
        QCOMPARE(dump(model, root), u"zfolder\na.SQL\nb.sql\nnotes.txt\n"_s);
        QCOMPARE(model.columnCount(root), 1);
        QVERIFY(QFile::remove(folder.filePath(u"b.sql"_s)));
        QTRY_COMPARE(model.rowCount(root), 3);
    }

private:
    /// A tree with shop › dim › tables, all loaded; gives dim.
    CatalogEntry loadedDatabase(const QStringList& names)
    {
        const CatalogEntry shop = catalog(u"shop"_s);
        const CatalogEntry dim = below(shop, Kind::Database, u"dim"_s);
        m_model->reset(true);
        m_model->setChildren({}, {shop});
        m_model->setChildren(shop, {dim});
        m_model->setChildren(dim, tables(dim, names));
        return dim;
    }

    std::unique_ptr<CatalogModel> m_model;
    std::unique_ptr<QSortFilterProxyModel> m_proxy;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QAbstractItemModelTester> m_proxyTester;
};

QTEST_GUILESS_MAIN(CatalogModelsTest)
#include "catalog_models.moc"
