// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectiontest.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace millrace {

class TextLabel;

/// What a test of a connection found, step by step as it goes, with what the connection can do at the end.
class TestPanel : public QWidget {
    Q_OBJECT

public:
    explicit TestPanel(QWidget* parent = nullptr);

    /// Back to "not tested yet".
    void clear();
    void begin();
    void addStep(const TestStep& step);
    void finish(const ConnectionTest& test);
    /// The test was cancelled; the steps so far stay.
    void cancelled();
    /// How many HTTP calls it took so far.
    void setCallCount(int calls);

    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void showCallsRequested();
    void copyAsCurlRequested();

private:
    QWidget* makeFoot();
    void clearRows();
    void addRow(QWidget* row);
    void showBanner();
    void showCapabilities();
    void showPlaceholder(const QString& sentence);

    bool m_running = false;
    ConnectionTest m_test;

    TextLabel* m_when = nullptr;
    QWidget* m_spinner = nullptr;
    QWidget* m_rows = nullptr; ///< everything between head and foot, in m_layout
    QVBoxLayout* m_layout = nullptr;
    QWidget* m_foot = nullptr;
    QPushButton* m_showCalls = nullptr;
    QPushButton* m_copyCurl = nullptr;
};

} // namespace millrace
