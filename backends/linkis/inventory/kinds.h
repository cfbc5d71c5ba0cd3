// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inventory.h"

/// What a gateway keeps, as kinds of the page of servers.
namespace millrace::linkis::kinds {

/// Ids of the kinds.
namespace ids {
inline constexpr QLatin1StringView tasks{"tasks"};
inline constexpr QLatin1StringView files{"files"};
inline constexpr QLatin1StringView engines{"engines"};
inline constexpr QLatin1StringView resources{"resources"};
inline constexpr QLatin1StringView sources{"datasources"};
inline constexpr QLatin1StringView variables{"variables"};
inline constexpr QLatin1StringView configuration{"configuration"};
inline constexpr QLatin1StringView services{"services"};
inline constexpr QLatin1StringView account{"account"};
} // namespace ids

/// Ids of the actions; most are the name of the call that does it.
namespace actions {
inline constexpr QLatin1StringView search{"tasks.search"};
inline constexpr QLatin1StringView openCode{"tasks.code"};
inline constexpr QLatin1StringView kill{"tasks.kill"};
inline constexpr QLatin1StringView exportSet{"filesystem.resultsetToExcel"};
inline constexpr QLatin1StringView exportAll{"filesystem.resultsetsToExcel"};
inline constexpr QLatin1StringView newFolder{"filesystem.createNewDir"};
inline constexpr QLatin1StringView newFile{"filesystem.createNewFile"};
inline constexpr QLatin1StringView openFile{"files.open"};
inline constexpr QLatin1StringView saveFile{"filesystem.saveScript"};
inline constexpr QLatin1StringView renameFile{"filesystem.rename"};
inline constexpr QLatin1StringView deleteFile{"filesystem.deleteDirOrFile"};
inline constexpr QLatin1StringView downloadFile{"filesystem.download"};
inline constexpr QLatin1StringView killEngine{"linkisManager.rm.enginekill"};
inline constexpr QLatin1StringView trySource{"data-source-manager.connect"};
inline constexpr QLatin1StringView expireSource{"data-source-manager.expire"};
inline constexpr QLatin1StringView setVariable{"variables.set"};
inline constexpr QLatin1StringView removeVariable{"variables.remove"};
inline constexpr QLatin1StringView setSetting{"configuration.saveFullTree"};
inline constexpr QLatin1StringView logInAgain{"user.login"};
} // namespace actions

std::vector<InventoryKind> all();

/// A field of an action's form.
FormField field(const QString& id, const QString& label, FieldKind kind = FieldKind::Text, const QString& help = {});

} // namespace millrace::linkis::kinds
