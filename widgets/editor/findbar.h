// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QLineEdit;
class QToolButton;

namespace millrace {

class CodeEditor;
class TextLabel;

/// Find and replace below an editor. Enter goes to the next match, Shift+Enter to the one before, Esc closes.
class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(CodeEditor* editor, QWidget* parent = nullptr);

    /// Shows the bar with the selected text, or the last one searched.
    void open(bool withReplace);
    void close();
    bool findNext();
    bool findPrevious();
    void replaceOne();
    /// One undo step. The number of replacements.
    int replaceAll();

    [[nodiscard]] int matchCount() const { return m_matches; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void searchChanged();
    bool find(bool forward, bool fromSelectionStart);
    [[nodiscard]] int searchFlags() const;
    /// Where the pattern is next, as bytes; the match's end is Scintilla's target end. Negative without one.
    [[nodiscard]] long searchIn(long from, long to) const;
    void highlightAll();
    void clearHighlights();

    CodeEditor* m_editor;
    QLineEdit* m_pattern = nullptr;
    QLineEdit* m_replacement = nullptr;
    QToolButton* m_case = nullptr;
    QToolButton* m_word = nullptr;
    QToolButton* m_regex = nullptr;
    TextLabel* m_count = nullptr;
    std::vector<QWidget*> m_replaceRow;
    int m_matches = 0;
};

} // namespace millrace
