// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/changelogtable.h"

#include "results/rowhash.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>

namespace millrace {

namespace {

constexpr quint32 s_noSlot = 0x7fffffffU; ///< the largest number of 31 bits
constexpr qint64 s_slice = 1024; ///< changes under one lock, so that a view never waits for long
constexpr size_t s_maxVacated = 64;
constexpr size_t s_maxExamples = 100;

/// What one change did: which slot, whether it took the row out, and what stood there before.
struct LogEntry {
    quint32 slot : 31 = s_noSlot;
    quint32 removed : 1 = 0;
    StoreRow before = noRow;
};

static_assert(sizeof(LogEntry) == 8);

/// A slot that a -U has emptied and that waits for its +U.
struct Vacated {
    quint32 slot = 0;
    StoreRow row = noRow;
};

/// The first change of [from, end) that is no +I, or end.
qint64 firstRetraction(const ResultSnapshot& rows, qint64 from, qint64 end)
{
    qint64 found = end;
    rows.forEachSpan(from, end, [&found](const RowSpan& span) {
        for (qsizetype i = 0; i < span.count; ++i) {
            if (span.kinds[span.first + i] != RowKind::Insert) {
                found = span.firstRow + i;
                return false;
            }
        }
        return true;
    });
    return found;
}

} // namespace

class ChangelogTable::Private {
public:
    explicit Private(std::vector<int> keyColumns) : keyed(!keyColumns.empty()), identity(std::move(keyColumns)) { }

    void applyOne(const ResultSnapshot& rows, const RowRef& row);
    [[nodiscard]] LogEntry logged(qint64 change) const;

    const bool keyed;
    const RowIdentity identity;

    mutable std::mutex mutex; ///< guards everything down to the next comment
    std::vector<StoreRow> slots;
    std::vector<LogEntry> log; ///< of the changes from logFrom on; those before are +I of the slot of their own number
    qint64 logFrom = 0;
    qint64 changes = 0;
    qint64 shown = 0;
    std::vector<quint32> touched; ///< of the slots that were delivered, each once
    std::vector<bool> isTouched;
    size_t delivered = 0;
    ChangelogProblems problems;

    std::atomic<qint64> tableBytes = 0;

    // The rest is of the thread that applies alone.
    [[nodiscard]] bool needsIndex() const { return !keyed && !m_indexed; }

    void index(const ResultSnapshot& rows);
    void noteMemory();

private:
    void insert(const ResultSnapshot& rows, const RowRef& row);
    void update(const ResultSnapshot& rows, const RowRef& row);
    void retract(const ResultSnapshot& rows, const RowRef& row);
    [[nodiscard]] quint32* find(const ResultSnapshot& rows, const RowRef& row, quint32 hash);
    void link(const ResultSnapshot& rows, const RowRef& row, quint32 hash, quint32 slot);
    [[nodiscard]] std::optional<quint32> vacatedFor(const ResultSnapshot& rows, const RowRef& row);
    void record(quint32 slot, StoreRow after);
    void problem(qint64& counter);

