// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logpattern.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LogPattern)
};

constexpr qsizetype kShortestRequired = 3;
constexpr std::size_t kLongestForRegex = 1 << 20; ///< of a longer line, expressions see the beginning
constexpr auto kTrusted = QRegularExpression::DontCheckSubjectStringMatchOption;

bool isAscii(const QString& text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

std::size_t lineEnd(std::string_view text, std::size_t from)
{
    const std::size_t end = text.find('\n', from);
    return end == text.npos ? text.size() : end;
}

/// Moves behind a bracketed class or a group that begins at `at`.
qsizetype behindBracket(const QString& expression, qsizetype at)
{
    int depth = 0;
    bool inClass = false;
    for (; at < expression.size(); ++at) {
        const QChar c = expression[at];
        if (c == u'\\') {
            ++at;
        } else if (inClass) {
            inClass = c != u']';
        } else if (c == u'[') {
            inClass = true;
            at += expression.mid(at + 1, 2) == "^]"_L1 ? 2 : expression.mid(at + 1, 1) == "]"_L1 ? 1 : 0;
        } else if (c == u'(') {
            ++depth;
        } else if (c == u')') {
            --depth;
        }
        if (depth <= 0 && !inClass) {
            return at + 1;
        }
    }
    return at;
}

} // namespace

QString requiredText(const QString& expression)
{
    // Options and quotations change what characters mean: nothing is certain then.
    if (expression.contains("(?"_L1) || expression.contains("\\Q"_L1)) {
        return {};
    }
    QString best;
    QString run;
    const auto end = [&best, &run] {
        best = run.size() > best.size() ? run : best;
        run.clear();
    };
    qsizetype at = 0;
    while (at < expression.size()) {
        const QChar c = expression[at];
        QString one;
        if (c == u'|') {
            return {};
        }
        if (c == u'[' || c == u'(') {
            at = behindBracket(expression, at);
        } else if (c == u'\\' && at + 1 < expression.size()) {
            const QChar escaped = expression[at + 1];
            one = escaped.isLetterOrNumber() ? QString() : QString(escaped);
            if (escaped.isLetterOrNumber() && !u"dDwWsSbBhHvVRNAzZ"_s.contains(escaped)) {
                return {}; // \x41, \1, \p{…}: not read here
            }
            at += 2;
        } else {
            one = u".^$"_s.contains(c) ? QString() : QString(c);
            ++at;
        }
        const QChar next = at < expression.size() ? expression[at] : QChar();
        if (next == u'?' || next == u'*' || next == u'{') {
            one.clear(); // may be missing
        }
        run += one;
        if (one.isEmpty() || next == u'+') {
            end();
        }
        while (at < expression.size() && u"?*+{"_s.contains(expression[at])) {
            const qsizetype close = expression[at] == u'{' ? expression.indexOf(u'}', at) : at;
            at = (close < 0 ? at : close) + 1;
        }
    }
    end();
    return best.size() >= kShortestRequired ? best : QString();
}

Result<LogPattern> LogPattern::compile(const LogSearchText& search)
{
    LogPattern pattern;
    pattern.m_search = search;
    const bool plain = !search.regex && (search.caseSensitive || isAscii(search.text));
    if (plain) {
        pattern.m_finder.emplace(search.text.toUtf8().toStdString(), search.caseSensitive);
        return pattern;
    }
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, !search.caseSensitive);
    const QString text = search.regex ? search.text : QRegularExpression::escape(search.text);
    pattern.m_expression = QRegularExpression(text, options);
    if (!pattern.m_expression.isValid()) {
        return failure(ErrorKind::Usage,
            Words::tr("This is no regular expression: %1 at character %2.")
                .arg(pattern.m_expression.errorString())
                .arg(pattern.m_expression.patternErrorOffset() + 1));
    }
    pattern.m_expression.optimize();
    const QString required = search.regex ? requiredText(text) : QString();
    if (!required.isEmpty() && (search.caseSensitive || isAscii(required))) {
        pattern.m_finder.emplace(required.toUtf8().toStdString(), search.caseSensitive);
    }
    return pattern;
}

void LogPattern::scan(std::string_view text, const std::function<void(qint64 line, qint64 hits)>& found) const
{
    if (m_finder) {
        scanLiteral(text, *m_finder, m_expression.pattern().isEmpty(), found);
    } else {
        scanRegex(text, found);
    }
}

