// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/inspector_cidr.h"

#include "catalog/roles.h"

#include <algorithm>

namespace sky::lists {

namespace {

using topology::Topology;

constexpr unsigned kLargest = 16; // of VPCs and subnets, AWS VPC User Guide
constexpr unsigned kSmallest = 28;

struct Neighbour {
    ElementId id;
    Cidr block;
};

std::optional<Cidr> blockOf(const Topology& topology, const ElementId& id) {
    const topology::AddressSetting setting = topology.cidr(id);
    if (!setting.known()) return std::nullopt;
    const Result<Cidr> block = parseCidr(setting.value);
    return block ? std::optional(*block) : std::nullopt;
}

// The VPC's block, and those added to it.
std::vector<Cidr> rangesOf(const Topology& topology, const ElementId& vpc) {
    std::vector<Cidr> ranges;
    if (const std::optional<Cidr> own = blockOf(topology, vpc)) ranges.push_back(*own);
    const topology::Effective more = topology.property(vpc, "secondaryCidrs");
    if (const catalog::List* list = more.list())
        for (const catalog::Scalar& each : *list)
            if (const Result<Cidr> block = parseCidr(catalog::toText(each))) ranges.push_back(*block);
    return ranges;
}

std::vector<Neighbour> othersIn(const Topology& topology, const ElementId& vpc, const ElementId& subnet) {
    std::vector<Neighbour> others;
    for (const ElementId& id : topology.subnets(vpc))
        if (id != subnet)
            if (const std::optional<Cidr> block = blockOf(topology, id)) others.push_back({id, *block});
    return others;
}

std::vector<Cidr> blocksOf(const std::vector<Neighbour>& neighbours) {
    std::vector<Cidr> blocks;
    for (const Neighbour& each : neighbours) blocks.push_back(each.block);
    std::sort(blocks.begin(), blocks.end());
    return blocks;
}

std::string firstFree(const std::vector<Cidr>& ranges, unsigned prefix, const std::vector<Cidr>& used) {
    for (const Cidr& range : ranges)
        if (range.family() == IpFamily::V4 && prefix >= range.prefix)
            if (const std::optional<Cidr> free = nextFree(range, prefix, used)) return toText(*free);
    return {};
}

Text nameOf(const Topology& topology, const ElementId& id) {
    const diagram::Element* element = topology.diagram().element(id);
    return element && !element->name.empty() ? element->name : Text{id.str(), {}};
}

} // namespace

CidrAdvice adviseOn(const Topology& topology, const ElementId& element, Cidr block) {
    CidrAdvice advice;
    if (block.family() != IpFamily::V4) {
        advice.error = say("This is an IPv6 block.", "IPv6 블록입니다.");
        return advice;
    }
    const unsigned prefix = std::clamp<unsigned>(block.prefix, kLargest, kSmallest);
    if (topology.plays(element, catalog::role::kVpc)) {
        if (prefix == block.prefix) return advice;
        advice.error = say("A VPC is /16 to /28; this is /{}.", "VPC는 /16부터 /28까지이며 입력한 값은 /{}입니다.", static_cast<int>(block.prefix));
        advice.nearest = toText(blockAround(block.network, prefix));
        return advice;
    }
    const ElementId vpc = topology.placement(element).vpc;
    const std::vector<Cidr> ranges = vpc.empty() ? std::vector<Cidr>() : rangesOf(topology, vpc);
    const std::vector<Neighbour> others = vpc.empty() ? std::vector<Neighbour>() : othersIn(topology, vpc, element);
    const std::vector<Cidr> used = blocksOf(others);
    const auto suggestFree = [&] {
        advice.nearest = firstFree(ranges, prefix, used);
        advice.nearestIs = say("next free", "다음 빈 블록");
    };
    if (prefix != block.prefix) {
        advice.error = say("A subnet is /16 to /28; this is /{}.", "서브넷은 /16부터 /28까지이며 입력한 값은 /{}입니다.", static_cast<int>(block.prefix));
        if (ranges.empty()) advice.nearest = toText(blockAround(block.network, prefix));
        else suggestFree();
        return advice;
    }
    if (vpc.empty()) return advice;
    const auto inside = [&](const Cidr& range) { return contains(range, block); };
    if (!ranges.empty() && std::none_of(ranges.begin(), ranges.end(), inside)) {
        advice.error = say("Not inside {} {}.", "{} {} 안에 있지 않습니다.", nameOf(topology, vpc), toText(ranges.front()));
        suggestFree();
        return advice;
    }
    for (const Neighbour& other : others) {
        if (!overlaps(other.block, block)) continue;
        advice.error = other.block == block
                           ? say("Same addresses as {}.", "{}과(와) 주소가 같습니다.", nameOf(topology, other.id))
                           : say("Overlaps {} {}.", "{} {}과(와) 주소가 겹칩니다.", nameOf(topology, other.id), toText(other.block));
        suggestFree();
        return advice;
    }
    return advice;
}

std::vector<FreeBlock> freeBlocks(const Topology& topology, const ElementId& element) {
    std::vector<FreeBlock> free;
    const auto add = [&](const std::string& text, unsigned prefix, std::uint64_t kept) {
        if (!text.empty()) free.push_back({text, (std::uint64_t{1} << (32 - prefix)) - kept});
    };
    if (topology.plays(element, catalog::role::kVpc)) {
        std::vector<Cidr> used;
        for (const ElementId& vpc : topology.vpcs())
            if (vpc != element)
                for (const Cidr& range : rangesOf(topology, vpc)) used.push_back(range);
        std::sort(used.begin(), used.end());
        for (const char* range : {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"})
            if (const std::optional<Cidr> block = nextFree(*parseCidr(range), kLargest, used))
                add(toText(*block), kLargest, 0);
        return free;
    }
    const ElementId vpc = topology.placement(element).vpc;
    if (vpc.empty()) return free;
    const std::vector<Cidr> ranges = rangesOf(topology, vpc);
    const std::vector<Cidr> used = blocksOf(othersIn(topology, vpc, element));
    constexpr unsigned kOffered[] = {24, 25, 26, 27, 28, 23, 22, 20};
    for (const unsigned prefix : kOffered) add(firstFree(ranges, prefix, used), prefix, kKeptByAws);
    return free;
}

} // namespace sky::lists
