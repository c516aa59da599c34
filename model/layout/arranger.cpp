// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/arranger.h"

#include "catalog/roles.h"

#include <algorithm>
#include <cmath>

namespace sky::layout {

namespace {

using catalog::Trait;
constexpr int kRounds = 3;
constexpr std::int32_t kGatewayRoom = 72; // beside a border with gateways on it, for their captions
constexpr Size kEmptyBox = {168, 136};

} // namespace

Arranger::Arranger(const topology::Topology& topology, const PlaceOptions& options, const NodeTree& tree,
                   std::vector<std::optional<Rect>> pinned, std::vector<std::optional<Rect>> current)
    : m_topology(topology), m_options(options), m_tree(tree), m_pinned(std::move(pinned)), m_current(std::move(current)), m_local(tree.nodes.size()),
      m_page(tree.nodes.size()), m_pull(tree.nodes.size()), m_pulls(tree.nodes.size(), 0), m_right(tree.nodes.size(), 0) {
    const std::int32_t airy = 100 - std::clamp(options.compactness, 0, 100);
    m_gaps.along = 48 + airy * 80 / 100;
    m_gaps.across = 32 + airy * 40 / 100;
    m_reached.resize(tree.nodes.size(), 0);
    for (const Node& node : tree.nodes)
        if (node.service && node.service->plays(catalog::role::kLoadBalancer))
            for (const std::size_t span : node.spans) m_reached[span] = 1;
    projectLinks();
}

void Arranger::projectLinks() {
    const std::size_t count = m_tree.nodes.size();
    m_inside.resize(count + 1);
    m_passing.resize(count + 1);
    m_sets.assign(count, -1);
    std::vector<std::size_t> byId; // elements, sorted by id as they were read
    for (std::size_t i = 0; i < count; ++i)
        if (m_tree.nodes[i].part.empty() && !m_tree.nodes[i].reserved) byId.push_back(i);
    const auto find = [&](const ElementId& id) -> std::optional<std::size_t> {
        const auto at = std::lower_bound(byId.begin(), byId.end(), id, [&](std::size_t i, const ElementId& wanted) { return m_tree.nodes[i].id < wanted; });
        if (at == byId.end() || m_tree.nodes[*at].id != id) return std::nullopt;
        // A frame stands where the first thing it goes round does.
        const Node& node = m_tree.nodes[*at];
        return node.shape == Shape::Frame && !node.members.empty() ? node.members.front() : *at;
    };
    const auto chain = [&](std::size_t at) {
        std::vector<std::size_t> up{at};
        while (m_tree.nodes[up.back()].inside && up.size() < 64) up.push_back(*m_tree.nodes[up.back()].inside);
        std::reverse(up.begin(), up.end());
        return up;
    };
    for (const diagram::Link& link : m_topology.diagram().links()) {
        const auto from = find(link.from);
        const auto to = find(link.to);
        if (!from || !to || *from == *to) continue;
        m_links.push_back({*from, *to});
        const std::vector<std::size_t> a = chain(*from);
        const std::vector<std::size_t> b = chain(*to);
        std::size_t same = 0;
        while (same < a.size() && same < b.size() && a[same] == b[same]) ++same;
        if (same == a.size() || same == b.size()) continue; // one contains the other
        const std::size_t number = m_links.size() - 1;
        m_passing[same == 0 ? count : a[same - 1]].push_back({number, a[same], b[same]});
        for (std::size_t i = same + 1; i < a.size(); ++i) m_passing[a[i - 1]].push_back({number, a[i], std::nullopt});
        for (std::size_t i = same + 1; i < b.size(); ++i) m_passing[b[i - 1]].push_back({number, std::nullopt, b[i]});
        m_inside[same == 0 ? count : a[same - 1]].push_back({a[same], b[same]});
    }
}

Point Arranger::cellOffset(std::size_t at) const {
    const Node& node = m_tree.nodes[at];
    if (node.shape == Shape::Tile) return {(kCaptionWidth - kTile) / 2, 0};
    return {hasGateway(at, false) ? kGatewayRoom : 0, 0};
}

bool Arranger::hasGateway(std::size_t container, bool right) const {
    const auto& children = m_tree.nodes[container].children;
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
        return m_tree.nodes[child].shape == Shape::Border && (m_right[child] != 0) == right;
    });
}

