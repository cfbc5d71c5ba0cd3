// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectiontest.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace millrace {

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

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    QWidget* makeBanner();
    QWidget* makeStep(const TestStep& step);
    QWidget* makeCapability(const CapabilityState& capability);

    ConnectionTest m_test;
    bool m_running = false;
    bool m_finished = false;
    bool m_cancelled = false;

    QLabel* m_when = nullptr;
    QVBoxLayout* m_content = nullptr;
    QPushButton* m_showCalls = nullptr;
    QToolButton* m_copyCurl = nullptr;
};

} // namespace millrace
