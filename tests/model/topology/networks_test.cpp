// SPDX-License-Identifier: GPL-3.0-or-later
// Route tables, exposure and assigned addresses of small, half-drawn and contradictory networks.
#include "sketch.h"
#include "topology/words.h"

#include <gmock/gmock.h>

#include <set>

namespace sky::topology::test {
namespace {

namespace role = catalog::role;
using ::testing::ElementsAre;

// A VPC with a gateway, a NAT in a subnet, and one subnet "s" whose table "t" has the rows.
Sketch network(std::initializer_list<Row> rows) {
    Sketch s;
    s.add("v", "vpc").add("igw", "internet-gateway", "v").add("nat", "nat-gateway", "home").add("home", "subnet", "v");
    s.add("other", "vpc")
        .add("igw-2", "internet-gateway", "other")
        .add("egress", playing(role::kEgressOnlyGateway), "v");
    s.add("server", "ec2", "home").add("t", "route-table", "v", {{"routes", routes(rows)}});
    s.add("s", "subnet", "v", {{"routeTable", ref("t")}});
    return s;
}

SubnetExposure exposureOf(std::initializer_list<Row> rows) {
    return network(rows).topology().exposure(ElementId("s"));
}

TEST(Exposure, TheMostOpenDefaultRouteDecides) {
    EXPECT_EQ(exposureOf({{"0.0.0.0/0", "nat"}, {"::/0", "igw"}}).exposure, Exposure::Public);
    EXPECT_EQ(exposureOf({{"0.0.0.0/0", "nat"}, {"::/0", "igw"}}).route->row, 1u);
    EXPECT_EQ(exposureOf({{"10.9.0.0/16", "igw"}, {"0.0.0.0/0", "nat"}}).reason, ExposureReason::ToNat);
    EXPECT_EQ(exposureOf({{"::/0", "egress"}}).reason, ExposureReason::ToEgressOnlyGateway);
}

TEST(Exposure, EveryWayOfBeingPrivateHasItsReason) {
    EXPECT_EQ(exposureOf({}).reason, ExposureReason::NoDefaultRoute);
    EXPECT_EQ(exposureOf({{"10.9.0.0/16", "igw"}}).reason, ExposureReason::NoDefaultRoute);
    EXPECT_EQ(exposureOf({{"0.0.0.0/0", "igw-2"}}).reason, ExposureReason::GatewayOfAnotherVpc);
    EXPECT_EQ(exposureOf({{"0.0.0.0/0", "server"}}).reason, ExposureReason::DefaultRouteElsewhere);
    EXPECT_EQ(exposureOf({{"0.0.0.0/0", "gone"}}).reason, ExposureReason::TargetMissing);
    EXPECT_EQ(exposureOf({{"0.0.0.0/0", ""}}).reason, ExposureReason::TargetMissing);
    for (const char* via : {"igw", "nat", "egress", "igw-2", "server", "gone", ""}) {
        const Sketch s = network({{"0.0.0.0/0", via}});
        const Topology t = s.topology();
        const Text words = describe(t, t.exposure(ElementId("s")));
        EXPECT_FALSE(words.en.empty());
        EXPECT_FALSE(words.ko.empty());
        EXPECT_EQ(words.en.find("{}"), std::string::npos);
    }
}

TEST(RouteTable, TheMainOneServesSubnetsWithoutTheirOwn) {
    Sketch s = network({{"0.0.0.0/0", "igw"}});
    EXPECT_EQ(s.topology().routeTable(ElementId("home")).from, TableFrom::Implied);
    s.diagram.setProperty(ElementId("t"), "main", true);
    const Topology t = s.topology();
    EXPECT_EQ(t.routeTable(ElementId("home")), (RouteTableChoice{ElementId("t"), TableFrom::Main}));
    EXPECT_EQ(t.exposure(ElementId("home")).exposure, Exposure::Public);
}

TEST(RouteTable, OfTwoMainOnesTheFirstTakesEffectAndBothAreTold) {
    Sketch s = network({{"0.0.0.0/0", "igw"}});
    s.add("m2", "route-table", "v", {{"main", true}}).add("m1", "route-table", "v", {{"main", true}});
    const Topology t = s.topology();
    EXPECT_THAT(t.mainTables(ElementId("v")), ElementsAre(ElementId("m1"), ElementId("m2")));
    EXPECT_EQ(t.routeTable(ElementId("home")).table, ElementId("m1"));
}

TEST(RouteTable, WhatIsNoRouteTableIsNotTakenForOne) {
    Sketch s = network({});
    s.diagram.setProperty(ElementId("s"), "routeTable", ref("igw"));
    EXPECT_EQ(s.topology().routeTable(ElementId("s")).from, TableFrom::Implied);
}

TEST(NetworkAcl, ADrawnDefaultOneServesSubnetsWithoutTheirOwn) {
    Sketch s = network({});
    s.add("own", "network-acl", "v").add("drawn", "network-acl", "v", {{"isDefault", true}});
    s.add("sg", "security-group", "v", {{"isDefault", true}});
    s.diagram.setProperty(ElementId("s"), "networkAcl", ref("own"));
    const Topology t = s.topology();
    EXPECT_EQ(t.networkAcl(ElementId("s")), (NetworkAclChoice{ElementId("own"), Origin::Set}));
    EXPECT_EQ(t.networkAcl(ElementId("home")), (NetworkAclChoice{ElementId("drawn"), Origin::Default}));
    EXPECT_EQ(t.defaultSecurityGroup(ElementId("v")), ElementId("sg"));
    EXPECT_TRUE(t.defaultSecurityGroup(ElementId("other")).empty());
}

TEST(RouteTable, TargetsAreKnownByWhatTheyAre) {
    Sketch s = network({{"10.0.0.0/16", "local"},
                        {"0.0.0.0/0", "igw"},
                        {"10.1.0.0/16", "peer"},
                        {"10.2.0.0/16", "nat"},
                        {"10.3.0.0/16", "server"},
                        {"10.4.0.0/16", "v"}});
    s.link("peer", "v", "other", {}, catalog::LinkKind::Peering);
    std::vector<RouteTarget> targets;
    for (const Route& route : s.topology().routes(ElementId("t"))) targets.push_back(route.target);
    EXPECT_THAT(targets, ElementsAre(RouteTarget::Local, RouteTarget::InternetGateway, RouteTarget::Peering,
                                     RouteTarget::Nat, RouteTarget::Interface, RouteTarget::Other));
}

TEST(Addresses, UnsetBlocksGoRoundTheSetOnesInTheOrderOfIds) {
    Sketch s;
    s.add("v1", "vpc").add("v2", "vpc", "", {{"cidr", text("10.0.0.0/15")}}).add("v3", "vpc");
    s.add("s1", "subnet", "v1").add("s2", "subnet", "v1", {{"cidr", text("10.2.0.0/23")}}).add("s3", "subnet", "v1");
    const Topology t = s.topology();
    EXPECT_EQ(t.cidr(ElementId("v1")), (AddressSetting{"10.2.0.0/16", Origin::Assumed}));
    EXPECT_EQ(t.cidr(ElementId("v2")), (AddressSetting{"10.0.0.0/15", Origin::Set}));
    EXPECT_EQ(t.cidr(ElementId("v3")).value, "10.3.0.0/16");
    EXPECT_EQ(t.cidr(ElementId("s1")).value, "10.2.2.0/24");
    EXPECT_EQ(t.cidr(ElementId("s2")).origin, Origin::Set);
    EXPECT_EQ(t.cidr(ElementId("s3")).value, "10.2.3.0/24");
    EXPECT_EQ(t.cidr(ElementId("nothing")).origin, Origin::Unset);
}

TEST(Addresses, SmallAndFullNetworksSayUnset) {
    Sketch s;
    s.add("v", "vpc", "", {{"cidr", text("10.0.0.0/27")}});
    s.add("s1", "subnet", "v").add("s2", "subnet", "v").add("s3", "subnet", "v").add("page", "subnet");
    s.add("six", "vpc", "", {{"cidr", text("2001:db8::/56")}}).add("s4", "subnet", "six");
    for (int i = 10; i < 30; ++i) s.add(("h" + std::to_string(i)).c_str(), "ec2", "s1");
    const Topology t = s.topology();
    EXPECT_EQ(t.cidr(ElementId("s1")).value, "10.0.0.0/28");
    EXPECT_EQ(t.cidr(ElementId("s2")).value, "10.0.0.16/28");
    EXPECT_EQ(t.cidr(ElementId("s3")).origin, Origin::Unset);
    EXPECT_EQ(t.cidr(ElementId("s4")).origin, Origin::Unset);
    EXPECT_EQ(t.cidr(ElementId("page")).origin, Origin::Unset);
    EXPECT_EQ(t.address("h10").value, "10.0.0.4");
    EXPECT_EQ(t.address("h20").value, "10.0.0.14");
    EXPECT_EQ(t.address("h21").origin, Origin::Unset) << "AWS keeps the first four and the last of sixteen";
}

TEST(Addresses, NothingAssignedEverCollides) {
    Sketch s;
    for (int v = 0; v < 60; ++v) {
        const std::string vpc = "v" + std::to_string(v);
        s.add(vpc.c_str(), "vpc", "",
              v % 7 == 3 ? Props{{"cidr", std::string("10." + std::to_string(v / 2) + ".0.0/16")}} : Props{});
        for (int n = 0; n < 5; ++n) s.add((vpc + "-s" + std::to_string(n)).c_str(), "subnet", vpc.c_str());
    }
    const Topology t = s.topology();
    std::set<std::string> blocks;
    for (const ElementId& vpc : t.vpcs()) {
        if (t.cidr(vpc).origin == Origin::Assumed) {
            EXPECT_TRUE(blocks.insert(t.cidr(vpc).value).second) << vpc.str();
        }
        for (const ElementId& subnet : t.subnets(vpc))
            EXPECT_TRUE(blocks.insert(t.cidr(subnet).value).second) << subnet.str();
    }
    for (int v = 3; v < 60; v += 7)
        EXPECT_FALSE(blocks.contains("10." + std::to_string(v / 2) + ".0.0/16")) << "the block of a VPC that sets it";
}

} // namespace
} // namespace sky::topology::test
