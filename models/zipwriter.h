// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

class QIODevice;

namespace millrace {

/// Writes a zip file (PKWARE APPNOTE 6.3: deflated entries, UTF-8 names, no Zip64) entry by entry to a device. For
/// bundles of some megabytes: each entry is in memory while it is written.
class ZipWriter {
public:
    /// device is open for writing and outlives the writer. Times are written in local time, as zip has them.
    explicit ZipWriter(QIODevice& device, QDateTime time = QDateTime::currentDateTime());

    /// name is a relative path with "/"; the same name twice, an absolute one, one with ".." or one that is too long is
    /// an Error of kind Usage.
    Result<void> add(const QString& name, const QByteArray& content);
    /// Writes the list of contents. Nothing can be added after.
    Result<void> finish();

private:
    struct Entry {
        QByteArray name;
        quint32 crc = 0;
        quint32 packed = 0;
        quint32 size = 0;
        quint32 offset = 0;
        quint16 method = 0;
    };

    Result<void> write(const QByteArray& bytes);
    [[nodiscard]] QByteArray fieldsOf(const Entry& entry) const;

    QIODevice& m_device;
    QDateTime m_time;
    std::vector<Entry> m_entries;
    qint64 m_written = 0;
};

} // namespace millrace
