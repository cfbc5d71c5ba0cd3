// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace millrace {

/// A piece of a JSON text, by bytes.
struct JsonRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::string_view in(const QByteArray& json) const
    {
        return std::string_view(json.constData(), std::size_t(json.size())).substr(begin, end - begin);
    }

    friend bool operator==(const JsonRange&, const JsonRange&) = default;
};

/// A member of an object, or an element of an array, whose name is then empty.
struct JsonMember {
    QString name;
    JsonRange value;
};

/// Walks through the members of one object or array without reading what stands in them. Numbers and texts stay as they
/// were written.
class JsonMembers {
public:
    /// range is a value of json; both outlive the walk.
    JsonMembers(const QByteArray& json, JsonRange range);

    /// Nothing at the end, and for values without members.
    std::optional<JsonMember> next();

private:
    std::string_view m_json;
    std::size_t m_at = 0;
    std::size_t m_end = 0;
    char m_close = 0; ///< 0: nothing (more) to come
    bool m_first = true;
};

/// The whole text as a range, without the space around it; nothing when it is no JSON.
std::optional<JsonRange> wholeJson(const QByteArray& json);

/// Does the value have members: is it an object or an array that is not empty?
bool hasMembers(const QByteArray& json, JsonRange range);

/// The value as people read it: a text without its quotes, everything else as it is written.
QString jsonValueText(const QByteArray& json, JsonRange range);

/// Broken into lines and indented; every token stays as it is. What is no JSON comes back as it was.
QByteArray indentedJson(const QByteArray& json);

/// The first array of objects: the text itself or a member of its object. Nothing when there is none.
std::optional<JsonRange> firstTable(const QByteArray& json);

} // namespace millrace
