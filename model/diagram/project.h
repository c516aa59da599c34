// SPDX-License-Identifier: GPL-3.0-or-later
// What a project says of itself as a whole, beside its elements and links.
#pragma once

#include "base/text.h"
#include "catalog/value.h"

#include <string>
#include <vector>

namespace sky::diagram {

// A finding that people have looked at and live with; it returns when the facts it rests on change.
struct Acceptance {
    std::string rule;
    std::string subject;     // element, link or empty for the design
    std::string fingerprint; // of the facts
    std::string reason;
    std::string author;
    std::string date;
    std::string until; // empty: no expiry
    friend auto operator<=>(const Acceptance&, const Acceptance&) = default;
    friend bool operator==(const Acceptance&, const Acceptance&) = default;
};

struct Project {
    Text name;
    catalog::Properties properties; // env, goals, author, currency …: Catalog::projectProperties()
    std::vector<Acceptance> accepted; // sorted
    std::string extensions;           // other programs' JSON object, kept as it came, canonical; empty: none

    friend bool operator==(const Project&, const Project&) = default;
};

} // namespace sky::diagram
