// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;

namespace millrace {

class TextLabel;

/// What stands in a view that has nothing to show: one sentence, and at most one thing to do about it.
class EmptyView : public QWidget {
    Q_OBJECT

public:
    explicit EmptyView(const QString& sentence, QWidget* parent = nullptr);

    void setSentence(const QString& sentence);
    /// Empty: no action.
    void setAction(const QString& text);

    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextLabel* m_sentence = nullptr;
    QAbstractButton* m_action = nullptr;
};

} // namespace millrace