Cell Arranger::cellOf(std::size_t at, Point origin) const {
    const Node& node = m_tree.nodes[at];
    Cell cell;
    if (node.shape == Shape::Tile) {
        cell.size = withCaption({0, 0, kTile, kTile}).size();
        cell.axis = kTile / 2;
        if (m_options.direction == Direction::Down) cell.axis = cell.size.width / 2;
    } else {
        cell.size = m_local[at].size();
        cell.size.width += cellOffset(at).x + (hasGateway(at, true) ? kGatewayRoom : 0);
        cell.axis = (m_options.direction == Direction::Down ? cell.size.width : cell.size.height) / 2;
    }
    const auto calls = [&](std::size_t thing) {
        const catalog::Service* service = m_tree.nodes[thing].service;
        return service && service->is(Trait::Caller) && !service->is(Trait::Station);
    };
    if (calls(at) || std::any_of(node.children.begin(), node.children.end(), calls)) cell.rank = 0; // users, and where they sit
    if (m_pulls[at] > 0) {
        cell.pulled = true;
        cell.pulls = m_pulls[at];
        cell.pull = m_pull[at] - origin;
    }
    return cell;
}

std::vector<CellLink> Arranger::linksAmong(std::size_t container, const std::vector<std::size_t>& nodes) const {
    std::vector<CellLink> links;
    const auto indexOf = [&](std::size_t node) {
        return static_cast<std::size_t>(std::find(nodes.begin(), nodes.end(), node) - nodes.begin());
    };
    const bool many = nodes.size() > 24;
    std::vector<std::size_t> index;
    if (many) {
        index.assign(m_tree.nodes.size(), nodes.size());
        for (std::size_t i = 0; i < nodes.size(); ++i) index[nodes[i]] = i;
    }
    for (const Linked& link : m_inside[container]) {
        const std::size_t from = many ? index[link.from] : indexOf(link.from);
        const std::size_t to = many ? index[link.to] : indexOf(link.to);
        if (from < nodes.size() && to < nodes.size()) links.push_back({from, to});
    }
    return links;
}

// A few rows for what has no links.
Arranger::Block Arranger::strip(const std::vector<std::size_t>& nodes, std::int32_t width) const {
    Block block;
    block.nodes = nodes;
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::int32_t rowHeight = 0;
    for (const std::size_t node : nodes) {
        const Size size = cellOf(node, {}).size;
        if (x > 0 && x + size.width > width) {
            x = 0;
            y += rowHeight + m_gaps.across;
            rowHeight = 0;
        }
        block.places.push_back({x, y});
        block.size.width = std::max(block.size.width, x + size.width);
        x += size.width + m_gaps.across;
        rowHeight = std::max(rowHeight, size.height);
        block.size.height = std::max(block.size.height, y + size.height);
    }
    return block;
}

// Boxes in a row, and beside them, as high as they are, what belongs to no box.
std::vector<Point> Arranger::besideBoxes(const std::vector<std::size_t>& nodes, const std::vector<Cell>& cells) const {
    std::vector<Point> places(nodes.size());
    std::int32_t x = 0;
    std::int32_t height = 0;
    std::vector<std::size_t> loose;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (m_tree.nodes[nodes[i]].shape != Shape::Container) {
            loose.push_back(i);
            continue;
        }
        places[i] = {x, 0};
        x += cells[i].size.width + m_gaps.along;
        height = std::max(height, cells[i].size.height);
    }
    std::stable_sort(loose.begin(), loose.end(), [&](std::size_t a, std::size_t b) {
        return (cells[a].pulled ? cells[a].pull.y : 0) < (cells[b].pulled ? cells[b].pull.y : 0);
    });
    std::int32_t y = 0;
    std::int32_t width = 0;
    for (const std::size_t i : loose) {
        if (y > 0 && y + cells[i].size.height > height) {
            x += width + m_gaps.along;
            y = width = 0;
        }
        places[i] = {x, y};
        y += cells[i].size.height + m_gaps.across;
        width = std::max(width, cells[i].size.width);
    }
    return places;
}

