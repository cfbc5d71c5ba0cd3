// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localflink.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;
using State = LocalFlink::State;

/// The script is replaced by one that behaves as it is told in a file beside it.
class TestLocalFlink : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void startsAndStops()
    {
        LocalFlink flink(
            script(u"case \"$1\" in\n"
                   "status) [ -f \"$home/up\" ] && cat \"$home/up\" || exit 3 ;;\n"
                   "start) echo '{\"stage\":\"start\",\"message\":\"Starting JobManager\",\"fraction\":0.5}' >&2\n"
                   "       echo "
                   "'{\"version\":\"2.3.0\",\"gateway\":\"http://127.0.0.1:1\",\"jobManager\":\"http://"
                   "127.0.0.1:2\",\"processes\":[{\"name\":\"gateway\",\"pid\":1,\"log\":\"/g.log\"}]}' | tee "
                   "\"$home/up\" ;;\n"
                   "stop) rm \"$home/up\" ;;\n"
                   "esac\n"_s));
        QSignalSpy operations(&flink, &LocalFlink::operationStarted);
        QStringList log;
        connect(&flink, &LocalFlink::operationStarted, this, [&log](Operation* operation) {
            connect(operation, &Operation::logAppended, operation, [&log](const QString& line) { log << line; });
        });
        flink.refresh();
        QTRY_COMPARE(flink.state(), State::Stopped);
        flink.start();
        QCOMPARE(flink.state(), State::Starting);
        QTRY_COMPARE(flink.state(), State::Running);
        QCOMPARE(flink.addresses()->gateway, u"http://127.0.0.1:1"_s);
        QCOMPARE(flink.addresses()->logs, QStringList{u"/g.log"_s});
        QVERIFY(flink.isOurs());
        QCOMPARE(log, QStringList{u"Starting JobManager"_s});
        QCOMPARE(operations.count(), 1);
        flink.stop();
        QTRY_COMPARE(flink.state(), State::Stopped);
        QVERIFY(!flink.isOurs());
    }

    void findsOneThatRuns()
    {
        LocalFlink flink(script(
            u"[ \"$1\" = status ] && echo '{\"version\":\"2.3.0\",\"gateway\":\"http://g\",\"jobManager\":\"http://j\"}'"_s));
        flink.refresh();
        QTRY_COMPARE(flink.state(), State::Running);
        QVERIFY(!flink.isOurs());
        flink.stopAndWait();
        QCOMPARE(flink.state(), State::Running);
    }

    void tellsWhyItFailed()
    {
        LocalFlink flink(script(u"echo \"Java 17 is missing: install default-jre-headless.\" >&2; exit 3"_s));
        QSignalSpy failed(&flink, &LocalFlink::failed);
        flink.start();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.front().front().value<Error>().message.endsWith(u"install default-jre-headless."_s));
        QCOMPARE(flink.state(), State::Stopped);
    }

    void cancelInterruptsTheScript()
    {
        LocalFlink flink(script(
            u"trap 'touch $home/interrupted; exit 130' TERM; touch $home/ready; while :; do sleep 0.01; done"_s));
        QSignalSpy failed(&flink, &LocalFlink::failed);
        flink.start();
        QTRY_VERIFY(QFile::exists(m_folder->filePath(u"ready"_s)));
        flink.stop();
        QTRY_COMPARE(flink.state(), State::Stopped);
        QCOMPARE(failed.count(), 0);
        QVERIFY(QFile::exists(m_folder->filePath(u"interrupted"_s)));
    }

    void aMissingScriptIsSaid()
    {
        LocalFlink flink({});
        QSignalSpy failed(&flink, &LocalFlink::failed);
        flink.refresh();
        flink.start();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(flink.state(), State::Stopped);
    }

    void anUnstartableScriptIsSaid()
    {
        LocalFlink flink(m_folder->filePath(u"nothing"_s));
        QSignalSpy failed(&flink, &LocalFlink::failed);
        flink.start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(flink.state(), State::Stopped);
    }

    void addressesNeedBothParts()
    {
        QVERIFY(!LocalFlinkAddresses::fromJson({{u"gateway"_s, u"http://g"_s}}));
        QVERIFY(!LocalFlinkAddresses::fromJson({}));
    }

private:
    QString script(const QString& body)
    {
        const QString path = m_folder->filePath(u"local-flink"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) {
            return {};
        }
        file.write("#!/bin/bash\nhome=" + m_folder->path().toUtf8() + "\n" + body.toUtf8() + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestLocalFlink)
#include "tst_localflink.moc"
