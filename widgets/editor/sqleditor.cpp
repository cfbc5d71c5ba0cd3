// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/sqleditor.h"

#include "widgets/common/theme.h"
#include "widgets/editor/editorcompleter.h"
#include "widgets/editor/editorgutter.h"
#include "widgets/editor/editormarks.h"
#include "widgets/editor/editorproblems.h"
#include "widgets/editor/sqllexer.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace millrace {

SqlEditor::SqlEditor(QWidget* parent)
    : CodeEditor(parent), m_lexer(new SqlLexer(this, [this] { settle(); })), m_marks(std::make_unique<EditorMarks>()),
      m_gutter(std::make_unique<EditorGutter>(this)), m_problems(std::make_unique<EditorProblems>(this)),
      m_completer(new EditorCompleter(this))
{
    setLexer(m_lexer);
    m_problems->setUp();
    SqlEditor::applyLook(currentTheme());
    m_changed.setSingleShot(true);
    m_changed.setInterval(0);
    connect(&m_changed, &QTimer::timeout, this, [this] {
        if (m_lines != lines()) {
            m_lines = lines();
            m_gutter->repairFolds();
            m_gutter->layout();
        }
        caretWentOn();
        updateOverview();
        Q_EMIT statementsChanged();
    });
    connect(this, &CodeEditor::caretMoved, this, &SqlEditor::caretWentOn);
}

SqlEditor::~SqlEditor()
{
    // the buffer is torn down after these; nothing may look at it then
    disconnect(this, nullptr, this, nullptr);
    setLexer(nullptr);
}

void SqlEditor::bufferEdited(int byteOffset, int removedBytes, int addedBytes)
{
    const bool isOnePiece = !isSql(m_language);
    const auto& pieces = isOnePiece ? m_piece : m_index.statements();
    m_marks->beforeEdit(pieces, byteOffset, removedBytes, addedBytes);
    const sql::StatementIndex::Change change =
        isOnePiece ? updatePiece() : m_index.update(utf8(), byteOffset, removedBytes, addedBytes);
    m_marks->afterEdit(pieces, utf8(), change);
    m_lexer->bufferEdited(byteOffset, removedBytes, addedBytes);
    m_changed.start();
}

const std::vector<sql::Statement>& SqlEditor::statements() const
{
    // taking in what is pending changes nothing that anybody was told before
    const_cast<SqlEditor*>(this)->settle();
    return isSql(m_language) ? m_index.statements() : m_piece;
}

SqlEditor::StatementText SqlEditor::textOf(const sql::Statement& statement, int index, int shift) const
{
    const std::string_view text = utf8();
    return {.index = index,
        .text = QString::fromUtf8(text.data() + shift + statement.offset, statement.length),
        .begin = positionOfByte(shift + statement.offset),
        .kind = statement.kind};
}

int SqlEditor::currentStatement() const
{
    return sql::statementAt(statements(), utf8(), send(SCI_GETCURRENTPOS));
}

SqlEditor::StatementText SqlEditor::statement(int index) const
{
    if (index < 0 || index >= statementCount()) {
        return {};
    }
    return textOf(statements()[static_cast<size_t>(index)], index);
}

std::vector<SqlEditor::StatementText> SqlEditor::allStatements() const
{
    std::vector<StatementText> all;
    all.reserve(statements().size());
    for (int i = 0; i < statementCount(); ++i) {
        all.push_back(statement(i));
    }
    return all;
}

