// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rebalancewriters.h"

#include "logs/logclock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

QJsonValue jsonTime(qint64 utc)
{
    return utc == kNoTime ? QJsonValue(QJsonValue::Null) : QJsonValue(isoTimeText(utc));
}

QJsonObject jsonOf(const Rebalance& rebalance)
{
    const QString reason = toId(rebalance.reason);
    return {
        {u"start"_s, jsonTime(rebalance.start)},
        {u"joined"_s, jsonTime(rebalance.joined)},
        {u"assigned"_s, jsonTime(rebalance.assigned)},
        {u"generation"_s, rebalance.generation < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(rebalance.generation)},
        {u"outcome"_s, toId(rebalance.outcome)},
        {u"reason"_s, reason.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(reason)},
    };
}

QJsonObject jsonOf(const RebalanceFinding& finding)
{
    QJsonArray advice;
    for (const RebalanceAdvice& item : finding.advice) {
        advice.append(QJsonObject{{u"text"_s, item.text}, {u"setting"_s, item.setting}, {u"price"_s, item.price}});
    }
    return {
        {u"id"_s, finding.id},
        {u"severity"_s, toId(finding.severity)},
        {u"text"_s, finding.text},
        {u"from"_s, jsonTime(finding.from)},
        {u"to"_s, jsonTime(finding.to)},
        {u"members"_s, QJsonArray::fromStringList(finding.members)},
        {u"advice"_s, advice},
    };
}

QJsonObject jsonOf(const ClientError& error)
{
    return {
        {u"id"_s, toId(error.kind)},
        {u"count"_s, error.count},
        {u"first"_s, jsonTime(error.first)},
        {u"last"_s, jsonTime(error.last)},
        {u"sample"_s, error.sample},
        {u"cause"_s, error.cause},
        {u"remedy"_s, error.remedy},
        {u"remark"_s, error.remark},
    };
}

QByteArray csvField(const QString& text)
{
    QByteArray field = text.toUtf8();
    if (field.contains(',') || field.contains('"') || field.contains('\n') || field.contains('\r')) {
        field.replace('"', "\"\"");
        field = '"' + field + '"';
    }
    return field;
}

QString csvTime(qint64 utc)
{
    return utc == kNoTime ? QString() : isoTimeText(utc);
}

QString csvSeconds(std::optional<qint64> ms)
{
    return ms ? QString::number(double(*ms) / 1000, 'f', 3) : QString();
}

QString csvNumber(qint64 number)
{
    return number < 0 ? QString() : QString::number(number);
}

QStringList csvRow(const RebalanceReport& report, const RebalanceGroup& group, const Rebalance& rebalance)
{
    using What = RebalanceMember::What;
    const auto names = [&rebalance](What what) { return rebalance.membersThat(what).join(u"; "_s); };
    const bool inFile = rebalance.file >= 0 && rebalance.file < report.files.size();
    qint64 line = rebalance.startLine;
    for (const qint64 other : {rebalance.joinedLine, rebalance.assignedLine, rebalance.endLine}) {
        line = line > 0 ? line : other;
    }
    return {group.group, csvTime(rebalance.start), csvTime(rebalance.joined), csvTime(rebalance.assigned),
        csvTime(rebalance.end), csvNumber(rebalance.oldGeneration), csvNumber(rebalance.generation),
        toId(rebalance.outcome), toId(rebalance.reason), csvSeconds(rebalance.joinMs()), csvSeconds(rebalance.syncMs()),
        csvSeconds(rebalance.totalMs()), csvNumber(rebalance.members), csvNumber(rebalance.staticMembers),
        rebalance.leader, names(What::Failed), names(What::Left), names(What::NotRejoined),
        QString::fromUtf8(rebalance.reasonText), QString::fromUtf8(rebalance.clientReason), csvNumber(rebalance.broker),
        inFile ? report.files[rebalance.file].path : QString(), csvNumber(line > 0 ? line : -1)};
}

void appendCsv(QByteArray& csv, const QStringList& row)
{
    for (qsizetype i = 0; i < row.size(); ++i) {
        csv += (i == 0 ? "" : ",") + csvField(row[i]);
    }
    csv += "\r\n";
}

} // namespace

QByteArray rebalancesAsJson(const RebalanceReport& report)
{
    QJsonArray groups;
    for (const RebalanceGroup& group : report.groups) {
        QJsonArray rebalances;
        for (const Rebalance& rebalance : group.rebalances) {
            rebalances.append(jsonOf(rebalance));
        }
        QJsonArray findings;
        for (const RebalanceFinding& finding : group.findings) {
            findings.append(jsonOf(finding));
        }
        groups.append(QJsonObject{{u"group"_s, group.group}, {u"rebalances"_s, rebalances}, {u"findings"_s, findings}});
    }
    QJsonObject root{{u"groups"_s, groups}};
    if (!report.clientErrors.isEmpty()) {
        QJsonArray errors;
        for (const ClientError& error : report.clientErrors) {
            errors.append(jsonOf(error));
        }
        root.insert(u"clientErrors"_s, errors);
    }
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

QByteArray rebalancesAsCsv(const RebalanceReport& report)
{
    QByteArray csv;
    appendCsv(csv,
        {u"group"_s, u"start"_s, u"joined"_s, u"assigned"_s, u"end"_s, u"old_generation"_s, u"generation"_s,
            u"outcome"_s, u"reason"_s, u"join_s"_s, u"sync_s"_s, u"total_s"_s, u"members"_s, u"static_members"_s,
            u"leader"_s, u"failed"_s, u"left"_s, u"not_rejoined"_s, u"reason_text"_s, u"client_reason"_s, u"broker"_s,
            u"file"_s, u"line"_s});
    for (const RebalanceGroup& group : report.groups) {
        for (const Rebalance& rebalance : group.rebalances) {
            appendCsv(csv, csvRow(report, group, rebalance));
        }
    }
    return csv;
}

} // namespace millrace
