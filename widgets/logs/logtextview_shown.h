// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/logs/logtextview.h"

namespace millrace {

struct LogTextView::Shown {
    LogRow row;
    std::unique_ptr<QTextLayout> layout;
    int height = 0;
};

} // namespace millrace
