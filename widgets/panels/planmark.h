// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <utility>
#include <vector>

namespace millrace {

class CodeEditor;

/// Marks the parts of a text that a step of its plan comes from. The marks move with the text. Uses indicator 12.
class PlanMark : public QObject {
    Q_OBJECT

public:
    /// Belongs to the editor.
    explicit PlanMark(CodeEditor* editor);

    /// Byte ranges; replaces what was marked and brings the first into view. None takes the marks away.
    void show(const std::vector<std::pair<int, int>>& ranges);

private:
    QPointer<CodeEditor> m_editor;
};

} // namespace millrace
