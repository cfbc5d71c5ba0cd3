// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dag/graphtoolbar.h"

#include "widgets/common/buttons.h"
#include "widgets/common/humanize.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/stylepaint.h"
#include "widgets/dag/graphview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace millrace {

namespace {

constexpr int roomForScale = 1000; ///< below, the colours of the heat have no legend
constexpr int roomForHeatWord = 860;
constexpr int searchWidth = 200;
constexpr int leastSearchWidth = 90;

constexpr std::array heats = {
    std::pair("busy"_L1, GraphHeat::Busy),
    std::pair("backpressure"_L1, GraphHeat::Backpressure),
    std::pair("rate"_L1, GraphHeat::Rate),
    std::pair("watermark"_L1, GraphHeat::Watermark),
};

/// The five grounds of the heat between its ends.
class HeatScale : public QWidget {
    Q_OBJECT

public:
    explicit HeatScale(QWidget* parent = nullptr) : QWidget(parent)
    {
        setFixedSize(178, measure::control);
        setToolTip(tr("What the ground of a box tells, from little to much"));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setFont(themeFont(TextRole::Badge));
        const Theme& theme = themeOf(this);
        painter.setPen(theme.color(Token::TextDim));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, percentText(0));
        painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, percentText(1));
        static constexpr Token steps[] = {Token::Heat0, Token::Heat1, Token::Heat2, Token::Heat3, Token::Heat4};
        QRect bar(32, height() / 2 - 5, 100, 10);
        for (int i = 0; i < 5; ++i) {
            painter.fillRect(QRect(bar.left() + i * 20, bar.top(), 20, bar.height()), theme.color(steps[i]));
        }
        painter.setPen(theme.color(Token::LineStrong));
        painter.drawRect(bar.adjusted(0, 0, -1, -1));
    }
};

} // namespace

GraphToolbar::GraphToolbar(GraphView* view, QWidget* parent) : QWidget(parent), m_view(view)
{
    setObjectName(u"graphToolbar"_s);
    setFixedHeight(measure::runBar);
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(8, 0, 6, 0);
    m_layout->setSpacing(6);
    buildSearch();
    buildHeat();
    buildZoom();
    m_layout->addStretch(1);
    buildMenu();
    connect(view, &GraphView::zoomChanged, this, &GraphToolbar::refresh);
    connect(view, &GraphView::foldsChanged, this, &GraphToolbar::refresh);
    connect(view, &GraphView::laidOut, this, &GraphToolbar::refresh);
    setLive(false);
    refresh();
}

void GraphToolbar::buildSearch()
{
    m_search = new QLineEdit;
    m_search->setObjectName(u"graphSearch"_s);
    m_search->setPlaceholderText(tr("Find a node"));
    m_search->setAccessibleName(tr("Find a node"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedHeight(measure::control);
    m_search->setMinimumWidth(leastSearchWidth);
    m_search->setMaximumWidth(searchWidth);
    m_search->addAction(themedIcon(this, "search"_L1), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_count = new TextLabel(TextRole::Caption, Token::TextDim);
    m_count->setObjectName(u"graphFoundCount"_s);
    m_layout->addWidget(m_search, 1);
    m_layout->addWidget(m_count);
    m_typing.setSingleShot(true);
    m_typing.setInterval(150ms);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &GraphToolbar::search);
    connect(m_view, &GraphView::searchRequested, this, &GraphToolbar::focusSearch);
}

void GraphToolbar::buildHeat()
{
    m_heatLabel = new TextLabel(tr("Heat"), TextRole::Body, Token::TextDim);
    m_heat = new SegmentedControl;
    m_heat->setObjectName(u"graphHeat"_s);
    m_heat->setAccessibleName(tr("What the heat tells"));
    m_heat->setSegments({{u"busy"_s, tr("Busy"), tr("How much of the time it works"), {}},
        {u"backpressure"_s, tr("Backpressure"), tr("How much of the time it waits for those below it"), {}},
        {u"rate"_s, tr("Rate"), tr("Records a second, against the most of all"), {}},
        {u"watermark"_s, tr("Watermark"), tr("How late its event time is"), {}}});
    m_scale = new HeatScale;
    m_layout->addSpacing(6);
    m_layout->addWidget(m_heatLabel);
    m_layout->addWidget(m_heat);
    m_layout->addWidget(m_scale);
    connect(m_heat, &SegmentedControl::chosen, this, [this](const QString& id) {
        for (const auto& [name, heat] : heats) {
            if (name == id) {
                m_view->setHeat(heat);
            }
        }
    });
}

void GraphToolbar::buildZoom()
{
    m_chains = new QToolButton;
    m_chains->setObjectName(u"graphChains"_s);
    m_chains->setText(tr("Collapse chains"));
    m_chains->setToolTip(tr("Show steps that run together as one"));
    m_chains->setCheckable(true);
    m_chains->setFixedHeight(measure::control);
    m_everything = new QToolButton;
    m_everything->setObjectName(u"graphShowAll"_s);
    m_everything->setText(tr("Show everything"));
    m_everything->setToolTip(tr("Open all that is collapsed and leave the path"));
    m_everything->setFixedHeight(measure::control);
    auto* out = makeIconButton("list-remove"_L1, tr("Smaller (−)"), this);
    out->setObjectName(u"graphZoomOut"_s);
    auto* in = makeIconButton("list-add"_L1, tr("Larger (+)"), this);
    in->setObjectName(u"graphZoomIn"_s);
    m_zoom = new TextLabel(TextRole::Mono, Token::Text);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setObjectName(u"graphZoom"_s);
    m_zoom->setMinimumWidth(m_zoom->fontMetrics().horizontalAdvance(percentText(4)));
    auto* fit = makeIconButton("zoom-fit-best"_L1, tr("Fit the graph into the view"), this);
    fit->setObjectName(u"graphFit"_s);
    m_minimap = makeIconButton("view-preview"_L1, tr("Overview in the corner"), this);
    m_minimap->setObjectName(u"graphMinimapShown"_s);
    m_minimap->setCheckable(true);
    m_minimap->setChecked(m_view->isMinimapShown());
    m_layout->addSpacing(2);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_chains, m_everything, out, m_zoom, in, fit, m_minimap}) {
        m_layout->addWidget(widget);
    }
    connect(m_chains, &QAbstractButton::clicked, m_view, &GraphView::setChainsCollapsed);
    connect(m_everything, &QAbstractButton::clicked, m_view, &GraphView::expandAll);
    connect(out, &QAbstractButton::clicked, m_view, &GraphView::zoomOut);
    connect(in, &QAbstractButton::clicked, m_view, &GraphView::zoomIn);
    connect(fit, &QAbstractButton::clicked, m_view, &GraphView::fit);
    connect(m_minimap, &QAbstractButton::toggled, m_view, &GraphView::setMinimapShown);
}

