// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/planoperator.h"

#include <QRegularExpression>

namespace millrace::sql {

using namespace Qt::StringLiterals;

namespace {

/// Three characters a level: ":  " or "   ", and "+- " or ":- " before the step itself.
constexpr qsizetype s_indent = 3;

/// How deep a line is drawn; 0 when it is not drawn at all.
qsizetype drawnDepth(QStringView line)
{
    qsizetype at = 0;
    while (at + s_indent <= line.size()) {
        const QStringView piece = line.sliced(at, s_indent);
        if (piece == u"+- " || piece == u":- ") {
            return at / s_indent + 1;
        }
        if (piece != u"   " && piece != u":  " && piece != u"|  ") {
            return 0;
        }
        at += s_indent;
    }
    return 0;
}

/// Takes "(reuse_id=[7])" or "Reused(reference_id=[7])" apart; 0 when the text is neither.
int takeNumber(QString& text, const QRegularExpression& pattern)
{
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch()) {
        return 0;
    }
    text.remove(match.capturedStart(), match.capturedLength());
    return match.captured(1).toInt();
}

void takeApart(PlanLine& line)
{
    static const QRegularExpression reuse(u"\\(reuse_id=\\[(\\d{1,9})\\]\\)$"_s);
    static const QRegularExpression reference(u"^Reused\\(reference_id=\\[(\\d{1,9})\\]\\)$"_s);
    const qsizetype cost = line.text.lastIndexOf(": rowcount = "_L1);
    if (cost >= 0) {
        line.cost = line.text.sliced(cost + 2).trimmed();
        line.text.truncate(cost);
    }
    line.text = line.text.trimmed();
    line.reuseId = takeNumber(line.text, reuse);
    line.reference = takeNumber(line.text, reference);
}

} // namespace

std::vector<PlanLine> planLines(QStringView text)
{
    std::vector<PlanLine> lines;
    std::vector<int> open; // the line above at each depth
    bool afterGap = true;
    for (QStringView raw : text.tokenize(u'\n')) {
        if (raw.endsWith(u'\r')) {
            raw.chop(1);
        }
        if (raw.trimmed().isEmpty()) {
            afterGap = true;
            continue;
        }
        const qsizetype depth = drawnDepth(raw);
        if (depth == 0 && !afterGap) {
            lines.back().text += u'\n' + raw.toString();
            continue;
        }
        afterGap = false;
        // A text that was cut at the top hangs its first lines under nothing.
        const auto level = std::min(std::size_t(depth), open.size());
        PlanLine line;
        line.text = raw.sliced(depth * s_indent).toString();
        line.parent = level == 0 ? -1 : open[level - 1];
        open.resize(level);
        open.push_back(int(lines.size()));
        lines.push_back(std::move(line));
    }
    for (PlanLine& line : lines) {
        takeApart(line);
    }
    return lines;
}

} // namespace millrace::sql
