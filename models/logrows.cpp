// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logrows.h"

#include "logs/logtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(LogRows)
};

constexpr qsizetype kLevelWithin = 200;

void findLevelWord(LogRow& row)
{
    if (!row.begins || row.level == LogLevel::Unknown) {
        return;
    }
    const QString head = row.text.left(kLevelWithin);
    for (const QString& word : {logLevelText(row.level), u"WARNING"_s, u"SEVERE"_s, u"CRITICAL"_s}) {
        const qsizetype at = head.indexOf(word);
        if (at >= 0) {
            row.levelBegin = int(at);
            row.levelLength = int(word.size());
            return;
        }
    }
}

} // namespace

QString logLevelText(LogLevel level)
{
    switch (level) {
    case LogLevel::Trace:
        return u"TRACE"_s;
    case LogLevel::Debug:
        return u"DEBUG"_s;
    case LogLevel::Info:
        return u"INFO"_s;
    case LogLevel::Warn:
        return u"WARN"_s;
    case LogLevel::Error:
        return u"ERROR"_s;
    case LogLevel::Fatal:
        return u"FATAL"_s;
    case LogLevel::Unknown:
        break;
    }
    return Texts::tr("other");
}

void LogRows::setLog(const LogSnapshot& log)
{
    m_log = log;
    if (m_matches.generation != log.generation()) {
        m_matches = {};
        m_matches.generation = log.generation();
        m_filtered = false;
    }
}

void LogRows::setMatches(const LogMatches& matches)
{
    if (matches.generation == m_log.generation()) {
        m_matches = matches;
        m_filtered = matches.query.isFilter();
    }
}

qint64 LogRows::rowOf(qint64 line) const
{
    const qint64 row = m_filtered ? m_matches.visible.rank(line) : line;
    return std::clamp<qint64>(row, 0, std::max<qint64>(count() - 1, 0));
}

LogRow LogRows::toRow(const LogLine& line, qint64 row) const
{
    const std::string_view bytes(line.bytes.constData(), std::size_t(line.bytes.size()));
    LogRow result{.row = row, .line = line.number, .length = line.length, .text = logLineText(bytes)};
    result.level = line.level;
    result.begins = line.begins;
    result.source = line.source;
    result.cut = line.length > kMostShown;
    if (line.begins) {
        LogLineReader reader;
        if (const LogLineMark mark = reader.read(bytes.substr(0, 4096)); mark.stamp) {
            result.stampLength = int(mark.stamp->length);
            const bool closes = result.stampLength < result.text.size() && result.text[result.stampLength] == u']';
            result.stampLength += closes ? 1 : 0;
        }
    }
    findLevelWord(result);
    return result;
}

std::vector<LogRow> LogRows::rows(qint64 first, qint64 count) const
{
    std::vector<LogRow> result;
    const qint64 end = std::min(first + count, this->count());
    for (qint64 row = std::max<qint64>(first, 0); row < end;) {
        // Lines that follow each other are read at once.
        const qint64 line = lineOf(row);
        qint64 run = 1;
        while (row + run < end && lineOf(row + run) == line + run) {
            ++run;
        }
        // Where hardly two lines belong together a rule between all of them would tell nothing.
        const bool gap = m_matches.query.context > 0 && row > 0 && lineOf(row - 1) != line - 1;
        m_log.forLines(line, run, kMostShown, [this, &result, &row, line, gap](LogLine&& entry) {
            result.push_back(toRow(entry, row++));
            result.back().gap = gap && entry.number == line;
            return true;
        });
        if (result.empty() || result.back().row != row - 1) {
            break;
        }
    }
    return result;
}

void LogRows::textOf(qint64 firstRow, qint64 lastRow, const std::function<bool(const QByteArray&)>& piece) const
{
    constexpr qint64 kPiece = 1 << 20;
    for (qint64 row = firstRow; row <= lastRow;) {
        const qint64 line = lineOf(row);
        qint64 run = 1;
        while (row + run <= lastRow && lineOf(row + run) == line + run && run < LogIndexChunk::kLines) {
            ++run;
        }
        qint64 offset = m_log.offsetOf(line);
        const qint64 end = m_log.offsetOf(line + run);
        while (offset < end) {
            QByteArray bytes(std::min(kPiece, end - offset), Qt::Uninitialized);
            const qint64 count = m_log.read(offset, {bytes.data(), std::size_t(bytes.size())});
            if (count <= 0) {
                return;
            }
            bytes.truncate(count);
            offset += count;
            if (offset >= end && !bytes.endsWith('\n')) {
                bytes += '\n';
            }
            if (!piece(bytes)) {
                return;
            }
        }
        row += run;
    }
}

} // namespace millrace
