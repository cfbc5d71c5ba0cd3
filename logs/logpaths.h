// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace millrace {

/// Files for what a person wrote: names as they are, patterns with *, ? and [] in any part of the path replaced by the
/// files that match, sorted. A pattern without a match stays, so that opening it can say what is missing.
[[nodiscard]] QStringList expandLogPaths(const QStringList& patterns);

/// What the files of one rotated log have in common: folder and name without ".gz" and without the date or number that
/// rotation put there. server.log, server.log.1, server.log.2020-07-01-06.gz and server-2020-07-01.log are one set.
[[nodiscard]] QString rotationStem(const QString& path);

} // namespace millrace
