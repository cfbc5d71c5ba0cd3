// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/tokenizer.h"

#include <QTest>

using namespace millrace::sql;
using namespace Qt::StringLiterals;

namespace {

QString name(TokenKind kind)
{
    static const char* const names[]{"ws", "line", "block", "hint", "endhint", "word", "name", "dquoted", "string",
        "number", "variable", "op", "dot", "comma", "semi", "(", ")", "[", "]", "{", "}", "unknown"};
    return QString::fromLatin1(names[static_cast<int>(kind)]);
}

/// The tokens that are no white space: kind:text, with ! behind an unterminated one.
template <typename Char> QString dump(std::basic_string_view<Char> text, auto toString)
{
    QStringList parts;
    BasicTokenizer<Char> tokenizer(text);
    for (Token token; tokenizer.next(token);) {
        if (token.kind != TokenKind::Whitespace) {
            parts << name(token.kind) + u':'
                    + toString(
                        text.substr(static_cast<std::size_t>(token.offset), static_cast<std::size_t>(token.length)))
                    + (token.unterminated ? u"!"_s : QString());
        }
    }
    return parts.join(u' ');
}

} // namespace

class TokenizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void tokens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* id, const QString& text, const QString& expected) {
            QTest::newRow(id) << text << expected;
        };
        row("empty", QString(), QString());
        row("words", u"SELECT a_1 中文 кириллица é"_s, u"word:SELECT word:a_1 word:中文 word:кириллица word:é"_s);
        row("string", u"'a''b' ''"_s, u"string:'a''b' string:''"_s);
        row("prefixed strings", u"X'0a' n'x' U&'\\0041' _utf8'x'"_s,
            u"string:X'0a' string:n'x' string:U&'\\0041' string:_utf8'x'"_s);
        row("a prefix must touch", u"N 'x' ax'y'"_s, u"word:N string:'x' word:ax string:'y'"_s);
        row("escape string", u"E'a\\'b;' c"_s, u"string:E'a\\'b;' word:c"_s);
        row("no escape elsewhere", u"'a\\' b"_s, u"string:'a\\' word:b"_s);
        row("open string", u"a 'b;\nc"_s, u"word:a string:'b;\nc!"_s);
        row("names", u"`a``b;` `c`"_s, u"name:`a``b;` name:`c`"_s);
        row("open name ends with its line", u"`a b\nc"_s, u"name:`a b! word:c"_s);
        row("double quotes", u"\"a;b\" \"x"_s, u"dquoted:\"a;b\" unknown:\" word:x"_s);
        row("line comments", u"a -- b ; 'c\nd // e\r\nf"_s, u"word:a line:-- b ; 'c word:d line:// e word:f"_s);
        row("block comments", u"/**/a/* ; ' */b/***/c/*/ d */e"_s,
            u"block:/**/ word:a block:/* ; ' */ word:b block:/***/ word:c block:/*/ d */ word:e"_s);
        row("not nested", u"/* /* */ a */"_s, u"block:/* /* */ word:a unknown:*/"_s);
        row("open comment", u"a /* b"_s, u"word:a block:/* b!"_s);
        row("hint", u"/*+ OPTIONS('a'='*/') */ b"_s,
            u"hint:/*+ word:OPTIONS (:( string:'a' op:= string:'*/' ):) endhint:*/ word:b"_s);
        row("numbers", u"1. .5 1.2.3 1e5 1e 1E-3 1.day a.5 12"_s,
            u"number:1. number:.5 number:1.2 number:.3 number:1e5 number:1 word:e number:1E-3 number:1. word:day word:a number:.5 number:12"_s);
        row("operators", u"a<>b!=c<=d>=e||f=>g-h->i/j*k%l"_s,
            u"word:a op:<> word:b op:!= word:c op:<= word:d op:>= word:e op:|| word:f op:=> word:g op:- word:h op:- op:> word:i op:/ word:j op:* word:k op:% word:l"_s);
        row("brackets", u"a[1]{b}(c,d.e);"_s,
            u"word:a [:[ number:1 ]:] {:{ word:b }:} (:( word:c comma:, word:d dot:. word:e ):) semi:;"_s);
        row("variables", u"${a.b} x${C} $d ${e\n}"_s,
            u"variable:${a.b} word:x variable:${C} word:$d unknown:$ {:{ word:e }:}"_s);
        row("unknown", u"# @ ； ！ 😀 ａ a！"_s,
            u"unknown:# unknown:@ unknown:； unknown:！ unknown:😀 unknown:ａ word:a unknown:！"_s);
        row("byte order mark", u"\uFEFFSELECT\u00A01\u30002"_s, u"word:SELECT number:1 number:2"_s);
    }

    void tokens()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(dump(view(text),
                     [](std::u16string_view part) {
                         return QString::fromUtf16(part.data(), static_cast<qsizetype>(part.size()));
                     }),
            expected);
        const QByteArray utf8 = text.toUtf8();
        QCOMPARE(dump(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())),
                     [](std::string_view part) {
                         return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
                     }),
            expected);
    }

    void resumesLineByLine_data() { tokens_data(); }

    /// Reading line by line with the state handed on finds the same tokens, cut at the line breaks.
    void resumesLineByLine()
    {
        QFETCH(QString, text);
        const auto significant = [](TokenKind kind) { return kind != TokenKind::Whitespace; };
        // Kind of every unit that is no white space, read in one go and read by lines.
        QList<int> whole(text.size(), -1);
        for (const Token& token : tokenize(text)) {
            for (qsizetype i = token.offset; significant(token.kind) && i < token.end(); ++i) {
                whole[i] = static_cast<int>(token.kind);
            }
        }
        QList<int> byLine(text.size(), -1);
        LexState state;
        for (qsizetype start = 0; start < text.size();) {
            qsizetype end = text.indexOf(u'\n', start);
            end = end < 0 ? text.size() : end + 1;
            Tokenizer tokenizer(
                view(QStringView(text).sliced(start, end - start)), 0, LexState::fromInt(state.toInt()));
            for (Token token; tokenizer.next(token);) {
                for (qsizetype i = token.offset; significant(token.kind) && i < token.end(); ++i) {
                    byLine[start + i] = static_cast<int>(token.kind);
                }
            }
            state = tokenizer.state();
            start = end;
        }
        QCOMPARE(byLine, whole);
    }

    void tellsItsState()
    {
        const auto stateAfter = [](const QString& text) {
            Tokenizer tokenizer(view(text));
            Token token;
            while (tokenizer.next(token)) { }
            return tokenizer.state();
        };
        QCOMPARE(stateAfter(u"a"_s).toInt(), 0);
        QCOMPARE(stateAfter(u"'a"_s).inside, LexState::Inside::String);
        QCOMPARE(stateAfter(u"E'a\\'"_s).inside, LexState::Inside::EscapeString);
        QCOMPARE(stateAfter(u"/* a"_s).inside, LexState::Inside::BlockComment);
        QVERIFY(stateAfter(u"/*+ a"_s).inHint);
        QCOMPARE(stateAfter(u"/*+ 'a"_s), (LexState{LexState::Inside::String, true}));
        QCOMPARE(LexState::fromInt(stateAfter(u"/*+ 'a"_s).toInt()), (LexState{LexState::Inside::String, true}));
        QVERIFY(!stateAfter(u"/*+ a */"_s).inHint);
    }
};

QTEST_GUILESS_MAIN(TokenizerTest)
#include "tst_sql_tokenizer.moc"