void GraphToolbar::buildMenu()
{
    auto* button = makeIconButton("document-export"_L1, tr("Write the graph to a file, or print it"), this);
    button->setObjectName(u"graphExport"_s);
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    menu->setObjectName(u"graphExportMenu"_s);
    const auto add = [&](const QString& text, const QString& ending) {
        menu->addAction(text, this, [this, ending] { Q_EMIT exportRequested(ending); });
    };
    add(tr("Write as SVG …"), u"svg"_s);
    add(tr("Write as PNG …"), u"png"_s);
    add(tr("Write as DOT …"), u"dot"_s);
    add(tr("Write as JSON …"), u"json"_s);
    menu->addSeparator();
    menu->addAction(tr("Print …"), this, &GraphToolbar::printRequested);
    button->setMenu(menu);
    m_layout->addWidget(button);
}

void GraphToolbar::addWidget(QWidget* widget)
{
    m_layout->insertWidget(m_layout->count() - 1, widget);
}

void GraphToolbar::setLive(bool live)
{
    m_live = live;
    makeRoom();
}

void GraphToolbar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void GraphToolbar::search()
{
    m_typing.stop();
    m_view->find(m_search->text());
    showCount();
}

void GraphToolbar::showCount()
{
    const int count = m_view->foundCount();
    if (m_search->text().trimmed().isEmpty()) {
        m_count->clear();
    } else if (count == 0) {
        m_count->setText(tr("no match"));
    } else {
        m_count->setText(tr("%1 of %2", "a number of matches").arg(m_view->foundPosition()).arg(count));
    }
    m_count->setVisible(!m_count->text().isEmpty());
}

void GraphToolbar::refresh()
{
    m_zoom->setText(percentText(m_view->zoom()));
    m_chains->setVisible(hasChains(m_view->graph()));
    m_chains->setChecked(m_view->folds().chains);
    GraphFolds others = m_view->folds();
    others.chains = false;
    m_everything->setVisible(!others.isEmpty());
    showCount();
}

void GraphToolbar::makeRoom()
{
    m_heat->setVisible(m_live);
    m_heatLabel->setVisible(m_live && width() >= roomForHeatWord);
    m_scale->setVisible(m_live && width() >= roomForScale);
}

void GraphToolbar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

bool GraphToolbar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_F3) {
            if (m_typing.isActive()) {
                search();
            } else {
                m_view->findNext(key->modifiers() & Qt::ShiftModifier);
                showCount();
            }
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            m_search->clear();
            search();
            m_view->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void GraphToolbar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).color(Token::SurfaceChrome));
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeOf(this).color(Token::Line));
}

} // namespace millrace

#include "graphtoolbar.moc"
