// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/humantext.h"
#include "widgets/jobdetail/chartgeometry.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CheckpointCharts)
};

enum Part { Alignment, SyncAsync, Whole, Failed, PartCount };

qint64 millisecondsOf(const Checkpoint& checkpoint)
{
    return checkpoint.triggeredAt.toMSecsSinceEpoch();
}

QString barToolTip(const CheckpointRow& row)
{
    const Checkpoint& checkpoint = row.checkpoint;
    QStringList lines{Texts::tr("%1: %2").arg(checkpointName(checkpoint), checkpointStateText(checkpoint.state)),
        Texts::tr("triggered %1").arg(isoText(checkpoint.triggeredAt)),
        Texts::tr("took %1").arg(durationText(checkpoint.durationMs))};
    if (row.parts.alignmentMs >= 0) {
        lines.append(Texts::tr("alignment %1, sync %2, async %3")
                         .arg(durationText(row.parts.alignmentMs), durationText(row.parts.syncMs),
                             durationText(row.parts.asyncMs)));
    }
    if (!checkpoint.failure.isEmpty()) {
        lines.append(oneLine(checkpoint.failure, 200));
    }
    return lines.join(u'\n');
}

std::vector<double> barParts(const CheckpointRow& row)
{
    std::vector<double> parts(PartCount, 0);
    const auto total = static_cast<double>(std::max<qint64>(0, row.checkpoint.durationMs));
    if (row.checkpoint.state == Checkpoint::State::Failed) {
        parts[Failed] = total;
    } else if (row.parts.alignmentMs >= 0) {
        parts[Alignment] = std::min(total, static_cast<double>(row.parts.alignmentMs));
        parts[SyncAsync] = total - parts[Alignment];
    } else {
        parts[Whole] = total;
    }
    return parts;
}

/// The newest first in, the oldest first out, those without a time left out.
std::vector<const CheckpointRow*> shownOf(const std::vector<CheckpointRow>& history, std::size_t most)
{
    std::vector<const CheckpointRow*> shown;
    for (const CheckpointRow& row : history) {
        if (shown.size() == most) {
            break;
        }
        if (row.checkpoint.triggeredAt.isValid()) {
            shown.push_back(&row);
        }
    }
    std::reverse(shown.begin(), shown.end());
    std::stable_sort(shown.begin(), shown.end(), [](const CheckpointRow* one, const CheckpointRow* other) {
        return one->checkpoint.triggeredAt < other->checkpoint.triggeredAt;
    });
    return shown;
}

} // namespace

ChartData durationChart(const std::vector<CheckpointRow>& history, std::size_t most)
{
    ChartData data{.unit = ChartUnit::Milliseconds,
        .parts = {{Texts::tr("alignment"), Token::Warn}, {Texts::tr("sync + async"), Token::Accent, true},
            {Texts::tr("not split"), Token::TextDim, true}, {Texts::tr("failed"), Token::Error}},
        .emptyText = Texts::tr("No checkpoint yet.")};
    for (const CheckpointRow* row : shownOf(history, most)) {
        if (row->checkpoint.durationMs >= 0) {
            data.bars.push_back({.at = millisecondsOf(row->checkpoint),
                .id = row->checkpoint.id,
                .parts = barParts(*row),
                .toolTip = barToolTip(*row)});
        }
    }
    return data;
}

ChartData sizeChart(const std::vector<CheckpointRow>& history, std::size_t most)
{
    ChartData data{.unit = ChartUnit::Bytes, .emptyText = Texts::tr("No checkpoint yet.")};
    ChartLine full{.title = Texts::tr("full"), .color = Token::Accent};
    ChartLine incremental{.title = Texts::tr("incremental"), .color = Token::TextDim};
    for (const CheckpointRow* row : shownOf(history, most)) {
        const Checkpoint& checkpoint = row->checkpoint;
        if (checkpoint.state != Checkpoint::State::Completed) {
            continue;
        }
        const qint64 at = millisecondsOf(checkpoint);
        if (checkpoint.stateBytes >= 0) {
            full.points.push_back({.at = at, .value = static_cast<double>(checkpoint.stateBytes)});
        }
        if (checkpoint.isSavepoint) {
            data.marks.push_back({.at = at,
                .text = Texts::tr("%1 savepoint, %2")
                            .arg(checkpoint.triggeredAt.toLocalTime().toString(u"HH:mm"_s),
                                sizeText(checkpoint.stateBytes))});
        } else if (checkpoint.checkpointedBytes >= 0) {
            // A savepoint is never incremental: it would be a spike that means nothing.
            incremental.points.push_back({.at = at, .value = static_cast<double>(checkpoint.checkpointedBytes)});
        }
    }
    data.lines = {std::move(full), std::move(incremental)};
    return data;
}

} // namespace millrace
