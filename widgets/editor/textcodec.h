// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace millrace {

enum class TextEncoding { Utf8, Utf16LittleEndian, Utf16BigEndian, Gb18030, Latin1 };
enum class LineEnd { Lf, CrLf, Cr };

/// How a text is written to a file.
struct TextFormat {
    TextEncoding encoding = TextEncoding::Utf8;
    bool byteOrderMark = false;
    LineEnd lineEnd = LineEnd::Lf; ///< of new lines; the ones that are there stay as they are

    friend bool operator==(const TextFormat&, const TextFormat&) = default;
};

struct DecodedText {
    QString text; ///< without byte order mark, line ends as in the file
    TextFormat format;
    bool guessed = false; ///< the bytes did not say what they are
    bool mixedLineEnds = false;
};

/// Finds out how bytes are written and decodes them: byte order marks, then UTF-8, then UTF-16 by its zero bytes, then
/// GB18030 where this Qt can, then Latin-1, which keeps every byte. Fails on what is no text. name is for the sentence.
[[nodiscard]] Result<DecodedText> decodeText(const QByteArray& bytes, const QString& name);

/// The bytes of a text. Fails when the encoding lacks a character, naming it and its line.
[[nodiscard]] Result<QByteArray> encodeText(const QString& text, const TextFormat& format);

[[nodiscard]] bool canDecode(TextEncoding encoding);
/// "UTF-8", "UTF-8 BOM", "GB18030": as the status bar shows it.
[[nodiscard]] QString encodingName(const TextFormat& format);
/// "LF", "CRLF", "CR"
[[nodiscard]] QString lineEndName(LineEnd lineEnd);

} // namespace millrace
