// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

class QSaveFile;

namespace millrace::cli {

/// Where a command's data goes: stdout, or a file that appears under its name only when commit() says so. write() may
/// be called from any thread, by one at a time.
class Output {
public:
    /// stdout for an empty path. Devices and pipes are written directly.
    static Result<std::unique_ptr<Output>> open(const QString& path);
    ~Output();

    void write(std::string_view bytes);
    void write(const QString& text);
    /// What waits goes out, so that a person or a pipe sees it now.
    void flush();

    /// Nobody reads any more (a closed pipe) or nothing can be written (a full disk): writing does nothing from now on.
    [[nodiscard]] bool isBroken() const { return m_broken; }

    /// True when it is broken because the reader of a pipe went away, which is no error.
    [[nodiscard]] bool isClosedPipe() const { return m_closedPipe; }

    /// Ends the output well: a file gets its name.
    Result<void> commit();
    /// Ends it and leaves a file of that name as it was.
    void discard();

    /// Called once, in the thread that wrote, when it breaks. Set it before the first write().
    void setBrokenNotifier(std::function<void()> notifier) { m_notifier = std::move(notifier); }

    /// Looks whether a pipe's reader is gone, without writing: a quiet result must not wait for its next row to notice.
    void checkReader();

    [[nodiscard]] bool isTerminal() const;

private:
    Output() = default;
    void writeOut(std::string_view bytes);
    void setBroken(int number);

    std::unique_ptr<QSaveFile> m_file;
    QString m_path;
    int m_descriptor = -1;
    bool m_owned = false; ///< m_descriptor is to be closed
    std::string m_buffer;
    std::atomic<bool> m_broken = false;
    std::atomic<bool> m_closedPipe = false;
    std::atomic<int> m_errno = 0;
    std::function<void()> m_notifier;
};

} // namespace millrace::cli