    SlotTable m_table;
    bool m_indexed = false;
    std::vector<quint32> m_next; ///< from a slot to the next one with an equal row; empty while there are none
    std::vector<Vacated> m_vacated;
};

LogEntry ChangelogTable::Private::logged(qint64 change) const
{
    if (change >= logFrom) {
        return log[size_t(change - logFrom)];
    }
    LogEntry plain;
    plain.slot = quint32(change) & s_noSlot;
    return plain;
}

/// Notes the effect of the change that is being applied, and has it.
void ChangelogTable::Private::record(quint32 slot, StoreRow after)
{
    const bool appended = slot == slots.size();
    const StoreRow before = appended ? noRow : slots[slot];
    const bool plain = logFrom == changes && appended && qint64(slot) == changes;
    if (plain) {
        ++logFrom;
    } else {
        LogEntry entry;
        entry.slot = slot & s_noSlot;
        entry.removed = after == noRow;
        entry.before = before;
        log.push_back(entry);
    }
    if (appended) {
        slots.push_back(after);
    } else {
        slots[slot] = after;
        if (slot < delivered && !isTouched[slot]) {
            isTouched[slot] = true;
            touched.push_back(slot);
        }
    }
    shown += int(after != noRow) - int(before != noRow);
}

void ChangelogTable::Private::problem(qint64& counter)
{
    ++counter;
    if (problems.examples.size() < s_maxExamples) {
        problems.examples.push_back(changes);
    }
}

quint32* ChangelogTable::Private::find(const ResultSnapshot& rows, const RowRef& row, quint32 hash)
{
    return m_table.find(hash, [this, &rows, &row](quint32 slot) { return identity.equal(row, rows.row(slots[slot])); });
}

/// Makes a slot findable. Equal rows hang behind each other, the newest first.
void ChangelogTable::Private::link(const ResultSnapshot& rows, const RowRef& row, quint32 hash, quint32 slot)
{
    if (!keyed) {
        if (quint32* head = find(rows, row, hash)) {
            m_next.resize(std::max(m_next.size(), slots.size() + 1), SlotTable::none);
            m_next[slot] = *head;
            *head = slot;
            return;
        }
        if (slot < m_next.size()) {
            m_next[slot] = SlotTable::none;
        }
    }
    m_table.insert(hash, slot);
}

/// Without a key nothing is looked up before the first retraction, and most results never see one.
void ChangelogTable::Private::index(const ResultSnapshot& rows)
{
    m_indexed = true;
    rows.forEachSpan(0, changes, [this, &rows](const RowSpan& span) {
        for (qsizetype i = 0; i < span.count; ++i) {
            const RowRef row = span.row(i);
            link(rows, row, identity.hash(row), quint32(span.firstRow + i));
        }
        return true;
    });
    noteMemory();
}

void ChangelogTable::Private::noteMemory()
{
    tableBytes = m_table.bytes() + qint64(m_next.capacity() * sizeof(quint32));
}

void ChangelogTable::Private::insert(const ResultSnapshot& rows, const RowRef& row)
{
    const auto slot = quint32(slots.size());
    if (!keyed && !m_indexed) {
        record(slot, StoreRow(changes));
        return;
    }
    const quint32 hash = identity.hash(row);
    if (keyed) {
        if (const quint32* found = find(rows, row, hash)) {
            problem(problems.duplicateKeys);
            record(*found, StoreRow(changes));
            return;
        }
    }
    link(rows, row, hash, slot);
    record(slot, StoreRow(changes));
}

/// The emptied slot that an updated row goes back to: that of the same key; without a key the one whose row is most
/// alike from the left, since what a query groups by tends to stand there.
std::optional<quint32> ChangelogTable::Private::vacatedFor(const ResultSnapshot& rows, const RowRef& row)
{
    const auto alike = [this, &rows, &row](const Vacated& vacated) {
        const RowRef old = rows.row(vacated.row);
        if (keyed) {
            return identity.equal(row, old) ? 1 : -1;
        }
        int same = 0;
        while (same < row.columnCount && row.cell(same) == old.cell(same)) {
            ++same;
        }
        return same;
    };
    if (m_vacated.empty()) {
        return {};
    }
    size_t best = 0;
    int score = -1;
    for (size_t i = 0; i < m_vacated.size(); ++i) {
        if (const int candidate = !keyed && m_vacated.size() == 1 ? 0 : alike(m_vacated[i]); candidate > score) {
            best = i;
            score = candidate;
        }
    }
    if (score < 0) {
        return {};
    }
    const quint32 slot = m_vacated[best].slot;
    m_vacated.erase(m_vacated.begin() + qsizetype(best));
    return slot;
}

void ChangelogTable::Private::update(const ResultSnapshot& rows, const RowRef& row)
{
    const quint32 hash = identity.hash(row);
    if (keyed) {
        // An upsert stream has no -U.
        if (const quint32* found = find(rows, row, hash)) {
            record(*found, StoreRow(changes));
            return;
        }
    }
    const quint32 slot = vacatedFor(rows, row).value_or(quint32(slots.size()));
    link(rows, row, hash, slot);
    record(slot, StoreRow(changes));
}

void ChangelogTable::Private::retract(const ResultSnapshot& rows, const RowRef& row)
{
    quint32* found = find(rows, row, identity.hash(row));
    if (!found) {
        problem(problems.unmatched);
        LogEntry nothing;
        nothing.removed = 1;
        log.push_back(nothing);
        return;
    }
    const quint32 slot = *found;
    const quint32 next = slot < m_next.size() ? m_next[slot] : SlotTable::none;
    if (next == SlotTable::none) {
        m_table.erase(found);
    } else {
        *found = next;
    }
    if (row.kind == RowKind::UpdateBefore) {
        if (m_vacated.size() == s_maxVacated) {
            m_vacated.erase(m_vacated.begin());
        }
        m_vacated.push_back({.slot = slot, .row = slots[slot]});
    }
    record(slot, noRow);
}

void ChangelogTable::Private::applyOne(const ResultSnapshot& rows, const RowRef& row)
{
    switch (row.kind) {
    case RowKind::Insert:
        insert(rows, row);
        break;
    case RowKind::UpdateAfter:
        update(rows, row);
        break;
    case RowKind::UpdateBefore:
    case RowKind::Delete:
        retract(rows, row);
        break;
    }
    ++changes;
}

ChangelogTable::ChangelogTable(std::vector<int> keyColumns) : m_d(std::make_unique<Private>(std::move(keyColumns))) { }

ChangelogTable::~ChangelogTable() = default;

void ChangelogTable::apply(const ResultSnapshot& rows)
{
    const qint64 end = qMin<qint64>(rows.rowCount(), s_noSlot - 1);
    while (m_d->changes < end) {
        const qint64 from = m_d->changes;
        qint64 to = qMin(from + s_slice, end);
        if (m_d->needsIndex()) {
            to = firstRetraction(rows, from, to);
            if (to == from) {
                // Without the lock: it changes nothing that others may ask for, and takes long.
                m_d->index(rows);
                continue;
            }
        }
        const std::lock_guard lock(m_d->mutex);
        rows.forEachSpan(from, to, [this, &rows](const RowSpan& span) {
            for (qsizetype i = 0; i < span.count; ++i) {
                m_d->applyOne(rows, span.row(i));
            }
            return true;
        });
        m_d->noteMemory();
    }
}

TableDelta ChangelogTable::takeDelta()
{
    const std::lock_guard lock(m_d->mutex);
    TableDelta delta{.appendFrom = quint32(m_d->delivered), .changes = m_d->changes};
    std::sort(m_d->touched.begin(), m_d->touched.end());
    delta.touched.reserve(m_d->touched.size());
    for (const quint32 slot : m_d->touched) {
        delta.touched.push_back({.slot = slot, .row = m_d->slots[slot]});
        m_d->isTouched[slot] = false;
    }
    m_d->touched.clear();
    delta.appended.assign(m_d->slots.begin() + qsizetype(m_d->delivered), m_d->slots.end());
    m_d->delivered = m_d->slots.size();
    m_d->isTouched.resize(m_d->delivered);
    return delta;
}

qint64 ChangelogTable::changeCount() const
{
    const std::lock_guard lock(m_d->mutex);
    return m_d->changes;
}

qint64 ChangelogTable::rowCount() const
{
    const std::lock_guard lock(m_d->mutex);
    return m_d->shown;
}

ChangelogProblems ChangelogTable::problems() const
{
    const std::lock_guard lock(m_d->mutex);
    return m_d->problems;
}

qint64 ChangelogTable::memoryBytes() const
{
    const std::lock_guard lock(m_d->mutex);
    return qint64(m_d->slots.capacity() * sizeof(StoreRow) + m_d->log.capacity() * sizeof(LogEntry)) + m_d->tableBytes;
}

TableDelta ChangelogTable::deltaBetween(qint64 from, qint64 to) const
{
    TableDelta delta;
    {
        const std::lock_guard lock(m_d->mutex);
        from = qBound<qint64>(0, from, m_d->changes);
        to = qBound<qint64>(0, to, m_d->changes);
        delta.changes = to;
        delta.touched.reserve(size_t(qAbs(to - from)));
        for (qint64 i = from; i < to; ++i) {
            const LogEntry entry = m_d->logged(i);
            if (entry.slot != s_noSlot) {
                delta.touched.push_back({.slot = entry.slot, .row = entry.removed ? noRow : StoreRow(i)});
            }
        }
        for (qint64 i = from; i > to; --i) {
            const LogEntry entry = m_d->logged(i - 1);
            if (entry.slot != s_noSlot) {
                delta.touched.push_back({.slot = entry.slot, .row = entry.before});
            }
        }
    }
    // Of each slot the last word counts.
    std::stable_sort(delta.touched.begin(), delta.touched.end(),
        [](const TableDelta::Slot& a, const TableDelta::Slot& b) { return a.slot < b.slot; });
    size_t kept = 0;
    for (size_t i = 0; i < delta.touched.size(); ++i) {
        if (i + 1 == delta.touched.size() || delta.touched[i + 1].slot != delta.touched[i].slot) {
            delta.touched[kept++] = delta.touched[i];
        }
    }
    delta.touched.resize(kept);
    return delta;
}

} // namespace millrace
