// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/palette/fuzzymatch.h"

namespace millrace {

namespace {

bool beginsWord(const QString& text, int position)
{
    return position == 0 || !text[position - 1].isLetterOrNumber()
        || (text[position].isUpper() && text[position - 1].isLower());
}

/// The best place for a letter from from on: where a word begins, else the first.
int findLetter(const QString& text, QChar letter, int from, bool follows)
{
    if (follows && from < text.size() && text[from].toLower() == letter) {
        return from;
    }
    int first = -1;
    for (int i = from; i < text.size(); ++i) {
        if (text[i].toLower() != letter) {
            continue;
        }
        if (beginsWord(text, i)) {
            return i;
        }
        first = first < 0 ? i : first;
    }
    return first;
}

/// In order and greedy; startsOfWords says whether a word's begin is worth skipping for.
std::optional<FuzzyMatch> match(const QString& text, const QString& typed, bool startsOfWords)
{
    FuzzyMatch found;
    int from = 0;
    for (const QChar raw : typed) {
        if (raw.isSpace()) {
            continue;
        }
        const QChar letter = raw.toLower();
        const bool follows = !found.positions.isEmpty();
        const int at = startsOfWords ? findLetter(text, letter, from, follows)
                                     : static_cast<int>(text.indexOf(letter, from, Qt::CaseInsensitive));
        if (at < 0) {
            return std::nullopt;
        }
        const bool isFree = (follows && at == from) || beginsWord(text, at);
        found.score += isFree ? 0 : 10 + at - from;
        found.positions << at;
        from = at + 1;
    }
    found.score = found.score * 100 + (found.positions.isEmpty() ? 0 : found.positions.front()) * 10
        + static_cast<int>(text.size()) / 8;
    return found;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& text, const QString& typed)
{
    // Jumping to the begins of words may skip a letter that is needed later; then the plain way is tried.
    const auto byWords = match(text, typed, true);
    const auto plain = match(text, typed, false);
    if (!byWords || (plain && plain->score < byWords->score)) {
        return plain;
    }
    return byWords;
}

} // namespace millrace
