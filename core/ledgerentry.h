// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace millrace {

/// A savepoint or checkpoint in our own record, which outlives the server's memory.
struct LedgerEntry {
    enum class Kind { Savepoint, Checkpoint };
    enum class State {
        Present, ///< as far as we know
        Disposed, ///< by us or seen to be
        Gone, ///< the server says that it is not there (any more)
    };

    qint64 id = 0; ///< 0: not stored yet
    QString connectionId;
    QString connectionName;
    QString system;
    QString jobId;
    QString jobName;
    QString sql; ///< the text that the job ran; empty when not known
    QString location;
    Kind kind = Kind::Savepoint;
    QString format;
    qint64 bytes = -1;
    QDateTime takenAt; ///< UTC
    QString note;
    QDateTime expiresAt; ///< UTC; invalid: never
    bool pinned = false;
    State state = State::Present;

    friend bool operator==(const LedgerEntry&, const LedgerEntry&) = default;
};

/// "savepoint", "checkpoint"; "present", "disposed", "gone": stored and printed, never translated.
QString toId(LedgerEntry::Kind kind);
QString toId(LedgerEntry::State state);

} // namespace millrace
