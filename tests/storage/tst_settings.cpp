// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace millrace;
using namespace Qt::StringLiterals;

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"config/settings.json"_s);
    }

    void defaults()
    {
        const Settings settings(m_file);
        QCOMPARE(settings.theme(), Settings::ThemeChoice::System);
        QCOMPARE(settings.language(), QString());
        QCOMPARE(settings.defaultRowCap(), 100'000);
        QCOMPARE(settings.onError(), u"stop"_s);
        QVERIFY(settings.recentFiles().isEmpty());
        QVERIFY(!settings.loadError());
        QVERIFY2(!QFile::exists(m_file), "nothing set, nothing written");
    }

    void keepsEverything()
    {
        {
            Settings settings(m_file);
            settings.setTheme(Settings::ThemeChoice::Dark);
            settings.setLanguage(u"zh_CN"_s);
            settings.setEditorFontSize(11.5);
            settings.setInterfaceFontSize(10);
            settings.setMonoFamily(u"JetBrains Mono"_s);
            settings.setDefaultRowCap(0);
            settings.setOnError(u"continue"_s);
            settings.setFilesFolder(u"/home/u/sql"_s);
            settings.addRecentFile(u"/a.sql"_s);
            settings.setBlob(u"mainWindow"_s, QByteArray("\0\xff\1", 3));
            settings.setShortcuts({{u"run.statement"_s, {u"F5"_s, u"Ctrl+Return"_s}}, {u"none"_s, {}}});
            settings.setValue(u"other"_s, 7);
        }
        const Settings settings(m_file);
        QCOMPARE(settings.theme(), Settings::ThemeChoice::Dark);
        QCOMPARE(settings.language(), u"zh_CN"_s);
        QCOMPARE(settings.editorFontSize(), 11.5);
        QCOMPARE(settings.interfaceFontSize(), 10.0);
        QCOMPARE(settings.monoFamily(), u"JetBrains Mono"_s);
        QCOMPARE(settings.defaultRowCap(), 0);
        QCOMPARE(settings.onError(), u"continue"_s);
        QCOMPARE(settings.filesFolder(), u"/home/u/sql"_s);
        QCOMPARE(settings.recentFiles(), QStringList{u"/a.sql"_s});
        QCOMPARE(settings.blob(u"mainWindow"_s), QByteArray("\0\xff\1", 3));
        QCOMPARE(settings.shortcuts(),
            (QMap<QString, QStringList>{{u"run.statement"_s, {u"F5"_s, u"Ctrl+Return"_s}}, {u"none"_s, {}}}));
        QCOMPARE(settings.value(u"other"_s).toInt(), 7);
        QCOMPARE(settings.value(u"absent"_s, 3).toInt(), 3);
    }

    void signalsOnlyOnChange()
    {
        Settings settings(m_file);
        QSignalSpy theme(&settings, &Settings::themeChanged);
        QSignalSpy fonts(&settings, &Settings::fontsChanged);
        QSignalSpy recent(&settings, &Settings::recentFilesChanged);
        settings.setTheme(Settings::ThemeChoice::Light);
        settings.setTheme(Settings::ThemeChoice::Light);
        settings.setEditorFontSize(12);
        settings.addRecentFile(u"/a"_s);
        settings.addRecentFile(u"/a"_s);
        QCOMPARE(theme.count(), 1);
        QCOMPARE(theme.at(0).at(0).value<Settings::ThemeChoice>(), Settings::ThemeChoice::Light);
        QCOMPARE(fonts.count(), 1);
        QCOMPARE(recent.count(), 1);
    }

    void writesByItself()
    {
        Settings settings(m_file);
        settings.setLanguage(u"en"_s);
        QTRY_VERIFY(QFile::exists(m_file));
        QCOMPARE(Settings(m_file).language(), u"en"_s);
    }

    void recentFilesAreNewestFirstAndFew()
    {
        Settings settings(m_file);
        for (int i = 0; i < 30; ++i) {
            settings.addRecentFile("/"_L1 + QString::number(i));
        }
        settings.addRecentFile(u"/20"_s);
        QCOMPARE(settings.recentFiles().size(), 20);
        QCOMPARE(settings.recentFiles().mid(0, 3), (QStringList{u"/20"_s, u"/29"_s, u"/28"_s}));
        settings.removeRecentFile(u"/29"_s);
        QCOMPARE(settings.recentFiles().mid(0, 2), (QStringList{u"/20"_s, u"/28"_s}));
    }

    void twoWindowsKeepEachOthersKeys()
    {
        Settings one(m_file);
        Settings two(m_file);
        one.setLanguage(u"en"_s);
        QVERIFY(one.flush());
        two.setDefaultRowCap(5);
        QVERIFY(two.flush());
        const Settings fresh(m_file);
        QCOMPARE(fresh.language(), u"en"_s);
        QCOMPARE(fresh.defaultRowCap(), 5);
    }

    void badValuesAreDefaults()
    {
        write(R"({"theme": "puce", "defaultRowCap": -4, "editorFontSize": 9000, "onError": 3, "recentFiles": "x",
                  "shortcuts": [], "window/a": 5, "language": null})");
        const Settings settings(m_file);
        QCOMPARE(settings.theme(), Settings::ThemeChoice::System);
        QCOMPARE(settings.defaultRowCap(), 0);
        QCOMPARE(settings.editorFontSize(), 0.0);
        QCOMPARE(settings.onError(), u"stop"_s);
        QVERIFY(settings.recentFiles().isEmpty());
        QVERIFY(settings.shortcuts().isEmpty());
        QVERIFY(settings.blob(u"a"_s).isEmpty());
        QVERIFY(settings.language().isEmpty());
    }

    void damagedFileIsMovedAside()
    {
        write("{\"theme\": \"dark\", ");
        Settings settings(m_file);
        QVERIFY(settings.loadError());
        QCOMPARE(settings.theme(), Settings::ThemeChoice::System);
        const QStringList aside = QFileInfo(m_file).dir().entryList({u"*.damaged-*"_s});
        QCOMPARE(aside.size(), 1);
        QVERIFY(settings.loadError()->message.contains(aside.first()));
        settings.setLanguage(u"en"_s);
        QVERIFY(settings.flush());
        QVERIFY(!Settings(m_file).loadError());
    }

    void unwritableIsSaid()
    {
        QFile inTheWay(m_folder->filePath(u"config"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Settings settings(m_file);
        QSignalSpy failed(&settings, &Settings::failed);
        settings.setLanguage(u"en"_s);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(settings.language(), u"en"_s);
    }

private:
    void write(const QByteArray& json)
    {
        QDir().mkpath(QFileInfo(m_file).path());
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
