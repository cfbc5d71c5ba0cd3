// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/connections/localflinkbox.h"

#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

using State = LocalFlinkStatus::State;

StatusGlyph glyphOf(State state)
{
    switch (state) {
    case State::Running:
        return StatusGlyph::Done;
    case State::Starting:
        return StatusGlyph::Running;
    case State::Stopping:
        return StatusGlyph::Cancelling;
    case State::Failed:
        return StatusGlyph::Error;
    case State::Stopped:
        break;
    }
    return StatusGlyph::NotRun;
}

QString sentence(const LocalFlinkStatus& status)
{
    if (!status.message.isEmpty()) {
        return status.message;
    }
    switch (status.state) {
    case State::Running:
        return LocalFlinkBox::tr("Running");
    case State::Starting:
        return LocalFlinkBox::tr("Starting…");
    case State::Stopping:
        return LocalFlinkBox::tr("Stopping…");
    case State::Failed:
        return LocalFlinkBox::tr("It did not start: see its log.");
    case State::Stopped:
        break;
    }
    return status.fetched ? LocalFlinkBox::tr("Stopped") : LocalFlinkBox::tr("Not fetched yet");
}

} // namespace

LocalFlinkBox::LocalFlinkBox(QWidget* parent) : LocalFlinkBox(tr("Local Flink"), parent) { }

LocalFlinkBox::LocalFlinkBox(const QString& title, QWidget* parent) : QWidget(parent)
{
    setObjectName(u"localFlink"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 10);
    layout->setSpacing(4);
    layout->addWidget(new Separator(Qt::Horizontal, this));

    auto* head = new QHBoxLayout;
    head->setContentsMargins(measure::panelPadding, 6, measure::panelPadding, 0);
    head->addWidget(new TextLabel(title, TextRole::Section, Token::Text, this));
    head->addStretch();
    m_version = new TextLabel(TextRole::Caption, Token::TextDim, this);
    head->addWidget(m_version);
    layout->addLayout(head);

    auto* line = new QHBoxLayout;
    line->setContentsMargins(measure::panelPadding, 0, measure::panelPadding, 0);
    line->setSpacing(6);
    m_glyph = new StatusGlyphLabel(this);
    line->addWidget(m_glyph, 0, Qt::AlignTop);
    m_text = new TextLabel(TextRole::Caption, Token::TextDim, this);
    m_text->setObjectName(u"state"_s);
    m_text->setWordWrap(true);
    line->addWidget(m_text, 1);
    layout->addLayout(line);

    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(measure::panelPadding, 0, measure::panelPadding, 0);
    foot->setSpacing(8);
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of %1").arg(title));
    foot->addWidget(m_progress);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    m_main = new QPushButton(this);
    m_main->setObjectName(u"mainButton"_s);
    m_main->setAutoDefault(false);
    m_log = new QPushButton(tr("Show its log"), this);
    m_log->setObjectName(u"logButton"_s);
    m_log->setAutoDefault(false);
    m_log->setFlat(true);
    setButtonKind(m_log, ButtonKind::Link);
    buttons->addWidget(m_main);
    buttons->addWidget(m_log);
    buttons->addStretch();
    foot->addLayout(buttons);
    layout->addLayout(foot);
    connect(m_main, &QPushButton::clicked, this, &LocalFlinkBox::onMainButton);
    connect(m_log, &QPushButton::clicked, this, &LocalFlinkBox::logRequested);
    setStatus({});
}

void LocalFlinkBox::setStatus(const LocalFlinkStatus& status)
{
    m_status = status;
    const bool isBusy = status.state == State::Starting || status.state == State::Stopping;
    m_version->setText(status.version);
    m_glyph->setGlyph(glyphOf(status.state));
    m_text->setText(sentence(status));
    m_text->setColor(status.state == State::Failed ? Token::Error : Token::TextDim);
    m_progress->setVisible(isBusy);
    m_progress->setRange(0, status.progress ? 1000 : 0);
    m_progress->setValue(static_cast<int>(status.progress.value_or(0) * 1000));
    m_main->setText(status.state == State::Starting ? tr("Cancel")
            : status.state == State::Running        ? tr("Stop")
            : status.state == State::Stopping       ? tr("Stop")
            : status.state == State::Failed         ? tr("Start again")
                                                    : tr("Start"));
    m_main->setEnabled(status.state != State::Stopping);
    m_log->setVisible(status.state != State::Stopped);
}

void LocalFlinkBox::onMainButton()
{
    switch (m_status.state) {
    case State::Starting:
        Q_EMIT cancelRequested();
        break;
    case State::Running:
        Q_EMIT stopRequested();
        break;
    case State::Stopped:
    case State::Failed:
        Q_EMIT startRequested();
        break;
    case State::Stopping:
        break;
    }
}

} // namespace millrace
