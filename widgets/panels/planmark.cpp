// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/planmark.h"

#include "widgets/common/stylepaint.h"
#include "widgets/editor/codeeditor.h"

namespace millrace {

namespace {

using Sci = QsciScintillaBase;

constexpr int s_indicator = 12;

} // namespace

PlanMark::PlanMark(CodeEditor* editor) : QObject(editor), m_editor(editor) { }

void PlanMark::show(const std::vector<std::pair<int, int>>& ranges)
{
    if (!m_editor) {
        return;
    }
    m_editor->send(Sci::SCI_SETINDICATORCURRENT, s_indicator);
    m_editor->send(Sci::SCI_INDICATORCLEARRANGE, 0, m_editor->send(Sci::SCI_GETLENGTH));
    // Set each time, since the colour is that of the theme in force.
    m_editor->send(Sci::SCI_INDICSETSTYLE, s_indicator, Sci::INDIC_STRAIGHTBOX);
    m_editor->SendScintilla(
        Sci::SCI_INDICSETFORE, static_cast<unsigned long>(s_indicator), stylepaint::ink(Token::Accent));
    m_editor->send(Sci::SCI_INDICSETALPHA, s_indicator, 40);
    m_editor->send(Sci::SCI_INDICSETOUTLINEALPHA, s_indicator, 160);
    m_editor->send(Sci::SCI_INDICSETUNDER, s_indicator, 1);
    for (const auto& [begin, end] : ranges) {
        m_editor->send(Sci::SCI_INDICATORFILLRANGE, begin, end - begin);
    }
    if (!ranges.empty()) {
        m_editor->send(Sci::SCI_SCROLLRANGE, ranges.front().second, ranges.front().first);
    }
}

} // namespace millrace
