// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtabletext.h"

#include <QStyledItemDelegate>

namespace millrace {

class JobTableModel;

/// Draws the cells of the job table: state glyph, environment, tasks as a bar, old answers grey.
class JobDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// model outlives the delegate.
    JobDelegate(const JobTableModel& model, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Cell;

    void paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintState(QPainter& painter, const Cell& cell) const;
    void paintName(QPainter& painter, const Cell& cell) const;
    void paintConnection(QPainter& painter, const Cell& cell) const;
    void paintTasks(QPainter& painter, const Cell& cell) const;
    void paintText(QPainter& painter, const Cell& cell, const QRect& rect, const QString& text) const;

    const JobTableModel& m_model;
};

} // namespace millrace
