// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>

namespace millrace {

/// One HTTP exchange as the API inspector keeps it. Everything secret is replaced before it gets in here.
struct ApiCall {
    qint64 id = 0;
    QDateTime startedAt; ///< UTC
    QString method;
    QString url; ///< redacted
    QList<QPair<QString, QString>> requestHeaders; ///< redacted
    QString requestBody; ///< redacted, capped
    int status = 0; ///< 0: no answer
    qint64 elapsedMs = 0;
    qint64 responseBytes = 0;
    QString responsePreview; ///< redacted, capped
    QString error; ///< empty when an answer came

    /// A shell command that makes the same call, with secrets as environment names.
    [[nodiscard]] QString toCurl() const;
};

} // namespace millrace
