// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

/// The text of a job: which of the engine's three languages it is in, and what has to be added before it is sent.
namespace millrace::seatunnel {

enum class JobFormat { Json, Hocon, Sql };

QString toId(JobFormat format); ///< "json", "hocon", "sql": as the call's parameter has them

/// From an id of the form ("json", …); else from the content, since .conf files often hold JSON; else from the name.
JobFormat formatOf(const QString& chosen, const QString& fileName, const QString& text);

/// The text is a list, in JSON or HOCON: several jobs at once.
bool isJobList(const QString& text, JobFormat format);

/// One entry of a list of jobs, made ready to be sent alone or with the others.
struct ListedJob {
    QString name;
    QString id; ///< empty: the server chooses
    bool fromSavepoint = false;
    QByteArray body; ///< the job without params
    QByteArray entry; ///< the job with params as submit-jobs wants them
};

/// Takes a list apart. Each entry gets params with at least a name, since servers fail without; ids and true become
/// texts, as they have to be; characters that the server would cut a value at are an Error.
Result<std::vector<ListedJob>> listedJobs(const QString& text);

} // namespace millrace::seatunnel
