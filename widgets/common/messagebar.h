// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace millrace {

/// A sentence at the top of a view, with what can be done about it. Hidden while it has nothing to say. A new message
/// replaces the old one; an error stays until it is closed, answered or replaced.
class MessageBar : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Error };
    Q_ENUM(Kind)

    struct Action {
        QString id; ///< "retry"; given back by actionTriggered()
        QString text;
    };

    struct Message {
        Kind kind = Kind::Info;
        QString text;
        QString details; ///< folded away; selectable and copyable
        std::vector<Action> actions;
        bool closable = true;
        std::chrono::milliseconds timeout{0}; ///< 0 stays; ignored for errors
    };

    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(const Message& message);
    /// The sentence and the details of an Error, with these actions.
    void showError(const Error& error, std::vector<Action> actions = {});
    void clear();

    [[nodiscard]] bool hasMessage() const { return m_hasMessage; }

    [[nodiscard]] const Message& message() const { return m_message; }

Q_SIGNALS:
    void actionTriggered(const QString& id);
    /// The user closed it or its time was over.
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuildActions();
    void setDetailsShown(bool shown);

    Message m_message;
    bool m_hasMessage = false;
    QTimer m_timer;
    QLabel* m_text = nullptr;
    QWidget* m_glyph = nullptr;
    QHBoxLayout* m_actions = nullptr;
    QToolButton* m_detailsButton = nullptr;
    QToolButton* m_copyButton = nullptr;
    QToolButton* m_closeButton = nullptr;
    QPlainTextEdit* m_details = nullptr;
};

} // namespace millrace
