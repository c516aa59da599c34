// SPDX-License-Identifier: GPL-3.0-or-later
// Diagrams for the tests of store/: one that uses everything a project can hold, and ones of any size.
#pragma once

#include "catalog/catalog.h"
#include "diagram/diagram.h"

#include <string>

namespace sky::store::tests {

[[nodiscard]] inline const catalog::Catalog& builtinCatalog() {
    return catalog::Catalog::builtin();
}

// Every kind of value, link, workload and event; texts of several scripts; names in both languages.
[[nodiscard]] diagram::Diagram everything();

// A ring of boxes and links of a service the catalog does not know, so that any property may be set.
[[nodiscard]] diagram::Diagram ofSize(int elements, int links, int properties);

[[nodiscard]] std::string fixture(const std::string& name); // the bytes of a file in fixtures/

} // namespace sky::store::tests
