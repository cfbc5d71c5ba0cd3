// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// First, or moc stumbles over the standard library when this is the first thing it reads.
#include <QtGlobal>

#include <compare>

namespace millrace {

/// A place in a text as people and servers count it: 1-based line, 1-based column in Unicode code points
/// (neither UTF-8 bytes nor UTF-16 units). sql/positions.h converts to and from both.
struct TextPosition {
    int line = 1;
    int column = 1;

    friend auto operator<=>(const TextPosition&, const TextPosition&) = default;
};

/// From begin up to, not including, end. An empty range marks a place between two characters.
struct TextRange {
    TextPosition begin;
    TextPosition end;

    friend bool operator==(const TextRange&, const TextRange&) = default;
};

} // namespace millrace
