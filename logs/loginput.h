// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>

#include <memory>
#include <span>
#include <vector>

namespace millrace {

/// Reads a log file in pieces, as UTF-8 or as whatever eight-bit text it holds. What is packed with gzip is unpacked
/// (also several members one after the other), UTF-16 with a byte order mark is turned into UTF-8, a UTF-8 mark is
/// dropped. Holds one buffer, whatever the size of the file.
class LogInput {
    Q_DECLARE_TR_FUNCTIONS(LogInput)

public:
    static Result<LogInput> open(const QString& path);

    LogInput(LogInput&&) noexcept;
    LogInput& operator=(LogInput&&) noexcept;
    ~LogInput();

    /// Fills some of buffer; 0 at the end. A damaged .gz gives what could be unpacked and then an error.
    [[nodiscard]] Result<qsizetype> read(std::span<char> buffer);

    /// Bytes of the file itself: how far reading has come, and all of them.
    [[nodiscard]] qint64 position() const { return m_consumed; }

    [[nodiscard]] qint64 size() const { return m_size; }

    [[nodiscard]] bool isPacked() const { return m_inflate != nullptr; }

private:
    struct Inflater;

    LogInput();
    [[nodiscard]] Result<qsizetype> readRaw(std::span<char> buffer);
    [[nodiscard]] Result<qsizetype> readPacked(std::span<char> buffer);
    [[nodiscard]] Result<qsizetype> readUtf16(std::span<char> buffer);
    [[nodiscard]] Result<qsizetype> fill();

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<Inflater> m_inflate;
    std::unique_ptr<QStringDecoder> m_utf16;
    std::vector<char> m_buffer; ///< bytes read from the file and not handed on yet
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    QByteArray m_decoded; ///< text of a UTF-16 file that did not fit
    qint64 m_consumed = 0;
    qint64 m_size = 0;
};

} // namespace millrace
