// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/jobplace.h"

#include <QRegularExpression>

#include <vector>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

/// A block that is open: the key it was given to, and what it holds.
struct Block {
    QString key;
    bool isArray = false;
    QSet<QString> keys;
    QString plugin; ///< the value of its plugin_name
};

bool isWordSign(QChar c)
{
    return !c.isSpace() && !u"$\"{}[]:=,+#`^?!@*&\\"_s.contains(c);
}

/// Reads a text as far as it goes, whatever is missing in it.
class Scan {
public:
    explicit Scan(const QString& text) : m_text(text), m_open{Block{}} { }

    /// Up to offset; a token that reaches it is not read.
    void readTo(qsizetype offset)
    {
        while (m_at < offset && !m_inText) {
            step(offset);
        }
    }

    /// On to the end of the block that is open now, to see what stands in it further down.
    Block restOfBlock()
    {
        const size_t depth = m_open.size();
        m_inText = false;
        while (m_at < m_text.size() && m_open.size() >= depth) {
            step(m_text.size());
        }
        return m_open.size() < depth ? m_closed : m_open.at(depth - 1);
    }

    [[nodiscard]] const std::vector<Block>& open() const { return m_open; }

    [[nodiscard]] bool isQuoted() const { return m_inText; }

    [[nodiscard]] bool isValue() const { return m_hasKey; }

    [[nodiscard]] const QString& key() const { return m_key; }

private:
    void step(qsizetype end)
    {
        const QChar c = m_text.at(m_at);
        if (c == u'#' || (c == u'/' && m_text.mid(m_at, 2) == "//"_L1)) {
            const qsizetype lineEnd = m_text.indexOf(u'\n', m_at);
            m_at = lineEnd < 0 ? m_text.size() : lineEnd;
        } else if (c == u'"') {
            readQuoted(end);
        } else if (c == u'{' || c == u'[') {
            const QString key = m_hasKey ? m_key : m_word;
            m_open.back().keys.insert(key);
            m_open.push_back({.key = key, .isArray = c == u'['});
            m_word.clear();
            m_hasKey = false;
            ++m_at;
        } else if (c == u'}' || c == u']') {
            endValue();
            m_closed = m_open.back();
            if (m_open.size() > 1) {
                m_open.pop_back();
            }
            ++m_at;
        } else if (c == u':' || c == u'=') {
            m_key = m_word;
            m_word.clear();
            m_hasKey = true;
            m_open.back().keys.insert(m_key);
            ++m_at;
        } else if (c == u',' || c == u'\n') {
            if (c == u',' || !m_word.isEmpty()) {
                endValue();
            }
            ++m_at;
        } else if (isWordSign(c)) {
            const qsizetype begin = m_at;
            while (m_at < end && isWordSign(m_text.at(m_at))) {
                ++m_at;
            }
            m_word = m_text.sliced(begin, m_at - begin);
        } else {
            ++m_at;
        }
    }

    void readQuoted(qsizetype end)
    {
        const bool triple = m_text.mid(m_at, 3) == "\"\"\""_L1;
        qsizetype close = m_at + (triple ? 3 : 1);
        while (close < m_text.size()
            && (triple ? m_text.mid(close, 3) != "\"\"\""_L1 : m_text.at(close) != u'"' && m_text.at(close) != u'\n')) {
            close += m_text.at(close) == u'\\' && !triple ? 2 : 1;
        }
        if (close >= end) {
            m_inText = true; // the caret stands inside
            m_at = std::min(close + 1, m_text.size());
            return;
        }
        m_word = m_text.sliced(m_at + 1, close - m_at - 1);
        m_at = close + (triple ? 3 : 1);
    }

    void endValue()
    {
        if (m_hasKey && m_key == "plugin_name"_L1) {
            m_open.back().plugin = m_word;
        }
        m_word.clear();
        m_hasKey = false;
    }

    const QString& m_text;
    qsizetype m_at = 0;
    std::vector<Block> m_open;
    Block m_closed; ///< last
    QString m_word; ///< read last and not used yet
    QString m_key;
    bool m_hasKey = false; ///< a value comes
    bool m_inText = false;
};

JobPlace placeInSql(const QString& text, qsizetype offset)
{
    JobPlace place{.isQuoted = true, .isSql = true};
    const qsizetype with =
        text.lastIndexOf(QRegularExpression(u"\\bWITH\\s*\\("_s, QRegularExpression::CaseInsensitiveOption), offset);
    const qsizetype statementEnd = text.lastIndexOf(u';', std::max<qsizetype>(0, offset - 1));
    if (with < 0 || statementEnd > with) {
        place.isQuoted = false;
        return place;
    }
    const qsizetype close = text.indexOf(u';', offset);
    const QString options = text.sliced(with, (close < 0 ? text.size() : close) - with);
    static const QRegularExpression s_option(u"'([^'\\n]+)'\\s*=\\s*'([^'\\n]*)'"_s);
    for (auto it = s_option.globalMatch(options); it.hasNext();) {
        const auto match = it.next();
        place.present.insert(match.captured(1));
        if (match.captured(1) == "connector"_L1) {
            place.plugin = match.captured(2);
        } else if (match.captured(1) == "type"_L1) {
            place.section = match.captured(2);
        }
    }
    place.isPlugin = true;
    const QString before = text.sliced(with, offset - with);
    static const QRegularExpression s_value(u"'([^'\\n]+)'\\s*=\\s*'[^'\\n]*$"_s);
    if (const auto match = s_value.match(before); match.hasMatch()) {
        place.role = JobPlace::Role::Value;
        place.key = match.captured(1);
    } else {
        place.isQuoted = before.count(u'\'') % 2 == 1;
    }
    return place;
}

bool holdsPlugins(const QString& key)
{
    return key == "source"_L1 || key == "transform"_L1 || key == "sink"_L1;
}

} // namespace

JobPlace placeIn(const QString& text, qsizetype offset, bool isSql)
{
    offset = std::clamp<qsizetype>(offset, 0, text.size());
    if (isSql) {
        return placeInSql(text, offset);
    }
    // the word under the caret is not read: it is what is asked for
    qsizetype begin = offset;
    while (begin > 0 && isWordSign(text.at(begin - 1))) {
        --begin;
    }
    Scan scan(text);
    scan.readTo(begin);
    JobPlace place;
    place.isQuoted = scan.isQuoted();
    place.role = scan.isValue() ? JobPlace::Role::Value : JobPlace::Role::Key;
    place.key = scan.isValue() ? scan.key() : QString();
    const std::vector<Block> open = scan.open();
    // a list of jobs, or braces around the one job, are no section
    size_t first = 1;
    while (first < open.size() && open[first].key.isEmpty()) {
        ++first;
    }
    if (first < open.size()) {
        place.section = open[first].key;
    }
    const size_t deep = open.size() - first;
    if (holdsPlugins(place.section)) {
        place.isNamed = !open[first].isArray;
        place.isPlugin = deep >= 2;
        place.isDeeper = deep > 2;
    } else {
        place.isDeeper = deep > 1;
    }
    if (open.back().isArray && !scan.isValue()) {
        place.isDeeper = place.isDeeper || !holdsPlugins(open.back().key);
    }
    const Block block = scan.restOfBlock();
    place.present = block.keys;
    if (place.isPlugin) {
        place.plugin = place.isNamed ? open[first + 1].key : place.isDeeper ? open[first + 1].plugin : block.plugin;
    }
    return place;
}

} // namespace millrace::seatunnel
