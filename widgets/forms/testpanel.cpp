// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/testpanel.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/spinner.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_gap = 8;

/// A dotted ring: not there, and no failure either.
class AbsentGlyph : public QWidget {
public:
    explicit AbsentGlyph(QWidget* parent) : QWidget(parent) { setFixedSize(measure::icon, measure::icon); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(themeOf(this).color(Token::TextDim), 1.3);
        pen.setDashPattern({1.6, 1.6});
        painter.setPen(pen);
        painter.drawEllipse(QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5));
    }
};

/// The ground of a verdict.
class Banner : public QWidget {
public:
    Banner(Token ground, QWidget* parent) : QWidget(parent), m_ground(ground) { }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), themeOf(this).color(m_ground)); }

private:
    Token m_ground;
};

QWidget* glyphOf(TestStep::State state, QWidget* parent)
{
    if (state == TestStep::State::NotTried) {
        return new AbsentGlyph(parent);
    }
    auto* glyph = new StatusGlyphLabel(parent);
    glyph->setGlyph(state == TestStep::State::Ok ? StatusGlyph::Done
            : state == TestStep::State::Warning  ? StatusGlyph::Warning
                                                 : StatusGlyph::Error);
    return glyph;
}

Token inkOf(TestStep::State state)
{
    switch (state) {
    case TestStep::State::Warning:
        return Token::Warn;
    case TestStep::State::Failed:
        return Token::Error;
    default:
        return Token::TextDim;
    }
}

Token groundOf(TestStep::State state)
{
    switch (state) {
    case TestStep::State::Ok:
        return Token::OkBg;
    case TestStep::State::Failed:
        return Token::ErrorBg;
    default:
        return Token::WarnBg;
    }
}

TextLabel* wrapped(const QString& text, TextRole role, Token color, QWidget* parent)
{
    auto* label = new TextLabel(text, role, color, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QGridLayout* rowGrid(QWidget* row)
{
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(measure::panelPadding, 7, measure::panelPadding, 7);
    grid->setHorizontalSpacing(s_gap);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(1, 1);
    return grid;
}

QWidget* makeStep(const TestStep& step, QWidget* parent)
{
    auto* row = new QWidget(parent);
    row->setObjectName(u"step"_s);
    QGridLayout* grid = rowGrid(row);
    grid->addWidget(glyphOf(step.state, row), 0, 0, Qt::AlignTop);
    grid->addWidget(wrapped(step.title, TextRole::Body, Token::Text, row), 0, 1);
    const QString time = step.elapsedMs < 0 ? u"—"_s : TestPanel::tr("%1 ms").arg(step.elapsedMs);
    grid->addWidget(new TextLabel(time, TextRole::MonoSmall, Token::TextDim, row), 0, 2, Qt::AlignTop);
    if (!step.detail.isEmpty()) {
        grid->addWidget(wrapped(step.detail, TextRole::Caption, inkOf(step.state), row), 1, 1, 1, 2);
    }
    return row;
}

QWidget* makeCapability(const CapabilityState& capability, QWidget* parent)
{
    auto* row = new QWidget(parent);
    row->setObjectName(u"capability"_s);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(measure::panelPadding, 2, measure::panelPadding, 2);
    layout->setSpacing(s_gap);
    layout->addWidget(
        glyphOf(capability.available ? TestStep::State::Ok : TestStep::State::NotTried, row), 0, Qt::AlignTop);
    const QString text = capability.available || capability.reason.isEmpty()
        ? capability.title
        : TestPanel::tr("%1 · %2").arg(capability.title, capability.reason);
    const Token ink = capability.available ? Token::Text : Token::TextDim;
    layout->addWidget(wrapped(text, TextRole::Caption, ink, row), 1);
    return row;
}

} // namespace

TestPanel::TestPanel(QWidget* parent) : QWidget(parent)
{
    auto* head = new QWidget(this);
    head->setFixedHeight(36);
    auto* headLayout = new QHBoxLayout(head);
    headLayout->setContentsMargins(measure::panelPadding, 0, measure::panelPadding, 0);
    headLayout->addWidget(new TextLabel(tr("Test result"), TextRole::Section, Token::Text, head));
    headLayout->addStretch();
    m_spinner = new Spinner(head);
    m_spinner->hide();
    headLayout->addWidget(m_spinner);
    m_when = new TextLabel(TextRole::Caption, Token::TextDim, head);
    headLayout->addWidget(m_when);

    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_rows = new QWidget(scroll);
    m_rows->setBackgroundRole(QPalette::Base);
    m_layout = new QVBoxLayout(m_rows);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addStretch();
    scroll->setWidget(m_rows);
    scroll->viewport()->setBackgroundRole(QPalette::Base);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(scroll, 1);
    m_foot = makeFoot();
    layout->addWidget(m_foot);
    clear();
}

QWidget* TestPanel::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Separator(Qt::Horizontal, foot));
    auto* bar = new QWidget(foot);
    bar->setFixedHeight(43);
    bar->setAutoFillBackground(true);
    bar->setBackgroundRole(QPalette::Base);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(measure::panelPadding, 0, measure::panelPadding, 0);
    m_showCalls = new QPushButton(bar);
    m_showCalls->setAutoDefault(false);
    m_copyCurl = new QPushButton(tr("Copy as curl"), bar);
    m_copyCurl->setAutoDefault(false);
    m_copyCurl->setFlat(true);
    m_copyCurl->setIcon(themedIcon(m_copyCurl, "edit-copy"_L1));
    m_copyCurl->setToolTip(tr("Copies the calls as shell commands; secrets stand in them as names of variables."));
    layout->addWidget(m_showCalls);
    layout->addWidget(m_copyCurl);
    layout->addStretch();
    column->addWidget(bar);
    connect(m_showCalls, &QPushButton::clicked, this, &TestPanel::showCallsRequested);
    connect(m_copyCurl, &QPushButton::clicked, this, &TestPanel::copyAsCurlRequested);
    return foot;
}

