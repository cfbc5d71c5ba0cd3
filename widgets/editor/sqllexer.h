// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scriptlanguage.h"
#include "sql/token.h"
#include "widgets/common/tokens.h"

#include <Qsci/qscilexercustom.h>

#include <functional>
#include <string>
#include <string_view>

namespace millrace {

class Theme;

/// Colours a script: SQL by the tokenizer of sql/, other languages by CodeScanner. What must be remembered from line to
/// line stands in Scintilla's line state, so an edit is read again from its own line on; and when the state behind the
/// edited lines is as before, the colours further down are taken as they are.
class SqlLexer : public QsciLexerCustom {
    Q_OBJECT

public:
    /// Numbers in Scintilla's style buffer. Pairs look alike: neighbours in different styles are drawn apart, which is
    /// what keeps a font from joining -- or <= into one sign.
    enum Style {
        Plain,
        Keyword,
        Function,
        Type,
        String,
        Number,
        Comment,
        CommentEdge,
        Quoted,
        Hint,
        HintEdge,
        Variable,
        Operator,
        OperatorEdge,
        StyleCount,
    };

    /// beforeStyling is called first of all each time: the last chance to tell of a change.
    SqlLexer(QObject* parent, std::function<void()> beforeStyling);

    void applyLook(const Theme& theme);
    /// Colours the whole text anew.
    void setScriptLanguage(ScriptLanguage language);
    /// Must hear of every change of the buffer before it is styled again.
    void bufferEdited(int byteOffset, int removedBytes, int addedBytes);

    [[nodiscard]] const char* language() const override { return "script"; }

    [[nodiscard]] QString description(int style) const override;
    [[nodiscard]] QColor defaultColor(int style) const override;
    [[nodiscard]] QColor defaultPaper(int style) const override;
    [[nodiscard]] QFont defaultFont(int style) const override;
    void styleText(int start, int end) override;

    [[nodiscard]] static Token tokenOf(int style);

private:
    /// Appends the styles of one line to m_styles; the state goes from its begin to its end.
    void styleLine(std::string_view text, int begin, int end, int& state);
    void styleCodeLine(std::string_view text, int begin, int end, int& state);
    [[nodiscard]] int styleOfWord(std::string_view text, const sql::Token& token, sql::TokenKind before) const;
    void put(int style, qsizetype length);
    void putWithVariables(int style, std::string_view token);
    long send(unsigned int message, long wParam = 0, long lParam = 0) const;

    ScriptLanguage m_language = ScriptLanguage::FlinkSql;
    std::function<void()> m_beforeStyling;
    std::string m_styles;
    int m_styledTo = 0; ///< all before it was styled at some time and is right unless dirty
    int m_dirtyTo = 0; ///< behind it nothing changed since
};

} // namespace millrace
