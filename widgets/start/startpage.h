// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/localflinkstatus.h"

#include <QMap>
#include <QWidget>

#include <vector>

namespace millrace {

class SampleCard;
class StartAction;
class StartLink;
class TextLabel;

/// A script that runs on the local Flink and nothing else.
struct SampleScript {
    QString id; ///< "orders-per-shop"
    QString title; ///< "orders per shop"
    QString text;
};

/// The samples of the program, in the order in which they are shown.
std::vector<SampleScript> sampleScripts();

/// The first page: three actions, and a sample to try. A pure view: the setters tell it how things are, the signals
/// what the person chose.
class StartPage : public QWidget {
    Q_OBJECT

public:
    enum class Action { StartFlink, AddConnection, OpenFile, Palette };

    explicit StartPage(QWidget* parent = nullptr);

    void setJavaState(const JavaStatus& java);
    void setFlinkState(const LocalFlinkStatus& flink);
    /// Changes the sentence below the title: nothing is open, but connections may exist.
    void setConnectionCount(int connections);
    /// "Flink, Dinky, SeaTunnel, Linkis or DLI": the systems a connection can be for.
    void setSystemNames(const QStringList& names);
    /// The keys of an action as the action registry has them; empty: none.
    void setKeys(Action action, const QString& keys);
    /// Which theme and which language ("en", "zh_CN") are on, to mark them.
    void setTheme(bool dark);
    void setLanguage(const QString& language);
    void setSamples(std::vector<SampleScript> samples);
    [[nodiscard]] const SampleScript& currentSample() const;

Q_SIGNALS:
    void startFlinkRequested();
    void cancelFlinkRequested();
    void addConnectionRequested();
    void openFileRequested();
    /// Start the local Flink when it does not run, open the sample in a tab and run it.
    void runSampleRequested(const millrace::SampleScript& sample);
    void openSampleRequested(const millrace::SampleScript& sample);
    void paletteRequested();
    void themeRequested(bool dark);
    void languageRequested(const QString& language);
    void filesDropped(const QStringList& paths);

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeActions();
    QWidget* makeFoot();
    void requestTheme(bool dark);
    void retranslate();
    void updateFlinkAction();

    LocalFlinkStatus m_flink;
    JavaStatus m_java;
    QStringList m_systems;
    int m_connections = 0;
    bool m_dark = false;
    QString m_language;

    TextLabel* m_title = nullptr;
    TextLabel* m_lead = nullptr;
    StartAction* m_startFlink = nullptr;
    StartAction* m_addConnection = nullptr;
    StartAction* m_openFile = nullptr;
    SampleCard* m_sample = nullptr;
    StartLink* m_palette = nullptr;
    StartLink* m_light = nullptr;
    StartLink* m_darkButton = nullptr;
    StartLink* m_languageButton = nullptr;
    QMap<Action, QString> m_keys;
};

} // namespace millrace
