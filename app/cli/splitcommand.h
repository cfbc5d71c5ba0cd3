// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace millrace::cli {

/// millrace split FILE [--format text|json]: the statements of a script with place and kind.
int splitCommand(const QStringList& arguments);

/// What `--format json` prints: [{"line","column","endLine","endColumn","kind","text"}], one statement a line. Ends are
/// exclusive; columns count Unicode characters.
QByteArray statementsAsJson(const QString& script);
/// One statement a line: LINE:COLUMN, kind and the beginning of its text, between tabs.
QByteArray statementsAsText(const QString& script);

} // namespace millrace::cli
