// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/logs/rebalancefindingsview.h"

#include "models/humantext.h"
#include "widgets/common/labels.h"
#include "widgets/common/statusglyph.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

StatusGlyph glyphOfSeverity(RebalanceFinding::Severity severity)
{
    return severity == RebalanceFinding::Severity::Problem ? StatusGlyph::Error
        : severity == RebalanceFinding::Severity::Warning  ? StatusGlyph::Warning
                                                           : StatusGlyph::Note;
}

QString contentKey(const RebalanceReport& report, int group)
{
    QString key;
    if (group >= 0 && group < report.groups.size()) {
        key += report.groups[group].group;
        for (const RebalanceFinding& finding : report.groups[group].findings) {
            key += u'\n' + finding.text;
        }
    }
    for (const ClientError& error : report.clientErrors) {
        key += u'\n' + toId(error.kind) + QString::number(error.count);
    }
    return key + report.notes.join(u'\n');
}

} // namespace

RebalanceFindingsView::RebalanceFindingsView(QWidget* parent) : QScrollArea(parent)
{
    setObjectName(u"rebalanceFindings"_s);
    setAccessibleName(tr("Findings"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setReport({}, -1);
}

void RebalanceFindingsView::setReport(const RebalanceReport& report, int group)
{
    const QString key = contentKey(report, group);
    if (widget() != nullptr && key == m_key) {
        return;
    }
    m_key = key;
    m_building.clear();
    auto* body = new QWidget;
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    m_layout = new QVBoxLayout(body);
    m_layout->setContentsMargins(12, 8, 12, 12);
    m_layout->setSpacing(6);
    const bool hasGroup = group >= 0 && group < report.groups.size();
    addHead(hasGroup ? tr("Findings on %1").arg(report.groups[group].group) : tr("Findings"));
    QList<RebalanceAdvice> shown;
    if (hasGroup) {
        for (const RebalanceFinding& finding : report.groups[group].findings) {
            addFinding(finding, shown);
        }
    }
    if (!hasGroup || report.groups[group].findings.isEmpty()) {
        addLine(tr("Nothing stands out."), true, 0);
    }
    if (!report.clientErrors.isEmpty()) {
        addHead(tr("Errors of clients in these logs"));
        for (const ClientError& error : report.clientErrors) {
            addClientError(error);
        }
    }
    if (!report.notes.isEmpty()) {
        addHead(tr("About the logs"));
        for (const QString& note : report.notes) {
            addLine(note, false, 0);
        }
    }
    m_layout->addStretch(1);
    for (QLabel* label : body->findChildren<QLabel*>()) {
        label->setMinimumWidth(1); // what a label would like to have must not push the others out of the view
    }
    m_text = m_building;
    setWidget(body);
}

void RebalanceFindingsView::addHead(const QString& text)
{
    auto* label = new TextLabel(text, TextRole::Section, Token::Text);
    label->setTextFormat(Qt::PlainText);
    m_layout->addSpacing(m_building.isEmpty() ? 0 : 6);
    m_layout->addWidget(label);
    m_building += text + u'\n';
}

void RebalanceFindingsView::addLine(const QString& text, bool dim, int indent)
{
    auto* label = new TextLabel(text, TextRole::Body, dim ? Token::TextDim : Token::Text);
    label->setTextFormat(Qt::PlainText); // ids in it were chosen by clients
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setContentsMargins(indent, 0, 0, 0);
    m_layout->addWidget(label);
    m_building += text + u'\n';
}

void RebalanceFindingsView::addFinding(const RebalanceFinding& finding, QList<RebalanceAdvice>& shown)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    auto* glyph = new StatusGlyphLabel;
    glyph->setGlyph(glyphOfSeverity(finding.severity));
    auto* label = new TextLabel(finding.text, TextRole::Body, Token::Text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row->addWidget(glyph, 0, Qt::AlignTop);
    row->addWidget(label, 1);
    m_layout->addLayout(row);
    m_building += finding.text + u'\n';
    for (const RebalanceAdvice& advice : finding.advice) {
        if (shown.contains(advice)) {
            continue;
        }
        shown += advice;
        addLine(tr("Advice: %1").arg(advice.text), false, 24);
        if (!advice.setting.isEmpty()) {
            auto* setting = new TextLabel(advice.setting, TextRole::MonoSmall, Token::Accent);
            setting->setTextFormat(Qt::PlainText);
            setting->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            setting->setWordWrap(true);
            setting->setContentsMargins(24, 0, 0, 0);
            m_layout->addWidget(setting);
            m_building += advice.setting + u'\n';
        }
        if (!advice.price.isEmpty()) {
            addLine(tr("Price: %1").arg(advice.price), true, 24);
        }
    }
}

void RebalanceFindingsView::addClientError(const ClientError& error)
{
    addLine(tr("%1 × %2").arg(countText(error.count), oneLine(error.sample, 300)), false, 0);
    addLine(tr("Cause: %1").arg(error.cause), false, 24);
    addLine(tr("Advice: %1").arg(error.remedy), false, 24);
    if (!error.remark.isEmpty()) {
        addLine(tr("Mind: %1").arg(error.remark), true, 24);
    }
}

} // namespace millrace
