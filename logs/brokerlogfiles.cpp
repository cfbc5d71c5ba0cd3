// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/brokerlogfiles.h"

#include "logs/coordinatorline.h"
#include "logs/jsonlogline.h"
#include "logs/linesplitter.h"
#include "logs/loginput.h"
#include "logs/logpaths.h"
#include "logs/logrecord.h"

#include <QFileInfo>

#include <algorithm>

namespace millrace {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t kProbe = 1 << 20;
constexpr qint64 kTail = 64 * 1024;

struct Probe {
    QString path;
    QString stem;
    qint64 bytes = 0;
    std::optional<qint64> first; ///< local milliseconds; good enough to sort by
    std::optional<qint64> last;
    int broker = -1;
};

struct Source {
    std::vector<Probe> files;
    int broker = -1;
};

void lookAt(std::string_view line, LogLayout& layout, Probe& probe)
{
    std::optional<LogStamp> stamp;
    if (line.starts_with('{')) {
        if (const std::optional<JsonLogLine> json = parseJsonLogLine(line)) {
            stamp = json->stamp;
            probe.broker = probe.broker < 0 ? json->coordinator : probe.broker;
        }
    } else if (const std::optional<LogLayout::Place> place = layout.locate(line)) {
        stamp = place->stamp;
    }
    if (!stamp) {
        return;
    }
    probe.first = probe.first ? probe.first : stamp->localMs;
    probe.last = stamp->localMs;
    if (const std::size_t at = line.find("[GroupCoordinator "sv); probe.broker < 0 && at != line.npos) {
        probe.broker = brokerOfContext(line.substr(at + 1));
    }
}

Probe probeFile(const QString& path)
{
    Probe probe{.path = path, .stem = rotationStem(path), .bytes = QFileInfo(path).size()};
    Result<LogInput> input = LogInput::open(path);
    if (!input) {
        return probe;
    }
    LogLayout layout;
    LineSplitter lines;
    std::vector<char> buffer(kTail);
    std::size_t seen = 0;
    while (seen < kProbe && !(probe.first && probe.broker >= 0)) {
        const Result<qsizetype> count = input->read(buffer);
        if (!count || *count == 0) {
            break;
        }
        seen += std::size_t(*count);
        lines.feed(std::string_view(buffer.data(), std::size_t(*count)),
            [&](std::string_view line) { lookAt(line, layout, probe); });
    }
    probe.last.reset();
    if (input->isPacked()) {
        return probe;
    }
    QFile file(path);
    if (file.open(QIODevice::ReadOnly) && file.seek(std::max<qint64>(0, probe.bytes - kTail))) {
        const QByteArray tail = file.readAll();
        Probe end;
        LineSplitter rest;
        rest.feed(std::string_view(tail.constData(), std::size_t(tail.size())),
            [&](std::string_view line) { lookAt(line, layout, end); });
        probe.last = end.last;
    }
    return probe;
}

bool belongs(const Source& source, const Probe& probe)
{
    if (source.broker >= 0 && probe.broker >= 0 && source.broker != probe.broker) {
        return false;
    }
    const Probe& last = source.files.back();
    if (last.stem == probe.stem) {
        return true;
    }
    return source.broker >= 0 && source.broker == probe.broker && last.last && probe.first
        && *last.last <= *probe.first;
}

} // namespace

std::vector<BrokerLogFiles> orderBrokerLogs(std::span<const QString> files)
{
    std::vector<Probe> probes;
    QStringList seen;
    for (const QString& path : files) {
        const QString canonical = QFileInfo(path).canonicalFilePath();
        if (canonical.isEmpty() || !seen.contains(canonical)) {
            seen += canonical;
            probes.push_back(probeFile(path));
        }
    }
    std::stable_sort(probes.begin(), probes.end(), [](const Probe& a, const Probe& b) {
        return a.first && b.first ? *a.first < *b.first : a.first.has_value() && !b.first.has_value();
    });
    std::vector<Source> sources;
    for (Probe& probe : probes) {
        auto home = std::find_if(
            sources.begin(), sources.end(), [&probe](const Source& source) { return belongs(source, probe); });
        if (home == sources.end()) {
            home = sources.insert(sources.end(), Source{});
        }
        home->broker = home->broker < 0 ? probe.broker : home->broker;
        home->files.push_back(std::move(probe));
    }
    std::vector<BrokerLogFiles> result;
    for (const Source& source : sources) {
        BrokerLogFiles log;
        for (const Probe& file : source.files) {
            log.files += file.path;
            log.bytes += file.bytes;
        }
        result.push_back(std::move(log));
    }
    return result;
}

} // namespace millrace
