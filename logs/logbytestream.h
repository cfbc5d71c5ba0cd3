// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logfile.h"
#include "logs/loginput.h"

#include <QStringList>

#include <optional>

namespace millrace {

/// The bytes of one log from its oldest file to the end of its newest, and on while that one grows: over rotation
/// (renamed and made again), truncation in place, packed files and files that may not be read for a while. Never waits.
class LogByteStream {
public:
    /// files from the oldest to the newest.
    explicit LogByteStream(QStringList files);

    enum class Event {
        Bytes,
        NewFile, ///< what comes now is of another file; isPlain() and file() tell which
        Truncated, ///< the newest file was cut off and written anew: its bytes come again from the beginning
        End, ///< nothing more for now
    };

    /// What comes next; for Bytes, count of them are in buffer.
    Event next(std::span<char> buffer, std::size_t& count);

    /// Whether the bytes are those of the file itself, so that they can be read again from there.
    [[nodiscard]] bool isPlain() const { return m_plain != nullptr; }

    [[nodiscard]] const std::shared_ptr<LogFile>& file() const { return m_plain; }

    [[nodiscard]] const QString& path() const { return m_path; }

    /// Why something could not be read; empty when all is well.
    [[nodiscard]] QString problem() const;

    /// Bytes of the files: read so far, and all of them.
    [[nodiscard]] qint64 done() const { return m_doneBefore + here(); }

    [[nodiscard]] qint64 total() const;

private:
    bool openNext();
    [[nodiscard]] bool wasCutOff();
    [[nodiscard]] bool isReplaced();
    [[nodiscard]] qint64 here() const;

    QStringList m_files;
    qsizetype m_next = 0;
    QString m_path;
    std::shared_ptr<LogFile> m_plain;
    std::optional<LogInput> m_packed;
    qint64 m_position = 0;
    qint64 m_doneBefore = 0;
    QByteArray m_beginning; ///< of the newest file, by which a new one is told from the old
    QString m_damage; ///< of a packed file
    QString m_refused; ///< the newest file cannot be opened at the moment
};

} // namespace millrace
