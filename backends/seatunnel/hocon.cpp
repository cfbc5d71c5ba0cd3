// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/seatunnel/hocon.h"

#include "backends/seatunnel/hoconreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace millrace::seatunnel::hocon {

using namespace Qt::StringLiterals;

namespace {

struct HoconTexts {
    Q_DECLARE_TR_FUNCTIONS(SeaTunnelHocon)
};

constexpr int s_deepest = 32; ///< substitutions inside substitutions

/// Fills in what other places of the file set.
class Resolver {
public:
    Resolver(const Reader& reader, const Node& root) : m_reader(reader), m_root(root) { }

    Result<JobValue> value(const Node& node)
    {
        switch (node.kind) {
        case Node::Kind::Value:
            return node.value;
        case Node::Kind::Object:
            return object(node);
        case Node::Kind::Array:
            return array(node);
        case Node::Kind::Pieces:
            return pieces(node);
        case Node::Kind::Substitution:
            return substitution(node);
        }
        return node.value;
    }

private:
    /// Nothing set: an optional substitution without a value. Told apart from null, which is a value.
    static bool isUnset(const JobValue& value)
    {
        return value.kind == JobValue::Kind::Null && value.text == "unset"_L1;
    }

    Result<JobValue> object(const Node& node)
    {
        JobValue made{.kind = JobValue::Kind::Object};
        for (const auto& [key, child] : node.members) {
            Result<JobValue> inner = value(child);
            if (!inner) {
                return inner;
            }
            if (isUnset(*inner)) {
                continue;
            }
            if (node.keepsAll) {
                made.members.emplace_back(key, std::move(*inner));
            } else {
                made.insert(key, std::move(*inner));
            }
        }
        return made;
    }

    Result<JobValue> array(const Node& node)
    {
        JobValue made{.kind = JobValue::Kind::Array};
        for (const Node& child : node.items) {
            Result<JobValue> inner = value(child);
            if (!inner) {
                return inner;
            }
            if (!isUnset(*inner)) {
                made.items.push_back(std::move(*inner));
            }
        }
        return made;
    }

    Result<JobValue> substitution(const Node& node)
    {
        const Node* target = m_reader.find(m_root, node.path);
        if (!target && node.isOptional) {
            return JobValue{.text = u"unset"_s};
        }
        if (!target) {
            return failure(m_reader.problem(node.begin, node.end,
                HoconTexts::tr("This file does not set %1. Sent as JSON, a job gets nothing filled in by the server: "
                               "write the value, or set %1 above.")
                    .arg(node.path.join(u'.'))));
        }
        if (m_depth >= s_deepest) {
            return failure(m_reader.problem(
                node.begin, node.end, HoconTexts::tr("%1 is made of itself.").arg(node.path.join(u'.'))));
        }
        ++m_depth;
        Result<JobValue> found = value(*target);
        --m_depth;
        return found;
    }

    /// Values side by side: objects are merged, arrays joined, anything else is one text.
    Result<JobValue> pieces(const Node& node)
    {
        std::vector<JobValue> values;
        for (const Node& child : node.items) {
            Result<JobValue> inner = value(child);
            if (!inner) {
                return inner;
            }
            values.push_back(std::move(*inner));
        }
        std::erase_if(values, [](const JobValue& each) { return isUnset(each); });
        const auto isBlank = [](const JobValue& each) {
            return each.kind == JobValue::Kind::String && each.text.trimmed().isEmpty() && !each.text.isEmpty();
        };
        const auto allOf = [&](JobValue::Kind kind) {
            return std::ranges::all_of(
                values, [&](const JobValue& each) { return each.kind == kind || isBlank(each); });
        };
        if (values.empty()) {
            return JobValue{.text = u"unset"_s};
        }
        const bool areObjects = allOf(JobValue::Kind::Object);
        if (areObjects || allOf(JobValue::Kind::Array)) {
            std::erase_if(values, isBlank);
        }
        if (values.size() == 1) {
            return values.front();
        }
        JobValue made = values.front();
        if (areObjects || allOf(JobValue::Kind::Array)) {
            for (size_t i = 1; i < values.size(); ++i) {
                std::ranges::move(values[i].items, std::back_inserter(made.items));
                for (auto& [key, member] : values[i].members) {
                    made.insert(key, std::move(member));
                }
            }
            return made;
        }
        QString text;
        for (const JobValue& each : values) {
            if (each.kind == JobValue::Kind::Object || each.kind == JobValue::Kind::Array) {
                return failure(m_reader.problem(node.begin, node.end,
                    HoconTexts::tr(
                        "A text and a block stand side by side here: put a comma or a line break between.")));
            }
            text += each.kind == JobValue::Kind::Null ? u"null"_s : each.text;
        }
        return JobValue::ofText(text);
    }

    const Reader& m_reader;
    const Node& m_root;
    int m_depth = 0;
};

/// source { A { … } B { … } } as [{plugin_name: A, …}, …]
void listPlugins(JobValue& job)
{
    for (const QString& section : {u"source"_s, u"transform"_s, u"sink"_s}) {
        JobValue* plugins = job.member(section);
        if (!plugins || plugins->kind != JobValue::Kind::Object) {
            continue;
        }
        JobValue list{.kind = JobValue::Kind::Array};
        for (auto& [name, options] : plugins->members) {
            JobValue plugin{.kind = JobValue::Kind::Object};
            plugin.insert(u"plugin_name"_s, JobValue::ofText(name));
            for (auto& [key, option] : options.members) {
                plugin.insert(key, std::move(option));
            }
            list.items.push_back(std::move(plugin));
        }
        *plugins = std::move(list);
    }
}

Result<JobValue> read(const QString& text, bool isJob)
{
    Reader reader(text, isJob);
    const Result<Node> root = reader.read();
    if (!root) {
        return failure(root.error());
    }
    return Resolver(reader, *root).value(*root);
}

} // namespace

Result<JobValue> parse(const QString& text)
{
    return read(text, false);
}

Result<JobValue> parseJob(const QString& text)
{
    Result<JobValue> job = read(text, true);
    if (job && job->kind == JobValue::Kind::Object) {
        listPlugins(*job);
    } else if (job) {
        std::ranges::for_each(job->items, listPlugins);
    }
    return job;
}

} // namespace millrace::seatunnel::hocon
