// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/logfilterbar.h"

#include "models/humantext.h"
#include "models/logexceptionmodel.h"
#include "models/logrows.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/panels/paneltable.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds s_typingPause{180};
constexpr std::array s_levelOrder{LogLevel::Fatal, LogLevel::Error, LogLevel::Warn, LogLevel::Info, LogLevel::Debug,
    LogLevel::Trace, LogLevel::Unknown};

QToolButton* makeToggle(const QString& text, const QString& name, const QString& objectName)
{
    auto* button = new QToolButton;
    button->setObjectName(objectName);
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QHBoxLayout* barLayout(QWidget* bar)
{
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 0, 6, 1);
    layout->setSpacing(4);
    return layout;
}

} // namespace

qint64 parseLogMoment(const QString& text, qint64 referenceMs)
{
    static const QRegularExpression expression(
        uR"(^\s*(?:(?:(\d{4})-)?(\d{1,2})-(\d{1,2})[ T]?)?(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?)?\s*$)"_s);
    const QRegularExpressionMatch match = expression.match(text);
    if (text.trimmed().isEmpty() || !match.hasMatch()) {
        return kNoTime;
    }
    const QDate reference = referenceMs == kNoTime
        ? QDate::currentDate()
        : QDateTime::fromMSecsSinceEpoch(referenceMs, QTimeZone::utc()).date();
    const bool hasDate = match.hasCaptured(2);
    const int year = match.hasCaptured(1) ? match.captured(1).toInt() : reference.year();
    const QDate date = hasDate ? QDate(year, match.captured(2).toInt(), match.captured(3).toInt()) : reference;
    const int ms = match.captured(7).leftJustified(3, u'0').toInt();
    const QTime time = match.hasCaptured(4)
        ? QTime(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt(), ms)
        : QTime(0, 0);
    return date.isValid() && time.isValid() ? QDateTime(date, time, QTimeZone::utc()).toMSecsSinceEpoch() : kNoTime;
}

LogFilterBar::LogFilterBar(QWidget* parent) : QWidget(parent), m_menu(new QMenu(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeSearchBar());
    layout->addWidget(makeFilterBar());
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &LogFilterBar::send);
}

QWidget* LogFilterBar::makeSearchBar()
{
    auto* bar = new PanelBar;
    QHBoxLayout* layout = barLayout(bar);
    m_text = new QLineEdit;
    m_text->setObjectName(u"logSearch"_s);
    m_text->setPlaceholderText(tr("Search the log"));
    m_text->setAccessibleName(tr("Search the log"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(themedIcon(this, "edit-find"_L1), QLineEdit::LeadingPosition);
    m_text->installEventFilter(this);
    m_case = makeToggle(u"Aa"_s, tr("Match case"), u"logCase"_s);
    m_regex = makeToggle(u".*"_s, tr("Regular expression"), u"logRegex"_s);
    auto* previous = makeIconButton("go-up"_L1, tr("Previous match (Shift+F3)"), this);
    previous->setObjectName(u"logPrevious"_s);
    auto* next = makeIconButton("go-down"_L1, tr("Next match (F3)"), this);
    next->setObjectName(u"logNext"_s);
    m_count = new TextLabel(TextRole::Caption, Token::TextDim);
    m_count->setObjectName(u"logHits"_s);
    m_only = makeToggle(tr("Only matches"), tr("Show only lines with a match"), u"logOnly"_s);
    m_context = new QSpinBox;
    m_context->setObjectName(u"logContext"_s);
    m_context->setRange(0, 100);
    m_context->setAccessibleName(tr("Lines shown before and after each match"));
    m_context->setToolTip(m_context->accessibleName());
    m_context->setPrefix(u"± "_s);
    m_context->setEnabled(false);
    m_exceptions = makeToggle(tr("Exceptions"), tr("List exceptions by root cause"), u"logExceptions"_s);
    m_wrap = makeToggle(tr("Wrap"), tr("Wrap long lines (Alt+W)"), u"logWrap"_s);
    m_follow = makeToggle(tr("Follow"), tr("Stay at the end while the log grows"), u"logFollow"_s);
    auto* more = makeIconButton("overflow-menu"_L1, tr("More"), this);
    more->setObjectName(u"logMore"_s);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(m_menu);
    layout->addWidget(m_text, 3);
    for (QWidget* widget :
        std::initializer_list<QWidget*>{m_case, m_regex, previous, next, m_count, m_only, m_context}) {
        layout->addWidget(widget);
    }
    layout->addStretch(1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_exceptions, m_wrap, m_follow, more}) {
        layout->addWidget(widget);
    }
    connect(m_text, &QLineEdit::textChanged, this, &LogFilterBar::changed);
    for (QToolButton* toggle : {m_case, m_regex, m_only}) {
        connect(toggle, &QToolButton::toggled, this, &LogFilterBar::send);
    }
    connect(m_context, &QSpinBox::valueChanged, this, &LogFilterBar::changed);
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT nextRequested(false); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT nextRequested(true); });
    connect(m_follow, &QToolButton::clicked, this, &LogFilterBar::followRequested);
    connect(m_wrap, &QToolButton::clicked, this, &LogFilterBar::wrapRequested);
    connect(m_exceptions, &QToolButton::clicked, this, &LogFilterBar::exceptionsRequested);
    return bar;
}

