// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory.h"
#include "widgets/inventory/presetrow.h"
#include "widgets/jobs/sheet.h"

#include <optional>
#include <vector>

namespace millrace {

class ActionButton;
class FieldRow;

/// Asks for what an action needs: its form, its question, and in production a name to type.
class InventorySheet : public Sheet {
    Q_OBJECT

public:
    /// What is asked; made from an action and what it is done to.
    struct Question {
        QString title;
        QString remark; ///< dim beside the title: the connection
        QString button; ///< "Delete"
        FormDescription form;
        FormValues values; ///< what the fields begin with, above the form's own defaults
        QString question; ///< empty: nothing to confirm
        QString toType; ///< empty: nothing
        Environment environment = Environment::Development;
        std::optional<FormPresets> presets = {}; ///< values that were saved; nothing: they cannot be
    };

    InventorySheet(Question question, QWidget* host);

    [[nodiscard]] FormValues values() const;

Q_SIGNALS:
    /// The person agreed; the sheet is closed by then.
    void accepted(const millrace::FormValues& values);
    /// Values to keep under a name, without secrets; and a name to forget.
    void presetSaved(const QString& name, const millrace::FormValues& values);
    void presetDeleted(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// A head over fields of the same section, shown while one of them is.
    struct SectionHead {
        QWidget* head = nullptr;
        QString section;
    };

    void buildPresets();
    void buildForm();
    void buildFoot();
    void takeValues(const FormValues& values);
    [[nodiscard]] FormValues savedValues() const;
    void refresh();
    void fitHeight();
    void tryToGo();

    Question m_question;
    std::vector<FieldRow*> m_rows;
    std::vector<SectionHead> m_heads;
    QWidget* m_text = nullptr; ///< the question
    PresetRow* m_presets = nullptr;
    QWidget* m_fields = nullptr;
    TypedName* m_typed = nullptr;
    ActionButton* m_leave = nullptr;
    ActionButton* m_go = nullptr;
};

} // namespace millrace
