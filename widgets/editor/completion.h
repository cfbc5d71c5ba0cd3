// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scriptlanguage.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace millrace {

enum class CompletionKind {
    Keyword,
    Function,
    Type,
    Catalog,
    Database,
    Table,
    View,
    Column,
    TimeColumn,
    Name,
    Option,
    Value
};

/// One line of the completion list.
struct CompletionItem {
    QString text; ///< what is shown and matched
    CompletionKind kind = CompletionKind::Keyword;
    QString detail; ///< its type: "TIMESTAMP(3)", "Kafka"
    QString origin; ///< where it comes from: "orders", "temporary"
    QString documentation; ///< plain text beside the list
    QString insert; ///< what is inserted; empty: text

    friend bool operator==(const CompletionItem&, const CompletionItem&) = default;
};

/// What is asked of whoever knows tables and columns. The answer goes to SqlEditor::setCompletions with the same
/// generation; a late one is dropped.
struct CompletionRequest {
    quint64 generation = 0;
    QString statement; ///< as it stands in the editor
    int offset = 0; ///< of the caret in statement, UTF-16 units
    QString prefix; ///< the word before the caret
};

/// How well text fits what was typed: lower is better, negative does not fit. Start, then start of a word, then inside.
[[nodiscard]] int completionRank(const QString& text, const QString& prefix);

/// The words of FlinkSQL that begin with prefix: keywords, functions, types.
[[nodiscard]] std::vector<CompletionItem> wordCompletions(const QString& prefix);
/// The words of a language that is no SQL.
[[nodiscard]] std::vector<CompletionItem> codeWordCompletions(ScriptLanguage language);
/// The names in a piece of a script in such a language, without the one under the caret.
[[nodiscard]] std::vector<CompletionItem> codeNameCompletions(
    ScriptLanguage language, const QString& script, qsizetype caret);
/// The names that stand in a piece of a script and fit prefix, without the one under the caret.
[[nodiscard]] std::vector<CompletionItem> nameCompletions(QStringView script, const QString& prefix, qsizetype caret);

} // namespace millrace
