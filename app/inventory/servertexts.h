// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connection.h"
#include "core/inventory.h"
#include "core/operation.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <memory>
#include <optional>

namespace millrace {

class EditorController;
class MainWindow;
class ScriptTab;
struct Services;

/// Texts that servers keep, open in tabs of the editor: saving such a tab brings its text back to the server, also
/// after the program was started again.
class ServerTexts : public QObject {
    Q_OBJECT

public:
    /// Where a text comes from, and what takes it back.
    struct Origin {
        QString connectionId;
        QString kind;
        QString itemId;
        QString action;
        QString field;

        friend bool operator==(const Origin&, const Origin&) = default;
    };

    ServerTexts(MainWindow& window, EditorController& editors, Services& services, QObject* parent = nullptr);

    /// Brings up the tab that has the text already, or opens one.
    void open(const QString& connectionId, const QString& kind, const QString& itemId, const InventoryScript& script);

    [[nodiscard]] std::optional<Origin> originOf(const QString& tabId) const;

Q_SIGNALS:
    void operationStarted(const std::shared_ptr<millrace::Operation>& operation);
    /// The server has the text; what it tells of the item is old.
    void saved(const QString& connectionId, const QString& kind);

private:
    bool save(ScriptTab* tab);
    QCoro::Task<void> send(QPointer<ScriptTab> tab, Origin origin);
    void remember();

    MainWindow& m_window;
    EditorController& m_editors;
    Services& m_services;
    QHash<QString, Origin> m_origins; ///< by tab
    QSet<QString> m_sending; ///< tabs whose text is on its way
    QSet<QString> m_closing; ///< of these, what closes when the server has it
};

} // namespace millrace
