// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtable.h"
#include "widgets/common/tokens.h"

#include <QRectF>

class QPainter;

namespace millrace {

/// The colour of a job's state.
[[nodiscard]] Token jobStateToken(const JobSummary& job);

/// Draws the state in the middle of rect, 16 px at most: each state has a shape of its own. hollow: the answer is old,
/// so the state is only what it was.
void paintJobGlyph(QPainter& painter, const QRectF& rect, const JobSummary& job, bool hollow);

} // namespace millrace
