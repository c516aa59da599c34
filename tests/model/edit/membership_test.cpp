// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/membership.h"

#include <gtest/gtest.h>

namespace sky::edit {
namespace {

diagram::Element thing(const char* id, const char* service) {
    diagram::Element element;
    element.id = ElementId(id);
    element.service = service;
    return element;
}

struct Membership : testing::Test {
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    diagram::Diagram diagram;
    const ElementId web{"web"}, alb{"alb"}, sg{"sg"}, other{"other"}, a{"a"}, b{"b"};
    Membership() {
        for (const auto& [id, service] : {std::pair{"web", "ec2"}, {"alb", "alb"}, {"sg", "security-group"}, {"other", "security-group"},
                                          {"a", "subnet"}, {"b", "subnet"}})
            diagram.put(thing(id, service));
    }
    void carryOut(const Result<Step>& step) {
        ASSERT_TRUE(step) << step.error().what.en;
        const auto done = apply(diagram, catalog, *step);
        ASSERT_TRUE(done) << done.error().what.en;
    }
};

TEST_F(Membership, ManyJoinAndLeaveInOneStep) {
    carryOut(changeGroups(diagram, catalog, {web, alb}, {sg}, {}));
    EXPECT_EQ(diagram.element(web)->groups, std::vector{sg});
    carryOut(changeGroups(diagram, catalog, {web, alb}, {other, sg}, {}));
    EXPECT_EQ(diagram.element(alb)->groups, (std::vector{sg, other}));
    const Result<Step> step = changeGroups(diagram, catalog, {web, alb}, {}, {sg});
    EXPECT_EQ(step->edits.size(), 2u);
    carryOut(step);
    EXPECT_EQ(diagram.element(web)->groups, std::vector{other});
}

TEST_F(Membership, OnlyGroupsCanBeJoined) {
    EXPECT_FALSE(changeGroups(diagram, catalog, {web}, {a}, {}));
    EXPECT_FALSE(changeGroups(diagram, catalog, {web}, {ElementId("gone")}, {}));
    EXPECT_FALSE(changeGroups(diagram, catalog, {}, {sg}, {}));
}

TEST_F(Membership, SpansAreForWhatSpans) {
    carryOut(setSpans(diagram, catalog, {web, alb}, {a, b}));
    EXPECT_EQ(diagram.element(alb)->spans, (std::vector{a, b}));
    EXPECT_TRUE(diagram.element(web)->spans.empty());
    const Result<Step> wrong = setSpans(diagram, catalog, {web}, {a});
    ASSERT_FALSE(wrong);
    EXPECT_NE(wrong.error().what.ko, "");
}

TEST_F(Membership, ATableIsMadeForManySubnetsInOneStep) {
    diagram.put(thing("vpc", "vpc"));
    const Result<Built> built = addFor(diagram, catalog, {a, b}, "routeTable", "route-table", ElementId("vpc"));
    ASSERT_TRUE(built) << built.error().what.en;
    carryOut(built->step);
    const ElementId made = built->made.elements.front();
    EXPECT_EQ(diagram.element(made)->parent, ElementId("vpc"));
    for (const ElementId& id : {a, b}) EXPECT_EQ(*diagram.element(id)->properties.reference("routeTable"), made.str());
    const Result<Built> group = addFor(diagram, catalog, {web}, {}, "security-group", ElementId("vpc"));
    ASSERT_TRUE(group);
    carryOut(group->step);
    EXPECT_EQ(diagram.element(web)->groups, group->made.elements);
    EXPECT_FALSE(addFor(diagram, catalog, {a}, "routeTable", "route-table", a));
    EXPECT_FALSE(addFor(diagram, catalog, {a}, "routeTable", "no-such-service", ElementId("vpc")));
}

} // namespace
} // namespace sky::edit
