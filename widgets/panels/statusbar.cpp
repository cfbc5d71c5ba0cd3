// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/statusbar.h"

#include "models/humantext.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/panels/operationsindicator.h"
#include "widgets/panels/statussegment.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace millrace {

StatusBar::StatusBar(QWidget* parent)
    : QWidget(parent), m_left(new QHBoxLayout), m_right(new QHBoxLayout), m_operations(new OperationsIndicator)
{
    setObjectName(u"statusBar"_s);
    setFixedHeight(std::max(measure::statusBar, QFontMetrics(themeFont(TextRole::Caption)).height() + 8));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(0);
    // A full line must not keep the window from getting narrow.
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->addLayout(m_left);
    layout->addStretch(1);
    layout->addWidget(m_operations);
    layout->addLayout(m_right);
    m_left->setSpacing(0);
    m_right->setSpacing(0);
    m_connection = addSegment(u"statusConnection"_s, false);
    m_session = addSegment(u"statusSession"_s, false);
    m_catalog = addSegment(u"statusCatalog"_s, false);
    m_mode = addSegment(u"statusMode"_s, false);
    m_running = addSegment(u"statusRunning"_s, false);
    m_rows = addSegment(u"statusRows"_s, false);
    m_problems = addSegment(u"statusProblems"_s, false);
    m_memory = addSegment(u"statusMemory"_s, false);
    m_zone = addSegment(u"statusZone"_s, true);
    m_encoding = addSegment(u"statusEncoding"_s, true);
    m_position = addSegment(u"statusPosition"_s, true);
    m_bell = addSegment(u"statusBell"_s, true);
    m_catalog->setShrinks(true);
    m_bell->setIcon(themedIcon(this, "notifications"_L1));
    connect(m_connection, &QAbstractButton::clicked, this, &StatusBar::connectionClicked);
    connect(m_session, &QAbstractButton::clicked, this, &StatusBar::sessionClicked);
    connect(m_catalog, &QAbstractButton::clicked, this, &StatusBar::catalogClicked);
    connect(m_mode, &QAbstractButton::clicked, this, &StatusBar::modeClicked);
    connect(m_running, &QAbstractButton::clicked, this, &StatusBar::runningClicked);
    connect(m_problems, &QAbstractButton::clicked, this, &StatusBar::problemsClicked);
    connect(m_zone, &QAbstractButton::clicked, this, &StatusBar::timeZoneClicked);
    connect(m_encoding, &QAbstractButton::clicked, this, &StatusBar::encodingClicked);
    connect(m_position, &QAbstractButton::clicked, this, &StatusBar::positionClicked);
    connect(m_bell, &QAbstractButton::clicked, this, &StatusBar::notificationsClicked);
    refresh();
}

StatusSegment* StatusBar::addSegment(const QString& name, bool right)
{
    auto* segment = new StatusSegment(right);
    segment->setObjectName(name);
    (right ? m_right : m_left)->addWidget(segment);
    return segment;
}

void StatusBar::setState(const StatusBarState& state)
{
    if (!(m_state == state)) {
        m_state = state;
        refresh();
    }
}

QString StatusBar::sessionText() const
{
    switch (m_state.session) {
    case StatusBarState::Session::None:
        return {};
    case StatusBarState::Session::Opening:
        return tr("Opening session");
    case StatusBarState::Session::Open:
        return m_state.server.isEmpty() ? tr("Session open %1").arg(clockText(m_state.sessionMs)) : m_state.server;
    case StatusBarState::Session::Lost:
        return tr("Session lost");
    }
    return {};
}

QString StatusBar::problemsText() const
{
    const QString errors = m_state.errors > 0 ? tr("%n error(s)", nullptr, m_state.errors) : QString();
    const QString warnings = m_state.warnings > 0 ? tr("%n warning(s)", nullptr, m_state.warnings) : QString();
    //: errors, warnings
    return errors.isEmpty() || warnings.isEmpty() ? errors + warnings : tr("%1, %2").arg(errors, warnings);
}

