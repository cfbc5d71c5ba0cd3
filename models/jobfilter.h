// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtable.h"

#include <QJsonObject>

namespace millrace {

/// Which jobs are shown, and by what they are grouped.
struct JobFilter {
    enum class Ended { All, OneDay, None };
    enum class Group { None, Connection, State, System };

    QString text; ///< stands in the name, the id, the cluster or the owner, in any case
    Ended ended = Ended::OneDay; ///< of the jobs that have ended: all, those of the last day, none
    QList<JobState> states; ///< empty: all
    QStringList systems; ///< ids; empty: all
    QStringList connections; ///< ids; empty: all
    bool watchedOnly = false;
    bool startedHereOnly = false;
    Group group = Group::None;

    [[nodiscard]] bool accepts(const JobRow& row, const JobSource& source, const QDateTime& now) const;
    [[nodiscard]] QJsonObject toJson() const;
    static JobFilter fromJson(const QJsonObject& json);

    friend bool operator==(const JobFilter&, const JobFilter&) = default;
};

/// A filter under a name of its own.
struct SavedJobFilter {
    QString name;
    JobFilter filter;

    friend bool operator==(const SavedJobFilter&, const SavedJobFilter&) = default;
};

} // namespace millrace
