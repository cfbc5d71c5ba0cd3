// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsontablemodel.h"

#include "models/humantext.h"

namespace millrace {

namespace {

constexpr int s_pieceOfRows = 500;
constexpr int s_shownCharacters = 200;
constexpr qsizetype s_mostColumns = 500;

} // namespace

JsonTableModel::JsonTableModel(QObject* parent) : QAbstractTableModel(parent) { }

void JsonTableModel::setJson(const QByteArray& json, JsonRange array)
{
    beginResetModel();
    m_json = json;
    m_columns.clear();
    m_rows.clear();
    m_walk.emplace(m_json, array);
    endResetModel();
    fetchMore({});
}

void JsonTableModel::clear()
{
    beginResetModel();
    m_json.clear();
    m_columns.clear();
    m_rows.clear();
    m_walk.reset();
    endResetModel();
}

JsonTableModel::Row JsonTableModel::read(JsonRange element, QStringList& columns) const
{
    Row row;
    const auto put = [&](const QString& name, JsonRange value) {
        qsizetype column = columns.indexOf(name);
        if (column < 0 && columns.size() < s_mostColumns) {
            column = columns.size();
            columns << name;
        }
        if (column >= 0) {
            row.resize(std::max(row.size(), static_cast<std::size_t>(column) + 1));
            row[static_cast<std::size_t>(column)] = value;
        }
    };
    if (!element.in(m_json).starts_with('{')) {
        put(tr("Value"), element);
        return row;
    }
    JsonMembers members(m_json, element);
    while (const auto member = members.next()) {
        put(member->name, member->value);
    }
    return row;
}

int JsonTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JsonTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

bool JsonTableModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_walk;
}

void JsonTableModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    QStringList columns = m_columns;
    std::vector<Row> piece;
    while (static_cast<int>(piece.size()) < s_pieceOfRows) {
        const auto element = m_walk->next();
        if (!element) {
            m_walk.reset();
            break;
        }
        piece.push_back(read(element->value, columns));
    }
    if (columns.size() > m_columns.size()) {
        beginInsertColumns({}, static_cast<int>(m_columns.size()), static_cast<int>(columns.size()) - 1);
        m_columns = columns;
        endInsertColumns();
    }
    if (!piece.empty()) {
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(piece.size()) - 1);
        std::ranges::move(piece, std::back_inserter(m_rows));
        endInsertRows();
    }
}

QVariant JsonTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != TextRole)) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    if (column >= row.size() || row[column].end == 0) {
        return {};
    }
    const QString text = jsonValueText(m_json, row[column]);
    return role == TextRole ? text : oneLine(text.left(s_shownCharacters * 4), s_shownCharacters);
}

QVariant JsonTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        return section + 1;
    }
    return section < m_columns.size() ? QVariant(m_columns[section]) : QVariant();
}

} // namespace millrace
