// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editor/findbar.h"

#include "widgets/common/buttons.h"
#include "widgets/common/humanize.h"
#include "widgets/common/labels.h"
#include "widgets/common/stylepaint.h"
#include "widgets/common/theme.h"
#include "widgets/editor/codeeditor.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

using Sci = QsciScintillaBase;

constexpr int indicator = 11;
constexpr int mostMatches = 10'000; ///< beyond, marking them all would be felt at each letter

QToolButton* makeToggle(const QString& text, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FindBar::FindBar(CodeEditor* editor, QWidget* parent) : QWidget(parent), m_editor(editor)
{
    build();
    hide();
}

void FindBar::build()
{
    m_pattern = new QLineEdit(this);
    m_pattern->setObjectName(u"findPattern"_s);
    m_pattern->setPlaceholderText(tr("Find"));
    m_pattern->setAccessibleName(tr("Find"));
    m_pattern->installEventFilter(this);
    m_case = makeToggle(u"Aa"_s, tr("Match case"), this);
    m_word = makeToggle(u"W"_s, tr("Whole words"), this);
    m_regex = makeToggle(u".*"_s, tr("Regular expression"), this);
    m_count = new TextLabel(TextRole::Caption, Token::TextDim, this);
    m_count->setMinimumWidth(90);
    auto* previous = makeIconButton("go-up"_L1, tr("Previous match"), this);
    auto* next = makeIconButton("go-down"_L1, tr("Next match"), this);
    auto* close = makeIconButton("dialog-close"_L1, tr("Close"), this);
    m_replacement = new QLineEdit(this);
    m_replacement->setObjectName(u"findReplacement"_s);
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_replacement->installEventFilter(this);
    auto* replace = new QPushButton(tr("Replace"), this);
    auto* replaceAll = new QPushButton(tr("Replace all"), this);
    replace->setAutoDefault(false);
    replaceAll->setAutoDefault(false);

    auto* finders = new QHBoxLayout;
    finders->setSpacing(4);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_case, m_word, m_regex, previous, next, m_count}) {
        finders->addWidget(widget);
    }
    finders->addStretch(1);
    finders->addWidget(close);
    auto* replacers = new QHBoxLayout;
    replacers->setSpacing(4);
    replacers->addWidget(replace);
    replacers->addWidget(replaceAll);
    replacers->addStretch(1);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(8, 5, 6, 4);
    layout->setSpacing(4);
    layout->setColumnStretch(0, 2);
    layout->setColumnStretch(1, 3);
    layout->addWidget(m_pattern, 0, 0);
    layout->addLayout(finders, 0, 1);
    layout->addWidget(m_replacement, 1, 0);
    layout->addLayout(replacers, 1, 1);
    m_replaceRow = {m_replacement, replace, replaceAll};

    connect(m_pattern, &QLineEdit::textChanged, this, &FindBar::searchChanged);
    for (QToolButton* toggle : {m_case, m_word, m_regex}) {
        connect(toggle, &QToolButton::toggled, this, &FindBar::searchChanged);
    }
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(close, &QToolButton::clicked, this, &FindBar::close);
    connect(replace, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(replaceAll, &QPushButton::clicked, this, &FindBar::replaceAll);
}

void FindBar::open(bool withReplace)
{
    for (QWidget* widget : m_replaceRow) {
        widget->setVisible(withReplace);
    }
    const QString selected = m_editor->selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n')) {
        m_pattern->setText(selected);
    }
    show();
    m_pattern->setFocus();
    m_pattern->selectAll();
    highlightAll();
}

void FindBar::close()
{
    clearHighlights();
    hide();
    m_editor->setFocus();
}

int FindBar::searchFlags() const
{
    int flags = 0;
    flags |= m_case->isChecked() ? Sci::SCFIND_MATCHCASE : 0;
    flags |= m_word->isChecked() ? Sci::SCFIND_WHOLEWORD : 0;
    flags |= m_regex->isChecked() ? Sci::SCFIND_REGEXP | Sci::SCFIND_CXX11REGEX : 0;
    return flags;
}

long FindBar::searchIn(long from, long to) const
{
    const QByteArray pattern = m_pattern->text().toUtf8();
    if (pattern.isEmpty()) {
        return -1;
    }
    m_editor->send(Sci::SCI_SETSEARCHFLAGS, searchFlags());
    m_editor->send(Sci::SCI_SETTARGETSTART, from);
    m_editor->send(Sci::SCI_SETTARGETEND, to);
    // -1: no match, -2: no regular expression
    return m_editor->SendScintilla(
        Sci::SCI_SEARCHINTARGET, static_cast<unsigned long>(pattern.size()), pattern.constData());
}

void FindBar::searchChanged()
{
    highlightAll();
    find(true, true);
}

bool FindBar::findNext()
{
    return find(true, false);
}

bool FindBar::findPrevious()
{
    return find(false, false);
}

