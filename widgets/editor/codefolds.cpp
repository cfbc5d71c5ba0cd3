// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/codefolds.h"

#include "widgets/editor/codescan.h"

#include <algorithm>

namespace millrace {

namespace {

std::string_view piece(std::string_view text, int begin, int end)
{
    return text.substr(static_cast<size_t>(begin), static_cast<size_t>(std::max(0, end - begin)));
}

/// Behind the line's break.
int lineEndOf(std::string_view text, int from)
{
    const size_t end = text.find('\n', static_cast<size_t>(from));
    return end == std::string_view::npos ? static_cast<int>(text.size()) : static_cast<int>(end) + 1;
}

bool isSameLine(std::string_view text, int from, int to)
{
    return piece(text, from, to).find('\n') == std::string_view::npos;
}

/// +1 begins a block, -1 ends one.
int levelOf(ScriptLanguage language, const CodeToken& token, std::string_view text)
{
    const std::string_view word = piece(text, token.offset, token.offset + token.length);
    if (language != ScriptLanguage::Shell) {
        return token.kind == CodeKind::Open ? 1 : token.kind == CodeKind::Close ? -1 : 0;
    }
    // a case's pattern ends with a bracket that nothing opens
    if (token.kind == CodeKind::Open || token.kind == CodeKind::Close) {
        return word == "{" ? 1 : word == "}" ? -1 : 0;
    }
    if (token.kind != CodeKind::Keyword) {
        return 0;
    }
    return word == "if" || word == "do" || word == "case"  ? 1
        : word == "fi" || word == "done" || word == "esac" ? -1
                                                           : 0;
}

/// Where the line break before the line of offset stands.
int endOfLineBefore(std::string_view text, int offset)
{
    const size_t found = offset > 0 ? text.rfind('\n', static_cast<size_t>(offset - 1)) : std::string_view::npos;
    return found == std::string_view::npos ? 0 : static_cast<int>(found);
}

/// The place of the first thing that the line opens and does not close; -1 without one.
int openedOn(ScriptLanguage language, std::string_view text, int lineBegin, int state)
{
    std::vector<int> open;
    CodeScanner scanner(language, piece(text, 0, lineEndOf(text, lineBegin)), lineBegin, state);
    CodeToken token;
    while (scanner.next(token)) {
        const int level = levelOf(language, token, text);
        if (level > 0) {
            open.push_back(token.offset);
        } else if (level < 0 && !open.empty()) {
            open.pop_back();
        }
    }
    return open.empty() ? -1 : open.front();
}

/// From the place of a closing bracket: the fold leaves out its line when more begins there.
CodeFold foldUntil(ScriptLanguage language, std::string_view text, int first, int close)
{
    const int begin = endOfLineBefore(text, close);
    CodeScanner rest(language, piece(text, 0, lineEndOf(text, close)), close);
    CodeToken token;
    int open = 0;
    while (rest.next(token)) {
        open = std::max(0, open + levelOf(language, token, text));
    }
    return {first, open > 0 ? begin : close};
}

/// A line of Python: how far it is indented; nothing for one that says nothing or belongs to a string.
struct PythonLine {
    int begin = 0;
    int end = 0; ///< of what stands on it
    int indent = 0;
};

/// Reads the lines from offset on until take says that it has enough.
template <typename Take> void eachPythonLine(std::string_view text, int offset, int state, Take take)
{
    while (offset < static_cast<int>(text.size())) {
        const int end = lineEndOf(text, offset);
        CodeScanner scanner(ScriptLanguage::Python, piece(text, 0, end), offset, state);
        CodeToken token;
        const bool inString = (state & 0xf) != 0;
        PythonLine line{.begin = offset, .end = offset, .indent = -1};
        while (scanner.next(token)) {
            const bool says = token.kind != CodeKind::Space && token.kind != CodeKind::Comment;
            if (says && line.indent < 0) {
                line.indent = token.offset - offset;
            }
            if (says) {
                line.end = token.offset + token.length - 1;
            }
        }
        state = scanner.state();
        if (line.indent >= 0) {
            if (inString) {
                line.indent = std::numeric_limits<int>::max(); // belongs to whatever stands above
            }
            if (!take(line)) {
                return;
            }
        }
        offset = end;
    }
}

std::optional<CodeFold> pythonFold(std::string_view text, int lineBegin, int state, bool onlyWhether)
{
    std::optional<PythonLine> head;
    std::optional<CodeFold> fold;
    eachPythonLine(text, lineBegin, state, [&](const PythonLine& line) {
        if (!head) {
            head = line;
            return line.begin == lineBegin && line.indent < std::numeric_limits<int>::max();
        }
        if (line.indent <= head->indent) {
            return false;
        }
        fold = CodeFold{lineBegin, line.end};
        return !onlyWhether;
    });
    return fold;
}

std::vector<CodeFold> allPythonFolds(std::string_view text)
{
    std::vector<CodeFold> folds;
    std::vector<std::pair<PythonLine, int>> open; ///< with the last place that belongs to it
    const auto closeTo = [&](int indent) {
        while (!open.empty() && open.back().first.indent >= indent) {
            const auto [head, last] = open.back();
            open.pop_back();
            if (last > head.end) {
                folds.push_back({head.begin, last});
            }
            if (!open.empty()) {
                open.back().second = std::max(open.back().second, last);
            }
        }
    };
    eachPythonLine(text, 0, 0, [&](const PythonLine& line) {
        if (line.indent == std::numeric_limits<int>::max()) {
            if (!open.empty()) {
                open.back().second = line.end;
            }
            return true;
        }
        closeTo(line.indent);
        open.emplace_back(line, line.end);
        return true;
    });
    closeTo(-1);
    std::ranges::sort(folds, {}, &CodeFold::first);
    return folds;
}

} // namespace

bool opensFold(ScriptLanguage language, std::string_view text, int lineBegin, int state)
{
    if (language == ScriptLanguage::Python) {
        return pythonFold(text, lineBegin, state, true).has_value();
    }
    return openedOn(language, text, lineBegin, state) >= 0;
}

std::optional<CodeFold> foldAt(ScriptLanguage language, std::string_view text, int lineBegin, int state)
{
    if (language == ScriptLanguage::Python) {
        return pythonFold(text, lineBegin, state, false);
    }
    const int opened = openedOn(language, text, lineBegin, state);
    if (opened < 0) {
        return std::nullopt;
    }
    CodeScanner scanner(language, text, lineBegin, state);
    CodeToken token;
    int level = 0;
    while (scanner.next(token)) {
        level += token.offset >= opened ? levelOf(language, token, text) : 0;
        if (token.offset > opened && level == 0) {
            const CodeFold fold = foldUntil(language, text, lineBegin, token.offset);
            return isSameLine(text, opened, fold.last) ? std::nullopt : std::optional(fold);
        }
    }
    const auto end = static_cast<int>(text.find_last_not_of(" \t\r\n"));
    return isSameLine(text, opened, end) ? std::nullopt : std::optional(CodeFold{lineBegin, end});
}

std::vector<CodeFold> allFolds(ScriptLanguage language, std::string_view text)
{
    if (language == ScriptLanguage::Python) {
        return allPythonFolds(text);
    }
    std::vector<CodeFold> folds;
    std::vector<int> open;
    const size_t firstWord = text.find_first_not_of(" \t\r\n");
    const size_t lastWord = text.find_last_not_of(" \t\r\n");
    CodeScanner scanner(language, text);
    CodeToken token;
    int lastFirstLine = -1;
    while (scanner.next(token)) {
        const int level = levelOf(language, token, text);
        if (level > 0) {
            open.push_back(token.offset);
        } else if (level < 0 && !open.empty()) {
            const int first = open.back();
            open.pop_back();
            const bool isWhole = open.empty() && static_cast<size_t>(first) == firstWord
                && static_cast<size_t>(token.offset) == lastWord;
            const CodeFold fold = foldUntil(language, text, first, token.offset);
            if (!isWhole && !isSameLine(text, first, fold.last)) {
                folds.push_back(fold);
            }
        }
    }
    std::ranges::stable_sort(folds, {}, &CodeFold::first);
    // a line folds by the first thing that it opens
    std::erase_if(folds, [&](const CodeFold& fold) {
        const bool again = lastFirstLine >= 0 && isSameLine(text, lastFirstLine, fold.first);
        lastFirstLine = again ? lastFirstLine : fold.first;
        return again;
    });
    return folds;
}

} // namespace millrace
