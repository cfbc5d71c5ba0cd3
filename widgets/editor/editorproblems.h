// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/problemsmodel.h"
#include "widgets/common/tokens.h"

#include <vector>

class QPainter;

namespace millrace {

class CodeEditor;

/// The problems of a script in its editor: squiggles, which move with the text by themselves, their tooltips, and the
/// sentence behind a line. Uses indicators 8 to 10.
class EditorProblems {
public:
    explicit EditorProblems(CodeEditor* editor);

    void set(const std::vector<Problem>& problems);
    void setUp();
    /// Waves under what stands on this 0-based line.
    void paintLine(QPainter& painter, int line, int y, int lineHeight) const;

    /// What a tooltip over this byte says; empty without a squiggle.
    [[nodiscard]] QString messageAt(int byteOffset) const;
    /// The sentence of the worst error that begins on this line now (0-based).
    [[nodiscard]] QString errorOnLine(int line) const;

    [[nodiscard]] bool hasErrorIn(int beginByte, int endByte) const;

    struct Place {
        int line = 0; ///< 0-based
        ProblemSeverity severity = ProblemSeverity::Error;
    };

    /// Where the squiggles are now, in order.
    [[nodiscard]] std::vector<Place> places() const;
    [[nodiscard]] static Token colorOf(ProblemSeverity severity);

private:
    [[nodiscard]] const Problem* problemAt(int indicator, int byteOffset) const;

    CodeEditor* m_editor;
    std::vector<Problem> m_problems;
};

} // namespace millrace
