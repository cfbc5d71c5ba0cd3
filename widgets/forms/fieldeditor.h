// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/form.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLineEdit;
class QPushButton;

namespace millrace {

/// What stands at the right of a label: one control, or a control and its button, for one value as text.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString value() const = 0;
    /// Without edited().
    virtual void setValue(const QString& value) = 0;
    /// The control that takes the focus and has the field's name for screen readers.
    [[nodiscard]] virtual QWidget* control() const = 0;

    /// Values to choose from beside typing one; only fields that take any text have use for them.
    virtual void setOptions(const std::vector<FormField::Option>& /*options*/) { }

    /// Shows the error border.
    void setInvalid(bool invalid);

Q_SIGNALS:
    /// The person changed the value.
    void edited();
    /// The person is done with it for now.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    /// Every editor calls it with its control once that exists.
    void watch(QWidget* control, bool mono = false);

private:
    bool m_mono = false;
};

/// A secret. One that lies in the keychain is shown as dots and never read; Replace… makes room for another.
class SecretEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit SecretEditor(QWidget* parent = nullptr);

    /// Back to the start: nothing typed.
    void setStored(bool stored);
    /// What was typed, if anything; an empty text removes a stored one.
    [[nodiscard]] std::optional<QString> change() const;

    /// Text that stands for "there is one" to required fields; never the secret itself unless it was just typed.
    [[nodiscard]] QString value() const override;

    void setValue(const QString&) override { }

    [[nodiscard]] QWidget* control() const override;

private:
    void setReplacing(bool replacing);

    bool m_stored = false;
    bool m_replacing = false;
    QLineEdit* m_line = nullptr;
    QPushButton* m_replace = nullptr;
};

/// The editor for a field's kind.
FieldEditor* makeFieldEditor(const FormField& field, QWidget* parent);

/// Asks for a file; the seam that tests replace. Gives an empty text when the person cancelled.
using FileChooser = std::function<QString(QWidget* parent, const QString& title, const QString& current)>;
void setFileChooser(FileChooser chooser);

} // namespace millrace
