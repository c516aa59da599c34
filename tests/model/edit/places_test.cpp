// SPDX-License-Identifier: GPL-3.0-or-later
// Adding with the containers on the way, one zone more, public and private in one step.
#include "sample.h"

#include "edit/add.h"
#include "edit/add_zone.h"
#include "edit/subnet_access.h"
#include "topology/topology.h"

namespace sky::edit {
namespace {

using diagram::Diagram;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using topology::Exposure;
using topology::Topology;

TEST(Add, AServerOnARegionBringsItsVpcZoneAndSubnet) {
    Diagram before;
    before.put(a("region", "seoul").at(0, 0, 300, 200).with("code", std::string("ap-northeast-2")).element);
    EXPECT_THAT(missingContainers(before, builtin(), "ec2", ElementId("seoul")), ElementsAre("vpc", "az", "subnet"));
    const Built built = good(add(before, builtin(), "ec2", "", ElementId("seoul"), Point{150, 150}));
    const Diagram now = after(before, built.step);
    ASSERT_EQ(built.made.elements.size(), 4u);
    EXPECT_THAT(built.made.elements,
                ElementsAre(ElementId("ec2-1"), ElementId("subnet-1"), ElementId("az-1"), ElementId("vpc-1")));
    EXPECT_EQ(*now.element(ElementId("az-1"))->properties.text("zone"), "a");
    // Each box holds what stands in it, and the region has grown around all.
    for (const char* id : {"ec2-1", "subnet-1", "az-1", "vpc-1"}) {
        const diagram::Element& inner = *now.element(ElementId(id));
        const Rect outer = *now.element(inner.parent)->frame;
        EXPECT_TRUE((Rect{0, 0, outer.width, outer.height}).contains(*inner.frame)) << id;
    }
}

TEST(Add, MakesOnlyWhatIsMissing) {
    const Diagram d = shop();
    EXPECT_THAT(missingContainers(d, builtin(), "ec2", ElementId("app-a")), IsEmpty());
    EXPECT_THAT(missingContainers(d, builtin(), "ec2", ElementId("a")), ElementsAre("subnet"));
    EXPECT_THAT(missingContainers(d, builtin(), "ec2", ElementId("vpc")), ElementsAre("az", "subnet"));
    EXPECT_THAT(missingContainers(d, builtin(), "subnet", ElementId("vpc")), IsEmpty());
    EXPECT_THAT(missingContainers(d, builtin(), "ec2", ElementId()), ElementsAre("region", "vpc", "az", "subnet"));
    EXPECT_THAT(missingContainers(d, builtin(), "users", ElementId()), IsEmpty());
    // A plain box counts as what it stands in.
    Diagram boxed = d;
    boxed.put(a("generic-group", "box").in("app-a").element);
    EXPECT_THAT(missingContainers(boxed, builtin(), "ec2", ElementId("box")), IsEmpty());
    // The next zone of a VPC gets the next letter.
    const Built zone = good(add(d, builtin(), "az", "", ElementId("vpc"), std::nullopt));
    const Diagram now = after(d, zone.step);
    EXPECT_EQ(*now.element(zone.made.elements.front())->properties.text("zone"), "b");
    EXPECT_FALSE(now.element(zone.made.elements.front())->frame);
}

TEST(Add, PresetsSetTheirPropertiesAndWrongKeysNameTheNearest) {
    const Diagram d = shop();
    const catalog::Service& rds = *builtin().find("rds");
    ASSERT_FALSE(rds.presets.empty());
    for (const catalog::Preset& preset : rds.presets) {
        const Built built = good(add(d, builtin(), "rds", preset.key, ElementId("vpc"), Point{10, 10}));
        const Diagram now = after(d, built.step);
        for (const auto& [key, value] : preset.properties)
            EXPECT_EQ(*now.element(built.made.elements.front())->properties.find(key), value);
    }
    EXPECT_THAT(add(d, builtin(), "ec3", "", ElementId("vpc"), std::nullopt).error().in(Language::English),
                HasSubstr("ec2"));
    EXPECT_FALSE(add(d, builtin(), "rds", "postgras", ElementId("vpc"), std::nullopt).ok());
    EXPECT_FALSE(add(d, builtin(), "ec2", "", ElementId("web"), std::nullopt).ok());
    EXPECT_FALSE(add(d, builtin(), "ec2", "", ElementId("nobody"), std::nullopt).ok());
    EXPECT_FALSE(add(d, builtin(), "ec2", "", ElementId("app-a"), Point{2'000'000'000, 0}).ok());
}

TEST(Add, EveryServiceCanBeAddedToEveryContainerAndThePage) {
    const Diagram d = shop();
    for (const catalog::Service& service : builtin().services())
        for (const char* parent : {"", "seoul", "vpc", "a", "app-a"}) {
            SCOPED_TRACE(service.key + " in " + parent);
            after(d, good(add(d, builtin(), service.key, "", ElementId(parent), Point{100, 100})).step);
        }
}

TEST(Add, ScenariosGetFreshIds) {
    const Diagram d = shop();
    diagram::Scenario scenario;
    scenario.name = {"Calm", "평온"};
    const Built built = good(addScenario(d, builtin(), scenario));
    Diagram now = after(d, built.step);
    EXPECT_THAT(built.made.scenarios, ElementsAre(ScenarioId("scenario-2")));
    scenario = *now.scenario(built.made.scenarios.front());
    scenario.seed = 9;
    now = after(now, good(changeScenario(now, builtin(), scenario)));
    EXPECT_EQ(now.scenario(scenario.id)->seed, 9u);
}

TEST(AddZone, ThePictureOfTheFirstWithRangesRoutesAndSpans) {
    const Diagram before = shop();
    const Built built = good(addZoneLike(before, builtin(), ElementId("a")));
    const Diagram now = after(before, built.step);
    const ElementId zone = built.made.elements.front();
    EXPECT_EQ(*now.element(zone)->properties.text("zone"), "b");
    EXPECT_EQ(now.children(zone).size(), 3u);

    const Topology topology = Topology::of(now, builtin());
    ASSERT_EQ(topology.subnets(ElementId("vpc")).size(), 4u);
    std::vector<std::string> ranges;
    for (const ElementId& id : topology.subnets(ElementId("vpc"))) ranges.push_back(topology.cidr(id).value);
    EXPECT_THAT(ranges, Contains("10.0.2.0/24"));
    EXPECT_THAT(ranges, Contains("10.0.3.0/24"));

    // The load balancer spans both public subnets and reaches both servers.
    ASSERT_EQ(now.element(ElementId("alb"))->spans.size(), 2u);
    const ElementId publicCopy = now.element(ElementId("alb"))->spans.back();
    EXPECT_EQ(topology.exposure(publicCopy).exposure, Exposure::Public);
    EXPECT_EQ(*now.element(publicCopy)->properties.reference("routeTable"), "rt-pub"); // serves both zones
    EXPECT_EQ(topology.calls(ElementId("alb")).size(), 2u);

    // The private one goes out through the NAT gateway of its own zone, which has an address of its own.
    ElementId privateCopy;
    for (const ElementId& id : now.children(zone))
        if (topology.plays(id, "subnet") && id != publicCopy) privateCopy = id;
    const topology::SubnetExposure exposure = topology.exposure(privateCopy);
    EXPECT_EQ(exposure.exposure, Exposure::Egress);
    ASSERT_TRUE(exposure.route);
    EXPECT_NE(exposure.route->via, "nat-a");
    EXPECT_EQ(topology.placement(ElementId(exposure.route->via)).subnet, publicCopy);
    EXPECT_EQ(topology.attachments(ElementId(exposure.route->via)).size(), 1u);
    EXPECT_EQ(topology.attachments(ElementId("nat-a")).size(), 1u);

    // It stands beside the first, and the boxes around have grown.
    const Rect copy = *now.element(zone)->frame;
    EXPECT_FALSE(copy.intersects(*now.element(ElementId("a"))->frame));
    const Rect vpc = *now.element(ElementId("vpc"))->frame;
    EXPECT_TRUE((Rect{0, 0, vpc.width, vpc.height}).contains(copy));
}

TEST(AddZone, AsManyAsTheRegionHasAndNoMore) {
    Diagram now = shop();
    std::size_t zones = 1;
    for (;; ++zones) {
        Result<Built> built = addZoneLike(now, builtin(), ElementId("a"));
        if (!built.ok()) break;
        now = after(now, built->step);
        ASSERT_LT(zones, 10u);
    }
    EXPECT_EQ(zones, builtin().region("ap-northeast-2")->zones.size());
    EXPECT_FALSE(addZoneLike(now, builtin(), ElementId("vpc")).ok());
    EXPECT_FALSE(addZoneLike(now, builtin(), ElementId("nobody")).ok());
}

Diagram bareVpc() {
    Diagram d;
    const auto put = [&](const ElementBuilder& b) { d.put(b.element); };
    put(a("region", "seoul").at(0, 0, 900, 700).with("code", std::string("ap-northeast-2")));
    put(a("vpc", "vpc").in("seoul").at(40, 60, 700, 600));
    put(a("az", "a").in("vpc").at(30, 50, 300, 500).with("zone", std::string("a")));
    put(a("subnet", "one").in("a").at(20, 40, 260, 200));
    put(a("subnet", "two").in("a").at(20, 260, 260, 200));
    put(a("ec2", "web").in("one").at(20, 40, 40, 40));
    return d;
}

TEST(Access, PublicMakesGatewayAndTableOnce) {
    const Diagram before = bareVpc();
    const Built built = good(setAccess(before, builtin(), {ElementId("one"), ElementId("two")}, Access::Public));
    const Diagram now = after(before, built.step);
    const Topology topology = Topology::of(now, builtin());
    EXPECT_EQ(topology.exposure(ElementId("one")).exposure, Exposure::Public);
    EXPECT_EQ(topology.exposure(ElementId("two")).exposure, Exposure::Public);
    EXPECT_EQ(built.made.elements.size(), 2u); // one gateway, one table
    EXPECT_TRUE(good(setAccess(now, builtin(), {ElementId("one")}, Access::Public)).step.edits.empty());
}

TEST(Access, PrivateMakesNatAndAPublicSubnetForIt) {
    const Diagram before = bareVpc();
    const Built built = good(setAccess(before, builtin(), {ElementId("one"), ElementId("two")}, Access::Private));
    const Diagram now = after(before, built.step);
    const Topology topology = Topology::of(now, builtin());
    const topology::SubnetExposure one = topology.exposure(ElementId("one"));
    EXPECT_EQ(one.exposure, Exposure::Egress);
    EXPECT_EQ(topology.exposure(ElementId("two")).table, one.table);
    ASSERT_TRUE(one.route);
    const ElementId home = topology.placement(ElementId(one.route->via)).subnet;
    EXPECT_EQ(topology.exposure(home).exposure, Exposure::Public);
    EXPECT_EQ(topology.placement(home).zone, topology.placement(ElementId("one")).zone);
    EXPECT_EQ(topology.subnets(ElementId("vpc")).size(), 3u);
}

TEST(Access, PrivateUsesTheNatThatIsThere) {
    Diagram before = shop();
    before.put(a("subnet", "extra").in("a").element);
    const Built built = good(setAccess(before, builtin(), {ElementId("extra")}, Access::Private));
    const Diagram now = after(before, built.step);
    EXPECT_THAT(built.made.elements, IsEmpty());
    EXPECT_EQ(*now.element(ElementId("extra"))->properties.reference("routeTable"), "rt-a");
}

TEST(Access, IsolatedLeadsNowhereEvenWithAPublicMainTable) {
    Diagram before = shop();
    before.setProperty(ElementId("rt-pub"), "main", true);
    const Diagram now = after(before, good(setAccess(before, builtin(), {ElementId("app-a")}, Access::Isolated)).step);
    EXPECT_EQ(Topology::of(now, builtin()).exposure(ElementId("app-a")).exposure, Exposure::Isolated);
    const Diagram open = after(now, good(setAccess(now, builtin(), {ElementId("app-a")}, Access::Public)).step);
    EXPECT_EQ(Topology::of(open, builtin()).exposure(ElementId("app-a")).exposure, Exposure::Public);
    EXPECT_FALSE(setAccess(before, builtin(), {ElementId("web")}, Access::Public).ok());
    Diagram loose;
    loose.put(a("subnet", "alone").element);
    EXPECT_THAT(setAccess(loose, builtin(), {ElementId("alone")}, Access::Public).error().in(Language::English),
                HasSubstr("no VPC"));
}

} // namespace
} // namespace sky::edit
