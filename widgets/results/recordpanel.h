// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordmodel.h"

#include <QWidget>

class QAbstractButton;
class QListView;
class QPlainTextEdit;

namespace millrace {

class Chip;
class ElidedLabel;
class RecordDelegate;
class TextLabel;

/// One row at the right of the grid, a field a line. For an update it shows what changed; its foot leads to everything
/// that ever happened to the row.
class RecordPanel : public QWidget {
    Q_OBJECT

public:
    explicit RecordPanel(QWidget* parent = nullptr);

    /// asChange: the row is a change of a changelog and shows its kind and its old values.
    void setRow(const ResultSnapshot& snapshot, std::optional<quint32> row, bool asChange);
    /// The field that the grid's cursor stands in.
    void setCurrentField(int field);
    /// How many changes the row's history has; -1 while it is not known, 0 hides the link.
    void setHistoryCount(qint64 changes);

    [[nodiscard]] std::optional<quint32> storeRow() const { return m_model->storeRow(); }

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void closeRequested();
    void historyRequested(quint32 storeRow);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    void showMenu(const QPoint& place);
    void copyValue();
    void refreshViewer();

    RecordModel* m_model = nullptr;
    RecordDelegate* m_delegate = nullptr;
    QListView* m_list = nullptr;
    ElidedLabel* m_title = nullptr;
    Chip* m_op = nullptr;
    QWidget* m_foot = nullptr;
    QAbstractButton* m_history = nullptr;
    TextLabel* m_historyCount = nullptr;
    QPlainTextEdit* m_viewer = nullptr;
};

} // namespace millrace
