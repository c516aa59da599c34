// SPDX-License-Identifier: GPL-3.0-or-later
// Networks and drawings made at random: every walk ends, says something whole, and says the same again.
#include "../topology/sketch.h"
#include "base/random.h"
#include "network/link_walks.h"
#include "network/reach.h"
#include "network/words.h"

#include <gtest/gtest.h>

#include <string>

namespace sky::network {
namespace {

using Kind = Place::Kind;

struct Dice {
    std::uint64_t state;
    std::uint32_t roll(std::uint32_t sides) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::uint32_t>(state >> 33) % sides;
    }
    bool chance(std::uint32_t percent) { return roll(100) < percent; }
};

Cidr cidr(const std::string& text) {
    return *parseCidr(text);
}

// Routers that lead everywhere and nowhere, with blocks that overlap.
Network randomNetwork(Dice& dice) {
    Network net;
    const Index vpcs = 1 + dice.roll(3);
    for (Index v = 0; v < vpcs; ++v) {
        Vpc vpc;
        vpc.id = "vpc" + std::to_string(v);
        vpc.region = dice.chance(70) ? "r1" : "r2";
        vpc.cidrs.push_back(cidr("10." + std::to_string(dice.roll(3)) + ".0.0/16"));
        if (dice.chance(30)) vpc.cidrs.push_back(cidr("2001:db8:" + std::to_string(v) + "::/56"));
        if (dice.chance(60)) {
            vpc.internetGateway = static_cast<Index>(net.internetGateways.size());
            net.internetGateways.push_back({"igw" + std::to_string(v), dice.chance(90) ? v : kNone, false, kNone});
        }
        if (dice.chance(20)) net.internetGateways.push_back({"eigw" + std::to_string(v), v, true, kNone});
        if (dice.chance(10)) vpc.publicAccess = Vpc::PublicAccess::Blocked;
        net.vpcs.push_back(vpc);
    }
    for (Index i = 0; i < 2 + dice.roll(4); ++i) net.tables.push_back({"rt" + std::to_string(i), {}, {}});
    for (Index i = 0; i < 1 + dice.roll(2); ++i) {
        Acl acl;
        acl.id = "acl" + std::to_string(i);
        for (int r = 0; r < 3; ++r) {
            const auto low = static_cast<std::uint16_t>(dice.roll(60000));
            AclRule rule{static_cast<std::int32_t>(dice.roll(200)),
                         dice.chance(70),
                         dice.chance(50) ? kTcp : kAnyProtocol,
                         {low, static_cast<std::uint16_t>(low + dice.roll(5000))},
                         cidr(dice.chance(60) ? "0.0.0.0/0" : "10.0.0.0/8")};
            (dice.chance(50) ? acl.in : acl.out).push_back(rule);
        }
        net.acls.push_back(acl);
    }
    for (Index i = 0; i < 3; ++i) {
        Group group;
        group.id = "sg" + std::to_string(i);
        group.allOut = dice.chance(60);
        group.assumed = dice.chance(15);
        for (int r = 0; r < 2; ++r) {
            GroupRule rule;
            rule.protocol = dice.chance(70) ? kTcp : kAnyProtocol;
            rule.peer = dice.chance(50) ? GroupRule::Peer::Group : GroupRule::Peer::Block;
            rule.index = dice.roll(3);
            rule.block = cidr(dice.chance(50) ? "0.0.0.0/0" : "10.1.0.0/16");
            (dice.chance(70) ? group.in : group.out).push_back(rule);
        }
        net.groups.push_back(group);
    }
    for (Index i = 0; i < 3 + dice.roll(4); ++i) {
        Subnet subnet;
        subnet.id = "subnet" + std::to_string(i);
        subnet.vpc = dice.roll(vpcs);
        subnet.zone = net.zoneNamed("r", dice.chance(50) ? "a" : "b");
        subnet.cidrs.push_back(blockAround(*addressAt(net.vpcs[subnet.vpc].cidrs.front(), 256u * i), 24));
        if (dice.chance(80)) subnet.table = dice.roll(static_cast<std::uint32_t>(net.tables.size()));
        if (dice.chance(30)) subnet.acl = dice.roll(static_cast<std::uint32_t>(net.acls.size()));
        net.subnets.push_back(subnet);
    }
    const auto subnets = static_cast<std::uint32_t>(net.subnets.size());
    for (Index i = 0; i < 6; ++i) {
        Interface node;
        node.id = "node" + std::to_string(i);
        node.owner = net.ownerNamed(node.id);
        node.subnet = dice.roll(subnets);
        node.v4 = addressAt(net.subnets[node.subnet].cidrs.front(), 10 + dice.roll(4));
        if (dice.chance(20)) node.v6 = *parseIpAddress("2001:db8::" + std::to_string(i));
        if (dice.chance(40)) node.publicV4 = *parseIpAddress("54.0.0." + std::to_string(dice.roll(9)));
        if (dice.chance(80)) node.groups.push_back(dice.roll(3));
        node.sourceDestCheck = dice.chance(50);
        node.translates = dice.chance(30);
        net.interfaces.push_back(node);
    }
    for (Index i = 0; i < 2; ++i) {
        Nat nat;
        nat.id = "nat" + std::to_string(i);
        nat.regional = dice.chance(30);
        const Index home = dice.roll(subnets);
        nat.vpc = net.subnets[home].vpc;
        if (!nat.regional) nat.subnet = home;
        if (dice.chance(90)) nat.address = addressAt(net.subnets[home].cidrs.front(), 20 + i);
        if (dice.chance(80)) nat.publicAddress = *parseIpAddress("54.0.1." + std::to_string(i));
        net.nats.push_back(nat);
    }
    for (Index i = 0; i < 2; ++i)
        net.peerings.push_back({"pcx" + std::to_string(i), dice.roll(vpcs), dice.roll(vpcs), dice.chance(80)});
    net.transitGateways.push_back({"tgw", dice.chance(50), {}});
    for (Index i = 0; i < 2; ++i) net.transitTables.push_back({"t" + std::to_string(i), 0, {}});
    for (Index i = 0; i < 3; ++i) {
        Attachment attachment;
        attachment.id = "att" + std::to_string(i);
        attachment.gateway = 0;
        if (dice.chance(80)) attachment.vpc = dice.roll(vpcs);
        for (Index s = 0; s < subnets; ++s)
            if (net.subnets[s].vpc == attachment.vpc && dice.chance(60)) attachment.subnets.push_back(s);
        if (dice.chance(90)) attachment.table = dice.roll(2);
        attachment.site.push_back(cidr("192.168.0.0/16"));
        attachment.referencing = dice.chance(50);
        net.transitGateways[0].attachments.push_back(i);
        net.attachments.push_back(attachment);
    }
    for (TransitTable& table : net.transitTables)
        for (int r = 0; r < 3; ++r)
            table.routes.push_back(
                {cidr(dice.chance(30) ? "0.0.0.0/0" : "10." + std::to_string(dice.roll(3)) + ".0.0/16"),
                 dice.chance(90) ? dice.roll(3) : kNone, dice.chance(50), dice.chance(10), 0});
    net.vpnGateways.push_back(
        {"vgw", dice.chance(90) ? dice.roll(vpcs) : kNone, dice.chance(80), {cidr("192.168.0.0/16")}, {}});
    net.gatewayEndpoints.push_back({"vpce", dice.roll(vpcs), net.serviceNamed("s3"), "r1"});
    (void)net.serviceNamed("sqs");
    const auto target = [&]() -> Place {
        switch (dice.roll(10)) {
        case 0:
            return {Kind::InternetGateway, dice.roll(static_cast<std::uint32_t>(net.internetGateways.size()) + 1)};
        case 1:
            return {Kind::Nat, dice.roll(2)};
        case 2:
            return {Kind::Peering, dice.roll(2)};
        case 3:
            return {Kind::TransitGateway, 0};
        case 4:
            return {Kind::VpnGateway, 0};
        case 5:
            return {Kind::GatewayEndpoint, 0};
        case 6:
            return {Kind::Interface, dice.roll(6)};
        case 7:
            return {Kind::Missing, 0};
        case 8:
            return {};
        default:
            return {Kind::Vpc, 0};
        }
    };
    for (Table& table : net.tables)
        for (int r = 0; r < 4; ++r) {
            Route route;
            const std::string blocks[] = {"0.0.0.0/0",   "::/0",           "10.0.0.0/16", "10.1.0.0/16",
                                          "10.2.0.0/16", "192.168.0.0/16", "10.0.1.0/24"};
            route.to = cidr(blocks[dice.roll(7)]);
            if (dice.chance(10)) route.prefixList = net.prefixListNamed("pl-s3");
            do route.target = target();
            while (route.target.is(Kind::InternetGateway) && route.target.index >= net.internetGateways.size());
            route.propagated = dice.chance(20);
            route.blackhole = dice.chance(5);
            table.routes.push_back(route);
        }
    for (Index i = 0; i < 2; ++i) {
        Balancer balancer;
        balancer.id = "lb" + std::to_string(i);
        balancer.owner = net.ownerNamed(balancer.id);
        balancer.kind = static_cast<Balancer::Kind>(dice.roll(4));
        balancer.crossZone = dice.chance(50);
        for (Index n = 0; n < dice.roll(3); ++n) {
            Interface node;
            node.id = balancer.id + "@" + std::to_string(n);
            node.owner = balancer.owner;
            node.subnet = dice.roll(subnets);
            node.v4 = addressAt(net.subnets[node.subnet].cidrs.front(), 30 + i * 4 + n);
            if (dice.chance(60)) node.publicV4 = *parseIpAddress("54.0.2." + std::to_string(i * 4 + n));
            node.balancer = i;
            balancer.nodes.push_back(static_cast<Index>(net.interfaces.size()));
            net.interfaces.push_back(node);
        }
        Listener listener;
        listener.port = 443;
        listener.targetPort = dice.chance(50) ? 443 : 6081;
        listener.targetUdp = dice.chance(30);
        for (int t = 0; t < 3; ++t) {
            Listener::Target to;
            if (dice.chance(60))
                to.place = {Kind::Interface, dice.roll(6)};
            else if (dice.chance(50))
                to.place = {Kind::Balancer, dice.roll(2)}; // itself too
            else
                to.address = *parseIpAddress("10.1.0.10");
            listener.targets.push_back(to);
        }
        if (dice.chance(90)) balancer.listeners.push_back(listener);
        net.balancers.push_back(balancer);
    }
    net.seal();
    return net;
}

void check(const Network& net, const Walk& walk) {
    ASSERT_LE(walk.hops.size(), 4000u);
    EXPECT_EQ(walk.verdict == Verdict::Reachable, walk.blockers.empty());
    if (walk.verdict != Verdict::Reachable) {
        EXPECT_NE(walk.code, Code::None);
        EXPECT_EQ(walk.code, walk.blockers.front().code);
        EXPECT_EQ(walk.at, walk.blockers.front().at);
    }
    bool whole = false;
    for (const Blocker& blocker : walk.blockers) whole = whole || !blocker.partial;
    if (walk.verdict == Verdict::Partial) {
        EXPECT_FALSE(whole);
        EXPECT_FALSE(walk.clientPorts.empty());
    }
    for (const Hop& hop : walk.hops) EXPECT_FALSE(net.idOf(hop.place).empty());
}

TEST(Robust, RandomNetworksAlwaysGiveAWholeAnswer) {
    std::size_t reachable = 0;
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        Dice dice{seed};
        const Network net = randomNetwork(dice);
        Reach reach(net);
        for (int n = 0; n < 25; ++n) {
            Question question;
            const Place from[] = {{Kind::Interface, dice.roll(6)},
                                  {Kind::Internet, 0},
                                  {Kind::VpnGateway, 0},
                                  {Kind::Attachment, dice.roll(3)}};
            const Place to[] = {{Kind::Interface, dice.roll(6)},
                                {Kind::Internet, 0},
                                {Kind::Service, dice.roll(2)},
                                {Kind::Balancer, dice.roll(2)},
                                {}};
            question.from.place = from[dice.roll(4)];
            question.to.place = to[dice.roll(5)];
            if (question.to.place.is(Kind::None))
                question.to.address = *parseIpAddress("10.1.0." + std::to_string(dice.roll(40)));
            question.protocol = dice.chance(70) ? kTcp : dice.chance(50) ? kIcmp : kUdp;
            question.ports = PortSet(PortRange{443, static_cast<std::uint16_t>(443 + dice.roll(2) * 500)});
            question.toPublicAddress = dice.chance(20);
            if (dice.chance(10)) question.family = IpFamily::V6;
            const Walk first = walk(net, question);
            check(net, first);
            EXPECT_EQ(first, walk(net, question));
            if (first.verdict == Verdict::Reachable) ++reachable;
        }
        if (seed % 50 == 0) {
            (void)reach.fromInternet();
            (void)reach.whoReaches({Kind::Interface, 0});
        }
    }
    EXPECT_GT(reachable, 200u); // the networks are not all deserts
}

