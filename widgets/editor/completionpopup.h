// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editor/completion.h"

#include <QFrame>

class QListView;

namespace millrace {

class CompletionModel;
class ElidedLabel;

/// The list under the caret. It never takes the focus: the editor hands it the keys.
class CompletionPopup : public QFrame {
    Q_OBJECT

public:
    explicit CompletionPopup(QWidget* editor);

    /// items in the order to show them; prefix is what gets marked in them. The selected one stays selected when it is
    /// still there.
    void setItems(std::vector<CompletionItem> items, const QString& prefix);
    /// Shows the list below the line at the global point, or above it when there is no room.
    void showAt(QPoint lineTop, int lineHeight);
    void moveSelection(int rows);
    void select(int row);

    [[nodiscard]] const CompletionItem* current() const;
    [[nodiscard]] int count() const;

Q_SIGNALS:
    void chosen();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fit();

    QListView* m_view = nullptr;
    CompletionModel* m_model = nullptr;
    ElidedLabel* m_help = nullptr;
};

} // namespace millrace