// Whether things stand in columns along their links rather than in a grid. In a subnet only a few do, and only when no
// link closes a circle: of more the columns get long, and links from outside cross those within.
bool Arranger::flowsAlong(const std::vector<std::size_t>& nodes, const std::vector<CellLink>& links) const {
    constexpr std::size_t kMostInSubnet = 3;
    if (links.empty() || links.size() > nodes.size() * 8 / 5 + 1) return false;
    const bool boxes = std::all_of(nodes.begin(), nodes.end(), [&](std::size_t n) { return m_tree.nodes[n].shape == Shape::Container; });
    if (boxes) return nodes.size() <= 3;
    const auto& home = m_tree.nodes[nodes.front()].inside;
    if (!home || !m_tree.nodes[*home].service || !m_tree.nodes[*home].service->plays(catalog::role::kSubnet)) return true;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const CellLink& link : links) pairs.push_back(std::minmax(link.from, link.to));
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return nodes.size() <= kMostInSubnet && pairs.size() < nodes.size();
}

Arranger::Block Arranger::arrangeFree(const std::vector<std::size_t>& nodes, const std::vector<CellLink>& links, Point origin) const {
    Block block;
    std::vector<char> linked(nodes.size(), 0);
    for (const CellLink& link : links) linked[link.from] = linked[link.to] = 1;
    std::vector<std::size_t> main;
    std::vector<std::size_t> quiet;
    std::vector<std::size_t> newIndex(nodes.size(), 0);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const bool outside = m_pulls[nodes[i]] > 0;
        const bool box = m_tree.nodes[nodes[i]].shape == Shape::Container;
        if (linked[i] || outside || box || cellOf(nodes[i], origin).rank == 0) {
            newIndex[i] = main.size();
            main.push_back(nodes[i]);
        } else {
            quiet.push_back(nodes[i]);
        }
    }
    std::vector<CellLink> mainLinks;
    // Regions stand side by side as equals, whatever is copied from one to the other.
    const auto isRegion = [&](std::size_t i) {
        const catalog::Service* service = m_tree.nodes[nodes[i]].service;
        return service && service->plays(catalog::role::kRegion);
    };
    for (const CellLink& link : links)
        if (!isRegion(link.from) || !isRegion(link.to)) mainLinks.push_back({newIndex[link.from], newIndex[link.to]});
    std::vector<Cell> cells;
    for (const std::size_t node : main) cells.push_back(cellOf(node, origin));
    const bool down = m_options.direction == Direction::Down;
    const bool boxes = !main.empty() && std::all_of(main.begin(), main.end(), [&](std::size_t n) { return m_tree.nodes[n].shape == Shape::Container; });
    const bool flows = flowsAlong(main, mainLinks);
    const bool gridded = !flows && (boxes || std::none_of(main.begin(), main.end(), [&](std::size_t n) { return m_tree.nodes[n].shape == Shape::Container; }));
    std::vector<Point> places;
    if (flows) {
        if (down) {
            for (Cell& cell : cells) {
                std::swap(cell.size.width, cell.size.height);
                std::swap(cell.pull.x, cell.pull.y);
            }
        }
        places = flow(cells, mainLinks, m_gaps);
        if (down) {
            for (Cell& cell : cells) std::swap(cell.size.width, cell.size.height);
            for (Point& place : places) std::swap(place.x, place.y);
        }
    } else if (gridded) {
        places = grid(cells, mainLinks, m_gaps, 1.4);
    } else {
        places = besideBoxes(main, cells);
    }
    for (std::size_t i = 0; i < main.size(); ++i) {
        block.size.width = std::max(block.size.width, places[i].x + cells[i].size.width);
        block.size.height = std::max(block.size.height, places[i].y + cells[i].size.height);
    }
    block.nodes = main;
    block.places = places;
    for (std::size_t i = 0; i < main.size(); ++i) {
        const bool tile = m_tree.nodes[main[i]].shape == Shape::Tile;
        const std::int32_t column = down ? places[i].y : places[i].x + cells[i].size.width / 2;
        block.sets.push_back(flows ? (tile ? column : -1) : gridded ? 0 : -1);
    }
    if (!quiet.empty()) {
        double area = 0;
        for (const std::size_t node : quiet) area += (cellOf(node, {}).size.width + m_gaps.across) * (cellOf(node, {}).size.height + m_gaps.across);
        const auto own = static_cast<std::int32_t>(std::sqrt(area * 1.4));
        const Block below = strip(quiet, std::max({block.size.width, own, kCaptionWidth}));
        const std::int32_t y = main.empty() ? 0 : block.size.height + m_gaps.across;
        for (std::size_t i = 0; i < quiet.size(); ++i) {
            block.nodes.push_back(quiet[i]);
            block.places.push_back(below.places[i] + Point{0, y});
            block.sets.push_back(-1);
        }
        block.size.width = std::max(block.size.width, below.size.width);
        block.size.height = y + below.size.height;
    }
    return block;
}

