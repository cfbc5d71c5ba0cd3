// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/tableview.h"

#include <algorithm>
#include <bit>

namespace millrace {

/// A delta by what it means for the shown rows.
struct TableView::Plan {
    std::vector<TableDelta::Slot> removed;
    std::vector<TableDelta::Slot> changed;
    std::vector<TableDelta::Slot> inserted; ///< into slots that exist
    size_t appendedFrom = 0; ///< index into TableDelta::appended of the first slot that does not exist
    int ranges = 0;
};

int TableView::rank(quint32 slot) const
{
    int rows = 0;
    for (size_t node = slot >> 6; node > 0; node &= node - 1) {
        rows += m_counts[node];
    }
    const quint64 below = m_bits[slot >> 6] & ((quint64(1) << (slot & 63)) - 1);
    return rows + std::popcount(below);
}

StoreRow TableView::at(int row) const
{
    // Down the tree: the last node whose sum does not reach the row.
    size_t node = 0;
    int left = row;
    for (size_t step = std::bit_floor(m_bits.size()); step > 0; step >>= 1) {
        if (node + step < m_counts.size() && m_counts[node + step] <= left) {
            node += step;
            left -= m_counts[node];
        }
    }
    quint64 bits = m_bits[node];
    for (; left > 0; --left) {
        bits &= bits - 1;
    }
    return m_slots[node * 64 + size_t(std::countr_zero(bits))];
}

std::vector<StoreRow> TableView::rows() const
{
    std::vector<StoreRow> rows;
    rows.reserve(size_t(m_count));
    std::copy_if(m_slots.begin(), m_slots.end(), std::back_inserter(rows), [](StoreRow row) { return row != noRow; });
    return rows;
}

void TableView::addToWord(size_t word, int difference)
{
    for (size_t node = word + 1; node < m_counts.size(); node += node & (0 - node)) {
        m_counts[node] += difference;
    }
    m_count += difference;
}

void TableView::setSlot(const TableDelta::Slot& slot)
{
    const bool before = isShown(slot.slot);
    const bool after = slot.row != noRow;
    m_slots[slot.slot] = slot.row;
    if (before != after) {
        m_bits[slot.slot >> 6] ^= quint64(1) << (slot.slot & 63);
        addToWord(slot.slot >> 6, after ? 1 : -1);
    }
}

void TableView::appendSlots(const StoreRow* rows, size_t count)
{
    if (m_counts.empty()) {
        m_counts.push_back(0); // the tree counts from 1
    }
    const size_t first = m_slots.size();
    m_slots.insert(m_slots.end(), rows, rows + count);
    for (size_t word = first >> 6; word * 64 < m_slots.size(); ++word) {
        quint64 added = 0;
        for (size_t slot = std::max(first, word * 64); slot < std::min(m_slots.size(), word * 64 + 64); ++slot) {
            added |= quint64(m_slots[slot] != noRow) << (slot & 63);
        }
        if (word < m_bits.size()) {
            m_bits[word] |= added;
            addToWord(word, std::popcount(added));
            continue;
        }
        m_bits.push_back(added);
        // A new last node sums up the nodes below it.
        const size_t node = word + 1;
        qint32 sum = std::popcount(added);
        for (size_t below = node - 1; below > (node & (node - 1)); below &= below - 1) {
            sum += m_counts[below];
        }
        m_counts.push_back(sum);
        m_count += std::popcount(added);
    }
}

TableView::Plan TableView::plan(const TableDelta& delta) const
{
    Plan plan;
    int lastRemoved = -2;
    int lastChanged = -2;
    int lastInserted = -1;
    const auto sort = [&](const TableDelta::Slot& slot) {
        const bool before = isShown(slot.slot);
        const bool after = slot.row != noRow;
        if (!before && !after) {
            return;
        }
        const int row = rank(slot.slot);
        if (before && !after) {
            plan.ranges += row == lastRemoved + 1 ? 0 : 1;
            lastRemoved = row;
            plan.removed.push_back(slot);
        } else if (!before) {
            // Two belong together when nothing shown now lies between them; that is close enough for counting.
            plan.ranges += row == lastInserted ? 0 : 1;
            lastInserted = row;
            plan.inserted.push_back(slot);
        } else if (m_slots[slot.slot] != slot.row) {
            plan.ranges += row == lastChanged + 1 ? 0 : 1;
            lastChanged = row;
            plan.changed.push_back(slot);
        }
    };
    for (const TableDelta::Slot& slot : delta.touched) {
        sort(slot);
    }
    while (plan.appendedFrom < delta.appended.size() && delta.appendFrom + plan.appendedFrom < m_slots.size()) {
        const auto slot = quint32(delta.appendFrom + plan.appendedFrom);
        sort({.slot = slot, .row = delta.appended[plan.appendedFrom++]});
    }
    return plan;
}

void TableView::remove(const std::vector<TableDelta::Slot>& slots, TableViewListener& listener)
{
    // From the end, so that the rows in front keep their numbers.
    size_t end = slots.size();
    while (end > 0) {
        size_t begin = end - 1;
        const int last = rank(slots[begin].slot);
        int first = last;
        while (begin > 0 && rank(slots[begin - 1].slot) == first - 1) {
            --begin;
            --first;
        }
        listener.aboutToRemove(first, last);
        std::for_each(slots.begin() + qsizetype(begin), slots.begin() + qsizetype(end),
            [this](const TableDelta::Slot& slot) { setSlot(slot); });
        listener.removed();
        end = begin;
    }
}

void TableView::change(const std::vector<TableDelta::Slot>& slots, TableViewListener& listener)
{
    for (const TableDelta::Slot& slot : slots) {
        setSlot(slot);
    }
    for (size_t i = 0; i < slots.size();) {
        const int first = rank(slots[i].slot);
        int last = first;
        for (++i; i < slots.size() && rank(slots[i].slot) == last + 1; ++i) {
            ++last;
        }
        listener.changed(first, last);
    }
}

void TableView::insert(const std::vector<TableDelta::Slot>& slots, TableViewListener& listener)
{
    for (size_t i = 0; i < slots.size();) {
        const size_t begin = i;
        const int first = rank(slots[i].slot);
        for (++i; i < slots.size() && rank(slots[i].slot) == first; ++i) { }
        listener.aboutToInsert(first, first + int(i - begin) - 1);
        std::for_each(slots.begin() + qsizetype(begin), slots.begin() + qsizetype(i),
            [this](const TableDelta::Slot& slot) { setSlot(slot); });
        listener.inserted();
    }
}

void TableView::apply(const TableDelta& delta, TableViewListener* listener, int maxRanges)
{
    // Slots that nobody has seen yet, without rows: the log of changes speaks of them before they are delivered.
    size_t known = delta.touched.empty() ? 0 : size_t(delta.touched.back().slot) + 1;
    known = std::max(known, delta.appended.empty() ? 0 : size_t(delta.appendFrom));
    if (known > m_slots.size()) {
        const std::vector<StoreRow> none(known - m_slots.size(), noRow);
        appendSlots(none.data(), none.size());
    }
    const Plan plan = this->plan(delta);
    const StoreRow* appended = delta.appended.data() + plan.appendedFrom;
    const size_t appendedCount = delta.appended.size() - plan.appendedFrom;
    const auto shown =
        int(std::count_if(appended, appended + appendedCount, [](StoreRow row) { return row != noRow; }));
    m_changes = delta.changes;
    if (listener && plan.ranges <= maxRanges) {
        remove(plan.removed, *listener);
        change(plan.changed, *listener);
        insert(plan.inserted, *listener);
        if (shown > 0) {
            listener->aboutToInsert(m_count, m_count + shown - 1);
        }
        appendSlots(appended, appendedCount);
        if (shown > 0) {
            listener->inserted();
        }
        return;
    }
    if (listener) {
        listener->aboutToReset();
    }
    for (const auto* slots : {&plan.removed, &plan.changed, &plan.inserted}) {
        std::for_each(slots->begin(), slots->end(), [this](const TableDelta::Slot& slot) { setSlot(slot); });
    }
    appendSlots(appended, appendedCount);
    if (listener) {
        listener->reset();
    }
}

} // namespace millrace
