// SPDX-License-Identifier: GPL-3.0-or-later
// layout_quality [--tidy] [--down] [--strict] FILE...: a line of numbers per project, how well it is placed and routed.
// --tidy measures it after Tidy (and what moved); --strict fails when a box is crossed or a link found no way.
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

} // namespace

int main(int count, char** arguments) {
    bool tidy = false;
    bool strict = false;
    layout::PlaceOptions options;
    std::vector<std::string> files;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        if (argument == "--tidy") tidy = true;
        else if (argument == "--down") options.direction = layout::Direction::Down;
        else if (argument == "--strict") strict = true;
        else files.push_back(argument);
    }
    if (files.empty()) {
        std::fputs("layout_quality [--tidy] [--down] [--strict] FILE...\n", stderr);
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
        if (strict && result == 0 && (quality.boxesCrossed > 0 || quality.straight > 0)) result = 1;
    }
    return result;
}
