// SPDX-License-Identifier: GPL-3.0-or-later
// Brings the stored facts from one diagram to the next. Every fact is a pure function of the new diagram; the builder
// only finds the facts that may have changed (more is harmless, less is a bug) and computes those again.
#pragma once

#include "topology/placing.h"
#include "topology/topology.h"

#include <map>
#include <set>
#include <unordered_set>
#include <utility>
#include <vector>

namespace sky::topology {

class Builder {
  public:
    Builder(const Topology& before, Topology& now)
        : m_before(before), m_now(now), m_drawing(now.m_diagram, *now.m_catalog) {}
    void run();

  private:
    struct Changed {
        ElementId id;
        const diagram::Element* before; // either may be null
        const diagram::Element* after;
        bool moved;   // placement may differ, of it and of what depends on it
        bool service; // another service, or there or not
    };
    struct Edge {
        ElementId from;
        ElementId to;
    };

    void findChangedElements();
    void findChangedLinks();
    void relink(const LinkId& id);
    void move(const ElementId& id); // to be placed again
    [[nodiscard]] catalog::LinkKind kindOf(const diagram::Link& link);

    void spreadMoves();
    void placeAgain();
    [[nodiscard]] ElementId holderOf(const ElementId& element) const;
    void enterNetworks(const ElementId& id, const Placement& before, const Placement& after);

    void assignVpcBlocks();
    void assignSubnetBlocks(const ElementId& vpc);
    void assignHosts(const ElementId& subnet);
    [[nodiscard]] std::vector<ElementId> interfacesIn(const ElementId& subnet) const;

    void computeTiers();

    const Topology& m_before;
    Topology& m_now;
    Drawing m_drawing;
    std::vector<Changed> m_changed;
    std::set<LinkId> m_relinked;
    std::vector<Edge> m_removedEdges;
    std::vector<Edge> m_addedEdges;
    std::vector<ElementId> m_tierSeeds;
    std::unordered_set<ElementId> m_moved; // to be placed again
    std::vector<ElementId> m_movedInOrder; // worklist and order of discovery
    std::vector<ElementId> m_recount;      // parts or addresses may differ though nothing moved
    bool m_vpcBlocks = false;              // some VPC came, went or has another block
    std::set<ElementId> m_subnetBlocks;    // VPCs whose subnets get their blocks again
    std::set<ElementId> m_hosts;           // subnets whose hosts get their addresses again
    std::map<std::pair<const catalog::Service*, const catalog::Service*>, catalog::LinkKind> m_kinds;
};

} // namespace sky::topology
