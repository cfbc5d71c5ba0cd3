// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rebalanceanalyser.h"

#include "logs/brokerlog.h"
#include "logs/brokerlogfiles.h"
#include "logs/loginput.h"
#include "logs/rebalancefindings.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <vector>

namespace millrace {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RebalanceAnalyser)
};

constexpr std::size_t kReadBuffer = 1 << 20;

void add(RebalanceGroupFacts& sum, const RebalanceGroupFacts& part)
{
    sum.rebalanceTimeoutMs = std::max(sum.rebalanceTimeoutMs, part.rebalanceTimeoutMs);
    sum.sessionTimeoutMs = std::max(sum.sessionTimeoutMs, part.sessionTimeoutMs);
    sum.cooperative = sum.cooperative || part.cooperative;
    sum.staticMembers = sum.staticMembers || part.staticMembers;
    sum.newProtocol = sum.newProtocol || part.newProtocol;
    sum.epochs += part.epochs;
    sum.lastEpoch = std::max(sum.lastEpoch, part.lastEpoch);
    sum.coordinatorMoves += part.coordinatorMoves;
    sum.generationResets += part.generationResets;
}

void add(MemberTally& sum, const MemberTally& part)
{
    sum.host = sum.host.isEmpty() ? part.host : sum.host;
    sum.joins += part.joins;
    sum.leaves += part.leaves;
    sum.sessionTimeouts += part.sessionTimeouts;
    sum.pollTimeouts += part.pollTimeouts;
    sum.notRejoined += part.notRejoined;
    sum.syncTimeouts += part.syncTimeouts;
    sum.pendingExpired += part.pendingExpired;
    sum.leaderLate += part.leaderLate;
}

bool isWorse(const MemberTally& a, const MemberTally& b)
{
    if (a.failures() != b.failures()) {
        return a.failures() > b.failures();
    }
    return a.joins + a.leaves != b.joins + b.leaves ? a.joins + a.leaves > b.joins + b.leaves : a.member < b.member;
}

/// What one broker knows about a group, put together with what others know.
void add(RebalanceGroup& sum, const CoordinatorGroup& part)
{
    const QList<Rebalance> rebalances = part.rebalances();
    const bool several = !sum.rebalances.isEmpty() && !rebalances.isEmpty();
    sum.rebalances = sum.rebalances.isEmpty() ? rebalances : sum.rebalances + rebalances;
    if (several) {
        std::stable_sort(sum.rebalances.begin(), sum.rebalances.end(),
            [](const Rebalance& a, const Rebalance& b) { return a.anchor() < b.anchor(); });
    }
    add(sum.facts, part.facts());
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < sum.members.size(); ++i) {
        places.insert(sum.members[i].member, i);
    }
    for (const auto& [name, tally] : part.tallies()) {
        const auto place = places.constFind(tally.member);
        if (place != places.constEnd()) {
            add(sum.members[*place], tally);
        } else if (!tally.member.isEmpty()) {
            sum.members.push_back(tally);
        }
    }
}

void addNotes(RebalanceReport& report, const std::map<std::string, qint64>& unknownTypes, const QStringList& wanted)
{
    qint64 lines = 0;
    for (const RebalanceFile& file : std::as_const(report.files)) {
        lines += file.lines;
    }
    if (report.coordinatorLines == 0 && lines > 0) {
        report.notes += Words::tr("No line of a group coordinator was found. Brokers write them at level INFO: set the "
                                  "loggers kafka.coordinator.group.GroupCoordinator and "
                                  "org.apache.kafka.coordinator.group to INFO, and read the broker's server.log.");
    }
    for (const QString& name : wanted) {
        const bool found = std::any_of(report.groups.cbegin(), report.groups.cend(),
            [&name](const RebalanceGroup& group) { return group.group == name; });
        if (!found && report.coordinatorLines > 0) {
            report.notes += Words::tr("The group %1 has no rebalance in these logs.").arg(name);
        }
    }
    for (const auto& [type, count] : unknownTypes) {
        report.notes += Words::tr("Records of the unknown type %2 that were left out: %1.")
                            .arg(count)
                            .arg(QString::fromStdString(type));
    }
}

} // namespace

struct RebalanceAnalyser::Private {
    struct Source {
        BrokerLog log;
        int openFile = -1;
    };

    RebalanceOptions options;
    std::vector<Source> sources;
    QList<RebalanceFile> files;
};

RebalanceAnalyser::RebalanceAnalyser(RebalanceOptions options) : d(std::make_unique<Private>())
{
    d->options = std::move(options);
}

RebalanceAnalyser::RebalanceAnalyser(RebalanceAnalyser&&) noexcept = default;
RebalanceAnalyser& RebalanceAnalyser::operator=(RebalanceAnalyser&&) noexcept = default;
RebalanceAnalyser::~RebalanceAnalyser() = default;

