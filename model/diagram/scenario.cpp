// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/scenario.h"

#include <algorithm>
#include <array>

namespace sky::diagram {
namespace {

// In the order of EventAction.
constexpr std::array<std::string_view, 13> kActions = {"fail",     "recover",  "delay", "loss",  "partition",
                                                       "throttle", "error",    "slow",  "flush", "failover",
                                                       "scale",    "capacity", "set"};

} // namespace

std::string_view toText(EventAction action) {
    return kActions[static_cast<std::size_t>(action)];
}

std::optional<EventAction> eventAction(std::string_view text) {
    const auto at = std::find(kActions.begin(), kActions.end(), text);
    if (at == kActions.end()) return std::nullopt;
    return static_cast<EventAction>(at - kActions.begin());
}

} // namespace sky::diagram
