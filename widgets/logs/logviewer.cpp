// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/logviewer.h"

#include "models/humantext.h"
#include "models/logexceptionmodel.h"
#include "widgets/common/labels.h"
#include "widgets/common/messagebar.h"
#include "widgets/logs/logfilterbar.h"
#include "widgets/logs/logtextview.h"
#include "widgets/panels/paneltable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QMenu>
#include <QSaveFile>
#include <QSplitter>
#include <QTimeZone>
#include <QVBoxLayout>

#include <chrono>
#include <cstdlib>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 s_quarterHourMs = 15 * 60 * 1000;
constexpr qint64 s_farthestZoneMs = 15 * 3600 * 1000;

/// How far two times are apart when the log's zone is not known: zones differ by quarters of an hour.
qint64 distance(qint64 localMs, qint64 utcMs)
{
    const qint64 apart = localMs - utcMs;
    if (std::abs(apart) > s_farthestZoneMs) {
        return std::abs(apart);
    }
    const qint64 rest = ((apart % s_quarterHourMs) + s_quarterHourMs) % s_quarterHourMs;
    return std::min(rest, s_quarterHourMs - rest);
}

} // namespace

LogViewer::LogViewer(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"logViewer"_s);
    build();
    fillMenu();
    connectParts();
}

void LogViewer::build()
{
    m_bar = new LogFilterBar;
    m_messages = new MessageBar;
    m_text = new LogTextView;
    m_exceptions = new LogExceptionModel(this);
    m_exceptionTable = new PanelTable(u"logExceptionTable"_s, tr("Exceptions by root cause"));
    m_exceptionTable->setModel(m_exceptions);
    m_exceptionTable->setItemDelegate(new PanelDelegate(
        [](const QModelIndex& index) {
            const bool isText = index.column() == LogExceptionModel::Cause;
            return PanelCellStyle{.role = isText ? TextRole::Body : TextRole::MonoSmall};
        },
        this));
    QHeaderView* header = m_exceptionTable->horizontalHeader();
    header->setSectionResizeMode(LogExceptionModel::Cause, QHeaderView::Stretch);
    header->resizeSection(LogExceptionModel::Count, 56);
    header->resizeSection(LogExceptionModel::First, 138);
    header->resizeSection(LogExceptionModel::Last, 138);
    m_exceptionTable->hide();
    m_columns = new QSplitter(Qt::Vertical);
    m_columns->setHandleWidth(1);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(m_text);
    m_columns->addWidget(m_exceptionTable);
    m_columns->setStretchFactor(0, 3);
    m_columns->setStretchFactor(1, 1);
    auto* foot = new PanelBar;
    foot->setFixedHeight(measure::statusBar);
    auto* footLayout = new QHBoxLayout(foot);
    footLayout->setContentsMargins(8, 0, 8, 0);
    m_state = new ElidedLabel;
    m_state->setObjectName(u"logState"_s);
    m_state->setRole(TextRole::Caption);
    m_state->setColor(Token::TextDim);
    footLayout->addWidget(m_state, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_messages);
    layout->addWidget(m_columns, 1);
    layout->addWidget(foot);
    setFocusProxy(m_text);
}

void LogViewer::fillMenu()
{
    QMenu* menu = m_bar->menu();
    menu->addAction(tr("Copy the chosen lines"), m_text, &LogTextView::copy);
    menu->addAction(tr("Save lines to a file…"), this,
        [this] { Q_EMIT saveRequested(m_document ? m_document->title() : QString()); });
    menu->addSeparator();
    menu->addAction(tr("Go to a line or a time…") + u"\tCtrl+G"_s, this, &LogViewer::askForLine);
    menu->addAction(
        tr("Bookmark this line") + u"\tCtrl+B"_s, this, [this] { m_text->toggleBookmark(m_text->currentLine()); });
    QMenu* bookmarks = menu->addMenu(tr("Bookmarks"));
    bookmarks->setObjectName(u"logBookmarks"_s);
    connect(bookmarks, &QMenu::aboutToShow, this, [this, bookmarks] {
        bookmarks->clear();
        for (const qint64 line : m_text->bookmarks()) {
            const qint64 row = m_text->rows().rowOf(line);
            const std::vector<LogRow> rows = m_text->rows().rows(row, 1);
            const QString text = rows.empty() || rows.front().line != line ? QString() : oneLine(rows.front().text, 90);
            bookmarks->addAction(QString(countText(line + 1) + u"  "_s + QString(text).replace(u'&', "&&"_L1)), m_text,
                [this, line] { m_text->goToLine(line); });
        }
        if (m_text->bookmarks().empty()) {
            bookmarks->addAction(tr("No line is bookmarked"))->setEnabled(false);
        }
    });
}

