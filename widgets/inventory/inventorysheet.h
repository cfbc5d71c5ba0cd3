// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory.h"
#include "widgets/jobs/sheet.h"

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
    };

    InventorySheet(Question question, QWidget* host);

    [[nodiscard]] FormValues values() const;

Q_SIGNALS:
    /// The person agreed; the sheet is closed by then.
    void accepted(const millrace::FormValues& values);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildForm();
    void buildFoot();
    void refresh();
    void tryToGo();

    Question m_question;
    std::vector<FieldRow*> m_rows;
    TypedName* m_typed = nullptr;
    ActionButton* m_go = nullptr;
};

} // namespace millrace