void LogPattern::scanLiteral(std::string_view text, const ByteFinder& finder, bool isWhole,
    const std::function<void(qint64 line, qint64 hits)>& found) const
{
    qint64 line = 0;
    std::size_t counted = 0;
    for (std::size_t at = finder.find(text); at != ByteFinder::npos;) {
        const std::size_t end = lineEnd(text, at);
        line += qint64(countLineBreaks(text.substr(counted, at - counted)));
        qint64 hits = 0;
        if (isWhole) {
            const std::string_view rest = text.substr(0, end);
            for (std::size_t hit = at; hit != ByteFinder::npos; hit = finder.find(rest, hit + finder.size())) {
                ++hits;
            }
        } else {
            const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
            const std::size_t begin = before == text.npos ? 0 : before + 1;
            hits = countIn(text.substr(begin, end - begin));
        }
        if (hits > 0) {
            found(line, hits);
        }
        counted = at;
        at = end < text.size() ? finder.find(text, end) : ByteFinder::npos;
    }
}

qint64 LogPattern::regexHits(const QString& line) const
{
    qint64 hits = 0;
    for (auto match = m_expression.globalMatch(line, 0, QRegularExpression::NormalMatch, kTrusted); match.hasNext();) {
        hits += match.next().capturedLength() > 0 ? 1 : 0;
    }
    return hits;
}

void LogPattern::scanRegex(std::string_view text, const std::function<void(qint64 line, qint64 hits)>& found) const
{
    // One conversion and one run over many lines costs far less than one a line; what is found is then looked at by
    // line.
    const QString block = QString::fromUtf8(text.data(), qsizetype(text.size()));
    qint64 line = 0;
    qsizetype counted = 0;
    for (qsizetype at = 0; at < block.size();) {
        const QRegularExpressionMatch match = m_expression.match(block, at, QRegularExpression::NormalMatch, kTrusted);
        if (!match.hasMatch()) {
            return;
        }
        const qsizetype place = match.capturedStart();
        const qsizetype begin = place == 0 ? 0 : block.lastIndexOf(u'\n', place - 1) + 1;
        const qsizetype newline = block.indexOf(u'\n', place);
        const qsizetype end = newline < 0 ? block.size() : newline;
        line += std::count(block.cbegin() + counted, block.cbegin() + begin, u'\n');
        counted = begin;
        if (const qint64 hits = begin < end ? regexHits(block.mid(begin, end - begin)) : 0; hits > 0) {
            found(line, hits);
        }
        at = end + 1;
    }
}

std::optional<std::size_t> LogPattern::overlap() const
{
    return m_expression.pattern().isEmpty() ? std::optional(m_finder->size() - 1) : std::nullopt;
}

qint64 LogPattern::countIn(std::string_view piece) const
{
    if (!m_expression.pattern().isEmpty()) {
        while (piece.ends_with('\r')) {
            piece.remove_suffix(1);
        }
        return regexHits(QString::fromUtf8(piece.data(), qsizetype(std::min(piece.size(), kLongestForRegex))));
    }
    qint64 hits = 0;
    for (std::size_t at = m_finder->find(piece); at != ByteFinder::npos;
         at = m_finder->find(piece, at + m_finder->size())) {
        ++hits;
    }
    return hits;
}

QList<std::pair<qsizetype, qsizetype>> LogPattern::rangesIn(const QString& text, qsizetype most) const
{
    QList<std::pair<qsizetype, qsizetype>> ranges;
    if (!m_expression.pattern().isEmpty()) {
        for (auto match = m_expression.globalMatch(text); match.hasNext() && ranges.size() < most;) {
            const QRegularExpressionMatch hit = match.next();
            if (hit.capturedLength() > 0) {
                ranges.emplaceBack(hit.capturedStart(), hit.capturedLength());
            }
        }
        return ranges;
    }
    const auto sensitivity = m_search.caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    const QString& needle = m_search.text;
    for (qsizetype at = text.indexOf(needle, 0, sensitivity); at >= 0 && ranges.size() < most;
         at = text.indexOf(needle, at + needle.size(), sensitivity)) {
        ranges.emplaceBack(at, needle.size());
    }
    return ranges;
}

} // namespace millrace
