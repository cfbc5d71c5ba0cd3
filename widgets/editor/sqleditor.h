// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scriptlanguage.h"
#include "models/problemsmodel.h"
#include "models/statementmark.h"
#include "sql/statementindex.h"
#include "widgets/editor/codeeditor.h"
#include "widgets/editor/completion.h"

#include <QTimer>

#include <memory>

namespace millrace {

class EditorCompleter;
class EditorGutter;
class EditorMarks;
class EditorProblems;
class SqlLexer;

/// The editor of a script. It knows its statements at every moment, shows where each stands and what came of it, and
/// asks others to run and to complete; it knows no server. Statements are meant by their index in the script as it is
/// now; a mark stays with its statement while text is written around it. A script that is no SQL is one statement of
/// unknown kind, and its blocks fold.
class SqlEditor : public CodeEditor {
    Q_OBJECT

public:
    /// A statement as others need it: its own text and where it begins in the script.
    struct StatementText {
        int index = -1;
        QString text; ///< without the final ;
        TextPosition begin;
        sql::StatementKind kind = sql::StatementKind::Unknown;
    };

    explicit SqlEditor(QWidget* parent = nullptr);
    ~SqlEditor() override;

    /// FlinkSQL unless told otherwise. Another one that is split in another way takes the marks off.
    void setLanguage(ScriptLanguage language);

    [[nodiscard]] ScriptLanguage scriptLanguage() const { return m_language; }

    /// Offsets are bytes of the editor's UTF-8 buffer.
    [[nodiscard]] const std::vector<sql::Statement>& statements() const;

    [[nodiscard]] int statementCount() const { return static_cast<int>(statements().size()); }

    [[nodiscard]] int currentStatement() const; ///< the one the caret stands in; -1 without any
    [[nodiscard]] StatementText statement(int index) const;
    /// The statements that the selection touches; those of the selected text alone when it is inside one statement.
    [[nodiscard]] std::vector<StatementText> selectedStatements() const;
    [[nodiscard]] std::vector<StatementText> allStatements() const;
    [[nodiscard]] int firstLine(int statement) const; ///< 1-based line of its first word

    void goToStatement(int index);

    /// Shows a state at a statement, in place of what was there. The id keeps meaning that statement while it is edited
    /// and moved.
    quint64 markStatement(int statement, RunState state, const QString& note = {});
    void updateMark(quint64 id, RunState state, const QString& note = {});
    /// Sets all marks by index at once, with new ids.
    void setMarks(const std::vector<StatementMark>& marks);
    void clearMarks();
    [[nodiscard]] std::vector<StatementMark> marks() const;
    /// Where the glyph of a statement is in the viewport; null when it is out of sight.
    [[nodiscard]] QRect glyphRect(int statement) const;
    void setFolded(int statement, bool folded);
    [[nodiscard]] bool isFolded(int statement) const;
    /// Folds by 0-based lines, whatever folds in the language: the last line of the one that begins on this line; -1
    /// without one.
    [[nodiscard]] int lastLineOfFold(int line) const;
    [[nodiscard]] bool isLineFolded(int line) const;
    /// -1 when the statement is gone.
    [[nodiscard]] int statementOfMark(quint64 id) const;
    [[nodiscard]] RunState stateOf(int statement) const;

    /// Squiggles, tooltips, marks at the scroll bar and the sentence at the line's end for these; replaces the old.
    void setProblems(const std::vector<Problem>& problems);

    /// Answers completionRequested(); an answer of an earlier generation is dropped.
    void setCompletions(quint64 generation, const std::vector<CompletionItem>& items);
    void requestCompletion();
    [[nodiscard]] bool isCompletionShown() const;
    /// The sentence that a tooltip shows over this place; empty without a squiggle.
    [[nodiscard]] QString problemAt(TextPosition position) const;

    void perform(EditorCommand command) override;

Q_SIGNALS:
    void statementsChanged();
    void currentStatementChanged(int index);
    void marksChanged();
    /// A click on the glyph of a statement, or its key.
    void statementRunRequested(int index);
    void completionRequested(const millrace::CompletionRequest& request);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void applyLook(const Theme& theme) override;
    void bufferEdited(int byteOffset, int removedBytes, int addedBytes) override;
    [[nodiscard]] QString lineCommentPrefix() const override;

private:
    friend class EditorGutter;

    [[nodiscard]] const EditorMarks& editorMarks() const { return *m_marks; }

    [[nodiscard]] const EditorProblems& problems() const { return *m_problems; }

    [[nodiscard]] bool hasErrorIn(int statement) const;
    [[nodiscard]] StatementText textOf(const sql::Statement& statement, int index, int shift = 0) const;
    void caretWentOn();
    void matchBrackets();
    [[nodiscard]] std::optional<struct BracketPair> bracketInCode(int caret) const;
    /// The one statement of a script that is no SQL.
    sql::StatementIndex::Change updatePiece();
    /// The line whose fold holds this one: itself, or the nearest above; -1 without any.
    [[nodiscard]] int lineOfFoldAround(int line) const;
    /// What the lexer knows at the begin of a line, which it has coloured up to here.
    [[nodiscard]] int lexStateOf(int line) const;
    /// Whether a fold begins on this line, without looking for its end.
    [[nodiscard]] bool beginsFold(int line) const;
    /// First and last lines of all folds, in order.
    [[nodiscard]] std::vector<std::pair<int, int>> foldLines() const;
    void updateOverview();
    void stepStatement(bool forward);

    ScriptLanguage m_language = ScriptLanguage::FlinkSql;
    sql::StatementIndex m_index; ///< of SQL
    std::vector<sql::Statement> m_piece; ///< the whole of anything else; empty when nothing is written
    int m_current = -1;
    int m_lines = 1; ///< when the folds were last looked at
    QTimer m_changed; ///< gathers the changes of one turn of the event loop
    SqlLexer* m_lexer = nullptr;
    std::unique_ptr<EditorMarks> m_marks;
    std::unique_ptr<EditorGutter> m_gutter;
    std::unique_ptr<EditorProblems> m_problems;
    EditorCompleter* m_completer = nullptr;
};

} // namespace millrace
