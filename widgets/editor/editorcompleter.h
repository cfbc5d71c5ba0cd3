// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editor/completion.h"

#include <QObject>
#include <QTimer>

class QKeyEvent;

namespace millrace {

class CompletionPopup;
class SqlEditor;

/// Completion in one editor: what the language and the script offer is there at once; what others know comes later and
/// is mixed in, unless the caret has gone on.
class EditorCompleter : public QObject {
    Q_OBJECT

public:
    explicit EditorCompleter(SqlEditor* editor);

    void request();
    void setItems(quint64 generation, const std::vector<CompletionItem>& items);
    void hide();
    /// True when the open list used the key.
    bool handleKey(const QKeyEvent& event);
    /// After a key changed the text: opens, narrows or closes the list.
    void typed(const QString& text);
    void caretMoved();

    [[nodiscard]] bool isShown() const;

private:
    void refill();
    void accept(bool replaceWord);
    [[nodiscard]] QString prefix() const;
    [[nodiscard]] int wordStart() const; ///< byte offset
    [[nodiscard]] bool insideText() const; ///< a string or comment: nothing is completed by itself there
    [[nodiscard]] bool isData() const; ///< JSON or HOCON: strings hold what is completed
    [[nodiscard]] CompletionPopup* popup();

    SqlEditor* m_editor;
    CompletionPopup* m_popup = nullptr; ///< made when first needed
    QTimer m_delay;
    quint64 m_generation = 0;
    int m_start = -1; ///< where the word began when the list was opened
    std::vector<CompletionItem> m_own;
    std::vector<CompletionItem> m_others;
};

} // namespace millrace
