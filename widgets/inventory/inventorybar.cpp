// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/inventorybar.h"

#include "widgets/common/buttons.h"
#include "widgets/common/humanize.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/spinner.h"
#include "widgets/common/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_clockMs = 1000;
constexpr qint64 s_noticeMs = 300; ///< what is quicker needs no word
constexpr qint64 s_longMs = 5000;

} // namespace

InventoryBar::InventoryBar(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(measure::runBar);
    m_choice = new QComboBox;
    m_choice->setObjectName(u"inventoryConnection"_s);
    m_choice->setAccessibleName(tr("Connection"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->setMinimumWidth(200);
    m_choice->setMaxVisibleItems(20);
    m_environment = new Chip;
    m_readOnly = new Chip(tr("read-only"), Token::TextDim, Token::Pressed);
    m_readOnly->setToolTip(tr("Nothing on this connection is changed from here."));
    m_spinner = new Spinner;
    m_freshness = new TextLabel(TextRole::Caption, Token::TextDim);
    m_freshness->setObjectName(u"inventoryFreshness"_s);
    m_cancel = new ActionButton(tr("Cancel"));
    m_cancel->setObjectName(u"inventoryCancel"_s);
    m_refresh = makeIconButton("view-refresh"_L1, tr("Ask again (F5)"), this);
    m_refresh->setObjectName(u"inventoryRefresh"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 6, 1);
    row->setSpacing(8);
    row->addWidget(m_choice);
    row->addWidget(m_environment);
    row->addWidget(m_readOnly);
    row->addStretch(1);
    row->addWidget(m_spinner);
    row->addWidget(m_freshness);
    row->addWidget(m_cancel);
    row->addWidget(m_refresh);
    m_clock.setInterval(s_clockMs);
    connect(&m_clock, &QTimer::timeout, this, &InventoryBar::tick);
    connect(m_choice, &QComboBox::activated, this, [this] {
        setCurrentSource(currentSource());
        Q_EMIT sourceChosen(currentSource());
    });
    connect(m_refresh, &QAbstractButton::clicked, this, &InventoryBar::refreshRequested);
    connect(m_cancel, &QAbstractButton::clicked, this, &InventoryBar::cancelRequested);
    setCurrentSource({});
    tick();
}

void InventoryBar::setSources(const std::vector<InventorySource>& sources)
{
    const QString current = currentSource();
    m_sources = sources;
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const InventorySource& source : sources) {
        m_choice->addItem(
            environmentIcon(source.environment), tr("%1 (%2)").arg(source.name, source.system), source.id);
    }
    setCurrentSource(current);
}

void InventoryBar::setCurrentSource(const QString& id)
{
    m_choice->setCurrentIndex(m_choice->findData(id));
    const auto found = std::ranges::find(m_sources, id, &InventorySource::id);
    const bool known = found != m_sources.end();
    m_choice->setEnabled(!m_sources.empty());
    m_environment->setVisible(known);
    m_readOnly->setVisible(known && found->readOnly);
    m_refresh->setEnabled(known);
    if (known) {
        m_environment->setEnvironment(found->environment);
    }
}

QString InventoryBar::currentSource() const
{
    return m_choice->currentData().toString();
}

void InventoryBar::setLoading(bool loading)
{
    m_loadingSince = loading ? QDateTime::currentDateTimeUtc() : QDateTime();
    tick();
    if (loading) {
        QTimer::singleShot(s_noticeMs, this, &InventoryBar::tick);
    }
}

void InventoryBar::setAnswered(const QDateTime& at)
{
    m_answeredAt = at;
    m_failed = false;
    tick();
}

void InventoryBar::setFailed()
{
    m_failed = true;
    tick();
}

QString InventoryBar::freshness() const
{
    return m_freshness->text();
}

void InventoryBar::tick()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const qint64 waited = m_loadingSince.isValid() ? m_loadingSince.msecsTo(now) : -1;
    const bool awaits = waited >= s_noticeMs;
    m_spinner->setVisible(awaits);
    m_cancel->setVisible(waited >= s_longMs);
    m_freshness->setColor(m_failed && !awaits && m_answeredAt.isValid() ? Token::Warn : Token::TextDim);
    if (waited >= s_longMs) {
        m_freshness->setText(tr("Waiting for the answer: %1").arg(shortClockText(waited)));
    } else if (awaits) {
        m_freshness->setText(tr("Asking the server…"));
    } else if (m_answeredAt.isValid()) {
        m_freshness->setText(tr("Asked %1").arg(ageText(m_answeredAt.msecsTo(now))));
    } else {
        m_freshness->setText({});
    }
    m_freshness->setToolTip(isoText(m_answeredAt));
}

void InventoryBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::SurfaceChrome));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
}

void InventoryBar::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    tick();
    m_clock.start();
}

void InventoryBar::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_clock.stop();
}

} // namespace millrace
