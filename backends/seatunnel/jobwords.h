// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobsubmission.h"

/// The plugins of SeaTunnel and their options, as resources/seatunnel/plugins.json lists them.
namespace millrace::seatunnel {

/// What may stand at offset of a job's text: sections, plugins, options that are not there yet, values.
[[nodiscard]] std::vector<JobWord> jobWords(const QString& text, qsizetype offset, const QString& fileName);

/// FakeSource to Console and the like, in HOCON and in JSON.
[[nodiscard]] std::vector<JobTemplate> jobTemplates();

} // namespace millrace::seatunnel
