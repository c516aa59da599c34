// SPDX-License-Identifier: GPL-3.0-or-later
// What a rule has to say about a drawing, as a value: where, what, why the same thing is known again, how to mend it.
// An error is only what AWS refuses or what cannot work as drawn; taste is never an error.
#pragma once

#include "base/text.h"
#include "checks/fix.h"

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace sky::checks {

struct Rule;

enum class Severity : std::uint8_t { Error, Warning, Info }; // gravest first

enum class Pillar : std::uint8_t { Structure, Security, Reliability, Performance, Cost, Operations };

[[nodiscard]] const char* keyOf(Severity severity); // "error"
[[nodiscard]] const char* keyOf(Pillar pillar);     // "structure"
[[nodiscard]] Text nameOf(Severity severity);
[[nodiscard]] Text nameOf(Pillar pillar);

struct Finding {
    const Rule* rule = nullptr; // never null once found
    Severity severity = Severity::Error;
    std::string subject;           // id of the element or link it is about; empty: the design as a whole
    std::vector<std::string> also; // ids of the others it speaks of; sorted, each once, without the subject
    Text message;                  // the fact, with the user's own names and values
    std::string cause;             // findings of one cause are shown under the first of them; empty: it stands alone
    std::string fingerprint;       // of the facts it rests on: names may change without it, values may not
    std::vector<Fix> fixes;        // the best first
};
using FindingPointer = std::shared_ptr<const Finding>;

// Errors first, then by rule, subject and facts: the order of every list.
[[nodiscard]] std::strong_ordering operator<=>(const Finding& a, const Finding& b);
[[nodiscard]] bool operator==(const Finding& a, const Finding& b); // everything but what the fixes would do

// An unset property that keeps a rule from deciding. Shown greyed, one per element at most.
struct Hint {
    std::string subject;
    std::string key; // of the property
    const Rule* rule = nullptr;
    friend bool operator==(const Hint&, const Hint&) = default;
};

} // namespace sky::checks
