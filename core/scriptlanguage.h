// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace millrace {

/// What a script is written in. SQL of all kinds is run statement by statement; the others are one piece, or what is
/// selected of it.
enum class ScriptLanguage { FlinkSql, SparkSql, HiveSql, Python, Scala, Shell, Json, Hocon };

/// By a file's ending, without the dot: "sql" says only that it is SQL, so it gives nothing, as an unknown one does.
[[nodiscard]] std::optional<ScriptLanguage> languageOfSuffix(QStringView suffix);

/// Whether texts of it are split into statements that run one by one.
[[nodiscard]] bool isSql(ScriptLanguage language);

} // namespace millrace
