// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace millrace {

/// A value, or the Error that stands in its place. Nothing in Millrace throws across a function that returns one.
template <typename T> using Result = tl::expected<T, Error>;

/// Shorthand for the error branch: return failure(Error{...});
inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

inline tl::unexpected<Error> failure(ErrorKind kind, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error{.kind = kind, .message = std::move(message), .detail = std::move(detail)});
}

} // namespace millrace
