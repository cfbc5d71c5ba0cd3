// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the files of an incident bundle. Everything goes through one function that takes secrets out.
#include "app/jobs/incidentbundle.h"

#include "backends/http/redaction.h"
#include "models/exceptionmodel.h"
#include "models/graphtext.h"
#include "models/humantext.h"
#include "models/jobtabletext.h"
#include "storage/redaction.h"
#include "widgets/dag/graphsvg.h"

#include <QCoreApplication>

#include <cmath>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(IncidentBundle)
};

QString redacted(const QString& text)
{
    return redactStatement(Redactor().text(text));
}

QString redactedValue(const NamedText& text)
{
    return Redactor::isSecretName(text.name) ? QString(Redactor::stars) : redacted(text.value);
}

/// One cell of a comma separated file, as RFC 4180 has it.
QString cell(const QString& text)
{
    const bool quote = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r');
    return quote ? QString(u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"') : text;
}

QString line(const QStringList& cells)
{
    QStringList written;
    for (const QString& each : cells) {
        written.append(cell(each));
    }
    return QString(written.join(u',') + u'\n');
}

QString iso(const QDateTime& at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString number(qint64 value)
{
    return value < 0 ? QString() : QString::number(value);
}

template <typename T> QString number(const std::optional<T>& value)
{
    return value ? QString::number(*value) : QString();
}

QString configurationText(const JobDetail& detail)
{
    QString text;
    const auto add = [&text](const QString& head, const std::vector<NamedText>& texts) {
        text += u"# "_s + head + u'\n';
        for (const NamedText& each : texts) {
            text += each.name + u": "_s + redactedValue(each) + u'\n';
        }
        text += u'\n';
    };
    add(u"configuration"_s, detail.configuration);
    add(u"facts"_s, detail.facts);
    return text;
}

QString exceptionsText(const JobDetail& detail)
{
    QString text;
    for (const JobFailure& failure : detail.failures) {
        text += u"==== %1 %2 %3\n%4\n\n%5\n\n"_s.arg(
            iso(failure.at), failure.task, failure.location, failure.rootCause, failure.text);
    }
    return text;
}

QString checkpointsCsv(const CheckpointOverview& overview)
{
    QString text = line({u"id"_s, u"state"_s, u"type"_s, u"triggered"_s, u"duration_ms"_s, u"state_bytes"_s,
        u"checkpointed_bytes"_s, u"in_flight_bytes"_s, u"acks"_s, u"subtasks"_s, u"location"_s, u"failure"_s});
    for (const Checkpoint& one : overview.history) {
        const QString state = one.state == Checkpoint::State::Completed ? u"completed"_s
            : one.state == Checkpoint::State::Failed                    ? u"failed"_s
                                                                        : u"in progress"_s;
        text += line({QString::number(one.id), state, one.type, iso(one.triggeredAt), number(one.durationMs),
            number(one.stateBytes), number(one.checkpointedBytes), number(one.alignmentBytes),
            QString::number(one.subtasksDone), QString::number(one.subtasks), one.location, one.failure});
    }
    return text;
}

QString savepointsCsv(const std::vector<SavepointInfo>& savepoints)
{
    QString text = line({u"location"_s, u"kind"_s, u"taken"_s, u"bytes"_s, u"format"_s, u"state"_s});
    for (const SavepointInfo& one : savepoints) {
        text += line({one.location, one.isCheckpoint ? u"checkpoint"_s : u"savepoint"_s, iso(one.takenAt),
            number(one.bytes), one.format, one.rawState});
    }
    return text;
}

QString verticesCsv(const JobDetail& detail)
{
    QString text = line({u"id"_s, u"vertex"_s, u"state"_s, u"parallelism"_s, u"busy"_s, u"idle"_s, u"backpressured"_s,
        u"records_in"_s, u"records_out"_s, u"records_in_per_s"_s, u"records_out_per_s"_s, u"bytes_in"_s, u"bytes_out"_s,
        u"watermark"_s, u"skew"_s});
    QHash<QString, QString> titles;
    for (const GraphNode& node : detail.graph.nodes) {
        titles.insert(node.id, titleOf(node));
    }
    for (const VertexStatus& one : detail.vertices) {
        text += line({one.id, titles.value(one.id), one.rawState, QString::number(one.parallelism), number(one.busy),
            number(one.idle), number(one.backpressured), number(one.recordsIn), number(one.recordsOut),
            number(one.recordsInPerSecond), number(one.recordsOutPerSecond), number(one.bytesIn), number(one.bytesOut),
            one.watermark ? iso(*one.watermark) : QString(), number(one.skew)});
    }
    return text;
}

QString metricsCsv(const MetricHistory& metrics)
{
    std::vector<MetricKey> keys = metrics.keys();
    std::sort(keys.begin(), keys.end(), [](const MetricKey& one, const MetricKey& other) {
        return std::tie(one.kind, one.id, one.name) < std::tie(other.kind, other.id, other.name);
    });
    QString text = line({u"time"_s, u"scope"_s, u"id"_s, u"metric"_s, u"value"_s});
    for (const MetricKey& key : keys) {
        const QString scope = key.kind == MetricScope::Kind::Job ? u"job"_s
            : key.kind == MetricScope::Kind::Vertex              ? u"vertex"_s
                                                                 : u"member"_s;
        for (const MetricPoint& point : metrics.series(key).points()) {
            text += line({iso(QDateTime::fromMSecsSinceEpoch(point.at)), scope, key.id, key.name,
                std::isnan(point.value) ? QString() : QString::number(point.value, 'g', 15)});
        }
    }
    return text;
}

/// Fit for a file of a zip, whatever the server calls its logs.
QString logName(const IncidentLog& log, std::size_t index)
{
    QString name;
    const QString whole =
        log.source.group.isEmpty() ? log.source.title : QString(log.source.group + u'-' + log.source.title);
    for (const QChar character : whole.left(120)) {
        const bool plain = character.isLetterOrNumber() || character == u'-' || character == u'_' || character == u'.';
        name += plain ? character : QChar(u'-');
    }
    return u"logs/%1-%2"_s.arg(index + 1, 2, 10, QChar(u'0')).arg(name);
}

QString row(const QString& name, const QString& value)
{
    return value.isEmpty() ? QString()
                           : QString(u"<tr><th align=\"left\">"_s + name.toHtmlEscaped() + u"</th><td>"_s
                               + value.toHtmlEscaped() + u"</td></tr>\n"_s);
}

QString factsTable(const IncidentParts& parts)
{
    const JobSummary& summary = parts.detail.summary;
    QString table = u"<table>\n"_s;
    table += row(Texts::tr("Job"), summary.name) + row(Texts::tr("Id"), parts.jobId);
    table += row(Texts::tr("State"), jobStateText(summary.state, summary.rawState) + u" ("_s + summary.rawState + u')');
    table += row(Texts::tr("Connection"), parts.connectionName + u" · "_s + parts.environment);
    table += row(Texts::tr("System"), parts.systemName) + row(Texts::tr("Cluster"), summary.cluster);
    table += row(Texts::tr("Started"), iso(summary.start)) + row(Texts::tr("Ended"), iso(summary.end));
    table += row(Texts::tr("Duration"), summary.durationMs < 0 ? QString() : durationText(summary.durationMs));
    table += row(Texts::tr("Restarts"), number(summary.restarts)) + row(Texts::tr("Owner"), summary.owner);
    if (parts.checkpoints) {
        table += row(Texts::tr("Checkpoints"),
            Texts::tr("%1 completed, %2 failed")
                .arg(number(parts.checkpoints->completed), number(parts.checkpoints->failed)));
    }
    table += row(Texts::tr("Taken"), iso(parts.takenAt));
    return QString(table + u"</table>\n"_s);
}

QString failuresList(const JobDetail& detail)
{
    const auto groups = groupFailures(detail.failures);
    if (groups.empty()) {
        return QString(u"<p>"_s + Texts::tr("No exceptions are known.") + u"</p>\n"_s);
    }
    QString list = u"<ol>\n"_s;
    for (const FailureGroup& group : groups) {
        const QString times = Texts::tr("%n times", nullptr, group.count);
        list += u"<li><code>"_s + group.rootCause.left(2000).toHtmlEscaped() + u"</code><br>"_s
            + QString(times + u" · "_s + iso(group.first) + u" – "_s + iso(group.last)).toHtmlEscaped() + u"</li>\n"_s;
    }
    return QString(list + u"</ol>\n"_s);
}

QString summaryHtml(const IncidentParts& parts, const std::vector<IncidentFile>& files)
{
    const QString name = parts.detail.summary.name.isEmpty() ? parts.jobId : parts.detail.summary.name;
    QString page = u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>"_s + name.toHtmlEscaped()
        + u"</title></head>\n<body>\n<h1>"_s + name.toHtmlEscaped() + u"</h1>\n"_s;
    page += factsTable(parts);
    page += u"<h2>"_s + Texts::tr("Exceptions").toHtmlEscaped() + u"</h2>\n"_s + failuresList(parts.detail);
    const auto list = [&page](const QString& title, const QStringList& sentences) {
        if (!sentences.isEmpty()) {
            page += u"<h2>"_s + title.toHtmlEscaped() + u"</h2>\n<ul>\n"_s;
            for (const QString& sentence : sentences) {
                page += u"<li>"_s + sentence.toHtmlEscaped() + u"</li>\n"_s;
            }
            page += u"</ul>\n"_s;
        }
    };
    list(Texts::tr("Notes"), parts.detail.notes);
    list(Texts::tr("Missing"), parts.missing);
    page += u"<h2>"_s + Texts::tr("Files").toHtmlEscaped() + u"</h2>\n<ul>\n"_s;
    for (const IncidentFile& file : files) {
        const QString link = QString::fromLatin1(file.name.toUtf8().toPercentEncoding("/"));
        page += u"<li><a href=\""_s + link + u"\">"_s + file.name.toHtmlEscaped() + u"</a> "_s
            + sizeText(file.content.size()) + u"</li>\n"_s;
    }
    return QString(page + u"</ul>\n<p>"_s + Texts::tr("Secrets were replaced by ***.").toHtmlEscaped()
        + u"</p>\n</body></html>\n"_s);
}

} // namespace

std::vector<IncidentFile> incidentFiles(const IncidentParts& parts)
{
    std::vector<IncidentFile> files;
    const auto add = [&files](const QString& name, const QString& text) {
        if (!text.isEmpty()) {
            files.push_back({.name = name, .content = redacted(text).toUtf8()});
        }
    };
    add(u"configuration.txt"_s, configurationText(parts.detail));
    add(u"exceptions.txt"_s, exceptionsText(parts.detail));
    if (parts.checkpoints) {
        add(u"checkpoints.csv"_s, checkpointsCsv(*parts.checkpoints));
    }
    if (!parts.savepoints.empty()) {
        add(u"savepoints.csv"_s, savepointsCsv(parts.savepoints));
    }
    if (!parts.detail.vertices.empty()) {
        add(u"vertices.csv"_s, verticesCsv(parts.detail));
    }
    if (parts.metrics.seriesCount() > 0) {
        add(u"metrics.csv"_s, metricsCsv(parts.metrics));
    }
    add(u"job.sql"_s, parts.sql);
    if (!parts.detail.graph.isEmpty()) {
        Graph graph = parts.detail.graph;
        for (GraphNode& node : graph.nodes) {
            node.title = redacted(node.title);
            node.description = redacted(node.description);
        }
        files.push_back({.name = u"plan.json"_s, .content = graphAsJson(graph)});
        files.push_back({.name = u"plan.dot"_s, .content = graphAsDot(graph).toUtf8()});
        if (auto svg = graphAsSvg(graph)) {
            files.push_back({.name = u"plan.svg"_s, .content = std::move(*svg)});
        }
    }
    for (std::size_t i = 0; i < parts.logs.size(); ++i) {
        add(logName(parts.logs[i], i), QString::fromUtf8(parts.logs[i].bytes));
    }
    const QByteArray summary = redacted(summaryHtml(parts, files)).toUtf8();
    files.insert(files.begin(), {.name = u"summary.html"_s, .content = summary});
    return files;
}

} // namespace millrace
