// SPDX-License-Identifier: GPL-3.0-or-later
// A diagram filled at once is the diagram that many single puts would have made, indexes and all.
#include "diagram/filling.h"
#include "diagram/integrity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace sky::diagram {
namespace {

std::vector<Element> elements(std::mt19937& random) {
    std::vector<Element> all;
    for (int i = 0; i < 300; ++i) {
        const auto any = [&] { return "e-" + std::to_string(random() % 320); }; // some are nobody
        Element element;
        element.id = ElementId("e-" + std::to_string(i));
        element.service = "ec2";
        if (random() % 4 != 0) element.parent = ElementId(any());
        for (std::size_t n = random() % 3; n > 0; --n) element.spans.emplace_back(any());
        for (std::size_t n = random() % 3; n > 0; --n) element.groups.emplace_back(any());
        if (random() % 2 == 0) element.properties.set("routeTable", catalog::Reference{any()});
        if (random() % 3 == 0)
            element.properties.set("routes", catalog::List{catalog::Reference{any()},
                                                           catalog::Reference{"l-" + std::to_string(random() % 90)}});
        all.push_back(std::move(element));
    }
    return all;
}

std::vector<Link> links(std::mt19937& random) {
    std::vector<Link> all;
    for (int i = 0; i < 400; ++i) {
        const auto any = [&] { return "e-" + std::to_string(random() % 310); };
        Link link;
        link.id = LinkId("l-" + std::to_string(i));
        link.from = ElementId(any());
        link.to = ElementId(any()); // now and then its own start
        if (random() % 3 == 0)
            link.properties.set("fallback", catalog::Reference{"l-" + std::to_string(random() % 90)});
        all.push_back(std::move(link));
    }
    return all;
}

template <class A, class B>
bool same(const A& a, const B& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

TEST(Filling, MakesTheIndexesThatSinglePutsMake) {
    std::mt19937 random(7);
    for (int round = 0; round < 10; ++round) {
        std::vector<Element> boxes = elements(random);
        std::vector<Link> arrows = links(random);
        if (round > 0) std::shuffle(boxes.begin(), boxes.end(), random); // round 0: by number, not by id
        if (round > 1) std::shuffle(arrows.begin(), arrows.end(), random);
        Diagram single;
        Filling filling;
        for (const Element& box : boxes) single.put(box);
        for (const Link& arrow : arrows) single.put(arrow);
        for (const Element& box : boxes) ASSERT_TRUE(filling.add(Element(box)));
        for (const Link& arrow : arrows) ASSERT_TRUE(filling.add(Link(arrow)));
        const Diagram filled = filling.finish();
        ASSERT_TRUE(filled == single);
        for (const char* prefix : {"e-", "l-"})
            for (int i = -1; i < 400; ++i) {
                const std::string id = i < 0 ? std::string() : prefix + std::to_string(i);
                EXPECT_TRUE(same(filled.children(ElementId(id)), single.children(ElementId(id)))) << id;
                EXPECT_TRUE(same(filled.linksAt(ElementId(id)), single.linksAt(ElementId(id)))) << id;
                EXPECT_TRUE(same(filled.elementsReferringTo(id), single.elementsReferringTo(id))) << id;
                EXPECT_TRUE(same(filled.linksReferringTo(id), single.linksReferringTo(id))) << id;
            }
        const auto& catalog = catalog::Catalog::builtin();
        const auto one = findViolations(single, catalog, 50);
        const auto other = findViolations(filled, catalog, 50, filling.takeKnown());
        ASSERT_EQ(one.size(), other.size());
        for (std::size_t i = 0; i < one.size(); ++i)
            EXPECT_EQ(one[i].in(Language::English), other[i].in(Language::English));
    }
}

TEST(Filling, AnIdBelongsToOneThingOfWhateverKind) {
    Filling filling;
    Element element;
    element.id = ElementId("a");
    EXPECT_TRUE(filling.add(Element(element)));
    EXPECT_FALSE(filling.add(Element(element)));
    Link link;
    link.id = LinkId("a");
    EXPECT_FALSE(filling.add(std::move(link)));
    Scenario scenario;
    scenario.id = ScenarioId("a");
    EXPECT_FALSE(filling.add(std::move(scenario)));
    const Diagram diagram = filling.finish();
    EXPECT_EQ(diagram.elements().size(), 1u);
    EXPECT_TRUE(diagram.links().empty());
}

} // namespace
} // namespace sky::diagram