void LogViewer::connectParts()
{
    connect(m_bar, &LogFilterBar::queryChanged, this, [this](const LogQuery& query) { m_search.setQuery(query); });
    connect(m_bar, &LogFilterBar::nextRequested, m_text, &LogTextView::goToHit);
    connect(m_bar, &LogFilterBar::followRequested, m_text, &LogTextView::setFollowing);
    connect(m_bar, &LogFilterBar::wrapRequested, m_text, &LogTextView::setWrapping);
    connect(m_bar, &LogFilterBar::leaveRequested, m_text, qOverload<>(&QWidget::setFocus));
    connect(m_bar, &LogFilterBar::exceptionsRequested, m_exceptionTable, &QWidget::setVisible);
    connect(m_text, &LogTextView::followingChanged, m_bar, &LogFilterBar::setFollowing);
    connect(m_text, &LogTextView::searchRequested, m_bar, &LogFilterBar::focusSearch);
    connect(m_text, &LogTextView::goToLineRequested, this, &LogViewer::askForLine);
    connect(m_text, &LogTextView::wrapRequested, this, [this] {
        m_text->setWrapping(!m_text->isWrapping());
        m_bar->setWrapping(m_text->isWrapping());
    });
    connect(m_text, &LogTextView::filesDropped, this, &LogViewer::filesDropped);
    connect(m_text, &LogTextView::currentLineChanged, this, [this](qint64 line) {
        m_bar->setMatches(m_search.matches(), line);
        refreshState();
    });
    connect(m_text, &LogTextView::copyRefused, this, [this] {
        m_messages->showMessage({.kind = MessageBar::Kind::Warning,
            .text =
                tr("More than 64 MB were chosen, which the clipboard would not bear: save them to a file instead.")});
    });
    connect(&m_search, &LogSearch::changed, this, &LogViewer::matchesChanged);
    connect(m_exceptionTable, &PanelTable::rowActivated, this,
        [this](const QModelIndex& index) { goToException(index.row(), index.column() == LogExceptionModel::Last); });
    connect(m_exceptionTable, &QTableView::clicked, this,
        [this](const QModelIndex& index) { goToException(index.row(), index.column() == LogExceptionModel::Last); });
    connect(this, &LogViewer::saved, this, [this](const QString& path, const QString& error) {
        m_messages->showMessage({.kind = error.isEmpty() ? MessageBar::Kind::Info : MessageBar::Kind::Error,
            .text = error.isEmpty() ? tr("The lines are in %1.").arg(path) : error,
            .timeout = std::chrono::seconds(8)});
    });
}

void LogViewer::setDocument(std::shared_ptr<LogDocument> document)
{
    if (m_document) {
        disconnect(m_document.get(), nullptr, this, nullptr);
    }
    m_document = std::move(document);
    m_shownProblem.clear();
    m_messages->clear();
    m_jumping = false;
    m_jumpLine = -1;
    m_text->setLog({});
    if (m_document) {
        connect(m_document.get(), &LogDocument::changed, this, &LogViewer::documentChanged);
    }
    // A log of its own: what was found in the one before means nothing here.
    m_search.setLog({});
    m_search.setQuery(m_bar->query());
    documentChanged();
}

void LogViewer::documentChanged()
{
    const LogSnapshot log = m_document ? m_document->snapshot() : LogSnapshot();
    m_text->setLog(log);
    m_search.setLog(log);
    m_bar->setLog(log);
    m_exceptions->setGroups(log.exceptions());
    if (log.problem() != m_shownProblem) {
        m_shownProblem = log.problem();
        if (m_shownProblem.isEmpty()) {
            m_messages->clear();
        } else {
            m_messages->showMessage({.kind = MessageBar::Kind::Error, .text = m_shownProblem});
        }
    }
    refreshState();
    finishJump();
}

void LogViewer::matchesChanged()
{
    const LogMatches matches = m_search.matches();
    m_text->setMatches(matches);
    m_bar->setMatches(matches, m_text->currentLine());
    refreshState();
    finishJump();
}

void LogViewer::refreshState()
{
    if (!m_document) {
        m_state->setText({});
        return;
    }
    const LogRows& rows = m_text->rows();
    const LogSnapshot& log = rows.log();
    QStringList parts;
    if (m_text->currentLine() >= 0) {
        parts += tr("Line %1").arg(countText(m_text->currentLine() + 1));
    }
    parts += rows.isFiltered() ? tr("%1 of %2 lines shown").arg(countText(rows.count()), countText(log.lineCount()))
                               : tr("%1 lines").arg(countText(log.lineCount()));
    parts += sizeText(log.bytes());
    if (!log.isComplete()) {
        parts += tr("reading, %1 %").arg(int(log.progress() * 100));
    }
    parts += tr("times as the log writes them");
    if (log.segments().size() > 1) {
        parts += tr("%1 files").arg(log.segments().size());
    }
    m_state->setText(parts.join(u"  ·  "_s));
}

