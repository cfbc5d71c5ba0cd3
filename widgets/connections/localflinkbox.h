// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/localflinkstatus.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace millrace {

class ElidedLabel;
class StatusGlyphLabel;
class TextLabel;

/// How a server on this machine is, the local Flink unless told otherwise, and the one thing to do about it.
class LocalFlinkBox : public QWidget {
    Q_OBJECT

public:
    explicit LocalFlinkBox(QWidget* parent = nullptr);
    explicit LocalFlinkBox(const QString& title, QWidget* parent = nullptr);

    void setStatus(const LocalFlinkStatus& status);

Q_SIGNALS:
    void startRequested();
    void stopRequested();
    void cancelRequested();
    void logRequested();

private:
    void onMainButton();

    LocalFlinkStatus m_status;
    TextLabel* m_version = nullptr;
    StatusGlyphLabel* m_glyph = nullptr;
    TextLabel* m_text = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_main = nullptr;
    QPushButton* m_log = nullptr;
};

} // namespace millrace
