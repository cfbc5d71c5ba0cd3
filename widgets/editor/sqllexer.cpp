// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/sqllexer.h"

#include "sql/keywords.h"
#include "sql/tokenizer.h"
#include "widgets/common/theme.h"
#include "widgets/editor/codescan.h"
#include "widgets/editor/codewords.h"

#include <Qsci/qsciscintilla.h>

#include <QFontInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

/// A word of Spark's or Hive's SQL that FlinkSQL does not have.
bool isDialectWord(ScriptLanguage language, std::string_view word)
{
    std::string capitals(word);
    for (char& c : capitals) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return std::ranges::binary_search(codeKeywords(language), std::string_view(capitals));
}

int styleOfCode(CodeKind kind)
{
    switch (kind) {
    case CodeKind::Keyword:
        return SqlLexer::Keyword;
    case CodeKind::Type:
        return SqlLexer::Type;
    case CodeKind::Function:
        return SqlLexer::Function;
    case CodeKind::Key:
        return SqlLexer::Quoted;
    case CodeKind::String:
        return SqlLexer::String;
    case CodeKind::Number:
        return SqlLexer::Number;
    case CodeKind::Comment:
        return SqlLexer::Comment;
    case CodeKind::Variable:
        return SqlLexer::Variable;
    case CodeKind::Annotation:
        return SqlLexer::Hint;
    case CodeKind::Open:
    case CodeKind::Close:
    case CodeKind::Operator:
        return SqlLexer::Operator;
    case CodeKind::Space:
    case CodeKind::Name:
        break;
    }
    return SqlLexer::Plain;
}

int styleOfKind(sql::TokenKind kind)
{
    using sql::TokenKind;
    switch (kind) {
    case TokenKind::LineComment:
    case TokenKind::BlockComment:
        return SqlLexer::Comment;
    case TokenKind::HintBegin:
    case TokenKind::HintEnd:
        return SqlLexer::Hint;
    case TokenKind::QuotedName:
    case TokenKind::DoubleQuoted:
        return SqlLexer::Quoted;
    case TokenKind::String:
        return SqlLexer::String;
    case TokenKind::Number:
        return SqlLexer::Number;
    case TokenKind::Variable:
        return SqlLexer::Variable;
    case TokenKind::Operator:
    case TokenKind::Comma:
    case TokenKind::Semicolon:
    case TokenKind::LeftParen:
    case TokenKind::RightParen:
    case TokenKind::LeftBracket:
    case TokenKind::RightBracket:
    case TokenKind::LeftBrace:
    case TokenKind::RightBrace:
        return SqlLexer::Operator;
    case TokenKind::Whitespace:
    case TokenKind::Word:
    case TokenKind::Dot:
    case TokenKind::Unknown:
        break;
    }
    return SqlLexer::Plain;
}

} // namespace

SqlLexer::SqlLexer(QObject* parent, std::function<void()> beforeStyling)
    : QsciLexerCustom(parent), m_beforeStyling(std::move(beforeStyling))
{
}

Token SqlLexer::tokenOf(int style)
{
    switch (style) {
    case Keyword:
        return Token::SynKeyword;
    case Function:
        return Token::SynFunction;
    case Type:
        return Token::SynType;
    case String:
        return Token::SynString;
    case Number:
        return Token::SynNumber;
    case Comment:
    case CommentEdge:
        return Token::SynComment;
    case Quoted:
        return Token::SynQuoted;
    case Hint:
    case HintEdge:
        return Token::SynHint;
    case Variable:
        return Token::SynVariable;
    case Operator:
    case OperatorEdge:
        return Token::SynOperator;
    default:
        return Token::Text;
    }
}

QString SqlLexer::description(int style) const
{
    // QScintilla takes a style for used when it has a description; nobody sees it
    return style >= 0 && style < StyleCount ? QString::number(style) : QString();
}

QColor SqlLexer::defaultColor(int style) const
{
    return currentTheme().color(tokenOf(style));
}

