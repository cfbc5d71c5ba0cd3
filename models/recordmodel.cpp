// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recordmodel.h"

#include "models/rowhistory.h"

using namespace Qt::StringLiterals;

namespace millrace {

void RecordModel::setRow(const ResultSnapshot& snapshot, std::optional<quint32> row)
{
    if (row && *row >= snapshot.rowCount()) {
        row.reset();
    }
    const bool sameFields = &snapshot.schema() == m_formatterSchema && row.has_value() == m_row.has_value();
    if (!sameFields) {
        beginResetModel();
    }
    m_snapshot = snapshot;
    m_row = row;
    m_old.reset();
    if (m_row && m_snapshot.kind(*m_row) == RowKind::UpdateAfter) {
        m_old = otherHalf(m_snapshot, *m_row);
    }
    if (!sameFields) {
        m_formatter = std::make_unique<ValueFormatter>(m_snapshot.schema());
        m_formatterSchema = &m_snapshot.schema();
        endResetModel();
    } else if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

QString RecordModel::fullText(int field) const
{
    return m_row ? m_formatter->text(field, m_snapshot.cell(*m_row, field)) : QString();
}

int RecordModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_row ? 0 : m_snapshot.columnCount();
}

bool RecordModel::isChanged(int field) const
{
    return m_old && !sameCell(m_snapshot.cell(*m_old, field), m_snapshot.cell(*m_row, field));
}

QVariant RecordModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int field = index.row();
    const ResultColumn& column = m_snapshot.schema().columns[static_cast<std::size_t>(field)];
    const CellView cell = m_snapshot.cell(*m_row, field);
    switch (role) {
    case NameRole:
        return column.name;
    case TypeRole:
        return column.type.toSql();
    case ValueRole:
        return cell.isNull ? QVariant() : QVariant(m_formatter->text(field, cell, valueCap));
    case OldValueRole: {
        if (!isChanged(field)) {
            return {};
        }
        const CellView old = m_snapshot.cell(*m_old, field);
        return old.isNull ? QVariant() : QVariant(m_formatter->text(field, old, valueCap));
    }
    case ChangedRole:
        return isChanged(field);
    case OldNullRole:
        return isChanged(field) && m_snapshot.cell(*m_old, field).isNull;
    case CutRole:
        return !cell.isNull && m_formatter->isCut(field, cell, valueCap);
    case Qt::AccessibleTextRole:
        return QString(column.name + u": "_s + (cell.isNull ? u"NULL"_s : m_formatter->text(field, cell, 200)));
    default:
        return {};
    }
}

} // namespace millrace
