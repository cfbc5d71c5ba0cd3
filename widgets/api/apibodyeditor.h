// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace millrace {

class TextLabel;

/// The text of a call's body: an example to begin with, and for JSON a button that puts it in order.
class ApiBodyEditor : public QWidget {
    Q_OBJECT

public:
    explicit ApiBodyEditor(QWidget* parent = nullptr);

    /// type is a media type. Keeps the text.
    void setKind(const QString& type, const QString& example);
    /// Without edited().
    void setText(const QString& text);
    [[nodiscard]] QString text() const;

    [[nodiscard]] QPlainTextEdit* editor() const { return m_text; }

    /// Breaks and indents the JSON; says where it is none.
    void format();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    QPlainTextEdit* m_text = nullptr;
    QPushButton* m_format = nullptr;
    QPushButton* m_useExample = nullptr;
    TextLabel* m_note = nullptr;
    QString m_example;
    bool m_setting = false;
};

} // namespace millrace
