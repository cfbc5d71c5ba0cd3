// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QObject>

#include <vector>

class QAction;
class QMenuBar;
class QWidget;

namespace millrace {

/// Every action of the program, made from one table: stable id, text, icon, default keys, menu. Controllers connect
/// them and say when they are enabled; menus, the palette and the shortcut overrides read the same table.
class ActionRegistry : public QObject {
    Q_OBJECT

public:
    /// Adds the actions to window, so that their keys work anywhere in it.
    explicit ActionRegistry(QWidget* window);

    /// The action with this id; asking for one that is not in the table is a programming error.
    [[nodiscard]] QAction* action(QLatin1StringView id) const;

    /// In the table's order.
    [[nodiscard]] const std::vector<QAction*>& all() const { return m_actions; }

    /// "Ctrl+Shift+L" in the desktop's own writing, for hints beside other controls.
    [[nodiscard]] QString keysText(QLatin1StringView id) const;

    void fillMenus(QMenuBar* bar) const;
    /// Action id to key sequences in portable text; an empty list takes the keys away. Applied after all actions exist.
    void applyOverrides(const QMap<QString, QStringList>& overrides);
    /// Pairs of action ids that answer to the same keys.
    [[nodiscard]] std::vector<std::pair<QString, QString>> conflicts() const;
    /// Texts anew, after the language changed.
    void retranslate();
    /// The icons anew, after the theme changed.
    void updateIcons(QWidget* themed);

private:
    std::vector<QAction*> m_actions;
    QHash<QString, QAction*> m_byId;
};

} // namespace millrace
