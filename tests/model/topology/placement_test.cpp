// SPDX-License-Identifier: GPL-3.0-or-later
// Placement and parts of small, half-drawn and contradictory drawings.
#include "sketch.h"

#include <gmock/gmock.h>

namespace sky::topology::test {
namespace {

namespace role = catalog::role;

std::string zoneDomain(const Topology& topology, const char* id) {
    const std::optional<Zone>& zone = topology.placement(ElementId(id)).zone;
    return zone ? zone->domain : "none";
}

TEST(Placement, BoxesOfEqualRegionCodeAndLetterAreOneZone) {
    Sketch s;
    s.add("r1", "region", "", {{"code", text("us-east-1")}}).add("r2", "region", "", {{"code", text("us-east-1")}});
    s.add("v1", "vpc", "r1").add("v2", "vpc", "r2");
    s.add("left", "az", "v1", {{"zone", text("a")}}).add("right", "az", "v2", {{"zone", text("a")}});
    s.add("named", "subnet", "v2", {{"zone", text("us-east-1a")}});
    const Topology t = s.topology();
    EXPECT_EQ(zoneDomain(t, "left"), "az:us-east-1a");
    EXPECT_EQ(zoneDomain(t, "right"), "az:us-east-1a");
    EXPECT_EQ(zoneDomain(t, "named"), "az:us-east-1a");
    EXPECT_EQ(t.placement(ElementId("named")).zone->letter, "a");
}

TEST(Placement, WhileTheRegionOrLetterIsUnsetTheZoneIsOfItsOwn) {
    Sketch s;
    s.add("r", "region").add("v", "vpc", "r").add("x", "az", "v").add("y", "az", "v");
    s.add("z1", "az", "v", {{"zone", text("a")}}).add("z2", "az", "v", {{"zone", text("a")}});
    s.add("bare", "subnet", "v");
    const Topology t = s.topology();
    EXPECT_NE(zoneDomain(t, "x"), zoneDomain(t, "y")) << "two unset letters may be two zones";
    EXPECT_EQ(zoneDomain(t, "z1"), zoneDomain(t, "z2"));
    EXPECT_EQ(zoneDomain(t, "bare"), "none");
    EXPECT_EQ(t.domains(ElementId("bare")).front().key, "vpc:v");
}

TEST(Placement, AFullZoneNameTellsTheRegion) {
    Sketch s;
    s.add("disk", playing(role::kVolume), "", {{"zone", text("us-east-1b")}});
    EXPECT_EQ(s.topology().placement(ElementId("disk")).regionCode, "us-east-1");
}

TEST(Placement, AttachedThingsShareTheFateOfTheirHolder) {
    Sketch s = webShop();
    s.add("server", "ec2", "app-b")
        .add("disk", playing(role::kVolume), "seoul")
        .add("lost", playing(role::kVolume), "seoul");
    s.link("attach-1", "disk", "server", {}, catalog::LinkKind::Attach);
    const Topology t = s.topology();
    EXPECT_EQ(t.holder(ElementId("disk")), ElementId("server"));
    EXPECT_TRUE(t.placement(ElementId("disk")).byHolder);
    EXPECT_EQ(zoneDomain(t, "disk"), "az:ap-northeast-2b");
    EXPECT_EQ(t.attachments(ElementId("server")), ids({"disk"}));
    EXPECT_TRUE(t.holder(ElementId("lost")).empty());
    EXPECT_EQ(zoneDomain(t, "lost"), "none");
}

TEST(Placement, AVolumeDrawnInAnotherZoneStaysThere) {
    Sketch s = webShop();
    s.add("server", "ec2", "app-b").add("disk", playing(role::kVolume), "a");
    s.link("attach-1", "disk", "server", {}, catalog::LinkKind::Attach);
    EXPECT_EQ(zoneDomain(s.topology(), "disk"), "az:ap-northeast-2a");
}

TEST(Placement, FramesMeanNothing) {
    Sketch s = webShop();
    s.add("box", playing(role::kFrame), "app-a").add("server", "ec2", "box");
    EXPECT_EQ(s.topology().placement(ElementId("server")).subnet, ElementId("app-a"));
    EXPECT_EQ(s.topology().address("server").value, "10.0.10.4") << "before web's by id";
}

TEST(Placement, LoopsAndMissingThingsEnd) {
    Sketch s;
    s.add("one", "vpc", "two").add("two", "vpc", "one").add("orphan", "ec2", "gone");
    s.add("odd", "no-such-service", "orphan").add("self", "subnet", "self");
    s.add("alb", "alb", "one", {}, {"gone", "self", "self"}, {"gone", "alb"});
    s.link("loop", "alb", "alb")
        .link("dangling", "alb", "gone")
        .link("attach-1", "one", "two", {}, catalog::LinkKind::Attach);
    const Topology t = s.topology();
    EXPECT_EQ(t.placement(ElementId("orphan")), Placement());
    EXPECT_EQ(t.parts(ElementId("alb")).size(), 1u);
    EXPECT_FALSE(t.carries(LinkId("dangling")));
    EXPECT_EQ(t.tier(ElementId("alb")), std::nullopt);
    EXPECT_EQ(t.property(ElementId("odd"), "anything").origin, Origin::Unset);
    EXPECT_EQ(t.meaning(LinkId("nothing")).id, LinkId());
}

TEST(Parts, AHalfDrawnThingHasStillOnePart) {
    Sketch s;
    s.add("v", "vpc")
        .add("alb", "alb", "v")
        .add("db", "rds", "v")
        .add("web", "auto-scaling-group", "v", {{"desired", count(2)}});
    const Topology t = s.topology();
    ASSERT_EQ(t.parts(ElementId("alb")).size(), 1u);
    EXPECT_EQ(t.parts(ElementId("alb")).front().id, "alb");
    EXPECT_EQ(t.parts(ElementId("db")).front().id, "db/primary");
    EXPECT_EQ(t.parts(ElementId("web")).size(), 2u);
    EXPECT_TRUE(t.parts(ElementId("web")).front().subnet.empty());
}

TEST(Parts, AStandbyWithoutASecondZoneIsNowhere) {
    Sketch s = webShop();
    s.add("db", "rds", "vpc", {{"multiAz", text("instance")}}, {"db-a"});
    EXPECT_EQ(s.topology().part("db/primary")->subnet, ElementId("db-a"));
    EXPECT_TRUE(s.topology().part("db/standby")->subnet.empty());
}

TEST(Parts, ThePrimaryIsWhereTheUserSaysAndAClusterHasReaders) {
    Sketch s = webShop();
    s.add("db", "rds", "vpc", {{"multiAz", text("cluster")}, {"primaryZone", text("b")}}, {"db-a", "db-b"});
    const std::vector<Part> parts = s.topology().parts(ElementId("db"));
    ASSERT_GE(parts.size(), 2u);
    EXPECT_EQ(parts[0].subnet, ElementId("db-b"));
    EXPECT_EQ(parts[1].kind, PartKind::Reader);
    EXPECT_EQ(parts[1].subnet, ElementId("db-a"));
}

TEST(Parts, CachesHaveCopiesOrEqualNodes) {
    Sketch s = webShop();
    const std::string cache = playing(role::kCache);
    s.add("redis", cache, "vpc", {{"engine", text("redis")}, {"multiAz", text("instance")}, {"replicas", count(2)}},
          {"db-a", "db-b"});
    s.add("plain", cache, "vpc", {{"engine", text("memcached")}, {"nodes", count(3)}}, {"db-a", "db-b"});
    const Topology t = s.topology();
    std::vector<std::string> names;
    for (const char* id : {"redis", "plain"})
        for (const Part& part : t.parts(ElementId(id))) names.push_back(part.id + " " + part.subnet.str());
    EXPECT_THAT(names, ::testing::ElementsAre("redis/primary db-a", "redis/standby db-b", "redis/reader-1 db-a",
                                              "plain/node-1 db-a", "plain/node-2 db-b", "plain/node-3 db-a"));
    EXPECT_FALSE(t.property(ElementId("plain"), "multiAz").applies);
    EXPECT_EQ(t.property(ElementId("plain"), "multiAz").origin, Origin::Unset);
}

TEST(Parts, AFleetThatSaysNothingHasOneInstance) {
    Sketch s;
    s.add("silent", "auto-scaling-group").add("least", "auto-scaling-group", "", {{"min", count(3)}});
    s.add("zero", "auto-scaling-group", "", {{"min", count(2)}, {"desired", count(0)}});
    const Topology t = s.topology();
    EXPECT_EQ(t.instances(ElementId("silent")), (Setting<std::int64_t>{1, Origin::Assumed}));
    EXPECT_EQ(t.instances(ElementId("least")), (Setting<std::int64_t>{3, Origin::Default}));
    EXPECT_EQ(t.instances(ElementId("zero")), (Setting<std::int64_t>{0, Origin::Set}));
    EXPECT_TRUE(t.parts(ElementId("zero")).empty());
}

TEST(Parts, TwoSubnetsOfOneZoneAreOneNodeAndZonelessOnesAreNamedByTheirSubnet) {
    Sketch s = webShop();
    s.add("nowhere", "subnet", "vpc");
    s.add("lb", "alb", "vpc", {}, {"pub-a", "app-a", "nowhere"});
    const std::vector<Part> parts = s.topology().parts(ElementId("lb"));
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].id, "lb/a");
    EXPECT_EQ(parts[1].id, "lb/nowhere");
}

