// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of projects/rule-gallery: for each rule a small drawing that breaks it, the mended one, near misses and
// drawings that leave unset what would decide. A page is written as changes to a base drawing (README.md there).
#pragma once

#include "diagram/diagram.h"

#include <string>
#include <vector>

namespace sky::checks::test {

struct Example {
    std::string name; // "NET-015 bad"
    diagram::Diagram diagram;
    std::string says; // the message in English, of a bad one
    std::string at;   // the subject; empty: not told
    std::string profile;
    std::string hint;                // property that must be asked for; empty: not told
    std::size_t count = 1;           // findings of this rule
    std::vector<std::string> errors; // other rules that may find an error here too, since one wrong thing is two
};

struct Page {
    std::string rule;
    std::string today;
    std::vector<Example> bad;
    std::vector<Example> good;
    std::vector<Example> near;
    std::vector<Example> unset;
};

[[nodiscard]] const std::vector<Page>& gallery(); // sorted by rule; stops with a text when a page cannot be read

} // namespace sky::checks::test
