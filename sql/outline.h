// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/statements.h"

#include <QString>

namespace millrace::sql {

/// A statement in one line for tabs, history and lists: comments left out, white space folded, cut to maxLength
/// characters with an ellipsis. A definition is cut behind the name it defines: "CREATE TEMPORARY TABLE orders".
QString shortTitle(QStringView statement, int maxLength = 60);

/// What a definition or an INSERT names, as written: "`my db`.orders"; empty where there is none.
QString namedObject(QStringView statement);

} // namespace millrace::sql
