// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace millrace {

/// An exclusive lock on a file that the kernel drops when its process ends, however it ends. QLockFile would go by
/// process ids, and those come again, in containers at every start.
class FileLock {
public:
    explicit FileLock(QString path);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// Waits that long at most; false when somebody else holds it or the file cannot be made.
    bool lock(std::chrono::milliseconds patience = std::chrono::milliseconds(0));
    /// Unlocks and deletes the file; only for names that are never used again.
    void remove();

private:
    QString m_path;
    int m_descriptor = -1;
};

} // namespace millrace
