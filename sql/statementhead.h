// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/statementkind.h"
#include "sql/token.h"

#include <array>
#include <string_view>

/// The first words of a statement, by which its kind is told. Inner to sql/.
namespace millrace::sql {

/// The words that begin statements. Name stands for any other word, a quoted name or a string, Symbol for the rest.
enum class HeadWord : quint8 {
    None,
    Name,
    Symbol,
    Add,
    Alter,
    Analyze,
    And,
    As,
    Begin,
    Call,
    Case,
    Catalog,
    Catalogs,
    Clear,
    Columns,
    Compile,
    Connection,
    Connections,
    Create,
    Current,
    Database,
    Databases,
    Delete,
    Desc,
    Describe,
    Drop,
    End,
    Execute,
    Exit,
    Explain,
    Extended,
    Full,
    Function,
    Functions,
    Help,
    Insert,
    Into,
    Jar,
    Jars,
    Job,
    Jobs,
    Load,
    Materialized,
    Merge,
    Model,
    Models,
    Module,
    Modules,
    Or,
    Overwrite,
    Partitions,
    Plan,
    Procedures,
    Quit,
    Remove,
    Replace,
    Reset,
    Select,
    Set,
    Show,
    Statement,
    Stop,
    System,
    Table,
    Tables,
    Temporary,
    Truncate,
    Unload,
    Update,
    Upsert,
    Use,
    User,
    Values,
    View,
    Views,
    With,
};

HeadWord headWord(std::u16string_view word);
HeadWord headWord(std::string_view word);

/// Collects as many words as any kind needs.
struct StatementHead {
    static constexpr int capacity = 8;

    std::array<HeadWord, capacity> words{};
    int count = 0;

    [[nodiscard]] bool isFull() const { return count == capacity; }

    [[nodiscard]] HeadWord at(int i) const { return i < count ? words[static_cast<std::size_t>(i)] : HeadWord::None; }

    /// Opening parentheses before the first word are left out: (SELECT …) is a SELECT.
    template <typename Char> void add(const Token& token, std::basic_string_view<Char> text)
    {
        if (token.kind == TokenKind::LeftParen && count == 0) {
            return;
        }
        HeadWord word = HeadWord::Symbol;
        if (token.kind == TokenKind::Word) {
            word =
                headWord(text.substr(static_cast<std::size_t>(token.offset), static_cast<std::size_t>(token.length)));
        } else if (isQuoted(token.kind)) {
            word = HeadWord::Name;
        }
        words[static_cast<std::size_t>(count++)] = word;
    }
};

StatementKind kindOf(const StatementHead& head);

} // namespace millrace::sql
