// SPDX-License-Identifier: GPL-3.0-or-later
// Generated drawings for tests and benchmarks: nested boxes and links between leaves, the same for the same seed.
#pragma once

#include "layout/router.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace sky::layout::test {

struct Drawing {
    std::vector<SceneBox> boxes;
    std::vector<RouterLink> links;
    std::vector<std::int32_t> leaves;
};

class Draw { // one stream of numbers, the same on every machine
  public:
    explicit Draw(std::uint64_t seed) : m_engine(seed) {}
    std::int32_t below(std::int32_t limit) { return static_cast<std::int32_t>(m_engine() % static_cast<std::uint64_t>(limit)); }

  private:
    std::mt19937_64 m_engine;
};

inline std::string linkKey(std::int32_t number) { return "link-" + std::to_string(number); }

// Regions of VPCs of zones of subnets of leaves in rows, about `leaves` of them; `links` links, most of them between
// things that stand close, one in ten between any two. Leaves are up to `jitter` px off their place.
inline Drawing nested(std::int32_t leaves, std::int32_t links, std::uint64_t seed, std::int32_t jitter = 6) {
    constexpr std::int32_t kCell = 168, kColumns = 3, kPerSubnet = 6, kSubnets = 3, kZones = 3;
    Drawing drawing;
    Draw draw(seed);
    const auto box = [&](Rect body, std::int32_t parent, bool container) {
        SceneBox made;
        made.body = body;
        made.anchor = body;
        made.parent = parent;
        made.container = container;
        if (container) {
            made.title = {body.x, body.y, 120, 32};
        } else {
            made.anchor = {body.x + body.width / 2 - 20, body.y, 40, 40};
            drawing.leaves.push_back(static_cast<std::int32_t>(drawing.boxes.size()));
        }
        drawing.boxes.push_back(made);
        return static_cast<std::int32_t>(drawing.boxes.size()) - 1;
    };
    const std::int32_t perVpc = kPerSubnet * kSubnets * kZones;
    const std::int32_t vpcs = (leaves + perVpc - 1) / perVpc;
    std::int32_t across = 1;
    while (across * across < vpcs) ++across;
    const std::int32_t subnetWidth = kColumns * kCell + 32, subnetHeight = (kPerSubnet / kColumns) * kCell + 48;
    const std::int32_t zoneWidth = subnetWidth + 48, zoneHeight = kSubnets * (subnetHeight + 40) + 56;
    const std::int32_t vpcWidth = kZones * (zoneWidth + 40) + 48, vpcHeight = zoneHeight + 96;
    const std::int32_t region = box({0, 0, across * (vpcWidth + 80) + 80, ((vpcs + across - 1) / across) * (vpcHeight + 80) + 120}, -1, true);
    for (std::int32_t v = 0; v < vpcs; ++v) {
        const Point at{60 + v % across * (vpcWidth + 80), 80 + v / across * (vpcHeight + 80)};
        const std::int32_t vpc = box({at.x, at.y, vpcWidth, vpcHeight}, region, true);
        for (std::int32_t z = 0; z < kZones; ++z) {
            const Point zoneAt{at.x + 44 + z * (zoneWidth + 40), at.y + 56};
            const std::int32_t zone = box({zoneAt.x, zoneAt.y, zoneWidth, zoneHeight}, vpc, true);
            for (std::int32_t s = 0; s < kSubnets; ++s) {
                const Point subnetAt{zoneAt.x + 24, zoneAt.y + 48 + s * (subnetHeight + 40)};
                const std::int32_t subnet = box({subnetAt.x, subnetAt.y, subnetWidth, subnetHeight}, zone, true);
                for (std::int32_t i = 0; i < kPerSubnet && static_cast<std::int32_t>(drawing.leaves.size()) < leaves; ++i) {
                    const std::int32_t dx = jitter > 0 ? draw.below(2 * jitter + 1) - jitter : 0;
                    const std::int32_t dy = jitter > 0 ? draw.below(2 * jitter + 1) - jitter : 0;
                    box({subnetAt.x + 44 + i % kColumns * kCell + dx, subnetAt.y + 48 + i / kColumns * kCell + dy, 112, 94}, subnet, false);
                }
            }
        }
    }
    const auto count = static_cast<std::int32_t>(drawing.leaves.size());
    for (std::int32_t i = 0; i < links; ++i) {
        const std::int32_t from = draw.below(count);
        const std::int32_t kind = draw.below(10);
        const std::int32_t reach = kind < 5 ? kPerSubnet : kind < 8 ? kPerSubnet * kSubnets : kind < 9 ? perVpc : count;
        const std::int32_t base = from / reach * reach;
        std::int32_t to = base + draw.below(std::max(1, std::min(reach, count - base)));
        if (to == from) to = (from + 1) % count;
        if (to == from) break;
        drawing.links.push_back({linkKey(i), drawing.leaves[static_cast<std::size_t>(from)],
                                 drawing.leaves[static_cast<std::size_t>(to)], {}, i % 2 == 0 ? Size{56, 16} : Size{}});
    }
    return drawing;
}

// Leaves strewn over a page without boxes, and links between any two.
inline Drawing strewn(std::int32_t leaves, std::int32_t links, std::uint64_t seed) {
    Drawing drawing;
    Draw draw(seed);
    std::int32_t across = 1;
    while (across * across < leaves) ++across;
    for (std::int32_t i = 0; i < leaves; ++i) {
        const Rect body{i % across * 240 + draw.below(100), i / across * 200 + draw.below(80), 112, 94};
        SceneBox made;
        made.body = body;
        made.anchor = {body.x + 36, body.y, 40, 40};
        drawing.leaves.push_back(i);
        drawing.boxes.push_back(made);
    }
    for (std::int32_t i = 0; i < links && leaves > 1; ++i) {
        const std::int32_t from = draw.below(leaves);
        const std::int32_t to = (from + 1 + draw.below(leaves - 1)) % leaves;
        drawing.links.push_back({linkKey(i), from, to, {}, {}});
    }
    return drawing;
}

inline void load(Router& router, const Drawing& drawing) {
    for (std::size_t i = 0; i < drawing.boxes.size(); ++i) router.setBox(static_cast<std::int32_t>(i), drawing.boxes[i]);
    for (std::size_t i = 0; i < drawing.links.size(); ++i) router.setLink(static_cast<std::int32_t>(i), drawing.links[i]);
}

} // namespace sky::layout::test
