// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inventory/inventorysheet.h"

#include "widgets/common/buttons.h"
#include "widgets/common/labels.h"
#include "widgets/common/panelheader.h"
#include "widgets/common/theme.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/forms/fieldrow.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_width = 680;
constexpr int s_chrome = 46 + 56; ///< head and foot
constexpr int s_question = 70;
constexpr int s_typed = 34;

constexpr int s_presets = 26 + 16;
constexpr int s_margin = 16;

QWidget* makeHead(const QString& title)
{
    auto* head = new QWidget;
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(new TextLabel(title, TextRole::Section, Token::Text));
    layout->addWidget(new Separator(Qt::Horizontal), 1);
    return head;
}

} // namespace

InventorySheet::InventorySheet(Question question, QWidget* host) : Sheet(host), m_question(std::move(question))
{
    setObjectName(u"inventorySheet"_s);
    setTitle(m_question.title, m_question.remark);
    setEnvironment(m_question.environment);
    if (!m_question.question.isEmpty()) {
        auto* text = new TextLabel(m_question.question, TextRole::Body, Token::Text);
        text->setObjectName(u"sheetQuestion"_s);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setContentsMargins(16, 16, 16, 12);
        body()->addWidget(text);
        m_text = text;
    }
    buildPresets();
    buildForm();
    buildFoot();
    refresh();
    if (!m_rows.empty()) {
        m_rows.front()->editor()->control()->setFocus();
    } else if (!m_question.toType.isEmpty()) {
        m_typed->edit()->setFocus();
    } else {
        // Enter on what just opened must not take anything away.
        (m_question.question.isEmpty() ? m_go : m_leave)->setFocus();
    }
}

void InventorySheet::buildPresets()
{
    if (!m_question.presets) {
        return;
    }
    m_presets = new PresetRow(*m_question.presets);
    m_presets->setObjectName(u"presets"_s);
    m_presets->setContentsMargins(s_margin, 12, s_margin, 4);
    body()->addWidget(m_presets);
    connect(m_presets, &PresetRow::chosen, this, &InventorySheet::takeValues);
    connect(m_presets, &PresetRow::deleted, this, &InventorySheet::presetDeleted);
    connect(m_presets, &PresetRow::saveRequested, this, [this](const QString& name) {
        m_presets->keep(name, savedValues());
        Q_EMIT presetSaved(name, savedValues());
    });
}

void InventorySheet::buildForm()
{
    auto* fields = new QWidget;
    m_fields = fields;
    auto* layout = new QVBoxLayout(fields);
    layout->setContentsMargins(s_margin, 12, s_margin, 12);
    layout->setSpacing(6);
    FormValues values = m_question.form.defaults();
    values.insert(m_question.values);
    const bool hasSections = std::ranges::any_of(m_question.form.fields,
        [this](const FormField& field) { return field.section != m_question.form.fields.front().section; });
    for (const FormField& field : m_question.form.fields) {
        if (hasSections && (m_heads.empty() || m_heads.back().section != field.section)) {
            m_heads.push_back({makeHead(field.section), field.section});
            layout->addWidget(m_heads.back().head);
        }
        auto* row = new FieldRow(field, fields);
        row->editor()->setValue(values.value(field.id));
        row->setUntouched();
        layout->addWidget(row);
        m_rows.push_back(row);
        connect(row, &FieldRow::edited, this, &InventorySheet::refresh);
    }
    layout->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(fields);
    scroll->viewport()->setAutoFillBackground(false);
    fields->setAutoFillBackground(false);
    body()->addWidget(scroll, 1);
    scroll->setVisible(!m_rows.empty());
    if (m_rows.empty()) {
        body()->addStretch(1);
    }
}

