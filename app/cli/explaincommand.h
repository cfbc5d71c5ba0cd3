// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace {
class BackendRegistry;
}

namespace millrace::cli {

/// millrace explain (-f FILE | -e SQL): the plans of a script's queries, INSERTs and statement sets.
/// millrace explain --diff OLD NEW: two plans compared, with an opinion on the state; each is a plan file or a script.
int explainCommand(const QStringList& arguments, const BackendRegistry& backends);

/// "--format svg" measures texts, which takes a QGuiApplication.
bool explainNeedsFonts(const QStringList& arguments);

} // namespace millrace::cli
