// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backends/seatunnel/jobvalue.h"
#include "core/result.h"

/// HOCON as the jobs of SeaTunnel use it, for servers that read JSON only: objects and arrays, = : += and keys with
/// dots, unquoted and triple-quoted texts, values written side by side, comments, substitutions of what the same file
/// sets. What would need the server's machine (include, environment variables) is an Error with its place.
namespace millrace::seatunnel::hocon {

/// Reads any JSON as well. Keys that are written again take the value over, objects are merged. A path as key stays one
/// key, "job.mode", unless its begin is an object already.
Result<JobValue> parse(const QString& text);

/// The job with its plugins as lists, as JSON wants it: `source { FakeSource { … } }` is a list with an entry whose
/// plugin_name is FakeSource, and the same name may come again.
Result<JobValue> parseJob(const QString& text);

} // namespace millrace::seatunnel::hocon
