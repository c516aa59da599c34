// SPDX-License-Identifier: GPL-3.0-or-later
// Adding a thing from the palette, with the containers it needs and does not find: a server dropped on a region brings
// its VPC, its zone and its subnet.
#pragma once

#include "edit/draft.h"

#include <optional>

namespace sky::edit {

// Into a container (empty: the page), its upper left corner at a place inside it; without a place it is placed when
// shown. The first thing made is the one asked for, then the containers from the inside out.
[[nodiscard]] Result<Built> add(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                std::string_view service, std::string_view preset, const ElementId& parent,
                                std::optional<Point> at);

// Keys of the containers that would be made, outermost first; empty: it may stand there as it is, or nowhere near.
[[nodiscard]] std::vector<std::string> missingContainers(const diagram::Diagram& diagram,
                                                         const catalog::Catalog& catalog, std::string_view service,
                                                         const ElementId& parent);

[[nodiscard]] Result<Built> addScenario(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                        diagram::Scenario scenario); // its id is given here
[[nodiscard]] Result<Step> changeScenario(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                          const diagram::Scenario& scenario);

// For builders: a new element of a service, named or not, placed below what stands in its parent already.
ElementId addBelow(Draft& draft, const catalog::Service& service, const ElementId& parent, const Text& name);
// The first letter no zone box beside it has.
[[nodiscard]] std::string freeZone(const Draft& draft, const ElementId& parent);
[[nodiscard]] const catalog::Service* serviceThatPlays(const catalog::Catalog& catalog, std::string_view role);

} // namespace sky::edit
