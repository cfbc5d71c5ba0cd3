// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graphdot.h"

#include "models/graphedges.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>
#include <span>

using namespace Qt::StringLiterals;

namespace millrace::graphdot {

namespace {

constexpr double pointsPerInch = 72;
constexpr qsizetype mostBytes = 64 << 20; ///< an answer longer than this is not one
constexpr double cornerInset = 16; ///< an edge keeps away from its box's corners
constexpr double endBend = 28;
constexpr int pollMs = 20; ///< how soon a cancelled request lets go of its process

using Words = std::vector<QByteArrayView>;

QByteArray inches(double pixels)
{
    return QByteArray::number(pixels / pointsPerInch, 'f', 4);
}

/// Words of one line; a quoted one may hold blanks.
Words wordsOf(QByteArrayView line)
{
    Words words;
    qsizetype at = 0;
    while (at < line.size()) {
        if (line[at] == ' ') {
            ++at;
            continue;
        }
        const bool quoted = line[at] == '"';
        qsizetype end = quoted ? line.indexOf('"', at + 1) : line.indexOf(' ', at);
        end = end < 0 ? line.size() : end + (quoted ? 1 : 0);
        words.push_back(line.sliced(at, end - at));
        at = end;
    }
    return words;
}

std::optional<double> number(QByteArrayView word)
{
    bool good = false;
    const double value = word.toDouble(&good);
    return good && qIsFinite(value) ? std::optional(value * pointsPerInch) : std::nullopt;
}

std::optional<size_t> indexFrom(QByteArrayView word, size_t count)
{
    bool good = false;
    const uint value = word.toUInt(&good);
    return good && value < count ? std::optional<size_t>(value) : std::nullopt;
}

class PlainReader {
public:
    explicit PlainReader(const GraphShape& shape) : m_shape(shape), m_placed(shape.nodes.size())
    {
        m_geometry.nodes.resize(shape.nodes.size());
        m_geometry.edges.resize(shape.edges.size());
        for (size_t i = shape.edges.size(); i-- > 0;) {
            if (shape.edges[i].from >= 0 && shape.edges[i].to >= 0) {
                m_waiting[{shape.edges[i].from, shape.edges[i].to}].push_back(i);
            }
        }
    }

    std::optional<GraphGeometry> read(QByteArrayView plain)
    {
        for (qsizetype at = 0; at < plain.size() && !m_stopped;) {
            qsizetype end = plain.indexOf('\n', at);
            end = end < 0 ? plain.size() : end;
            if (!readLine(wordsOf(plain.sliced(at, end - at)))) {
                return std::nullopt;
            }
            at = end + 1;
        }
        const bool nodes = std::all_of(m_placed.begin(), m_placed.end(), [](bool placed) { return placed; });
        const bool edges =
            std::all_of(m_waiting.cbegin(), m_waiting.cend(), [](const auto& waiting) { return waiting.empty(); });
        if (!m_stopped || !nodes || !edges) {
            return std::nullopt;
        }
        return std::move(m_geometry);
    }

private:
    bool readLine(const Words& words)
    {
        if (words.empty()) {
            return true;
        }
        if (words[0] == "graph") {
            const auto height = words.size() >= 4 ? number(words[3]) : std::nullopt;
            m_height = height.value_or(0);
            return height.has_value();
        }
        if (words[0] == "node") {
            return readNode(words);
        }
        if (words[0] == "edge") {
            return readEdge(words);
        }
        m_stopped = words[0] == "stop";
        return m_stopped;
    }

    bool readNode(const Words& words)
    {
        const auto index = words.size() >= 4 ? indexFrom(words[1], m_placed.size()) : std::nullopt;
        const auto x = index ? number(words[2]) : std::nullopt;
        const auto y = index ? number(words[3]) : std::nullopt;
        if (!x || !y) {
            return false;
        }
        QRectF rect(QPointF(), m_shape.nodes[*index]);
        rect.moveCenter({*x, m_height - *y});
        m_geometry.nodes[*index] = rect;
        m_placed[*index] = true;
        return true;
    }