QColor SqlLexer::defaultPaper(int) const
{
    return currentTheme().color(Token::Surface);
}

QFont SqlLexer::defaultFont(int style) const
{
    const QFont wanted = themeFont(TextRole::Editor);
    QFont font(QFontInfo(wanted).family());
    font.setPointSizeF(wanted.pointSizeF());
    font.setItalic(style == Comment || style == CommentEdge);
    return font;
}

void SqlLexer::setScriptLanguage(ScriptLanguage language)
{
    m_language = language;
    m_styledTo = 0;
    if (editor()) {
        m_dirtyTo = static_cast<int>(send(QsciScintillaBase::SCI_GETLENGTH));
        send(QsciScintillaBase::SCI_SETLINESTATE, 0, 0);
        send(QsciScintillaBase::SCI_STARTSTYLING, 0);
        editor()->viewport()->update();
    }
}

void SqlLexer::applyLook(const Theme& theme)
{
    for (int style = 0; style < StyleCount; ++style) {
        setColor(theme.color(tokenOf(style)), style);
        setPaper(theme.color(Token::Surface), style);
        setFont(defaultFont(style), style);
    }
    setDefaultColor(theme.color(Token::Text));
    setDefaultPaper(theme.color(Token::Surface));
    setDefaultFont(defaultFont(Plain));
}

long SqlLexer::send(unsigned int message, long wParam, long lParam) const
{
    return editor()->SendScintilla(message, static_cast<unsigned long>(wParam), lParam);
}

void SqlLexer::bufferEdited(int byteOffset, int removedBytes, int addedBytes)
{
    const int end = byteOffset + removedBytes;
    const int shift = addedBytes - removedBytes;
    const auto moved = [&](int place) {
        return place >= end ? place + shift : std::min(place, byteOffset + addedBytes);
    };
    m_styledTo = moved(m_styledTo);
    m_dirtyTo = std::max(moved(m_dirtyTo), byteOffset + addedBytes);
}

void SqlLexer::styleText(int start, int end)
{
    if (!editor()) {
        return;
    }
    m_beforeStyling();
    const auto* bytes =
        static_cast<const char*>(editor()->SendScintillaPtrResult(QsciScintillaBase::SCI_GETCHARACTERPOINTER));
    const std::string_view text(bytes, static_cast<size_t>(send(QsciScintillaBase::SCI_GETLENGTH)));
    end = std::min(end, static_cast<int>(text.size()));
    m_styles.clear();
    long line = send(QsciScintillaBase::SCI_LINEFROMPOSITION, start);
    int state = static_cast<int>(send(QsciScintillaBase::SCI_GETLINESTATE, line));
    int at = start;
    bool sameBehind = false;
    while (at < end) {
        const int next = static_cast<int>(send(QsciScintillaBase::SCI_POSITIONFROMLINE, line + 1));
        const int lineEnd = next > at ? next : static_cast<int>(text.size());
        if (isSql(m_language)) {
            styleLine(text, at, lineEnd, state);
        } else {
            styleCodeLine(text, at, lineEnd, state);
        }
        at = lineEnd;
        ++line;
        const auto nextLine = line;
        sameBehind = send(QsciScintillaBase::SCI_GETLINESTATE, nextLine) == state;
        if (!sameBehind) {
            send(QsciScintillaBase::SCI_SETLINESTATE, nextLine, state);
        }
    }
    send(QsciScintillaBase::SCI_STARTSTYLING, start);
    editor()->SendScintilla(
        QsciScintillaBase::SCI_SETSTYLINGEX, static_cast<unsigned long>(m_styles.size()), m_styles.data());
    if (at >= m_dirtyTo && sameBehind && m_styledTo > at) {
        // nothing further down changed its meaning: take its colours as they are
        send(QsciScintillaBase::SCI_STARTSTYLING, m_styledTo);
    } else {
        m_styledTo = at;
    }
    if (at >= m_dirtyTo) {
        m_dirtyTo = 0;
    }
}

void SqlLexer::put(int style, qsizetype length)
{
    m_styles.append(static_cast<size_t>(length), static_cast<char>(style));
}

