// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/textcodec.h"

#include <QCoreApplication>
#include <QStringConverter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

/// tr() of this class: lupdate finds the texts and their context by it.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(TextCodec)
};

/// Half of plain UTF-16 text is zero bytes, all at even or all at odd places.
std::optional<TextEncoding> utf16ByZeros(const QByteArray& bytes)
{
    if (bytes.size() < 4 || bytes.size() % 2 != 0) {
        return std::nullopt;
    }
    const qsizetype looked = std::min<qsizetype>(bytes.size(), 4096);
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < looked; ++i) {
        zeros[i % 2] += bytes.at(i) == '\0' ? 1 : 0;
    }
    if (zeros[0] == 0 && zeros[1] * 3 > looked) {
        return TextEncoding::Utf16LittleEndian;
    }
    if (zeros[1] == 0 && zeros[0] * 3 > looked) {
        return TextEncoding::Utf16BigEndian;
    }
    return std::nullopt;
}

QStringDecoder decoderFor(TextEncoding encoding)
{
    // Stateless: a cut sequence at the end is an error and does not wait for more.
    constexpr auto flags = QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom;
    switch (encoding) {
    case TextEncoding::Utf8:
        return QStringDecoder(QStringConverter::Utf8, flags);
    case TextEncoding::Utf16LittleEndian:
        return QStringDecoder(QStringConverter::Utf16LE, flags);
    case TextEncoding::Utf16BigEndian:
        return QStringDecoder(QStringConverter::Utf16BE, flags);
    case TextEncoding::Gb18030:
        return QStringDecoder("GB18030");
    case TextEncoding::Latin1:
        break;
    }
    return QStringDecoder(QStringConverter::Latin1, flags);
}

std::optional<QString> decodeAs(TextEncoding encoding, QByteArrayView bytes)
{
    QStringDecoder decoder = decoderFor(encoding);
    if (!decoder.isValid()) {
        return std::nullopt;
    }
    const bool wide = encoding == TextEncoding::Utf16LittleEndian || encoding == TextEncoding::Utf16BigEndian;
    QString text = decoder.decode(bytes);
    // Qt passes half pairs and half characters on in silence; they would not come back
    if (wide && (bytes.size() % 2 != 0 || !text.isValidUtf16())) {
        return std::nullopt;
    }
    // a decoder that is not stateless keeps a cut last character to itself without an error
    if (decoder.hasError() || (encoding == TextEncoding::Gb18030 && text.contains(QChar::ReplacementCharacter))) {
        return std::nullopt;
    }
    return text;
}

/// The line end that most lines have, and whether there are others.
void findLineEnds(DecodedText& decoded)
{
    qsizetype lf = 0;
    qsizetype crLf = 0;
    qsizetype cr = 0;
    const QString& text = decoded.text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\n') {
            ++lf;
        } else if (text.at(i) == u'\r') {
            const bool pair = i + 1 < text.size() && text.at(i + 1) == u'\n';
            ++(pair ? crLf : cr);
            i += pair ? 1 : 0;
        }
    }
    decoded.mixedLineEnds = (lf > 0) + (crLf > 0) + (cr > 0) > 1;
    if (crLf > lf && crLf >= cr) {
        decoded.format.lineEnd = LineEnd::CrLf;
    } else if (cr > lf) {
        decoded.format.lineEnd = LineEnd::Cr;
    }
}

struct ByteOrderMark {
    QByteArrayView bytes;
    TextEncoding encoding;
};

constexpr ByteOrderMark byteOrderMarks[] = {{"\xEF\xBB\xBF", TextEncoding::Utf8},
    {"\xFF\xFE", TextEncoding::Utf16LittleEndian}, {"\xFE\xFF", TextEncoding::Utf16BigEndian}};

Result<DecodedText> finish(QString text, TextFormat format, bool guessed)
{
    DecodedText decoded{.text = std::move(text), .format = format, .guessed = guessed};
    findLineEnds(decoded);
    return decoded;
}

Error notText(const QString& name, const QString& why)
{
    return {.kind = ErrorKind::Storage, .message = Texts::tr("%1 is not a text file: %2").arg(name, why)};
}

} // namespace

