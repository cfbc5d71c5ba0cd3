// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>

namespace millrace {

/// Follows a log that is being written, also over truncation and rotation. Call poll() now and then; it never waits.
class GrowingFile {
public:
    explicit GrowingFile(QString path);

    /// What a call of poll() saw.
    struct Progress {
        qint64 bytes = 0; ///< handed to onBytes
        bool startedAnew = false; ///< the file was truncated or replaced, so bytes are of its new beginning
    };

    /// Hands what came since the last call to onBytes, in pieces of at most 1 MB and most bytes per call; onRestart is
    /// called before the bytes of a new beginning. A file that is away for the moment is no error while it was seen
    /// before: rotation takes it away and makes it again.
    [[nodiscard]] Result<Progress> poll(const std::function<void(QByteArrayView)>& onBytes,
        const std::function<void()>& onRestart = {}, qint64 most = 64 << 20);

    [[nodiscard]] const QString& path() const { return m_path; }

    [[nodiscard]] qint64 position() const { return m_position; }

private:
    QString m_path;
    QByteArray m_beginning; ///< first bytes of the file, by which a new one is told from the old
    qint64 m_position = 0;
    bool m_seen = false;
};

} // namespace millrace
