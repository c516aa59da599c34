// SPDX-License-Identifier: GPL-3.0-or-later
// The memory of Checks: for every id what was found about it and what these findings rest on. After a change it finds
// the ids whose facts differ, and asks again only about the subjects that have read one of them. Keys with a ':' are no
// ids: "service:ec2" is the set of all EC2 instances, "kind:vpn" all VPNs, "project" the project's properties,
// "rule:NET-040" the subject of a rule about the design, "walk:…",
// "reached:…" and "failures:1" are facts of the World.
#pragma once

#include "base/cidr.h"
#include "checks/ask.h"
#include "checks/checks.h"
#include "checks/rule.h"

#include <deque>
#include <map>
#include <unordered_map>

namespace sky::checks {

// Does a rule look at things of this service, at links of this kind?
[[nodiscard]] bool ruleFits(const Rule& rule, const catalog::Service& service);
[[nodiscard]] bool ruleFits(const Rule& rule, const catalog::LinkType& type);

class Book {
  public:
    Book(topology::Topology topology, Options options);
    void readAll();
    Update update(topology::Topology now);

    [[nodiscard]] const topology::Topology& topology() const { return m_topology; }
    [[nodiscard]] const Options& options() const { return m_options; }
    [[nodiscard]] const Checks::Findings& findings() const { return m_findings; }
    [[nodiscard]] std::vector<Hint> hints() const;
    [[nodiscard]] std::size_t asked() const { return m_asked; } // calls of rules so far

  private:
    friend class Ask;
    friend class Thing;
    friend class Wire;
    using RuleList = std::vector<const Rule*>;

    [[nodiscard]] World& world() { return m_world; }
    void markWorld();
    [[nodiscard]] Slot& slot(std::string_view id);
    void refresh(Slot& slot) const;
    [[nodiscard]] const RuleList& rulesFor(const catalog::Service& service) const;
    void ask(Slot& subject, Update* update);
    void forget(Slot& subject, Update* update);
    void replace(Slot& subject, std::vector<FindingPointer> now, Update* update);
    void markElements(const diagram::Diagram& before);
    void markLinks(const diagram::Diagram& before);
    void mark(std::string_view id); // facts about it differ: its readers are asked again
    [[nodiscard]] const std::vector<ElementId>& allOf(const std::string& service);
    void enterInList(const std::string& service, const ElementId& id, bool there);

    topology::Topology m_topology;
    const Profile* m_fixedProfile; // null: as the project says
    Options m_options;             // its profile is never null once all is read
    World m_world;                 // of the topology
    bool m_moved = false;          // the edit may have changed what packets and failures do
    std::uint64_t m_revision = 1;
    std::uint64_t m_calls = 0;
    std::size_t m_asked = 0;
    std::deque<Slot> m_slots; // never move
    std::unordered_map<std::string_view, Slot*> m_byId;
    std::map<const catalog::Service*, RuleList> m_elementRules;
    std::map<catalog::LinkKind, RuleList> m_linkRules;
    RuleList m_designRules;
    std::map<std::string, std::vector<ElementId>, std::less<>> m_ofService; // sorted
    std::vector<Slot*> m_due;                                               // subjects to be asked again
    Checks::Findings m_findings;
};

} // namespace sky::checks
