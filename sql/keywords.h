// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QStringView>

#include <span>
#include <string_view>

namespace millrace::sql {

/// What a bare word means to a highlighter or a completer.
enum class WordClass : quint8 {
    Identifier,
    Keyword, ///< may still be a name where it is not reserved
    Type,
    Function, ///< a function that Flink brings along; it is one only before a (
};

/// In any case of letters. A word that is several things is the first of Type, Keyword, Function: MAP, ROW and ARRAY
/// are types, COUNT is a function.
WordClass classifyWord(QStringView word);
WordClass classifyWord(std::string_view word);

/// True when Flink reads the word as itself, so that a name must be quoted with back quotes.
bool isReservedWord(QStringView word);

/// The tables, in capitals and sorted.
std::span<const std::string_view> reservedWords();
std::span<const std::string_view> keywords();
std::span<const std::string_view> typeNames();
std::span<const std::string_view> functionNames();

} // namespace millrace::sql
