// SPDX-License-Identifier: GPL-3.0-or-later
// The example every reader of the format sees first, with every fact derived by hand.
#include "sketch.h"
#include "topology/words.h"

#include <gmock/gmock.h>

namespace sky::topology::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> names(const std::vector<Part>& parts) {
    std::vector<std::string> ids;
    for (const Part& part : parts) ids.push_back(part.id);
    return ids;
}
std::vector<std::string> keys(const std::vector<Domain>& domains) {
    std::vector<std::string> keys;
    for (const Domain& domain : domains) keys.push_back(domain.key);
    return keys;
}
std::vector<std::string> letters(const std::vector<Zone>& zones) {
    std::vector<std::string> letters;
    for (const Zone& zone : zones) letters.push_back(zone.letter);
    return letters;
}

class WebShop : public ::testing::Test {
  protected:
    Sketch sketch = webShop();
    Topology shop = sketch.topology();
};

TEST_F(WebShop, EverythingIsWhereItStands) {
    const Placement& nat = shop.placement(ElementId("nat-a"));
    EXPECT_EQ(nat.region, ElementId("seoul"));
    EXPECT_EQ(nat.regionCode, "ap-northeast-2");
    EXPECT_EQ(nat.vpc, ElementId("vpc"));
    EXPECT_EQ(nat.zoneBox, ElementId("a"));
    EXPECT_EQ(nat.subnet, ElementId("pub-a"));
    ASSERT_TRUE(nat.zone);
    EXPECT_EQ(nat.zone->domain, "az:ap-northeast-2a");

    EXPECT_TRUE(shop.placement(ElementId("shoppers")).region.empty());
    EXPECT_FALSE(shop.placement(ElementId("alb")).zone) << "a spanning thing is in no single zone";
    EXPECT_THAT(letters(shop.zones(ElementId("alb"))), ElementsAre("a", "b"));
    EXPECT_THAT(letters(shop.zones(ElementId("pictures"))), ::testing::Contains("c"))
        << "a regional service is everywhere";
    EXPECT_THAT(shop.zones(ElementId("cdn")), IsEmpty());
    EXPECT_EQ(shop.placement(ElementId("no such thing")), Placement());
}

TEST_F(WebShop, PartsAreNamedByWhatTheyAre) {
    EXPECT_THAT(names(shop.parts(ElementId("alb"))), ElementsAre("alb/a", "alb/b"));
    EXPECT_THAT(names(shop.parts(ElementId("web"))),
                ElementsAre("web/i-1", "web/i-2", "web/i-3", "web/i-4", "web/i-5", "web/i-6"));
    EXPECT_THAT(names(shop.parts(ElementId("orders"))), ElementsAre("orders/primary", "orders/standby"));
    EXPECT_THAT(names(shop.parts(ElementId("nat-a"))), ElementsAre("nat-a"));

    EXPECT_EQ(shop.part("web/i-3")->subnet, ElementId("app-a")) << "a group balances over its zones";
    EXPECT_EQ(shop.part("web/i-4")->subnet, ElementId("app-b"));
    EXPECT_EQ(shop.part("orders/primary")->subnet, ElementId("db-a"));
    EXPECT_EQ(shop.part("orders/standby")->subnet, ElementId("db-b"));
    EXPECT_EQ(shop.part("orders/standby")->kind, PartKind::Standby);
    EXPECT_FALSE(shop.part("web/i-7"));
    EXPECT_FALSE(shop.part("nowhere/a"));
}

TEST_F(WebShop, AThingDiesWithItsDomains) {
    EXPECT_THAT(keys(shop.domains(*shop.part("alb/a"))),
                ElementsAre("az:ap-northeast-2a", "vpc:vpc", "region:ap-northeast-2"));
    EXPECT_THAT(keys(shop.domains(ElementId("alb"))), ElementsAre("vpc:vpc", "region:ap-northeast-2"));
    EXPECT_THAT(keys(shop.domains(ElementId("nat-b"))),
                ElementsAre("az:ap-northeast-2b", "vpc:vpc", "region:ap-northeast-2"));
    EXPECT_THAT(keys(shop.domains(ElementId("pictures"))), ElementsAre("region:ap-northeast-2"));
    EXPECT_THAT(shop.domains(ElementId("dns")), IsEmpty());
}

TEST_F(WebShop, SubnetsArePublicByTheirRoutesAndSayWhy) {
    const SubnetExposure open = shop.exposure(ElementId("pub-a"));
    EXPECT_EQ(open.exposure, Exposure::Public);
    EXPECT_EQ(open.table.table, ElementId("rt-pub"));
    EXPECT_EQ(open.table.from, TableFrom::Own);
    ASSERT_TRUE(open.route);
    EXPECT_EQ(open.route->row, 0u);
    EXPECT_EQ(open.route->via, "igw");

    EXPECT_EQ(shop.exposure(ElementId("app-b")).exposure, Exposure::Egress);
    EXPECT_EQ(shop.exposure(ElementId("app-b")).route->via, "nat-b");

    const SubnetExposure shut = shop.exposure(ElementId("db-a"));
    EXPECT_EQ(shut.exposure, Exposure::Isolated);
    EXPECT_EQ(shut.reason, ExposureReason::NoTable);
    EXPECT_EQ(shut.table.from, TableFrom::Implied);

    EXPECT_EQ(describe(shop, open).en, "Public because rt-pub sends 0.0.0.0/0 to the internet gateway igw.");
    EXPECT_FALSE(describe(shop, shut).ko.empty());
}

