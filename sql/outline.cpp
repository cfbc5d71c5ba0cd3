// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/outline.h"

#include "sql/statementhead.h"
#include "sql/tokenizer.h"

#include <algorithm>

namespace millrace::sql {

namespace {

QStringView textOf(QStringView statement, const Token& token)
{
    return statement.sliced(token.offset, token.length);
}

bool isName(const Token& token)
{
    return token.kind == TokenKind::Word || token.kind == TokenKind::QuotedName;
}

/// What stands between the verb and the name: CREATE OR REPLACE TEMPORARY TABLE IF NOT EXISTS orders.
bool isBeforeName(QStringView word)
{
    static constexpr QStringView words[]{u"OR", u"REPLACE", u"ALTER", u"TEMPORARY", u"SYSTEM", u"MATERIALIZED",
        u"TABLE", u"VIEW", u"CATALOG", u"DATABASE", u"FUNCTION", u"MODEL", u"CONNECTION", u"IF", u"NOT", u"EXISTS",
        u"INTO", u"OVERWRITE", u"FROM", u"MODULE", u"EXTENDED"};
    return std::any_of(std::begin(words), std::end(words),
        [word](QStringView other) { return word.compare(other, Qt::CaseInsensitive) == 0; });
}

bool namesSomething(StatementKind kind)
{
    return isDdl(kind) || kind == StatementKind::Insert || kind == StatementKind::InsertOverwrite
        || kind == StatementKind::Update || kind == StatementKind::Delete || kind == StatementKind::Truncate
        || kind == StatementKind::Upsert || kind == StatementKind::Merge || kind == StatementKind::UseCatalog
        || kind == StatementKind::LoadModule || kind == StatementKind::UnloadModule;
}

struct Name {
    qsizetype begin = -1;
    qsizetype end = -1;
};

/// The name that a statement is about: the first words behind its verb, with the dots between them.
Name findName(QStringView statement, StatementKind kind)
{
    Name name;
    if (!namesSomething(kind)) {
        return name;
    }
    Tokenizer tokenizer(view(statement));
    Token token;
    tokenizer.nextSignificant(token); // the verb
    while (tokenizer.nextSignificant(token)) {
        if (name.begin >= 0) {
            const bool goesOn = token.kind == TokenKind::Dot || (isName(token) && statement[name.end - 1] == u'.');
            if (!goesOn) {
                break;
            }
        } else if (token.kind == TokenKind::Word && isBeforeName(textOf(statement, token))) {
            continue;
        } else if (!isName(token)) {
            break;
        } else {
            name.begin = token.offset;
        }
        name.end = token.end();
    }
    return name;
}

/// Appends the tokens of statement with single spaces where white space or comments stood; stops at most.
QString folded(QStringView statement, qsizetype until, qsizetype most)
{
    QString text;
    bool gap = false;
    Tokenizer tokenizer(view(statement));
    for (Token token; tokenizer.next(token) && token.offset < until && text.size() <= most;) {
        if (isTrivia(token.kind)) {
            gap = !text.isEmpty();
            continue;
        }
        if (gap) {
            text += u' ';
            gap = false;
        }
        const QStringView piece = textOf(statement, token).first(std::min<qsizetype>(token.length, most + 1));
        for (const QChar c : piece) {
            text += c == u'\n' || c == u'\r' || c == u'\t' ? QChar(u' ') : c;
        }
    }
    return text;
}

} // namespace

QString shortTitle(QStringView statement, int maxLength)
{
    const StatementKind kind = kindOf(statement);
    const Name name = isDdl(kind) ? findName(statement, kind) : Name();
    QString title = folded(statement, name.end >= 0 ? name.end : statement.size(), maxLength);
    if (title.size() > maxLength) {
        qsizetype cut = std::max(maxLength - 1, 0);
        if (cut > 0 && title[cut - 1].isHighSurrogate()) {
            --cut;
        }
        title.truncate(cut);
        title += u'…';
    }
    return title;
}

QString namedObject(QStringView statement)
{
    const Name name = findName(statement, kindOf(statement));
    return name.begin < 0 ? QString() : folded(statement.sliced(name.begin, name.end - name.begin), name.end, 1000);
}

} // namespace millrace::sql
