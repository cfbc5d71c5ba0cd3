// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scriptlanguage.h"

#include <array>
#include <utility>

namespace millrace {

using namespace Qt::StringLiterals;

std::optional<ScriptLanguage> languageOfSuffix(QStringView suffix)
{
    static constexpr std::array<std::pair<QLatin1StringView, ScriptLanguage>, 9> s_suffixes{{
        {"py"_L1, ScriptLanguage::Python},
        {"scala"_L1, ScriptLanguage::Scala},
        {"sh"_L1, ScriptLanguage::Shell},
        {"json"_L1, ScriptLanguage::Json},
        {"conf"_L1, ScriptLanguage::Hocon},
        {"config"_L1, ScriptLanguage::Hocon},
        {"hocon"_L1, ScriptLanguage::Hocon},
        {"hql"_L1, ScriptLanguage::HiveSql},
        {"hive"_L1, ScriptLanguage::HiveSql},
    }};
    for (const auto& [known, language] : s_suffixes) {
        if (suffix.compare(known, Qt::CaseInsensitive) == 0) {
            return language;
        }
    }
    return {};
}

bool isSql(ScriptLanguage language)
{
    return language == ScriptLanguage::FlinkSql || language == ScriptLanguage::SparkSql
        || language == ScriptLanguage::HiveSql;
}

} // namespace millrace
