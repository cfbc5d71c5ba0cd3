// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace millrace::cli {

/// The text of a script and what messages call it.
struct ScriptSource {
    QString name; ///< the path as it was given, "-" for stdin, "-e" for the command line
    QString text;
};

/// Reads a UTF-8 file, or stdin for "-". A byte order mark is left out, so that columns count as editors show them.
Result<ScriptSource> readScript(const QString& path);

} // namespace millrace::cli
