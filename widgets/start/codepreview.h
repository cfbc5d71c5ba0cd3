// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextEdit>

namespace millrace {

class SqlHighlighter;

/// A script to look at: line numbers and colours as in the editor, to select and copy from, and light enough for the
/// first picture of the program.
class CodePreview : public QTextEdit {
    Q_OBJECT

public:
    explicit CodePreview(QWidget* parent = nullptr);

    void setCode(const QString& code);
    /// As high as this many lines.
    void setVisibleLines(int lines);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void applyLook();
    void paintGutter();

    SqlHighlighter* m_highlighter = nullptr;
    QWidget* m_gutter = nullptr;
};

} // namespace millrace
