// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/logtextview.h"

#include "models/humantext.h"
#include "widgets/common/theme.h"
#include "widgets/editor/overviewscrollbar.h"
#include "widgets/logs/logtextview_shown.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_padding = 8;
constexpr int s_bookmarkWidth = 14;
constexpr int s_mostSourceLetters = 16;
constexpr qsizetype s_mostRanges = 200;
constexpr int s_marks = 400; ///< on the scroll bar
constexpr std::array s_sourceInks{
    Token::SynKeyword, Token::SynString, Token::SynNumber, Token::SynFunction, Token::SynType, Token::SynVariable};

std::optional<Token> inkOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Fatal:
    case LogLevel::Error:
        return Token::Error;
    case LogLevel::Warn:
        return Token::Warn;
    case LogLevel::Debug:
    case LogLevel::Trace:
        return Token::TextDim;
    default:
        return std::nullopt;
    }
}

bool isFrame(const QString& text)
{
    return text.startsWith(u'\t') || text.startsWith("    at "_L1);
}

} // namespace

LogTextView::LogTextView(QWidget* parent) : QAbstractScrollArea(parent), m_bar(new OverviewScrollBar)
{
    setObjectName(u"logText"_s);
    setAccessibleName(tr("Lines of the log"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBar(m_bar);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setAcceptDrops(true);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(m_bar, &QScrollBar::actionTriggered, this, [this] { m_byHand = true; });
    refreshMetrics();
}

LogTextView::~LogTextView() = default;

void LogTextView::refreshMetrics()
{
    m_font = themeFont(TextRole::MonoSmall);
    const QFontMetricsF metrics(m_font);
    m_charWidth = metrics.horizontalAdvance(u'0');
    m_rowHeight = int(std::ceil(metrics.height())) + 3;
}

void LogTextView::setLog(const LogSnapshot& log)
{
    const bool anew = log.generation() != m_generation;
    m_generation = log.generation();
    m_rows.setLog(log);
    if (anew) {
        m_top = 0;
        m_anchor = m_caret = {};
        m_bookmarks.clear();
        m_widest = 0;
        horizontalScrollBar()->setValue(0);
        Q_EMIT bookmarksChanged();
    }
    refresh();
}

void LogTextView::setMatches(const LogMatches& matches)
{
    const LogSearchText before = m_rows.matches().query.search;
    // The line in view stays in view when others come or go.
    const bool hadRows = m_rows.count() > 0;
    const qint64 topLine = hadRows ? m_rows.lineOf(std::min(m_top, m_rows.count() - 1)) : -1;
    const qint64 kept = m_caret.line >= 0 ? m_caret.line : topLine;
    const qint64 keptAt = hadRows && kept >= 0 ? m_rows.rowOf(kept) - m_top : 0;
    const bool sameFilter = m_rows.matches().query == matches.query;
    m_rows.setMatches(matches);
    if (!(before == matches.query.search) || !m_pattern) {
        const Result<LogPattern> pattern = LogPattern::compile(matches.query.search);
        m_pattern = pattern && !matches.query.search.isEmpty() ? std::optional(*pattern) : std::nullopt;
    }
    if (!sameFilter && kept >= 0) {
        m_top = std::max<qint64>(0, m_rows.rowOf(kept) - std::clamp<qint64>(keptAt, 0, pageRows() - 1));
    }
    m_shown.clear();
    refresh();
}

void LogTextView::refresh()
{
    updateBars();
    if (m_following) {
        m_top = std::max<qint64>(0, m_rows.count() - pageRows());
        updateBars();
    }
    layoutRows();
    updateMarks();
    viewport()->update();
}

int LogTextView::pageRows() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

void LogTextView::updateBars()
{
    const qint64 most = std::max<qint64>(0, m_rows.count() - (m_wrapping ? 1 : pageRows()));
    m_top = std::clamp<qint64>(m_top, 0, most);
    const QSignalBlocker blocker(m_bar);
    m_bar->setRange(0, int(std::min<qint64>(most, std::numeric_limits<int>::max())));
    m_bar->setPageStep(pageRows());
    m_bar->setSingleStep(1);
    m_bar->setValue(int(m_top));
    const int digits = int(QString::number(std::max<qint64>(m_rows.log().lineCount(), 999)).size());
    qsizetype letters = 0;
    for (const QString& name : m_rows.log().sources()) {
        letters = std::max(letters, std::min<qsizetype>(name.size(), s_mostSourceLetters));
    }
    m_sourceWidth = letters == 0 ? 0 : int(std::ceil(double(letters) * m_charWidth)) + s_padding;
    m_gutter = s_bookmarkWidth + int(std::ceil(digits * m_charWidth)) + s_padding + m_sourceWidth;
}

void LogTextView::layoutRows()
{
    std::vector<std::unique_ptr<Shown>> shown;
    int y = 0;
    qint64 row = m_top;
    while (y < viewport()->height() && row < m_rows.count()) {
        const qint64 wanted = std::max(1, (viewport()->height() - y) / m_rowHeight + 1);
        for (LogRow& entry : m_rows.rows(row, m_wrapping ? std::min<qint64>(wanted, 16) : wanted)) {
            shown.push_back(layOut(std::move(entry)));
            y += shown.back()->height;
        }
        const qint64 next = shown.empty() ? row : shown.back()->row.row + 1;
        if (next == row) {
            break;
        }
        row = next;
    }
    m_shown = std::move(shown);
    for (const std::unique_ptr<Shown>& entry : m_shown) {
        m_widest = std::max(m_widest, int(std::ceil(entry->layout->maximumWidth())) + textLeft() + s_padding);
    }
    horizontalScrollBar()->setRange(0, m_wrapping ? 0 : std::max(0, m_widest - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(int(m_charWidth * 4));
}

std::unique_ptr<LogTextView::Shown> LogTextView::layOut(LogRow row) const
{
    auto shown = std::make_unique<Shown>();
    QString text = row.text;
    if (row.cut) {
        text += tr(" … (%1 in this line)").arg(sizeText(row.length));
    }
    shown->layout = std::make_unique<QTextLayout>(text, m_font);
    QTextOption option;
    option.setWrapMode(m_wrapping ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    option.setTabStopDistance(m_charWidth * 4);
    shown->layout->setTextOption(option);
    shown->layout->setCacheEnabled(true);
    shown->layout->beginLayout();
    double y = 0;
    const double width = m_wrapping ? std::max(80, viewport()->width() - textLeft() - s_padding) : 1e7;
    for (QTextLine line = shown->layout->createLine(); line.isValid(); line = shown->layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += m_rowHeight;
    }
    shown->layout->endLayout();
    shown->height = std::max(m_rowHeight, int(y));
    shown->row = std::move(row);
    return shown;
}

QList<QTextLayout::FormatRange> LogTextView::formats(const LogRow& row) const
{
    const Theme& theme = themeOf(this);
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&ranges](int start, int length, std::optional<QColor> ink, std::optional<QColor> ground,
                         bool bold = false) {
        QTextCharFormat format;
        if (ink) {
            format.setForeground(*ink);
        }
        if (ground) {
            format.setBackground(*ground);
        }
        if (bold) {
            format.setFontWeight(QFont::DemiBold);
        }
        ranges.push_back({start, length, format});
    };
    const int length = int(row.text.size());
    const std::optional<Token> ink = inkOf(row.level);
    if (row.begins ? ink.has_value() : isFrame(row.text)) {
        add(0, length, theme.color(row.begins ? *ink : Token::TextDim), {});
    } else if (!row.begins && row.text.startsWith("Caused by:"_L1)) {
        add(0, length, theme.color(Token::Error), {});
    }
    if (row.stampLength > 0) {
        add(0, row.stampLength, theme.color(Token::TextDim), {});
    }
    if (row.cut) {
        add(length, 200, theme.color(Token::Warn), {});
    }
    if (m_pattern) {
        for (const auto& [start, count] : m_pattern->rangesIn(row.text, s_mostRanges)) {
            const bool current = row.line == m_caret.line;
            add(int(start), int(count), theme.color(current ? Token::OnAccent : Token::Text),
                theme.color(current ? Token::AccentFill : Token::Heat2));
        }
    }
    if (hasSelection()) {
        const auto [first, last] = std::minmax(m_anchor, m_caret);
        if (row.line >= first.line && row.line <= last.line) {
            const int from = row.line == first.line ? first.column : 0;
            const int to = row.line == last.line ? std::min(last.column, length) : std::max(length, 1);
            if (to > from) {
                add(from, to - from, {}, theme.color(hasFocus() ? Token::Select : Token::SelectIdle));
            }
        }
    }
    return ranges;
}

void LogTextView::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.color(Token::Surface));
    painter.fillRect(QRect(0, 0, m_gutter, viewport()->height()), theme.color(Token::SurfaceChrome));
    int y = 0;
    for (const std::unique_ptr<Shown>& shown : m_shown) {
        paintRow(painter, *shown, y);
        paintGutter(painter, *shown, y);
        y += shown->height;
    }
    if (hasFocus()) {
        painter.fillRect(QRect(0, 0, 2, viewport()->height()), theme.color(Token::Focus));
    }
}

void LogTextView::paintRow(QPainter& painter, const Shown& shown, int y) const
{
    const Theme& theme = themeOf(this);
    const QRect ground(m_gutter, y, viewport()->width() - m_gutter, shown.height);
    painter.save();
    painter.setClipRect(ground);
    if (shown.row.line == m_caret.line) {
        painter.fillRect(ground, theme.color(Token::Hover));
    }
    if (shown.row.gap) {
        painter.fillRect(QRect(ground.left(), y, ground.width(), 1), theme.color(Token::Line));
    }
    painter.setPen(theme.color(Token::Text));
    const double x = textLeft() - horizontalScrollBar()->value();
    shown.layout->draw(&painter, QPointF(x, y + 1), formats(shown.row), QRectF(ground));
    painter.restore();
    if (shown.row.level >= LogLevel::Warn) {
        painter.fillRect(QRect(m_gutter, y, 3, shown.height), theme.color(*inkOf(shown.row.level)));
    }
}

void LogTextView::paintGutter(QPainter& painter, const Shown& shown, int y) const
{
    const Theme& theme = themeOf(this);
    const bool current = shown.row.line == m_caret.line;
    painter.setFont(m_font);
    painter.setPen(theme.color(current ? Token::Text : Token::TextDim));
    const QRect number(s_bookmarkWidth, y, m_gutter - s_bookmarkWidth - m_sourceWidth - s_padding / 2, m_rowHeight);
    painter.drawText(number, int(Qt::AlignRight | Qt::AlignVCenter), QString::number(shown.row.line + 1));
    if (m_bookmarks.contains(shown.row.line)) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Accent));
        painter.drawEllipse(QRectF(4, y + m_rowHeight / 2.0 - 3.5, 7, 7));
        painter.restore();
    }
    if (m_sourceWidth > 0 && shown.row.source < m_rows.log().sources().size()) {
        const QRect place(m_gutter - m_sourceWidth, y, m_sourceWidth - 4, m_rowHeight);
        painter.setPen(theme.color(s_sourceInks[std::size_t(shown.row.source) % s_sourceInks.size()]));
        painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter),
            painter.fontMetrics().elidedText(m_rows.log().sources()[shown.row.source], Qt::ElideMiddle, place.width()));
    }
}

void LogTextView::updateMarks()
{
    std::vector<OverviewScrollBar::Mark> marks;
    const LogMatches& matches = m_rows.matches();
    const auto rows = double(std::max<qint64>(m_rows.count(), 1));
    if (!matches.hits.isEmpty()) {
        // A mark for each stretch of the bar that has any hit.
        const qint64 step = std::max<qint64>(1, m_rows.log().lineCount() / s_marks);
        for (qint64 line = matches.hits.next(0); line >= 0; line = matches.hits.next((line / step + 1) * step)) {
            marks.push_back({double(m_rows.rowOf(line)) / rows, Token::Warn});
        }
    }
    for (const qint64 line : m_bookmarks) {
        marks.push_back({double(m_rows.rowOf(line)) / rows, Token::Accent});
    }
    m_bar->setMarks(std::move(marks));
}

void LogTextView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::FontChange) {
        refreshMetrics();
        m_widest = 0;
        refresh();
    }
    QAbstractScrollArea::changeEvent(event);
}

void LogTextView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    refresh();
}

} // namespace millrace
