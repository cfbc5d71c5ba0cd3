// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPushButton>

#include "app/editorcontroller.h"
#include "app/jobs/incidentbundle.h"
#include "app/localflink.h"
#include "app/localseatunnel.h"
#include "app/mainwindow.h"
#include "app/program.h"
#include "app/services.h"
#include "backends/dli/dlibackend.h"
#include "core/operation.h"
#include "models/inventorymodel.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/historystore.h"
#include "storage/settings.h"
#include "tests/dli/contractservice.h"
#include "widgets/api/apianswerview.h"
#include "widgets/api/apiconsolepage.h"
#include "widgets/common/messagebar.h"
#include "widgets/inventory/inventorybar.h"
#include "widgets/inventory/inventorydetail.h"
#include "widgets/inventory/inventorypage.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDirIterator>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// The whole program on a contract server, whose secret key comes from the environment.
class Fixture {
public:
    bool open()
    {
        if (!service.start()) {
            return false;
        }
        qputenv("MILLRACE_SECRET_LAKE", service.secretKey().toUtf8());
        auto services = Services::open();
        services->localFlink = std::make_unique<LocalFlink>(QString());
        services->localSeaTunnel.reset();
        const auto saved = services->connections->save(service.profile(u"lake"_s));
        connectionId = saved ? saved->id : QString();
        program = std::make_unique<Program>(*qApp, std::move(services));
        program->show({});
        return !connectionId.isEmpty() && QTest::qWaitForWindowExposed(&program->window());
    }

    template <typename Page> Page* page(const QString& name)
    {
        program->window().showFullPage(name);
        return program->window().findChild<Page*>();
    }

    ContractService service;
    QString connectionId;
    std::unique_ptr<Program> program;
};

bool showKind(InventoryPage* page, const QString& title)
{
    auto* kinds = page->findChild<QListWidget*>(u"inventoryKinds"_s);
    const QList<QListWidgetItem*> found = kinds->findItems(title, Qt::MatchExactly);
    if (found.isEmpty()) {
        return false;
    }
    kinds->scrollToItem(found.front());
    QTest::mouseClick(kinds->viewport(), Qt::LeftButton, {}, kinds->visualItemRect(found.front()).center());
    return QTest::qWaitFor([page] { return page->bar() && page->model(); });
}

/// Files below the folder that hold the text.
QStringList filesWith(const QString& folder, const QByteArray& text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) {
            found << file.fileName();
        }
    }
    return found;
}

} // namespace

class DliWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        QVERIFY(QDir(QFileInfo(Database::defaultFile()).absolutePath()).removeRecursively());
        QVERIFY(QDir(QFileInfo(Settings::defaultFile()).absolutePath()).removeRecursively());
    }

    void everyKindIsReadInTheWindow()
    {
        Fixture f;
        QVERIFY(f.open());
        auto* page = f.page<InventoryPage>(u"servers"_s);
        QTRY_VERIFY(!page->currentKind().isEmpty());
        for (const QString& title : {u"Databases"_s, u"SQL jobs"_s, u"Flink jobs"_s, u"Spark batches"_s, u"Packages"_s,
                 u"Enhanced connections"_s, u"Queues"_s, u"Elastic resource pools"_s, u"Global variables"_s,
                 u"Catalogs"_s}) {
            QVERIFY2(showKind(page, title), qPrintable(title));
            QTRY_VERIFY2(page->bar()->freshness().startsWith("Asked"_L1), qPrintable(title));
            QVERIFY2(!page->messageBar()->hasMessage(), qPrintable(title));
        }
    }

    void whatWentWrongIsToldWithItsRequestId()
    {
        Fixture f;
        QVERIFY(f.open());
        f.service.say("fault list_queues=gateway without header id");
        auto* page = f.page<InventoryPage>(u"servers"_s);
        QTRY_VERIFY(!page->currentKind().isEmpty());
        QVERIFY(showKind(page, u"Queues"_s));
        QTRY_VERIFY(page->messageBar()->hasMessage());
        QVERIFY(page->messageBar()->message().text.contains("APIGW.0303"_L1));
        QVERIFY(page->messageBar()->message().details.contains("Request id: "_L1));
        f.service.say("clear");
        QVERIFY(showKind(page, u"Databases"_s));
        QTRY_VERIFY(!page->messageBar()->hasMessage());
    }

    void noKeyIsWrittenAnywhere()
    {
        QByteArray key;
        const QTemporaryDir unpacked;
        const QString bundle = unpacked.filePath(u"incident.zip"_s);
        {
            Fixture f;
            QVERIFY(f.open());
            key = f.service.secretKey().toUtf8();
            // A list, a refused call, a statement that fails, a call of the console with its curl, an incident bundle.
            auto* servers = f.page<InventoryPage>(u"servers"_s);
            QTRY_VERIFY(servers->bar()->freshness().startsWith("Asked"_L1));
            f.service.say("fault list_queues=gateway");
            QVERIFY(showKind(servers, u"Queues"_s));
            QTRY_VERIFY(servers->messageBar()->hasMessage());
            QVERIFY(!servers->messageBar()->message().details.contains(QString::fromUtf8(key)));
            f.service.say("clear");
            ScriptTab* tab = f.program->editors().newTab(u"SELECT fail;\nSELECT 1;"_s);
            tab->runText(u"SELECT fail"_s);
            QTRY_VERIFY(!f.program->services().history->page({})->empty());
            auto* console = f.page<ApiConsolePage>(u"api"_s);
            QTRY_VERIFY(console->showCall(u"list_databases"_s));
            QTRY_VERIFY(console->findChild<QPushButton*>(u"sendCall"_s)->isEnabled());
            QTest::mouseClick(console->findChild<QPushButton*>(u"sendCall"_s), Qt::LeftButton);
            QTRY_VERIFY(console->answer()->answer().has_value());
            auto* copy = console->findChild<QToolButton*>(u"copyCallAsCurl"_s);
            QTRY_VERIFY(copy->isEnabled());
            QTest::mouseClick(copy, Qt::LeftButton);
            const QString curl = QApplication::clipboard()->text();
            QVERIFY2(curl.startsWith("curl"_L1), qPrintable(curl));
            QVERIFY2(!curl.contains("Signature="_L1), qPrintable(curl));
            QVERIFY(!curl.contains(QString::fromUtf8(key)));
            f.program->terminate();
            const std::shared_ptr<Connection> connection = dli::DliBackend().connect(
                f.service.profile(u"lake"_s), {{u"secretKey"_s, f.service.secretKey()}});
            const auto operation = std::make_shared<Operation>(u"bundle"_s);
            operation->start();
            runIncidentBundle(operation,
                {.connection = connection, .key = {u"lake"_s, u"298765"_s}, .path = bundle, .systemName = u"DLI"_s});
            QTRY_VERIFY(operation->isFinished());
        }
        QCOMPARE(QProcess::execute(QStringLiteral(MILLRACE_TEST_PYTHON), {u"-m"_s, u"zipfile"_s, u"-e"_s, bundle, unpacked.path()}), 0);
        QVERIFY(!filesWith(unpacked.path(), "298765").isEmpty());
        QCOMPARE(filesWith(unpacked.path(), key), QStringList());
        QCOMPARE(filesWith(unpacked.path(), "Signature="), QStringList());
        const QString home = qEnvironmentVariable("HOME");
        QVERIFY(!home.isEmpty());
        // The search finds what is there: the access key is no secret.
        QVERIFY(!filesWith(home, "QTWAOYTTINDUT2QVKYUC").isEmpty());
        QCOMPARE(filesWith(home, key), QStringList());
        QCOMPARE(filesWith(home, "Signature="), QStringList());
    }
};

QTEST_MAIN(DliWindowTest)
#include "tst_dliwindow.moc"
