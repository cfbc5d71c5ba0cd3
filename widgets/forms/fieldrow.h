// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/form.h"

#include <QWidget>

namespace millrace {

class FieldEditor;
class StatusGlyphLabel;
class TextLabel;

/// One field of a form: its label, its editor, and below that what is wrong or how it is meant.
class FieldRow : public QWidget {
    Q_OBJECT

public:
    explicit FieldRow(const FormField& field, QWidget* parent = nullptr);

    [[nodiscard]] const FormField& field() const { return m_field; }

    [[nodiscard]] FieldEditor* editor() const { return m_editor; }

    /// Empty: all is well. It is shown once the person has left the field, or when revealProblem() was called.
    void setProblem(const QString& problem);
    void revealProblem();
    /// Forgets that the person was here, as after loading.
    void setUntouched();
    [[nodiscard]] bool isProblemShown() const;
    /// Stands in for the field's help; empty: the help again.
    void setNote(const QString& note);

Q_SIGNALS:
    void edited();
    /// A problem came into sight or went.
    void problemShown();

private:
    void updateLines();

    FormField m_field;
    FieldEditor* m_editor = nullptr;
    QWidget* m_problemLine = nullptr;
    TextLabel* m_problemText = nullptr;
    TextLabel* m_help = nullptr;
    QString m_problem;
    QString m_note;
    bool m_edited = false;
    bool m_revealed = false;
};

} // namespace millrace
