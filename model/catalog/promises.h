// SPDX-License-Identifier: GPL-3.0-or-later
// Service level agreements that promise a thing in one zone less than one over several; of all others the default of
// the property `availability` says it. A promise of credits, not a measured availability; whoever computes with it says
// so. Data file: promises.json.
#pragma once

#include "catalog/catalog.h"

#include <span>
#include <string>
#include <string_view>

namespace sky::catalog {

inline constexpr std::string_view kPromises = "promises.json";

struct Promise {
    enum class Over : std::uint8_t { One, Several }; // zones
    std::string service;
    Over over = Over::One;
    Quantity share; // Percent
    Text of;        // "a single instance"
    std::string source;
};

// Sorted by service, then `over`.
[[nodiscard]] std::span<const Promise> builtinPromises();
[[nodiscard]] Result<std::vector<Promise>> readPromises(const Catalog::File& file);

[[nodiscard]] const Promise* promiseOf(std::string_view service, Promise::Over over); // null: there is no such row

} // namespace sky::catalog