    bool readEdge(const Words& words)
    {
        const auto from = words.size() >= 4 ? indexFrom(words[1], m_placed.size()) : std::nullopt;
        const auto to = from ? indexFrom(words[2], m_placed.size()) : std::nullopt;
        const auto count = to ? indexFrom(words[3], (words.size() - 4) / 2 + 1) : std::nullopt;
        if (!count || *count < 4 || (*count - 1) % 3 != 0) {
            return false;
        }
        const auto waiting = m_waiting.find({static_cast<int>(*from), static_cast<int>(*to)});
        if (waiting == m_waiting.end() || waiting->empty()) {
            return false;
        }
        std::vector<QPointF>& path = m_geometry.edges[waiting->back()].path;
        waiting->pop_back();
        for (size_t i = 0; i < *count; ++i) {
            const auto x = number(words[4 + 2 * i]);
            const auto y = number(words[5 + 2 * i]);
            if (!x || !y) {
                return false;
            }
            path.emplace_back(*x, m_height - *y);
        }
        return true;
    }

    const GraphShape& m_shape;
    GraphGeometry m_geometry;
    std::vector<bool> m_placed;
    QHash<std::pair<int, int>, std::vector<size_t>> m_waiting; ///< edges that are not read yet, the first one last
    double m_height = 0;
    bool m_stopped = false;
};

/// Nodes that nothing leads to stand in the first row while they are few.
QByteArray sourcesOnTop(const GraphShape& shape)
{
    std::vector<bool> fed(shape.nodes.size());
    for (const GraphShape::Edge& edge : shape.edges) {
        if (edge.from >= 0 && edge.to >= 0 && edge.from != edge.to) {
            fed[static_cast<size_t>(edge.to)] = true;
        }
    }
    const auto sources = std::count(fed.begin(), fed.end(), false);
    if (sources == 0 || sources > graphedges::mostSourcesOnTop) {
        return {};
    }
    QByteArray text = "{rank=source;";
    for (size_t i = 0; i < fed.size(); ++i) {
        if (!fed[i]) {
            text += QByteArray::number(static_cast<qulonglong>(i)) + ';';
        }
    }
    return text + "}\n";
}

Outcome outcomeOf(const QProcess& process)
{
    if (process.error() == QProcess::FailedToStart) {
        return Outcome::Missing;
    }
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 ? Outcome::Good : Outcome::Crashed;
}

void kill(QProcess& process)
{
    process.kill();
    process.waitForFinished(-1);
}

/// dot lets a long way end at a box's side or corner; from above and below it is easier to follow.
void endAboveAndBelow(GraphGeometry& geometry, const GraphShape& shape)
{
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        std::vector<QPointF>& path = geometry.edges[i].path;
        if (path.empty() || shape.edges[i].from == shape.edges[i].to) {
            continue;
        }
        const QRectF& from = geometry.nodes[static_cast<size_t>(shape.edges[i].from)];
        const QRectF& to = geometry.nodes[static_cast<size_t>(shape.edges[i].to)];
        const auto inside = [](const QRectF& node, double x) {
            const double most = std::min(cornerInset, node.width() / 2);
            return std::clamp(x, node.left() + most, node.right() - most);
        };
        if (from.bottom() >= to.top()) {
            continue;
        }
        if (path.front().y() < from.bottom() - 1 || inside(from, path.front().x()) != path.front().x()) {
            path.front() = {inside(from, path.front().x()), from.bottom()};
            path[1] = {path.front().x(), path.front().y() + endBend};
        }
        if (path.back().y() > to.top() + 1 || inside(to, path.back().x()) != path.back().x()) {
            path.back() = {inside(to, path.back().x()), to.top()};
            path[path.size() - 2] = {path.back().x(), path.back().y() - endBend};
        }
    }
}

/// Ways between neighbouring layers leave and arrive vertically, as those of our own layout do; nothing stands between.
void bendShortEdges(GraphGeometry& geometry, const GraphShape& shape)
{
    for (size_t i = 0; i < geometry.edges.size(); ++i) {
        std::vector<QPointF>& path = geometry.edges[i].path;
        if (path.empty()) {
            continue;
        }
        const QRectF& from = geometry.nodes[static_cast<size_t>(shape.edges[i].from)];
        const QRectF& to = geometry.nodes[static_cast<size_t>(shape.edges[i].to)];
        const double height = path.back().y() - path.front().y();
        const bool leavesBelow = std::abs(path.front().y() - from.bottom()) < 1;
        const bool arrivesAbove = std::abs(path.back().y() - to.top()) < 1;
        if (leavesBelow && arrivesAbove && height > 0 && height < 1.5 * graphedges::rankGap) {
            const QPointF end = path.back();
            path.resize(1);
            graphedges::curveTo(path, end);
        }
    }
}

} // namespace