TEST(Parts, BoxesPictureInstancesAndAddNone) {
    Sketch s = webShop();
    s.add("box-1", "ec2", "app-b", {}, {}, {"web"}).add("box-2", "ec2", "app-a", {}, {}, {"web"});
    const Topology t = s.topology();
    EXPECT_TRUE(t.pictures(ElementId("box-1")));
    EXPECT_EQ(t.picturedPart(ElementId("box-1"))->id, "web/i-2") << "the first instance of its own subnet";
    EXPECT_EQ(t.picturedPart(ElementId("box-2"))->id, "web/i-1");
    EXPECT_EQ(t.parts(ElementId("web")).size(), 6u);
    EXPECT_EQ(t.address("box-1"), t.address("web/i-2"));
    EXPECT_EQ(t.securityGroups(ElementId("box-1")).groups, ids({"sg-web"}));
    EXPECT_EQ(t.securityGroups(ElementId("box-1")).through, ElementId("web"));
}

TEST(Parts, AbsurdCountsAreBounded) {
    Sketch s = webShop();
    s.add("huge", "auto-scaling-group", "vpc", {{"desired", count(std::numeric_limits<std::int64_t>::max())}},
          {"app-a"});
    s.add("none", "auto-scaling-group", "vpc", {{"desired", count(-5)}}, {"app-a"});
    const Topology t = s.topology();
    EXPECT_LE(t.parts(ElementId("huge")).size(), 5000u);
    EXPECT_TRUE(t.parts(ElementId("none")).empty());
    EXPECT_EQ(t.address("huge/i-2000").origin, Origin::Unset) << "the subnet is full";
}

} // namespace
} // namespace sky::topology::test