// Where the things of a block begin now, if the block fits there between those that stay.
std::optional<Point> Arranger::currentCorner(const Block& block, const std::vector<std::size_t>& children) const {
    if (block.nodes.empty() || m_current.empty()) return std::nullopt;
    std::optional<Point> corner;
    for (const std::size_t node : block.nodes) {
        if (!m_current[node]) return std::nullopt;
        const Point at = m_current[node]->topLeft() - cellOffset(node);
        corner = corner ? Point{std::min(corner->x, at.x), std::min(corner->y, at.y)} : at;
    }
    const Rect area{corner->x, corner->y, block.size.width, block.size.height};
    for (const std::size_t child : children) {
        if (!m_pinned[child]) continue;
        const Rect space = m_tree.nodes[child].shape == Shape::Tile ? withCaption(m_local[child]) : m_local[child];
        if (space.grown(8).intersects(area)) return std::nullopt;
    }
    return corner;
}

// Places children from `origin` on, round those that are pinned; returns the extent they need, measured from (0, 0).
Size Arranger::contents(const std::vector<std::size_t>& children, Point origin, const std::vector<CellLink>& links) {
    std::vector<std::size_t> free;
    std::vector<CellLink> freeLinks;
    std::vector<std::size_t> newIndex(children.size(), children.size());
    Rect taken;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const std::size_t child = children[i];
        if (m_pinned[child]) {
            m_local[child].x = m_pinned[child]->x;
            m_local[child].y = m_pinned[child]->y;
            const Rect space = m_tree.nodes[child].shape == Shape::Tile ? withCaption(m_local[child]) : m_local[child];
            taken = taken.united(space);
        } else {
            newIndex[i] = free.size();
            free.push_back(child);
        }
    }
    for (const CellLink& link : links)
        if (newIndex[link.from] < free.size() && newIndex[link.to] < free.size()) freeLinks.push_back({newIndex[link.from], newIndex[link.to]});
    const Block block = arrangeFree(free, freeLinks, origin);
    Point corner = origin;
    const Rect area{corner.x, corner.y, block.size.width, block.size.height};
    if (const auto here = taken.empty() ? std::nullopt : currentCorner(block, children)) {
        corner = *here;
    } else if (!taken.empty() && !free.empty() && taken.grown(m_gaps.across / 2).intersects(area)) {
        const bool below = taken.width >= taken.height;
        if (below) corner.y = taken.bottom() + m_gaps.across;
        else corner.x = taken.right() + m_gaps.along;
    }
    Size extent{taken.right(), taken.bottom()};
    for (std::size_t i = 0; i < block.nodes.size(); ++i) {
        const Point at = corner + block.places[i] + cellOffset(block.nodes[i]);
        m_local[block.nodes[i]].x = at.x;
        m_local[block.nodes[i]].y = at.y;
        m_sets[block.nodes[i]] = block.sets[i];
    }
    if (!free.empty()) {
        extent.width = std::max(extent.width, corner.x + block.size.width);
        extent.height = std::max(extent.height, corner.y + block.size.height);
    }
    return extent;
}

void Arranger::layOut(std::size_t container) {
    if (isNetwork(container)) {
        network(container);
        borders(container);
        return;
    }
    const Node& node = m_tree.nodes[container];
    std::vector<std::size_t> children;
    for (const std::size_t child : node.children)
        if (m_tree.nodes[child].isPlaced()) children.push_back(child);
    Point origin = insideOf({0, 0, 1000, 1000}).topLeft();
    origin.x += cellOffset(container).x;
    const Size extent = contents(children, origin, linksAmong(container, children));
    Rect& local = m_local[container];
    local.width = std::max(kEmptyBox.width, extent.width + kPadding);
    local.height = std::max(kEmptyBox.height, extent.height + kPadding);
    if (m_pinned[container]) {
        local.width = std::max(local.width, m_pinned[container]->width);
        local.height = std::max(local.height, m_pinned[container]->height);
    }
    borders(container);
}

