// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/messagelogmodel.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTableView;
class QToolButton;

namespace millrace {

class LogFilterModel;

/// The program's log as it grows: lines coloured by level, a filter, following the end until one scrolls away.
class LogView : public QWidget {
    Q_OBJECT

public:
    explicit LogView(QWidget* parent = nullptr);

    /// model outlives the view.
    void setModel(MessageLogModel* model);

    [[nodiscard]] bool isFollowing() const;
    void setFollowing(bool following);

public Q_SLOTS:
    void copySelected();

private:
    QWidget* makeBar();
    void followEnd();

    MessageLogModel* m_model = nullptr;
    LogFilterModel* m_filter = nullptr;
    QTableView* m_table = nullptr;
    QLineEdit* m_text = nullptr;
    QComboBox* m_level = nullptr;
    QToolButton* m_follow = nullptr;
    bool m_scrolledByHand = false;
};

} // namespace millrace
