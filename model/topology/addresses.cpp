// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks and addresses for what the drawing leaves open, in the order of ids and never over what it sets: VPCs get
// 10.n.0.0/16, subnets the next /24 of their VPC, hosts the addresses from .4 (AWS keeps the first four and the last).
#include "topology/builder.h"

#include "base/cidr.h"
#include "catalog/roles.h"
#include "topology/keys.h"
#include "topology/parts.h"

#include <algorithm>
#include <array>

namespace sky::topology {
namespace {

using diagram::Element;
namespace role = catalog::role;

constexpr unsigned kVpcPrefix = 16;
constexpr unsigned kSubnetPrefix = 24;
constexpr unsigned kLeastSubnetPrefix = 28; // the smallest subnet AWS has
constexpr std::uint64_t kFirstHost = 4;

std::optional<Cidr> blockOf(const std::string& text) {
    Result<Cidr> block = parseCidr(text);
    if (!block.ok() || block->family() != IpFamily::V4) return std::nullopt;
    return *block;
}

void insertSorted(std::vector<Cidr>& blocks, Cidr block) {
    blocks.insert(std::upper_bound(blocks.begin(), blocks.end(), block), block);
}

// The private ranges an unset VPC may lie in, ours first.
const std::array<Cidr, 3>& privateRanges() {
    static const std::array<Cidr, 3> kRanges = {*blockOf("10.0.0.0/8"), *blockOf("172.16.0.0/12"),
                                                *blockOf("192.168.0.0/16")};
    return kRanges;
}

std::optional<Cidr> nextVpcBlock(std::span<const Cidr> used) {
    for (const Cidr& range : privateRanges())
        if (std::optional<Cidr> free = nextFree(range, kVpcPrefix, used)) return free;
    return std::nullopt;
}

unsigned subnetPrefix(Cidr vpc) {
    if (vpc.prefix < kSubnetPrefix) return kSubnetPrefix;
    return std::max<unsigned>(vpc.prefix, kLeastSubnetPrefix);
}

const std::string* setBlock(const diagram::Diagram& diagram, const ElementId& id) {
    const Element* element = diagram.element(id);
    return element ? element->properties.text(key::kCidr) : nullptr;
}

} // namespace

void Builder::assignVpcBlocks() {
    std::vector<Cidr> used;
    std::vector<std::pair<ElementId, AddressSetting>> blocks;
    for (const Topology::VpcFacts& vpc : m_now.m_vpcs) {
        const std::string* set = setBlock(m_now.m_diagram, vpc.id);
        blocks.emplace_back(vpc.id, set ? AddressSetting{*set, Origin::Set} : AddressSetting{});
        if (!set) continue;
        if (const std::optional<Cidr> block = blockOf(*set)) used.push_back(*block);
    }
    std::sort(used.begin(), used.end());
    bool full = false;
    for (auto& [id, block] : blocks) {
        if (!block.known() && !full) {
            if (const std::optional<Cidr> free = nextVpcBlock(used)) {
                block = {toText(*free), Origin::Assumed};
                insertSorted(used, *free);
            } else
                full = true;
        }
        if (m_now.m_vpcs.find(id)->cidr == block) continue;
        m_now.m_vpcs.write(id)->cidr = block;
        m_subnetBlocks.insert(id);
    }
}

void Builder::assignSubnetBlocks(const ElementId& vpc) {
    const Topology::VpcFacts* facts = m_now.m_vpcs.find(vpc);
    if (!facts) return;
    std::vector<Cidr> used;
    std::vector<std::pair<ElementId, AddressSetting>> blocks;
    for (const ElementId& id : facts->subnets) {
        const std::string* set = setBlock(m_now.m_diagram, id);
        blocks.emplace_back(id, set ? AddressSetting{*set, Origin::Set} : AddressSetting{});
        if (!set) continue;
        if (const std::optional<Cidr> block = blockOf(*set)) used.push_back(*block);
    }
    std::sort(used.begin(), used.end());
    const std::optional<Cidr> parent = blockOf(facts->cidr.value);
    bool full = !parent;
    for (auto& [id, block] : blocks) {
        if (!block.known() && !full) {
            if (const std::optional<Cidr> free = nextFree(*parent, subnetPrefix(*parent), used)) {
                block = {toText(*free), Origin::Assumed};
                insertSorted(used, *free);
            } else
                full = true;
        }
        if (m_now.m_subnets.find(id)->cidr == block) continue;
        m_now.m_subnets.write(id)->cidr = block;
        m_hosts.insert(id);
    }
}

// Everything that may have an interface in the subnet: what stands in it, spans it, or is attached to such a thing.
std::vector<ElementId> Builder::interfacesIn(const ElementId& subnet) const {
    const diagram::Diagram& diagram = m_now.m_diagram;
    std::unordered_set<ElementId> seen{subnet};
    std::vector<ElementId> found{subnet};
    const auto add = [&](const ElementId& id) {
        if (seen.insert(id).second) found.push_back(id);
    };
    for (const ElementId& id : m_now.spanning(subnet)) add(id);
    for (std::size_t next = 0; next < found.size(); ++next) {
        const ElementId id = found[next];
        for (const ElementId& attached : m_now.attachments(id))
            if (m_now.placement(attached).byHolder) add(attached);
        if (next == 0 || m_now.placement(id).subnet == subnet)
            for (const ElementId& child : diagram.children(id)) add(child);
    }
    std::sort(found.begin(), found.end());
    return found;
}

void Builder::assignHosts(const ElementId& subnet) {
    const Topology::SubnetFacts* facts = m_now.m_subnets.find(subnet);
    if (!facts) return;
    std::vector<Host> hosts;
    std::unordered_set<std::uint64_t> used;
    for (const ElementId& id : interfacesIn(subnet)) {
        const Element& element = *m_drawing.thing(id).element;
        const catalog::Service* service = m_drawing.thing(id).service;
        if (!service || (!service->is(catalog::Trait::Eni) && !service->plays(role::kFleet))) continue;
        if (!fleetOf(m_now, element).empty()) continue; // the fleet's instance has the interface
        const std::string* set = element.properties.text(key::kAddress);
        for (Part& part : partsOf(m_now, element)) {
            if (part.subnet != subnet) continue;
            Host host{std::move(part.id), id, {}};
            if (set && part.kind == PartKind::Whole) {
                host.address = {*set, Origin::Set};
                if (const Result<IpAddress> address = parseIpAddress(*set);
                    address.ok() && address->family == IpFamily::V4)
                    used.insert(address->low);
            }
            hosts.push_back(std::move(host));
        }
    }
    if (const std::optional<Cidr> block = blockOf(facts->cidr.value)) {
        std::uint64_t next = kFirstHost;
        const std::uint64_t end = addressCount(*block) - 1; // the last one is AWS's too
        for (Host& host : hosts) {
            if (host.address.known()) continue;
            while (next < end && used.contains(block->network.low + next)) ++next;
            if (next >= end) break;
            host.address = {toText(*addressAt(*block, next)), Origin::Assumed};
            ++next;
        }
    }
    if (facts->hosts != hosts) m_now.m_subnets.write(subnet)->hosts = std::move(hosts);
}

AddressSetting Topology::cidr(const ElementId& vpcOrSubnet) const {
    if (const VpcFacts* vpc = m_vpcs.find(vpcOrSubnet)) return vpc->cidr;
    const SubnetFacts* subnet = m_subnets.find(vpcOrSubnet);
    return subnet ? subnet->cidr : AddressSetting{};
}

const std::vector<Host>& Topology::hosts(const ElementId& subnet) const {
    static const std::vector<Host> kNone;
    const SubnetFacts* facts = m_subnets.find(subnet);
    return facts ? facts->hosts : kNone;
}

std::vector<Host> Topology::interfaces(const ElementId& element) const {
    std::vector<Host> interfaces;
    const auto collect = [&](const Part& part) {
        for (const Host& host : hosts(part.subnet))
            if (host.part == part.id) interfaces.push_back(host);
    };
    if (pictures(element)) {
        if (const std::optional<Part> part = picturedPart(element)) collect(*part);
    } else {
        for (const Part& part : parts(element)) collect(part);
    }
    return interfaces;
}

AddressSetting Topology::address(std::string_view id) const {
    const std::optional<Part> found = part(id);
    if (!found) {
        const std::vector<Host> all = interfaces(ElementId(id));
        return all.empty() ? AddressSetting{} : all.front().address;
    }
    if (found->kind == PartKind::Whole && pictures(found->element)) return address(found->element);
    for (const Host& host : hosts(found->subnet))
        if (host.part == found->id) return host.address;
    return {};
}

AddressSetting Topology::address(const ElementId& element) const {
    const std::vector<Host> all = interfaces(element);
    return all.empty() ? AddressSetting{} : all.front().address;
}

} // namespace sky::topology
