// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <span>
#include <vector>

namespace millrace {

/// The files of one broker's log, oldest first.
struct BrokerLogFiles {
    QStringList files;
    qint64 bytes = 0;
};

/// Finds out which files belong together by looking at the beginning and the end of each: the same rotated log, or the
/// same broker at times that do not overlap. Files that cannot be read come as sources of their own.
[[nodiscard]] std::vector<BrokerLogFiles> orderBrokerLogs(std::span<const QString> files);

} // namespace millrace