// Any walk that passes may be asked from every member of a class with the same result.
TEST(Robust, ClassesOfEqualInterfacesAnswerAlike) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Dice dice{seed * 77};
        const Network net = randomNetwork(dice);
        Reach reach(net);
        for (Index from = 0; from < 6; ++from)
            for (Index to = 0; to < 6; ++to) {
                if (from == to) continue;
                // Addresses that two interfaces share, or that a router has, make them different.
                const auto alone = [&](Index i) {
                    return net.holderIn(net.vpcOf(net.interfaces[i]), *net.interfaces[i].v4).interface == i &&
                           net.interfaces[i].sourceDestCheck && !net.interfaces[i].publicV4;
                };
                if (!alone(from) || !alone(to)) continue;
                Question question;
                question.from.place = {Kind::Interface, from};
                question.to.place = {Kind::Interface, to};
                question.ports = PortSet(PortRange{443, 443});
                question.family = IpFamily::V4;
                const Verdict verdict = walk(net, question).verdict;
                EXPECT_EQ(reach.reaches(question.from, question.to.place, kTcp, 443),
                          verdict == Verdict::Reachable || verdict == Verdict::Partial)
                    << "seed " << seed << " " << from << " " << to;
            }
    }
}

// Half-drawn and contradictory: anything in anything, linked to anything.
diagram::Diagram randomDrawing(Dice& dice, std::vector<ElementId>& ids) {
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    diagram::Diagram diagram;
    const auto any = [&] { return ids[dice.roll(static_cast<std::uint32_t>(ids.size()))]; };
    for (int n = 0; n < 40; ++n) {
        const auto services = catalog.services();
        diagram::Element element;
        element.id = ElementId("e" + std::to_string(n));
        const char* often[] = {"vpc",          "subnet",
                               "subnet",       "ec2",
                               "alb",          "nlb",
                               "nat-gateway",  "internet-gateway",
                               "route-table",  "security-group",
                               "network-acl",  "transit-gateway",
                               "vpn-gateway",  "users",
                               "lambda",       "rds",
                               "vpc-endpoint", "auto-scaling-group"};
        element.service = dice.chance(75) ? often[dice.roll(18)]
                                          : services[dice.roll(static_cast<std::uint32_t>(services.size()))].key;
        if (!ids.empty() && dice.chance(80)) element.parent = any();
        for (std::uint32_t k = dice.roll(3); k > 0 && !ids.empty(); --k) element.spans.push_back(any());
        for (std::uint32_t k = dice.roll(3); k > 0 && !ids.empty(); --k) element.groups.push_back(any());
        if (!ids.empty() && dice.chance(50)) element.properties.set("routeTable", catalog::Reference{any().str()});
        if (!ids.empty() && dice.chance(30)) element.properties.set("networkAcl", catalog::Reference{any().str()});
        if (dice.chance(20))
            element.properties.set("cidr", std::string(dice.chance(50) ? "10.0.0.0/16" : "not a block"));
        if (dice.chance(20)) element.properties.set("mode", std::string("regional"));
        if (dice.chance(20)) element.properties.set("type", std::string("gateway"));
        if (!ids.empty() && dice.chance(60)) {
            catalog::Record row;
            row.set("to", std::string(dice.chance(70) ? "0.0.0.0/0" : "pl-s3"));
            row.set("via", catalog::Reference{any().str()});
            row.set("from", catalog::Reference{any().str()});
            row.set("port", std::string("443"));
            element.properties.set(dice.chance(60) ? "routes" : dice.chance(50) ? "in" : "out", catalog::Records{row});
        }
        ids.push_back(element.id);
        diagram.put(std::move(element));
    }
    for (int n = 0; n < 40; ++n) {
        diagram::Link link;
        link.id = LinkId("l" + std::to_string(n));
        link.from = any();
        link.to = any();
        if (dice.chance(40)) link.kind = static_cast<catalog::LinkKind>(dice.roll(8));
        if (dice.chance(50)) link.properties.set("port", Quantity{443, Unit::Count});
        diagram.put(std::move(link));
    }
    return diagram;
}