void InventorySheet::buildFoot()
{
    m_typed = new TypedName;
    m_leave = new ActionButton(tr("Cancel"));
    m_leave->setObjectName(u"sheetLeave"_s);
    m_go = new ActionButton(m_question.button);
    m_go->setObjectName(u"sheetGo"_s);
    // What asks a question takes something away; a mere form is the one thing to do here.
    setButtonKind(m_go, m_question.question.isEmpty() ? ButtonKind::Primary : ButtonKind::Danger);
    foot()->addWidget(m_typed);
    foot()->addStretch(1);
    foot()->addWidget(m_leave, 0, Qt::AlignBottom);
    foot()->addWidget(m_go, 0, Qt::AlignBottom);
    if (!m_question.toType.isEmpty()) {
        m_typed->setWanted(tr("Production: type %1 to go on").arg(m_question.toType), m_question.toType);
    }
    connect(m_typed, &TypedName::changed, this, &InventorySheet::refresh);
    connect(m_typed, &TypedName::accepted, this, &InventorySheet::tryToGo);
    connect(m_leave, &QAbstractButton::clicked, this, &Sheet::closeSheet);
    connect(m_go, &QAbstractButton::clicked, this, &InventorySheet::tryToGo);
}

FormValues InventorySheet::values() const
{
    FormValues values;
    for (const FieldRow* row : m_rows) {
        values.insert(row->field().id, row->editor()->value());
    }
    return values;
}

void InventorySheet::takeValues(const FormValues& values)
{
    FormValues all = m_question.form.defaults();
    all.insert(values);
    for (FieldRow* row : m_rows) {
        if (row->field().kind != FieldKind::Secret) {
            row->editor()->setValue(all.value(row->field().id));
        }
    }
    refresh();
}

FormValues InventorySheet::savedValues() const
{
    FormValues values;
    for (const FieldRow* row : m_rows) {
        if (row->field().kind != FieldKind::Secret) {
            values.insert(row->field().id, row->editor()->value());
        }
    }
    return values;
}

void InventorySheet::fitHeight()
{
    int height = s_chrome + (m_text ? std::max(s_question, m_text->heightForWidth(s_width - 2)) : 0)
        + (m_question.toType.isEmpty() ? 0 : s_typed) + (m_presets ? s_presets : 0);
    if (!m_rows.empty()) {
        // Rows that were laid out by nobody yet count by what they ask for.
        int wanted = 0;
        for (const FieldRow* row : m_rows) {
            wanted += row->isHidden() ? 0 : row->sizeHint().height() + m_fields->layout()->spacing();
        }
        const QMargins margins = m_fields->layout()->contentsMargins();
        height +=
            std::max(m_fields->layout()->totalHeightForWidth(s_width - 2), wanted + margins.top() + margins.bottom());
    }
    setFrameSize({s_width, height});
}

void InventorySheet::refresh()
{
    const FormValues current = values();
    const QMap<QString, QString> problems = m_question.form.problems(current);
    QStringList shown;
    for (FieldRow* row : m_rows) {
        const bool isShown = m_question.form.isShown(row->field(), current);
        row->setProblem(problems.value(row->field().id));
        row->setVisible(isShown);
        shown += isShown ? QStringList{row->field().section} : QStringList();
    }
    for (const SectionHead& head : m_heads) {
        head.head->setVisible(shown.contains(head.section));
    }
    if (m_presets) {
        m_presets->follow(savedValues());
    }
    fitHeight();
    m_go->setEnabled(m_typed->fits());
    m_go->setToolTip(m_typed->fits() ? QString() : tr("The name is not typed yet."));
}

void InventorySheet::keyPressEvent(QKeyEvent* event)
{
    // Enter anywhere sends a form; what takes something away wants its button.
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (m_question.question.isEmpty() || m_go->hasFocus())) {
        event->accept();
        tryToGo();
    } else {
        Sheet::keyPressEvent(event);
    }
}

void InventorySheet::tryToGo()
{
    const FormValues current = values();
    const QMap<QString, QString> problems = m_question.form.problems(current);
    if (!problems.isEmpty()) {
        for (FieldRow* row : m_rows) {
            row->revealProblem();
        }
        const auto first = std::ranges::find_if(
            m_rows, [&problems](const FieldRow* row) { return problems.contains(row->field().id); });
        (*first)->editor()->control()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_typed->fits()) {
        closeSheet();
        Q_EMIT accepted(current);
    }
}

} // namespace millrace
