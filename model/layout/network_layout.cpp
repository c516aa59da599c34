// SPDX-License-Identifier: GPL-3.0-or-later
// A VPC as people draw it: its zones as equal columns, their subnets in rows that line up, load balancers and endpoints
// in a lane between the columns at the height of the subnets they live in.
#include "catalog/roles.h"
#include "layout/arranger.h"

#include <algorithm>
#include <map>

namespace sky::layout {

namespace {

namespace role = catalog::role;
using catalog::Trait;

constexpr std::size_t kRanks = 4;
constexpr std::size_t kPrivate = 2;
constexpr std::size_t kData = 3;
constexpr std::int32_t kLeastSubnet = 200;
constexpr std::int32_t kWayIn = 24; // above the zones, for links to what stands between them

bool plays(const Node& node, std::string_view which) { return node.service && node.service->plays(which); }

} // namespace

bool Arranger::isNetwork(std::size_t container) const {
    const Node& node = m_tree.nodes[container];
    if (plays(node, role::kZone)) return false;
    bool any = false;
    for (const std::size_t child : node.children) {
        const Node& inner = m_tree.nodes[child];
        const bool zone = plays(inner, role::kZone);
        any = any || ((zone || plays(inner, role::kSubnet)) && inner.shape == Shape::Container);
        if (m_pinned[child]) return false;
        for (const std::size_t below : inner.children)
            if (zone && m_pinned[below]) return false;
    }
    return any;
}

// Public above the empty ones that a load balancer reaches into, those above private ones, data at the bottom.
std::size_t Arranger::rankOf(std::size_t subnet) const {
    const Node& node = m_tree.nodes[subnet];
    if (m_topology.exposure(node.id).exposure == topology::Exposure::Public) return 0;
    const auto& children = node.children;
    const bool data = !children.empty() && std::all_of(children.begin(), children.end(), [&](std::size_t child) {
        const catalog::Service* service = m_tree.nodes[child].service;
        return service && service->is(Trait::Store);
    });
    if (data) return kData;
    return children.empty() && m_reached[subnet] ? 1 : kPrivate;
}

std::vector<Arranger::Column> Arranger::columnsOf(const std::vector<std::size_t>& children) const {
    std::map<std::pair<std::string, std::string>, Column> columns; // by zone letter, then id
    const auto letterOf = [&](const ElementId& id) {
        const auto& zone = m_topology.placement(id).zone;
        return zone ? zone->letter : std::string{};
    };
    for (const std::size_t child : children) {
        const Node& node = m_tree.nodes[child];
        if (node.shape != Shape::Container) continue;
        if (plays(node, role::kZone)) {
            Column& column = columns[{letterOf(node.id), node.id.str()}];
            column.ranks.resize(kRanks);
            column.zone = child;
            for (const std::size_t inner : node.children) {
                const Node& below = m_tree.nodes[inner];
                if (below.shape == Shape::Container && plays(below, role::kSubnet)) column.ranks[rankOf(inner)].push_back(inner);
                else if (below.isPlaced()) column.others.push_back(inner);
            }
        } else if (plays(node, role::kSubnet)) {
            Column& column = columns[{letterOf(node.id), {}}];
            column.ranks.resize(kRanks);
            column.ranks[rankOf(child)].push_back(child);
        }
    }
    std::vector<Column> list;
    for (auto& [key, column] : columns) list.push_back(std::move(column));
    // An empty subnet that another zone has no match for is meant for data, where that zone has data.
    std::size_t mostData = 0;
    std::size_t leastPrivate = list.empty() ? 0 : list.front().ranks[kPrivate].size();
    for (const Column& column : list) {
        mostData = std::max(mostData, column.ranks[kData].size());
        leastPrivate = std::min(leastPrivate, column.ranks[kPrivate].size());
    }
    for (Column& column : list) {
        std::vector<std::size_t>& open = column.ranks[kPrivate];
        while (column.ranks[kData].size() < mostData && open.size() > leastPrivate && m_tree.nodes[open.back()].children.empty()) {
            column.ranks[kData].push_back(open.back());
            open.pop_back();
        }
    }
    for (std::size_t rank = 0; rank < kRanks; ++rank) {
        std::size_t most = 0;
        for (const Column& column : list) most = std::max(most, column.ranks[rank].size());
        for (Column& column : list)
            for (std::size_t i = 0; i < most; ++i)
                column.rows.push_back(i < column.ranks[rank].size() ? std::optional(column.ranks[rank][i]) : std::nullopt);
    }
    return list;
}

void Arranger::stretch(std::size_t subnet, Rect frame) {
    const Size before = m_local[subnet].size();
    const Point by{(frame.width - before.width) / 2, (frame.height - before.height) / 2};
    for (const std::size_t child : m_tree.nodes[subnet].children) m_local[child] = m_local[child].translated(by);
    m_local[subnet] = frame;
}

void Arranger::network(std::size_t container) {
    const Node& node = m_tree.nodes[container];
    std::vector<Column> columns = columnsOf(node.children);
    const std::size_t rows = columns.front().rows.size();
    // The places of a table are not for trading.
    for (const std::size_t child : node.children) m_sets[child] = -1;
    for (const Column& column : columns)
        for (const auto& subnet : column.rows)
            if (subnet) m_sets[*subnet] = -1;
    std::vector<std::int32_t> heights(rows, 0);
    std::vector<std::int32_t> widths(columns.size(), kLeastSubnet);
    std::vector<Size> others(columns.size());
    const bool zones = std::any_of(columns.begin(), columns.end(), [](const Column& column) { return column.zone.has_value(); });
    std::int32_t width = kLeastSubnet;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (std::size_t r = 0; r < rows; ++r) {
            if (!columns[c].rows[r]) continue;
            heights[r] = std::max(heights[r], m_local[*columns[c].rows[r]].height);
            width = std::max(width, m_local[*columns[c].rows[r]].width);
        }
        if (!columns[c].others.empty()) {
            others[c] = contents(columns[c].others, {}, linksAmong(*columns[c].zone, columns[c].others));
            width = std::max(width, others[c].width);
        }
    }
    // The lane: what stands in the VPC itself, beside the row it lives in.
    std::vector<std::vector<std::size_t>> lane(std::max<std::size_t>(rows, 1));
    std::vector<std::size_t> rest; // other boxes
    std::vector<char> crossed(rows, 0); // by an outline from column to column
    for (const std::size_t child : node.children)
        for (const std::size_t member : m_tree.nodes[child].members)
            for (std::size_t r = 0; r < rows; ++r)
                for (const Column& column : columns)
                    if (column.rows[r] && m_tree.nodes[member].inside == column.rows[r]) crossed[r] = 1;
    const auto quietRow = static_cast<std::size_t>(std::find(crossed.begin(), crossed.end(), 0) - crossed.begin());
    for (const std::size_t child : node.children) {
        const Node& inner = m_tree.nodes[child];
        if (inner.shape == Shape::Container && !plays(inner, role::kZone) && !plays(inner, role::kSubnet)) rest.push_back(child);
        if (inner.shape != Shape::Tile) continue;
        std::size_t row = quietRow < rows ? quietRow : 0;
        for (std::size_t r = 0; r < rows && !inner.spans.empty(); ++r)
            for (const Column& column : columns)
                if (column.rows[r] && *column.rows[r] == inner.spans.front()) row = r;
        lane[row].push_back(child);
    }
    const Size tile = withCaption({0, 0, kTile, kTile}).size();
    constexpr std::size_t kLaneColumns = 2;
    std::size_t laneColumns = 0;
    for (std::size_t r = 0; r < rows; ++r) {
        const std::size_t count = lane[r].size();
        laneColumns = std::max(laneColumns, std::min(count, kLaneColumns));
        const auto lines = static_cast<std::int32_t>((count + kLaneColumns - 1) / kLaneColumns);
        heights[r] = std::max(heights[r], lines * (tile.height + m_gaps.across / 2));
    }
    const std::int32_t gap = std::max(kGap, m_gaps.across);
    const std::int32_t laneWidth = laneColumns == 0 ? 0 : static_cast<std::int32_t>(laneColumns) * (tile.width + gap / 2) - gap / 2 + 2 * gap;

