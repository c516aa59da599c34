// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/exposure.h"

#include <algorithm>

namespace sky::checks {

bool comesFromInternet(const Thing& caller) {
    if (!caller.service() || caller.vpc() || !caller.placement().onPremises.empty()) return false;
    const catalog::Scope scope = caller.service()->scope;
    return caller.is(Trait::Caller) || scope == catalog::Scope::Global || scope == catalog::Scope::Edge;
}

bool hasPublicAddress(const Thing& thing) {
    const std::vector<Thing> attached = thing.attachments();
    return thing.flag("publicIp") == Truth::Yes ||
           std::any_of(attached.begin(), attached.end(), [](const Thing& each) { return each.plays(role::kAddress); });
}

bool facesInternet(const Thing& thing) {
    if (thing.equals("scheme", "internal") == Truth::Yes) return false;
    if (thing.flag("publicIp") == Truth::No && !hasPublicAddress(thing)) return false;
    if (thing.flag("publiclyAccessible") == Truth::No) return false;
    const std::vector<Thing> subnets = thing.subnets();
    return std::any_of(subnets.begin(), subnets.end(),
                       [](const Thing& subnet) { return subnet.exposure().exposure == topology::Exposure::Public; });
}

bool hasWebFilter(const Thing& thing) {
    const std::vector<Thing> attached = thing.attachments();
    return std::any_of(attached.begin(), attached.end(),
                       [](const Thing& each) { return each.plays(role::kWebFilter); });
}

} // namespace sky::checks
