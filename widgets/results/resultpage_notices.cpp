// SPDX-License-Identifier: GPL-3.0-or-later
// What a ResultPage says: while it waits, below the rows, above them, and about one row's history.
#include "models/humantext.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/results/arrivalbar.h"
#include "widgets/results/gridview.h"
#include "widgets/results/pictureview.h"
#include "widgets/results/recordpanel.h"
#include "widgets/results/resultpage.h"

#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace millrace {

QString ResultPage::waitingText() const
{
    switch (m_view.state) {
    case RunState::NotRun:
    case RunState::Queued:
        return tr("Waits until the statements before it are done.");
    case RunState::Running:
        return tr("Running. Rows show here as soon as the server sends them.");
    case RunState::Cancelling:
        return tr("Cancelling.");
    case RunState::Done:
        return m_view.jobId.isEmpty() ? tr("Done. The statement gives no rows.")
                                      : tr("Submitted as job %1.").arg(m_view.jobId);
    case RunState::Failed:
        return tr("Failed before there were rows.");
    case RunState::Cancelled:
        return tr("Cancelled before there were rows.");
    }
    return {};
}

/// EXPLAIN and SHOW CREATE give one long text, which a cell would only cut.
bool ResultPage::isOneText(const ResultSnapshot& rows) const
{
    if (m_view.streaming || rows.rowCount() != 1 || rows.columnCount() != 1) {
        return false;
    }
    const CellView cell = rows.cell(0, 0);
    return !cell.isNull && !cell.isInteger && cell.text.find('\n') != std::string_view::npos;
}

void ResultPage::refreshBody()
{
    const bool hasColumns = m_watcher && m_watcher->snapshot().columnCount() > 0;
    if (hasColumns && m_view.state != RunState::Running && m_picture->picture().isNull()) {
        m_picture->setPicture(pictureOf(m_watcher->snapshot()));
    }
    const bool isPicture = !m_picture->picture().isNull();
    const bool oneText = !isPicture && hasColumns && isOneText(m_watcher->snapshot());
    if (oneText && m_text->document()->isEmpty()) {
        m_text->setFont(themeFont(TextRole::Editor));
        m_text->setPlainText(ValueFormatter(m_watcher->snapshot().schema()).text(0, m_watcher->snapshot().cell(0, 0)));
    }
    m_waitingText->setText(waitingText());
    m_body->setCurrentWidget(isPicture ? static_cast<QWidget*>(m_picture)
            : oneText                  ? static_cast<QWidget*>(m_text)
            : hasColumns               ? static_cast<QWidget*>(m_splitter)
                                       : m_waiting);
    m_arrival->setVisible(hasColumns && !oneText && !isPicture);
}

void ResultPage::refreshRemark()
{
    const GridView* view = currentGridView();
    if (!view || !m_view.store) {
        return;
    }
    const bool changes = m_view.streaming || m_view.store->retractingRows() > 0;
    m_arrival->setSliderShown(changes || m_mode == ResultsPane::Mode::Changelog);
    QStringList parts;
    const int shown = view->model()->rowCount();
    if (!view->model()->arrangement().isPlain()) {
        parts.append(view->model()->isStale() || view->model()->isBusy()
                ? tr("%1 of the loaded rows, more being looked through").arg(countText(shown))
                : tr("%1 of the loaded rows").arg(countText(shown)));
    } else if (m_mode == ResultsPane::Mode::Table && changes) {
        parts.append(tr("%1 row(s)", nullptr, shown).arg(countText(shown)));
    }
    parts.append(tr("%1 received").arg(countText(receivedRows())));
    const qint64 spilled = m_view.store->spilledBytes();
    parts.append(spilled > 0 ? tr("all kept, %1 on disk").arg(sizeText(spilled)) : tr("all kept"));
    if (m_view.cap > 0) {
        parts.append(tr("cap %1").arg(countText(m_view.cap)));
    }
    m_arrival->setRemark(parts.join(u" · "_s));
}