    Point at = insideOf({0, 0, 1000, 1000}).topLeft();
    at.x += cellOffset(container).x;
    if (laneColumns > 0 && zones) at.y += kWayIn;
    const std::int32_t inset = zones ? kPadding : 0;
    const std::int32_t top = at.y + (zones ? kZoneHeader + 8 : 0);
    std::vector<std::int32_t> rowTops;
    std::int32_t y = top;
    for (std::size_t r = 0; r < rows; ++r) {
        rowTops.push_back(y);
        y += heights[r] + gap;
    }
    std::int32_t bottom = rows > 0 ? y - gap : y;
    for (const Size& size : others)
        if (size.height > 0) bottom = std::max(bottom, y + size.height);
    const std::size_t laneAfter = (columns.size() - 1) / 2;
    std::int32_t x = at.x;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const Column& column = columns[c];
        const Rect zone{x, at.y, width + 2 * inset, bottom - at.y + inset};
        const Point home = column.zone ? zone.topLeft() : Point{};
        const std::int32_t left = column.zone ? inset : x + inset;
        for (std::size_t r = 0; r < rows; ++r)
            if (column.rows[r]) stretch(*column.rows[r], {left, rowTops[r] - home.y, width, heights[r]});
        for (const std::size_t other : column.others)
            m_local[other] = m_local[other].translated({left + (width - others[c].width) / 2, y - home.y});
        if (column.zone) m_local[*column.zone] = zone;
        x += zone.width;
        if (c == laneAfter && laneWidth > 0) {
            for (std::size_t r = 0; r < rows; ++r) {
                const auto count = static_cast<std::int32_t>(lane[r].size());
                const std::int32_t across = std::min<std::int32_t>(count, kLaneColumns);
                const std::int32_t lines = across == 0 ? 0 : (count + across - 1) / across;
                const std::int32_t stack = lines * tile.height + (lines - 1) * (m_gaps.across / 2);
                const std::int32_t wide = across * tile.width + (across - 1) * (gap / 2);
                for (std::int32_t i = 0; i < count; ++i) {
                    const Point cell{x + (laneWidth - wide) / 2 + i % across * (tile.width + gap / 2),
                                     rowTops[r] + (heights[r] - stack) / 2 + i / across * (tile.height + m_gaps.across / 2)};
                    const std::size_t node_ = lane[r][static_cast<std::size_t>(i)];
                    const Point corner = cell + cellOffset(node_);
                    m_local[node_] = {corner.x, corner.y, kTile, kTile};
                }
            }
            x += laneWidth;
        } else if (c + 1 < columns.size()) {
            x += gap;
        }
    }
    Size extent{x, bottom + inset};
    if (!rest.empty()) {
        const Size more = contents(rest, {x + gap, at.y}, linksAmong(container, rest));
        extent.width = std::max(extent.width, more.width);
        extent.height = std::max(extent.height, more.height);
    }
    m_local[container].width = extent.width + kPadding;
    m_local[container].height = extent.height + kPadding;
}

} // namespace sky::layout
