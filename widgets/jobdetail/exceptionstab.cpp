// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobdetail/exceptionstab.h"

#include "models/humantext.h"
#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/jobdetail/jobcelldelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

ExceptionsTab::ExceptionsTab(QWidget* parent)
    : JobTabPage(tr("No exceptions. What makes the job fail or restart stands here."), parent),
      m_model(new ExceptionModel(this)), m_cause(new TextLabel(TextRole::Section, Token::Error)),
      m_when(new TextLabel(TextRole::Caption, Token::TextDim)), m_text(new QPlainTextEdit)
{
    setObjectName(u"exceptionsTab"_s);
    m_table = makeJobTable(u"exceptions"_s, tr("Exceptions by root cause"), m_model,
        {{ExceptionModel::Count, 60}, {ExceptionModel::First, 110}, {ExceptionModel::Last, 110},
            {ExceptionModel::Task, 200}, {ExceptionModel::Location, 150}},
        ExceptionModel::RootCause);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegate(new PanelDelegate(
        [](const QModelIndex& index) {
            const bool numbers = index.column() >= ExceptionModel::Count && index.column() <= ExceptionModel::Last;
            return PanelCellStyle{.role = numbers ? TextRole::MonoSmall : TextRole::Body,
                .ink = index.column() == ExceptionModel::RootCause ? std::optional(Token::Error) : std::nullopt};
        },
        this));
    m_cause->setWordWrap(true);
    m_cause->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_cause->setObjectName(u"rootCause"_s);
    m_cause->setTextFormat(Qt::PlainText);
    m_when->setWordWrap(true);
    for (QLabel* label : {static_cast<QLabel*>(m_cause), static_cast<QLabel*>(m_when)}) {
        // Class names of any length must not widen the window.
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        label->setSizePolicy(policy);
    }
    m_text->setObjectName(u"exceptionText"_s);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(themeFont(TextRole::MonoSmall));
    m_text->setAccessibleName(tr("The whole exception"));
    auto* copy = makeIconButton("edit-copy"_L1, tr("Copy the root cause and the whole text"), this);
    copy->setObjectName(u"copyException"_s);
    m_toLog = makeIconButton("code-context"_L1, tr("Show it in the log"), this);
    m_toLog->setObjectName(u"exceptionInLog"_s);
    m_toLog->setEnabled(false);
    auto* heads = new QVBoxLayout;
    heads->setSpacing(2);
    heads->addWidget(m_cause);
    heads->addWidget(m_when);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(measure::panelPadding, 8, 8, 6);
    head->addLayout(heads, 1);
    head->addWidget(m_toLog, 0, Qt::AlignTop);
    head->addWidget(copy, 0, Qt::AlignTop);
    auto* below = new QWidget;
    auto* layout = new QVBoxLayout(below);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    auto* content = new QSplitter(Qt::Vertical);
    content->setChildrenCollapsible(false);
    content->addWidget(m_table);
    content->addWidget(below);
    content->setStretchFactor(0, 1);
    content->setStretchFactor(1, 2);
    setContent(content);
    connect(m_table, &PanelTable::currentRowChanged, this, &ExceptionsTab::showChosen);
    connect(m_toLog, &QAbstractButton::clicked, this, [this] {
        if (const FailureGroup* group = chosen()) {
            Q_EMIT logRequested(*group);
        }
    });
    connect(copy, &QAbstractButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(chosenText()); });
}

void ExceptionsTab::setFailures(const std::vector<JobFailure>& failures)
{
    clearError();
    m_model->setFailures(failures);
    setHasContent(!failures.empty());
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(0, 0));
    }
    showChosen();
}

void ExceptionsTab::clear()
{
    m_model->setFailures({});
    setHasContent(false);
    showChosen();
}

const FailureGroup* ExceptionsTab::chosen() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? &m_model->row(current.row()) : nullptr;
}

QString ExceptionsTab::chosenText() const
{
    const FailureGroup* group = chosen();
    return group ? QString(group->rootCause + u"\n"_s + m_when->text() + u"\n\n"_s + group->text) : QString();
}

void ExceptionsTab::showChosen()
{
    const FailureGroup* group = chosen();
    m_toLog->setEnabled(group != nullptr);
    if (!group) {
        m_cause->clear();
        m_when->clear();
        m_text->clear();
        return;
    }
    m_cause->setText(oneLine(group->rootCause, 600));
    QStringList parts{tr("%n times", nullptr, group->count)};
    if (group->last.isValid()) {
        parts.append(group->count > 1 ? tr("first %1, last %2").arg(isoText(group->first), isoText(group->last))
                                      : isoText(group->last));
    }
    if (!group->tasks.isEmpty()) {
        parts.append(oneLine(group->tasks.join(u", "_s), 200));
    }
    if (!group->locations.isEmpty()) {
        parts.append(oneLine(group->locations.join(u", "_s), 100));
    }
    m_when->setText(parts.join(u" · "_s));
    // The place in a long stack stays where it was read.
    if (m_text->toPlainText() != group->text) {
        m_text->setPlainText(group->text);
        m_text->verticalScrollBar()->setValue(0);
    }
}

} // namespace millrace
