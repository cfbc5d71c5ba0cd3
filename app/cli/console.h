// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>

namespace millrace::cli {

/// True when the descriptor is a terminal that takes colours and the person did not ask for none.
bool usesColour(int descriptor);

/// One line for people, on stderr.
void note(const QString& text);

/// "millrace: text" on stderr.
void complain(const QString& text);

/// The same with the sentence of an error.
void complain(const Error& error);

/// The text as one block on stderr, in red on a terminal.
void printFailure(const QString& text);

} // namespace millrace::cli
