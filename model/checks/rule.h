// SPDX-License-Identifier: GPL-3.0-or-later
// A rule: what it is called, why it matters, and the pure function that finds it. One file in rules/ and one row in
// table.cpp make a rule (README.md tells how); everything that shows, explains or tests rules follows from these.
#pragma once

#include "checks/ask.h"
#include "checks/finding.h"
#include "checks/mends.h"

#include <string_view>

namespace sky::checks {

struct Words {
    const char* en = "";
    const char* ko = "";
    [[nodiscard]] Text text() const { return {en, ko}; }
};

struct Rule {
    const char* id;           // "NET-015", for ever
    const char* aliases = ""; // former ids, parted by spaces; never given to another rule
    Severity severity = Severity::Warning;
    Pillar pillar = Pillar::Structure;
    Words title = {};         // what is wrong, in one line
    Words why = {};           // what AWS does, and what comes of it
    Words mend = {};          // what to do
    Words accept = {};        // when it is right to leave it as it is; empty: never
    const char* page = "";    // of AWS's documentation
    const char* anchors = ""; // the same rule elsewhere, "securityhub:EC2.13 checkov:CKV_AWS_24"

    // What it looks at, parted by spaces: service keys, "trait:…", "role:…" for checkElement, "link:…" for checkLink.
    const char* on = "";
    void (*checkElement)(Ask& ask, const Thing& it) = nullptr;
    void (*checkLink)(Ask& ask, const Wire& it) = nullptr;
    void (*checkDesign)(Ask& ask) = nullptr; // once for the whole drawing
};

} // namespace sky::checks
