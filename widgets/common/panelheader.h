// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QToolButton;

namespace millrace {

class TextLabel;
class ElidedLabel;

/// The head of a side panel or of a part of it: title, a dim remark at the right, icon buttons.
class PanelHeader : public QWidget {
    Q_OBJECT

public:
    explicit PanelHeader(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setRemark(const QString& remark);
    /// text is the tooltip and the accessible name.
    QToolButton* addButton(QLatin1StringView icon, const QString& text);

private:
    QHBoxLayout* m_layout = nullptr;
    ElidedLabel* m_title = nullptr;
    TextLabel* m_remark = nullptr;
};

/// The 3 px band in the colour of a connection's environment; nothing without one.
class EnvironmentBand : public QWidget {
    Q_OBJECT

public:
    explicit EnvironmentBand(QWidget* parent = nullptr);
    void setEnvironment(std::optional<Environment> environment);

    [[nodiscard]] std::optional<Environment> environment() const { return m_environment; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<Environment> m_environment;
};

/// A 1 px line in the colour of separators.
class Separator : public QWidget {
    Q_OBJECT

public:
    explicit Separator(Qt::Orientation orientation, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace millrace