QWidget* LogFilterBar::makeFilterBar()
{
    auto* bar = new PanelBar;
    QHBoxLayout* layout = barLayout(bar);
    for (const LogLevel level : s_levelOrder) {
        QToolButton* button = makeToggle(
            logLevelText(level), tr("Show %1").arg(logLevelText(level)), u"logLevel"_s + QString::number(int(level)));
        button->setChecked(true);
        button->setVisible(level == LogLevel::Error || level == LogLevel::Warn || level == LogLevel::Info);
        m_levels[std::size_t(level)] = button;
        layout->addWidget(button);
        connect(button, &QToolButton::toggled, this, &LogFilterBar::send);
    }
    layout->addSpacing(8);
    const auto makeMoment = [this](const QString& objectName, const QString& name, const QString& hint) {
        auto* edit = new QLineEdit;
        edit->setObjectName(objectName);
        edit->setAccessibleName(name);
        edit->setToolTip(tr("%1, as the log writes it: 14:05, 14:05:06, 11-22 14:05 or 2026-11-22 14:05").arg(name));
        edit->setPlaceholderText(hint);
        edit->setClearButtonEnabled(true);
        edit->setMaximumWidth(170);
        edit->installEventFilter(this);
        connect(edit, &QLineEdit::textChanged, this, &LogFilterBar::changed);
        return edit;
    };
    m_from = makeMoment(u"logFrom"_s, tr("From this time on"), tr("from"));
    m_to = makeMoment(u"logTo"_s, tr("Up to this time"), tr("to"));
    m_timeProblem = new TextLabel(TextRole::Caption, Token::Error);
    layout->addWidget(m_from, 1);
    layout->addWidget(m_to, 1);
    layout->addWidget(m_timeProblem);
    layout->addStretch(2);
    return bar;
}

LogQuery LogFilterBar::query() const
{
    LogQuery query;
    query.search = {.text = m_text->text(), .regex = m_regex->isChecked(), .caseSensitive = m_case->isChecked()};
    query.onlyMatches = m_only->isChecked();
    query.context = m_context->value();
    query.levels = 0;
    for (std::size_t i = 0; i < kLogLevels; ++i) {
        query.levels |= m_levels[i]->isChecked() ? 1U << i : 0U;
    }
    query.fromMs = parseLogMoment(m_from->text(), m_firstMs);
    query.toMs = parseLogMoment(m_to->text(), m_lastMs);
    return query;
}

void LogFilterBar::setQuery(const LogQuery& query)
{
    const QSignalBlocker blockText(m_text);
    const QSignalBlocker blockCase(m_case);
    const QSignalBlocker blockRegex(m_regex);
    const QSignalBlocker blockOnly(m_only);
    m_text->setText(query.search.text);
    m_case->setChecked(query.search.caseSensitive);
    m_regex->setChecked(query.search.regex);
    m_only->setChecked(query.onlyMatches);
    send();
}

void LogFilterBar::changed()
{
    m_delay.start(s_typingPause);
}

