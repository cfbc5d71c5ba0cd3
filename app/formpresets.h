// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/inventory/inventorysheet.h"

namespace millrace {

class Settings;

/// Values of the forms of sessions and jobs that were saved under a name, for one connection each: gateway
/// configurations, queues, clusters. Secrets are never among them.
class PresetStore {
public:
    /// form: "session", "submit". settings outlive the object.
    PresetStore(Settings& settings, const QString& connectionId, const QString& form);

    [[nodiscard]] FormPresets all() const;
    void save(const QString& name, const FormValues& values);
    void remove(const QString& name);

private:
    Settings& m_settings;
    QString m_place;
};

/// Keeps what the sheet saves and deletes; the sheet was made with the presets of the same store.
void keepPresets(InventorySheet* sheet, PresetStore store);

} // namespace millrace
