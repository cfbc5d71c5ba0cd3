// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace millrace {

class GraphView;

/// What a screen reader knows of a graph: a text with one line a node, from the sources to the sinks. The caret stands
/// at the selected node's line.
class GraphAccessible : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit GraphAccessible(GraphView* view);

    /// Must be called before the first view is made known to anybody; calling again does nothing.
    static void install();
    static void selectionChanged(GraphView* view);

    void* interface_cast(QAccessible::InterfaceType type) override;
    QString text(QAccessible::Text text) const override;
    QAccessible::State state() const override;

    void selection(int selectionIndex, int* startOffset, int* endOffset) const override;
    int selectionCount() const override;
    void addSelection(int startOffset, int endOffset) override;
    void removeSelection(int selectionIndex) override;
    void setSelection(int selectionIndex, int startOffset, int endOffset) override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;
    QString text(int startOffset, int endOffset) const override;
    int characterCount() const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint& point) const override;
    void scrollToSubstring(int startIndex, int endIndex) override;
    QString attributes(int offset, int* startOffset, int* endOffset) const override;

private:
    [[nodiscard]] GraphView* view() const;
    /// Where the line of a node begins and ends, and the node whose line holds an offset.
    [[nodiscard]] std::pair<int, int> lineOf(const QString& id) const;
    [[nodiscard]] QString nodeAt(int offset) const;
};

} // namespace millrace
