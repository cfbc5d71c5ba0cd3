// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace millrace {

/// How careful one has to be: it colours the window, and production asks before it acts.
enum class Environment { Development, Test, Production };

/// "dev", "test", "prod": stored and printed, never translated.
QString toId(Environment environment);
Environment environmentFromId(QStringView id);

/// Texts of a form by field id. Toggles are "true" and "false", numbers decimal.
using FormValues = QMap<QString, QString>;

/// A saved connection: which system, where, how to log in. Secrets are not in here; they live in the keychain under id.
struct ConnectionProfile {
    QString id; ///< a UUID without braces, never shown
    QString name;
    QString system; ///< the backend's id: "flink", "dinky", …
    Environment environment = Environment::Development;
    bool readOnly = false;
    FormValues values;

    friend bool operator==(const ConnectionProfile&, const ConnectionProfile&) = default;
};

} // namespace millrace
