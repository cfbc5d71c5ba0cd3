// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/statementkind.h"

#include <QStringView>

#include <string_view>
#include <vector>

namespace millrace::sql {

/// One statement of a script, as a place in the script's text. Offsets are code units of that text: UTF-16 units of a
/// QString, bytes of UTF-8.
///
/// The statement itself is [offset, offset + length): from its first token that is no comment to the last character
/// before its ; that is no white space. The stretch of text that belongs to it is [begin, end): from behind the
/// previous statement, with the comments and empty lines above it, to behind its own ;. These stretches tile the text
/// from the first statement to the last; only what stands behind the last one belongs to none.
struct Statement {
    int begin = 0;
    int offset = 0;
    int length = 0;
    int end = 0;
    StatementKind kind = StatementKind::Unknown;
    bool terminated = false; ///< it ends with a ; of its own
    /// Its last token is a string, comment or hint that nothing closes, or a statement set without END.
    bool unfinished = false;

    [[nodiscard]] int textEnd() const { return offset + length; }

    [[nodiscard]] QStringView text(QStringView script) const { return script.sliced(offset, length); }

    [[nodiscard]] std::string_view text(std::string_view script) const
    {
        return script.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
    }

    friend bool operator==(const Statement&, const Statement&) = default;
};

/// The statements of a script. A ; in a string, name, comment or hint ends nothing; EXECUTE STATEMENT SET BEGIN … END
/// and BEGIN STATEMENT SET; … END are one statement each; empty statements are none.
std::vector<Statement> splitStatements(QStringView script);
std::vector<Statement> splitStatements(std::string_view utf8Script);

/// The pieces in which a server that takes one statement a call must get this statement. All are one piece, except
/// BEGIN STATEMENT SET; … END;, which Flink reads as BEGIN STATEMENT SET, each INSERT, and END. Offsets count in
/// statement.
std::vector<Statement> partsToSend(QStringView statement);

/// The index of the statement that a cursor at offset stands in, or -1 for a text without statements. Behind a ; on the
/// same line it is the statement before the cursor; in the comments above a statement it is that statement; behind the
/// last one it is the last one. script is the text that the statements were split from.
int statementAt(const std::vector<Statement>& statements, QStringView script, qsizetype offset);
int statementAt(const std::vector<Statement>& statements, std::string_view utf8Script, qsizetype offset);

} // namespace millrace::sql