TEST(Robust, RandomDrawingsAlwaysGiveAWholeAnswer) {
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    for (std::uint64_t seed = 1; seed <= 250; ++seed) {
        Dice dice{seed * 31};
        std::vector<ElementId> ids;
        const diagram::Diagram diagram = randomDrawing(dice, ids);
        const auto any = [&] { return ids[dice.roll(static_cast<std::uint32_t>(ids.size()))]; };
        const topology::Topology topology = topology::Topology::of(diagram, catalog);
        for (const bool strict : {false, true}) {
            const LinkWalks walks = LinkWalks::of(topology, Reading{strict});
            for (const LinkWalk& link : walks.all()) {
                ASSERT_FALSE(link.flows.empty());
                EXPECT_EQ(walks.find(link.link), &link);
                for (const Flow& flow : link.flows) check(walks.network(), flow.walk);
                const Explanation words = explain(topology, walks.network(), link);
                EXPECT_FALSE(words.verdict.en.empty());
                EXPECT_FALSE(words.verdict.ko.empty());
                for (const Text& reason : words.reasons) EXPECT_EQ(reason.en.find("{}"), std::string::npos);
            }
        }
        const Network net = networkOf(topology);
        for (int n = 0; n < 10; ++n) {
            Ask ask;
            ask.from = any();
            ask.to = any();
            ask.fromInternet = dice.chance(20);
            ask.toInternet = dice.chance(20);
            if (dice.chance(80)) ask.ports = PortSet(PortRange{443, 443});
            for (const Flow& flow : walkBetween(topology, net, ask).flows) check(net, flow.walk);
        }
    }
}

