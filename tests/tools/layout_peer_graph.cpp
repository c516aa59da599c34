// SPDX-License-Identifier: GPL-3.0-or-later
// layout_peer_graph COUNT [SEED [FAR]]: a nested graph of COUNT leaves, FAR tenths of its links going anywhere, as JSON, with our own placement and routes of it and the
// CPU time they took. tests/peers/compare.mjs feeds the same graph to other programs and compares.
#include "../model/layout/diagrams.h"
#include "layout/place.h"
#include "layout/routes.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

using namespace sky;

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

} // namespace

int main(int count, char** arguments) {
    const int leaves = count > 1 ? std::atoi(arguments[1]) : 0;
    if (leaves < 1 || leaves > 50'000) {
        std::fputs("layout_peer_graph COUNT [SEED [FAR]], COUNT from 1 to 50000\n", stderr);
        return 2;
    }
    const auto seed = static_cast<std::uint64_t>(count > 2 ? std::atoi(arguments[2]) : 7);
    diagram::Diagram diagram = layout::test::estate(leaves, seed, count > 3 ? std::atoi(arguments[3]) : 1);
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    topology::Topology topology = topology::Topology::of(diagram, catalog);
    const double start = seconds();
    const layout::Arrangement arrangement = layout::arrange(topology);
    const double placed = seconds();
    for (const auto& [id, frame] : arrangement.frames) diagram.setFrame(id, frame);
    topology = topology::Topology::of(diagram, catalog);
    const layout::Placement placement = layout::placementOf(topology);
    const double ready = seconds();
    const layout::Routes routes = layout::routesOf(topology, placement);
    const double routed = seconds();

    std::printf("{\"placeSeconds\":%.4f,\"routeSeconds\":%.4f,\"nodes\":[", placed - start, routed - ready);
    const char* separator = "";
    for (const layout::Placed& node : placement.elements()) {
        const Rect body = node.shape == layout::Shape::Container ? node.frame : node.body();
        std::printf("%s\n{\"id\":\"%s\",\"parent\":\"%s\",\"box\":[%d,%d,%d,%d],\"leaf\":%s}", separator, node.id.str().c_str(),
                    node.parent.str().c_str(), body.x, body.y, body.width, body.height,
                    node.shape == layout::Shape::Container ? "false" : "true");
        separator = ",";
    }
    std::printf("],\"links\":[");
    separator = "";
    for (const layout::Route& route : routes.all()) {
        const diagram::Link& link = *diagram.link(route.id);
        std::printf("%s\n{\"id\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"points\":[", separator, route.id.str().c_str(),
                    link.from.str().c_str(), link.to.str().c_str());
        const char* comma = "";
        for (const Point point : route.points) {
            std::printf("%s[%d,%d]", comma, point.x, point.y);
            comma = ",";
        }
        std::printf("]}");
        separator = ",";
    }
    std::printf("]}\n");
    return 0;
}
