// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/flameview.h"

#include "widgets/common/humanize.h"
#include "widgets/common/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int rowHeight = 20;
constexpr double leastTextWidth = 28;

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return QColor(part(one.red(), other.red()), part(one.green(), other.green()), part(one.blue(), other.blue()));
}

QString points(double share)
{
    const double value = share * 100;
    const QString sign = value >= 0 ? u"+"_s : QString(QChar(0x2212));
    return sign + QString::number(std::abs(value), 'f', 1);
}

} // namespace

FlameView::FlameView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setObjectName(u"flameView"_s);
    setAccessibleName(tr("Flame graph"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(rowHeight);
}

void FlameView::setGraph(FlameGraph graph)
{
    const QStringList path = m_graph.isEmpty() ? QStringList() : m_graph.pathOf(m_zoomed);
    m_graph = std::move(graph);
    m_zoomed = m_graph.isEmpty() ? FlameGraph::Place{0, 0} : m_graph.find(path);
    m_current = {};
    m_hovered = {};
    m_matched = m_graph.matches(m_search);
    updateScroll();
    viewport()->update();
}

void FlameView::setSearch(const QString& text)
{
    m_search = text;
    m_matched = m_graph.matches(text);
    viewport()->update();
}

double FlameView::matchedShare() const
{
    return m_search.isEmpty() || m_graph.isEmpty() ? 0 : m_graph.matchedShare(m_matched);
}

double FlameView::begin() const
{
    return m_graph.frame(m_zoomed).begin;
}

double FlameView::span() const
{
    return std::max(1e-12, m_graph.frame(m_zoomed).width);
}

double FlameView::top(int row) const
{
    return row * rowHeight - verticalScrollBar()->value();
}

QRectF FlameView::frameRect(FlameGraph::Place place) const
{
    if (m_graph.isEmpty() || !place.isValid()) {
        return {};
    }
    const FlameGraph::Frame& frame = m_graph.frame(place);
    const double wide = viewport()->width();
    const double left = std::max(0.0, (frame.begin - begin()) / span() * wide);
    const double right = std::min(wide, (frame.begin + frame.width - begin()) / span() * wide);
    return right > left ? QRectF(left, top(place.row), right - left, rowHeight) : QRectF();
}

FlameGraph::Place FlameView::placeAt(QPointF point) const
{
    if (m_graph.isEmpty() || point.x() < 0 || point.x() >= viewport()->width()) {
        return {};
    }
    const int row = static_cast<int>(std::floor((point.y() + verticalScrollBar()->value()) / rowHeight));
    return m_graph.at(row, begin() + point.x() / std::max(1, viewport()->width()) * span());
}

QColor FlameView::groundOf(const FlameGraph::Frame& frame) const
{
    const Theme& theme = themeOf(this);
    if (m_graph.isDifference()) {
        const double change = frame.width - std::max(0.0, frame.before);
        const double strength = std::min(1.0, std::abs(change) / 0.2);
        const QColor& end = theme.color(change >= 0 ? Token::Heat4 : Token::InfoBg);
        return std::abs(change) < 0.002 ? theme.color(Token::Heat0)
            : change < 0                ? mixed(theme.color(Token::InfoBg), theme.color(Token::Info), strength * 0.35)
                                        : mixed(theme.color(Token::Heat0), end, 0.25 + 0.75 * strength);
    }
    // Neighbours differ by what they are, so that the eye can follow a column.
    static constexpr std::array s_grounds{Token::Heat1, Token::Heat2, Token::Heat3};
    const QString& name = m_graph.names()[frame.name];
    if (name.startsWith("java."_L1) || name.startsWith("jdk."_L1) || name.startsWith("sun."_L1)) {
        return theme.color(Token::Heat1);
    }
    return theme.color(s_grounds[1 + qHash(name.left(name.lastIndexOf(u'.'))) % 2]);
}

void FlameView::paintRow(QPainter& painter, int row) const
{
    const Theme& theme = themeOf(this);
    const double wide = viewport()->width();
    const double scale = wide / span();
    const auto frames = m_graph.row(row);
    const double y = top(row);
    const QFontMetricsF metrics(painter.font());
    const QColor line = theme.color(Token::Surface);
    for (int i = m_graph.firstBehind(row, begin()); i < static_cast<int>(frames.size());) {
        const FlameGraph::Frame& frame = frames[static_cast<std::size_t>(i)];
        const double left = std::max(0.0, (frame.begin - begin()) * scale);
        const double right = std::min(wide, (frame.begin + frame.width - begin()) * scale);
        if (left >= wide) {
            break;
        }
        if (right - left < 1.0) {
            // One pixel stands for all that falls into it.
            painter.fillRect(QRectF(std::floor(left), y, 1, rowHeight - 1), theme.color(Token::Heat2));
            i = std::max(i + 1, m_graph.firstBehind(row, begin() + (std::floor(left) + 1) / scale));
            continue;
        }
        const bool matched = m_matched[static_cast<std::size_t>(frame.name)];
        const QColor ground = matched ? theme.color(Token::AccentFill)
            : !m_search.isEmpty()     ? theme.color(Token::Heat0)
                                      : groundOf(frame);
        const QRectF rect(left, y, right - left, rowHeight - 1);
        painter.fillRect(rect, row < m_zoomed.row ? mixed(ground, line, 0.5) : ground);
        painter.fillRect(QRectF(rect.right() - 1, y, 1, rowHeight), line);
        if (rect.width() >= leastTextWidth) {
            painter.setPen(theme.color(matched ? Token::OnAccent : Token::OnHeat));
            painter.drawText(rect.adjusted(4, 0, -3, 0),
                static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                metrics.elidedText(shortFrameName(m_graph.names()[frame.name]), Qt::ElideRight, rect.width() - 7));
        }
        ++i;
    }
}

void FlameView::paintEvent(QPaintEvent* event)
{
    const Theme& theme = themeOf(this);
    QPainter painter(viewport());
    painter.fillRect(event->rect(), theme.color(Token::Surface));
    if (m_graph.isEmpty()) {
        return;
    }
    QFont font = themeFont(TextRole::MonoSmall);
    font.setPointSizeF(themeFont(TextRole::Badge).pointSizeF());
    painter.setFont(font);
    const int first = std::max(0, (verticalScrollBar()->value() + event->rect().top()) / rowHeight);
    const int last =
        std::min(m_graph.rowCount() - 1, (verticalScrollBar()->value() + event->rect().bottom()) / rowHeight);
    for (int row = first; row <= last; ++row) {
        paintRow(painter, row);
    }
    const auto outline = [&](FlameGraph::Place place, Token token, int width) {
        const QRectF rect = frameRect(place);
        if (!rect.isNull()) {
            painter.setPen(QPen(theme.color(token), width));
            painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5));
        }
    };
    outline(m_hovered, Token::Text, 1);
    if (hasFocus()) {
        outline(m_current, Token::Focus, 2);
    }
}

