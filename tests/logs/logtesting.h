// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/loginput.h"
#include "logs/rebalanceanalyser.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace millrace::testing {

/// A file of tests/data/kafka.
inline QString kafkaData(const QString& name)
{
    return QStringLiteral(MILLRACE_TEST_DATA "/kafka/") + name;
}

/// The whole text of a file, unpacked.
inline QByteArray textOf(const QString& path)
{
    QByteArray text;
    Result<LogInput> input = LogInput::open(path);
    std::vector<char> buffer(64 * 1024);
    while (input) {
        const Result<qsizetype> count = input->read(buffer);
        if (!count || *count == 0) {
            break;
        }
        text.append(buffer.data(), *count);
    }
    return text;
}

/// Analyses text as one log that has ended.
inline RebalanceReport analyse(const QByteArray& text, const RebalanceOptions& options = {})
{
    RebalanceAnalyser analyser(options);
    const int source = analyser.addSource();
    analyser.beginFile(source, QStringLiteral("server.log"));
    analyser.feed(source, text);
    analyser.endFile(source);
    return analyser.snapshot();
}

/// "[2020-07-01 hh:mm:ss,000] INFO [GroupCoordinator 0]: message (kafka.coordinator.group.GroupCoordinator)", seconds
/// after 10:00.
inline QByteArray logLine(int seconds, const QByteArray& message, const QByteArray& context = "[GroupCoordinator 0]: ")
{
    const auto two = [](int number) { return QByteArray::number(number).rightJustified(2, '0'); };
    return "[2020-07-01 " + two(10 + seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60)
        + ",000] INFO " + context + message + " (kafka.coordinator.group.GroupCoordinator)\n";
}

inline QByteArray startLine(int seconds, int oldGeneration, const QByteArray& reason, const QByteArray& group = "g")
{
    return logLine(seconds,
        "Preparing to rebalance group " + group + " in state PreparingRebalance with old generation "
            + QByteArray::number(oldGeneration) + " (__consumer_offsets-3) (reason: " + reason + ")");
}

inline QByteArray joinedLine(int seconds, int generation, const QByteArray& group = "g")
{
    return logLine(seconds,
        "Stabilized group " + group + " generation " + QByteArray::number(generation) + " (__consumer_offsets-3)");
}

inline QByteArray assignedLine(int seconds, int generation, const QByteArray& group = "g")
{
    return logLine(seconds,
        "Assignment received from leader for group " + group + " for generation " + QByteArray::number(generation));
}

/// A whole rebalance that takes the given seconds to join.
inline QByteArray rebalanceLines(
    int seconds, int oldGeneration, int joinSeconds, const QByteArray& reason = "Adding new member m")
{
    return startLine(seconds, oldGeneration, reason) + joinedLine(seconds + joinSeconds, oldGeneration + 1)
        + assignedLine(seconds + joinSeconds, oldGeneration + 1);
}

} // namespace millrace::testing