void LogFilterBar::send()
{
    m_delay.stop();
    m_context->setEnabled(m_only->isChecked());
    const auto broken = [](const QLineEdit* edit) {
        return !edit->text().trimmed().isEmpty() && parseLogMoment(edit->text(), 0) == kNoTime;
    };
    for (QLineEdit* edit : {m_from, m_to}) {
        edit->setProperty("millraceInvalid", broken(edit));
        edit->update();
    }
    m_timeProblem->setText(
        broken(m_from) || broken(m_to) ? tr("Write a time as 14:05 or 2026-11-22 14:05") : QString());
    const LogQuery now = query();
    if (!(now == m_sent)) {
        m_sent = now;
        Q_EMIT queryChanged(now);
    }
}

void LogFilterBar::refreshLevels(const LogSnapshot& log)
{
    for (const LogLevel level : s_levelOrder) {
        QToolButton* button = m_levels[std::size_t(level)];
        const qint64 count = log.records(level);
        button->setText(count > 0 ? QString(logLevelText(level) + u"  "_s + countText(count)) : logLevelText(level));
        const bool usual = level == LogLevel::Error || level == LogLevel::Warn || level == LogLevel::Info;
        button->setVisible(count > 0 || usual || !button->isChecked());
        button->setAccessibleName(tr("Show %1, %2 records").arg(logLevelText(level), countText(count)));
    }
}

void LogFilterBar::setLog(const LogSnapshot& log)
{
    m_firstMs = log.firstMs();
    m_lastMs = log.lastMs();
    m_from->setPlaceholderText(
        m_firstMs == kNoTime ? tr("from") : tr("from %1").arg(logMomentText(m_firstMs).chopped(4)));
    m_to->setPlaceholderText(m_lastMs == kNoTime ? tr("to") : tr("to %1").arg(logMomentText(m_lastMs).chopped(4)));
    refreshLevels(log);
    qint64 exceptions = 0;
    for (const LogExceptionGroup& group : log.exceptions()) {
        exceptions += group.count;
    }
    m_exceptions->setText(exceptions > 0 ? tr("Exceptions  %1").arg(countText(exceptions)) : tr("Exceptions"));
}

void LogFilterBar::setMatches(const LogMatches& matches, qint64 currentLine)
{
    const bool searching = !matches.query.search.isEmpty();
    m_text->setProperty(
        "millraceInvalid", searching && (!matches.error.isEmpty() || (matches.hitCount == 0 && matches.progress >= 1)));
    m_text->setToolTip(matches.error);
    m_text->update();
    if (!searching) {
        m_count->setText({});
        return;
    }
    if (!matches.error.isEmpty()) {
        m_count->setText(tr("Not a regular expression"));
        return;
    }
    const QString suffix = matches.progress < 1 ? u" …"_s : QString();
    if (matches.hitCount == 0) {
        m_count->setText(matches.progress < 1 ? tr("Searching …") : tr("No match"));
    } else if (matches.hits.contains(currentLine)) {
        m_count->setText(
            tr("%1 of %2 lines").arg(countText(matches.hits.rank(currentLine) + 1), countText(matches.hits.count()))
            + suffix);
    } else {
        m_count->setText(tr("%1 matches").arg(countText(matches.hitCount)) + suffix);
    }
    m_count->setToolTip(tr("%1 matches in %2 lines").arg(countText(matches.hitCount), countText(matches.hits.count())));
}

void LogFilterBar::setFollowing(bool following)
{
    m_follow->setChecked(following);
}

void LogFilterBar::setWrapping(bool wrapping)
{
    m_wrap->setChecked(wrapping);
}

void LogFilterBar::setExceptionsShown(bool shown)
{
    m_exceptions->setChecked(shown);
}

void LogFilterBar::focusSearch()
{
    m_text->setFocus();
    m_text->selectAll();
}

bool LogFilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter || key->key() == Qt::Key_F3) {
            if (m_delay.isActive()) {
                send();
            }
            Q_EMIT nextRequested(!key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
        if (key->key() == Qt::Key_Escape || (key->key() == Qt::Key_Down && watched == m_text)) {
            Q_EMIT leaveRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace millrace
