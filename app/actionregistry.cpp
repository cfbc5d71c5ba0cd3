// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actionregistry.h"

#include "app/actiontable.h"
#include "widgets/common/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMap>
#include <QMenu>
#include <QMenuBar>

#include <map>

namespace millrace {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Actions", text);
}

QList<QKeySequence> sequences(const QStringList& texts)
{
    QList<QKeySequence> keys;
    for (const QString& text : texts) {
        if (!text.isEmpty()) {
            keys << QKeySequence(text, QKeySequence::PortableText);
        }
    }
    return keys;
}

} // namespace

ActionRegistry::ActionRegistry(QWidget* window) : QObject(window)
{
    for (const ActionSpec& spec : actionTable()) {
        auto* action = new QAction(translated(spec.text), window);
        const QString id = QLatin1StringView(spec.id);
        action->setObjectName(id);
        action->setCheckable(spec.checkable);
        action->setShortcuts(sequences(QString::fromLatin1(spec.keys).split(u"; "_s)));
        window->addAction(action);
        m_actions.push_back(action);
        m_byId.insert(id, action);
    }
}

QAction* ActionRegistry::action(QLatin1StringView id) const
{
    QAction* found = m_byId.value(id);
    Q_ASSERT_X(found, "ActionRegistry", id.data());
    return found;
}

QString ActionRegistry::keysText(QLatin1StringView id) const
{
    // As the key itself is marked; "Ctrl+Return" takes more room than a button has.
    return action(id)->shortcut().toString(QKeySequence::NativeText).replace(u"Return"_s, u"↵"_s);
}

void ActionRegistry::fillMenus(QMenuBar* bar) const
{
    std::map<MenuId, QMenu*> menus;
    for (std::size_t i = 0; const ActionSpec& spec : actionTable()) {
        QMenu*& menu = menus[spec.menu];
        if (!menu) {
            menu = bar->addMenu(translated(menuTitle(spec.menu)));
            menu->setObjectName(u"menu.%1"_s.arg(static_cast<int>(spec.menu)));
        }
        if (spec.startsGroup) {
            menu->addSeparator();
        }
        menu->addAction(m_actions[i++]);
    }
}

void ActionRegistry::applyOverrides(const QMap<QString, QStringList>& overrides)
{
    for (const auto& [id, keys] : overrides.asKeyValueRange()) {
        if (QAction* action = m_byId.value(id)) {
            action->setShortcuts(sequences(keys));
        }
    }
}

std::vector<std::pair<QString, QString>> ActionRegistry::conflicts() const
{
    std::vector<std::pair<QString, QString>> found;
    QMap<QString, QString> owner;
    for (const QAction* action : m_actions) {
        for (const QKeySequence& keys : action->shortcuts()) {
            const QString text = keys.toString(QKeySequence::PortableText);
            if (owner.contains(text)) {
                found.emplace_back(owner.value(text), action->objectName());
            } else {
                owner.insert(text, action->objectName());
            }
        }
    }
    return found;
}

void ActionRegistry::retranslate()
{
    for (std::size_t i = 0; const ActionSpec& spec : actionTable()) {
        m_actions[i++]->setText(translated(spec.text));
    }
}

void ActionRegistry::updateIcons(QWidget* themed)
{
    for (std::size_t i = 0; const ActionSpec& spec : actionTable()) {
        QAction* action = m_actions[i++];
        if (*spec.icon) {
            action->setIcon(themedIcon(themed, QLatin1StringView(spec.icon)));
        }
    }
}

} // namespace millrace
