// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/statements.h"

namespace millrace::sql {

/// The statements of a text that is being edited. After an edit only the text around it is read again, so that a
/// keystroke in a script of many megabytes costs microseconds. Always equal to splitStatements() of the whole text.
/// Works on a QString (offsets in UTF-16 units) or on UTF-8, such as an editor's own buffer (offsets in bytes); one
/// index must not see both.
class StatementIndex {
public:
    /// Which statements an update replaced: those from first on, removed of the old by added new ones.
    struct Change {
        int first = 0;
        int removed = 0;
        int added = 0;
    };

    void reset(QStringView text);
    void reset(std::string_view utf8Text);

    /// Tells that at offset `removed` units gave way to `added` new ones; text is the whole text afterwards.
    Change update(QStringView text, qsizetype offset, qsizetype removed, qsizetype added);
    Change update(std::string_view utf8Text, qsizetype offset, qsizetype removed, qsizetype added);

    [[nodiscard]] const std::vector<Statement>& statements() const { return m_statements; }

private:
    template <typename Char>
    Change updateAny(std::basic_string_view<Char> text, qsizetype offset, qsizetype removed, qsizetype added);

    std::vector<Statement> m_statements;
};

} // namespace millrace::sql
