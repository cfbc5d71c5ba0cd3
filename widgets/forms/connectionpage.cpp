// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/connectionpage.h"

#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/theme.h"
#include "widgets/forms/testpanel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_testPanelWidth = 404;
constexpr int s_testPanelLeast = 280;
constexpr int s_footHeight = 48;
constexpr int s_footGap = 8;
constexpr int s_fillWidth = 360;

} // namespace

ConnectionPage::ConnectionPage(std::vector<SystemChoice> systems, QWidget* parent)
    : QWidget(parent), m_form(new ConnectionForm(std::move(systems), this)), m_testPanel(new TestPanel(this))
{
    setObjectName(u"connectionPage"_s);
    auto* content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(measure::pagePadding, 10, measure::pagePadding, measure::pagePadding);
    contentLayout->setSpacing(8);
    contentLayout->addWidget(makeHeader());
    contentLayout->addWidget(m_form);
    contentLayout->addStretch();

    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setBackgroundRole(QPalette::Base);

    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(scroll, 1);
    left->addWidget(new Separator(Qt::Horizontal, this));
    left->addWidget(makeFoot());

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 3);
    layout->addWidget(new Separator(Qt::Vertical, this));
    m_testPanel->setMinimumWidth(s_testPanelLeast);
    m_testPanel->setMaximumWidth(s_testPanelWidth);
    layout->addWidget(m_testPanel, 2);

    connect(m_form, &ConnectionForm::edited, this, &ConnectionPage::onEdited);
    connect(m_testPanel, &TestPanel::showCallsRequested, this, &ConnectionPage::showCallsRequested);
    connect(m_testPanel, &TestPanel::copyAsCurlRequested, this, &ConnectionPage::copyAsCurlRequested);
    setFocusProxy(m_form);
    onEdited();
}

ConnectionPage::~ConnectionPage()
{
    // The form goes after this, and its fields tell that the focus left them.
    m_form->disconnect(this);
}

QWidget* ConnectionPage::makeHeader()
{
    auto* header = new QWidget(this);
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::panelPadding);
    m_heading = new TextLabel(TextRole::PageTitle, Token::Text, header);
    layout->addWidget(m_heading);
    m_fillButton = new QPushButton(tr("Fill from a URL…"), header);
    m_fillButton->setAutoDefault(false);
    m_fillButton->setObjectName(u"fillFromUrl"_s);
    layout->addWidget(m_fillButton);
    m_fillUrl = new QLineEdit(header);
    m_fillUrl->setObjectName(u"fillUrl"_s);
    m_fillUrl->setMaximumWidth(s_fillWidth);
    m_fillUrl->setPlaceholderText(u"http://localhost:8083"_s);
    m_fillUrl->setAccessibleName(tr("Address to fill the form from"));
    m_fillUrl->setToolTip(tr("Press Enter to fill the fields, Esc to leave them."));
    m_fillUrl->hide();
    m_fillUrl->installEventFilter(this);
    layout->addWidget(m_fillUrl, 1);
    layout->addStretch();
    connect(m_fillButton, &QPushButton::clicked, this, [this] {
        m_fillUrl->setVisible(!m_fillUrl->isVisible());
        m_fillUrl->setFocus();
    });
    connect(m_fillUrl, &QLineEdit::returnPressed, this, [this] {
        m_form->fillFromUrl(m_fillUrl->text());
        closeFill();
    });
    return header;
}

void ConnectionPage::closeFill()
{
    m_fillUrl->clear();
    m_fillUrl->hide();
    m_fillButton->setFocus();
}

