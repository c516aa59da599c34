// SPDX-License-Identifier: GPL-3.0-or-later
// All rules over one drawing, and over the next. update() asks again only where something that was read has changed;
// the findings then equal those of a new Checks exactly, whatever the order of edits. Belongs to one thread (a job);
// what it hands out are immutable values.
#pragma once

#include "checks/finding.h"
#include "checks/profile.h"
#include "topology/topology.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace sky::checks {

class Book;

struct Options {
    const Profile* profile = nullptr; // null: the one the project names
    std::string today;                // "2026-11-25", for what expires; empty: nothing does
    bool backwards = false;           // rules are asked in reverse: the findings must be the same
};

struct Update {
    std::vector<FindingPointer> gone;
    std::vector<FindingPointer> come;
};

class Checks {
  public:
    struct InOrder {
        bool operator()(const FindingPointer& a, const FindingPointer& b) const { return *a < *b; }
    };
    using Findings = std::multiset<FindingPointer, InOrder>;

    Checks(topology::Topology topology, Options options);
    ~Checks();
    Checks(Checks&&) noexcept;
    Checks& operator=(Checks&&) noexcept;

    Update update(topology::Topology now);

    [[nodiscard]] const Findings& findings() const; // of the profile; accepted ones too (acceptance.h parts them)
    [[nodiscard]] std::vector<Hint> hints() const;  // at most one per element, by id
    [[nodiscard]] const topology::Topology& topology() const;
    [[nodiscard]] const Profile& profile() const;
    [[nodiscard]] std::size_t asked() const; // calls of rules so far: what an update has cost

  private:
    std::unique_ptr<Book> m_book;
};

} // namespace sky::checks
