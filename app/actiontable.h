// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <span>

namespace millrace {

/// The menus, in the order of the menu bar.
enum class MenuId { File, Edit, View, Run, Jobs, Tools, Help };

/// One row of the table of actions. text and menu titles are translated in the context "Actions".
struct ActionSpec {
    const char* id;
    const char* text;
    const char* icon; ///< empty for none
    const char* keys; ///< portable text; several separated by "; "
    MenuId menu;
    bool startsGroup = false; ///< a separator stands before it
    bool checkable = false;
};

std::span<const ActionSpec> actionTable();
const char* menuTitle(MenuId menu);

} // namespace millrace
