// SPDX-License-Identifier: GPL-3.0-or-later
// layout_quality [--tidy] [--down] [--list] [--strict] FILE...: a line of numbers per project, how well it is placed and routed.
// --tidy measures it after Tidy (and what moved); --strict fails when a box is crossed, a link found
// no way, words have no free place or boxes overlap; --list says which links and boxes.
#include "catalog/catalog.h"
#include "exchange/formats.h"
#include "layout/place.h"
#include "layout/quality.h"
#include "store/project_file.h"

#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace sky;

Result<diagram::Diagram> readProject(const std::string& path) {
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    if (const exchange::Format* format = exchange::formatBySuffix(path); format && format->read) {
        constexpr std::size_t kMostBytes = 256u * 1024 * 1024;
        auto bytes = store::posixFileSystem().read(path, kMostBytes);
        if (!bytes) return bytes.error();
        return format->read(*bytes, catalog);
    }
    auto opened = store::openAny(store::posixFileSystem(), path, catalog);
    if (!opened) return opened.error();
    return std::move(*opened).diagram;
}

void listFaults(const layout::Placement& placement, const layout::Routes& routes, const diagram::Diagram& diagram) {
    for (const layout::Route& route : routes.all()) {
        const diagram::Link* link = diagram.link(route.id);
        const bool words = !route.label.empty() && !route.labelFree;
        if (!link || (!words && !route.straight)) continue;
        std::printf("  %s, %s to %s: %s; label %dx%d, line", route.id.str().c_str(), link->from.str().c_str(), link->to.str().c_str(),
                    route.straight ? "no path" : "no free place for its words", route.label.width, route.label.height);
        for (const Point point : route.points) std::printf(" %d,%d", point.x, point.y);
        std::printf("\n");
    }
    const auto elements = placement.elements();
    for (std::size_t i = 0; i < elements.size(); ++i)
        for (std::size_t k = i + 1; k < elements.size(); ++k)
            if (layout::overlapping(elements[i], elements[k]))
                std::printf("  %s and %s overlap\n", elements[i].id.str().c_str(), elements[k].id.str().c_str());
}

} // namespace

int main(int count, char** arguments) {
    bool tidy = false;
    bool strict = false;
    bool list = false;
    layout::PlaceOptions options;
    std::vector<std::string> files;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        if (argument == "--tidy") tidy = true;
        else if (argument == "--down") options.direction = layout::Direction::Down;
        else if (argument == "--strict") strict = true;
        else if (argument == "--list") list = true;
        else files.push_back(argument);
    }
    if (files.empty()) {
        std::fputs("layout_quality [--tidy] [--down] [--list] [--strict] FILE...\n", stderr);
        return 2;
    }
    int result = 0;
    for (const std::string& file : files) {
        auto read = readProject(file);
        if (!read) {
            std::fprintf(stderr, "%s\n", read.error().in(Language::English).c_str());
            result = 3;
            continue;
        }
        diagram::Diagram diagram = std::move(*read);
        const catalog::Catalog& catalog = catalog::Catalog::builtin();
        topology::Topology topology = topology::Topology::of(diagram, catalog);
        layout::Placement placement = layout::placementOf(topology);
        layout::Placement before;
        if (tidy) {
            before = placement;
            const layout::Arrangement arrangement = layout::arrange(topology, options);
            for (const auto& [id, frame] : arrangement.frames) diagram.setFrame(id, frame);
            for (const LinkId& id : arrangement.straightened) {
                diagram::Link link = *diagram.link(id);
                link.waypoints.clear();
                diagram.put(link);
            }
            topology = topology::Topology::of(diagram, catalog);
            placement = layout::placementOf(topology);
        }
        const layout::Routes routes = layout::routesOf(topology, placement);
        const layout::Quality quality = layout::measure(placement, routes, diagram, tidy ? &before : nullptr);
        std::printf("%s: %s\n", file.c_str(), layout::toLine(quality).c_str());
        if (list) listFaults(placement, routes, diagram);
        if (strict && result == 0 && (quality.boxesCrossed > 0 || quality.straight > 0 || quality.labelsOverlapped > 0 || quality.elementsOverlapped > 0))
            result = 1;
    }
    return result;
}