/// A copy that took its time says when it is there.
void ResultPage::tellCopied(qint64 rows)
{
    if (rows >= 1000 && m_noticeShown.isEmpty()) {
        m_notice->showMessage({.kind = MessageBar::Kind::Info,
            .text = tr("%1 row(s) are on the clipboard.", nullptr, static_cast<int>(rows)).arg(countText(rows)),
            .timeout = std::chrono::seconds(4)});
    }
}

void ResultPage::refreshNotice()
{
    QString id;
    MessageBar::Message message;
    if (m_view.error && m_view.state == RunState::Failed) {
        id = u"error:"_s + m_view.error->message;
        message = {.kind = MessageBar::Kind::Error,
            .text = m_view.error->message,
            .details = m_view.error->detail,
            .actions = {{u"statement"_s, tr("Go to Statement")}, {u"rerun"_s, tr("Run Again")}}};
    } else if (m_view.capped) {
        id = u"capped"_s;
        message = {.kind = MessageBar::Kind::Warning,
            .text = tr("Fetching stopped at the row cap of %1; there may be more. Choose a higher cap in the run bar "
                       "and run it again to see them.")
                        .arg(countText(m_view.cap)),
            .actions = {{u"rerun"_s, tr("Run Again")}}};
    } else if (m_view.store && !m_view.store->spillError().isEmpty()) {
        id = u"spill"_s;
        message = {.kind = MessageBar::Kind::Warning,
            .text = tr("Rows could not be moved to disk and stay in memory: %1").arg(m_view.store->spillError())};
    } else if (m_table && m_table->unmatchedChanges() > 0) {
        id = u"unmatched"_s;
        message = {.kind = MessageBar::Kind::Warning,
            .text = tr("%n change(s) take back a row that never came, so the table may differ from the server's. The "
                       "changelog shows them all.",
                nullptr, static_cast<int>(m_table->unmatchedChanges()))};
    }
    if (id == m_noticeShown) {
        return;
    }
    m_noticeShown = id;
    id.isEmpty() ? m_notice->clear() : m_notice->showMessage(message);
}

void ResultPage::showHistory(quint32 row)
{
    m_historyRow = row;
    if (m_mode != ResultsPane::Mode::Changelog) {
        Q_EMIT modeWanted(ResultsPane::Mode::Changelog);
    }
    const auto apply = [this, row](const std::vector<int>& columns) {
        if (m_historyRow == row && m_changelog) {
            m_historyColumns = columns;
            m_changelog->setLike(row, columns);
            showHistoryNotice();
        }
    };
    // Which columns tell rows apart is not known before somebody looked through the updates.
    auto* finder = new RowHistoryFinder(this);
    connect(finder, &RowHistoryFinder::found, this, [finder, apply](quint32, const std::vector<int>& columns, qint64) {
        apply(columns);
        finder->deleteLater();
    });
    finder->find(snapshot(), row);
}

void ResultPage::showHistoryNotice()
{
    const ResultSnapshot rows = m_changelog->model()->source()->snapshot();
    const ValueFormatter formatter(rows.schema());
    QStringList key;
    for (const int column : m_historyColumns) {
        const CellView cell = rows.cell(*m_historyRow, column);
        const QString value = cell.isNull ? u"NULL"_s : formatter.text(column, cell, 60);
        key.append(rows.schema().columns[static_cast<std::size_t>(column)].name + u" = "_s + value);
        if (key.size() == 4) {
            break;
        }
    }
    m_historyBar->showMessage({.kind = MessageBar::Kind::Info,
        .text = m_historyColumns.empty()
            ? tr("No update was seen yet, so nothing tells rows apart; all changes are shown.")
            : tr("Changes of the row with %1.").arg(key.join(u", "_s)),
        .actions = {{u"all"_s, tr("Show All Changes")}}});
}

} // namespace millrace