void LogViewer::setFollowing(bool following)
{
    m_text->setFollowing(following);
}

void LogViewer::goToException(int row, bool last)
{
    const LogExceptionGroup& group = m_exceptions->group(row);
    // Clicking again goes on to the next of its kind.
    const qint64 current = m_text->currentLine();
    const auto next = std::upper_bound(group.lines.cbegin(), group.lines.cend(), current);
    const bool isInGroup = group.lines.contains(current);
    m_text->goToLine(last ? group.last : isInGroup && next != group.lines.cend() ? *next : group.first);
}

void LogViewer::askForLine()
{
    if (!m_document) {
        return;
    }
    QInputDialog dialog(this);
    dialog.setObjectName(u"logGoTo"_s);
    dialog.setWindowTitle(tr("Go to"));
    dialog.setLabelText(tr("A line number, or a time as the log writes it:"));
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const QString text = dialog.textValue().trimmed();
    bool isNumber = false;
    const qint64 line = text.toLongLong(&isNumber);
    const LogSnapshot& log = m_text->rows().log();
    const qint64 time = isNumber ? kNoTime : parseLogMoment(text, log.firstMs());
    if (isNumber) {
        m_text->goToLine(line - 1);
    } else if (time != kNoTime) {
        m_text->goToLine(log.lineOfTime(time));
    } else {
        m_messages->showMessage({.kind = MessageBar::Kind::Warning,
            .text = tr("%1 is neither a line number nor a time: write 1200, 14:05 or 2026-11-22 14:05.").arg(text)});
    }
}

void LogViewer::jumpTo(const QString& text, const QDateTime& around)
{
    m_jumpText = text;
    m_jumpAround = around;
    m_jumping = true;
    if (!text.isEmpty()) {
        m_bar->setQuery({.search = {.text = text}});
    }
    finishJump();
}

void LogViewer::goToLineWhenThere(qint64 line)
{
    m_jumpLine = line;
    finishJump();
}

qint64 LogViewer::nearestHit(const LogSnapshot& log, const LineSet& hits) const
{
    if (!m_jumpAround.isValid()) {
        return hits.at(0);
    }
    constexpr qint64 kMostLookedAt = 2000;
    const qint64 wanted = m_jumpAround.toMSecsSinceEpoch();
    qint64 best = hits.at(hits.count() - 1);
    qint64 bestDistance = std::numeric_limits<qint64>::max();
    for (qint64 i = std::max<qint64>(0, hits.count() - kMostLookedAt); i < hits.count(); ++i) {
        const qint64 line = hits.at(i);
        const qint64 time = log.timeOf(line);
        if (time != kNoTime && distance(time, wanted) < bestDistance) {
            best = line;
            bestDistance = distance(time, wanted);
        }
    }
    return best;
}

void LogViewer::finishJump()
{
    if (m_jumpLine >= 0 && m_text->rows().log().lineCount() > m_jumpLine) {
        m_text->goToLine(std::exchange(m_jumpLine, -1));
    }
    if (!m_jumping || !m_document) {
        return;
    }
    const LogSnapshot& log = m_text->rows().log();
    if (m_jumpText.isEmpty()) {
        if (log.isComplete() && log.lineCount() > 0) {
            m_jumping = false;
            const qint64 local =
                m_jumpAround.toMSecsSinceEpoch() + QTimeZone::systemTimeZone().offsetFromUtc(m_jumpAround) * 1000LL;
            m_text->goToLine(log.lineOfTime(local));
        }
        return;
    }
    const LogMatches matches = m_search.matches();
    if (matches.query.search.text != m_jumpText || matches.hits.isEmpty() || matches.progress < 1) {
        return;
    }
    m_jumping = !log.isComplete();
    m_text->setFollowing(false);
    m_text->goToLine(nearestHit(log, matches.hits));
}

void LogViewer::save(const QString& path)
{
    const LogRows rows = m_text->rows();
    auto [first, last] = m_text->chosenRows();
    if (first == last) {
        first = 0;
        last = rows.count() - 1;
    }
    // The pool waits for its work before this object goes.
    m_savers.start([this, rows, first = first, last = last, path] {
        QSaveFile file(path);
        QString error;
        if (file.open(QIODevice::WriteOnly)) {
            rows.textOf(first, last, [&file](const QByteArray& piece) { return file.write(piece) == piece.size(); });
        }
        if (!file.commit()) {
            error = tr("%1 cannot be written: %2.").arg(path, file.errorString());
        }
        QMetaObject::invokeMethod(
            this, [this, path, error] { Q_EMIT saved(path, error); }, Qt::QueuedConnection);
    });
}

} // namespace millrace
