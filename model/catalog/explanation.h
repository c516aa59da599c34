// SPDX-License-Identifier: GPL-3.0-or-later
// The page that explains a service or a kind of link: what it is, where it lives, what it costs by, what it fails with,
// when to use it; and what course notes say of it that is not true any more. Read from catalog/data/explanations only
// when asked for, so that starting the program does not pay for it. Pure; may be called from any thread.
#pragma once

#include "catalog/catalog.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sky::catalog {

struct WhatChanged {
    Text was;          // what notes claim
    Text now;          // what holds today
    std::string since; // "2024-02-01"
    std::string source;
};

struct Explanation {
    Text text;
    std::vector<WhatChanged> changed; // newest claims need not come first: the order is the author's
};

// Of a service ("sqs") or a kind of link ("peering"); nothing for a key without a page.
[[nodiscard]] std::optional<Explanation> explanationOf(std::string_view key);
[[nodiscard]] Result<Explanation> readExplanation(const Catalog::File& file);

} // namespace sky::catalog
