// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statementlistmodel.h"

#include <QListView>
#include <QWidget>

#include <vector>

namespace millrace {

class PanelHeader;

/// The statements of the script in front, below the side panel: state, short title, line or time.
class StatementList : public QWidget {
    Q_OBJECT

public:
    explicit StatementList(QWidget* parent = nullptr);

    void setRows(std::vector<StatementRow> rows);
    void setCurrent(int row);

    [[nodiscard]] QListView* view() const { return m_view; }

Q_SIGNALS:
    /// A click or Enter on a row.
    void statementChosen(int row);

private:
    PanelHeader* m_header = nullptr;
    QListView* m_view = nullptr;
    StatementListModel* m_model = nullptr;
};

} // namespace millrace
