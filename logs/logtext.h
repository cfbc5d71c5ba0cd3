// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace millrace {

/// A line of a log as text, whatever it was written in: UTF-8, else GB 18030 when all of it fits, else Latin-1; each
/// line by itself, because several programs write into one file. Terminal colours are left out; other control
/// characters are shown by their pictures (NUL as ␀), so that nothing acts and nothing is hidden.
[[nodiscard]] QString logLineText(std::string_view bytes);

} // namespace millrace
