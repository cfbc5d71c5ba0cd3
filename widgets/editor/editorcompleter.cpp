// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/editorcompleter.h"

#include "widgets/editor/completionpopup.h"
#include "widgets/editor/editormarks.h"
#include "widgets/editor/sqleditor.h"
#include "widgets/editor/sqllexer.h"

#include <QKeyEvent>

#include <algorithm>

namespace millrace {

namespace {

using Sci = QsciScintillaBase;

constexpr int automaticAfter = 2; ///< letters
constexpr int delayMs = 120;
constexpr int namesWithin = 64 * 1024; ///< bytes before and behind the caret that are read for names
constexpr size_t mostItems = 200;

/// The keys of JSON and HOCON hold dots and hyphens: bootstrap.servers, server-id.
bool isWordByte(ScriptLanguage language, char c)
{
    const auto byte = static_cast<unsigned char>(c);
    const bool isKeyByte = language == ScriptLanguage::Json || language == ScriptLanguage::Hocon;
    return byte >= 0x80 || (isKeyByte && (c == '.' || c == '-')) || c == '_' || c == '$' || (c >= '0' && c <= '9')
        || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

int priority(CompletionKind kind)
{
    switch (kind) {
    case CompletionKind::TimeColumn:
    case CompletionKind::Column:
    case CompletionKind::Option:
    case CompletionKind::Value:
        return 0;
    case CompletionKind::Table:
    case CompletionKind::View:
        return 1;
    case CompletionKind::Database:
    case CompletionKind::Catalog:
        return 2;
    case CompletionKind::Name:
        return 3;
    case CompletionKind::Keyword:
    case CompletionKind::Function:
    case CompletionKind::Type:
        break;
    }
    return 4;
}

} // namespace

EditorCompleter::EditorCompleter(SqlEditor* editor) : QObject(editor), m_editor(editor)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &EditorCompleter::request);
}

CompletionPopup* EditorCompleter::popup()
{
    if (!m_popup) {
        m_popup = new CompletionPopup(m_editor);
        connect(m_popup, &CompletionPopup::chosen, this, [this] { accept(false); });
    }
    return m_popup;
}

bool EditorCompleter::isShown() const
{
    return m_popup && m_popup->isVisible();
}

int EditorCompleter::wordStart() const
{
    const std::string_view text = m_editor->utf8();
    auto at = static_cast<int>(m_editor->send(Sci::SCI_GETCURRENTPOS));
    while (at > 0 && isWordByte(m_editor->scriptLanguage(), text[static_cast<size_t>(at - 1)])) {
        --at;
    }
    return at;
}

QString EditorCompleter::prefix() const
{
    const int start = wordStart();
    const auto caret = static_cast<int>(m_editor->send(Sci::SCI_GETCURRENTPOS));
    return QString::fromUtf8(m_editor->utf8().data() + start, caret - start);
}

bool EditorCompleter::insideText() const
{
    const long caret = m_editor->send(Sci::SCI_GETCURRENTPOS);
    if (caret == 0) {
        return false;
    }
    const long line = m_editor->send(Sci::SCI_LINEFROMPOSITION, caret);
    m_editor->send(Sci::SCI_COLOURISE, m_editor->send(Sci::SCI_POSITIONFROMLINE, line), caret);
    const long style = m_editor->send(Sci::SCI_GETSTYLEAT, std::max(0L, caret - 2));
    return style == SqlLexer::Comment || style == SqlLexer::CommentEdge || (style == SqlLexer::String && !isData())
        || style == SqlLexer::Number;
}

bool EditorCompleter::isData() const
{
    return m_editor->scriptLanguage() == ScriptLanguage::Json || m_editor->scriptLanguage() == ScriptLanguage::Hocon;
}

void EditorCompleter::request()
{
    m_delay.stop();
    ++m_generation;
    m_start = wordStart();
    const QString word = prefix();
    const auto caret = static_cast<int>(m_editor->send(Sci::SCI_GETCURRENTPOS));
    const std::string_view text = m_editor->utf8();
    const bool behindDot = m_start > 0 && text[static_cast<size_t>(m_start - 1)] == '.';
    const long firstLine = m_editor->send(Sci::SCI_LINEFROMPOSITION, std::max(0, caret - namesWithin));
    const auto from = static_cast<int>(m_editor->send(Sci::SCI_POSITIONFROMLINE, firstLine));
    const int to = static_cast<int>(std::min<qsizetype>(static_cast<qsizetype>(text.size()), caret + namesWithin));
    const QString near = QString::fromUtf8(text.data() + from, to - from);
    const qsizetype caretInNear = QString::fromUtf8(text.data() + from, caret - from).size();
    const ScriptLanguage language = m_editor->scriptLanguage();
    if (isSql(language)) {
        m_own = nameCompletions(near, {}, caretInNear);
    } else if (isData()) {
        m_own.clear(); // which keys and values there are, others know
    } else {
        m_own = codeNameCompletions(language, near, caretInNear);
    }
    if (!behindDot && !isData()) {
        const std::vector<CompletionItem> words =
            isSql(language) ? wordCompletions(word.left(1)) : codeWordCompletions(language);
        m_own.insert(m_own.end(), words.begin(), words.end());
    }
    m_others.clear();
    refill();

    CompletionRequest question{.generation = m_generation, .prefix = word};
    const int index = m_editor->currentStatement();
    if (index >= 0) {
        const sql::Statement& statement = m_editor->statements()[static_cast<size_t>(index)];
        const int begin = std::min(statement.offset, caret);
        const int end = std::max(statement.textEnd(), caret);
        question.statement = QString::fromUtf8(text.data() + begin, end - begin);
        question.offset = static_cast<int>(QString::fromUtf8(text.data() + begin, caret - begin).size());
    }
    Q_EMIT m_editor->completionRequested(question);
}