bool FindBar::find(bool forward, bool fromSelectionStart)
{
    const long length = m_editor->send(Sci::SCI_GETLENGTH);
    const long begin = m_editor->send(Sci::SCI_GETSELECTIONSTART);
    const long end = m_editor->send(Sci::SCI_GETSELECTIONEND);
    long at = 0;
    if (forward) {
        at = searchIn(fromSelectionStart ? begin : end, length);
        at = at < 0 ? searchIn(0, length) : at; // round the end
    } else {
        at = searchIn(begin, 0);
        at = at < 0 ? searchIn(length, 0) : at;
    }
    if (at < 0) {
        return false;
    }
    const long matchEnd = m_editor->send(Sci::SCI_GETTARGETEND);
    m_editor->goTo(m_editor->positionOfByte(static_cast<int>(at)));
    m_editor->send(Sci::SCI_SETSEL, at, matchEnd);
    m_editor->send(Sci::SCI_SCROLLCARET);
    return true;
}

void FindBar::replaceOne()
{
    const long begin = m_editor->send(Sci::SCI_GETSELECTIONSTART);
    const long end = m_editor->send(Sci::SCI_GETSELECTIONEND);
    // the selection is replaced only when it is a match itself
    if (end > begin && searchIn(begin, end) == begin && m_editor->send(Sci::SCI_GETTARGETEND) == end) {
        const QByteArray text = m_replacement->text().toUtf8();
        m_editor->beginUndoAction();
        m_editor->SendScintilla(m_regex->isChecked() ? Sci::SCI_REPLACETARGETRE : Sci::SCI_REPLACETARGET,
            static_cast<unsigned long>(text.size()), text.constData());
        m_editor->endUndoAction();
        const long behind = m_editor->send(Sci::SCI_GETTARGETEND);
        m_editor->send(Sci::SCI_SETSEL, behind, behind);
        highlightAll();
    }
    findNext();
}

int FindBar::replaceAll()
{
    const QByteArray text = m_replacement->text().toUtf8();
    int count = 0;
    m_editor->beginUndoAction();
    long at = searchIn(0, m_editor->send(Sci::SCI_GETLENGTH));
    while (at >= 0) {
        const bool empty = m_editor->send(Sci::SCI_GETTARGETEND) == at;
        m_editor->SendScintilla(m_regex->isChecked() ? Sci::SCI_REPLACETARGETRE : Sci::SCI_REPLACETARGET,
            static_cast<unsigned long>(text.size()), text.constData());
        ++count;
        long from = m_editor->send(Sci::SCI_GETTARGETEND);
        const long length = m_editor->send(Sci::SCI_GETLENGTH);
        if (empty) {
            from = m_editor->send(Sci::SCI_POSITIONAFTER, from); // ^ and the like must get on
        }
        if (from >= length) {
            break;
        }
        at = searchIn(from, length);
    }
    m_editor->endUndoAction();
    highlightAll();
    m_count->setText(tr("%n replaced", nullptr, count));
    return count;
}

void FindBar::clearHighlights()
{
    m_editor->send(Sci::SCI_SETINDICATORCURRENT, indicator);
    m_editor->send(Sci::SCI_INDICATORCLEARRANGE, 0, m_editor->send(Sci::SCI_GETLENGTH));
}

void FindBar::highlightAll()
{
    clearHighlights();
    m_editor->send(Sci::SCI_INDICSETSTYLE, indicator, Sci::INDIC_STRAIGHTBOX);
    m_editor->SendScintilla(Sci::SCI_INDICSETFORE, static_cast<unsigned long>(indicator), stylepaint::ink(Token::Warn));
    m_editor->send(Sci::SCI_INDICSETALPHA, indicator, 50);
    m_editor->send(Sci::SCI_INDICSETOUTLINEALPHA, indicator, 120);
    m_editor->send(Sci::SCI_INDICSETUNDER, indicator, 1);
    m_matches = 0;
    const long length = m_editor->send(Sci::SCI_GETLENGTH);
    long at = searchIn(0, length);
    const bool broken = at == -2;
    while (at >= 0 && m_matches < mostMatches) {
        const long end = m_editor->send(Sci::SCI_GETTARGETEND);
        ++m_matches;
        m_editor->send(Sci::SCI_INDICATORFILLRANGE, at, end - at);
        const long from = end > at ? end : m_editor->send(Sci::SCI_POSITIONAFTER, end);
        if (from >= length) {
            break;
        }
        at = searchIn(from, length);
    }
    m_pattern->setProperty("millraceInvalid", broken || (m_matches == 0 && !m_pattern->text().isEmpty()));
    m_pattern->update();
    if (m_pattern->text().isEmpty()) {
        m_count->setText({});
    } else if (broken) {
        m_count->setText(tr("Not a regular expression"));
    } else if (m_matches >= mostMatches) {
        m_count->setText(tr("More than %1 matches").arg(countText(mostMatches)));
    } else {
        m_count->setText(m_matches == 0 ? tr("No match") : tr("%n matches", nullptr, m_matches));
    }
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Escape:
            close();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (watched == m_replacement) {
                replaceOne();
            } else {
                find(!key->modifiers().testFlag(Qt::ShiftModifier), false);
            }
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), stylepaint::ink(Token::SurfaceChrome));
    painter.fillRect(QRect(0, 0, width(), 1), stylepaint::ink(Token::Line));
}

} // namespace millrace
