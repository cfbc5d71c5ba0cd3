// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace millrace {

/// How the local Flink is, as the panel of connections and the first page show it.
struct LocalFlinkStatus {
    enum class State { Stopped, Starting, Running, Stopping, Failed };

    State state = State::Stopped;
    QString version; ///< "2.3.0"
    QString message; ///< what happens now ("Fetching Flink 2.3.0: 212 of 498 MB"), or why it failed and what to do
    std::optional<double> progress; ///< 0…1 while it is known
    bool fetched = false; ///< its files are on this machine

    friend bool operator==(const LocalFlinkStatus&, const LocalFlinkStatus&) = default;
};

/// What was found out about Java.
struct JavaStatus {
    enum class State { Unknown, Found, Missing, TooOld };

    State state = State::Unknown;
    QString version; ///< "17.0.15"
    QString advice; ///< what to install, when it is missing or too old

    friend bool operator==(const JavaStatus&, const JavaStatus&) = default;
};

} // namespace millrace
