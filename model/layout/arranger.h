// SPDX-License-Identifier: GPL-3.0-or-later
// The work behind arrange(): boxes are laid out from the inside to the outside, a few rounds, so that from the second
// round on each knows where the things it is linked to came to stand.
#pragma once

#include "layout/flow.h"
#include "layout/nodes.h"
#include "layout/place.h"

#include <cstdint>
#include <vector>

namespace sky::layout {

class Arranger {
  public:
    Arranger(const topology::Topology& topology, const PlaceOptions& options, const NodeTree& tree,
             std::vector<std::optional<Rect>> pinned,   // where nodes that must stay are, relative to what they stand in
             std::vector<std::optional<Rect>> current); // where all are now; may be empty

    void run();
    [[nodiscard]] const Rect& page(std::size_t node) const { return m_page[node]; }

  private:
    struct Block { // some children arranged among themselves, from (0, 0) on
        std::vector<std::size_t> nodes;
        std::vector<Point> places; // of their cells
        std::vector<std::int32_t> sets; // whose places may be traded; -1: with nobody
        Size size;
    };
    struct Column { // of a network: a zone with its subnets
        std::optional<std::size_t> zone;
        std::vector<std::vector<std::size_t>> ranks; // as rankOf() says
        std::vector<std::size_t> others;
        std::vector<std::optional<std::size_t>> rows;
    };
    void projectLinks();
    void layOut(std::size_t container);
    void layOutPage();
    [[nodiscard]] Size contents(const std::vector<std::size_t>& children, Point origin, const std::vector<CellLink>& links);
    [[nodiscard]] Block arrangeFree(const std::vector<std::size_t>& nodes, const std::vector<CellLink>& links, Point origin) const;
    [[nodiscard]] bool flowsAlong(const std::vector<std::size_t>& nodes, const std::vector<CellLink>& links) const;
    [[nodiscard]] std::vector<Point> besideBoxes(const std::vector<std::size_t>& nodes, const std::vector<Cell>& cells) const;
    [[nodiscard]] Block strip(const std::vector<std::size_t>& nodes, std::int32_t width) const;
    [[nodiscard]] std::optional<Point> currentCorner(const Block& block, const std::vector<std::size_t>& children) const;
    [[nodiscard]] std::vector<CellLink> linksAmong(std::size_t container, const std::vector<std::size_t>& nodes) const;
    [[nodiscard]] Cell cellOf(std::size_t node, Point origin) const;
    [[nodiscard]] Point cellOffset(std::size_t node) const; // from the corner of its cell to the corner of its frame

    [[nodiscard]] bool isNetwork(std::size_t container) const;
    [[nodiscard]] std::vector<Column> columnsOf(const std::vector<std::size_t>& children) const;
    [[nodiscard]] std::size_t rankOf(std::size_t subnet) const;
    void network(std::size_t container);
    void stretch(std::size_t subnet, Rect frame); // its contents stay in its middle
    void borders(std::size_t container);
    void chooseSides();
    [[nodiscard]] bool hasGateway(std::size_t container, bool right) const;
    void toPage();
    void pulls();
    void untangle();
    void untangle(std::size_t container, std::int64_t& effort);
    void shift(std::size_t node, Point by); // with everything in it
    void annotations();
    void frames();

    const topology::Topology& m_topology;
    const PlaceOptions& m_options;
    const NodeTree& m_tree;
    std::vector<std::optional<Rect>> m_pinned;
    std::vector<std::optional<Rect>> m_current;
    FlowGaps m_gaps;
    std::vector<Rect> m_local; // relative to what it stands in
    std::vector<Rect> m_page;
    std::vector<Point> m_pull; // on the page
    std::vector<std::int32_t> m_pulls;
    std::vector<char> m_right; // gateways on the right border, for they are linked to what stands there
    std::vector<char> m_reached; // subnets in which a load balancer stands by its spans
    std::vector<std::int32_t> m_sets; // things of one set and one box may trade places
    struct Linked {
        std::size_t from;
        std::size_t to;
    };
    struct Passing { // a link seen from a container: its ends, and in which children they are
        std::size_t link;
        std::optional<std::size_t> from;
        std::optional<std::size_t> to;
    };
    std::vector<Linked> m_links; // of leaves, as drawn
    std::vector<std::vector<Passing>> m_passing; // by container, the last the page: links between its children, or out of it
    std::vector<std::vector<Linked>> m_inside; // by container: links between its children; last: the page
};

} // namespace sky::layout
