// SPDX-License-Identifier: GPL-3.0-or-later
// What SqlEditor does by the language of its script.
#include "widgets/editor/bracketmatch.h"
#include "widgets/editor/codefolds.h"
#include "widgets/editor/codescan.h"
#include "widgets/editor/editorgutter.h"
#include "widgets/editor/editormarks.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/sqllexer.h"

#include <algorithm>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

constexpr int s_bracketReach = 256 * 1024; ///< bytes before and behind the caret that are read for a partner

} // namespace

void SqlEditor::setLanguage(ScriptLanguage language)
{
    settle();
    if (language == m_language) {
        return;
    }
    const bool wasSql = isSql(m_language);
    m_language = language;
    m_lexer->setScriptLanguage(language);
    setIndentationWidth(language == ScriptLanguage::Python ? 4 : 2);
    setAccessibleName(isSql(language) ? tr("SQL editor") : tr("%1 editor").arg(languageName(language)));
    if (wasSql != isSql(language)) {
        m_marks->clear();
        m_gutter->setAllFolded(false);
        if (isSql(language)) {
            m_index.reset(utf8());
            m_piece.clear();
        } else {
            m_index.reset(std::string_view());
            updatePiece();
        }
        updateOverview();
        Q_EMIT marksChanged();
    }
    m_changed.start();
    viewport()->update();
}

QString SqlEditor::lineCommentPrefix() const
{
    return lineCommentOf(m_language);
}

sql::StatementIndex::Change SqlEditor::updatePiece()
{
    const std::string_view text = utf8();
    const auto removed = static_cast<int>(m_piece.size());
    m_piece.clear();
    const size_t first = text.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos) {
        const size_t last = text.find_last_not_of(" \t\r\n");
        m_piece.push_back({.begin = 0,
            .offset = static_cast<int>(first),
            .length = static_cast<int>(last + 1 - first),
            .end = static_cast<int>(text.size())});
    }
    return {.first = 0, .removed = removed, .added = static_cast<int>(m_piece.size())};
}

int SqlEditor::lexStateOf(int line) const
{
    const long begin = send(SCI_POSITIONFROMLINE, line);
    if (send(SCI_GETENDSTYLED) < begin) {
        send(SCI_COLOURISE, send(SCI_GETENDSTYLED), begin);
    }
    return static_cast<int>(send(SCI_GETLINESTATE, line));
}

bool SqlEditor::beginsFold(int line) const
{
    const auto begin = static_cast<int>(send(SCI_POSITIONFROMLINE, line));
    return isSql(m_language) ? lastLineOfFold(line) > line : opensFold(m_language, utf8(), begin, lexStateOf(line));
}

int SqlEditor::lastLineOfFold(int line) const
{
    const auto begin = static_cast<int>(send(SCI_POSITIONFROMLINE, line));
    int last = -1;
    if (isSql(m_language)) {
        const long end = send(SCI_GETLINEENDPOSITION, line);
        const auto& all = statements();
        const auto first = std::lower_bound(
            all.begin(), all.end(), begin, [](const sql::Statement& each, int at) { return each.offset < at; });
        if (first != all.end() && first->offset <= end) {
            last = std::max(first->offset, first->end - 1);
        }
    } else if (const auto fold = foldAt(m_language, utf8(), begin, lexStateOf(line))) {
        last = fold->last;
    }
    const auto lastLine = last < 0 ? -1 : static_cast<int>(send(SCI_LINEFROMPOSITION, last));
    return lastLine > line ? lastLine : -1;
}

bool SqlEditor::isLineFolded(int line) const
{
    return m_gutter->isFolded(line);
}

int SqlEditor::lineOfFoldAround(int line) const
{
    if (isSql(m_language)) {
        const int current = currentStatement();
        return current < 0 ? -1 : firstLine(current) - 1;
    }
    for (int head = line; head >= 0; --head) {
        if (beginsFold(head) && lastLineOfFold(head) >= line) {
            return head;
        }
    }
    return -1;
}

std::vector<std::pair<int, int>> SqlEditor::foldLines() const
{
    std::vector<std::pair<int, int>> found;
    const auto add = [&](int first, int last) {
        const auto firstLine = static_cast<int>(send(SCI_LINEFROMPOSITION, first));
        const auto lastLine = static_cast<int>(send(SCI_LINEFROMPOSITION, last));
        if (lastLine > firstLine) {
            found.emplace_back(firstLine, lastLine);
        }
    };
    if (isSql(m_language)) {
        for (const sql::Statement& each : statements()) {
            add(each.offset, std::max(each.offset, each.end - 1));
        }
    } else {
        for (const CodeFold& fold : allFolds(m_language, utf8())) {
            add(fold.first, fold.last);
        }
    }
    return found;
}

std::optional<BracketPair> SqlEditor::bracketInCode(int caret) const
{
    const std::string_view text = utf8();
    const long line = send(SCI_LINEFROMPOSITION, std::max(0, caret - s_bracketReach));
    const auto begin = static_cast<int>(send(SCI_POSITIONFROMLINE, line));
    const auto end = static_cast<int>(std::min<qsizetype>(std::ssize(text), caret + s_bracketReach));
    return matchCodeBracket(m_language, text, begin, end, lexStateOf(static_cast<int>(line)), caret);
}

} // namespace millrace
