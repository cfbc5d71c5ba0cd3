// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/resultbar.h"

#include "models/humantext.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/sparkline.h"
#include "widgets/common/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

constexpr int narrow = 760; ///< below, Pause becomes its icon and the filter gets short
constexpr int roomForSparkline = 980;

} // namespace

ResultBar::ResultBar(QWidget* parent)
    : QWidget(parent), m_tabs(new ResultTabs), m_separator(new Separator(Qt::Vertical)), m_pause(new ActionButton),
      m_rate(new TextLabel(TextRole::Section, Token::Text)), m_rateUnit(new TextLabel(TextRole::Body, Token::TextDim)),
      m_sparkline(new Sparkline), m_filter(new QLineEdit)
{
    setObjectName(u"resultBar"_s);
    setFixedHeight(measure::toolbar);
    m_separator->setFixedHeight(16);
    m_pause->setObjectName(u"pauseResult"_s);
    m_pause->setFixedHeight(measure::controlSmall);
    setPauseText(false);
    m_rateUnit->setText(tr("changes/s"));
    m_sparkline->setFixedSize(90, 16);
    m_filter->setObjectName(u"resultFilter"_s);
    m_filter->setPlaceholderText(tr("Filter loaded rows"));
    m_filter->setAccessibleName(tr("Filter loaded rows"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(170);
    m_filter->setFixedHeight(measure::controlSmall);
    m_filter->addAction(themedIcon(this, "view-filter"_L1), QLineEdit::LeadingPosition);
    m_export = makeIconButton("document-export"_L1, tr("Write the rows to a file"), this);
    m_export->setObjectName(u"exportResult"_s);
    m_copy = makeIconButton("edit-copy"_L1, tr("Copy the selected cells"), this);
    m_copy->setObjectName(u"copyResult"_s);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 6, 0);
    layout->setSpacing(6);
    layout->addWidget(m_tabs);
    layout->addSpacing(4);
    layout->addWidget(m_separator);
    layout->addSpacing(4);
    layout->addWidget(m_pause);
    layout->addSpacing(10);
    layout->addWidget(m_rate);
    layout->addWidget(m_rateUnit);
    layout->addWidget(m_sparkline);
    layout->addStretch(1);
    layout->addWidget(m_filter);
    layout->addWidget(m_export);
    layout->addWidget(m_copy);
    m_typing.setSingleShot(true);
    m_typing.setInterval(180);
    connect(m_filter, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    const auto emitFilter = [this] {
        m_typing.stop();
        Q_EMIT filterChanged(m_filter->text());
    };
    connect(&m_typing, &QTimer::timeout, this, emitFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, emitFilter);
    connect(m_filter, &QLineEdit::textChanged, this, [this, emitFilter](const QString& text) {
        // The clear button edits without telling so.
        if (text.isEmpty() && !m_typing.isActive()) {
            emitFilter();
        }
    });
    connect(m_pause, &QAbstractButton::clicked, this, &ResultBar::pauseToggled);
    connect(m_copy, &QAbstractButton::clicked, this, &ResultBar::copyRequested);
    connect(m_export, &QAbstractButton::clicked, this, &ResultBar::showExportMenu);
    setState(false, false, false);
}

void ResultBar::setPauseText(bool paused)
{
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(themedIcon(this, paused ? "media-playback-start"_L1 : "media-playback-pause"_L1));
    m_pause->setToolTip(
        paused ? tr("Show the newest rows again; none were lost") : tr("Hold still; rows are still collected"));
}

void ResultBar::setState(bool streaming, bool paused, bool hasRows)
{
    m_streaming = streaming;
    setPauseText(paused);
    m_separator->setVisible(streaming);
    m_pause->setVisible(streaming);
    m_rate->setVisible(streaming);
    m_rateUnit->setVisible(streaming);
    m_sparkline->setVisible(streaming && width() >= roomForSparkline);
    m_filter->setEnabled(hasRows);
    m_export->setEnabled(hasRows);
    m_copy->setEnabled(hasRows);
}

void ResultBar::setRate(double changesPerSecond)
{
    m_rate->setText(rateText(changesPerSecond));
    m_sparkline->push(changesPerSecond);
}

void ResultBar::clearRate()
{
    m_rate->setText(rateText(0));
    m_sparkline->clear();
}

void ResultBar::setFilterText(const QString& text)
{
    const QSignalBlocker quiet(m_filter);
    m_filter->setText(text);
    m_typing.stop();
}

void ResultBar::setFilterColumn(const QString& name)
{
    m_filter->setPlaceholderText(name.isEmpty() ? tr("Filter loaded rows") : tr("Filter %1").arg(name));
}

void ResultBar::setFilterProblem(const QString& problem)
{
    m_filter->setProperty("millraceInvalid", !problem.isEmpty());
    m_filter->setToolTip(problem);
    m_filter->update();
}

void ResultBar::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ResultBar::showExportMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const std::pair<QString, ExportFormat> formats[] = {
        {tr("CSV File…"), ExportFormat::Csv},
        {tr("JSON File…"), ExportFormat::Json},
        {tr("JSON Lines File…"), ExportFormat::JsonLines},
    };
    for (const auto& [text, format] : formats) {
        menu->addAction(text, this, [this, format = format] { Q_EMIT exportRequested(format); });
    }
    menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
}

void ResultBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_sparkline->setVisible(m_streaming && width() >= roomForSparkline);
    m_pause->setCompact(width() < narrow);
    m_filter->setFixedWidth(width() < narrow ? 120 : 170);
}

void ResultBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::SurfaceChrome));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
}

} // namespace millrace
