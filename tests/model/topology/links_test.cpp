// SPDX-License-Identifier: GPL-3.0-or-later
// What links mean where little or something odd is drawn, and tiers against a plain search for the longest way.
#include "sketch.h"

#include <gmock/gmock.h>

#include <functional>
#include <map>
#include <random>
#include <set>

namespace sky::topology::test {
namespace {

using catalog::LinkKind;

TEST(Links, APolledQueueIsOpenedByWhoPolls) {
    Sketch s;
    s.add("q", "sqs").add("topic", "sns").add("f", "lambda");
    s.link("poll", "q", "f").link("push", "topic", "f").link("told", "q", "f", {{"opens", text("from")}});
    const Topology t = s.topology();
    EXPECT_EQ(t.kind(LinkId("poll")), LinkKind::Event);
    EXPECT_EQ(t.meaning(LinkId("poll")).opener(), ElementId("f"));
    EXPECT_EQ(t.meaning(LinkId("poll")).answerer(), ElementId("q"));
    EXPECT_EQ(t.meaning(LinkId("push")).opener(), ElementId("topic"));
    EXPECT_EQ(t.meaning(LinkId("told")).opener(), ElementId("q"));
    EXPECT_FALSE(t.meaning(LinkId("poll")).wait.value) << "an event never waits";
}

TEST(Links, PortsComeFromTheLinkElseTheTargetElseTheListener) {
    Sketch s;
    s.add("u", "users")
        .add("alb", "alb", "", {{"listeners", listener(443, "https")}})
        .add("web", "ec2")
        .add("db", "rds", "", {{"port", count(3306)}});
    s.link("in", "u", "alb")
        .link("out", "alb", "web")
        .link("sql", "web", "db")
        .link("odd", "alb", "web", {{"listener", count(81)}});
    const Topology t = s.topology();
    EXPECT_EQ(t.meaning(LinkId("in")).port, (Setting<std::string>{"443", Origin::Default}));
    EXPECT_EQ(t.meaning(LinkId("in")).protocol.value, "https");
    EXPECT_EQ(t.meaning(LinkId("out")).port, (Setting<std::string>{"443", Origin::Assumed}));
    EXPECT_EQ(t.meaning(LinkId("out")).listenerOrigin, Origin::Default) << "its only one";
    EXPECT_EQ(t.meaning(LinkId("sql")).port.value, "3306");
    EXPECT_EQ(t.meaning(LinkId("odd")).listenerOrigin, Origin::Set);
    EXPECT_EQ(t.meaning(LinkId("odd")).listener, std::nullopt) << "no such listener";
}

TEST(Links, ADatabaseListensOnThePortOfItsEngine) {
    Sketch s;
    s.add("web", "ec2").add("db", "rds").add("pg", "rds", "", {{"engine", text("postgresql")}});
    s.link("my", "web", "db").link("post", "web", "pg");
    const Topology t = s.topology();
    EXPECT_EQ(t.meaning(LinkId("my")).port, (Setting<std::string>{"3306", Origin::Default}));
    EXPECT_EQ(t.meaning(LinkId("post")).port, (Setting<std::string>{"5432", Origin::Default}));
}

TEST(Links, ASetKindIsTakenAsItIs) {
    Sketch s;
    s.add("u", "users")
        .add("web", "ec2")
        .link("note", "u", "web", {}, LinkKind::Plain)
        .link("x", "web", "strange")
        .add("strange", "unknown-service");
    const Topology t = s.topology();
    EXPECT_EQ(t.meaning(LinkId("note")).kind.origin, Origin::Set);
    EXPECT_FALSE(t.carries(LinkId("note")));
    EXPECT_EQ(t.kind(LinkId("x")), LinkKind::Plain);
    EXPECT_EQ(t.tier(ElementId("web")), std::nullopt);
}

TEST(Tiers, ACycleIsOneStep) {
    Sketch s;
    s.add("u", "users").add("a", "ec2").add("b", "ec2").add("c", "ec2").add("d", "ec2");
    s.link("1", "u", "a")
        .link("2", "a", "b")
        .link("3", "b", "c")
        .link("4", "c", "a")
        .link("5", "c", "d")
        .link("6", "d", "d");
    const Topology t = s.topology();
    for (const char* id : {"a", "b", "c"}) EXPECT_EQ(t.tier(ElementId(id)), 1) << id;
    EXPECT_EQ(t.tier(ElementId("d")), 2);
}

// By definition: cycles are found by mutual reach, then the longest way is searched without memory.
std::map<std::string, int> tiersByDefinition(const Topology& topology) {
    const diagram::Diagram& diagram = topology.diagram();
    std::map<std::string, std::set<std::string>> next;
    for (const diagram::Link& link : diagram.links())
        if (topology.carries(link.id)) next[link.from.str()].insert(link.to.str());
    std::map<std::string, std::set<std::string>> reach;
    for (const diagram::Element& element : diagram.elements()) {
        std::vector<std::string> open{element.id.str()};
        std::set<std::string>& seen = reach[element.id.str()];
        while (!open.empty()) {
            const std::string at = open.back();
            open.pop_back();
            if (seen.insert(at).second) open.insert(open.end(), next[at].begin(), next[at].end());
        }
    }
    std::map<std::string, int> tiers;
    const auto together = [&](const std::string& a, const std::string& b) {
        return reach[a].contains(b) && reach[b].contains(a);
    };
    for (bool changed = true; changed;) { // each round lengthens a way by one; ways between components are short
        changed = false;
        for (const diagram::Element& element : diagram.elements()) {
            const std::string id = element.id.str();
            if (topology.is(element.id, catalog::Trait::Caller) && !tiers.contains(id)) {
                tiers[id] = 0;
                changed = true;
            }
            if (!tiers.contains(id)) continue;
            const int own = tiers[id];
            for (const diagram::Element& other : diagram.elements()) {
                const std::string to = other.id.str();
                const int least = together(id, to) ? own : own + 1;
                const bool led = together(id, to) || next[id].contains(to);
                if (!led || (tiers.contains(to) && tiers[to] >= least)) continue;
                tiers[to] = least;
                changed = true;
            }
        }
    }
    return tiers;
}

TEST(Tiers, EqualTheDefinitionOnRandomGraphs) {
    std::mt19937 random(7);
    for (int round = 0; round < 150; ++round) {
        Sketch s;
        const int size = 3 + static_cast<int>(random() % 10);
        const auto name = [](int n) { return "e" + std::to_string(n); };
        for (int n = 0; n < size; ++n) s.add(name(n).c_str(), random() % 5 == 0 ? "users" : "ec2");
        const int links = static_cast<int>(random() % static_cast<unsigned>(size * 2));
        for (int n = 0; n < links; ++n)
            s.link(("l" + std::to_string(n)).c_str(),
                   name(static_cast<int>(random() % static_cast<unsigned>(size))).c_str(),
                   name(static_cast<int>(random() % static_cast<unsigned>(size))).c_str());
        const Topology t = s.topology();
        std::map<std::string, int> expected = tiersByDefinition(t);
        for (const diagram::Element& element : s.diagram.elements()) {
            const auto found = expected.find(element.id.str());
            EXPECT_EQ(t.tier(element.id), found == expected.end() ? std::nullopt : std::optional(found->second))
                << "round " << round << " " << element.id.str();
        }
    }
}

} // namespace
} // namespace sky::topology::test
