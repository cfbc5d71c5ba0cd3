// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/loginput.h"

#include <QFileInfo>

#include <zlib.h>

#include <algorithm>
#include <cstring>

namespace millrace {

namespace {

constexpr std::size_t kFileBuffer = 256 * 1024;

} // namespace

struct LogInput::Inflater {
    Inflater() { valid = inflateInit2(&stream, 15 + 32) == Z_OK; }

    ~Inflater() { inflateEnd(&stream); }
    Q_DISABLE_COPY_MOVE(Inflater)

    z_stream stream{};
    bool valid = false;
    bool atMemberEnd = false;
};

LogInput::LogInput() = default;
LogInput::LogInput(LogInput&&) noexcept = default;
LogInput& LogInput::operator=(LogInput&&) noexcept = default;
LogInput::~LogInput() = default;

Result<LogInput> LogInput::open(const QString& path)
{
    LogInput input;
    input.m_file = std::make_unique<QFile>(path);
    if (QFileInfo(path).isDir()) {
        return failure(ErrorKind::Storage, tr("%1 is a folder: name the log files in it.").arg(path));
    }
    if (!input.m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return failure(ErrorKind::Storage,
            tr("%1 cannot be read: check that it exists and that you may read it.").arg(path),
            input.m_file->errorString());
    }
    input.m_size = input.m_file->size();
    input.m_buffer.resize(kFileBuffer);
    if (const Result<qsizetype> filled = input.fill(); !filled) {
        return failure(filled.error());
    }
    const auto byte = [&input](std::size_t i) { return i < input.m_end ? quint8(input.m_buffer[i]) : 0; };
    if (byte(0) == 0x1f && byte(1) == 0x8b) {
        input.m_inflate = std::make_unique<Inflater>();
        if (!input.m_inflate->valid) {
            return failure(ErrorKind::Storage, tr("%1 cannot be unpacked.").arg(path));
        }
    } else if (byte(0) == 0xef && byte(1) == 0xbb && byte(2) == 0xbf) {
        input.m_begin = 3;
    } else if ((byte(0) == 0xff && byte(1) == 0xfe) || (byte(0) == 0xfe && byte(1) == 0xff)) {
        input.m_utf16 = std::make_unique<QStringDecoder>(QStringDecoder::Utf16);
    }
    return input;
}

Result<qsizetype> LogInput::fill()
{
    m_begin = 0;
    m_end = 0;
    const qint64 count = m_file->read(m_buffer.data(), qint64(m_buffer.size()));
    if (count < 0) {
        return failure(ErrorKind::Storage, tr("Reading %1 broke off.").arg(m_file->fileName()), m_file->errorString());
    }
    m_end = std::size_t(count);
    m_consumed += count;
    return qsizetype(count);
}

Result<qsizetype> LogInput::read(std::span<char> buffer)
{
    if (buffer.empty()) {
        return 0;
    }
    if (m_inflate) {
        return readPacked(buffer);
    }
    return m_utf16 ? readUtf16(buffer) : readRaw(buffer);
}

Result<qsizetype> LogInput::readRaw(std::span<char> buffer)
{
    if (m_begin == m_end) {
        const qint64 count = m_file->read(buffer.data(), qint64(buffer.size()));
        if (count < 0) {
            return failure(
                ErrorKind::Storage, tr("Reading %1 broke off.").arg(m_file->fileName()), m_file->errorString());
        }
        m_consumed += count;
        return qsizetype(count);
    }
    const std::size_t count = std::min(buffer.size(), m_end - m_begin);
    std::memcpy(buffer.data(), m_buffer.data() + m_begin, count);
    m_begin += count;
    return qsizetype(count);
}

Result<qsizetype> LogInput::readPacked(std::span<char> buffer)
{
    z_stream& stream = m_inflate->stream;
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = uInt(std::min<std::size_t>(buffer.size(), 1U << 30));
    const uInt room = stream.avail_out;
    while (stream.avail_out == room) {
        if (m_begin == m_end) {
            const Result<qsizetype> filled = fill();
            if (!filled || *filled == 0) {
                if (!filled || m_inflate->atMemberEnd) {
                    return filled;
                }
                return failure(ErrorKind::Storage,
                    tr("%1 ends in the middle of its packed data: what could be unpacked was read.")
                        .arg(m_file->fileName()));
            }
        }
        if (m_inflate->atMemberEnd) {
            if (quint8(m_buffer[m_begin]) != 0x1f) {
                m_begin = m_end; // padding behind the last member, which gzip ignores too
                continue;
            }
            inflateReset(&stream);
            m_inflate->atMemberEnd = false;
        }
        stream.next_in = reinterpret_cast<Bytef*>(m_buffer.data() + m_begin);
        stream.avail_in = uInt(m_end - m_begin);
        const int status = inflate(&stream, Z_NO_FLUSH);
        m_begin = m_end - stream.avail_in;
        if (status == Z_STREAM_END) {
            m_inflate->atMemberEnd = true;
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            if (stream.avail_out != room) {
                break;
            }
            return failure(ErrorKind::Storage,
                tr("%1 is damaged: what could be unpacked was read.").arg(m_file->fileName()),
                QString::fromLatin1(stream.msg));
        }
    }
    return qsizetype(room - stream.avail_out);
}

Result<qsizetype> LogInput::readUtf16(std::span<char> buffer)
{
    while (m_decoded.isEmpty()) {
        if (m_begin == m_end) {
            const Result<qsizetype> filled = fill();
            if (!filled || *filled == 0) {
                return filled;
            }
        }
        const QString text = (*m_utf16)(QByteArrayView(m_buffer.data() + m_begin, qsizetype(m_end - m_begin)));
        m_begin = m_end;
        m_decoded = text.toUtf8();
    }
    const qsizetype count = std::min(m_decoded.size(), qsizetype(buffer.size()));
    std::memcpy(buffer.data(), m_decoded.constData(), std::size_t(count));
    m_decoded.remove(0, count);
    return count;
}

} // namespace millrace
