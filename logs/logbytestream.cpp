// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logbytestream.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace millrace {

namespace {

constexpr qsizetype kBeginning = 256;

bool mustBeConverted(const LogFile& file)
{
    std::array<char, 2> head{};
    if (file.read(0, head) < 2) {
        return false;
    }
    const auto first = quint8(head[0]);
    const auto second = quint8(head[1]);
    return (first == 0x1f && second == 0x8b) || (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
}

} // namespace

LogByteStream::LogByteStream(QStringList files) : m_files(std::move(files)) { }

QString LogByteStream::problem() const
{
    return m_refused.isEmpty() ? m_damage : m_refused;
}

qint64 LogByteStream::here() const
{
    return m_packed ? m_packed->position() : m_position;
}

qint64 LogByteStream::total() const
{
    qint64 sum = m_doneBefore + std::max(here(), m_packed ? m_packed->size() : m_plain ? m_plain->size() : 0);
    for (qsizetype i = m_next; i < m_files.size(); ++i) {
        sum += QFileInfo(m_files[i]).size();
    }
    return sum;
}

bool LogByteStream::openNext()
{
    while (m_next < m_files.size()) {
        const bool newest = m_next + 1 == m_files.size();
        const QString path = m_files[m_next];
        Result<std::shared_ptr<LogFile>> file = LogFile::open(path);
        if (!file) {
            (newest ? m_refused : m_damage) = file.error().message;
            if (newest) {
                return false; // tried again the next time
            }
            ++m_next;
            continue;
        }
        m_refused.clear();
        m_doneBefore += here();
        m_position = 0;
        m_plain.reset();
        m_packed.reset();
        m_beginning.clear();
        m_path = path;
        ++m_next;
        if (!mustBeConverted(**file)) {
            m_plain = *file;
            return true;
        }
        if (Result<LogInput> input = LogInput::open(path)) {
            m_packed.emplace(std::move(*input));
            return true;
        } else {
            m_damage = input.error().message;
        }
    }
    return false;
}

bool LogByteStream::wasCutOff()
{
    if (m_plain->size() < m_position) {
        return true;
    }
    QByteArray beginning(std::min<qint64>(kBeginning, m_position), Qt::Uninitialized);
    const qint64 count = m_plain->read(0, {beginning.data(), std::size_t(beginning.size())});
    beginning.truncate(std::max<qint64>(count, 0));
    const bool other = !beginning.startsWith(m_beginning);
    m_beginning = beginning;
    return other;
}

bool LogByteStream::isReplaced()
{
    return !m_plain->isAt(m_path) && QFileInfo::exists(m_path);
}

LogByteStream::Event LogByteStream::next(std::span<char> buffer, std::size_t& count)
{
    count = 0;
    for (;;) {
        if (!m_plain && !m_packed) {
            return openNext() ? Event::NewFile : Event::End;
        }
        if (m_packed) {
            const Result<qsizetype> read = m_packed->read(buffer);
            if (read && *read > 0) {
                count = std::size_t(*read);
                return Event::Bytes;
            }
            if (!read) {
                m_damage = read.error().message;
            }
            return m_next < m_files.size() && openNext() ? Event::NewFile : Event::End;
        }
        const bool newest = m_next >= m_files.size();
        if (newest && wasCutOff()) {
            m_position = 0;
            m_beginning.clear();
            return Event::Truncated;
        }
        const qint64 read = m_plain->read(m_position, buffer);
        if (read > 0) {
            m_position += read;
            count = std::size_t(read);
            return Event::Bytes;
        }
        if (newest && !isReplaced()) {
            return Event::End;
        }
        m_next = newest ? m_files.size() - 1 : m_next;
        const bool opened = openNext();
        if (!opened) {
            m_next = m_files.size(); // the old one stays until the new one may be read
        }
        return opened ? Event::NewFile : Event::End;
    }
}

} // namespace millrace
