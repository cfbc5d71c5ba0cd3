// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/historymodel.h"

#include <QTimer>
#include <QWidget>

class QAbstractItemView;
class QLineEdit;
class QTableView;

namespace millrace {

/// The runs of the past: searched, opened in an editor, copied. In a narrow panel the columns that do not fit fold
/// away.
class HistoryView : public QWidget {
    Q_OBJECT

public:
    explicit HistoryView(QWidget* parent = nullptr);

    /// model outlives the view.
    void setModel(HistoryModel* model);

    [[nodiscard]] QString searchText() const;

public Q_SLOTS:
    void focusSearch();

Q_SIGNALS:
    /// A moment after typing stopped; fill the model with what fits.
    void searchChanged(const QString& text);
    /// Double click or Enter: put the statement into an editor. It must not run by itself.
    void openRequested(const millrace::HistoryRow& row);
    void clearRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitColumns();
    void showMenu(const QPoint& place);
    void copySelected();
    void refreshEmpty();

    HistoryModel* m_model = nullptr;
    QLineEdit* m_search = nullptr;
    QTableView* m_table = nullptr;
    QWidget* m_empty = nullptr;
    QTimer m_typing;
};

} // namespace millrace
