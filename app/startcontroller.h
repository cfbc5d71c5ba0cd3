// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace millrace {

class AppearanceController;
class EditorController;
class LocalFlinkController;
class MainWindow;
class StartPage;
struct SampleScript;
struct Services;

/// The first page, and what it leads to: the local Flink, a connection, a file, a sample that runs.
class StartController : public QObject {
    Q_OBJECT

public:
    StartController(MainWindow& window, EditorController& editors, LocalFlinkController& flink,
        AppearanceController& appearance, Services& services, QObject* parent = nullptr);

    /// Opens a sample on the local Flink and runs it as soon as that answers.
    void runSample(const SampleScript& sample);

private:
    void connectPage();
    void refreshKeys();
    void openSample(const SampleScript& sample);
    void chooseSample();

    MainWindow& m_window;
    EditorController& m_editors;
    LocalFlinkController& m_flink;
    AppearanceController& m_appearance;
    StartPage* m_page = nullptr;
};

} // namespace millrace
