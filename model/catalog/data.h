// SPDX-License-Identifier: GPL-3.0-or-later
// What a Catalog holds. Inside catalog/ only.
#pragma once

#include "catalog/catalog.h"
#include "catalog/search.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sky::catalog {

struct Catalog::Data {
    std::vector<Service> services; // sorted by key
    std::vector<LinkType> links;   // in the order of the file
    std::vector<Property> project;
    std::vector<Category> categories;
    std::vector<PropertyGroup> groups;
    std::vector<Region> regions;
    std::vector<Place> places;
    std::map<std::string, std::vector<InstanceType>, std::less<>> tables; // each sorted by type
    std::vector<SearchEntry> search;

    // What no file can know of the others: categories, parents, roles and tables that are named exist.
    [[nodiscard]] std::optional<Error> check() const;
    void expandParents(); // "trait:container" becomes the containers
};

} // namespace sky::catalog
