// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/palettecontroller.h"

#include "app/actionregistry.h"
#include "app/mainwindow.h"
#include "widgets/palette/commandpalette.h"

#include <QAction>
#include <QRegularExpression>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

/// The words of an action without the mnemonic, which Chinese writes behind them: 保存(&S).
QString wordsOf(const QAction& action)
{
    static const QRegularExpression s_mnemonic(u"\\(&.\\)|&"_s);
    return action.text().remove(s_mnemonic);
}

} // namespace

PaletteController::PaletteController(MainWindow& window, QObject* parent)
    : QObject(parent), m_window(window), m_palette(new CommandPalette(&window))
{
    connect(m_window.actions().action("tools.palette"_L1), &QAction::triggered, this, &PaletteController::open);
    connect(m_palette, &CommandPalette::chosen, this, &PaletteController::run);
}

void PaletteController::open()
{
    std::vector<PaletteEntry> entries;
    for (const QAction* action : m_window.actions().all()) {
        if (action->objectName() != "tools.palette"_L1) {
            entries.push_back({.id = action->objectName(),
                .text = wordsOf(*action),
                .keys = action->shortcut().toString(QKeySequence::NativeText),
                .icon = action->icon(),
                .enabled = action->isEnabled()});
        }
    }
    m_focusBefore = m_window.focusWidget();
    m_palette->open(std::move(entries), tr("Type what you want to do"));
}

void PaletteController::run(const QString& actionId)
{
    if (m_focusBefore) {
        m_focusBefore->setFocus();
    }
    m_window.actions().action(QLatin1StringView(actionId.toLatin1()))->trigger();
}

} // namespace millrace
