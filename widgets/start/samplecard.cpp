// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/samplecard.h"

#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"
#include "widgets/start/codepreview.h"

#include <QFile>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_codeLines = 9;
constexpr int s_footHeight = 43;

SampleScript load(const QString& id, const QString& title)
{
    QFile file(":/millrace/samples/"_L1 + id + ".sql"_L1);
    return {.id = id,
        .title = title,
        .text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString()};
}

} // namespace

std::vector<SampleScript> sampleScripts()
{
    return {load(u"orders-per-shop"_s, StartPage::tr("orders per shop")),
        load(u"batch-report"_s, StartPage::tr("a report in batch mode")),
        load(u"clicks-per-window"_s, StartPage::tr("clicks per window of time")),
        load(u"join-payments"_s, StartPage::tr("two streams joined")),
        load(u"one-job-two-sinks"_s, StartPage::tr("one job with two sinks"))};
}

SampleCard::SampleCard(QWidget* parent) : QWidget(parent)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(2);
    m_title = new TextLabel(TextRole::Section, Token::Text, this);
    m_count = new TextLabel(TextRole::Caption, Token::TextDim, this);
    m_previous = makeIconButton("arrow-left"_L1, {}, this);
    m_next = makeIconButton("arrow-right"_L1, {}, this);
    m_previous->setObjectName(u"previousSample"_s);
    m_next->setObjectName(u"nextSample"_s);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_count);
    head->addWidget(m_previous);
    head->addWidget(m_next);

    m_frame = new QWidget(this);
    auto* frameLayout = new QVBoxLayout(m_frame);
    frameLayout->setContentsMargins(1, 1, 1, 1);
    frameLayout->setSpacing(0);
    m_code = new CodePreview(m_frame);
    m_code->setVisibleLines(s_codeLines);
    frameLayout->addWidget(m_code);
    frameLayout->addWidget(new Separator(Qt::Horizontal, m_frame));
    frameLayout->addWidget(makeFoot());

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(m_frame);
    connect(m_previous, &QToolButton::clicked, this, [this] { show(m_index - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { show(m_index + 1); });
    retranslate();
}

QWidget* SampleCard::makeFoot()
{
    auto* foot = new QWidget(m_frame);
    foot->setFixedHeight(s_footHeight);
    foot->setAutoFillBackground(true);
    foot->setBackgroundRole(QPalette::Window);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(measure::panelPadding, 0, measure::panelPadding, 0);
    layout->setSpacing(8);
    m_run = new QPushButton(foot);
    m_run->setObjectName(u"runSample"_s);
    setButtonKind(m_run, ButtonKind::Primary);
    m_run->setIcon(themedIcon(m_run, "media-playback-start"_L1, Token::OnAccent));
    m_open = new QPushButton(foot);
    m_open->setObjectName(u"openSample"_s);
    m_remark = new TextLabel(TextRole::Caption, Token::TextDim, foot);
    for (QPushButton* button : {m_run, m_open}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    layout->addStretch();
    layout->addWidget(m_remark);
    connect(m_run, &QPushButton::clicked, this, [this] { Q_EMIT runRequested(current()); });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(current()); });
    return foot;
}

void SampleCard::setSamples(std::vector<SampleScript> samples)
{
    m_samples = std::move(samples);
    show(m_index);
}

const SampleScript& SampleCard::current() const
{
    static const SampleScript s_none;
    return m_samples.empty() ? s_none : m_samples[static_cast<std::size_t>(m_index)];
}

void SampleCard::show(int index)
{
    const auto count = static_cast<int>(m_samples.size());
    setVisible(count > 0);
    if (count == 0) {
        return;
    }
    // The arrows go round, so that neither is ever a dead end.
    m_index = (index + count) % count;
    m_title->setText(tr("Sample: %1").arg(current().title));
    m_count->setText(tr("%1 of %2").arg(m_index + 1).arg(count));
    m_code->setCode(current().text);
    m_code->setAccessibleName(m_title->text());
}

void SampleCard::setFlinkState(LocalFlinkStatus::State state)
{
    m_flink = state;
    retranslate();
}

void SampleCard::retranslate()
{
    const bool isUp = m_flink == LocalFlinkStatus::State::Running;
    const bool isBusy = m_flink == LocalFlinkStatus::State::Starting || m_flink == LocalFlinkStatus::State::Stopping;
    m_run->setText(isUp ? tr("Run this") : tr("Start Flink and run this"));
    m_run->setEnabled(!isBusy);
    m_run->setToolTip(isBusy ? tr("The local Flink is being started or stopped.") : QString());
    m_open->setText(tr("Open in editor"));
    m_remark->setText(tr("Nothing runs until you press Run."));
    for (const auto& [button, text] : {std::pair(m_previous, tr("Previous sample")), {m_next, tr("Next sample")}}) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    show(m_index);
}

void SampleCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    stylepaint::box(painter, m_frame->geometry(), stylepaint::ink(Token::SurfaceChrome), stylepaint::ink(Token::Line),
        measure::radius);
}

} // namespace millrace
