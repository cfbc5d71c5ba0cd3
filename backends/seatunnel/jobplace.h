// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace millrace::seatunnel {

/// Where a caret stands in a job's text, which may be half written.
struct JobPlace {
    enum class Role { Key, Value };

    Role role = Role::Key;
    QString section; ///< "env", "source", "transform", "sink"; empty at the top
    bool isPlugin = false; ///< inside the options of one
    QString plugin; ///< its name; empty while it has none
    bool isDeeper = false; ///< inside an object of an option
    bool isNamed = false; ///< `source { FakeSource { … } }` and not a list
    QString key; ///< of the value
    QSet<QString> present; ///< keys that the block has already
    bool isQuoted = false; ///< between quotes
    bool isSql = false; ///< in the options of a CREATE TABLE
};

/// The place at offset of a text in JSON or HOCON; in SQL when the file's name says so.
[[nodiscard]] JobPlace placeIn(const QString& text, qsizetype offset, bool isSql);

} // namespace millrace::seatunnel