/// Text in quotes in which ${NAME} stands out.
void SqlLexer::putWithVariables(int style, std::string_view token)
{
    size_t at = 0;
    while (at < token.size()) {
        const size_t begin = token.find("${", at);
        const size_t end = begin == std::string_view::npos ? begin : token.find('}', begin);
        if (end == std::string_view::npos) {
            break;
        }
        put(style, static_cast<qsizetype>(begin - at));
        put(Variable, static_cast<qsizetype>(end + 1 - begin));
        at = end + 1;
    }
    put(style, static_cast<qsizetype>(token.size() - at));
}

void SqlLexer::styleLine(std::string_view text, int begin, int end, int& state)
{
    // The view ends with the line, so a token that goes on is unterminated here and the state says where it goes on.
    sql::Utf8Tokenizer tokenizer(text.substr(0, static_cast<size_t>(end)), begin, sql::LexState::fromInt(state));
    sql::Token token;
    sql::TokenKind before = sql::TokenKind::Whitespace;
    bool edge = false;
    bool inHint = sql::LexState::fromInt(state).inHint;
    while (tokenizer.next(token)) {
        int style = token.kind == sql::TokenKind::Word ? styleOfWord(text, token, before) : styleOfKind(token.kind);
        const bool hint = inHint || token.kind == sql::TokenKind::HintBegin;
        inHint = tokenizer.state().inHint;
        if (hint && style != Variable && style != Comment) {
            style = Hint;
        }
        const auto whole = text.substr(static_cast<size_t>(token.offset), static_cast<size_t>(token.length));
        if (style == Operator) {
            for (qsizetype i = 0; i < token.length; ++i) {
                edge = !edge;
                put(edge ? OperatorEdge : Operator, 1);
            }
        } else if ((style == Comment || (style == Hint && token.kind == sql::TokenKind::HintBegin))
            && token.length > 1) {
            put(style + 1, 1);
            put(style, token.length - 1);
        } else if (sql::isQuoted(token.kind)) {
            putWithVariables(style, whole);
        } else {
            put(style, token.length);
        }
        if (!sql::isTrivia(token.kind)) {
            before = token.kind;
        }
    }
    state = tokenizer.state().toInt();
}

/// A function is one only before its parenthesis; a keyword behind a dot is a column.
int SqlLexer::styleOfWord(std::string_view text, const sql::Token& token, sql::TokenKind before) const
{
    if (before == sql::TokenKind::Dot) {
        return Plain;
    }
    const auto word = text.substr(static_cast<size_t>(token.offset), static_cast<size_t>(token.length));
    switch (sql::classifyWord(word)) {
    case sql::WordClass::Keyword:
        return Keyword;
    case sql::WordClass::Type:
        return Type;
    case sql::WordClass::Function: {
        const size_t next = text.find_first_not_of(" \t\r\n", static_cast<size_t>(token.end()));
        return next != std::string_view::npos && text[next] == '(' ? Function : Plain;
    }
    case sql::WordClass::Identifier:
        break;
    }
    return m_language != ScriptLanguage::FlinkSql && isDialectWord(m_language, word) ? Keyword : Plain;
}

void SqlLexer::styleCodeLine(std::string_view text, int begin, int end, int& state)
{
    CodeScanner scanner(m_language, text.substr(0, static_cast<size_t>(end)), begin, state);
    CodeToken token;
    bool edge = false;
    while (scanner.next(token)) {
        const int style = styleOfCode(token.kind);
        const auto whole = text.substr(static_cast<size_t>(token.offset), static_cast<size_t>(token.length));
        if (style == Operator) {
            edge = !edge;
            put(edge ? OperatorEdge : Operator, token.length);
        } else if (style == Comment && token.length > 1) {
            put(CommentEdge, 1);
            put(Comment, token.length - 1);
        } else if (style == String) {
            putWithVariables(style, whole);
        } else {
            put(style, token.length);
        }
    }
    state = scanner.state();
}

} // namespace millrace
