// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/codepreview.h"

#include "sql/keywords.h"
#include "sql/tokenizer.h"
#include "widgets/common/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QScrollBar>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace millrace {

namespace {

constexpr int s_lineHeight = 20;
constexpr int s_gutterWidth = 34;
constexpr int s_margin = 8;

/// The colour of a token; nothing for plain text.
std::optional<Token> inkOf(const sql::Token& token, QStringView text)
{
    switch (token.kind) {
    case sql::TokenKind::LineComment:
    case sql::TokenKind::BlockComment:
        return Token::SynComment;
    case sql::TokenKind::HintBegin:
    case sql::TokenKind::HintEnd:
        return Token::SynHint;
    case sql::TokenKind::QuotedName:
        return Token::SynQuoted;
    case sql::TokenKind::String:
        return Token::SynString;
    case sql::TokenKind::Number:
        return Token::SynNumber;
    case sql::TokenKind::Variable:
        return Token::SynVariable;
    case sql::TokenKind::Operator:
    case sql::TokenKind::Comma:
    case sql::TokenKind::Semicolon:
    case sql::TokenKind::LeftParen:
    case sql::TokenKind::RightParen:
        return Token::SynOperator;
    case sql::TokenKind::Word:
        break;
    default:
        return std::nullopt;
    }
    if (token.offset > 0 && text[token.offset - 1] == u'.') {
        return std::nullopt; // a column, whatever it is called
    }
    switch (sql::classifyWord(text.mid(token.offset, token.length))) {
    case sql::WordClass::Keyword:
        return Token::SynKeyword;
    case sql::WordClass::Type:
        return Token::SynType;
    case sql::WordClass::Function: {
        const QStringView after = text.mid(token.end()).trimmed();
        return after.startsWith(u'(') ? std::optional(Token::SynFunction) : std::nullopt;
    }
    case sql::WordClass::Identifier:
        break;
    }
    return std::nullopt;
}

} // namespace

class SqlHighlighter : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString& text) override
    {
        const Theme& theme = currentTheme();
        sql::Tokenizer tokenizer(sql::view(text), 0, sql::LexState::fromInt(std::max(0, previousBlockState())));
        sql::Token token;
        while (tokenizer.next(token)) {
            if (const auto ink = inkOf(token, text)) {
                QTextCharFormat format;
                format.setForeground(theme.color(*ink));
                format.setFontItalic(*ink == Token::SynComment);
                setFormat(static_cast<int>(token.offset), static_cast<int>(token.length), format);
            }
        }
        setCurrentBlockState(tokenizer.state().toInt());
    }
};

CodePreview::CodePreview(QWidget* parent)
    : QTextEdit(parent), m_highlighter(new SqlHighlighter(document())), m_gutter(new QWidget(this))
{
    setReadOnly(true);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setViewportMargins(s_gutterWidth, 0, 0, 0);
    document()->setDocumentMargin(s_margin);
    m_gutter->installEventFilter(this);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_gutter, qOverload<>(&QWidget::update));
    applyLook();
}

void CodePreview::setCode(const QString& code)
{
    setPlainText(code.trimmed());
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    QTextBlockFormat format;
    format.setLineHeight(s_lineHeight, QTextBlockFormat::FixedHeight);
    all.mergeBlockFormat(format);
    verticalScrollBar()->setValue(0);
    m_gutter->update();
}

void CodePreview::setVisibleLines(int lines)
{
    setFixedHeight(lines * s_lineHeight + 2 * s_margin + 2);
}

bool CodePreview::event(QEvent* event)
{
    // A page behind the script scrolls when the script itself is all in sight.
    if (event->type() == QEvent::Wheel && verticalScrollBar()->maximum() == 0) {
        event->ignore();
        return false;
    }
    return QTextEdit::event(event);
}

void CodePreview::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        applyLook();
    }
}

void CodePreview::applyLook()
{
    document()->setDefaultFont(themeFont(TextRole::Editor));
    m_highlighter->rehighlight();
    m_gutter->update();
}

void CodePreview::resizeEvent(QResizeEvent* event)
{
    QTextEdit::resizeEvent(event);
    m_gutter->setGeometry(0, 0, s_gutterWidth, viewport()->height());
}

bool CodePreview::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_gutter && event->type() == QEvent::Paint) {
        paintGutter();
        return true;
    }
    return QTextEdit::eventFilter(watched, event);
}

void CodePreview::paintGutter()
{
    QPainter painter(m_gutter);
    painter.fillRect(m_gutter->rect(), themeOf(this).color(Token::Surface));
    painter.setFont(themeFont(TextRole::MonoSmall));
    painter.setPen(themeOf(this).color(Token::TextDim));
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QRectF place = document()->documentLayout()->blockBoundingRect(block);
        const double top = place.top() - verticalScrollBar()->value();
        if (top > -s_lineHeight && top < m_gutter->height()) {
            painter.drawText(QRectF(0, top, s_gutterWidth - 6, s_lineHeight), Qt::AlignRight | Qt::AlignVCenter,
                QString::number(block.blockNumber() + 1));
        }
    }
}

} // namespace millrace