std::vector<SqlEditor::StatementText> SqlEditor::selectedStatements() const
{
    const auto begin = static_cast<int>(send(SCI_GETSELECTIONSTART));
    const auto end = static_cast<int>(send(SCI_GETSELECTIONEND));
    std::vector<StatementText> chosen;
    if (begin == end) {
        return chosen;
    }
    std::vector<int> touched;
    for (int i = 0; i < statementCount(); ++i) {
        const sql::Statement& each = statements()[static_cast<size_t>(i)];
        if (each.offset < end && each.textEnd() > begin) {
            touched.push_back(i);
        }
    }
    if (touched.size() == 1 && !isSql(m_language)) {
        chosen.push_back(textOf({.begin = begin, .offset = begin, .length = end - begin, .end = end}, 0));
        return chosen;
    }
    if (touched.size() == 1) {
        const std::string_view part = utf8().substr(static_cast<size_t>(begin), static_cast<size_t>(end - begin));
        for (const sql::Statement& each : sql::splitStatements(part)) {
            chosen.push_back(textOf(each, touched.front(), begin));
        }
        return chosen;
    }
    for (const int index : touched) {
        chosen.push_back(statement(index));
    }
    return chosen;
}

int SqlEditor::firstLine(int statement) const
{
    return positionOfByte(statements()[static_cast<size_t>(statement)].offset).line;
}

void SqlEditor::goToStatement(int index)
{
    if (index >= 0 && index < statementCount()) {
        goTo(positionOfByte(statements()[static_cast<size_t>(index)].offset));
    }
}

QRect SqlEditor::glyphRect(int statement) const
{
    return m_gutter->glyphRect(statement);
}

void SqlEditor::setFolded(int statement, bool folded)
{
    if (statement >= 0 && statement < statementCount() && isFolded(statement) != folded) {
        m_gutter->toggleFold(firstLine(statement) - 1);
    }
}

bool SqlEditor::isFolded(int statement) const
{
    return m_gutter->isFolded(firstLine(statement) - 1);
}

void SqlEditor::setProblems(const std::vector<Problem>& problems)
{
    m_problems->set(problems);
    updateOverview();
    viewport()->update();
}

QString SqlEditor::problemAt(TextPosition position) const
{
    return m_problems->messageAt(byteOfPosition(position));
}

bool SqlEditor::hasErrorIn(int statement) const
{
    const sql::Statement& at = statements()[static_cast<size_t>(statement)];
    return m_problems->hasErrorIn(at.offset, at.end);
}

void SqlEditor::setCompletions(quint64 generation, const std::vector<CompletionItem>& items)
{
    m_completer->setItems(generation, items);
}

void SqlEditor::requestCompletion()
{
    m_completer->request();
}

bool SqlEditor::isCompletionShown() const
{
    return m_completer->isShown();
}

void SqlEditor::caretWentOn()
{
    const long line = send(SCI_LINEFROMPOSITION, send(SCI_GETCURRENTPOS));
    m_gutter->reveal(static_cast<int>(line));
    m_completer->caretMoved();
    matchBrackets();
    const int now = currentStatement();
    if (now != m_current) {
        m_current = now;
        Q_EMIT currentStatementChanged(now);
    }
    viewport()->update(); // the bar, the caret's line number
}

void SqlEditor::stepStatement(bool forward)
{
    const long caret = send(SCI_GETCURRENTPOS);
    const auto& all = statements();
    const auto next = std::upper_bound(
        all.begin(), all.end(), caret, [](long at, const sql::Statement& each) { return at < each.offset; });
    if (forward) {
        goToStatement(next == all.end() ? statementCount() - 1 : static_cast<int>(next - all.begin()));
        return;
    }
    // from inside a statement to its begin, from its begin to the one before
    auto index = static_cast<int>(next - all.begin()) - 1;
    if (index > 0 && all[static_cast<size_t>(index)].offset == caret) {
        --index;
    }
    goToStatement(index);
}

void SqlEditor::perform(EditorCommand command)
{
    const int current = currentStatement();
    switch (command) {
    case EditorCommand::NextStatement:
    case EditorCommand::PreviousStatement:
        return stepStatement(command == EditorCommand::NextStatement);
    case EditorCommand::SelectStatement:
        if (current >= 0) {
            const sql::Statement& at = statements()[static_cast<size_t>(current)];
            send(SCI_SETSEL, at.offset, at.end);
        }
        return;
    case EditorCommand::ToggleFold:
        if (const int line = lineOfFoldAround(caretPosition().line - 1); line >= 0) {
            m_gutter->toggleFold(line);
        }
        return;
    case EditorCommand::FoldAll:
    case EditorCommand::UnfoldAll:
        return m_gutter->setAllFolded(command == EditorCommand::FoldAll);
    case EditorCommand::Complete:
        return requestCompletion();
    default:
        CodeEditor::perform(command);
        m_gutter->layout();
    }
}

