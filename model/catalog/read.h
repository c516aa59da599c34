// SPDX-License-Identifier: GPL-3.0-or-later
// The readers of the kinds of data files, one function each. Inside catalog/ only.
#pragma once

#include "catalog/reading.h"
#include "catalog/traits.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sky::catalog {

using SharedProperties = std::map<std::string, Property, std::less<>>;

// "scope":"region" and the other words of the data; nullopt for a word that does not exist.
[[nodiscard]] std::optional<Scope> scopeOf(std::string_view word);
[[nodiscard]] std::optional<PropertyType> propertyTypeOf(std::string_view word);
[[nodiscard]] std::optional<LinkKind> linkKindOf(std::string_view word);
[[nodiscard]] std::optional<LifecycleState> lifecycleStateOf(std::string_view word);

[[nodiscard]] SharedProperties readShared(Reading& reading);
[[nodiscard]] std::vector<Property> readProperties(Reading& reading, const Path& path, const Node& list,
                                                   const SharedProperties& shared);
[[nodiscard]] std::optional<Value> readValue(Reading& reading, const Path& path, const Node& node,
                                             const Property& property);
[[nodiscard]] Lifecycle readLifecycle(Reading& reading, const Path& path, const Node& node);
[[nodiscard]] Pricing readPricing(Reading& reading, const Path& path, const Node& node);
[[nodiscard]] Service readService(Reading& reading, const SharedProperties& shared);
[[nodiscard]] std::vector<LinkType> readLinks(Reading& reading, const SharedProperties& shared);
[[nodiscard]] std::vector<Property> readProject(Reading& reading, const SharedProperties& shared);
[[nodiscard]] std::vector<Category> readCategories(Reading& reading);
[[nodiscard]] std::vector<PropertyGroup> readGroups(Reading& reading);
[[nodiscard]] std::vector<Region> readRegions(Reading& reading);
[[nodiscard]] std::vector<Place> readPlaces(Reading& reading);
[[nodiscard]] std::vector<InstanceType> readTypes(Reading& reading);

} // namespace sky::catalog
