// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/joblogsview.h"

#include "models/humantext.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/panels/paneltable.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int mostLines = 20'000;

} // namespace

JobLogsView::JobLogsView(QWidget* parent)
    : JobTabPage(tr("The server offers no logs for this job."), parent), m_list(new QListWidget),
      m_text(new QPlainTextEdit), m_search(new QLineEdit),
      m_follow(makeIconButton("go-down"_L1, tr("Follow the end"), this)),
      m_note(new TextLabel(TextRole::Caption, Token::TextDim))
{
    setObjectName(u"logsTab"_s);
    m_list->setObjectName(u"logSources"_s);
    m_list->setAccessibleName(tr("Logs"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_text->setObjectName(u"logText"_s);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(themeFont(TextRole::MonoSmall));
    m_text->setMaximumBlockCount(mostLines);
    m_text->setAccessibleName(tr("Text of the log"));
    m_search->setObjectName(u"logSearch"_s);
    m_search->setPlaceholderText(tr("Find in the log"));
    m_search->setAccessibleName(tr("Find in the log"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(280);
    m_search->addAction(themedIcon(this, "search"_L1), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setObjectName(u"followLog"_s);
    auto* bar = new PanelBar;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 3, 8, 4);
    row->setSpacing(6);
    row->addWidget(m_search);
    row->addWidget(m_note, 1);
    row->addWidget(m_follow);
    auto* right = new QWidget;
    auto* layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_text, 1);
    auto* content = new QSplitter(Qt::Horizontal);
    content->setChildrenCollapsible(false);
    content->addWidget(m_list);
    content->addWidget(right);
    content->setStretchFactor(1, 1);
    content->setSizes({measure::sidePanel, 800});
    setContent(content);
    connect(m_list, &QListWidget::currentRowChanged, this, &JobLogsView::chooseSource);
    connect(m_search, &QLineEdit::textEdited, this, [this] { find(false); });
    connect(m_follow, &QAbstractButton::toggled, this, [this](bool follow) {
        if (follow) {
            m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
        }
    });
}

bool JobLogsView::isFollowing() const
{
    return m_follow->isChecked();
}

void JobLogsView::setSources(const std::vector<LogSource>& sources)
{
    clearError();
    setHasContent(!sources.empty());
    const bool same = std::equal(sources.begin(), sources.end(), m_sources.begin(), m_sources.end(),
        [](const LogSource& one, const LogSource& other) { return one.id == other.id && one.title == other.title; });
    m_sources = sources;
    if (same) {
        return;
    }
    const QString kept = m_current;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int row = 0;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const LogSource& source = sources[i];
        auto* item = new QListWidgetItem(
            source.group.isEmpty() ? source.title : QString(source.group + u" · "_s + source.title));
        item->setToolTip(source.bytes >= 0 ? tr("%1, %2").arg(item->text(), sizeText(source.bytes)) : item->text());
        m_list->addItem(item);
        row = source.id == kept ? static_cast<int>(i) : row;
    }
    m_list->setCurrentRow(sources.empty() ? -1 : row);
    chooseSource();
}

void JobLogsView::chooseSource()
{
    const auto source = currentSource();
    const QString id = source ? source->id : QString();
    if (id == m_current) {
        return;
    }
    m_current = id;
    m_next = -1;
    m_text->clear();
    m_note->clear();
    Q_EMIT sourceChosen();
}

std::optional<LogSource> JobLogsView::currentSource() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_sources.size())
        ? std::optional(m_sources[static_cast<std::size_t>(row)])
        : std::nullopt;
}

void JobLogsView::append(const QString& sourceId, const LogChunk& chunk)
{
    if (sourceId != m_current) {
        return;
    }
    clearError();
    if (chunk.restarted) {
        m_text->clear();
        m_note->setText(tr("The log began anew: its process is another one, or the file was rotated."));
    } else if (m_next < 0 && chunk.offset > 0) {
        m_note->setText(tr("The end of the log; its first %1 are not shown.").arg(sizeText(chunk.offset)));
    }
    m_next = chunk.next;
    if (chunk.bytes.isEmpty()) {
        return;
    }
    QScrollBar* bar = m_text->verticalScrollBar();
    const int place = bar->value();
    QTextCursor end(m_text->document());
    end.movePosition(QTextCursor::End);
    end.insertText(QString::fromUtf8(chunk.bytes));
    bar->setValue(isFollowing() ? bar->maximum() : place);
}

void JobLogsView::clear()
{
    m_sources.clear();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_current.clear();
    m_next = -1;
    m_text->clear();
    m_note->clear();
    setHasContent(false);
}

void JobLogsView::find(bool backwards)
{
    const QString text = m_search->text();
    if (text.isEmpty()) {
        return;
    }
    m_follow->setChecked(false);
    const auto flags = backwards ? QTextDocument::FindFlags(QTextDocument::FindBackward) : QTextDocument::FindFlags();
    if (!m_text->find(text, flags)) {
        m_text->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
        m_note->setText(m_text->find(text, flags) ? QString() : tr("“%1” is not in this part of the log.").arg(text));
    }
}

bool JobLogsView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            find(key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
    }
    return JobTabPage::eventFilter(watched, event);
}

} // namespace millrace
