// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"

#include <optional>

namespace millrace {

/// The vertex that holds the others up.
struct Brake {
    QString vertexId;
    QString title; ///< of its node
    double busy = 0; ///< 0…1
    double backpressured = 0; ///< of the vertex that waits for it the most
    QString waiting; ///< that vertex' title
    QString sentence; ///< for the person, with the numbers

    friend bool operator==(const Brake&, const Brake&) = default;
};

/// Follows the backpressure downstream, from the vertex that is held up the most to the first one that is busy and not
/// held up itself. Nothing when nobody is held up, or when the figures do not tell who is busy.
std::optional<Brake> findBrake(const Graph& graph, const std::vector<VertexStatus>& vertices);

} // namespace millrace
