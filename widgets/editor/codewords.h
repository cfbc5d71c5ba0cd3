// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scriptlanguage.h"

#include <span>
#include <string_view>

namespace millrace {

/// The words of a language that is not FlinkSQL, sorted. For SparkSql and HiveSql: the ones FlinkSQL does not have, in
/// capitals.
[[nodiscard]] std::span<const std::string_view> codeKeywords(ScriptLanguage language);
/// Functions that are always there.
[[nodiscard]] std::span<const std::string_view> codeFunctions(ScriptLanguage language);

} // namespace millrace