void EditorCompleter::setItems(quint64 generation, const std::vector<CompletionItem>& items)
{
    if (generation != m_generation || m_start < 0) {
        return;
    }
    m_others = items;
    refill();
}

void EditorCompleter::refill()
{
    const QString word = prefix();

    struct Ranked {
        int rank;
        const CompletionItem* item;
    };

    std::vector<Ranked> ranked;
    const auto collect = [&](const std::vector<CompletionItem>& items) {
        for (const CompletionItem& item : items) {
            const int rank = completionRank(item.text, word);
            if (rank >= 0) {
                ranked.push_back({std::max(rank, 1) * 10 + priority(item.kind), &item});
            }
        }
    };
    collect(m_others);
    collect(m_own);
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.item->text.compare(b.item->text, Qt::CaseInsensitive) < 0;
    });
    std::vector<CompletionItem> shown;
    for (const Ranked& each : ranked) {
        const bool known = std::any_of(shown.begin(), shown.end(), [&](const CompletionItem& item) {
            return item.text == each.item->text
                && (each.item->kind == CompletionKind::Name || item.kind == each.item->kind);
        });
        if (!known) {
            shown.push_back(*each.item);
        }
        if (shown.size() >= mostItems) {
            break;
        }
    }
    const bool nothingLeft =
        shown.empty() || (shown.size() == 1 && shown.front().text.compare(word, Qt::CaseInsensitive) == 0);
    if (nothingLeft) {
        if (m_popup) {
            m_popup->hide(); // an answer of others may still open it
        }
        return;
    }
    popup()->setItems(std::move(shown), word);
    const auto start = static_cast<long>(m_start);
    const QPoint inViewport(static_cast<int>(m_editor->send(Sci::SCI_POINTXFROMPOSITION, 0, start)),
        static_cast<int>(m_editor->send(Sci::SCI_POINTYFROMPOSITION, 0, start)));
    popup()->showAt(m_editor->viewport()->mapToGlobal(inViewport), m_editor->lineHeight());
}

void EditorCompleter::hide()
{
    m_delay.stop();
    m_start = -1;
    ++m_generation;
    if (m_popup) {
        m_popup->hide();
    }
}

bool EditorCompleter::handleKey(const QKeyEvent& event)
{
    if (!isShown()) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Escape:
        hide();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        popup()->moveSelection(event.key() == Qt::Key_Up ? -1 : 1);
        return event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        popup()->moveSelection(event.key() == Qt::Key_PageUp ? -9 : 9);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: {
        const CompletionItem* item = popup()->current();
        const bool written = item && item->text.compare(prefix(), Qt::CaseInsensitive) == 0;
        if (event.modifiers() != Qt::NoModifier || !item || (written && event.key() != Qt::Key_Tab)) {
            hide();
            return false;
        }
        accept(event.key() == Qt::Key_Tab);
        return true;
    }
    default:
        return false;
    }
}

void EditorCompleter::accept(bool replaceWord)
{
    const CompletionItem* item = popup()->current();
    if (!item) {
        return hide();
    }
    const QByteArray bytes = (item->insert.isEmpty() ? item->text : item->insert).toUtf8();
    const int start = wordStart();
    auto end = static_cast<int>(m_editor->send(Sci::SCI_GETCURRENTPOS));
    const std::string_view text = m_editor->utf8();
    while (replaceWord && end < static_cast<int>(text.size())
        && isWordByte(m_editor->scriptLanguage(), text[static_cast<size_t>(end)])) {
        ++end;
    }
    hide();
    m_editor->beginUndoAction();
    m_editor->SendScintilla(Sci::SCI_SETTARGETRANGE, static_cast<unsigned long>(start), static_cast<long>(end));
    m_editor->SendScintilla(Sci::SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()), bytes.constData());
    m_editor->send(Sci::SCI_GOTOPOS, start + bytes.size());
    m_editor->endUndoAction();
}

void EditorCompleter::typed(const QString& text)
{
    const bool word = !text.isEmpty() && (text.at(0).isLetterOrNumber() || text.at(0) == u'_');
    const bool beginsKey = isData() && text == QLatin1StringView("\"");
    if ((beginsKey || (text == QLatin1StringView(".") && !isData())) && !insideText()) {
        hide();
        m_delay.start();
        return;
    }
    if (isShown()) {
        if (wordStart() != m_start || (prefix().isEmpty() && !word)) {
            hide();
        } else {
            refill();
        }
        return;
    }
    if (word && prefix().size() >= automaticAfter && !insideText()) {
        m_delay.start();
    } else {
        m_delay.stop();
    }
}

void EditorCompleter::caretMoved()
{
    if (isShown() && wordStart() != m_start) {
        hide();
    }
}

} // namespace millrace
