// SPDX-License-Identifier: GPL-3.0-or-later
// What people have looked at and live with. An acceptance holds for one finding and the facts it rests on: when they
// change it is open again. Without facts it holds for whatever a rule finds in a thing and all inside it, or (without a
// subject) in the whole design; errors are accepted one by one only, and stay in sight.
#pragma once

#include "checks/checks.h"

#include <string>
#include <vector>

namespace sky::checks {

// Who accepted it; null: nobody, or the time is up. Good as long as the topology's diagram.
[[nodiscard]] const diagram::Acceptance* acceptanceOf(const Finding& finding, const topology::Topology& topology,
                                                      const std::string& today);

// As one undo step: the edit is a change of the project. The reason is needed.
struct Accepting {
    std::string reason;
    std::string author;
    std::string date;  // "2026-11-25", typed or today's
    std::string until; // empty: for good
};
[[nodiscard]] Result<edit::Step> accept(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                        const Finding& finding, const Accepting& how);
[[nodiscard]] Result<edit::Step> reopen(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                        const diagram::Acceptance& acceptance);

// Findings as they are shown: those of one cause under the first of them.
struct Group {
    FindingPointer first;
    std::vector<FindingPointer> others; // of the same cause
};
[[nodiscard]] std::vector<Group> grouped(const std::vector<FindingPointer>& findings); // in their order

struct Sorted {
    std::vector<Group> open;
    std::vector<FindingPointer> accepted;
    std::size_t errors = 0; // open ones, each counted
    std::size_t warnings = 0;
    std::size_t infos = 0;
};
[[nodiscard]] Sorted sorted(const Checks& checks, const std::string& today);

} // namespace sky::checks