bool ConnectionPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_fillUrl && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        closeFill();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QWidget* ConnectionPage::makeFoot()
{
    auto* foot = new QWidget(this);
    foot->setFixedHeight(s_footHeight);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(measure::pagePadding, 0, 16, 0);
    layout->setSpacing(s_footGap);
    m_problemGlyph = new StatusGlyphLabel(foot);
    m_problemGlyph->setGlyph(StatusGlyph::Error);
    m_problems = new TextLabel(TextRole::Body, Token::Error, foot);
    m_problems->setObjectName(u"problems"_s);
    m_firstProblem = new QPushButton(foot);
    m_firstProblem->setObjectName(u"firstProblem"_s);
    m_firstProblem->setFlat(true);
    setButtonKind(m_firstProblem, ButtonKind::Link);
    layout->addWidget(m_problemGlyph);
    layout->addWidget(m_problems);
    layout->addWidget(m_firstProblem);
    layout->addStretch(1);
    m_revertButton = new QPushButton(tr("Revert"), foot);
    m_saveButton = new QPushButton(tr("Save"), foot);
    m_testButton = new QPushButton(tr("Test"), foot);
    setButtonKind(m_testButton, ButtonKind::Primary);
    m_revertButton->setObjectName(u"revert"_s);
    m_saveButton->setObjectName(u"save"_s);
    m_testButton->setObjectName(u"test"_s);
    for (QPushButton* button : {m_revertButton, m_saveButton, m_testButton}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    connect(m_firstProblem, &QPushButton::clicked, m_form, &ConnectionForm::focusFirstProblem);
    connect(m_revertButton, &QPushButton::clicked, this, &ConnectionPage::revert);
    connect(m_saveButton, &QPushButton::clicked, this, &ConnectionPage::save);
    connect(m_testButton, &QPushButton::clicked, this, &ConnectionPage::test);
    return foot;
}

void ConnectionPage::edit(const ConnectionProfile& profile, const QStringList& storedSecrets)
{
    m_saveError.clear();
    m_tested = false;
    m_testPanel->clear();
    m_connectionId = profile.id;
    m_form->load(profile, storedSecrets);
}

QString ConnectionPage::title() const
{
    const QString name = m_form->profile().name;
    return name.isEmpty() ? tr("New connection") : name;
}

Environment ConnectionPage::environment() const
{
    return m_form->profile().environment;
}

bool ConnectionPage::isDirty() const
{
    return m_form->isDirty();
}

void ConnectionPage::onEdited()
{
    m_saveError.clear();
    m_heading->setText(tr("%1 connection").arg(m_form->system().displayName));
    m_fillButton->setVisible(static_cast<bool>(m_form->system().valuesForUrl));
    updateFoot();
    Q_EMIT titleChanged();
}

void ConnectionPage::updateFoot()
{
    const QStringList problems = m_form->problemLabels();
    const auto count = static_cast<int>(problems.size());
    const bool isRed = !m_saveError.isEmpty() || m_form->areProblemsShown();
    m_problemGlyph->setVisible(isRed);
    m_problems->setColor(isRed ? Token::Error : Token::TextDim);
    m_problems->setText(!m_saveError.isEmpty() ? m_saveError
            : count == 0                       ? QString()
            : isRed                            ? tr("%n fields need a change", nullptr, count)
                                               : tr("%n fields are still empty", nullptr, count));
    m_firstProblem->setVisible(m_saveError.isEmpty() && count > 0);
    m_firstProblem->setText(count > 0 ? tr("First: %1").arg(problems.first()) : QString());

    const bool isTesting = m_testPanel->isRunning();
    const bool isNew = m_connectionId.isEmpty();
    m_revertButton->setEnabled(isDirty());
    m_revertButton->setToolTip(isDirty() ? QString() : tr("Nothing was changed."));
    m_saveButton->setEnabled(count == 0 && (isDirty() || isNew));
    m_saveButton->setToolTip(count > 0  ? tr("Some fields need a change first.")
            : m_saveButton->isEnabled() ? QString()
                                        : tr("Nothing was changed."));
    m_testButton->setText(isTesting ? tr("Cancel test") : m_tested ? tr("Test again") : tr("Test"));
}

void ConnectionPage::save()
{
    if (m_form->problemLabels().isEmpty()) {
        Q_EMIT saveRequested(m_form->profile(), m_form->changedSecrets());
        return;
    }
    m_form->revealProblems();
    m_form->focusFirstProblem();
}

void ConnectionPage::test()
{
    if (m_testPanel->isRunning()) {
        Q_EMIT testCancelRequested();
        return;
    }
    m_form->revealProblems();
    Q_EMIT testRequested(m_form->profile(), m_form->changedSecrets());
}

void ConnectionPage::revert()
{
    m_form->revert();
}

void ConnectionPage::setSaved(const ConnectionProfile& profile, const QStringList& storedSecrets)
{
    m_connectionId = profile.id;
    m_form->load(profile, storedSecrets);
}

void ConnectionPage::setSaveFailed(const Error& error)
{
    m_saveError = error.message;
    updateFoot();
}

void ConnectionPage::beginTest()
{
    m_testPanel->begin();
    updateFoot();
}

void ConnectionPage::addTestStep(const TestStep& step)
{
    m_testPanel->addStep(step);
}

void ConnectionPage::setCallCount(int calls)
{
    m_testPanel->setCallCount(calls);
}

void ConnectionPage::finishTest(const ConnectionTest& test)
{
    m_tested = true;
    m_testPanel->finish(test);
    updateFoot();
}

void ConnectionPage::setTestCancelled()
{
    m_testPanel->cancelled();
    updateFoot();
}

} // namespace millrace
