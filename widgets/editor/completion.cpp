// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/completion.h"

#include "sql/keywords.h"
#include "sql/tokenizer.h"
#include "widgets/editor/codescan.h"
#include "widgets/editor/codewords.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

bool beginsWord(const QString& text, qsizetype at)
{
    return at == 0 || text.at(at - 1) == u'_' || text.at(at - 1) == u'.' || text.at(at - 1) == u' '
        || text.at(at - 1) == u'-' || (text.at(at - 1).isLower() && text.at(at).isUpper());
}

void addWords(std::vector<CompletionItem>& items, std::span<const std::string_view> words, CompletionKind kind,
    const QString& prefix)
{
    // written as the user writes: small letters stay small
    const bool lower = !prefix.isEmpty() && prefix == prefix.toLower();
    for (const std::string_view word : words) {
        const QString text = QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
        if (text.startsWith(prefix, Qt::CaseInsensitive)) {
            items.push_back({.text = text, .kind = kind, .insert = lower ? text.toLower() : QString()});
        }
    }
}

QString unquoted(QStringView name)
{
    return name.size() >= 2 && name.front() == u'`' && name.back() == u'`' ? name.sliced(1, name.size() - 2).toString()
                                                                           : name.toString();
}

} // namespace

int completionRank(const QString& text, const QString& prefix)
{
    if (prefix.isEmpty()) {
        return 3;
    }
    if (text.startsWith(prefix, Qt::CaseSensitive)) {
        return 0;
    }
    if (text.startsWith(prefix, Qt::CaseInsensitive)) {
        return 1;
    }
    int rank = -1;
    for (qsizetype at = text.indexOf(prefix, 1, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(prefix, at + 1, Qt::CaseInsensitive)) {
        if (beginsWord(text, at)) {
            return 2;
        }
        rank = 3;
    }
    return rank;
}

std::vector<CompletionItem> wordCompletions(const QString& prefix)
{
    std::vector<CompletionItem> items;
    addWords(items, sql::keywords(), CompletionKind::Keyword, prefix);
    addWords(items, sql::functionNames(), CompletionKind::Function, prefix);
    addWords(items, sql::typeNames(), CompletionKind::Type, prefix);
    QSet<QString> seen;
    std::erase_if(items, [&](const CompletionItem& item) {
        if (seen.contains(item.text)) {
            return true;
        }
        seen.insert(item.text);
        return false;
    });
    return items;
}

std::vector<CompletionItem> codeWordCompletions(ScriptLanguage language)
{
    std::vector<CompletionItem> items;
    const auto add = [&items](std::span<const std::string_view> words, CompletionKind kind) {
        for (const std::string_view word : words) {
            items.push_back({.text = QString::fromLatin1(word.data(), std::ssize(word)), .kind = kind});
        }
    };
    add(codeKeywords(language), CompletionKind::Keyword);
    add(codeFunctions(language), CompletionKind::Function);
    return items;
}

std::vector<CompletionItem> codeNameCompletions(ScriptLanguage language, const QString& script, qsizetype caret)
{
    std::vector<CompletionItem> items;
    QSet<QString> seen;
    const QByteArray bytes = script.toUtf8();
    const qsizetype caretByte = QStringView(script).first(std::min(caret, script.size())).toUtf8().size();
    CodeScanner scanner(language, std::string_view(bytes.constData(), static_cast<size_t>(bytes.size())));
    CodeToken token;
    while (scanner.next(token)) {
        const bool isName = token.kind == CodeKind::Name || token.kind == CodeKind::Type
            || token.kind == CodeKind::Function || token.kind == CodeKind::Variable;
        if (!isName || token.length < 3 || (token.offset < caretByte && token.offset + token.length >= caretByte)) {
            continue;
        }
        const QString text = QString::fromUtf8(bytes.mid(token.offset, token.length));
        if (!seen.contains(text)) {
            seen.insert(text);
            items.push_back({.text = text, .kind = CompletionKind::Name});
        }
    }
    return items;
}

std::vector<CompletionItem> nameCompletions(QStringView script, const QString& prefix, qsizetype caret)
{
    std::vector<CompletionItem> items;
    QSet<QString> seen;
    sql::Tokenizer tokenizer(sql::view(script));
    sql::Token token;
    while (tokenizer.next(token)) {
        const QStringView text = script.sliced(token.offset, token.length);
        const bool name = token.kind == sql::TokenKind::QuotedName
            || (token.kind == sql::TokenKind::Word
                && (sql::classifyWord(text) == sql::WordClass::Identifier || !sql::isReservedWord(text)));
        const bool underCaret = token.offset < caret && token.end() >= caret;
        if (!name || underCaret || token.unterminated) {
            continue;
        }
        const QString plain = unquoted(text);
        if (plain.size() < 2 || seen.contains(plain) || completionRank(plain, prefix) < 0) {
            continue;
        }
        if (token.kind == sql::TokenKind::Word && sql::classifyWord(text) != sql::WordClass::Identifier) {
            continue; // offered as a word of the language already
        }
        seen.insert(plain);
        items.push_back({.text = plain,
            .kind = CompletionKind::Name,
            .insert = token.kind == sql::TokenKind::QuotedName ? text.toString() : QString()});
    }
    return items;
}

} // namespace millrace
