// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/texttable.h"

#include <algorithm>

namespace millrace::cli {

namespace {

constexpr qsizetype s_columnGap = 2;

/// Characters that terminals draw two columns wide: East Asian scripts, full-width forms and most pictographs.
bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F) || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

qsizetype terminalColumns(const QString& text)
{
    qsizetype columns = 0;
    for (const uint c : text.toUcs4()) {
        const QChar::Category category = QChar::category(c);
        if (category != QChar::Mark_NonSpacing && category != QChar::Mark_Enclosing
            && category != QChar::Other_Format) {
            columns += isWide(c) ? 2 : 1;
        }
    }
    return columns;
}

} // namespace

QString onOneLine(const QString& text)
{
    QString line = text;
    for (QChar& c : line) {
        // Also the narrow spaces of figures: what stands in a terminal is searched with an ordinary one.
        const bool isSpace = c.category() == QChar::Separator_Space || c == QChar::LineSeparator;
        if (isSpace || c.category() == QChar::Other_Control || c == QChar::ParagraphSeparator) {
            c = u' ';
        }
    }
    return line;
}

QString asTable(const std::vector<QStringList>& rows)
{
    std::vector<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())), 0);
        for (qsizetype i = 0; i < row.size(); ++i) {
            auto& width = widths[static_cast<std::size_t>(i)];
            width = std::max(width, terminalColumns(onOneLine(row[i])));
        }
    }
    QString text;
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString cell = onOneLine(row[i]);
            line += cell + QString(widths[static_cast<std::size_t>(i)] - terminalColumns(cell) + s_columnGap, u' ');
        }
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        text += line + u'\n';
    }
    return text;
}

} // namespace millrace::cli
