// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/hoconreader.h"

#include "sql/positions.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace millrace::seatunnel::hocon {

using namespace Qt::StringLiterals;

namespace {

struct HoconReaderTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelHocon)
};

constexpr int s_deepest = 100; ///< blocks inside blocks

bool isUnquotedByte(QChar c)
{
    return !c.isNull() && !c.isSpace() && !u"$\"{}[]:=,+#`^?!@*&\\"_s.contains(c);
}

bool isPluginSection(const QString& key)
{
    return key == "source"_L1 || key == "transform"_L1 || key == "sink"_L1;
}

/// What the first line of a longer path is called inside a block.
bool startsWithPath(const QString& key, const QString& begin)
{
    return key.size() > begin.size() + 1 && key.startsWith(begin) && key.at(begin.size()) == u'.';
}

} // namespace

QChar Reader::at(qsizetype place) const
{
    return place < m_text.size() ? m_text.at(place) : QChar();
}

bool Reader::startsWith(QLatin1StringView word) const
{
    return QStringView(m_text).sliced(std::min(m_at, m_text.size())).startsWith(word);
}

Error Reader::problem(qsizetype begin, qsizetype end, const QString& message) const
{
    return {.kind = ErrorKind::Sql,
        .message = message,
        .range = sql::LineIndex(m_text).range(m_text, begin, std::max(begin, end))};
}

void Reader::fail(qsizetype begin, qsizetype end, const QString& message)
{
    if (!m_error) {
        m_error = problem(begin, end, message);
    }
}

bool Reader::startsComment() const
{
    return at(m_at) == u'#' || startsWith("//"_L1);
}

void Reader::skipSpace(bool overLines)
{
    while (m_at < m_text.size()) {
        if (startsComment()) {
            while (m_at < m_text.size() && at(m_at) != u'\n') {
                ++m_at;
            }
        } else if ((at(m_at).isSpace() && (overLines || at(m_at) != u'\n')) || at(m_at) == u'\ufeff') {
            ++m_at;
        } else {
            return;
        }
    }
}

bool Reader::skipSeparators()
{
    skipSpace(false);
    const bool isThere = at(m_at) == u'\n' || at(m_at) == u',' || m_at >= m_text.size();
    skipSpace(true);
    if (at(m_at) == u',') {
        ++m_at;
        skipSpace(true);
        return true;
    }
    return isThere;
}

Result<Node> Reader::read()
{
    skipSpace(true);
    std::optional<Node> root;
    if (at(m_at) == u'[') {
        m_pluginDepth = 2;
        root = array(0);
    } else if (at(m_at) == u'{') {
        root = block({}, 0);
    } else {
        root = members({}, {}, 0);
    }
    skipSpace(true);
    if (!m_error && m_at < m_text.size()) {
        fail(m_at, m_at + 1, HoconReaderTexts::tr("%1 closes nothing here.").arg(at(m_at)));
    }
    if (m_error || !root) {
        return failure(m_error.value_or(problem(m_at, m_at, HoconReaderTexts::tr("The text cannot be read."))));
    }
    return std::move(*root);
}

std::optional<Node> Reader::members(QChar close, const QString& inKey, int depth)
{
    Node object{.kind = Node::Kind::Object, .begin = m_at};
    object.keepsAll = m_isJob && depth == m_pluginDepth && isPluginSection(inKey);
    const qsizetype opened = m_at - 1;
    while (!m_error) {
        skipSpace(true);
        if (m_at >= m_text.size()) {
            if (!close.isNull()) {
                fail(opened, opened + 1, HoconReaderTexts::tr("Nothing closes this {."));
            }
            break;
        }
        if (at(m_at) == u'}') {
            if (!close.isNull()) {
                ++m_at;
            }
            break;
        }
        if (!member(object, depth)) {
            return std::nullopt;
        }
        const qsizetype behind = m_at;
        if (!skipSeparators() && at(m_at) != u'}') {
            fail(behind, behind + 1, HoconReaderTexts::tr("A comma or a line break is missing before this."));
        }
    }
    object.end = m_at;
    return m_error ? std::nullopt : std::optional(std::move(object));
}

