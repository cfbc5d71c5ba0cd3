// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/restartcomparison.h"

#include "models/ledgermodel.h"
#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/jobs/diffview.h"
#include "widgets/jobs/stateadviceview.h"
#include "widgets/panels/paneltable.h"
#include "widgets/panels/plandiffview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

namespace millrace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Walking down the savepoints with the arrow keys asks for no plan at each of them.
constexpr auto s_wait = 250ms;

} // namespace

RestartComparison::RestartComparison(std::vector<RestartText> texts, QWidget* parent)
    : QWidget(parent), m_texts(std::move(texts)), m_stack(new QStackedWidget), m_textPage(new QWidget),
      m_diff(new DiffView), m_advice(new StateAdviceView), m_plans(new PlanDiffView)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addWidget(m_stack, 1);
    auto* page = new QVBoxLayout(m_textPage);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_diff, 1);
    page->addWidget(new Separator(Qt::Horizontal));
    page->addWidget(m_advice);
    m_stack->addWidget(m_textPage);
    m_stack->addWidget(m_plans);
    m_wait.setSingleShot(true);
    m_wait.setInterval(s_wait);
    connect(&m_wait, &QTimer::timeout, this, &RestartComparison::want);
    connect(m_advice, &StateAdviceView::plansRequested, this, [this] { showWay(u"plans"_s); });
    chooseText();
    refresh();
}

QWidget* RestartComparison::buildBar()
{
    auto* bar = new PanelBar;
    auto* head = new QHBoxLayout(bar);
    head->setContentsMargins(12, 0, 8, 0);
    head->setSpacing(8);
    m_title = new TextLabel(tr("SQL of the savepoint"), TextRole::Section, Token::Text);
    m_choice = new QComboBox;
    m_choice->setObjectName(u"restartText"_s);
    m_choice->setAccessibleName(tr("The SQL to go on with"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->addItem(tr("the same SQL"));
    for (const RestartText& text : m_texts) {
        m_choice->addItem(text.name);
    }
    m_counts = new TextLabel(TextRole::Caption, Token::TextDim);
    m_way = new SegmentedControl;
    m_way->setObjectName(u"diffWay"_s);
    m_way->setAccessibleName(tr("How to show the change"));
    m_way->setSegments({{.id = u"one"_s, .text = tr("One column")}, {.id = u"two"_s, .text = tr("Side by side")},
        {.id = u"plans"_s, .text = tr("Plans")}});
    head->addWidget(m_title);
    head->addWidget(new TextLabel(tr("→ now"), TextRole::Section, Token::Text));
    head->addWidget(m_choice);
    head->addStretch(1);
    head->addWidget(m_counts);
    head->addWidget(m_way);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_textChosen = true;
        refresh();
        Q_EMIT changed();
    });
    connect(m_way, &SegmentedControl::chosen, this, &RestartComparison::showWay);
    return bar;
}

void RestartComparison::showWay(const QString& way)
{
    m_way->setCurrent(way);
    m_diff->setSideBySide(way == "two"_L1);
    m_stack->setCurrentWidget(way == "plans"_L1 ? static_cast<QWidget*>(m_plans) : m_textPage);
}

void RestartComparison::setBefore(const QString& sql)
{
    if (sql != m_before) {
        m_before = sql;
        chooseText();
        refresh();
    }
}

void RestartComparison::chooseText()
{
    // Without the old text there is nothing to go on with but an open script.
    if (!m_textChosen && m_choice->count() > 1) {
        const QSignalBlocker blocker(m_choice);
        m_choice->setCurrentIndex(m_before.isEmpty() ? 1 : 0);
    }
}

QString RestartComparison::after() const
{
    const int index = m_choice->currentIndex();
    return index <= 0 ? m_before : m_texts[static_cast<std::size_t>(index - 1)].text;
}

void RestartComparison::setChoiceEnabled(bool enabled)
{
    m_choice->setEnabled(enabled);
}

void RestartComparison::refresh()
{
    const QString now = after();
    LineDiff diff = diffLines(m_before.isEmpty() ? now : m_before, now);
    const QString mark = sqlMark(m_before);
    m_title->setText(mark.isEmpty() ? tr("SQL of the savepoint") : tr("SQL of the savepoint %1").arg(mark));
    if (m_before.isEmpty()) {
        m_counts->setText(tr("the SQL of the savepoint is not known"));
    } else if (diff.isSame()) {
        m_counts->setText(tr("nothing changed"));
    } else {
        m_counts->setText(tr("%1 added, %2 removed").arg(diff.added).arg(diff.removed));
    }
    m_diff->setDiff(std::move(diff));
    if (now.trimmed().isEmpty()) {
        m_wait.stop();
        m_wanted.reset();
        m_advice->setPlain(tr("Without a text to go on with there is nothing to compare."));
    } else if (m_wanted != std::pair(m_before, now)) {
        m_wait.start();
    }
}

void RestartComparison::want()
{
    const QString now = after();
    m_wanted = std::pair(m_before, now);
    m_advice->setPlain({});
    Q_EMIT plansWanted(m_before, now);
}

void RestartComparison::setPlansBusy(const QString& what)
{
    m_advice->setBusy(what);
}

void RestartComparison::setPlans(const RestartPlans& plans)
{
    m_plans->showDiff({m_title->text(), plans.before}, {m_choice->currentText(), plans.after});
    m_advice->setDiff(m_plans->diff());
}

void RestartComparison::setNoPlans(const QString& sentence)
{
    m_advice->setPlain(sentence);
}

void RestartComparison::setPlansUnknown(const QString& why)
{
    m_advice->setUnknown(why);
    showWay(m_stack->currentWidget() == m_plans ? u"one"_s : m_way->current());
}

} // namespace millrace