void TestPanel::clearRows()
{
    // Only the stretch at the end stays.
    while (m_layout->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_layout->takeAt(0));
        delete item->widget();
    }
}

void TestPanel::addRow(QWidget* row)
{
    m_layout->insertWidget(m_layout->count() - 1, row);
}

void TestPanel::showPlaceholder(const QString& sentence)
{
    auto* label = wrapped(sentence, TextRole::Body, Token::TextDim, m_rows);
    label->setContentsMargins(measure::panelPadding, measure::panelPadding, measure::panelPadding, 0);
    addRow(label);
}

void TestPanel::clear()
{
    m_running = false;
    m_test = {};
    m_when->clear();
    m_spinner->hide();
    m_foot->hide();
    clearRows();
    showPlaceholder(tr("Not tested yet. A test shows what answers, how fast, and what will work."));
}

void TestPanel::begin()
{
    clear();
    clearRows();
    m_running = true;
    m_spinner->show();
    m_when->setText(tr("Testing…"));
}

void TestPanel::addStep(const TestStep& step)
{
    m_test.steps.push_back(step);
    addRow(makeStep(step, m_rows));
    addRow(new Separator(Qt::Horizontal, m_rows));
}

void TestPanel::finish(const ConnectionTest& test)
{
    m_running = false;
    m_spinner->hide();
    m_test = test;
    m_when->setText(tr("%1 · %2 ms").arg(test.finishedAt.toLocalTime().toString(u"HH:mm:ss"_s)).arg(test.elapsedMs));
    m_when->setToolTip(test.finishedAt.toLocalTime().toString(Qt::ISODate));
    clearRows();
    showBanner();
    for (const TestStep& step : test.steps) {
        addRow(makeStep(step, m_rows));
        addRow(new Separator(Qt::Horizontal, m_rows));
    }
    showCapabilities();
}

void TestPanel::cancelled()
{
    m_running = false;
    m_spinner->hide();
    m_when->setText(tr("Cancelled"));
}

void TestPanel::setCallCount(int calls)
{
    m_foot->setVisible(calls > 0);
    m_showCalls->setText(tr("Show the %n calls", nullptr, calls));
}

void TestPanel::showBanner()
{
    const TestStep::State worst = m_test.worst();
    auto* banner = new Banner(groundOf(worst), m_rows);
    banner->setObjectName(u"banner"_s);
    QGridLayout* grid = rowGrid(banner);
    grid->setContentsMargins(measure::panelPadding, 9, measure::panelPadding, 9);
    grid->addWidget(glyphOf(worst, banner), 0, 0, Qt::AlignTop);
    grid->addWidget(wrapped(m_test.verdict, TextRole::Section, Token::Text, banner), 0, 1);
    if (!m_test.advice.isEmpty()) {
        grid->addWidget(wrapped(m_test.advice, TextRole::Caption, Token::Text, banner), 1, 1);
    }
    addRow(banner);
    addRow(new Separator(Qt::Horizontal, m_rows));
}

void TestPanel::showCapabilities()
{
    if (m_test.capabilities.empty()) {
        return;
    }
    auto* heading = new TextLabel(tr("What this connection can do"), TextRole::Section, Token::Text, m_rows);
    heading->setContentsMargins(measure::panelPadding, measure::panelPadding, measure::panelPadding, 6);
    addRow(heading);
    for (const CapabilityState& capability : m_test.capabilities) {
        addRow(makeCapability(capability, m_rows));
    }
}

} // namespace millrace
