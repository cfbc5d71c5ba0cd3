// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apidescription.h"
#include "core/form.h"

namespace millrace {

/// The form of a call: a field for every parameter, in sections by where they go, those that are needed marked by a
/// star. A field's id is the parameter's name.
[[nodiscard]] FormDescription apiForm(const ApiOperation& operation);

/// Parameter to sentence for every field that does not do as it is.
[[nodiscard]] QMap<QString, QString> apiProblems(const FormDescription& form, const FormValues& typed);

/// What the fields say, as prepareCall() takes it: an empty field is left out, a list has a value in every line.
[[nodiscard]] QMultiMap<QString, QString> apiValues(const ApiOperation& operation, const FormValues& typed);

} // namespace millrace
