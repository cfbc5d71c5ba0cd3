// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/gridmodel.h"

#include "models/humantext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

bool isRightAligned(const LogicalType& type)
{
    return type.isNumeric() || type.root == TypeRoot::IntervalDayTime || type.root == TypeRoot::IntervalYearMonth;
}

GridModel::~GridModel() = default;

int GridModel::shownRowOf(quint32 row) const
{
    const RowIndex rows = storeRows();
    const auto found = std::find(rows.begin(), rows.end(), row);
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

std::optional<RowKind> GridModel::recentChange(int /*row*/, int /*column*/) const
{
    return std::nullopt;
}

void GridModel::schemaChanged()
{
    m_formatter.reset();
}

const ValueFormatter& GridModel::formatter() const
{
    if (!m_formatter) {
        m_formatter = std::make_unique<ValueFormatter>(schema());
    }
    return *m_formatter;
}

bool GridModel::isNull(int row, int column) const
{
    const int data = dataColumn(column);
    return data >= 0 && snapshot().cell(storeRow(row), data).isNull;
}

bool GridModel::isNumeric(int column) const
{
    const int data = dataColumn(column);
    return data < 0 ? column == Number : isRightAligned(schema().columns[static_cast<std::size_t>(data)].type);
}

QString GridModel::text(int row, int column, int cap) const
{
    const int data = dataColumn(column);
    return data < 0 ? leadingText(row, column) : formatter().text(data, snapshot().cell(storeRow(row), data), cap);
}

QString GridModel::leadingText(int row, int column) const
{
    const quint32 stored = storeRow(row);
    switch (column) {
    case Number:
        return QString::number(qint64{stored} + 1);
    case Received: {
        const qint64 at = snapshot().arrivedAt(stored);
        return at > 0 ? clockTimeText(QDateTime::fromMSecsSinceEpoch(at)) : dashText();
    }
    case Op:
        return toOp(snapshot().kind(stored));
    default:
        return {};
    }
}

QString GridModel::columnName(int column) const
{
    const int data = dataColumn(column);
    if (data >= 0) {
        return schema().columns[static_cast<std::size_t>(data)].name;
    }
    switch (column) {
    case Number:
        return u"#"_s;
    case Received:
        return tr("Received");
    case Op:
        return u"op"_s;
    default:
        return {};
    }
}

QString GridModel::typeName(int column) const
{
    const int data = dataColumn(column);
    if (data < 0) {
        return {};
    }
    LogicalType type = schema().columns[static_cast<std::size_t>(data)].type;
    // NOT NULL says little about a result and takes the room of the name.
    type.nullable = true;
    return type.toSql();
}

int GridModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || snapshot().columnCount() == 0 ? 0 : leadingColumns() + snapshot().columnCount();
}

QVariant GridModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::DoNotUseParent)) {
        return {};
    }
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return isNull(row, column) ? u"NULL"_s : text(row, column);
    case FullTextRole:
        return isNull(row, column) ? QVariant() : QVariant(text(row, column, -1));
    case Qt::ToolTipRole:
        if (leadingColumns() > 0 && column == Received) {
            const qint64 at = snapshot().arrivedAt(storeRow(row));
            return at > 0 ? isoText(QDateTime::fromMSecsSinceEpoch(at)) : QString();
        }
        return {};
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case NullRole:
        return isNull(row, column);
    case NumericRole:
        return isNumeric(column);
    case KindRole:
        return static_cast<int>(kind(row));
    default:
        return {};
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return columnName(section);
    case Qt::ToolTipRole: {
        const QString type = typeName(section);
        return type.isEmpty() ? columnName(section) : QString(columnName(section) + u' ' + type);
    }
    case Qt::TextAlignmentRole:
        if (dataColumn(section) < 0 && section == Op) {
            return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
        }
        return QVariant::fromValue((isNumeric(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case TypeRole:
        return typeName(section);
    case NumericRole:
        return isNumeric(section);
    default:
        return {};
    }
}

} // namespace millrace
