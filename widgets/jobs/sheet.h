// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connectionprofile.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace millrace {

class ElidedLabel;
class TextLabel;

/// A decision in front of a page: it dims the page, keeps the focus, and leaves the rest of the window alive. It shows
/// itself over its parent and goes with close().
class Sheet : public QWidget {
    Q_OBJECT

public:
    /// host is the page to cover.
    explicit Sheet(QWidget* host);

    void setTitle(const QString& title, const QString& remark = {});
    /// The environment of what it is about: its word, and its colour at the upper edge.
    void setEnvironment(std::optional<Environment> environment);
    /// Largest size of the frame; it shrinks with the page.
    void setFrameSize(const QSize& size);

    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

    /// The line of buttons at the lower end.
    [[nodiscard]] QHBoxLayout* foot() const { return m_foot; }

    void open();

public Q_SLOTS:
    /// Hides and deletes it.
    void closeSheet();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void placeFrame();

    QWidget* m_frame = nullptr;
    ElidedLabel* m_title = nullptr;
    TextLabel* m_remark = nullptr;
    class Chip* m_chip = nullptr;
    QVBoxLayout* m_body = nullptr;
    QHBoxLayout* m_foot = nullptr;
    QSize m_frameSize{760, 520};
    std::optional<Environment> m_environment;
};

/// Asks to type a name before something is done in production. Hidden, and always agreeing, while no name is asked for.
class TypedName : public QWidget {
    Q_OBJECT

public:
    explicit TypedName(QWidget* parent = nullptr);

    /// prompt: "Type the job name to stop it in production". An empty name asks for nothing.
    void setWanted(const QString& prompt, const QString& name);
    [[nodiscard]] bool fits() const;

    [[nodiscard]] QLineEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void changed();
    void accepted();

private:
    QString m_name;
    TextLabel* m_prompt = nullptr;
    QLineEdit* m_edit = nullptr;
};

} // namespace millrace
