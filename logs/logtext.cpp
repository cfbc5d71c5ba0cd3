// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logtext.h"

#include "logs/logrecord.h"

#include <QStringDecoder>

#include <iconv.h>

#include <algorithm>
#include <string>

namespace millrace {

namespace {

/// Nothing (a null string) when the bytes are not GB 18030, or only by accident: its text has pairs of high bytes.
QString fromGb18030(std::string_view bytes)
{
    const iconv_t converter = iconv_open("UTF-16LE", "GB18030");
    if (converter == iconv_t(-1)) {
        return {};
    }
    QString text(qsizetype(bytes.size()), Qt::Uninitialized);
    std::string input(bytes);
    char* in = input.data();
    std::size_t inLeft = input.size();
    char* out = reinterpret_cast<char*>(text.data());
    std::size_t outLeft = std::size_t(text.size()) * sizeof(QChar);
    const std::size_t status = iconv(converter, &in, &inLeft, &out, &outLeft);
    iconv_close(converter);
    if (status == std::size_t(-1)) {
        return {};
    }
    text.truncate(text.size() - qsizetype(outLeft / sizeof(QChar)));
    const bool chinese = std::ranges::all_of(text, [](QChar c) {
        return c.unicode() < 0x80 || (c.unicode() >= 0x2000 && c.unicode() < 0xe000) || c.unicode() >= 0xf900;
    });
    return chinese ? text : QString();
}

/// Bytes at the end that begin a UTF-8 character of which the rest is missing.
std::size_t cutAtEnd(std::string_view bytes)
{
    for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto byte = quint8(bytes[bytes.size() - back]);
        if (byte >= 0xc0) {
            return (byte >= 0xf0 ? 4U : byte >= 0xe0 ? 3U : 2U) > back ? back : 0;
        }
        if (byte < 0x80) {
            return 0;
        }
    }
    return 0;
}

QString decoded(std::string_view bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = utf8(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    if (!utf8.hasError()) {
        return text;
    }
    // A line that was cut in the middle of a character is UTF-8 all the same.
    if (const std::size_t cut = cutAtEnd(bytes); cut > 0) {
        QStringDecoder again(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString whole = again(QByteArrayView(bytes.data(), qsizetype(bytes.size() - cut)));
        if (!again.hasError()) {
            return whole + QChar(QChar::ReplacementCharacter);
        }
    }
    const QString chinese = fromGb18030(bytes);
    return chinese.isNull() ? QString::fromLatin1(bytes.data(), qsizetype(bytes.size())) : chinese;
}

} // namespace

QString logLineText(std::string_view bytes)
{
    std::string scratch;
    QString text = decoded(withoutAnsi(bytes, scratch));
    while (text.endsWith(u'\r')) {
        text.chop(1);
    }
    for (QChar& c : text) {
        if (c.unicode() < 0x20 && c != u'\t') {
            c = QChar(0x2400 + c.unicode());
        } else if (c.category() == QChar::Other_Format || c == QChar::LineSeparator || c == QChar::ParagraphSeparator
            || (c.unicode() >= 0x7f && c.unicode() < 0xa0)) {
            c = QChar::ReplacementCharacter; // would turn the direction of the text or break its line
        }
    }
    return text;
}

} // namespace millrace