int RebalanceAnalyser::addSource()
{
    d->sources.push_back({.log = BrokerLog(d->options)});
    return int(d->sources.size()) - 1;
}

void RebalanceAnalyser::beginFile(int source, const QString& path)
{
    Private::Source& target = d->sources.at(std::size_t(source));
    if (target.openFile >= 0) {
        endFile(source);
    }
    d->files.push_back({.path = path});
    target.openFile = int(d->files.size()) - 1;
    target.log.beginFile(target.openFile);
}

void RebalanceAnalyser::feed(int source, QByteArrayView bytes)
{
    Private::Source& target = d->sources.at(std::size_t(source));
    if (target.openFile < 0) {
        beginFile(source, {});
    }
    target.log.feed(std::string_view(bytes.data(), std::size_t(bytes.size())));
}

void RebalanceAnalyser::endFile(int source, const QString& problem)
{
    Private::Source& target = d->sources.at(std::size_t(source));
    if (target.openFile < 0) {
        return;
    }
    target.log.endFile();
    d->files[target.openFile].lines = target.log.lines();
    d->files[target.openFile].problem = problem;
    target.openFile = -1;
}

RebalanceReport RebalanceAnalyser::snapshot() const
{
    RebalanceReport report;
    report.files = d->files;
    report.logZone = d->options.logZone;
    report.displayZone = d->options.displayZone;
    QHash<QString, qsizetype> places;
    std::map<std::string, qint64> unknownTypes;
    for (const Private::Source& source : d->sources) {
        if (source.openFile >= 0) {
            report.files[source.openFile].lines = source.log.lines();
        }
        report.coordinatorLines += source.log.coordinatorLines();
        source.log.clientErrors().report(report.clientErrors);
        if (source.log.from() != kNoTime) {
            report.from = report.from == kNoTime ? source.log.from() : std::min(report.from, source.log.from());
            report.to = std::max(report.to, source.log.to());
        }
        for (const auto& [type, count] : source.log.unknownTypes()) {
            unknownTypes[type] += count;
        }
        for (const auto& [broker, coordinator] : source.log.coordinators()) {
            for (const auto& [name, group] : coordinator.groups()) {
                const QString key = QString::fromUtf8(name.data(), qsizetype(name.size()));
                const auto place = places.constFind(key);
                if (place == places.constEnd()) {
                    places.insert(key, report.groups.size());
                    report.groups.push_back({.group = key});
                    add(report.groups.back(), group);
                } else {
                    add(report.groups[*place], group);
                }
            }
        }
    }
    for (RebalanceGroup& group : report.groups) {
        std::sort(group.members.begin(), group.members.end(), isWorse);
        group.statistics = rebalanceStatistics(group.rebalances, report.from, report.to);
        group.findings = rebalanceFindings(group, d->options, report.to);
    }
    report.groups.removeIf(
        [](const RebalanceGroup& group) { return group.rebalances.isEmpty() && group.findings.isEmpty(); });
    std::sort(report.groups.begin(), report.groups.end(), [](const RebalanceGroup& a, const RebalanceGroup& b) {
        const qint64 first = a.rebalances.isEmpty() ? kNoTime : a.rebalances.first().anchor();
        const qint64 second = b.rebalances.isEmpty() ? kNoTime : b.rebalances.first().anchor();
        return first != second ? first < second : a.group < b.group;
    });
    addNotes(report, unknownTypes, d->options.groups);
    return report;
}

RebalanceReport analyseRebalances(std::span<const QString> files, const RebalanceOptions& options)
{
    RebalanceAnalyser analyser(options);
    std::vector<char> buffer(kReadBuffer);
    qint64 total = 0;
    qint64 done = 0;
    const std::vector<BrokerLogFiles> sources = orderBrokerLogs(files);
    for (const BrokerLogFiles& source : sources) {
        total += source.bytes;
    }
    bool cancelled = false;
    for (const BrokerLogFiles& source : sources) {
        const int number = analyser.addSource();
        for (const QString& path : source.files) {
            analyser.beginFile(number, path);
            Result<LogInput> input = LogInput::open(path);
            QString problem = input ? QString() : input.error().message;
            while (input && problem.isEmpty() && !cancelled) {
                const Result<qsizetype> count = input->read(buffer);
                if (!count || *count == 0) {
                    problem = count ? QString() : count.error().message;
                    break;
                }
                analyser.feed(number, QByteArrayView(buffer.data(), *count));
                if (options.progress) {
                    options.progress(done + input->position(), total);
                }
                cancelled = options.cancel.isCancelled();
            }
            done += input ? input->position() : 0;
            analyser.endFile(number, problem);
        }
    }
    RebalanceReport report = analyser.snapshot();
    report.cancelled = cancelled;
    return report;
}

} // namespace millrace