Result<DecodedText> decodeText(const QByteArray& bytes, const QString& name)
{
    for (const ByteOrderMark& mark : byteOrderMarks) {
        if (!bytes.startsWith(mark.bytes)) {
            continue;
        }
        const QByteArrayView rest = QByteArrayView(bytes).sliced(mark.bytes.size());
        if (auto text = decodeAs(mark.encoding, rest)) {
            return finish(*text, {.encoding = mark.encoding, .byteOrderMark = true}, false);
        }
        return failure(notText(name,
            Texts::tr("it says that it is %1 and holds bytes that are not.")
                .arg(encodingName({.encoding = mark.encoding}))));
    }
    if (bytes.contains('\0')) {
        const std::optional<TextEncoding> wide = utf16ByZeros(bytes);
        const std::optional<QString> text = wide ? decodeAs(*wide, bytes) : std::nullopt;
        if (text && !text->contains(QChar::Null)) {
            return finish(*text, {.encoding = *wide}, true);
        }
        return failure(notText(name, Texts::tr("it holds zero bytes.")));
    }
    if (auto text = decodeAs(TextEncoding::Utf8, bytes)) {
        return finish(*text, {}, false);
    }
    if (auto text = decodeAs(TextEncoding::Gb18030, bytes)) {
        const TextFormat format{.encoding = TextEncoding::Gb18030};
        // what does not come back the same must not be written back
        const Result<QByteArray> again = encodeText(*text, format);
        if (again && *again == bytes) {
            return finish(*text, format, true);
        }
    }
    return finish(QString::fromLatin1(bytes), {.encoding = TextEncoding::Latin1}, true);
}

namespace {

QStringEncoder encoderFor(TextEncoding encoding)
{
    constexpr auto flags = QStringConverter::Flag::Stateless;
    switch (encoding) {
    case TextEncoding::Utf8:
        return QStringEncoder(QStringConverter::Utf8, flags);
    case TextEncoding::Utf16LittleEndian:
        return QStringEncoder(QStringConverter::Utf16LE, flags);
    case TextEncoding::Utf16BigEndian:
        return QStringEncoder(QStringConverter::Utf16BE, flags);
    case TextEncoding::Gb18030:
        return QStringEncoder("GB18030");
    case TextEncoding::Latin1:
        break;
    }
    return QStringEncoder(QStringConverter::Latin1, flags);
}

/// The first character that the encoding lacks.
qsizetype firstLost(const QString& text, TextEncoding encoding)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype length = text.at(i).isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
        const QString one = text.mid(i, length);
        const bool fits = encoding == TextEncoding::Latin1
            ? one.size() == 1 && one.at(0).unicode() <= 0xFF
            : decodeAs(encoding, QByteArray(encoderFor(encoding).encode(one))) == one;
        if (!fits) {
            return i;
        }
        i += length - 1;
    }
    return 0;
}

} // namespace

Result<QByteArray> encodeText(const QString& text, const TextFormat& format)
{
    QStringEncoder encoder = encoderFor(format.encoding);
    QByteArray bytes = encoder.encode(text);
    bool lost = !encoder.isValid() || encoder.hasError();
    if (!lost && format.encoding == TextEncoding::Latin1) {
        lost = std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() > 0xFF; });
    }
    if (lost) {
        const qsizetype at = firstLost(text, format.encoding);
        const qsizetype line = text.left(at).count(u'\n') + 1;
        return failure(ErrorKind::Storage,
            Texts::tr("%1 has no \"%2\" (line %3): save as UTF-8 or take it out.")
                .arg(encodingName(format), text.mid(at, text.at(at).isHighSurrogate() ? 2 : 1))
                .arg(line));
    }
    if (format.byteOrderMark) {
        for (const ByteOrderMark& mark : byteOrderMarks) {
            if (mark.encoding == format.encoding) {
                bytes.prepend(mark.bytes);
            }
        }
    }
    return bytes;
}

bool canDecode(TextEncoding encoding)
{
    return decoderFor(encoding).isValid();
}

QString encodingName(const TextFormat& format)
{
    QString name;
    switch (format.encoding) {
    case TextEncoding::Utf8:
        name = u"UTF-8"_s;
        break;
    case TextEncoding::Utf16LittleEndian:
        name = u"UTF-16 LE"_s;
        break;
    case TextEncoding::Utf16BigEndian:
        name = u"UTF-16 BE"_s;
        break;
    case TextEncoding::Gb18030:
        name = u"GB18030"_s;
        break;
    case TextEncoding::Latin1:
        name = u"Latin-1"_s;
        break;
    }
    return format.byteOrderMark ? name + u" BOM"_s : name;
}

QString lineEndName(LineEnd lineEnd)
{
    switch (lineEnd) {
    case LineEnd::Lf:
        return u"LF"_s;
    case LineEnd::CrLf:
        return u"CRLF"_s;
    case LineEnd::Cr:
        return u"CR"_s;
    }
    return {};
}

} // namespace millrace