bool Reader::refuseInclude()
{
    static const QRegularExpression s_include(u"\\Ginclude\\s+(?:\"|file\\(|url\\(|classpath\\(|required\\()"_s);
    if (!s_include.match(m_text, m_at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption)
             .hasMatch()) {
        return false;
    }
    const qsizetype end = m_text.indexOf(u'\n', m_at);
    fail(m_at, end < 0 ? m_text.size() : end,
        HoconReaderTexts::tr("This server takes JSON, into which other files cannot be included: write their content "
                             "here."));
    return true;
}

bool Reader::member(Node& object, int depth)
{
    if (refuseInclude()) {
        return false;
    }
    const auto name = key();
    if (!name) {
        return false;
    }
    skipSpace(false);
    bool appends = false;
    if (startsWith("+="_L1)) {
        appends = true;
        m_at += 2;
    } else if (at(m_at) == u'=' || at(m_at) == u':') {
        ++m_at;
    } else if (at(m_at) != u'{') {
        fail(name->begin, name->end,
            HoconReaderTexts::tr("%1 has no value: =, : or { is missing behind it.").arg(name->path.join(u'.')));
        return false;
    }
    skipSpace(true);
    auto written = value(name->path.size() == 1 ? name->path.front() : QString(), depth);
    if (!written) {
        return false;
    }
    if (object.keepsAll) {
        if (written->kind != Node::Kind::Object) {
            fail(name->begin, name->end,
                HoconReaderTexts::tr("%1 must be a block with its options: %1 { … }").arg(name->path.join(u'.')));
            return false;
        }
        object.members.emplace_back(name->path.join(u'.'), std::move(*written));
    } else {
        insert(object, name->path, std::move(*written), appends);
    }
    return true;
}

std::optional<Reader::Key> Reader::key()
{
    Key key{.begin = m_at, .end = m_at};
    QString part;
    bool hasPart = false;
    while (m_at < m_text.size()) {
        if (at(m_at) == u'"') {
            const auto text = quoted();
            if (!text) {
                return std::nullopt;
            }
            part += *text;
            hasPart = true;
        } else if (at(m_at) == u'.' && hasPart) {
            key.path.append(std::exchange(part, {}).trimmed());
            hasPart = false;
            ++m_at;
        } else if (isUnquotedByte(at(m_at)) && !startsComment()) {
            part += at(m_at++);
            hasPart = true;
        } else if (at(m_at) == u' ' && isUnquotedByte(at(m_at + 1)) && hasPart) {
            part += at(m_at++); // a key of several words
        } else {
            break;
        }
        key.end = m_at;
    }
    if (!hasPart) {
        fail(m_at, m_at + 1,
            at(m_at) == u'$' ? HoconReaderTexts::tr("A key cannot be filled in: write its name.")
                             : HoconReaderTexts::tr("A key is missing here."));
        return std::nullopt;
    }
    key.path.append(part.trimmed());
    return key;
}

std::optional<Node> Reader::value(const QString& ofKey, int depth)
{
    Node all{.kind = Node::Kind::Pieces, .begin = m_at};
    qsizetype blank = m_at;
    while (!m_error && m_at < m_text.size()) {
        blank = m_at;
        while (at(m_at).isSpace() && at(m_at) != u'\n') {
            ++m_at;
        }
        const QChar c = at(m_at);
        if (c.isNull() || c == u'\n' || c == u',' || c == u'}' || c == u']' || startsComment()) {
            m_at = blank;
            break;
        }
        if (!all.items.empty() && m_at > blank) {
            Node space{.value = JobValue::ofText(m_text.sliced(blank, m_at - blank)), .begin = blank, .end = m_at};
            all.items.push_back(std::move(space));
        }
        auto next = piece(ofKey, depth);
        if (!next) {
            return std::nullopt;
        }
        all.items.push_back(std::move(*next));
        all.end = m_at;
    }
    if (m_error) {
        return std::nullopt;
    }
    if (all.items.empty()) {
        fail(m_at, m_at + 1, HoconReaderTexts::tr("A value is missing here."));
        return std::nullopt;
    }
    if (all.items.size() == 1) {
        Node only = std::move(all.items.front()); // not in one step: it lives in what it replaces
        return only;
    }
    return all;
}

