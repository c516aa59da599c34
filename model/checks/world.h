// SPDX-License-Identifier: GPL-3.0-or-later
// What packets and failures do in a drawing, as far as rules ask for it: walks of its links, what the internet reaches,
// which single and double failures stop its goals. Computed when first asked for, as facts that name things by id, so
// that those of two revisions can be compared one by one.
#pragma once

#include "network/link_walks.h"
#include "resilience/needs_of.h"
#include "topology/topology.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sky::checks {

struct Stop {         // one thing that stops a packet
    std::string code; // of AWS's Reachability Analyzer
    std::string at;   // id of the element or link; empty: nowhere
    bool onReturn = false;
    bool partial = false;
    Text reason; // a sentence, with what to do
    friend bool operator==(const Stop&, const Stop&) = default;
};

struct WalkFacts { // of a drawn link
    network::Verdict verdict = network::Verdict::Reachable;
    bool assumed = false;
    bool degraded = false;
    std::string code; // of the flow that tells most
    std::string from; // its ends: element or part ids
    std::string to;
    std::vector<Stop> stops;         // of that flow, in the order the packet meets them
    std::vector<std::string> passes; // gateways and the like, of all flows
    [[nodiscard]] bool blocked() const { return verdict == network::Verdict::Blocked; }
    friend bool operator==(const WalkFacts&, const WalkFacts&) = default;
};

struct FailureFacts {                // a cut, as it is told
    std::vector<std::string> events; // "az:…", "region:…", or the id of an element or link, sorted
    std::vector<ElementId> stops;    // goals
    std::vector<ElementId> because;  // whose hardening would help
    bool ofRegion = false;
    bool ofZone = false;
    Text text;
    Text remedy;
    friend bool operator==(const FailureFacts&, const FailureFacts&) = default;
};

class World {
  public:
    World() = default;
    explicit World(const topology::Topology& topology) : m_topology(&topology) {}

    using Walks = std::map<std::string, WalkFacts, std::less<>>;
    [[nodiscard]] const Walks& walks();
    // TCP ports of an element that the internet reaches, as text ("22, 443"); absent: none, or only by assumption.
    using Reached = std::map<std::string, std::string, std::less<>>;
    [[nodiscard]] const Reached& reached();
    [[nodiscard]] const std::vector<FailureFacts>& failures(int order); // 1 or 2

    [[nodiscard]] bool hasWalks() const { return m_walks != nullptr; }
    [[nodiscard]] bool hasReached() const { return m_reached != nullptr; }
    [[nodiscard]] bool hasFailures(int order) const { return m_failures[order - 1] != nullptr; }

  private:
    [[nodiscard]] const network::LinkWalks& linkWalks();
    [[nodiscard]] const resilience::DrawnNeeds& needs();

    const topology::Topology* m_topology = nullptr;
    std::unique_ptr<network::LinkWalks> m_linkWalks;
    std::unique_ptr<resilience::DrawnNeeds> m_needs;
    std::unique_ptr<Walks> m_walks;
    std::unique_ptr<Reached> m_reached;
    std::unique_ptr<std::vector<FailureFacts>> m_failures[2];
};

// May an edit of this property change any of these facts? More are named than need be; a test scribbles over all.
[[nodiscard]] bool decidesWorld(std::string_view property);

} // namespace sky::checks
