// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A first sketch of the seam between backends and results; results/ owns it.
