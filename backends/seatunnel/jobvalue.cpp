// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/jobvalue.h"

#include <algorithm>

namespace millrace::seatunnel {

using namespace Qt::StringLiterals;

namespace {

void writeText(QByteArray& out, const QString& text)
{
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00" + QByteArray(1, c).toHex();
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

void write(QByteArray& out, const JobValue& value)
{
    switch (value.kind) {
    case JobValue::Kind::Null:
        out += "null";
        return;
    case JobValue::Kind::Bool:
    case JobValue::Kind::Number:
        out += value.text.toLatin1();
        return;
    case JobValue::Kind::String:
        return writeText(out, value.text);
    case JobValue::Kind::Array: {
        out += '[';
        for (size_t i = 0; i < value.items.size(); ++i) {
            out += i > 0 ? "," : "";
            write(out, value.items[i]);
        }
        out += ']';
        return;
    }
    case JobValue::Kind::Object: {
        out += '{';
        for (size_t i = 0; i < value.members.size(); ++i) {
            out += i > 0 ? "," : "";
            writeText(out, value.members[i].first);
            out += ':';
            write(out, value.members[i].second);
        }
        out += '}';
        return;
    }
    }
}

} // namespace

const JobValue* JobValue::member(const QString& key) const
{
    const auto found = std::ranges::find(members, key, &Member::first);
    return found == members.end() ? nullptr : &found->second;
}

JobValue* JobValue::member(const QString& key)
{
    const auto found = std::ranges::find(members, key, &Member::first);
    return found == members.end() ? nullptr : &found->second;
}

void JobValue::insert(const QString& key, JobValue value)
{
    if (JobValue* known = member(key)) {
        *known = std::move(value);
    } else {
        members.emplace_back(key, std::move(value));
    }
}

void JobValue::remove(const QString& key)
{
    std::erase_if(members, [&key](const Member& each) { return each.first == key; });
}

QString JobValue::string(const QString& key) const
{
    const JobValue* value = member(key);
    return value ? value->text : QString();
}

QByteArray JobValue::toJson() const
{
    QByteArray out;
    write(out, *this);
    return out;
}

} // namespace millrace::seatunnel
