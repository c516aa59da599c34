// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/diagram.h"

#include <gmock/gmock.h>

#include <map>
#include <random>
#include <set>

namespace sky::diagram {
namespace {

using catalog::Reference;
using testing::ElementsAre;
using testing::IsEmpty;

Element element(const char* id, const char* parent = "") {
    Element made;
    made.id = ElementId(id);
    made.service = "thing";
    made.parent = ElementId(parent);
    return made;
}

Link link(const char* id, const char* from, const char* to) {
    Link made;
    made.id = LinkId(id);
    made.from = ElementId(from);
    made.to = ElementId(to);
    return made;
}

TEST(Diagram, KnowsWhoStandsWhere) {
    Diagram diagram;
    diagram.put(element("vpc"));
    diagram.put(element("b", "vpc"));
    diagram.put(element("a", "vpc"));
    diagram.put(element("web", "a"));
    EXPECT_THAT(diagram.children(ElementId("vpc")), ElementsAre(ElementId("a"), ElementId("b")));
    EXPECT_THAT(diagram.children(ElementId()), ElementsAre(ElementId("vpc")));
    EXPECT_TRUE(diagram.isInside(ElementId("web"), ElementId("vpc")));
    EXPECT_TRUE(diagram.isInside(ElementId("web"), ElementId("web")));
    EXPECT_TRUE(diagram.isInside(ElementId("web"), ElementId()));
    EXPECT_FALSE(diagram.isInside(ElementId("web"), ElementId("b")));
    EXPECT_FALSE(diagram.isInside(ElementId("nobody"), ElementId("vpc")));
    diagram.put(element("a")); // moved to the page
    EXPECT_THAT(diagram.children(ElementId("vpc")), ElementsAre(ElementId("b")));
    EXPECT_FALSE(diagram.isInside(ElementId("web"), ElementId("vpc")));
}

TEST(Diagram, ALoopOfParentsHangsNobody) {
    Diagram diagram;
    diagram.put(element("a", "b"));
    diagram.put(element("b", "a"));
    diagram.put(element("c", "c"));
    EXPECT_FALSE(diagram.isInside(ElementId("a"), ElementId("vpc")));
    EXPECT_FALSE(diagram.isInside(ElementId("c"), ElementId("a")));
}

TEST(Diagram, KnowsWhoNamesWhom) {
    Diagram diagram;
    Element web = element("web");
    web.groups = {ElementId("sg")};
    web.properties.set("routeTable", Reference{"sg"});
    diagram.put(web);
    diagram.put(element("sg"));
    Link call = link("traffic-1", "web", "sg");
    call.properties.set("fallback", Reference{"traffic-2"});
    diagram.put(call);
    EXPECT_THAT(diagram.elementsReferringTo("sg"), ElementsAre(ElementId("web")));
    EXPECT_THAT(diagram.linksReferringTo("traffic-2"), ElementsAre(LinkId("traffic-1")));
    EXPECT_THAT(diagram.linksAt(ElementId("sg")), ElementsAre(LinkId("traffic-1")));

    // Still named by its groups when the property goes.
    EXPECT_TRUE(diagram.setProperty(ElementId("web"), "routeTable", std::nullopt));
    EXPECT_THAT(diagram.elementsReferringTo("sg"), ElementsAre(ElementId("web")));
    diagram.setProperty(ElementId("web"), "routeTable", Reference{"other"});
    EXPECT_THAT(diagram.elementsReferringTo("other"), ElementsAre(ElementId("web")));
    diagram.setProperty(LinkId("traffic-1"), "fallback", std::nullopt);
    EXPECT_THAT(diagram.linksReferringTo("traffic-2"), IsEmpty());

    diagram.take(ElementId("web"));
    EXPECT_THAT(diagram.elementsReferringTo("sg"), IsEmpty());
    EXPECT_THAT(diagram.elementsReferringTo("other"), IsEmpty());
    EXPECT_FALSE(diagram.setName(ElementId("web"), {"Web", ""}));
    EXPECT_FALSE(diagram.setProperty(ElementId("web"), "key", true));
}

TEST(Diagram, FreshIdsAreTheSmallestUnusedOfAllKinds) {
    Diagram diagram;
    EXPECT_EQ(diagram.freshId("ec2"), "ec2-1");
    for (const char* id : {"ec2-1", "ec2-3", "ec2-04", "ec2-x", "ec2-2x", "ec2", "ec22-2"}) diagram.put(element(id));
    EXPECT_EQ(diagram.freshId("ec2"), "ec2-2");
    diagram.put(link("ec2-2", "ec2-1", "ec2-3"));
    EXPECT_EQ(diagram.freshId("ec2"), "ec2-4");
    Scenario scenario;
    scenario.id = ScenarioId("ec2-4");
    diagram.put(scenario);
    EXPECT_EQ(diagram.freshId("ec2"), "ec2-5");
    EXPECT_TRUE(isValidId(diagram.freshId(std::string(500, 'a'))));
    EXPECT_TRUE(isValidId(diagram.freshId("")));
    EXPECT_TRUE(isValidId(diagram.freshId("-웹 서버/")));
}

TEST(Diagram, EqualityLooksAtContent) {
    Diagram a;
    Diagram b;
    for (int i = 0; i < 300; ++i) a.put(element(("e" + std::to_string(i)).c_str()));
    for (int i = 299; i >= 0; --i) b.put(element(("e" + std::to_string(i)).c_str()));
    EXPECT_EQ(a, b);
    b.setFrame(ElementId("e7"), Rect{1, 2, 3, 4});
    EXPECT_FALSE(a == b);
    b.setFrame(ElementId("e7"), std::nullopt);
    EXPECT_EQ(a, b);
    Project project;
    project.name = {"Shop", "상점"};
    b.setProject(project);
    EXPECT_FALSE(a == b);
}

// The indexes after any series of changes are those of the same things put in afresh, and those counted by hand.
TEST(Diagram, IndexesStayTrueOverManyRandomChanges) {
    std::mt19937 random(11);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const auto name = [&](const char* stem, int n) { return stem + std::to_string(below(n)); };
    Diagram diagram;
    std::vector<Diagram> snapshots;
    for (int round = 0; round < 20'000; ++round) {
        const std::string id = name("e", 120);
        switch (below(8)) {
        case 0:
        case 1: {
            Element made = element(id.c_str(), below(4) ? name("e", 120).c_str() : "");
            for (int i = below(3); i > 0; --i) made.spans.emplace_back(name("e", 120));
            for (int i = below(3); i > 0; --i) made.groups.emplace_back(name("e", 120));
            if (below(2)) made.properties.set("table", Reference{name("e", 120)});
            if (below(2))
                made.properties.set(
                    "list", catalog::List{Reference{name("e", 120)}, std::string("x"), Reference{name("l", 60)}});
            diagram.put(made);
            break;
        }
        case 2:
            diagram.take(ElementId(id));
            break;
        case 3: {
            Link made = link(name("l", 60).c_str(), name("e", 120).c_str(), name("e", 120).c_str());
            if (below(2)) made.properties.set("fallback", Reference{name("l", 60)});
            diagram.put(made);
            break;
        }
        case 4:
            diagram.take(LinkId(name("l", 60)));
            break;
        case 5: {
            catalog::Record row;
            row.set("to", std::string("10.0.0.0/8"));
            row.set("via", Reference{name("e", 120)});
            if (below(3))
                diagram.setProperty(ElementId(id), "routes", catalog::Records{row, row});
            else
                diagram.setProperty(ElementId(id), "routes", std::nullopt);
            break;
        }
        case 6:
            diagram.setProperty(LinkId(name("l", 60)), "fallback", Reference{name("l", 60)});
            break;
        default:
            diagram.setFrame(ElementId(id), Rect{below(9), 1, 2, 3});
            break;
        }
        if (round % 100 == 0) snapshots.push_back(diagram);
        if (snapshots.size() > 5) snapshots.erase(snapshots.begin());
        if (round % 1'000 != 0) continue;

        std::map<std::string, std::set<std::string>> children, links, byElements, byLinks;
        for (const Element& e : diagram.elements()) {
            children[e.parent.str()].insert(e.id.str());
            for (const ElementId& s : e.spans) byElements[s.str()].insert(e.id.str());
            for (const ElementId& g : e.groups) byElements[g.str()].insert(e.id.str());
            for (const auto& entry : e.properties)
                catalog::forEachReference(entry.second,
                                          [&](const std::string& r) { byElements[r].insert(e.id.str()); });
        }
        for (const Link& l : diagram.links()) {
            links[l.from.str()].insert(l.id.str());
            links[l.to.str()].insert(l.id.str());
            for (const auto& entry : l.properties)
                catalog::forEachReference(entry.second, [&](const std::string& r) { byLinks[r].insert(l.id.str()); });
        }
        const auto same = [](const auto& ids, const std::set<std::string>& known) {
            return std::equal(ids.begin(), ids.end(), known.begin(), known.end(),
                              [](const auto& a, const std::string& b) { return a.str() == b; });
        };
        for (int i = -1; i < 120; ++i) {
            const std::string e = i < 0 ? std::string() : "e" + std::to_string(i);
            ASSERT_TRUE(same(diagram.children(ElementId(e)), children[e])) << e;
            ASSERT_TRUE(same(diagram.linksAt(ElementId(e)), links[e])) << e;
            ASSERT_TRUE(same(diagram.elementsReferringTo(e), byElements[e])) << e;
        }
        for (int i = 0; i < 60; ++i) {
            const std::string l = "l" + std::to_string(i);
            ASSERT_TRUE(same(diagram.linksReferringTo(l), byLinks[l])) << l;
            ASSERT_TRUE(same(diagram.elementsReferringTo(l), byElements[l])) << l;
        }
    }
}

TEST(Scenario, ActionsHaveOneTextEach) {
    for (int i = 0; i <= static_cast<int>(EventAction::Set); ++i) {
        const auto action = static_cast<EventAction>(i);
        EXPECT_EQ(eventAction(toText(action)), action);
    }
    EXPECT_EQ(toText(EventAction::Failover), "failover");
    EXPECT_EQ(eventAction("explode"), std::nullopt);
}

} // namespace
} // namespace sky::diagram
