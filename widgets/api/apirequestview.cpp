// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/api/apirequestview.h"

#include "widgets/api/apibodyeditor.h"
#include "widgets/api/apiform.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/forms/fieldrow.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_rowGap = 6;
constexpr int s_margin = 16;

TextLabel* makeText(TextRole role, Token color, const QString& objectName)
{
    auto* label = new TextLabel(role, color);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

bool hasBody(const ApiOperation& operation)
{
    return !operation.bodyType.isEmpty() && !operation.isForm();
}

} // namespace

ApiRequestView::ApiRequestView(QWidget* parent) : QScrollArea(parent)
{
    setObjectName(u"callForm"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(s_margin, 12, s_margin, 12);
    m_layout->setSpacing(s_rowGap);
    m_layout->addWidget(makeHead());
    m_fields = new QWidget;
    m_layout->addWidget(m_fields, 1);
    setWidget(content);
}

ApiRequestView::~ApiRequestView()
{
    // A row that is deleted with the focus inside still tells that it was left.
    for (FieldRow* row : m_rows) {
        row->disconnect(this);
    }
}

QWidget* ApiRequestView::makeHead()
{
    auto* head = new QWidget;
    m_title = makeText(TextRole::PageTitle, Token::Text, u"callTitle"_s);
    m_path = makeText(TextRole::Mono, Token::Text, u"callPath"_s);
    m_summary = makeText(TextRole::Body, Token::Text, u"callSummary"_s);
    m_description = makeText(TextRole::Body, Token::TextDim, u"callDescription"_s);
    m_method = new Chip;
    m_method->setMono(true);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_method, 0, Qt::AlignTop);
    line->addWidget(m_path, 1);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addLayout(line);
    layout->addWidget(m_summary);
    layout->addWidget(m_description);
    return head;
}

void ApiRequestView::setOperation(const ApiOperation& operation, const std::optional<ApiTyped>& typed)
{
    m_operation = operation;
    m_form = apiForm(operation);
    m_title->setText(operation.id);
    m_method->setText(QString::fromLatin1(operation.method));
    const bool changes = operation.isChanging();
    m_method->setColors(changes ? Token::Warn : Token::TextDim, changes ? Token::WarnBg : Token::Pressed);
    m_path->setText(operation.path);
    m_summary->setText(operation.summary);
    m_summary->setVisible(!operation.summary.isEmpty());
    m_description->setText(operation.description);
    m_description->setVisible(!operation.description.isEmpty() && operation.description != operation.summary);
    buildFields();
    FormValues values = m_form.defaults();
    if (typed) {
        values.insert(typed->values);
    }
    for (FieldRow* row : m_rows) {
        row->editor()->setValue(values.value(row->field().id));
        row->setUntouched();
    }
    if (m_body) {
        const QString example = QString::fromUtf8(operation.bodyExample);
        m_body->setKind(QString::fromLatin1(operation.bodyType), example);
        m_body->setText(typed ? typed->body : operation.bodyRequired ? example : QString());
    }
    updateProblems();
    verticalScrollBar()->setValue(0);
}

void ApiRequestView::buildFields()
{
    for (FieldRow* row : m_rows) {
        row->disconnect(this);
    }
    m_rows.clear();
    m_body = nullptr;
    delete m_fields;
    m_fields = new QWidget;
    auto* layout = new QVBoxLayout(m_fields);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(s_rowGap);
    m_layout->addWidget(m_fields, 1);
    QString section;
    for (const FormField& field : m_form.fields) {
        if (field.section != section) {
            section = field.section;
            addSection(section);
        }
        auto* row = new FieldRow(field, m_fields);
        row->editor()->control()->setAccessibleName(field.required ? tr("%1, needed").arg(field.id) : field.id);
        layout->addWidget(row);
        m_rows.push_back(row);
        connect(row, &FieldRow::edited, this, [this] {
            updateProblems();
            Q_EMIT edited();
        });
    }
    if (hasBody(m_operation)) {
        const QString type = QString::fromLatin1(m_operation.bodyType);
        addSection(m_operation.bodyRequired ? tr("Body *") : tr("Body"), type);
        m_body = new ApiBodyEditor(m_fields);
        layout->addWidget(m_body, 1);
        connect(m_body, &ApiBodyEditor::edited, this, &ApiRequestView::edited);
    } else {
        if (m_rows.empty()) {
            layout->addSpacing(s_rowGap);
            layout->addWidget(new TextLabel(tr("This call takes no parameters."), TextRole::Body, Token::TextDim));
        }
        layout->addStretch(1);
    }
    m_fields->show();
}

void ApiRequestView::addSection(const QString& title, const QString& remark)
{
    auto* section = new QWidget(m_fields);
    auto* layout = new QHBoxLayout(section);
    layout->setContentsMargins(0, 10, 0, 2);
    layout->setSpacing(10);
    layout->addWidget(new TextLabel(title, TextRole::Section, Token::Text, section));
    if (!remark.isEmpty()) {
        layout->addWidget(new TextLabel(remark, TextRole::Caption, Token::TextDim, section));
    }
    layout->addWidget(new Separator(Qt::Horizontal, section), 1);
    m_fields->layout()->addWidget(section);
}

ApiTyped ApiRequestView::typed() const
{
    ApiTyped typed;
    for (const FieldRow* row : m_rows) {
        typed.values.insert(row->field().id, row->editor()->value());
    }
    typed.body = m_body ? m_body->text() : QString();
    return typed;
}

void ApiRequestView::updateProblems()
{
    const QMap<QString, QString> problems = apiProblems(m_form, typed().values);
    for (FieldRow* row : m_rows) {
        row->setProblem(problems.value(row->field().id));
    }
}

bool ApiRequestView::revealProblems()
{
    updateProblems();
    FieldRow* first = nullptr;
    for (FieldRow* row : m_rows) {
        row->revealProblem();
        if (!first && row->isProblemShown()) {
            first = row;
        }
    }
    if (first) {
        first->editor()->setFocus();
        ensureWidgetVisible(first);
    }
    return first != nullptr;
}

Result<ApiRequest> ApiRequestView::request() const
{
    const ApiTyped now = typed();
    return prepareCall(m_operation, apiValues(m_operation, now.values), now.body.toUtf8());
}

void ApiRequestView::focusFirst()
{
    if (!m_rows.empty()) {
        m_rows.front()->editor()->setFocus();
    } else if (m_body) {
        m_body->editor()->setFocus();
    } else {
        setFocus();
    }
}

} // namespace millrace