TEST_F(WebShop, FiltersTellSetFromAssumed) {
    EXPECT_EQ(shop.networkAcl(ElementId("pub-a")).origin, Origin::Assumed);
    EXPECT_EQ(shop.securityGroups(ElementId("web")).groups, ids({"sg-web"}));
    EXPECT_EQ(shop.securityGroups(ElementId("web")).origin, Origin::Set);
    EXPECT_EQ(shop.securityGroups(ElementId("nat-a")).origin, Origin::Assumed);
    EXPECT_THAT(shop.members(ElementId("sg-alb")), ElementsAre(ElementId("alb")));
    EXPECT_THAT(shop.spanning(ElementId("db-a")), ElementsAre(ElementId("orders")));
    EXPECT_THAT(shop.gateways(ElementId("vpc"), catalog::role::kInternetGateway), ElementsAre(ElementId("igw")));
}

TEST_F(WebShop, HostsGetAddressesInTheOrderOfIds) {
    EXPECT_EQ(shop.cidr(ElementId("vpc")), (AddressSetting{"10.0.0.0/16", Origin::Set}));
    EXPECT_EQ(shop.address("alb/a"), (AddressSetting{"10.0.0.4", Origin::Assumed}));
    EXPECT_EQ(shop.address("nat-a"), (AddressSetting{"10.0.0.5", Origin::Assumed}));
    EXPECT_EQ(shop.address("web/i-1").value, "10.0.10.4");
    EXPECT_EQ(shop.address("web/i-2").value, "10.0.11.4");
    EXPECT_EQ(shop.address("web/i-5").value, "10.0.10.6");
    EXPECT_EQ(shop.address("orders/standby").value, "10.0.21.4");
    EXPECT_EQ(shop.interfaces(ElementId("alb")).size(), 2u);
    EXPECT_EQ(shop.address("pictures").origin, Origin::Unset);
}

TEST_F(WebShop, LinksMeanCalls) {
    const LinkMeaning serve = shop.meaning(LinkId("serve"));
    EXPECT_EQ(serve.kind, (Setting<catalog::LinkKind>{catalog::LinkKind::Traffic, Origin::Default}));
    EXPECT_TRUE(serve.carriesRequests);
    EXPECT_EQ(serve.port, (Setting<std::string>{"8080", Origin::Set}));
    EXPECT_EQ(serve.listener, 0u);
    EXPECT_EQ(serve.listenerOrigin, Origin::Set);
    EXPECT_EQ(serve.opener(), ElementId("alb"));
    EXPECT_TRUE(serve.wait.value);
    EXPECT_TRUE(serve.need.value);

    const LinkMeaning dynamic = shop.meaning(LinkId("dynamic"));
    EXPECT_EQ(dynamic.targetListener, 0u);
    EXPECT_EQ(dynamic.protocol, (Setting<std::string>{"https", Origin::Default}));

    const LinkMeaning sql = shop.meaning(LinkId("sql"));
    EXPECT_EQ(toDouble(sql.calls.value), 2.0);
    EXPECT_EQ(sql.calls.origin, Origin::Set);
    EXPECT_THAT(shop.calls(ElementId("cdn")), ElementsAre(LinkId("dynamic"), LinkId("static")));
    EXPECT_THAT(shop.callers(ElementId("orders")), ElementsAre(LinkId("sql")));
}

TEST_F(WebShop, TiersAreTheLongestWayFromCallers) {
    EXPECT_EQ(shop.tier(ElementId("shoppers")), 0);
    EXPECT_EQ(shop.tier(ElementId("cdn")), 2);
    EXPECT_EQ(shop.tier(ElementId("alb")), 3);
    EXPECT_EQ(shop.tier(ElementId("pictures")), 3);
    EXPECT_EQ(shop.tier(ElementId("orders")), 5);
    EXPECT_EQ(shop.tier(ElementId("nat-a")), std::nullopt);
}

TEST_F(WebShop, LosingTheRouteMakesTheSubnetPrivateAtOnce) {
    sketch.diagram.setProperty(ElementId("rt-pub"), "routes", std::nullopt);
    const Topology now = shop.after(sketch.diagram);
    EXPECT_EQ(now.exposure(ElementId("pub-a")).reason, ExposureReason::NoDefaultRoute);
    EXPECT_EQ(describe(now, now.exposure(ElementId("pub-a"))).en,
              "Private because rt-pub has no route to an internet gateway.");
    EXPECT_EQ(shop.exposure(ElementId("pub-a")).exposure, Exposure::Public) << "the older revision stays as it was";
}

} // namespace
} // namespace sky::topology::test