QString StatusBar::rowsText() const
{
    if (!m_state.selection.isEmpty() || m_state.rows < 0) {
        return m_state.selection;
    }
    const int plural = static_cast<int>(std::min<qint64>(m_state.rows, 1'000'000'000));
    return m_state.rowsAreChanges ? tr("%1 change(s)", nullptr, plural).arg(countText(m_state.rows))
                                  : tr("%1 row(s)", nullptr, plural).arg(countText(m_state.rows));
}

void StatusBar::refresh()
{
    const StatusBarState& s = m_state;
    m_connection->setEnvironment(s.environment);
    m_connection->setSegment(s.connectionName.isEmpty() || !s.environment
            ? s.connectionName
            : QString(s.connectionName + u" · "_s + environmentWord(*s.environment)),
        s.connectionName.isEmpty() ? QString() : tr("Connection %1").arg(s.connectionName));
    m_session->setSegment(sessionText(),
        s.session == StatusBarState::Session::Lost
            ? tr("The server forgot the session: its temporary tables and settings are gone. Click to open a new one.")
            : QString());
    m_session->setAlarming(s.session == StatusBarState::Session::Lost);
    m_catalog->setSegment(
        s.catalog.isEmpty() || s.database.isEmpty() ? s.catalog + s.database : QString(s.catalog + u'.' + s.database),
        s.catalog.isEmpty() ? QString() : tr("Current catalog and database"));
    m_mode->setSegment(s.mode == StatusBarState::RuntimeMode::Unknown ? QString()
            : s.mode == StatusBarState::RuntimeMode::Batch            ? tr("Batch")
                                                                      : tr("Streaming"),
        tr("Runtime mode"));
    m_running->setSpinning(s.running > 0);
    m_running->setSegment(
        s.running <= 0 ? QString() : QString(tr("%n running", nullptr, s.running) + u" · "_s + clockText(s.runningMs)),
        tr("Statements that run"));
    m_rows->setSegment(rowsText());
    m_problems->setSegment(problemsText(), tr("Problems in this script"));
    m_memory->setSegment(s.memoryBytes < 0 ? QString() : sizeText(s.memoryBytes), tr("Memory that results take"));
    m_zone->setSegment(s.timeZone, s.timeZone.isEmpty() ? QString() : tr("Times are shown in %1").arg(s.timeZone));
    m_encoding->setSegment(
        s.encoding.isEmpty() || s.lineEnd.isEmpty() ? s.encoding : QString(s.encoding + u" · "_s + s.lineEnd),
        tr("Encoding and line ends of the file"));
    m_position->setSegment(
        s.line <= 0 ? QString() : tr("Ln %1, Col %2").arg(s.line).arg(s.column), tr("Place of the caret"));
    m_bell->setSegment(s.notifications > 0 ? QString::number(s.notifications) : QString(),
        s.notifications > 0 ? tr("%n new notification(s)", nullptr, s.notifications) : tr("No new notifications"));
    if (!s.page.isEmpty()) {
        m_connection->setSegment(s.page.value(0));
        m_catalog->setSegment(s.page.value(1));
        m_rows->setSegment(s.page.value(2));
    }
    dropWhatDoesNotFit();
}

/// In a narrow window the parts that are looked at least go first.
void StatusBar::dropWhatDoesNotFit()
{
    int wanted = m_operations->isHidden() ? 0 : m_operations->minimumSizeHint().width();
    for (const StatusSegment* segment : findChildren<StatusSegment*>()) {
        wanted += segment->isHidden() ? 0 : segment->minimumSizeHint().width();
    }
    for (StatusSegment* segment : {m_memory, m_encoding, m_zone, m_mode, m_session, m_position}) {
        if (wanted > width() && !segment->isHidden()) {
            wanted -= segment->minimumSizeHint().width();
            segment->hide();
        }
    }
}

void StatusBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

QSize StatusBar::sizeHint() const
{
    return {640, height()};
}

QSize StatusBar::minimumSizeHint() const
{
    return {120, height()};
}

void StatusBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::SurfaceChrome));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Token::Line));
}

} // namespace millrace