void Arranger::layOutPage() {
    std::vector<std::size_t> children;
    for (const std::size_t child : m_tree.page)
        if (m_tree.nodes[child].isPlaced()) children.push_back(child);
    static_cast<void>(contents(children, {kGap, kGap}, linksAmong(m_tree.nodes.size(), children)));
}

// Gateways stand on the left border, unless what they are linked to is to the right of it all.
void Arranger::chooseSides() {
    for (std::size_t at = 0; at < m_tree.nodes.size(); ++at) {
        const Node& node = m_tree.nodes[at];
        if (node.shape == Shape::Border && node.inside) m_right[at] = m_pulls[at] > 0 && m_pull[at].x > m_local[*node.inside].width;
    }
}

void Arranger::borders(std::size_t container) {
    std::int32_t left = 0;
    std::int32_t right = 0;
    if (hasGateway(container, true)) m_local[container].width += kPadding;
    for (const std::size_t child : m_tree.nodes[container].children) {
        const Node& node = m_tree.nodes[child];
        if (node.shape != Shape::Border) continue;
        std::int32_t& number = m_right[child] ? right : left;
        const std::int32_t y = kHeader + 16 + number++ * (kTile + kCaption + 8);
        m_local[child] = {m_right[child] ? m_local[container].width - kTile / 2 : -kTile / 2, y, kTile, kTile};
        m_local[container].height = std::max(m_local[container].height, y + kTile + kCaption + kPadding);
    }
}

void Arranger::toPage() {
    for (const std::size_t at : m_tree.topDown) {
        const Node& node = m_tree.nodes[at];
        m_page[at] = node.inside ? m_local[at].translated(m_page[*node.inside].topLeft()) : m_local[at];
    }
}

void Arranger::pulls() {
    std::vector<std::int64_t> x(m_tree.nodes.size(), 0);
    std::vector<std::int64_t> y(m_tree.nodes.size(), 0);
    std::fill(m_pulls.begin(), m_pulls.end(), 0);
    const auto pull = [&](std::size_t at, std::size_t other) {
        // What stands in the same box is no pull from outside.
        std::size_t up = at;
        const Point where = m_page[other].center();
        for (int step = 0; step < 64; ++step) {
            const auto& inside = m_tree.nodes[up].inside;
            if (!inside) return;
            std::size_t above = other;
            for (int depth = 0; depth < 64 && m_tree.nodes[above].inside; ++depth) {
                above = *m_tree.nodes[above].inside;
                if (above == *inside) return; // from here up they are together
            }
            x[up] += where.x;
            y[up] += where.y;
            ++m_pulls[up];
            up = *inside;
        }
    };
    for (const Linked& link : m_links) {
        pull(link.from, link.to);
        pull(link.to, link.from);
    }
    for (std::size_t i = 0; i < m_pulls.size(); ++i)
        if (m_pulls[i] > 0) m_pull[i] = {static_cast<std::int32_t>(x[i] / m_pulls[i]), static_cast<std::int32_t>(y[i] / m_pulls[i])};
}

void Arranger::run() {
    for (std::size_t i = 0; i < m_local.size(); ++i) {
        m_local[i] = {0, 0, m_tree.nodes[i].size.width, m_tree.nodes[i].size.height};
        if (m_pinned[i]) m_local[i] = *m_pinned[i];
    }
    for (int round = 0; round < kRounds; ++round) {
        if (round > 0) {
            // Pulls are points of the page; a cell wants them relative to where its box begins.
            pulls();
            for (std::size_t i = 0; i < m_local.size(); ++i)
                if (const auto inside = m_tree.nodes[i].inside; inside && m_pulls[i] > 0) m_pull[i] = m_pull[i] - m_page[*inside].topLeft();
            chooseSides();
        }
        for (auto at = m_tree.topDown.rbegin(); at != m_tree.topDown.rend(); ++at)
            if (m_tree.nodes[*at].shape == Shape::Container) layOut(*at);
        layOutPage();
        toPage();
    }
    untangle();
    annotations();
    frames();
}

} // namespace sky::layout
