// SPDX-License-Identifier: GPL-3.0-or-later
// What a ResultGrid gives away: the selection as text, and as numbers for the status line.
#include "widgets/results/resultgrid.h"

#include "models/resultexport.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QtConcurrent>

#include <algorithm>

namespace millrace {

namespace {

constexpr std::size_t copiedAtOnce = 20'000;

ExportOptions optionsFor(ExportFormat format, std::vector<int> columns, bool rowKinds)
{
    return {.format = format, .header = true, .rowKinds = rowKinds, .columns = std::move(columns)};
}

} // namespace

std::vector<int> ResultGrid::shownDataColumns(const std::vector<bool>& wanted) const
{
    std::vector<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int logical = horizontalHeader()->logicalIndex(visual);
        const int data = m_model->dataColumn(logical);
        if (data >= 0 && wanted[static_cast<std::size_t>(logical)] && !horizontalHeader()->isSectionHidden(logical)) {
            columns.push_back(data);
        }
    }
    return columns;
}

CellBlock ResultGrid::selectedBlock() const
{
    CellBlock block;
    if (!m_model || !selectionModel()) {
        return block;
    }
    std::vector<bool> columns(static_cast<std::size_t>(m_model->columnCount()));
    std::vector<std::pair<int, int>> spans;
    QItemSelection ranges = selectionModel()->selection();
    if (ranges.isEmpty() && currentIndex().isValid()) {
        ranges.select(currentIndex(), currentIndex());
    }
    for (const QItemSelectionRange& range : std::as_const(ranges)) {
        spans.emplace_back(range.top(), range.bottom());
        for (int column = range.left(); column <= range.right(); ++column) {
            columns[static_cast<std::size_t>(column)] = true;
        }
    }
    std::sort(spans.begin(), spans.end());
    int next = 0;
    for (const auto& [top, bottom] : spans) {
        for (int row = std::max(top, next); row <= bottom; ++row) {
            block.rows.push_back(m_model->storeRow(row));
        }
        next = std::max(next, bottom + 1);
    }
    block.columns = shownDataColumns(columns);
    return block;
}

std::vector<CellBlock> ResultGrid::selectedBlocks() const
{
    std::vector<CellBlock> blocks;
    const QItemSelection ranges = selectionModel() ? selectionModel()->selection() : QItemSelection();
    for (const QItemSelectionRange& range : ranges) {
        CellBlock block;
        std::vector<bool> columns(static_cast<std::size_t>(m_model->columnCount()));
        std::fill(columns.begin() + range.left(), columns.begin() + range.right() + 1, true);
        block.columns = shownDataColumns(columns);
        block.rows.reserve(static_cast<std::size_t>(range.height()));
        for (int row = range.top(); row <= range.bottom(); ++row) {
            block.rows.push_back(m_model->storeRow(row));
        }
        blocks.push_back(std::move(block));
    }
    return blocks;
}

void ResultGrid::startSummary(const CancellationToken& token)
{
    m_summaryWatcher.setFuture(QtConcurrent::run([snapshot = m_model->snapshot(), blocks = selectedBlocks(), token] {
        return summarize(snapshot, blocks, token);
    }));
}

void ResultGrid::copy()
{
    startCopy(false, std::nullopt);
}

void ResultGrid::copyWithHeaders()
{
    startCopy(true, std::nullopt);
}

void ResultGrid::copyAs(ExportFormat format)
{
    startCopy(true, format);
}

void ResultGrid::startCopy(bool withHeaders, std::optional<ExportFormat> format)
{
    CellBlock block = selectedBlock();
    if (block.rows.empty()) {
        return;
    }
    if (block.columns.empty()) {
        // Only number, time or kind is selected: the text of those cells is what was meant.
        QStringList lines;
        for (const QModelIndex& index : selectionModel()->selectedIndexes()) {
            lines.append(index.data().toString());
        }
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
        return;
    }
    m_copyCancel.cancel();
    m_copyCancel = CancellationSource();
    const bool kinds = m_model->leadingColumns() > 0;
    const std::size_t cells = block.rows.size() * block.columns.size();
    auto make = [snapshot = m_model->snapshot(), block = std::move(block), token = m_copyCancel.token(), withHeaders,
                    format, kinds] {
        const QString text = format
            ? QString::fromUtf8(rowsAsText(snapshot, block.rows, optionsFor(*format, block.columns, kinds), token))
            : cellsAsText(snapshot, block.rows, block.columns, withHeaders, token);
        return Copy{.text = text, .rows = static_cast<qint64>(block.rows.size()), .cancelled = token.isCancelled()};
    };
    // A few cells are there before the fingers leave the keys; many are made behind the GUI thread's back.
    if (cells <= copiedAtOnce) {
        putOnClipboard(make());
    } else {
        m_copyWatcher.setFuture(QtConcurrent::run(std::move(make)));
    }
}

void ResultGrid::putOnClipboard(const Copy& copy)
{
    if (!copy.cancelled) {
        QGuiApplication::clipboard()->setText(copy.text);
        Q_EMIT copied(copy.rows);
    }
}

} // namespace millrace
