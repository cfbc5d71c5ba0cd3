// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/form.h"
#include "core/graph.h"
#include "core/jobcontrol.h"

#include <functional>
#include <optional>
#include <variant>

namespace millrace {

/// Something that can be done with things of an inventory: its form is shown first when it has fields, and a question
/// is asked when confirm is not empty.
struct InventoryAction {
    QString id;
    QString text; ///< "Upload…", "Delete"
    QString icon; ///< of resources/icons; may be empty
    FormDescription form; ///< no fields: nothing to ask
    QString confirm; ///< the question that says what goes; %1 stands for the names of what is chosen
    bool onItems = true; ///< needs something chosen; false: stands above the list (create, upload)
    bool many = false; ///< takes several items at once
    bool changes = true; ///< is not offered on read-only connections
    bool asks = false; ///< its form hangs on what is chosen: Inventory::form() tells it
};

/// One kind of things that a server keeps: TaskManagers, jars, queues, packages, routes, files, …
struct InventoryKind {
    QString id; ///< stable: "taskmanagers", "jars", "queues"
    QString title;
    QString icon;
    QStringList columns; ///< titles; an item's cells stand in this order
    std::vector<InventoryAction> actions;
    bool isTree = false; ///< items may have children: read with parent
    QString emptyText; ///< the sentence for none of them
};

struct InventoryItem {
    QString id; ///< unique within its kind
    QString name;
    QStringList cells;
    JobState state = JobState::Unknown; ///< coloured when it is not Unknown
    bool hasChildren = false;
    QStringList actions; ///< ids of what can be done with this one now

    friend bool operator==(const InventoryItem&, const InventoryItem&) = default;
};

/// A table as values, for things that have columns of their own.
struct TextTable {
    QStringList columns;
    std::vector<QStringList> rows;

    friend bool operator==(const TextTable&, const TextTable&) = default;
};

/// Two texts to lay over each other, line by line.
struct TextPair {
    QString beforeName; ///< "Version 3"
    QString before;
    QString afterName;
    QString after;

    friend bool operator==(const TextPair&, const TextPair&) = default;
};

/// A part of what there is to see of an item: a tab of its detail.
struct InventoryPart {
    QString title;
    /// Facts, a table, a graph, two texts, or a text (language tells how to colour it: "sql", "json", "log", "text").
    std::variant<std::vector<NamedText>, TextTable, Graph, QString, TextPair> content;
    QString language;
};

/// A text of the server that is opened in a tab of the editor, and saved back there.
struct InventoryScript {
    QString name; ///< of the tab
    QString text;
    QString saveAction; ///< the action of the same item that takes the text back; empty: none does
    QString saveField; ///< the field of that action's form which the text goes into
};

struct InventoryOutcome {
    QString message; ///< one sentence on what was done
    std::vector<InventoryPart> parts; ///< what came back that is worth showing
    std::optional<InventoryScript> script = {}; ///< a text to go on with in the editor
    bool changed = true; ///< the list has to be read again
};

/// Capability: what a server keeps beside jobs, by kinds that the system itself describes, so that one view serves
/// every system.
class Inventory {
public:
    virtual ~Inventory() = default;

    [[nodiscard]] virtual std::vector<InventoryKind> kinds() const = 0;

    /// The items of a kind, or those below parent (an id) in a tree.
    virtual QCoro::Task<Result<std::vector<InventoryItem>>> items(
        QString kind, QString parent, CancellationToken token) = 0;

    virtual QCoro::Task<Result<std::vector<InventoryPart>>> detail(
        QString kind, QString itemId, CancellationToken token) = 0;

    /// What an action that asks wants to know of these items: their present values, lists to choose from.
    virtual QCoro::Task<Result<FormDescription>> form(
        QString /*kind*/, QString /*action*/, QStringList /*itemIds*/, CancellationToken /*token*/)
    {
        co_return FormDescription();
    }

    /// Does one action with the items (none for those that stand above the list). values are those of its form.
    virtual QCoro::Task<Result<InventoryOutcome>> act(QString kind, QString action, QStringList itemIds,
        FormValues values, ProgressObserver progress, CancellationToken token) = 0;

    /// Is given the lines that the server logs while an action goes on, as they come.
    void setLogObserver(std::function<void(const QString& lines)> observer) { m_onLog = std::move(observer); }

protected:
    std::function<void(const QString& lines)> m_onLog; ///< may be empty
};

} // namespace millrace
