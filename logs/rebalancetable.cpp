// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logclock.h"
#include "logs/rebalancefindings.h"
#include "logs/rebalancewriters.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RebalanceTable)
};

const QString kUnknown = u"—"_s;
constexpr int kTextWidth = 96;

/// Text of clients cannot move the cursor or colour the terminal.
QString harmless(QString text)
{
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format) {
            c = QChar(0xfffd);
        }
    }
    return text;
}

/// Columns that a character takes in a terminal: East Asian wide ones two.
int widthOf(const QString& text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4()) {
        const bool wide = (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
        width += wide ? 2 : QChar::category(c) == QChar::Mark_NonSpacing ? 0 : 1;
    }
    return width;
}

QString aligned(const QList<QStringList>& rows, const QList<bool>& right)
{
    QList<int> widths(right.size(), 0);
    for (const QStringList& row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], widthOf(row[i]));
        }
    }
    QString text;
    for (const QStringList& row : rows) {
        QString line = u"  "_s;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString gap(widths[i] - widthOf(row[i]), u' ');
            line += (i == 0 ? QString() : u"  "_s) + (right[i] ? gap + row[i] : row[i] + gap);
        }
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        text += line + u'\n';
    }
    return text;
}

/// Breaks a paragraph at blanks, with indent before every line but the first.
QString wrapped(const QString& text, const QString& indent)
{
    // A number keeps its unit.
    static const QStringList units{u"s"_s, u"s:"_s, u"s,"_s, u"s."_s, u"s;"_s, u"min"_s, u"h"_s, u"d"_s, u"%"_s};
    QString result;
    int column = int(indent.size());
    for (const QString& word : text.split(u' ')) {
        const int width = widthOf(word);
        const bool isUnit = !result.isEmpty() && result.back().isDigit() && units.contains(word);
        if (column > int(indent.size()) && column + 1 + width > kTextWidth && !isUnit) {
            result += u'\n' + indent;
            column = int(indent.size());
        } else if (!result.isEmpty()) {
            result += u' ';
            ++column;
        }
        result += word;
        column += width;
    }
    return result + u'\n';
}

QString seconds(std::optional<qint64> ms)
{
    return ms ? QString::number(double(*ms) / 1000, 'f', 3) : kUnknown;
}

QString number(qint64 value)
{
    return value < 0 ? kUnknown : QString::number(value);
}

QString memberText(const Rebalance& rebalance)
{
    QStringList parts;
    for (const RebalanceMember& event : rebalance.events.mid(0, 3)) {
        const QString what = event.what == RebalanceMember::What::Failed ? Words::tr("failed: %1")
            : event.what == RebalanceMember::What::Left                  ? Words::tr("left: %1")
                                                                         : Words::tr("not joined: %1");
        parts += what.arg(harmless(event.member));
    }
    if (rebalance.events.size() > 3) {
        parts += Words::tr("and %1 more").arg(rebalance.events.size() - 3);
    }
    return parts.join(u", "_s);
}

QString tableOf(const RebalanceGroup& group, const QTimeZone& zone)
{
    QList<QStringList> rows{{Words::tr("start"), Words::tr("join s"), Words::tr("sync s"), Words::tr("total s"),
        Words::tr("gen"), Words::tr("members"), Words::tr("outcome"), Words::tr("reason"), Words::tr("lost members")}};
    for (const Rebalance& rebalance : group.rebalances) {
        const QString start = rebalance.start == kNoTime ? kUnknown : logTimeText(rebalance.start, zone);
        rows.push_back({start, seconds(rebalance.joinMs()), seconds(rebalance.syncMs()), seconds(rebalance.totalMs()),
            number(rebalance.generation), number(rebalance.members), toId(rebalance.outcome),
            rebalance.reason == RebalanceReason::Unknown ? kUnknown : toId(rebalance.reason), memberText(rebalance)});
    }
    return aligned(rows, {false, true, true, true, true, true, false, false, false});
}

QString numbersOf(const RebalanceStatistics& statistics)
{
    const auto duration = [](qint64 ms) { return ms < 0 ? kUnknown : elapsedText(ms); };
    return Words::tr("Rebalances: %1, %2 per hour; median %3, 95 % under %4, longest %5; %6%7 without consuming (%8 %)")
        .arg(statistics.count)
        .arg(QString::number(statistics.perHour, 'g', 3), duration(statistics.p50Ms), duration(statistics.p95Ms),
            duration(statistics.maxMs), statistics.unavailableOpen ? u"≥ "_s : QString(),
            elapsedText(statistics.unavailableMs), QString::number(qRound(statistics.unavailableShare * 100)));
}

/// shown holds the advice that was already printed for this group: several findings may share it.
QString findingText(const RebalanceFinding& finding, QList<RebalanceAdvice>& shown)
{
    const QString mark = finding.severity == RebalanceFinding::Severity::Problem ? Words::tr("Problem")
        : finding.severity == RebalanceFinding::Severity::Warning                ? Words::tr("Warning")
                                                                                 : Words::tr("Note");
    QString text = u"  "_s + wrapped(mark + u": "_s + harmless(finding.text), u"    "_s);
    for (const RebalanceAdvice& advice : finding.advice) {
        if (shown.contains(advice)) {
            continue;
        }
        shown += advice;
        QString line = Words::tr("Advice: %1").arg(advice.text);
        if (!advice.setting.isEmpty()) {
            line += u" ["_s + advice.setting + u']';
        }
        if (!advice.price.isEmpty()) {
            line += u' ' + Words::tr("Price: %1").arg(advice.price);
        }
        text += u"    - "_s + wrapped(line, u"      "_s);
    }
    return text;
}

QString clientErrorText(const ClientError& error)
{
    QString text = u"  "_s + wrapped(Words::tr("%1 × %2").arg(error.count).arg(harmless(error.sample)), u"    "_s);
    text += u"    "_s + wrapped(Words::tr("Cause: %1").arg(error.cause), u"    "_s);
    text += u"    "_s + wrapped(Words::tr("Advice: %1").arg(error.remedy), u"    "_s);
    if (!error.remark.isEmpty()) {
        text += u"    "_s + wrapped(Words::tr("Mind: %1").arg(error.remark), u"    "_s);
    }
    return text;
}

} // namespace

QString rebalancesAsTable(const RebalanceReport& report)
{
    QString text = Words::tr("Times in %1; the log's own zone is taken to be %2.")
                       .arg(zoneLabel(report.displayZone), zoneLabel(report.logZone))
        + u'\n';
    for (const RebalanceGroup& group : report.groups) {
        text += u'\n' + Words::tr("Group %1").arg(harmless(group.group)) + u'\n';
        if (!group.rebalances.isEmpty()) {
            text += u"  "_s + wrapped(numbersOf(group.statistics), u"  "_s) + tableOf(group, report.displayZone);
        }
        QList<RebalanceAdvice> shown;
        for (const RebalanceFinding& finding : group.findings) {
            text += findingText(finding, shown);
        }
    }
    if (!report.clientErrors.isEmpty()) {
        text += u'\n' + Words::tr("Client errors") + u'\n';
        for (const ClientError& error : report.clientErrors) {
            text += clientErrorText(error);
        }
    }
    for (const QString& note : report.notes) {
        text += u'\n' + wrapped(harmless(note), QString());
    }
    return text;
}

} // namespace millrace
