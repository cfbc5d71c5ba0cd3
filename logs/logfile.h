// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <memory>
#include <span>

namespace millrace {

/// An open file that is read at any place and from any thread. Nothing is mapped: a log that is truncated while it is
/// read must not end the program. What was renamed or removed stays readable.
class LogFile {
public:
    static Result<std::shared_ptr<LogFile>> open(const QString& path);
    /// A file without a name for what is unpacked or fetched; it vanishes with this object.
    static Result<std::shared_ptr<LogFile>> temporary();
    ~LogFile();
    Q_DISABLE_COPY_MOVE(LogFile)

    /// Bytes read, fewer than asked for at the end; -1 when reading fails.
    [[nodiscard]] qint64 read(qint64 offset, std::span<char> buffer) const;
    [[nodiscard]] Result<void> append(std::string_view bytes);
    [[nodiscard]] qint64 size() const;
    /// Whether path still names this very file.
    [[nodiscard]] bool isAt(const QString& path) const;

private:
    explicit LogFile(int descriptor) : m_descriptor(descriptor) { }

    int m_descriptor;
    qint64 m_appended = 0;
};

} // namespace millrace
