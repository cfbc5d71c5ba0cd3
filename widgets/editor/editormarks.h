// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/statementmark.h"
#include "sql/statementindex.h"

#include <string_view>
#include <vector>

namespace millrace {

/// Where the runs of a script stand while its text is edited. Each mark is held by the place of its statement's first
/// word. A finished mark is shown only while the statement's text is the one that ran; an undo brings it back.
class EditorMarks {
public:
    struct Mark {
        quint64 id = 0;
        RunState state = RunState::NotRun;
        QString note;
        int anchor = 0; ///< byte offset of the statement's first word
        size_t textHash = 0;
        bool stale = false; ///< the text is another one now

        /// What to show.
        [[nodiscard]] RunState shownState() const;
        [[nodiscard]] bool isActive() const;
    };

    using Statements = std::vector<sql::Statement>;

    quint64 set(
        int statement, RunState state, const QString& note, const Statements& statements, std::string_view text);
    /// False when there is no such mark.
    bool update(quint64 id, RunState state, const QString& note);

    void clear() { m_marks.clear(); }

    /// Before the statements are split anew: the old ones and the edit.
    void beforeEdit(const Statements& old, int offset, int removed, int added);
    /// Afterwards.
    void afterEdit(const Statements& statements, std::string_view text, const sql::StatementIndex::Change& change);

    [[nodiscard]] const Mark* find(quint64 id) const;
    /// The mark of a statement, or null.
    [[nodiscard]] const Mark* of(const sql::Statement& statement) const;

    [[nodiscard]] const std::vector<Mark>& marks() const { return m_marks; } ///< by place

    /// The statement in whose stretch a byte offset lies; -1 behind the last one.
    [[nodiscard]] static int statementHolding(const Statements& statements, int offset);

private:
    std::vector<Mark> m_marks;
    quint64 m_nextId = 1;
};

} // namespace millrace
