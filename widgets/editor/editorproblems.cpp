// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/editorproblems.h"

#include "widgets/common/theme.h"
#include "widgets/editor/codeeditor.h"

#include <QPainter>

#include <algorithm>

namespace millrace {

namespace {

constexpr int firstIndicator = 8;
constexpr int indicatorCount = 3;

int indicatorOf(ProblemSeverity severity)
{
    switch (severity) {
    case ProblemSeverity::Error:
        return firstIndicator + 2; // drawn last, above the others
    case ProblemSeverity::Warning:
        return firstIndicator + 1;
    case ProblemSeverity::Note:
        break;
    }
    return firstIndicator;
}

void paintWave(QPainter& painter, double from, double to, double y, const QColor& color)
{
    constexpr double step = 2.5;
    QPolygonF wave;
    bool up = false;
    for (double x = from; x <= to; x += step) {
        wave << QPointF(x, y + (up ? -1.3 : 1.3));
        up = !up;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.1));
    painter.drawPolyline(wave);
    painter.restore();
}

constexpr ProblemSeverity severities[] = {ProblemSeverity::Error, ProblemSeverity::Warning, ProblemSeverity::Note};

} // namespace

EditorProblems::EditorProblems(CodeEditor* editor) : m_editor(editor) { }

Token EditorProblems::colorOf(ProblemSeverity severity)
{
    switch (severity) {
    case ProblemSeverity::Error:
        return Token::Error;
    case ProblemSeverity::Warning:
        return Token::Warn;
    case ProblemSeverity::Note:
        break;
    }
    return Token::Info;
}

void EditorProblems::setUp()
{
    for (const ProblemSeverity severity : severities) {
        // Scintilla keeps the ranges; its own wave is too small to be seen
        m_editor->send(QsciScintillaBase::SCI_INDICSETSTYLE, indicatorOf(severity), QsciScintillaBase::INDIC_HIDDEN);
    }
}

void EditorProblems::paintLine(QPainter& painter, int line, int y, int lineHeight) const
{
    if (m_problems.empty()) {
        return;
    }
    const auto begin = static_cast<int>(m_editor->send(QsciScintillaBase::SCI_POSITIONFROMLINE, line));
    const auto end = static_cast<int>(m_editor->send(QsciScintillaBase::SCI_GETLINEENDPOSITION, line));
    for (const ProblemSeverity severity : {ProblemSeverity::Note, ProblemSeverity::Warning, ProblemSeverity::Error}) {
        const int indicator = indicatorOf(severity);
        int place = begin;
        while (place <= end) {
            const auto next = static_cast<int>(m_editor->send(QsciScintillaBase::SCI_INDICATOREND, indicator, place));
            const int stop = next > place ? std::min(next, end) : end;
            if (problemAt(indicator, place)) {
                const long from = m_editor->send(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0, place);
                const long to = m_editor->send(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0, stop);
                paintWave(painter, static_cast<double>(from), static_cast<double>(std::max(to, from + 6)),
                    y + lineHeight - 2.5, currentTheme().color(colorOf(severity)));
            }
            if (next <= place) {
                break;
            }
            place = next;
        }
    }
}

void EditorProblems::set(const std::vector<Problem>& problems)
{
    const long length = m_editor->send(QsciScintillaBase::SCI_GETLENGTH);
    for (int indicator = firstIndicator; indicator < firstIndicator + indicatorCount; ++indicator) {
        m_editor->send(QsciScintillaBase::SCI_SETINDICATORCURRENT, indicator);
        m_editor->send(QsciScintillaBase::SCI_INDICATORCLEARRANGE, 0, length);
    }
    m_problems = problems;
    for (size_t i = 0; i < m_problems.size(); ++i) {
        const Problem& problem = m_problems[i];
        int begin = m_editor->byteOfPosition(problem.range.begin);
        int end = m_editor->byteOfPosition(problem.range.end);
        if (end <= begin) {
            // an empty range still needs something to be seen under
            end = static_cast<int>(m_editor->send(QsciScintillaBase::SCI_POSITIONAFTER, begin));
        }
        if (begin >= length && begin > 0) {
            begin = static_cast<int>(m_editor->send(QsciScintillaBase::SCI_POSITIONBEFORE, begin));
        }
        const int indicator = indicatorOf(problem.severity);
        m_editor->send(QsciScintillaBase::SCI_SETINDICATORCURRENT, indicator);
        m_editor->send(QsciScintillaBase::SCI_SETINDICATORVALUE, i + 1);
        m_editor->send(QsciScintillaBase::SCI_INDICATORFILLRANGE, begin, end - begin);
    }
}

const Problem* EditorProblems::problemAt(int indicator, int byteOffset) const
{
    const long value = m_editor->send(QsciScintillaBase::SCI_INDICATORVALUEAT, indicator, byteOffset);
    return value > 0 && value <= static_cast<long>(m_problems.size()) ? &m_problems[static_cast<size_t>(value - 1)]
                                                                      : nullptr;
}

QString EditorProblems::messageAt(int byteOffset) const
{
    for (const ProblemSeverity severity : severities) {
        if (const Problem* problem = problemAt(indicatorOf(severity), byteOffset)) {
            return problem->message;
        }
    }
    return {};
}

QString EditorProblems::errorOnLine(int line) const
{
    if (m_problems.empty()) {
        return {};
    }
    const int indicator = indicatorOf(ProblemSeverity::Error);
    const auto at = line;
    const auto begin = static_cast<int>(m_editor->send(QsciScintillaBase::SCI_POSITIONFROMLINE, at));
    const auto end = static_cast<int>(m_editor->send(QsciScintillaBase::SCI_GETLINEENDPOSITION, at));
    int place = begin;
    while (place <= end) {
        const Problem* problem = problemAt(indicator, place);
        const auto runStart = static_cast<int>(m_editor->send(QsciScintillaBase::SCI_INDICATORSTART, indicator, place));
        if (problem && runStart >= begin) {
            return problem->message;
        }
        const auto next = static_cast<int>(m_editor->send(QsciScintillaBase::SCI_INDICATOREND, indicator, place));
        if (next <= place) {
            break;
        }
        place = next;
    }
    return {};
}

bool EditorProblems::hasErrorIn(int beginByte, int endByte) const
{
    if (m_problems.empty()) {
        return false;
    }
    const int indicator = indicatorOf(ProblemSeverity::Error);
    if (problemAt(indicator, beginByte)) {
        return true;
    }
    const long next = m_editor->send(QsciScintillaBase::SCI_INDICATOREND, indicator, beginByte);
    return next > beginByte && next < endByte && problemAt(indicator, static_cast<int>(next));
}

std::vector<EditorProblems::Place> EditorProblems::places() const
{
    std::vector<Place> places;
    const auto length = static_cast<int>(m_editor->send(QsciScintillaBase::SCI_GETLENGTH));
    for (const ProblemSeverity severity : severities) {
        if (m_problems.empty()) {
            break;
        }
        const int indicator = indicatorOf(severity);
        int place = 0;
        while (place < length) {
            if (problemAt(indicator, place)) {
                const long line = m_editor->send(QsciScintillaBase::SCI_LINEFROMPOSITION, place);
                places.push_back({static_cast<int>(line), severity});
            }
            const auto next = static_cast<int>(m_editor->send(QsciScintillaBase::SCI_INDICATOREND, indicator, place));
            if (next <= place) {
                break;
            }
            place = next;
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.line < b.line; });
    return places;
}

} // namespace millrace