// Edits of all kinds, one after the other: walks brought up to date are those of a full run.
TEST(Robust, WalksAfterEditsEqualAFullRun) {
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    std::size_t untouched = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Dice dice{seed * 131};
        std::vector<ElementId> ids;
        diagram::Diagram diagram = randomDrawing(dice, ids);
        const auto any = [&] { return ids[dice.roll(static_cast<std::uint32_t>(ids.size()))]; };
        topology::Topology topology = topology::Topology::of(diagram, catalog);
        LinkWalks walks = LinkWalks::of(topology);
        for (int step = 0; step < 25; ++step) {
            const ElementId id = any();
            const diagram::Element* element = diagram.element(id);
            const LinkId link("l" + std::to_string(dice.roll(40)));
            switch (dice.roll(9)) {
            case 0:
                diagram.setName(id, Text{"n" + std::to_string(step), {}});
                break;
            case 1:
                diagram.setProperty(id, "work", Quantity{1000000 + step, Unit::Duration});
                break;
            case 2:
                diagram.setProperty(id, "routeTable", catalog::Reference{any().str()});
                break;
            case 3: {
                catalog::Record row;
                row.set("port", std::to_string(440 + dice.roll(5)));
                row.set("from", dice.chance(50) ? catalog::Scalar(std::string("0.0.0.0/0"))
                                                : catalog::Scalar(catalog::Reference{any().str()}));
                diagram.setProperty(id, "in", catalog::Value(catalog::Records{row}));
                break;
            }
            case 4:
                diagram.setProperty(link, "port", catalog::Value(Quantity{440 + dice.roll(5), Unit::Count}));
                break;
            case 5:
                diagram.setProperty(link, "calls", catalog::Value(Quantity{dice.roll(5), Unit::Count}));
                break;
            case 6:
                if (element) {
                    diagram::Element moved = *element;
                    moved.parent = any();
                    if (dice.chance(40)) moved.groups.push_back(any());
                    if (dice.chance(40)) moved.spans.push_back(any());
                    diagram.put(std::move(moved));
                }
                break;
            case 7:
                if (element && dice.chance(40)) (void)diagram.take(id);
                break;
            default: {
                diagram::Link added;
                added.id = link;
                added.from = any();
                added.to = any();
                diagram.put(std::move(added));
            }
            }
            topology = topology.after(diagram);
            const LinkWalks next = walks.after(topology);
            if (next.sameAs(walks)) ++untouched;
            walks = next;
            ASSERT_EQ(walks.all(), LinkWalks::of(topology).all()) << "seed " << seed << " step " << step;
        }
    }
    EXPECT_GT(untouched, 100u);
}

} // namespace
} // namespace sky::network
