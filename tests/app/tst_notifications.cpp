// SPDX-License-Identifier: GPL-3.0-or-later
// What a desktop hears of a watched job: the whole program, on a session bus of the test's own.
#include "app/actionregistry.h"
#include "app/editorcontroller.h"
#include "app/jobs/jobpolling.h"
#include "app/localflink.h"
#include "app/localseatunnel.h"
#include "app/mainwindow.h"
#include "app/program.h"
#include "app/services.h"
#include "storage/connectionstore.h"
#include "storage/database.h"
#include "storage/settings.h"
#include "tests/app/fakecluster.h"
#include "widgets/jobs/jobspage.h"
#include "widgets/jobs/jobstable.h"

#include <QAction>
#include <QApplication>
#include <QDBusConnection>
#include <QDBusError>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace millrace;
using namespace millrace::test;
using namespace Qt::StringLiterals;

namespace {

/// A dbus-daemon that ends with its object.
class SessionBus {
public:
    SessionBus()
    {
        m_daemon.start(u"dbus-daemon"_s,
            {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s,
                u"--address=unix:dir="_s + m_folder.path()});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead()) {
            m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
        }
    }

    ~SessionBus()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }

    const QString& address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
};

QString s_address;

} // namespace

/// What a desktop has to show notifications.
class NotificationService : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList heard; ///< "application | title | text"

public Q_SLOTS:

    uint Notify(const QString& application, uint /*replaces*/, const QString& /*icon*/, const QString& title,
        const QString& text, const QStringList& /*actions*/, const QVariantMap& /*hints*/, int /*timeout*/)
    {
        heard << QStringList{application, title, text}.join(u" | "_s);
        return static_cast<uint>(heard.size());
    }
};

class TestNotifications : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        QVERIFY(QDir(QFileInfo(Database::defaultFile()).absolutePath()).removeRecursively());
        QVERIFY(QDir(QFileInfo(Settings::defaultFile()).absolutePath()).removeRecursively());
    }

    void aWatchedJobTellsTheDesktop()
    {
        QVERIFY(!s_address.isEmpty());
        QDBusConnection desktop = QDBusConnection::connectToBus(s_address, u"desktop"_s);
        QVERIFY2(desktop.isConnected(), qPrintable(desktop.lastError().message()));
        NotificationService service;
        QVERIFY(desktop.registerObject(u"/org/freedesktop/Notifications"_s, &service, QDBusConnection::ExportAllSlots));
        QVERIFY(desktop.registerService(u"org.freedesktop.Notifications"_s));

        const auto cluster = std::make_shared<FakeCluster>();
        cluster->jobs = {runningJob(u"1"_s, u"orders & more"_s), runningJob(u"2"_s, u"payments"_s)};
        auto services = Services::open();
        services->localFlink = std::make_unique<LocalFlink>(QString());
        services->localSeaTunnel.reset();
        services->backends.add(std::make_unique<FakeClusterBackend>(cluster));
        const QString connection = services->connections->save({.name = u"shop"_s, .system = u"cluster"_s})->id;
        const auto drained = qScopeGuard([cluster] { std::ignore = cluster->inFlight.drain(); });
        Program program(*qApp, std::move(services));
        program.show({});
        MainWindow& window = program.window();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.showFullPage(u"jobs"_s);
        auto* page = window.findChild<JobsPage*>();
        QTRY_COMPARE(page->table()->model()->rowCount(), 2);
        page->setCurrentJob({connection, u"1"_s});
        window.actions().action("jobs.watch"_L1)->trigger();

        auto* polling = program.editors().findChild<JobPolling*>();
        QVERIFY(polling);
        const auto next = [&](JobState state, const QString& failure, int restarts) {
            for (JobSummary& job : cluster->jobs) {
                job.state = state;
                job.failure = failure;
                job.restarts = restarts;
            }
            polling->refresh();
        };
        next(JobState::Restarting, {}, 0);
        QTRY_COMPARE(service.heard.size(), 1);
        QCOMPARE(service.heard.back(), u"Millrace | orders & more restarts | shop"_s);
        next(JobState::Running, {}, 0);
        next(JobState::Running, {}, 1);
        QTRY_COMPARE(service.heard.size(), 2);
        QCOMPARE(service.heard.back(), u"Millrace | orders & more has restarted | shop"_s);
        // Nobody looks at the jobs: the bar at the left counts as well.
        window.showTabs();
        next(JobState::Failed, u"Expected <int>"_s, 1);
        QTRY_COMPARE(service.heard.size(), 3);
        QCOMPARE(service.heard.back(), u"Millrace | orders & more failed | shop\nExpected &lt;int&gt;"_s);
        const auto* button = window.findChild<QToolButton*>(u"activity.jobs"_s);
        QTRY_VERIFY(button->accessibleDescription().startsWith(u'1'));
        window.showFullPage(u"jobs"_s);
        QTRY_COMPARE(button->accessibleDescription(), QString());
    }
};

int main(int argc, char** argv)
{
    // Before anything of Qt asks for the bus.
    const SessionBus bus;
    s_address = bus.address();
    qputenv("DBUS_SESSION_BUS_ADDRESS", s_address.toUtf8());
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"millrace"_s);
    TestNotifications test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_notifications.moc"
