// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace millrace {

/// A table whose rows are brought up to date by their keys: selections, scroll places and persistent indexes outlive
/// every refresh. The one way in which the tables of a job's detail are kept and say what stands in a cell.
template <typename Row> class JobRowsModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

    [[nodiscard]] const Row& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        switch (role) {
        case Qt::DisplayRole:
            return cellText(row(index.row()), index.column());
        case Qt::ToolTipRole:
            return cellToolTip(row(index.row()), index.column());
        case Qt::TextAlignmentRole:
            return alignmentOf(index.column());
        default:
            return cellValue(row(index.row()), index.column(), role);
        }
    }

    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount({})) {
            return {};
        }
        return role == Qt::DisplayRole      ? QVariant(columnTitle(section))
            : role == Qt::TextAlignmentRole ? alignmentOf(section)
                                            : QVariant();
    }

protected:
    [[nodiscard]] virtual QString cellText(const Row& row, int column) const = 0;
    [[nodiscard]] virtual QString columnTitle(int column) const = 0;
    [[nodiscard]] virtual bool isRightAligned(int column) const = 0;

    [[nodiscard]] virtual QString cellToolTip(const Row& row, int column) const { return cellText(row, column); }

    /// For the roles from Qt::UserRole on.
    [[nodiscard]] virtual QVariant cellValue(const Row&, int, int) const { return {}; }

    /// Brings the rows to next. keyOf gives a hashable key that is unique within next.
    template <typename KeyOf> void merge(std::vector<Row> next, KeyOf keyOf)
    {
        using Key = std::decay_t<decltype(keyOf(std::declval<const Row&>()))>;
        QHash<Key, int> places;
        places.reserve(static_cast<qsizetype>(next.size()));
        for (std::size_t i = 0; i < next.size(); ++i) {
            places.insert(keyOf(next[i]), static_cast<int>(i));
        }
        removeMissing(places, keyOf);
        reorder(places, keyOf);
        insertMissing(next, keyOf);
        replaceChanged(std::move(next));
    }

    std::vector<Row>& mutableRows() { return m_rows; }

private:
    [[nodiscard]] QVariant alignmentOf(int column) const
    {
        return QVariant::fromValue(
            Qt::Alignment((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }

    template <typename Places, typename KeyOf> void removeMissing(const Places& places, KeyOf keyOf)
    {
        int end = rowCount();
        while (end > 0) {
            if (places.contains(keyOf(row(end - 1)))) {
                --end;
                continue;
            }
            int begin = end - 1;
            while (begin > 0 && !places.contains(keyOf(row(begin - 1)))) {
                --begin;
            }
            beginRemoveRows({}, begin, end - 1);
            m_rows.erase(m_rows.begin() + begin, m_rows.begin() + end);
            endRemoveRows();
            end = begin;
        }
    }

    template <typename Places, typename KeyOf> void reorder(const Places& places, KeyOf keyOf)
    {
        std::vector<int> order(m_rows.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = static_cast<int>(i);
        }
        const auto place = [this, &places, &keyOf](int at) { return places.value(keyOf(row(at))); };
        if (std::is_sorted(order.begin(), order.end(), [&](int a, int b) { return place(a) < place(b); })) {
            return;
        }
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return place(a) < place(b); });
        std::vector<int> newPlace(order.size());
        std::vector<Row> sorted;
        sorted.reserve(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            newPlace[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
            sorted.push_back(std::move(m_rows[static_cast<std::size_t>(order[i])]));
        }
        m_rows = std::move(sorted);
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex& old : before) {
            after.append(index(newPlace[static_cast<std::size_t>(old.row())], old.column()));
        }
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }

    template <typename KeyOf> void insertMissing(const std::vector<Row>& next, KeyOf keyOf)
    {
        // What is left stands in the order of next, so a gap is where the keys differ.
        std::size_t at = 0;
        while (at < next.size()) {
            const auto differs = [&](std::size_t i) {
                return at >= m_rows.size() || keyOf(m_rows[at]) != keyOf(next[i]);
            };
            if (!differs(at)) {
                ++at;
                continue;
            }
            std::size_t end = at + 1;
            while (end < next.size() && differs(end)) {
                ++end;
            }
            beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at),
                next.begin() + static_cast<std::ptrdiff_t>(at), next.begin() + static_cast<std::ptrdiff_t>(end));
            endInsertRows();
            at = end;
        }
    }

    void replaceChanged(std::vector<Row> next)
    {
        int begin = -1;
        const auto announce = [this, &begin](int end) {
            if (begin >= 0) {
                Q_EMIT dataChanged(index(begin, 0), index(end, columnCount({}) - 1));
                begin = -1;
            }
        };
        for (std::size_t i = 0; i < next.size(); ++i) {
            if (m_rows[i] == next[i]) {
                announce(static_cast<int>(i) - 1);
                continue;
            }
            m_rows[i] = std::move(next[i]);
            begin = begin < 0 ? static_cast<int>(i) : begin;
        }
        announce(static_cast<int>(next.size()) - 1);
    }

    std::vector<Row> m_rows;
};

} // namespace millrace
