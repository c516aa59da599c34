// SPDX-License-Identifier: GPL-3.0-or-later
// What fixes are made of: each of these returns a change to be worked out later. Chain them with then(). What the
// change is about may be gone by then: nothing happens in that case. Never widens anything to the whole internet.
#pragma once

#include "checks/ask.h"
#include "edit/draft.h"

#include <string>
#include <string_view>
#include <vector>

namespace sky::checks::mends {

[[nodiscard]] Mend then(Mend first, Mend second);

// Properties and names
[[nodiscard]] Mend set(const Thing& thing, std::string_view key, catalog::Value value);
[[nodiscard]] Mend set(const Wire& wire, std::string_view key, catalog::Value value);
[[nodiscard]] Mend unset(const Thing& thing, std::string_view key);
[[nodiscard]] Mend addToList(const Thing& thing, std::string_view key, catalog::Scalar value); // once
[[nodiscard]] Mend removeRow(const Thing& thing, std::string_view key, std::size_t row);       // of Records
[[nodiscard]] Mend addRow(const Thing& thing, std::string_view key, catalog::Record row);
[[nodiscard]] Mend setField(const Thing& thing, std::string_view key, std::size_t row, std::string_view field,
                            catalog::Scalar value);

// Places and memberships
[[nodiscard]] Mend moveInto(const Thing& thing, const Thing& container); // false: onto the page
[[nodiscard]] Mend span(const Thing& thing, std::vector<Thing> subnets); // exactly these
[[nodiscard]] Mend spanToo(const Thing& thing, const Thing& subnet);     // one more
[[nodiscard]] Mend spanAnotherZone(const Thing& thing); // a subnet like its own in a zone it is not in, made if need be
[[nodiscard]] Mend join(const Thing& thing, const Thing& group);
[[nodiscard]] Mend leave(const Thing& thing, const Thing& group);

// Networks
[[nodiscard]] Mend makePublic(const Thing& subnet);  // with the route table and internet gateway it takes
[[nodiscard]] Mend makePrivate(const Thing& subnet); // out through a NAT gateway of its own zone
[[nodiscard]] Mend makeIsolated(const Thing& subnet);
[[nodiscard]] Mend natPerZone(const Thing& vpc); // subnets that leave through another zone's get one of their own
[[nodiscard]] Mend mergeNats(const std::vector<Thing>& nats); // all leave through the first, the others go
[[nodiscard]] Mend route(const Thing& routeTable, std::string_view to, std::string_view via); // id of element or link
[[nodiscard]] Mend removeRoute(const Thing& routeTable, std::string_view to, std::string_view via);
[[nodiscard]] Mend admit(const Thing& securityGroup, std::string_view protocol, std::string_view port,
                         std::string_view from); // a CIDR or the id of a security group

[[nodiscard]] Mend atLeast(const Thing& fleet, std::int64_t instances); // min, desired and max

// Whole things
[[nodiscard]] Mend remove(const Thing& thing); // with what hangs on it
[[nodiscard]] Mend remove(const Wire& wire);
[[nodiscard]] Mend changeService(const Thing& thing, std::string_view service);
[[nodiscard]] Mend attach(const Thing& thing, const Thing& holder);
[[nodiscard]] Mend detach(const Thing& thing);

// New things (mends_add.cpp), placed beside those of their container
using Settings = std::vector<std::pair<std::string, catalog::Value>>;
[[nodiscard]] Mend addNew(std::string_view service, const Thing& parent, Settings settings); // false: on the page
[[nodiscard]] Mend ownGroup(const Thing& securityGroup); // its members move into a new one with the same rules
[[nodiscard]] Mend addCallee(const Thing& caller, std::string_view service, const Thing& container); // and calls it
[[nodiscard]] Mend attachNew(const Thing& holder, std::string_view service, const Thing& parent,
                             Settings settings = {});
// A new thing of the service on the way: the link leads to it, and another one from there to where it led.
[[nodiscard]] Mend insertBetween(const Wire& wire, std::string_view service, const Thing& parent,
                                 Settings settings = {});
// A new thing that a property of another one (or of a link) names from then on.
[[nodiscard]] Mend nameNew(const Thing& thing, std::string_view key, std::string_view service, const Thing& parent,
                           Text name, Settings settings = {});
[[nodiscard]] Mend nameNew(const Wire& wire, std::string_view key, std::string_view service, const Thing& parent,
                           Text name, Settings settings = {});

// Another builder of edit/, called with the draft's diagram as it is then.
template <class Builder>
[[nodiscard]] Mend built(Builder builder) {
    return [builder](edit::Draft& draft) {
        auto made = builder(draft.diagram(), draft.catalog());
        if (!made) return;
        if constexpr (requires { made->edits; })
            draft.take(*made);
        else
            draft.take(made->step);
    };
}

[[nodiscard]] inline catalog::Value count(std::int64_t number) {
    return Quantity{number, Unit::Count};
}

} // namespace sky::checks::mends