std::optional<Node> Reader::piece(const QString& ofKey, int depth)
{
    const qsizetype begin = m_at;
    const QChar c = at(m_at);
    if (c == u'{') {
        return block(ofKey, depth + 1);
    }
    if (c == u'[') {
        return array(depth + 1);
    }
    if (c == u'$') {
        return substitution();
    }
    Node made;
    if (c == u'"') {
        const auto text = quoted();
        if (!text) {
            return std::nullopt;
        }
        made.value = JobValue::ofText(*text);
    } else {
        const QString word = unquoted();
        if (word.isEmpty()) {
            fail(begin, begin + 1,
                HoconReaderTexts::tr("%1 cannot stand in a text without quotes: put the text into quotes.").arg(c));
            return std::nullopt;
        }
        made = valueOf(word);
    }
    made.begin = begin;
    made.end = m_at;
    return made;
}

std::optional<Node> Reader::block(const QString& ofKey, int depth)
{
    if (depth > s_deepest) {
        fail(m_at, m_at + 1, HoconReaderTexts::tr("Too many blocks stand inside each other."));
        return std::nullopt;
    }
    ++m_at;
    return members(u'}', ofKey, depth);
}

std::optional<Node> Reader::array(int depth)
{
    Node list{.kind = Node::Kind::Array, .begin = m_at};
    const qsizetype opened = m_at++;
    if (depth > s_deepest) {
        fail(opened, opened + 1, HoconReaderTexts::tr("Too many blocks stand inside each other."));
    }
    while (!m_error) {
        skipSpace(true);
        if (m_at >= m_text.size() || at(m_at) == u'}') {
            fail(opened, opened + 1, HoconReaderTexts::tr("Nothing closes this [."));
            break;
        }
        if (at(m_at) == u']') {
            ++m_at;
            break;
        }
        auto item = value({}, depth);
        if (!item) {
            return std::nullopt;
        }
        list.items.push_back(std::move(*item));
        const qsizetype behind = m_at;
        if (!skipSeparators() && at(m_at) != u']') {
            fail(behind, behind + 1, HoconReaderTexts::tr("A comma or a line break is missing before this."));
        }
    }
    list.end = m_at;
    return m_error ? std::nullopt : std::optional(std::move(list));
}

std::optional<Node> Reader::substitution()
{
    Node made{.kind = Node::Kind::Substitution, .begin = m_at};
    const qsizetype close = m_text.indexOf(u'}', m_at);
    const qsizetype lineEnd = m_text.indexOf(u'\n', m_at);
    if (at(m_at + 1) != u'{' || close < 0 || (lineEnd >= 0 && lineEnd < close)) {
        fail(m_at, m_at + 1,
            HoconReaderTexts::tr("$ begins a substitution, ${name}: put the text into quotes if that is not meant."));
        return std::nullopt;
    }
    QString path = m_text.sliced(m_at + 2, close - m_at - 2).trimmed();
    made.isOptional = path.startsWith(u'?');
    path = path.sliced(made.isOptional ? 1 : 0).remove(u'"').trimmed();
    made.path = path.split(u'.');
    m_at = close + 1;
    made.end = m_at;
    if (path.isEmpty()) {
        fail(made.begin, made.end, HoconReaderTexts::tr("A name is missing in this substitution."));
        return std::nullopt;
    }
    return made;
}

std::optional<QString> Reader::quoted()
{
    const qsizetype begin = m_at;
    if (startsWith("\"\"\""_L1)) {
        qsizetype close = m_text.indexOf("\"\"\""_L1, m_at + 3);
        if (close < 0) {
            fail(begin, begin + 3, HoconReaderTexts::tr("Nothing closes this text."));
            return std::nullopt;
        }
        while (at(close + 3) == u'"') {
            ++close; // quotes at its end belong to it
        }
        m_at = close + 3;
        return m_text.sliced(begin + 3, close - begin - 3);
    }
    QString text;
    for (++m_at; m_at < m_text.size() && at(m_at) != u'\n'; ++m_at) {
        if (at(m_at) == u'"') {
            ++m_at;
            return text;
        }
        if (at(m_at) != u'\\') {
            text += at(m_at);
        } else if (!escape(text)) {
            return std::nullopt;
        }
    }
    fail(begin, m_at, HoconReaderTexts::tr("Nothing closes this text on its line."));
    return std::nullopt;
}

