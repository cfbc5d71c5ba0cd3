// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>

namespace millrace {

/// A body of multipart/form-data, as servers take files.
struct Multipart {
    QByteArray contentType; ///< with its boundary
    QByteArray body;
};

/// files: field names and paths. A Storage error names the file that cannot be read.
Result<Multipart> multipart(const QList<QPair<QString, QString>>& texts, const QList<QPair<QString, QString>>& files);

} // namespace millrace
