// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/problemsview.h"

#include "models/humantext.h"
#include "widgets/common/buttons.h"
#include "widgets/common/icons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/panels/emptyview.h"
#include "widgets/panels/filtermodels.h"
#include "widgets/panels/paneltable.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

StatusGlyph glyphOf(ProblemSeverity severity)
{
    switch (severity) {
    case ProblemSeverity::Error:
        return StatusGlyph::Error;
    case ProblemSeverity::Warning:
        return StatusGlyph::Warning;
    case ProblemSeverity::Note:
        break;
    }
    return StatusGlyph::Note;
}

PanelCellStyle styleOf(const QModelIndex& index)
{
    switch (index.column()) {
    case ProblemsModel::Severity:
        return {.glyph = glyphOf(index.data(ProblemsModel::SeverityRole).value<ProblemSeverity>())};
    case ProblemsModel::Fix:
        return {.ink = Token::Accent};
    case ProblemsModel::Place:
    case ProblemsModel::Statement:
        return {.role = TextRole::MonoSmall};
    case ProblemsModel::FoundBy:
        return {.role = TextRole::Caption, .ink = Token::TextDim};
    default:
        return {};
    }
}

ActionButton* makeFilter(StatusGlyph glyph, const QString& objectName)
{
    auto* button = new ActionButton;
    button->setObjectName(objectName);
    button->setCheckable(true);
    button->setChecked(true);
    button->setFlat(true);
    button->setIcon(statusIcon(glyph));
    return button;
}

} // namespace

ProblemsView::ProblemsView(QWidget* parent) : QWidget(parent), m_filter(new ProblemFilterModel(this))
{
    setObjectName(u"problemsView"_s);
    auto* table = new PanelTable(u"problems"_s, tr("Problems"));
    m_table = table;
    table->setModel(m_filter);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setItemDelegate(new PanelDelegate(styleOf, this));
    auto* empty = new EmptyView(tr("No problems. What a check or a run finds wrong with a script stands here."));
    m_empty = empty;
    m_body = new QStackedWidget;
    m_body->addWidget(table);
    m_body->addWidget(empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_body, 1);
    layout->addWidget(makeDetails());
    connect(table, &PanelTable::rowActivated, this, &ProblemsView::activate);
    connect(table, &PanelTable::copyRequested, this, &ProblemsView::copySelected);
    connect(table, &PanelTable::currentRowChanged, this, &ProblemsView::refreshDetails);
    connect(table, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == ProblemsModel::Fix && currentProblem() && !currentProblem()->fix.isEmpty()) {
            Q_EMIT fixRequested(*currentProblem());
        }
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ProblemsView::refreshDetails);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &ProblemsView::refreshDetails);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ProblemsView::refreshDetails);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &ProblemsView::refreshDetails);
    table->installEventFilter(this);
    refreshCounts();
    refreshDetails();
}

QWidget* ProblemsView::makeBar()
{
    auto* bar = new PanelBar;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 0, 8, 1);
    layout->setSpacing(6);
    m_errors = makeFilter(StatusGlyph::Error, u"showErrors"_s);
    m_warnings = makeFilter(StatusGlyph::Warning, u"showWarnings"_s);
    m_notes = makeFilter(StatusGlyph::Note, u"showNotes"_s);
    for (QAbstractButton* button : {m_errors, m_warnings, m_notes}) {
        layout->addWidget(button);
        connect(button, &QAbstractButton::toggled, this,
            [this] { m_filter->setSeverities(m_errors->isChecked(), m_warnings->isChecked(), m_notes->isChecked()); });
    }
    auto* line = new Separator(Qt::Vertical);
    line->setFixedHeight(16);
    layout->addSpacing(4);
    layout->addWidget(line);
    layout->addSpacing(4);
    m_scope = new QComboBox;
    m_scope->setObjectName(u"problemScope"_s);
    m_scope->setAccessibleName(tr("Which files"));
    m_scope->addItem(tr("Open files"));
    m_scope->addItem(tr("This file"));
    layout->addWidget(m_scope);
    connect(m_scope, &QComboBox::currentIndexChanged, this,
        [this](int index) { m_filter->setDocument(index == 1 ? m_document : QString()); });
    layout->addStretch();
    layout->addWidget(new TextLabel(tr("F2 next"), TextRole::Caption, Token::TextDim));
    return bar;
}

