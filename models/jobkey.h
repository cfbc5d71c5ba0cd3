// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

namespace millrace {

/// Which job of which connection.
struct JobKey {
    QString connectionId; ///< of the profile
    QString jobId;

    [[nodiscard]] bool isEmpty() const { return jobId.isEmpty(); }

    friend bool operator==(const JobKey&, const JobKey&) = default;

    friend bool operator<(const JobKey& one, const JobKey& other)
    {
        return one.connectionId != other.connectionId ? one.connectionId < other.connectionId
                                                      : one.jobId < other.jobId;
    }
};

inline size_t qHash(const JobKey& key, size_t seed = 0)
{
    return qHashMulti(seed, key.connectionId, key.jobId);
}

} // namespace millrace