QByteArray toInput(const GraphShape& shape)
{
    QByteArray text = "digraph{graph[nodesep=" + inches(graphedges::nodeGap) + ",ranksep=" + inches(graphedges::rankGap)
        + ",splines=true,nslimit=8,nslimit1=8,mclimit=1];node[shape=box,fixedsize=true,label=\"\"];"
          "edge[arrowhead=none];\n";
    for (size_t i = 0; i < shape.nodes.size(); ++i) {
        text += QByteArray::number(static_cast<qulonglong>(i)) + "[width=" + inches(shape.nodes[i].width())
            + ",height=" + inches(shape.nodes[i].height()) + "];\n";
    }
    text += sourcesOnTop(shape);
    for (const GraphShape::Edge& edge : shape.edges) {
        if (edge.from >= 0 && edge.to >= 0) {
            text += QByteArray::number(edge.from) + "->" + QByteArray::number(edge.to) + ";\n";
        }
    }
    return text + "}\n";
}

std::optional<GraphGeometry> fromPlain(const QByteArray& plain, const GraphShape& shape)
{
    std::optional<GraphGeometry> geometry = PlainReader(shape).read(plain);
    if (geometry) {
        graphedges::attachEnds(*geometry, shape);
        endAboveAndBelow(*geometry, shape);
        bendShortEdges(*geometry, shape);
        graphedges::placeLabels(*geometry, shape);
        graphedges::normalize(*geometry, shape);
    }
    return geometry;
}

Answer run(const GraphShape& shape, const GraphLayoutOptions& options, const std::atomic_bool* cancelled)
{
    const QString program =
        options.dot.isEmpty() ? QStandardPaths::findExecutable(u"dot"_s) : QStandardPaths::findExecutable(options.dot);
    if (program.isEmpty()) {
        return {.outcome = Outcome::Missing, .geometry = {}};
    }
    const QDeadlineTimer deadline(options.timeLimit);
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, {u"-Tplain"_s});
    process.write(toInput(shape));
    process.closeWriteChannel();
    QByteArray answer;
    while (process.state() != QProcess::NotRunning) {
        process.waitForFinished(pollMs);
        answer += process.readAllStandardOutput();
        if (cancelled && *cancelled) {
            kill(process);
            return {.outcome = Outcome::Cancelled, .geometry = {}};
        }
        if (deadline.hasExpired() || answer.size() > mostBytes) {
            kill(process);
            return {.outcome = answer.size() > mostBytes ? Outcome::Unreadable : Outcome::TooSlow, .geometry = {}};
        }
    }
    answer += process.readAllStandardOutput();
    const Outcome outcome = outcomeOf(process);
    if (outcome != Outcome::Good) {
        return {.outcome = outcome, .geometry = {}};
    }
    std::optional<GraphGeometry> geometry = fromPlain(answer, shape);
    if (!geometry) {
        return {.outcome = Outcome::Unreadable, .geometry = {}};
    }
    return {.outcome = Outcome::Good, .geometry = std::move(*geometry)};
}

} // namespace millrace::graphdot
