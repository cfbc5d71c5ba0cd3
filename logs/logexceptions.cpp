// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logexceptions.h"

#include "logs/logtext.h"
#include "logs/textscan.h"

#include <algorithm>

namespace millrace {

using namespace std::string_view_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kLongestHead = 1000;
constexpr qsizetype kShownMessage = 300;

bool isFrame(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    return text.starts_with("at "sv) && text.find('(') != text.npos;
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
        || c == '$';
}

/// The name of an exception class in text and where its message begins; empty without one. "[thread] c.d.Foo - failed
/// java.lang.IllegalStateException: no" has one in its middle.
std::string_view exceptionName(std::string_view text, std::size_t& end)
{
    for (const std::string_view mark : {"Exception"sv, "Error"sv, "Throwable"sv, "Failure"sv}) {
        for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
            end = at + mark.size();
            if (end < text.size() && isNameCharacter(text[end]) && text[end] != '.') {
                continue;
            }
            std::size_t begin = at;
            while (begin > 0 && isNameCharacter(text[begin - 1])) {
                --begin;
            }
            const std::string_view name = text.substr(begin, end - begin);
            if (name.find('.') != name.npos) {
                return name;
            }
        }
    }
    return {};
}

/// What two messages of one cause have in common: numbers and ids become #.
QString pattern(const QString& message)
{
    QString result;
    result.reserve(message.size());
    qsizetype i = 0;
    while (i < message.size()) {
        if (!message[i].isLetterOrNumber()) {
            result += message[i++];
            continue;
        }
        qsizetype end = i;
        bool digit = false;
        while (end < message.size() && message[end].isLetterOrNumber()) {
            digit = digit || message[end].isDigit();
            ++end;
        }
        if (digit) {
            result += u'#';
        } else {
            result += QStringView(message).sliced(i, end - i);
        }
        i = end;
    }
    return result;
}

} // namespace

void LogExceptionCounter::line(qint64 number, std::string_view text, bool begins, qint64 localMs)
{
    if (begins) {
        endRecord();
        m_record = number;
        m_recordMs = localMs;
        m_candidate.assign(text.substr(0, kLongestHead));
        m_candidateIsCause = false;
        return;
    }
    if (text.empty()) {
        return;
    }
    if (text.front() == ' ' || text.front() == '\t') {
        if (!m_candidate.empty() && isFrame(text)) {
            if (m_cause.empty() || m_candidateIsCause) {
                m_cause = m_candidate;
            }
            m_candidate.clear();
        }
        return;
    }
    std::string_view head = text;
    m_candidateIsCause = takePrefix(head, "Caused by: "sv);
    m_candidate.assign(head.substr(0, kLongestHead));
}

void LogExceptionCounter::endRecord()
{
    if (!m_cause.empty()) {
        note(m_groups, m_places, m_cause, std::max<qint64>(m_record, 0), m_recordMs);
        ++m_total;
    }
    m_cause.clear();
    m_candidate.clear();
}

void LogExceptionCounter::note(QList<LogExceptionGroup>& groups, QHash<QString, qsizetype>& places,
    const std::string& cause, qint64 line, qint64 localMs)
{
    std::string_view text = cause;
    std::size_t end = 0;
    const std::string_view name = exceptionName(text, end);
    QString type = name.empty() ? QString() : QString::fromLatin1(name.data(), qsizetype(name.size()));
    text.remove_prefix(name.empty() ? 0 : end);
    takePrefix(text, ":"sv);
    const QString message = logLineText(text).trimmed();
    const QString key = type + u'\n' + pattern(message);
    auto place = places.constFind(key);
    if (place == places.constEnd()) {
        if (groups.size() >= kMostGroups) {
            return;
        }
        groups.push_back({.type = type, .message = message.left(kShownMessage), .first = line, .firstMs = localMs});
        place = places.insert(key, groups.size() - 1);
    }
    LogExceptionGroup& group = groups[*place];
    ++group.count;
    group.last = line;
    group.lastMs = localMs;
    if (group.lines.size() < kMostLines) {
        group.lines.push_back(line);
    }
}

QList<LogExceptionGroup> LogExceptionCounter::groups() const
{
    QList<LogExceptionGroup> groups = m_groups;
    if (!m_cause.empty()) {
        QHash<QString, qsizetype> places = m_places;
        note(groups, places, m_cause, std::max<qint64>(m_record, 0), m_recordMs);
    }
    std::stable_sort(groups.begin(), groups.end(),
        [](const LogExceptionGroup& a, const LogExceptionGroup& b) { return a.count > b.count; });
    return groups;
}

} // namespace millrace
