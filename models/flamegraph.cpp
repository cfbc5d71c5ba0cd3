// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flamegraph.h"

#include <QHash>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

/// The same call, before and after, with all frames of that name below one parent.
struct Merged {
    int name = 0;
    int parent = -1;
    double begin = 0;
    qint64 before = 0;
    qint64 after = 0;
    std::vector<const FlameFrame*> beforeFrames;
    std::vector<const FlameFrame*> afterFrames;
};

class NameTable {
public:
    int idOf(const QString& name)
    {
        const auto known = m_ids.constFind(name);
        if (known != m_ids.constEnd()) {
            return *known;
        }
        const int id = static_cast<int>(m_names.size());
        m_ids.insert(name, id);
        m_names.append(name);
        return id;
    }

    QStringList take() { return std::move(m_names); }

private:
    QHash<QString, int> m_ids;
    QStringList m_names;
};

/// The children of one merged frame, by name.
std::vector<Merged> childrenOf(const Merged& parent, int parentIndex, NameTable& names)
{
    std::map<QString, Merged> byName;
    for (const FlameFrame* frame : parent.beforeFrames) {
        for (const FlameFrame& child : frame->children) {
            Merged& merged = byName[child.name];
            merged.before += std::max<qint64>(0, child.samples);
            merged.beforeFrames.push_back(&child);
        }
    }
    for (const FlameFrame* frame : parent.afterFrames) {
        for (const FlameFrame& child : frame->children) {
            Merged& merged = byName[child.name];
            merged.after += std::max<qint64>(0, child.samples);
            merged.afterFrames.push_back(&child);
        }
    }
    std::vector<Merged> children;
    for (auto& [name, merged] : byName) {
        if (merged.after > 0) {
            merged.name = names.idOf(name);
            merged.parent = parentIndex;
            children.push_back(std::move(merged));
        }
    }
    return children;
}

qint64 childSamples(const FlameFrame& frame)
{
    qint64 sum = 0;
    for (const FlameFrame& child : frame.children) {
        sum += std::max<qint64>(0, child.samples);
    }
    return sum;
}

/// A root may come without a count of its own.
qint64 rootSamples(const FlameFrame& root)
{
    return std::max<qint64>({1, root.samples, childSamples(root)});
}

} // namespace

FlameGraph::FlameGraph(const FlameFrame& root)
{
    *this = difference({}, root);
    m_isDifference = false;
    for (auto& row : m_rows) {
        for (Frame& frame : row) {
            frame.before = -1;
        }
    }
}

FlameGraph FlameGraph::difference(const FlameFrame& before, const FlameFrame& after)
{
    FlameGraph graph;
    graph.m_isDifference = true;
    NameTable names;
    const qint64 beforeAll = rootSamples(before);
    const qint64 afterAll = rootSamples(after);
    std::vector<Merged> level;
    level.push_back({.name = names.idOf(after.name), .before = beforeAll, .after = afterAll});
    level.front().beforeFrames.push_back(&before);
    level.front().afterFrames.push_back(&after);
    while (!level.empty()) {
        std::vector<Frame> row;
        std::vector<Merged> below;
        row.reserve(level.size());
        for (const Merged& merged : level) {
            row.push_back({.name = merged.name,
                .parent = merged.parent,
                .begin = merged.begin,
                .width = static_cast<double>(merged.after) / static_cast<double>(afterAll),
                .before = static_cast<double>(merged.before) / static_cast<double>(beforeAll),
                .samples = merged.after});
            double begin = merged.begin;
            for (Merged& child : childrenOf(merged, static_cast<int>(row.size()) - 1, names)) {
                child.begin = begin;
                begin += static_cast<double>(child.after) / static_cast<double>(afterAll);
                below.push_back(std::move(child));
            }
        }
        graph.m_rows.push_back(std::move(row));
        level = std::move(below);
    }
    graph.m_names = names.take();
    return graph;
}

std::size_t FlameGraph::frameCount() const
{
    std::size_t count = 0;
    for (const auto& row : m_rows) {
        count += row.size();
    }
    return count;
}

int FlameGraph::firstBehind(int row, double x) const
{
    const auto& frames = m_rows[static_cast<std::size_t>(row)];
    const auto found = std::partition_point(
        frames.begin(), frames.end(), [x](const Frame& frame) { return frame.begin + frame.width <= x; });
    return static_cast<int>(found - frames.begin());
}

FlameGraph::Place FlameGraph::at(int row, double x) const
{
    if (row < 0 || row >= rowCount()) {
        return {};
    }
    const int index = firstBehind(row, x);
    if (index >= static_cast<int>(this->row(row).size()) || frame({row, index}).begin > x) {
        return {};
    }
    return {row, index};
}

std::vector<bool> FlameGraph::matches(const QString& text) const
{
    std::vector<bool> matched(static_cast<std::size_t>(m_names.size()), false);
    if (text.isEmpty()) {
        return matched;
    }
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        matched[static_cast<std::size_t>(i)] = m_names[i].contains(text, Qt::CaseInsensitive);
    }
    return matched;
}

double FlameGraph::matchedShare(const std::vector<bool>& matched) const
{
    double share = 0;
    std::vector<bool> above;
    for (const auto& row : m_rows) {
        std::vector<bool> inside(row.size(), false);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const Frame& frame = row[i];
            const bool parentCounts = frame.parent >= 0 && above[static_cast<std::size_t>(frame.parent)];
            const bool counts = matched[static_cast<std::size_t>(frame.name)];
            share += counts && !parentCounts ? frame.width : 0;
            inside[i] = parentCounts || counts;
        }
        above = std::move(inside);
    }
    return share;
}

QStringList FlameGraph::pathOf(Place place) const
{
    QStringList path;
    while (place.isValid()) {
        path.prepend(name(place));
        place = {place.row - 1, frame(place).parent};
    }
    return path;
}

FlameGraph::Place FlameGraph::find(const QStringList& path) const
{
    if (m_rows.empty()) {
        return {};
    }
    Place found{0, 0};
    for (int depth = 1; depth < static_cast<int>(path.size()) && depth < rowCount(); ++depth) {
        const auto& frames = m_rows[static_cast<std::size_t>(depth)];
        const auto child = std::find_if(frames.begin(), frames.end(),
            [&](const Frame& frame) { return frame.parent == found.index && m_names[frame.name] == path[depth]; });
        if (child == frames.end()) {
            break;
        }
        found = {depth, static_cast<int>(child - frames.begin())};
    }
    return found;
}

QString shortFrameName(const QString& name)
{
    const qsizetype colon = name.lastIndexOf(u':');
    const QString call = colon > 0 ? name.left(colon) : name;
    const qsizetype dot = call.lastIndexOf(u'.');
    const qsizetype classDot = dot > 0 ? call.lastIndexOf(u'.', dot - 1) : -1;
    return call.mid(classDot + 1);
}

} // namespace millrace
