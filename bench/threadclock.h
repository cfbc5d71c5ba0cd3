// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ctime>

namespace millrace::bench {

/// Processor time of this thread in milliseconds: what the work costs, however busy the machine is beside it.
inline double threadMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

} // namespace millrace::bench