void FlameView::updateScroll()
{
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(
        0, m_graph.isEmpty() ? 0 : std::max(0, m_graph.rowCount() * rowHeight - viewport()->height()));
}

void FlameView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScroll();
}

void FlameView::zoomTo(FlameGraph::Place place)
{
    if (m_graph.isEmpty() || !place.isValid()) {
        return;
    }
    m_zoomed = place;
    viewport()->update();
}

void FlameView::resetZoom()
{
    zoomTo({0, 0});
}

QString FlameView::textOf(FlameGraph::Place place) const
{
    if (m_graph.isEmpty() || !place.isValid()) {
        return {};
    }
    const FlameGraph::Frame& frame = m_graph.frame(place);
    const QString share = QString::number(frame.width * 100, 'f', 1);
    QString text = tr("%1: %2 %, %n samples", nullptr, static_cast<int>(std::min<qint64>(frame.samples, 1'000'000'000)))
                       .arg(m_graph.name(place), share);
    if (m_graph.isDifference()) {
        text += u"; "_s + tr("%1 percentage points").arg(points(frame.width - std::max(0.0, frame.before)));
    }
    return text;
}

void FlameView::setCurrent(FlameGraph::Place place)
{
    m_current = place;
    Q_EMIT described(textOf(place));
    if (place.isValid()) {
        const double y = top(place.row);
        if (y < 0 || y + rowHeight > viewport()->height()) {
            verticalScrollBar()->setValue(place.row * rowHeight - viewport()->height() / 2);
        }
    }
    viewport()->update();
}

void FlameView::mousePressEvent(QMouseEvent* event)
{
    const FlameGraph::Place place = placeAt(event->position());
    if (event->button() == Qt::LeftButton && place.isValid()) {
        zoomTo(place);
        setCurrent(place);
    }
}

void FlameView::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
}

void FlameView::mouseMoveEvent(QMouseEvent* event)
{
    const FlameGraph::Place place = placeAt(event->position());
    if (place != m_hovered) {
        m_hovered = place;
        Q_EMIT described(textOf(place));
        viewport()->update();
    }
}

void FlameView::walk(int key)
{
    FlameGraph::Place next = m_current.isValid() ? m_current : m_zoomed;
    const FlameGraph::Frame& frame = m_graph.frame(next);
    switch (key) {
    case Qt::Key_Up:
        next = next.row > 0 ? FlameGraph::Place{next.row - 1, frame.parent} : next;
        break;
    case Qt::Key_Down:
        if (const auto child = m_graph.at(next.row + 1, frame.begin + frame.width * 1e-9);
            child.isValid() && m_graph.frame(child).parent == next.index) {
            next = child;
        }
        break;
    case Qt::Key_Left:
        next.index = std::max(0, next.index - 1);
        break;
    default:
        next.index = std::min(static_cast<int>(m_graph.row(next.row).size()) - 1, next.index + 1);
        break;
    }
    setCurrent(next);
}

void FlameView::keyPressEvent(QKeyEvent* event)
{
    if (m_graph.isEmpty()) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        walk(event->key());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        zoomTo(m_current);
        break;
    case Qt::Key_Backspace:
        if (m_zoomed.row > 0) {
            zoomTo({m_zoomed.row - 1, m_graph.frame(m_zoomed).parent});
        }
        break;
    case Qt::Key_Home:
        resetZoom();
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool FlameView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), textOf(placeAt(help->pos())), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && m_hovered.isValid()) {
        m_hovered = {};
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace millrace
