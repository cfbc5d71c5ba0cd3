// SPDX-License-Identifier: GPL-3.0-or-later
#include "backends/flink/pollpacer.h"

#include <algorithm>
#include <array>

namespace millrace::flink {

using namespace std::chrono_literals;

namespace {

/// Quick statements answer within the first few polls.
constexpr std::array s_whenEmpty{2ms, 4ms, 8ms, 16ms, 30ms, 40ms};
/// A short result is followed by its end at once; a longer one is worth collecting.
constexpr std::array s_whenSmall{0ms, 2ms, 10ms, 20ms};

constexpr auto s_slowest = 100ms;
constexpr auto s_trickle = 5s; ///< without rows for this long, latency matters no more

} // namespace

std::chrono::milliseconds PollPacer::afterPage(qint64 rows, Clock now)
{
    if (rows >= fullPage) {
        m_hasRows = true;
        m_empty = 0;
        m_small = int(s_whenSmall.size()); // the next small one is one under load
        m_lastRows = now;
        return 0ms;
    }
    if (rows > 0) {
        m_hasRows = true;
        m_empty = 0;
        m_lastRows = now;
        const auto step = size_t(std::min(m_small, int(s_whenSmall.size()) - 1));
        m_small = std::min(m_small + 1, int(s_whenSmall.size()));
        return s_whenSmall[step];
    }
    const auto step = size_t(m_empty);
    m_empty = std::min(m_empty + 1, 1000);
    if (step < s_whenEmpty.size()) {
        return s_whenEmpty[step];
    }
    const bool trickles = m_hasRows && now - m_lastRows < s_trickle;
    if (trickles) {
        return s_whenEmpty.back();
    }
    return step < s_whenEmpty.size() + 10 ? 60ms : s_slowest;
}

} // namespace millrace::flink
