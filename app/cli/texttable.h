// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace millrace::cli {

/// Rows in columns for a terminal, the first of them as the head. Chinese characters count two columns, line breaks and
/// control characters become spaces, and nothing stands behind the last text of a line.
QString asTable(const std::vector<QStringList>& rows);

/// The text on one line.
QString onOneLine(const QString& text);

} // namespace millrace::cli
