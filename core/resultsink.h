// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logicaltype.h"

namespace millrace {

class RowBatch; // results/rowbatch.h

/// Where a run puts what it fetches. begin() comes once, then append() any number of times, in the order of arrival;
/// one call at a time, but not always from the same thread and never from the GUI thread. A view, a store, a file or a
/// terminal can stand behind it.
class ResultSink {
public:
    virtual ~ResultSink() = default;

    virtual void begin(const ResultSchema& schema) = 0;
    virtual void append(RowBatch&& rows) = 0;
};

} // namespace millrace
