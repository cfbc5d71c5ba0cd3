// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/zipwriter.h"

#include <QCoreApplication>
#include <QIODevice>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ZipWriter)
};

constexpr quint16 stored = 0;
constexpr quint16 deflated = 8;
constexpr quint16 utf8Names = 1 << 11;
constexpr quint16 versionNeeded = 20;

void put16(QByteArray& bytes, quint16 value)
{
    bytes.append(static_cast<char>(value & 0xFF));
    bytes.append(static_cast<char>(value >> 8));
}

void put32(QByteArray& bytes, quint32 value)
{
    put16(bytes, static_cast<quint16>(value & 0xFFFF));
    put16(bytes, static_cast<quint16>(value >> 16));
}

constexpr std::array<quint32, 256> crcTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1) != 0 ? 0xEDB88320U ^ (value >> 1) : value >> 1;
        }
        table[i] = value;
    }
    return table;
}

quint32 crc32Of(const QByteArray& bytes)
{
    static constexpr std::array<quint32, 256> s_table = crcTable();
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc = s_table[(crc ^ static_cast<quint8>(byte)) & 0xFF] ^ (crc >> 8);
    }
    return ~crc;
}

/// The bare deflate stream: what qCompress() gives without its length, the zlib head and the check sum.
QByteArray deflate(const QByteArray& content)
{
    constexpr qsizetype head = 4 + 2;
    constexpr qsizetype checkSum = 4;
    const QByteArray packed = qCompress(content);
    return packed.size() > head + checkSum ? packed.mid(head, packed.size() - head - checkSum) : QByteArray();
}

bool isFitName(const QString& name)
{
    return !name.isEmpty() && !name.startsWith(u'/') && !name.contains(u'\\') && !name.contains(u':')
        && !name.split(u'/').contains(u".."_s) && name.toUtf8().size() <= std::numeric_limits<quint16>::max();
}

} // namespace

ZipWriter::ZipWriter(QIODevice& device, QDateTime time) : m_device(device), m_time(std::move(time)) { }

Result<void> ZipWriter::write(const QByteArray& bytes)
{
    constexpr qint64 most = std::numeric_limits<quint32>::max();
    if (m_written + bytes.size() > most) {
        return failure(ErrorKind::Storage, Texts::tr("The zip file would be larger than 4 GB: leave some logs out."));
    }
    if (m_device.write(bytes) != bytes.size()) {
        return failure(ErrorKind::Storage, Texts::tr("The zip file cannot be written: %1").arg(m_device.errorString()));
    }
    m_written += bytes.size();
    return {};
}

/// What the head of an entry and the list of contents have in common: version, flags, method, time, check sum, sizes.
QByteArray ZipWriter::fieldsOf(const Entry& entry) const
{
    const QDate date = m_time.date();
    const QTime time = m_time.time();
    QByteArray bytes;
    put16(bytes, versionNeeded);
    put16(bytes, utf8Names);
    put16(bytes, entry.method);
    put16(bytes, static_cast<quint16>((time.hour() << 11) | (time.minute() << 5) | (time.second() / 2)));
    put16(
        bytes, static_cast<quint16>((std::clamp(date.year() - 1980, 0, 127) << 9) | (date.month() << 5) | date.day()));
    put32(bytes, entry.crc);
    put32(bytes, entry.packed);
    put32(bytes, entry.size);
    put16(bytes, static_cast<quint16>(entry.name.size()));
    put16(bytes, 0); // no extra field
    return bytes;
}

Result<void> ZipWriter::add(const QString& name, const QByteArray& content)
{
    const QByteArray utf8 = name.toUtf8();
    const bool twice =
        std::any_of(m_entries.begin(), m_entries.end(), [&utf8](const Entry& entry) { return entry.name == utf8; });
    if (!isFitName(name) || twice) {
        return failure(ErrorKind::Usage, Texts::tr("“%1” cannot be a name in the zip file.").arg(name.left(200)));
    }
    if (m_entries.size() == std::numeric_limits<quint16>::max()) {
        return failure(ErrorKind::Storage, Texts::tr("The zip file would hold too many files."));
    }
    Entry entry{.name = utf8,
        .crc = crc32Of(content),
        .size = static_cast<quint32>(content.size()),
        .offset = static_cast<quint32>(m_written),
        .method = deflated};
    QByteArray packed = deflate(content);
    if (packed.isEmpty() || packed.size() >= content.size()) {
        packed = content;
        entry.method = stored;
    }
    entry.packed = static_cast<quint32>(packed.size());
    QByteArray head;
    put32(head, 0x04034B50);
    head += fieldsOf(entry) + utf8;
    if (auto written = write(head); !written) {
        return written;
    }
    if (auto written = write(packed); !written) {
        return written;
    }
    m_entries.push_back(std::move(entry));
    return {};
}

Result<void> ZipWriter::finish()
{
    const auto start = static_cast<quint32>(m_written);
    QByteArray list;
    for (const Entry& entry : m_entries) {
        put32(list, 0x02014B50);
        put16(list, versionNeeded);
        list += fieldsOf(entry);
        put16(list, 0); // no comment
        put16(list, 0); // first disk
        put16(list, 0); // internal attributes
        put32(list, 0); // external attributes
        put32(list, entry.offset);
        list += entry.name;
    }
    const auto size = static_cast<quint32>(list.size());
    put32(list, 0x06054B50);
    put16(list, 0);
    put16(list, 0);
    put16(list, static_cast<quint16>(m_entries.size()));
    put16(list, static_cast<quint16>(m_entries.size()));
    put32(list, size);
    put32(list, start);
    put16(list, 0);
    return write(list);
}

} // namespace millrace
