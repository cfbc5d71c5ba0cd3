// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scriptlanguage.h"

#include <QString>

#include <string_view>

namespace millrace {

/// What a stretch of a text that is no SQL is.
enum class CodeKind : quint8 {
    Space,
    Name, ///< also an unquoted value of HOCON
    Keyword,
    Type,
    Function,
    Key, ///< what a value of JSON or HOCON is given to
    String,
    Number,
    Comment,
    Variable, ///< ${NAME}, $NAME
    Annotation, ///< @name
    Open, ///< ( [ {
    Close,
    Operator,
};

struct CodeToken {
    int offset = 0;
    int length = 0;
    CodeKind kind = CodeKind::Space;

    friend bool operator==(const CodeToken&, const CodeToken&) = default;
};

/// Cuts UTF-8 text in Python, Scala, Shell, JSON or HOCON into tokens that tile it. Reads any text: what nothing closes
/// goes on to the end of the line, or of the text where strings may. What must be remembered from line to line is one
/// number, so a text can be read on from any line.
class CodeScanner {
public:
    /// state is what state() was at the end of the line before; 0 at the start of a text. text ends where reading ends.
    CodeScanner(ScriptLanguage language, std::string_view text, int offset = 0, int state = 0);

    bool next(CodeToken& token);

    [[nodiscard]] int state() const { return m_mode | m_payload << 4; }

private:
    [[nodiscard]] char at(int offset) const;
    [[nodiscard]] int wordEnd(int from) const;
    [[nodiscard]] int readOpenText(); ///< where the string or comment that a line left open ends
    int readString(int from);
    int readToken(CodeKind& kind);
    int readWord(CodeKind& kind);
    int readNumber() const;
    int readHocon(CodeKind& kind);
    int readShell(CodeKind& kind);
    int readVariable() const;
    [[nodiscard]] bool startsComment() const;
    [[nodiscard]] bool givesValue(int offset) const;
    int stringPrefix() const;

    ScriptLanguage m_language;
    std::string_view m_text;
    int m_at;
    int m_mode;
    int m_payload; ///< depth of a comment, or the hash of the word that ends a here-document
    int m_heredoc = 0; ///< announced on this line, begins on the next
    bool m_commandNext = true; ///< Shell: a word here is a command
    bool m_assigning = false; ///< Shell: in the value of a variable; a command may follow
    bool m_nameNext = false; ///< behind def, class, object, …
};

/// "Python", "HOCON": as people call it.
[[nodiscard]] QString languageName(ScriptLanguage language);
/// What makes a line a comment; empty where there are no comments.
[[nodiscard]] QString lineCommentOf(ScriptLanguage language);

} // namespace millrace
