// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "logs/logdocument.h"
#include "models/logentrymodel.h"

#include <QHash>
#include <QObject>

namespace millrace {

class LogsPage;

/// Where logs are from. Logs that were opened stay open with what is known of them, as long as the shelf lives.
class LogShelf : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QList<LogEntry> entries() const = 0;
    /// Looks anew; changed() or failed() follows.
    virtual void refresh() = 0;
    /// What to say while there is none.
    [[nodiscard]] virtual QString emptySentence() const = 0;

    /// The log with this id, or several merged by time; null when none of them is there.
    [[nodiscard]] std::shared_ptr<LogDocument> open(const QStringList& ids);
    /// The logs of a job's failures are most likely in this one; empty when there are none.
    [[nodiscard]] virtual QString likelyId(const QString& hint) const;

Q_SIGNALS:
    void changed();
    void failed(const millrace::Error& error);

protected:
    /// The files of an entry; nothing when it is not there.
    [[nodiscard]] virtual std::optional<LogOrigin> originOf(const QString& id) = 0;
    /// An entry is gone: its log is opened anew the next time.
    void forget(const QString& id);

private:
    QHash<QString, std::shared_ptr<LogDocument>> m_open;
};

/// Shows a shelf in a page from now on, instead of the one before. The page outlives the binding or ends it.
void bindLogs(LogsPage& page, LogShelf& shelf);

} // namespace millrace
