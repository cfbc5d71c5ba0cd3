// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/tokens.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace millrace {

namespace {

/// In the order of the enumeration.
constexpr std::array<QLatin1StringView, tokenCount> ids = {
    "surface"_L1,
    "surface-chrome"_L1,
    "surface-raised"_L1,
    "surface-sunken"_L1,
    "hover"_L1,
    "pressed"_L1,
    "select"_L1,
    "select-idle"_L1,
    "current"_L1,
    "line"_L1,
    "line-strong"_L1,
    "text"_L1,
    "text-dim"_L1,
    "text-off"_L1,
    "accent"_L1,
    "accent-fill"_L1,
    "on-accent"_L1,
    "focus"_L1,
    "ok"_L1,
    "ok-bg"_L1,
    "warn"_L1,
    "warn-bg"_L1,
    "error"_L1,
    "error-bg"_L1,
    "info"_L1,
    "info-bg"_L1,
    "op-insert"_L1,
    "op-insert-bg"_L1,
    "op-update-before"_L1,
    "op-update-before-bg"_L1,
    "op-update-after"_L1,
    "op-update-after-bg"_L1,
    "op-delete"_L1,
    "op-delete-bg"_L1,
    "env-dev"_L1,
    "env-dev-bg"_L1,
    "env-dev-fill"_L1,
    "env-test"_L1,
    "env-test-bg"_L1,
    "env-test-fill"_L1,
    "env-prod"_L1,
    "env-prod-bg"_L1,
    "env-prod-fill"_L1,
    "on-env"_L1,
    "heat-0"_L1,
    "heat-1"_L1,
    "heat-2"_L1,
    "heat-3"_L1,
    "heat-4"_L1,
    "on-heat"_L1,
    "syn-keyword"_L1,
    "syn-function"_L1,
    "syn-type"_L1,
    "syn-string"_L1,
    "syn-number"_L1,
    "syn-comment"_L1,
    "syn-quoted"_L1,
    "syn-hint"_L1,
    "syn-variable"_L1,
    "syn-operator"_L1,
};

} // namespace

QLatin1StringView toId(Token token)
{
    return ids[static_cast<size_t>(token)];
}

std::optional<Token> tokenFromId(QLatin1StringView id)
{
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) {
        return std::nullopt;
    }
    return static_cast<Token>(found - ids.begin());
}

} // namespace millrace
