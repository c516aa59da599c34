// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings of many equal stacks, as benchmarks build them: ids and elements.
#pragma once

#include "diagram/diagram.h"

#include <string>
#include <utility>
#include <vector>

namespace sky::bench {

inline ElementId idOf(int stack, const std::string& name) {
    return ElementId("s" + std::to_string(stack) + "-" + name);
}

inline void add(diagram::Diagram& d, ElementId id, const char* service, ElementId parent,
                std::vector<std::pair<std::string, catalog::Value>> properties = {}, std::vector<ElementId> spans = {},
                std::vector<ElementId> groups = {}) {
    diagram::Element element;
    element.id = std::move(id);
    element.service = service;
    element.parent = std::move(parent);
    element.spans = std::move(spans);
    element.groups = std::move(groups);
    for (auto& [key, value] : properties) element.properties.set(key, std::move(value));
    d.put(std::move(element));
}

} // namespace sky::bench