/// At a backslash; leaves the place at the last sign that belongs to it.
bool Reader::escape(QString& text)
{
    static const QString s_signs = u"\"\\/bfnrt"_s;
    static const QString s_meant = u"\"\\/\b\f\n\r\t"_s;
    const QChar sign = at(m_at + 1);
    if (const qsizetype which = sign.isNull() ? -1 : s_signs.indexOf(sign); which >= 0) {
        text += s_meant.at(which);
        ++m_at;
        return true;
    }
    bool ok = false;
    const ushort code = sign == u'u' && m_at + 6 <= m_text.size()
        ? QStringView(m_text).sliced(m_at + 2, 4).toUShort(&ok, 16)
        : ushort(0);
    if (!ok) {
        fail(m_at, m_at + 2,
            HoconReaderTexts::tr("\\%1 means nothing in a text: write \\\\ for a backslash.").arg(sign));
        return false;
    }
    text += QChar(code);
    m_at += 5;
    return true;
}

QString Reader::unquoted()
{
    const qsizetype begin = m_at;
    while (m_at < m_text.size() && isUnquotedByte(at(m_at)) && !startsComment()) {
        ++m_at;
    }
    return m_text.sliced(begin, m_at - begin);
}

Node Reader::valueOf(const QString& word)
{
    static const QRegularExpression s_number(u"^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][-+]?\\d+)?$"_s);
    Node made;
    if (word == "true"_L1 || word == "false"_L1) {
        made.value = {.kind = JobValue::Kind::Bool, .text = word};
    } else if (word == "null"_L1) {
        made.value = {};
    } else if (s_number.match(word).hasMatch()) {
        made.value = {.kind = JobValue::Kind::Number, .text = word};
    } else {
        made.value = JobValue::ofText(word);
    }
    return made;
}

void Reader::insert(Node& object, const QStringList& path, Node value, bool appends)
{
    const QString whole = path.join(u'.');
    for (auto& [known, child] : object.members) {
        const bool isBegin = child.kind == Node::Kind::Object && startsWithPath(whole, known);
        if (isBegin && !appends) {
            return insert(child, whole.sliced(known.size() + 1).split(u'.'), std::move(value), appends);
        }
        if (known != whole) {
            continue;
        }
        if (appends && child.kind == Node::Kind::Array) {
            child.items.push_back(std::move(value));
        } else if (child.kind == Node::Kind::Object && value.kind == Node::Kind::Object) {
            for (auto& [key, member] : value.members) {
                insert(child, {key}, std::move(member), false);
            }
        } else {
            child = std::move(value);
        }
        return;
    }
    if (appends) {
        Node list{.kind = Node::Kind::Array, .begin = value.begin, .end = value.end};
        list.items.push_back(std::move(value));
        value = std::move(list);
    }
    if (value.kind == Node::Kind::Object) {
        // a.b = 1, then a { … }: the block takes in what was written before it
        std::vector<Node::Member> before;
        for (auto& [known, child] : object.members) {
            if (startsWithPath(known, whole)) {
                before.emplace_back(known, std::move(child));
            }
        }
        std::erase_if(object.members, [&](const Node::Member& each) { return startsWithPath(each.first, whole); });
        for (auto& [known, child] : before) {
            const QString rest = known.sliced(whole.size() + 1);
            if (std::ranges::find(value.members, rest, &Node::Member::first) == value.members.end()) {
                value.members.emplace_back(rest, std::move(child));
            }
        }
    }
    object.members.emplace_back(whole, std::move(value));
}

const Node* Reader::find(const Node& root, const QStringList& path) const
{
    if (path.isEmpty()) {
        return &root;
    }
    for (qsizetype parts = path.size(); parts > 0; --parts) {
        const auto found = std::ranges::find(root.members, path.first(parts).join(u'.'), &Node::Member::first);
        if (found != root.members.end()) {
            if (const Node* inner = find(found->second, path.sliced(parts))) {
                return inner;
            }
        }
    }
    return nullptr;
}

} // namespace millrace::seatunnel::hocon
