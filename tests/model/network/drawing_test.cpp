// SPDX-License-Identifier: GPL-3.0-or-later
// What packets do in drawings: what is unset, who calls whom from where, and what a walk needs on its way.
#include "../topology/sketch.h"
#include "network/link_walks.h"
#include "network/reach.h"
#include "network/words.h"

#include <gmock/gmock.h>

namespace sky::network {
namespace {

using namespace topology::test;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

catalog::Value rules(std::initializer_list<std::pair<const char*, const char*>> rows) { // port, from
    catalog::Records records;
    for (const auto& [port, from] : rows) {
        catalog::Record record;
        record.set("port", std::string(port));
        const bool block = std::string_view(from).find('/') != std::string_view::npos;
        record.set("from", block ? catalog::Scalar(std::string(from)) : catalog::Scalar(catalog::Reference{from}));
        records.push_back(std::move(record));
    }
    return records;
}

Sketch shop() {
    Sketch s = webShop();
    s.diagram.setProperty(ElementId("sg-alb"), "in", rules({{"443", "0.0.0.0/0"}}));
    s.diagram.setProperty(ElementId("sg-web"), "in", rules({{"8080", "sg-alb"}}));
    s.diagram.setProperty(ElementId("sg-db"), "in", rules({{"3306", "sg-web"}}));
    return s;
}

LinkWalk linkOf(const Sketch& sketch, const char* link, bool strict = false) {
    const LinkWalks walks = LinkWalks::of(sketch.topology(), Reading{strict});
    const LinkWalk* walk = walks.find(LinkId(link));
    return walk ? *walk : LinkWalk{};
}

LinkWalk ask(const Sketch& sketch, const char* from, const char* to, std::uint16_t port, bool strict = false) {
    const topology::Topology topology = sketch.topology();
    const Network network = networkOf(topology, Reading{strict});
    Ask question;
    question.from = ElementId(from);
    question.to = ElementId(to);
    question.fromInternet = std::string_view(from) == "internet";
    question.toInternet = std::string_view(to) == "internet";
    question.ports = PortSet(PortRange{port, port});
    return walkBetween(topology, network, question);
}

TEST(Drawing, EveryLinkOfTheShopPasses) {
    const Sketch s = shop();
    const LinkWalks walks = LinkWalks::of(s.topology());
    EXPECT_EQ(walks.all().size(), 6u);
    for (const LinkWalk& link : walks.all()) {
        EXPECT_EQ(link.verdict, Verdict::Reachable) << link.link.str();
        EXPECT_FALSE(link.assumed) << link.link.str();
    }
    EXPECT_THAT(walks.find(LinkId("dynamic"))->passes, ElementsAre("igw"));
    EXPECT_EQ(walks.find(LinkId("sql"))->flows.size(), 2u); // a fleet in two subnets, one primary
    EXPECT_EQ(walks.find(LinkId("nothing")), nullptr);
}

TEST(Drawing, AClosedGroupIsNamed) {
    Sketch s = shop();
    s.diagram.setProperty(ElementId("sg-db"), "in", rules({{"5432", "sg-web"}}));
    const topology::Topology topology = s.topology();
    const LinkWalks walks = LinkWalks::of(topology);
    const LinkWalk& sql = *walks.find(LinkId("sql"));
    EXPECT_EQ(sql.verdict, Verdict::Blocked);
    EXPECT_EQ(sql.code, Code::EniSgRulesMismatch);
    EXPECT_EQ(walks.network().idOf(sql.telling().walk.at), "sg-db");
    EXPECT_THAT(sql.passes, IsEmpty());
    const Explanation words = explain(topology, walks.network(), sql);
    EXPECT_EQ(words.verdict.en, "web does not reach orders.");
    ASSERT_EQ(words.reasons.size(), 1u);
    EXPECT_EQ(words.reasons[0].en, "No rule of sg-db admits it. Add a rule for this port and the other end.");
    EXPECT_EQ(words.reasons[0].ko,
              "sg-db에 이 트래픽을 허용하는 규칙이 없습니다. 포트와 상대를 지정한 규칙을 추가하십시오.");
}

TEST(Drawing, UnsetGroupsAdmitWhatTheLinksNeedAndNothingElse) {
    Sketch s = shop();
    diagram::Element orders = *s.diagram.element(ElementId("orders"));
    orders.groups.clear();
    s.diagram.put(orders);
    const LinkWalk drawn = linkOf(s, "sql");
    EXPECT_EQ(drawn.verdict, Verdict::Reachable);
    EXPECT_TRUE(drawn.assumed);
    const LinkWalk strict = linkOf(s, "sql", true);
    EXPECT_EQ(strict.verdict, Verdict::Blocked);
    EXPECT_EQ(strict.code, Code::EniSgRulesMismatch);
    EXPECT_EQ(ask(s, "web", "orders", 22).verdict, Verdict::Blocked); // no link needs it
    EXPECT_EQ(ask(s, "alb", "orders", 3306).verdict, Verdict::Blocked);
    // A sender in no group may be in any: a rule that names one does not shut it out.
    Sketch t = shop();
    diagram::Element web = *t.diagram.element(ElementId("web"));
    web.groups.clear();
    t.diagram.put(web);
    EXPECT_EQ(linkOf(t, "sql").verdict, Verdict::Reachable);
    EXPECT_TRUE(linkOf(t, "sql").assumed);
    EXPECT_EQ(linkOf(t, "sql", true).verdict, Verdict::Blocked);
}

TEST(Drawing, ThingsInNoSubnetAreUnknown) {
    Sketch s = shop();
    s.add("loose", "ec2", "seoul").link("x", "loose", "orders").link("y", "web", "loose");
    EXPECT_EQ(linkOf(s, "x").verdict, Verdict::Unknown);
    EXPECT_EQ(linkOf(s, "x").code, Code::XNotPlaced);
    EXPECT_EQ(linkOf(s, "y").verdict, Verdict::Unknown);
}

TEST(Drawing, WhatIsOnTheWayIsAssumedToPassItOn) {
    Sketch s = shop();
    s.add("jobs", "sqs", "seoul").link("push", "web", "jobs", {{"port", count(443)}});
    s.add("ep", "vpc-endpoint", "vpc", {{"type", text("interface")}, {"target", text("sqs")}}, {"app-a", "app-b"});
    EXPECT_EQ(linkOf(s, "push").verdict, Verdict::Reachable);
    EXPECT_TRUE(linkOf(s, "push").assumed);
    EXPECT_THAT(linkOf(s, "push").passes, ElementsAre("ep"));
    Sketch t = shop();
    t.add("fw", "ec2", "pub-a", {{"sourceDestCheck", catalog::Value(false)}});
    t.link("keep", "web", "pictures", {{"port", count(443)}});
    for (const char* table : {"rt-a", "rt-b"})
        t.diagram.setProperty(ElementId(table), "routes", routes({{"0.0.0.0/0", "fw"}}));
    EXPECT_EQ(linkOf(t, "keep").code, Code::IgwPublicIpAssociationForEgress); // passed on, but nobody translates
    t.link("send", "alb", "lost", {{"port", count(8080)}}).add("lost", "ec2", "seoul");
    EXPECT_EQ(linkOf(t, "send").verdict, Verdict::Unknown);
    EXPECT_EQ(linkOf(t, "serve").verdict, Verdict::Reachable);
}

TEST(Drawing, PrivateServersNeedAWayOutToServices) {
    Sketch s = shop();
    s.link("keep", "web", "pictures", {{"port", count(443)}});
    EXPECT_THAT(linkOf(s, "keep").passes, ElementsAre("igw", "nat-a", "nat-b"));
    EXPECT_THAT(linkOf(s, "keep").flows[0].passes, ElementsAre("igw", "nat-a")); // each zone its own
    s.diagram.setProperty(ElementId("rt-b"), "routes", routes({}));
    const LinkWalk half = linkOf(s, "keep");
    EXPECT_EQ(half.verdict, Verdict::Partial);
    EXPECT_EQ(half.code, Code::NoRouteToDestination);
    s.add("gate", "vpc-endpoint", "vpc",
          {{"type", text("gateway")},
           {"target", text("s3")},
           {"routeTables", catalog::Value(catalog::List{catalog::Reference{"rt-a"}, catalog::Reference{"rt-b"}})}});
    EXPECT_THAT(linkOf(s, "keep").passes, ElementsAre("gate"));
}

TEST(Drawing, AnInterfaceEndpointStandsForItsService) {
    Sketch s = shop();
    s.add("jobs", "sqs", "seoul").link("push", "web", "jobs", {{"port", count(443)}});
    EXPECT_THAT(linkOf(s, "push").passes, Contains("nat-a"));
    s.add("sg-ep", "security-group", "vpc", {{"in", rules({{"443", "sg-web"}})}});
    s.add("ep", "vpc-endpoint", "vpc",
          {{"type", text("interface")}, {"target", text("com.amazonaws.ap-northeast-2.sqs")}}, {"app-a", "app-b"},
          {"sg-ep"});
    EXPECT_EQ(linkOf(s, "push").verdict, Verdict::Reachable);
    EXPECT_THAT(linkOf(s, "push").passes, ElementsAre("ep"));
    s.diagram.setProperty(ElementId("sg-ep"), "in", rules({{"443", "sg-db"}}));
    EXPECT_EQ(linkOf(s, "push").code, Code::EniSgRulesMismatch);
}

TEST(Drawing, FunctionsOutsideAVpcDoNotReachIn) {
    Sketch s = shop();
    s.add("fn", "lambda", "seoul").link("q", "fn", "orders", {{"port", count(3306)}});
    EXPECT_EQ(linkOf(s, "q").verdict, Verdict::Blocked);
    EXPECT_EQ(linkOf(s, "q").code, Code::XServiceNotInVpc);
    Sketch t = shop();
    t.add("fn", "lambda", "vpc", {}, {"app-a"}, {"sg-web"}).link("q", "fn", "orders", {{"port", count(3306)}});
    EXPECT_EQ(linkOf(t, "q").verdict, Verdict::Reachable);
    t.add("public", "lambda", "vpc", {}, {"pub-a"}, {"sg-web"})
        .link("out", "public", "pictures", {{"port", count(443)}});
    EXPECT_EQ(linkOf(t, "out").code, Code::IgwPublicIpAssociationForEgress);
}

TEST(Drawing, PollersOpenTheConnection) {
    Sketch s = shop();
    s.add("jobs", "sqs", "seoul").link("work", "jobs", "web", {}, catalog::LinkKind::Event);
    EXPECT_EQ(linkOf(s, "work").flows.front().from.substr(0, 4), "web/");
    EXPECT_THAT(linkOf(s, "work").passes, Contains("nat-a"));
    s.add("fn", "lambda", "seoul").link("poll", "jobs", "fn", {}, catalog::LinkKind::Event);
    EXPECT_EQ(linkOf(s, "poll").verdict, Verdict::Reachable);
    EXPECT_THAT(linkOf(s, "poll").passes, IsEmpty());
}

TEST(Drawing, OnlyTheInternetFacingIsReachedFromTheInternet) {
    Sketch s = shop();
    EXPECT_EQ(ask(s, "internet", "alb", 443).verdict, Verdict::Reachable);
    EXPECT_EQ(ask(s, "internet", "alb", 80).verdict, Verdict::Blocked);
    s.diagram.setProperty(ElementId("alb"), "scheme", text("internal"));
    EXPECT_EQ(ask(s, "internet", "alb", 443).code, Code::IgwPrivateIpAssociationForIngress);
    EXPECT_EQ(ask(s, "internet", "web", 8080).code, Code::IgwPrivateIpAssociationForIngress);
    EXPECT_EQ(ask(s, "web", "internet", 443).verdict, Verdict::Reachable);
}

TEST(Drawing, APublicAddressComesFromTheServerTheSubnetOrAnElasticIp) {
    Sketch s = shop();
    s.add("sg-ssh", "security-group", "vpc", {{"in", rules({{"22", "0.0.0.0/0"}})}});
    s.add("bastion", "ec2", "pub-a", {}, {}, {"sg-ssh"});
    EXPECT_EQ(ask(s, "internet", "bastion", 22).code, Code::IgwPrivateIpAssociationForIngress);
    Sketch own = s;
    own.diagram.setProperty(ElementId("bastion"), "publicIp", catalog::Value(true));
    EXPECT_EQ(ask(own, "internet", "bastion", 22).verdict, Verdict::Reachable);
    Sketch subnet = s;
    subnet.diagram.setProperty(ElementId("pub-a"), "mapPublicIp", catalog::Value(true));
    EXPECT_EQ(ask(subnet, "internet", "bastion", 22).verdict, Verdict::Reachable);
    Sketch elastic = s;
    elastic.add("eip", "elastic-ip", "seoul").link("give", "eip", "bastion", {}, catalog::LinkKind::Attach);
    EXPECT_EQ(ask(elastic, "internet", "bastion", 22).verdict, Verdict::Reachable);
}

Sketch hybrid() {
    Sketch s = shop();
    s.add("office", "on-premises", "", {{"cidrs", catalog::Value(catalog::List{std::string("192.168.0.0/16")})}});
    s.add("staff", "users", "office").add("router", "customer-gateway", "office");
    s.add("vgw", "vpn-gateway", "vpc").link("tunnel", "router", "vgw", {}, catalog::LinkKind::Vpn);
    s.link("use", "staff", "web", {{"port", count(8080)}});
    s.diagram.setProperty(ElementId("sg-web"), "in", rules({{"8080", "192.168.0.0/16"}, {"8080", "sg-alb"}}));
    return s;
}

TEST(Drawing, SitesComeThroughTheirTunnels) {
    Sketch s = hybrid();
    EXPECT_EQ(linkOf(s, "use").code, Code::XReturnAsymmetric); // the reply goes to the NAT gateway
    for (const char* table : {"rt-a", "rt-b"})
        s.diagram.setProperty(ElementId(table), "propagate", catalog::Value(catalog::List{catalog::Reference{"vgw"}}));
    EXPECT_EQ(linkOf(s, "use").verdict, Verdict::Reachable);
    EXPECT_THAT(linkOf(s, "use").passes, ElementsAre("router", "tunnel", "vgw"));
    s.diagram.setProperty(LinkId("tunnel"), "state", text("down"));
    EXPECT_EQ(linkOf(s, "use").verdict, Verdict::Blocked);
    Sketch none = hybrid();
    (void)none.diagram.take(LinkId("tunnel"));
    EXPECT_EQ(linkOf(none, "use").code, Code::XNoWayBetween);
}

TEST(Drawing, PeeringsAndTransitGatewaysJoinVpcs) {
    Sketch s = shop();
    s.add("vpc2", "vpc", "seoul", {{"cidr", text("10.9.0.0/16")}});
    s.add("rt2", "route-table", "vpc2",
          {{"main", catalog::Value(true)}, {"routes", routes({{"10.0.0.0/16", "peer"}})}});
    s.add("net2", "subnet", "vpc2", {{"cidr", text("10.9.1.0/24")}, {"zone", text("a")}});
    s.add("sg2", "security-group", "vpc2", {{"in", rules({{"9000", "10.0.0.0/16"}})}});
    s.add("batch", "ec2", "net2", {}, {}, {"sg2"}).link("job", "web", "batch", {{"port", count(9000)}});
    s.link("peer", "vpc", "vpc2", {}, catalog::LinkKind::Peering);
    EXPECT_EQ(linkOf(s, "job").verdict, Verdict::Blocked);
    for (const char* table : {"rt-a", "rt-b"})
        s.diagram.setProperty(ElementId(table), "routes", routes({{"10.9.0.0/16", "peer"}}));
    EXPECT_EQ(linkOf(s, "job").verdict, Verdict::Reachable);
    EXPECT_THAT(linkOf(s, "job").passes, ElementsAre("peer"));

    s.add("tgw", "transit-gateway", "seoul");
    s.link("att-1", "vpc", "tgw", {}, catalog::LinkKind::Attach)
        .link("att-2", "vpc2", "tgw", {}, catalog::LinkKind::Attach);
    s.diagram.setProperty(ElementId("rt2"), "routes", routes({{"10.0.0.0/16", "tgw"}}));
    for (const char* table : {"rt-a", "rt-b"})
        s.diagram.setProperty(ElementId(table), "routes", routes({{"10.9.0.0/16", "tgw"}}));
    const LinkWalk through = linkOf(s, "job");
    EXPECT_EQ(through.verdict, Verdict::Reachable);
    EXPECT_EQ(through.flows[0].walk.verdict, Verdict::Reachable);
    EXPECT_THAT(through.flows[0].passes, ElementsAre("att-1", "att-2", "tgw"));
    s.diagram.setProperty(LinkId("att-1"), "subnets", catalog::Value(catalog::List{catalog::Reference{"app-a"}}));
    const LinkWalk half = linkOf(s, "job"); // nothing of zone b gets out through an attachment in zone a
    EXPECT_EQ(half.verdict, Verdict::Partial);
    EXPECT_EQ(half.code, Code::TgwRouteAzRestriction);
}

TEST(Drawing, EqualInterfacesAreAskedOnce) {
    const Sketch s = shop();
    const Network network = networkOf(s.topology());
    Reach reach(network);
    const std::vector<Reached> open = reach.fromInternet();
    ASSERT_EQ(open.size(), 2u); // the two nodes of the load balancer
    EXPECT_EQ(open[0].ports.text(), "443");
    const auto who = reach.whoReaches(network.find("orders/primary"));
    ASSERT_EQ(who.size(), 2u); // the fleet, by subnet
    EXPECT_EQ(who[0].interfaces.size() + who[1].interfaces.size(), 6u);
    EXPECT_EQ(who[0].ports.text(), "3306");
}

TEST(Drawing, AnEmptyOneHasNoWalks) {
    const Sketch s;
    EXPECT_TRUE(LinkWalks::of(s.topology()).all().empty());
    EXPECT_EQ(networkOf(s.topology()).interfaces.size(), 0u);
}

} // namespace
} // namespace sky::network
