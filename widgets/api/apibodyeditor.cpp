// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/api/apibodyeditor.h"

#include "models/jsontext.h"
#include "widgets/common/labels.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTextBlock>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_leastHeight = 150;

/// One undo step, unlike setPlainText().
void replaceText(QPlainTextEdit& editor, const QString& text)
{
    QTextCursor cursor(editor.document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
}

} // namespace

ApiBodyEditor::ApiBodyEditor(QWidget* parent)
    : QWidget(parent), m_text(new QPlainTextEdit), m_format(new QPushButton(tr("Format JSON"))),
      m_useExample(new QPushButton(tr("Insert the example"))), m_note(new TextLabel(TextRole::Caption, Token::Warn))
{
    m_text->setObjectName(u"body"_s);
    m_text->setAccessibleName(tr("Body"));
    m_text->setFont(themeFont(TextRole::MonoSmall));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMinimumHeight(s_leastHeight);
    m_format->setObjectName(u"formatJson"_s);
    m_format->setAutoDefault(false);
    m_useExample->setObjectName(u"insertExample"_s);
    m_useExample->setAutoDefault(false);
    m_note->setObjectName(u"bodyNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addWidget(m_format);
    buttons->addWidget(m_useExample);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    connect(m_format, &QPushButton::clicked, this, &ApiBodyEditor::format);
    connect(m_useExample, &QPushButton::clicked, this, [this] {
        replaceText(*m_text, m_example);
        m_text->setFocus();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_note->hide();
        if (!m_setting) {
            Q_EMIT edited();
        }
    });
}

void ApiBodyEditor::setKind(const QString& type, const QString& example)
{
    m_example = example;
    m_useExample->setVisible(!example.isEmpty());
    m_format->setVisible(type.endsWith("json"_L1));
    m_text->setPlaceholderText(type);
}

void ApiBodyEditor::setText(const QString& text)
{
    const QScopedValueRollback setting(m_setting, true);
    m_text->setPlainText(text);
}

QString ApiBodyEditor::text() const
{
    return m_text->toPlainText();
}

void ApiBodyEditor::format()
{
    const QByteArray json = text().toUtf8();
    if (wholeJson(json)) {
        const QString formatted = QString::fromUtf8(indentedJson(json)).trimmed();
        if (formatted != text()) {
            replaceText(*m_text, formatted);
        }
        return;
    }
    QJsonParseError problem;
    QJsonDocument::fromJson(json, &problem);
    const qsizetype line = json.left(problem.offset).count('\n');
    m_note->setText(tr("This is no JSON from line %1 on, so it stays as it is.").arg(line + 1));
    m_note->show();
    m_text->setTextCursor(QTextCursor(m_text->document()->findBlockByNumber(static_cast<int>(line))));
    m_text->setFocus();
}

void ApiBodyEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_text->setFont(themeFont(TextRole::MonoSmall));
    }
}

} // namespace millrace