QWidget* ProblemsView::makeDetails()
{
    m_details = new QWidget;
    auto* column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Separator(Qt::Horizontal));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(measure::panelPadding, 6, 8, 6);
    row->setSpacing(8);
    m_rootCause = new ElidedLabel;
    m_rootCause->setColor(Token::TextDim);
    m_rootCause->setRole(TextRole::Caption);
    auto* stackButton = new ActionButton;
    stackButton->setObjectName(u"problemStack"_s);
    stackButton->setCheckable(true);
    auto* apiCall = new ActionButton(tr("API call"));
    apiCall->setObjectName(u"problemApiCall"_s);
    auto* copy = makeIconButton("edit-copy"_L1, tr("Copy the root cause and the stack"), this);
    copy->setObjectName(u"copyProblem"_s);
    m_stackButton = stackButton;
    m_apiCallButton = apiCall;
    row->addWidget(new TextLabel(tr("Root cause"), TextRole::Section, Token::Text));
    row->addWidget(m_rootCause, 1);
    row->addWidget(stackButton);
    row->addWidget(apiCall);
    row->addWidget(copy);
    column->addLayout(row);
    m_stack = new QPlainTextEdit;
    m_stack->setObjectName(u"problemStackText"_s);
    m_stack->setAccessibleName(tr("Stack of the server"));
    m_stack->setReadOnly(true);
    m_stack->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_stack->setFrameShape(QFrame::NoFrame);
    m_stack->setFixedHeight(150);
    m_stack->hide();
    column->addWidget(m_stack);
    connect(stackButton, &QAbstractButton::toggled, m_stack, &QWidget::setVisible);
    connect(apiCall, &QAbstractButton::clicked, this, [this] {
        if (const Problem* problem = currentProblem()) {
            Q_EMIT apiCallRequested(problem->apiCallId);
        }
    });
    connect(copy, &QAbstractButton::clicked, this, [this] {
        if (const Problem* problem = currentProblem()) {
            const QString cause = problem->rootCause.isEmpty() ? problem->message : problem->rootCause;
            QGuiApplication::clipboard()->setText(
                problem->stack.isEmpty() ? cause : QString(cause + u"\n\n"_s + problem->stack));
        }
    });
    return m_details;
}

void ProblemsView::setModel(ProblemsModel* model)
{
    m_model = model;
    m_filter->setSourceModel(model);
    connect(model, &ProblemsModel::countsChanged, this, &ProblemsView::refreshCounts);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ProblemsModel::Message, QHeaderView::Stretch);
    const std::pair<ProblemsModel::Column, int> widths[] = {{ProblemsModel::Severity, 34}, {ProblemsModel::Fix, 140},
        {ProblemsModel::File, 140}, {ProblemsModel::Place, 64}, {ProblemsModel::Statement, 118},
        {ProblemsModel::FoundBy, 132}};
    for (const auto& [column, width] : widths) {
        header->resizeSection(column, width);
    }
    refreshCounts();
    refreshDetails();
}

void ProblemsView::setCurrentDocument(const QString& documentId)
{
    m_document = documentId;
    if (m_scope->currentIndex() == 1) {
        m_filter->setDocument(documentId);
    }
}

void ProblemsView::select(const Problem& problem)
{
    for (int row = 0; m_model && row < m_model->rowCount(); ++row) {
        const Problem& candidate = m_model->problem(row);
        if (candidate.documentId == problem.documentId && candidate.range == problem.range
            && candidate.message == problem.message) {
            const QModelIndex index = m_filter->mapFromSource(m_model->index(row, ProblemsModel::Message));
            if (index.isValid()) {
                m_table->setCurrentIndex(index);
                m_table->scrollTo(index);
            }
            return;
        }
    }
}

const Problem* ProblemsView::currentProblem() const
{
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    return m_model && index.isValid() ? &m_model->problem(index.row()) : nullptr;
}

void ProblemsView::activate(const QModelIndex& index)
{
    const QModelIndex source = m_filter->mapToSource(index);
    if (m_model && source.isValid()) {
        // A copy: the receiver may change the list.
        const Problem problem = m_model->problem(source.row());
        Q_EMIT problemActivated(problem);
    }
}

void ProblemsView::copySelected()
{
    if (const Problem* problem = currentProblem()) {
        QGuiApplication::clipboard()->setText(u"%1:%2:%3: %4"_s.arg(problem->file)
                                                  .arg(problem->range.begin.line)
                                                  .arg(problem->range.begin.column)
                                                  .arg(problem->message));
    }
}

void ProblemsView::refreshCounts()
{
    const ProblemCounts counts = m_model ? m_model->counts() : ProblemCounts();
    m_errors->setText(tr("%n error(s)", nullptr, counts.errors));
    m_warnings->setText(tr("%n warning(s)", nullptr, counts.warnings));
    m_notes->setText(tr("%n note(s)", nullptr, counts.notes));
}

void ProblemsView::refreshDetails()
{
    const bool none = !m_model || m_model->rowCount() == 0;
    m_body->setCurrentWidget(none ? m_empty : static_cast<QWidget*>(m_table));
    const Problem* problem = currentProblem();
    const bool hasDetails =
        problem && (!problem->rootCause.isEmpty() || !problem->stack.isEmpty() || problem->apiCallId != 0);
    m_details->setVisible(hasDetails);
    if (!hasDetails) {
        return;
    }
    m_rootCause->setText(oneLine(problem->rootCause.isEmpty() ? problem->message : problem->rootCause, 1000));
    m_stackButton->setVisible(!problem->stack.isEmpty());
    const auto lines = static_cast<int>(problem->stack.count(u'\n')) + (problem->stack.endsWith(u'\n') ? 0 : 1);
    m_stackButton->setText(tr("Stack, %n line(s)", nullptr, lines));
    m_apiCallButton->setVisible(problem->apiCallId != 0);
    if (m_stack->toPlainText() != problem->stack) {
        m_stack->setFont(themeFont(TextRole::MonoSmall));
        m_stack->setPlainText(problem->stack);
    }
    m_stack->setVisible(m_stackButton->isChecked() && !problem->stack.isEmpty());
}

bool ProblemsView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::AltModifier)) {
            if (const Problem* problem = currentProblem(); problem && !problem->fix.isEmpty()) {
                Q_EMIT fixRequested(*problem);
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace millrace
