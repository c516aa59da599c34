// SPDX-License-Identifier: GPL-3.0-or-later
// From drawings to needs, and what is told of them.
#include "drawings.h"
#include "graphs.h"

#include "resilience/single_points.h"

#include <gmock/gmock.h>

namespace sky::resilience {
namespace {

using test::namesOf;
using test::twoZones;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;
using topology::Topology;
using topology::test::count;
using topology::test::ref;
using topology::test::Sketch;
using topology::test::text;

Sketch webAnd() { // a balancer and a server in each zone
    Sketch s = twoZones();
    s.add("alb", "alb", "vpc", {{"listeners", topology::test::listener(443, "https")}}, {"net-a", "net-b"});
    s.add("web1", "ec2", "net-a").add("web2", "ec2", "net-b");
    s.link("in", "shop", "alb").link("to1", "alb", "web1").link("to2", "alb", "web2");
    return s;
}

struct Answer {
    DrawnNeeds needs;
    CutSets sets;
    std::vector<std::string> alone;              // order 1, regions left out
    std::vector<std::vector<std::string>> pairs; // order 2
    std::vector<Told> told;
};
Answer ask(const Sketch& sketch, std::vector<network::LinkWalk> walks = {}, std::vector<ElementId> goals = {}) {
    const Topology topology = sketch.topology();
    Answer answer{needsOf(topology, walks, goals), {}, {}, {}, {}};
    auto sets = cutSetsOf(answer.needs.graph, 2);
    EXPECT_TRUE(sets.ok()) << (sets ? "" : sets.error().in(Language::English));
    if (!sets) return answer;
    answer.sets = std::move(sets).value();
    for (const auto& names : namesOf(answer.needs.graph, answer.sets.order(1)))
        if (!names[0].starts_with("region:")) answer.alone.push_back(names[0]);
    answer.pairs = namesOf(answer.needs.graph, answer.sets.order(2));
    answer.told = tell(topology, answer.needs, answer.sets, 1);
    return answer;
}
std::vector<std::string> textsOf(const std::vector<Told>& told, Language language = Language::English) {
    std::vector<std::string> texts;
    for (const Told& one : told) texts.push_back(one.text.in(language));
    return texts;
}

TEST(NeedsOf, ADatabaseInOneZoneIsToBlame) {
    Sketch s = webAnd();
    s.add("orders-db", "rds", "vpc", {{"primaryZone", text("a")}}, {"net-a", "net-b"});
    s.link("sql1", "web1", "orders-db").link("sql2", "web2", "orders-db");
    const Answer answer = ask(s);
    EXPECT_THAT(answer.alone, ElementsAre("az:ap-northeast-2a", "c:orders-db"));
    EXPECT_THAT(textsOf(answer.told),
                ElementsAre("Losing AZ a stops shop, because orders-db is only there.",
                            "Losing orders-db stops shop, because nothing takes its place.",
                            "Losing region ap-northeast-2 stops shop, because alb and orders-db are only there."));
    EXPECT_EQ(answer.told[0].text.ko, "orders-db가 그곳에만 있어, 가용 영역 a를 잃으면 shop이 멈춥니다.");
    EXPECT_THAT(answer.told[0].because, ElementsAre(ElementId("orders-db")));
    EXPECT_FALSE(answer.told[0].ofRegion);
    EXPECT_TRUE(answer.told[2].ofRegion);
}

TEST(NeedsOf, AStandbyInAnotherZoneTakesOver) {
    for (const char* service : {"rds", "aurora"}) {
        Sketch s = webAnd();
        s.add("db", service, "vpc", {{"multiAz", text(std::string_view(service) == "rds" ? "instance" : "cluster")}},
              {"net-a", "net-b"});
        s.link("sql1", "web1", "db").link("sql2", "web2", "db");
        const Answer answer = ask(s);
        EXPECT_THAT(answer.alone, IsEmpty()) << service;
        EXPECT_THAT(answer.pairs,
                    UnorderedElementsAre(ElementsAre("az:ap-northeast-2a", "az:ap-northeast-2b"),
                                         ElementsAre("az:ap-northeast-2a", "c:web2"),
                                         ElementsAre("az:ap-northeast-2b", "c:web1"), ElementsAre("c:web1", "c:web2")));
    }
}

TEST(NeedsOf, AStandbyWithoutASecondZoneIsNone) {
    Sketch s = webAnd();
    s.add("db", "rds", "vpc", {{"multiAz", text("instance")}}, {"net-b"});
    s.link("sql1", "web1", "db").link("sql2", "web2", "db");
    const Answer answer = ask(s);
    EXPECT_THAT(answer.alone, ElementsAre("az:ap-northeast-2b", "c:db"));
    ASSERT_EQ(answer.needs.notes.size(), 1u);
    EXPECT_EQ(answer.needs.notes[0].kind, Note::Kind::OneZoneOnly);
}

TEST(NeedsOf, ACacheWithReplicasFailsOverOnlyWhenTold) {
    const auto with = [](topology::test::Props props) {
        Sketch s = webAnd();
        props.emplace_back("engine", text("redis"));
        props.emplace_back("replicas", count(1));
        s.add("sessions", "elasticache", "vpc", std::move(props), {"net-b", "net-a"});
        s.link("get1", "web1", "sessions").link("get2", "web2", "sessions");
        return ask(s).alone;
    };
    EXPECT_THAT(with({}), ElementsAre("az:ap-northeast-2b", "c:sessions"));
    EXPECT_THAT(with({{"automaticFailover", true}}), IsEmpty());
    EXPECT_THAT(with({{"multiAz", text("instance")}}), IsEmpty());
}

TEST(NeedsOf, AFleetNeedsAsManyAsItSays) {
    const auto with = [](std::int64_t desired, std::int64_t needed) {
        Sketch s = twoZones();
        s.add("alb", "alb", "vpc", {}, {"net-a", "net-b"});
        s.add("web", "auto-scaling-group", "vpc", {{"desired", count(desired)}, {"needed", count(needed)}},
              {"net-a", "net-b"});
        s.link("in", "shop", "alb").link("serve", "alb", "web");
        return ask(s);
    };
    EXPECT_THAT(with(4, 2).alone, IsEmpty());
    EXPECT_THAT(with(3, 2).alone, ElementsAre("az:ap-northeast-2a")); // two of three are there
    const Answer tight = with(2, 2);
    EXPECT_THAT(tight.alone, ElementsAre("az:ap-northeast-2a", "az:ap-northeast-2b", "c:web/i-1", "c:web/i-2"));
    EXPECT_THAT(textsOf(tight.told),
                Contains("Losing AZ a stops shop, because web needs 2 of its 2 instances and 1 of them are there."));
    EXPECT_THAT(textsOf(tight.told),
                Contains("Losing an instance of web in AZ b stops shop, because web needs 2 of its "
                         "2 instances."));
    const Answer none = with(0, 1);
    EXPECT_TRUE(none.sets.downAnyway);
    EXPECT_EQ(none.needs.notes.front().kind, Note::Kind::NoInstances);
}

TEST(NeedsOf, UnsetNeededIsOneAndSaidSo) {
    Sketch s = twoZones();
    s.add("web", "auto-scaling-group", "vpc", {{"desired", count(2)}}, {"net-a", "net-b"}).link("in", "shop", "web");
    const Answer answer = ask(s);
    EXPECT_THAT(answer.alone, IsEmpty());
    ASSERT_EQ(answer.needs.notes.size(), 1u);
    EXPECT_EQ(answer.needs.notes[0].kind, Note::Kind::NeededAssumed);
}

TEST(NeedsOf, APicturedInstanceAddsNothing) {
    Sketch s = twoZones();
    s.add("web", "auto-scaling-group", "vpc", {{"desired", count(1)}, {"needed", count(1)}}, {"net-a", "net-b"});
    s.add("box", "ec2", "net-a", {}, {}, {"web"}).link("in", "shop", "web");
    EXPECT_THAT(ask(s).alone, ElementsAre("az:ap-northeast-2a", "c:web/i-1"));
}

TEST(NeedsOf, OnlyCallsThatHoldARequestUpCount) {
    Sketch s = webAnd();
    s.add("log", "ec2", "net-a").add("stats", "ec2", "net-a").add("never", "ec2", "net-a");
    s.add("jobs", "sqs", "region").add("worker", "ec2", "net-a");
    s.link("l1", "web1", "log", {{"need", false}}).link("l2", "web2", "log", {{"need", false}});
    s.link("s1", "web1", "stats", {{"wait", false}}).link("s2", "web2", "stats", {{"wait", false}});
    s.link("n1", "web1", "never", {{"calls", count(0)}}).link("n2", "web2", "never", {{"calls", count(0)}});
    s.link("q1", "web1", "jobs").link("q2", "web2", "jobs").link("poll", "jobs", "worker");
    EXPECT_THAT(ask(s).alone, IsEmpty());
}

TEST(NeedsOf, ABastionIsNoneOfItsBusiness) {
    Sketch s = webAnd();
    s.add("bastion", "ec2", "net-a").link("ssh", "bastion", "web1");
    EXPECT_THAT(ask(s).alone, IsEmpty());
    EXPECT_THAT(ask(s, {}, {ElementId("bastion")}).alone, Contains("c:bastion"));
}

TEST(NeedsOf, AFallbackTakesOver) {
    Sketch s = webAnd();
    s.add("primary", "ec2", "net-a").add("spare", "ec2", "net-b");
    for (const char* web : {"web1", "web2"}) {
        const std::string first = std::string(web) + "-first", then = std::string(web) + "-then";
        s.link(first.c_str(), web, "primary", {{"fallback", ref(then.c_str())}}).link(then.c_str(), web, "spare");
    }
    EXPECT_THAT(ask(s).alone, IsEmpty());
}

TEST(NeedsOf, ACacheInFrontIsNotNeededButWhatItMissesIs) {
    Sketch s = webAnd();
    s.add("cache", "elasticache", "vpc", {{"engine", text("redis")}}, {"net-a"});
    s.add("db", "rds", "vpc", {}, {"net-b"});
    for (const char* web : {"web1", "web2"}) {
        const std::string first = std::string(web) + "-get", then = std::string(web) + "-sql";
        s.link(first.c_str(), web, "cache", {{"fallback", ref(then.c_str())}}).link(then.c_str(), web, "db");
    }
    EXPECT_THAT(ask(s).alone, ElementsAre("az:ap-northeast-2b", "c:db"));
}

TEST(NeedsOf, NamesThatWatchHealthSwitchOver) {
    const auto with = [](topology::test::Props props) {
        Sketch s;
        s.add("users", "users").add("dns", "route53", "", std::move(props));
        s.add("one", "s3", "", {{"region", text("us-east-1")}}).add("two", "s3", "", {{"region", text("eu-west-1")}});
        s.link("ask", "users", "dns").link("a", "dns", "one").link("b", "dns", "two", {{"role", text("secondary")}});
        const Answer answer = ask(s);
        return namesOf(answer.needs.graph, answer.sets.order(1));
    };
    EXPECT_THAT(with({{"policy", text("failover")}, {"evaluateTargetHealth", true}}), IsEmpty());
    EXPECT_THAT(with({{"policy", text("failover")}}), ElementsAre(ElementsAre("region:us-east-1")));
}

TEST(NeedsOf, OriginsAreAllNeededUnlessOneIsSecondary) {
    Sketch s;
    s.add("users", "users").add("cdn", "cloudfront");
    s.add("pages", "s3", "", {{"region", text("us-east-1")}}).add("shots", "s3", "", {{"region", text("eu-west-1")}});
    s.link("in", "users", "cdn").link("a", "cdn", "pages").link("b", "cdn", "shots");
    const Answer both = ask(s);
    EXPECT_THAT(namesOf(both.needs.graph, both.sets.order(1)),
                ElementsAre(ElementsAre("region:eu-west-1"), ElementsAre("region:us-east-1")));
    s.link("b", "cdn", "shots", {{"role", text("secondary")}});
    EXPECT_THAT(ask(s).sets.order(1), IsEmpty());
}

network::LinkWalk walkOf(const char* link, std::vector<std::pair<std::string, std::vector<std::string>>> flows) {
    network::LinkWalk walk;
    walk.link = LinkId(link);
    for (auto& [from, passes] : flows) {
        network::Flow flow;
        flow.from = from;
        flow.passes = passes;
        walk.flows.push_back(std::move(flow));
    }
    return walk;
}

TEST(NeedsOf, CallsNeedTheGatewaysTheyPass) {
    Sketch s = webAnd();
    s.add("igw", "internet-gateway", "vpc").add("nat-a", "nat-gateway", "net-a").add("nat-b", "nat-gateway", "net-b");
    s.add("pay", "external");
    s.link("pay1", "web1", "pay").link("pay2", "web2", "pay");
    const auto own = [&](const char* nat2) {
        return ask(s, {walkOf("pay1", {{"web1", {"igw", "nat-a"}}}), walkOf("pay2", {{"web2", {"igw", nat2}}})}).alone;
    };
    EXPECT_THAT(own("nat-b"), ElementsAre("c:pay"));
    EXPECT_THAT(own("nat-a"), ElementsAre("az:ap-northeast-2a", "c:pay"));
}

TEST(NeedsOf, EachInstanceNeedsTheGatewayOfItsOwnZone) {
    Sketch s = twoZones();
    s.add("nat-a", "nat-gateway", "net-a").add("nat-b", "nat-gateway", "net-b").add("pay", "external");
    s.add("web", "auto-scaling-group", "vpc", {{"desired", count(4)}, {"needed", count(2)}}, {"net-a", "net-b"});
    s.link("in", "shop", "web").link("pays", "web", "pay");
    const Answer own = ask(s, {walkOf("pays", {{"web/i-1", {"nat-a"}}, {"web/i-2", {"nat-b"}}})});
    EXPECT_THAT(own.alone, ElementsAre("c:pay"));
    const Answer shared = ask(s, {walkOf("pays", {{"web/i-1", {"nat-a"}}, {"web/i-2", {"nat-a"}}})});
    EXPECT_THAT(shared.alone, ElementsAre("az:ap-northeast-2a", "c:pay"));
    EXPECT_THAT(textsOf(shared.told), Contains("Losing AZ a stops shop, because nat-a is only there."));
}

TEST(NeedsOf, SeveralWaysAreOneNeed) {
    Sketch s = twoZones();
    s.add("w", "ec2", "net-a").add("one", "nat-gateway", "net-a").add("two", "nat-gateway", "net-b");
    s.add("pay", "external").link("in", "shop", "w").link("pays", "w", "pay");
    const Answer answer = ask(s, {walkOf("pays", {{"w", {"one"}}, {"w", {"two"}}})});
    EXPECT_THAT(answer.alone, ElementsAre("az:ap-northeast-2a", "c:pay", "c:w")); // of a: the server itself
}

TEST(NeedsOf, ABlockedLinkIsLeftOutAndSaidSo) {
    Sketch s = webAnd();
    s.add("db", "rds", "vpc", {}, {"net-a"}).link("sql1", "web1", "db").link("sql2", "web2", "db");
    network::LinkWalk blocked = walkOf("sql1", {{"web1", {}}});
    blocked.verdict = blocked.flows[0].walk.verdict = network::Verdict::Blocked;
    const Answer answer = ask(s, {blocked});
    EXPECT_THAT(answer.alone, ElementsAre("az:ap-northeast-2a")); // web1, taken to do without it, is there as well
    ASSERT_EQ(answer.needs.notes.size(), 1u);
    EXPECT_EQ(answer.needs.notes[0].kind, Note::Kind::BlockedLeftOut);
    EXPECT_EQ(answer.needs.notes[0].subject, "sql1");
}

TEST(NeedsOf, TunnelsEndInOneDevice) {
    Sketch s;
    s.add("region", "region", "", {{"code", text("ap-northeast-2")}}).add("vpc", "vpc", "region");
    s.add("vgw", "vpn-gateway", "vpc").add("app", "s3", "region");
    s.add("office", "on-premises").add("router", "customer-gateway", "office").add("staff", "users", "office");
    s.link("tunnels", "router", "vgw", {{"tunnels", count(2)}}, catalog::LinkKind::Vpn).link("use", "staff", "app");
    const Answer answer = ask(s, {walkOf("use", {{"staff", {"router", "tunnels", "vgw"}}})});
    EXPECT_THAT(answer.alone, ElementsAre("c:router")); // who asks is lost with the office
    EXPECT_THAT(answer.pairs, ElementsAre(ElementsAre("c:tunnels/tunnel-1", "c:tunnels/tunnel-2")));
    const Topology topology = s.topology();
    EXPECT_THAT(textsOf(tell(topology, answer.needs, answer.sets, 2)),
                ElementsAre("Losing 2 lines of tunnels stops staff."));
    s.add("public", "users").link("use2", "public", "app");
    EXPECT_THAT(ask(s, {walkOf("use", {{"staff", {"router", "tunnels", "vgw"}}})}).alone,
                ElementsAre("c:office", "c:router"));
}

TEST(NeedsOf, GoalsAreThoseOfTheProjectElseTheCallers) {
    Sketch s = webAnd();
    s.add("idle", "users").add("other", "users").add("solo", "ec2", "net-a").link("x", "other", "solo");
    EXPECT_EQ(goalNames(s.topology(), ask(s).needs).en, "other and shop");
    diagram::Project project;
    project.properties.set("goals", catalog::List{catalog::Reference{"shop"}});
    s.diagram.setProject(project);
    EXPECT_EQ(goalNames(s.topology(), ask(s).needs).en, "shop");
    const Answer chosen = ask(s, {}, {ElementId("other")});
    EXPECT_THAT(chosen.alone, ElementsAre("az:ap-northeast-2a", "c:solo"));
    EXPECT_EQ(chosen.told[0].stops, std::vector<ElementId>{ElementId("other")});
    const DrawnNeeds wrong = needsOf(s.topology(), {}, std::vector<ElementId>{ElementId("vpc"), ElementId("nobody")});
    EXPECT_TRUE(wrong.graph.goals.empty());
    EXPECT_EQ(wrong.notes.size(), 2u);
}

TEST(NeedsOf, AlikePairsAreToldOnce) {
    Sketch s = twoZones();
    s.add("web", "auto-scaling-group", "vpc", {{"desired", count(4)}, {"needed", count(3)}}, {"net-a", "net-b"});
    s.link("in", "shop", "web");
    const Answer answer = ask(s);
    EXPECT_THAT(answer.alone, ElementsAre("az:ap-northeast-2a", "az:ap-northeast-2b"));
    EXPECT_EQ(answer.pairs.size(), 6u);
    const std::vector<Told> told = tell(s.topology(), answer.needs, answer.sets, 2);
    EXPECT_THAT(textsOf(told),
                UnorderedElementsAre(
                    "Losing 2 instances of web in AZ a stops shop.", "Losing 2 instances of web in AZ b stops shop.",
                    "Losing an instance of web in AZ a and an instance of web in AZ b together stops shop."));
}

TEST(NeedsOf, BlastsSayWhatEachFailureStops) {
    Sketch s = webAnd();
    s.add("db", "rds", "vpc", {}, {"net-a"}).link("sql1", "web1", "db").link("sql2", "web2", "db");
    s.add("files", "s3", "region");
    const std::vector<Blast> blasts = blastsOf(ask(s).needs);
    const auto of = [&](const std::string& id) {
        for (const Blast& blast : blasts)
            if (blast.id == id) return blast;
        ADD_FAILURE() << id;
        return Blast{};
    };
    const auto ids = topology::test::ids;
    EXPECT_EQ(of("db"), (Blast{"db", ids({"alb", "shop", "web1", "web2"}), true}));
    EXPECT_EQ(of("web1"), (Blast{"web1", {}, false}));
    EXPECT_EQ(of("alb"), (Blast{"alb", ids({"shop"}), true})); // as if it could fail
    EXPECT_EQ(of("az:ap-northeast-2a"),
              (Blast{"az:ap-northeast-2a", ids({"alb", "db", "shop", "web1", "web2"}), true}));
    EXPECT_EQ(of("az:ap-northeast-2b"), (Blast{"az:ap-northeast-2b", ids({"web2"}), false}));
    EXPECT_THAT(of("region:ap-northeast-2").stops, Contains(ElementId("files")));
}

TEST(NeedsOf, HalfDrawnThingsAreNoTrouble) {
    Sketch s;
    s.add("u", "users").add("w", "ec2").add("q", "strange").add("db", "rds").add("z", "az", "", {});
    s.add("in-z", "ec2", "z").add("fleet", "auto-scaling-group").add("loop", "ec2");
    s.link("1", "u", "w").link("2", "w", "db").link("3", "w", "q").link("4", "w", "in-z").link("5", "w", "fleet");
    s.link("6", "loop", "loop").link("7", "w", "loop").link("8", "in-z", "w").link("gone", "w", "nowhere");
    const Answer answer = ask(s);
    EXPECT_THAT(answer.alone, Contains("az:@z"));
    EXPECT_THAT(textsOf(answer.told), Contains("Losing AZ z stops u, because in-z is only there."));
    EXPECT_THAT(answer.sets.circles, Not(IsEmpty()));
    EXPECT_FALSE(cutSetsOf(needsOf(Sketch().topology(), {}).graph, 1).ok());
}

} // namespace
} // namespace sky::resilience
