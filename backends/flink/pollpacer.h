// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace millrace::flink {

/// Says how long to wait before the next page is asked for. Asked without a pause, a gateway gives thousands of tiny
/// pages; with a pause after small ones they get fuller and the whole is faster. So: at once at first and after full
/// pages, 20 ms after small ones under load, slower while there is nothing, and never more than 40 ms as long as rows
/// trickle in.
class PollPacer {
public:
    using Clock = std::chrono::milliseconds;

    /// Pages under this many rows are small; a gateway's page holds at most 5,000.
    static constexpr qint64 fullPage = 1000;

    /// A page came at now (any clock that does not go back) with that many rows; 0 for an empty page and NOT_READY.
    std::chrono::milliseconds afterPage(qint64 rows, Clock now);

private:
    bool m_hasRows = false;
    int m_empty = 0; ///< pages without rows, one after the other
    int m_small = 0; ///< small pages, one after the other
    Clock m_lastRows{0};
};

} // namespace millrace::flink
