// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included into every test by the build. Qt gives up waiting after five seconds, which a loaded machine with sanitizers
// on can take over a thing that is right; success is as quick as ever.

#include <QTest>

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, 45000)
#define QTRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, 45000)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 45000)