void SqlEditor::paintEvent(QPaintEvent* event)
{
    CodeEditor::paintEvent(event);
    QPainter painter(viewport());
    painter.setClipRegion(event->region());
    m_gutter->paint(painter, event->rect());
}

bool SqlEditor::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        QString text = m_gutter->toolTipAt(help->pos());
        const long at = send(SCI_POSITIONFROMPOINTCLOSE, help->pos().x(), help->pos().y());
        if (text.isEmpty() && at >= 0) {
            text = m_problems->messageAt(static_cast<int>(at));
        }
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    case QEvent::MouseButtonPress:
        m_completer->hide();
        if (m_gutter->pressed(*static_cast<QMouseEvent*>(event))) {
            return true;
        }
        break;
    case QEvent::MouseMove: {
        const bool handled = CodeEditor::viewportEvent(event);
        const QPoint at = static_cast<QMouseEvent*>(event)->position().toPoint();
        if (at.x() < marginWidth(0)) {
            const EditorGutter::Zone zone = m_gutter->zoneAt(at.x());
            const bool active = (zone == EditorGutter::Zone::Glyph && m_gutter->statementAt(at.y()) >= 0)
                || (zone == EditorGutter::Zone::Fold && beginsFold(m_gutter->lineAt(at.y())));
            viewport()->setCursor(active ? Qt::PointingHandCursor : Qt::ArrowCursor);
        }
        return handled;
    }
    case QEvent::Wheel:
        m_completer->hide();
        break;
    default:
        break;
    }
    return CodeEditor::viewportEvent(event);
}

bool SqlEditor::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && m_completer->isShown()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Tab || key == Qt::Key_Return) {
            event->accept(); // the list's, whatever the window would do with it
            return true;
        }
    }
    return CodeEditor::event(event);
}

void SqlEditor::keyPressEvent(QKeyEvent* event)
{
    if (m_completer->handleKey(*event)) {
        event->accept();
        return;
    }
    const QString text = event->text();
    const bool typing = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && !text.isEmpty();
    CodeEditor::keyPressEvent(event);
    if (typing) {
        m_completer->typed(text);
    }
}

void SqlEditor::focusOutEvent(QFocusEvent* event)
{
    if (m_completer) {
        m_completer->hide();
    }
    CodeEditor::focusOutEvent(event);
}

void SqlEditor::applyLook(const Theme& theme)
{
    CodeEditor::applyLook(theme);
    m_lexer->applyLook(theme);
    // QScintilla leaves these alone while there is a lexer
    const auto base = static_cast<unsigned long>(STYLE_DEFAULT);
    SendScintilla(SCI_STYLESETFORE, base, theme.color(Token::Text));
    SendScintilla(SCI_STYLESETBACK, base, theme.color(Token::Surface));
    setCaretForegroundColor(theme.color(Token::Text));
    SendScintilla(SCI_STYLESETFORE, static_cast<unsigned long>(STYLE_BRACELIGHT), theme.color(Token::Text));
    SendScintilla(SCI_STYLESETBACK, static_cast<unsigned long>(STYLE_BRACELIGHT), theme.color(Token::Pressed));
    SendScintilla(SCI_STYLESETFORE, static_cast<unsigned long>(STYLE_BRACEBAD), theme.color(Token::Error));
    SendScintilla(SCI_STYLESETBACK, static_cast<unsigned long>(STYLE_LINENUMBER), theme.color(Token::Surface));
    fitLineHeight(); // comments are italic: the tallest style decides
    m_gutter->layout();
}

} // namespace millrace
