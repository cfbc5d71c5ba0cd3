// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/forms/fieldrow.h"

#include "widgets/common/labels.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/theme.h"
#include "widgets/forms/fieldeditor.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_labelGap = 14;
constexpr int s_fieldWidth = 480;
constexpr int s_columnStretch = 1000;

QLabel* makeLabel(const FormField& field, FieldEditor* editor, QWidget* parent)
{
    auto* label = new QLabel(field.label, parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    // The label ends 156 px from the page's edge; the page's own margin is part of that.
    label->setFixedWidth(measure::formLabel - measure::pagePadding);
    label->setMinimumHeight(measure::control);
    label->setWordWrap(true);
    label->setBuddy(editor->control());
    return label;
}

} // namespace

FieldRow::FieldRow(const FormField& field, QWidget* parent)
    : QWidget(parent), m_field(field), m_editor(makeFieldEditor(field, this)), m_problemLine(new QWidget(this)),
      m_problemText(new TextLabel(TextRole::Caption, Token::Error, this)),
      m_help(new TextLabel(TextRole::Caption, Token::TextDim, this))
{
    setObjectName("field-"_L1 + field.id);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(s_labelGap);
    layout->addWidget(makeLabel(field, m_editor, this), 0, Qt::AlignTop);
    auto* column = new QWidget(this);
    column->setMaximumWidth(s_fieldWidth);
    auto* columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(0, 0, 0, 0);
    columnLayout->setSpacing(4);
    columnLayout->addWidget(m_editor);
    // The column takes what there is up to its maximum, and only then the empty rest.
    layout->addWidget(column, s_columnStretch);
    layout->addStretch(1);

    auto* problemLayout = new QHBoxLayout(m_problemLine);
    problemLayout->setContentsMargins(0, 0, 0, 2);
    problemLayout->setSpacing(5);
    auto* glyph = new StatusGlyphLabel(m_problemLine);
    glyph->setGlyph(StatusGlyph::Error);
    problemLayout->addWidget(glyph, 0, Qt::AlignTop);
    problemLayout->addWidget(m_problemText, 1);
    m_problemText->setObjectName(u"problem"_s);
    for (TextLabel* label : {m_problemText, m_help}) {
        label->setWordWrap(true);
    }
    m_help->setContentsMargins(0, 0, 0, 4);
    m_help->setObjectName(u"help"_s);
    columnLayout->addWidget(m_problemLine);
    columnLayout->addWidget(m_help);

    m_editor->control()->setAccessibleName(field.label.isEmpty() ? field.caption : field.label);
    connect(m_editor, &FieldEditor::edited, this, [this] {
        m_edited = true;
        Q_EMIT edited();
    });
    connect(m_editor, &FieldEditor::left, this, [this] {
        if (m_edited && !m_revealed) {
            revealProblem();
        }
    });
    updateLines();
}

void FieldRow::setProblem(const QString& problem)
{
    if (m_problem != problem) {
        m_problem = problem;
        updateLines();
    }
}

void FieldRow::revealProblem()
{
    if (!m_revealed) {
        m_revealed = true;
        updateLines();
        Q_EMIT problemShown();
    }
}

void FieldRow::setUntouched()
{
    m_edited = false;
    m_revealed = false;
    updateLines();
}

bool FieldRow::isProblemShown() const
{
    return m_revealed && !m_problem.isEmpty();
}

void FieldRow::setNote(const QString& note)
{
    m_note = note;
    updateLines();
}

void FieldRow::updateLines()
{
    const QString help = m_note.isEmpty() ? m_field.help : m_note;
    m_problemText->setText(m_problem);
    m_problemLine->setVisible(isProblemShown());
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty() && !isProblemShown());
    m_editor->setInvalid(isProblemShown());
    m_editor->control()->setAccessibleDescription(isProblemShown() ? m_problem : help);
}

} // namespace millrace
