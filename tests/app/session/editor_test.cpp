// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of the window, on a session without a window.
#include "session/session.h"

#include "edit/add.h"
#include "edit/properties.h"
#include "session/preferences.h"
#include "session/text_bridge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QSignalSpy>

namespace sky::session {
namespace {

using testing::ElementsAre;

class EditorTest : public testing::Test {
  protected:
    ElementId drop(const std::string& service, Point at, const std::string& preset = {}) {
        session.jobs()->finish();
        const DropPlan plan = planNew(diagram(), document().catalog(), session.jobs()->placement(), service, at);
        const ElementId made = session.editor()->place(service, preset, at, plan);
        session.jobs()->finish();
        return made;
    }
    // As an import may leave it: a subnet right in the Region.
    std::pair<ElementId, ElementId> loneSubnet() {
        diagram::Diagram drawn;
        diagram::Element region;
        region.id = ElementId("seoul");
        region.service = "region";
        region.frame = Rect{0, 0, 1200, 800};
        drawn.put(region);
        diagram::Element subnet;
        subnet.id = ElementId("alone");
        subnet.service = "subnet";
        subnet.parent = region.id;
        subnet.frame = Rect{80, 80, 300, 200};
        drawn.put(subnet);
        document().startNew(drawn);
        session.jobs()->finish();
        return {region.id, subnet.id};
    }
    Rect pageFrame(const ElementId& id) {
        session.jobs()->finish();
        const layout::Placed* placed = session.jobs()->placement().find(id);
        return placed ? placed->frame : Rect{};
    }
    Document& document() { return *session.document(); }
    const diagram::Diagram& diagram() { return document().diagram(); }
    const diagram::Element& element(const ElementId& id) { return *diagram().element(id); }

    Session session;
};

TEST_F(EditorTest, DroppedThingsNestWhereTheyAreDropped) {
    const ElementId region = drop("region", {0, 0});
    const ElementId vpc = drop("vpc", {120, 120});
    EXPECT_EQ(element(vpc).parent, region);
    EXPECT_EQ(*element(vpc).properties.text("cidr"), "10.0.0.0/16");
}

TEST_F(EditorTest, AMissingParentIsMadeOnTheWayInOneStep) {
    const ElementId region = drop("region", {0, 0});
    const ElementId server = drop("ec2", {200, 200});
    ASSERT_FALSE(server.empty());
    const ElementId subnet = element(server).parent;
    EXPECT_EQ(element(subnet).service, "subnet");
    EXPECT_TRUE(diagram().isInside(server, region));
    EXPECT_EQ(*element(subnet).properties.text("cidr"), "10.0.0.0/24");
    ASSERT_TRUE(document().undo());
    EXPECT_EQ(diagram().elements().size(), 1u);
}

TEST_F(EditorTest, APublicSubnetBringsWhatMakesItSo) {
    drop("region", {0, 0});
    drop("vpc", {100, 100});
    const ElementId subnet = drop("subnet", {160, 180}, "public-subnet");
    session.jobs()->finish();
    EXPECT_EQ(session.jobs()->topology().exposure(subnet).exposure, topology::Exposure::Public);
    ASSERT_TRUE(document().undo());
    EXPECT_EQ(diagram().elements().size(), 2u);
}

TEST_F(EditorTest, SubnetsGetTheNextFreeAddresses) {
    drop("region", {0, 0});
    drop("vpc", {100, 100});
    const ElementId first = drop("subnet", {160, 180});
    const ElementId second = drop("subnet", {460, 180});
    EXPECT_EQ(*element(first).properties.text("cidr"), "10.0.0.0/24");
    EXPECT_EQ(*element(second).properties.text("cidr"), "10.0.1.0/24");
}

TEST_F(EditorTest, ADatabaseDroppedOnASubnetStandsInTheVpcAndSpansIt) {
    drop("region", {0, 0});
    const ElementId vpc = drop("vpc", {100, 100});
    const ElementId subnet = drop("subnet", {160, 180});
    const ElementId database = drop("rds", {250, 260});
    EXPECT_EQ(element(database).parent, vpc);
    EXPECT_THAT(element(database).spans, ElementsAre(subnet));
}

TEST_F(EditorTest, ARefusalSaysWhereAThingStands) {
    drop("region", {0, 0});
    drop("vpc", {100, 100});
    drop("subnet", {160, 180});
    const DropPlan plan = planNew(diagram(), document().catalog(), session.jobs()->placement(), "s3", {250, 260});
    EXPECT_FALSE(plan.accepted());
    EXPECT_EQ(plan.says.en, "S3 stands in Region, not in Subnet");
    EXPECT_FALSE(plan.says.ko.empty());
}

TEST_F(EditorTest, DroppingOnAThingReplacesItAndKeepsItsLinks) {
    drop("region", {0, 0});
    drop("vpc", {100, 100});
    const ElementId balancer = drop("alb", {500, 200});
    const ElementId database = drop("rds", {600, 300});
    ASSERT_TRUE(session.editor()->connect(balancer, database, catalog::LinkKind::Plain) || true);
    const ElementId again = drop("aurora", pageFrame(database).center());
    EXPECT_EQ(again, database);
    EXPECT_EQ(element(database).service, "aurora");
}

TEST_F(EditorTest, MovingWritesDownThePlacesOfEverythingThatHadNone) {
    ASSERT_TRUE(document().openFile(SKY_SOURCE_DIR "/projects/three-tier-web.json"));
    session.jobs()->finish();
    const layout::Placement before = session.jobs()->placement();
    const ElementId some = before.elements().front().id;
    for (const layout::Placed& placed : before.elements())
        if (placed.shape == layout::Shape::Tile && diagram().element(placed.id)->frame) {
            session.view()->select(placed.id);
            session.editor()->nudge(8, 0);
            session.jobs()->finish();
            for (const layout::Placed& other : before.elements()) {
                if (other.id == placed.id || other.shape != layout::Shape::Container) continue;
                EXPECT_EQ(session.jobs()->placement().find(other.id)->frame, other.frame) << other.id.str();
            }
            break;
        }
    (void)some;
}

TEST_F(EditorTest, NudgesOneAfterTheOtherAreOneStep) {
    const ElementId region = drop("region", {0, 0});
    const Rect before = pageFrame(region);
    for (int i = 0; i < 5; ++i) session.editor()->nudge(8, 0);
    EXPECT_EQ(pageFrame(region), before.translated({40, 0}));
    ASSERT_TRUE(document().undo());
    EXPECT_EQ(pageFrame(region), before);
}

TEST_F(EditorTest, PlacingAndConnectingIsOneStep) {
    drop("region", {0, 0});
    drop("vpc", {100, 100});
    const ElementId subnet = drop("subnet", {160, 180});
    const ElementId server = drop("ec2", {250, 260});
    ASSERT_EQ(element(server).parent, subnet);
    const std::size_t before = diagram().elements().size();
    ASSERT_FALSE(session.editor()->placeAndConnect(server, "rds", "rds-mysql", {600, 300}).empty());
    EXPECT_EQ(diagram().links().size(), 1u);
    ASSERT_TRUE(document().undo());
    EXPECT_EQ(diagram().elements().size(), before);
    EXPECT_EQ(diagram().links().size(), 0u);
}

TEST_F(EditorTest, ANameInOneLanguageLeavesTheOther) {
    Preferences& preferences = Preferences::instance();
    const ElementId region = drop("region", {0, 0});
    const QString id = QString::fromStdString(region.str());
    preferences.setKorean(false);
    EXPECT_TRUE(session.editor()->rename(id, "Seoul"));
    preferences.setKorean(true);
    EXPECT_TRUE(session.editor()->rename(id, QString::fromUtf8("서울")));
    preferences.setKorean(false);
    EXPECT_EQ(element(region).name.in(Language::Korean), "서울");
}

TEST_F(EditorTest, DeletingTellsTheSelection) {
    const ElementId region = drop("region", {0, 0});
    session.view()->select(region);
    QSignalSpy spy(session.view(), &ViewState::selectionChanged);
    session.editor()->remove();
    EXPECT_TRUE(session.view()->elements().empty());
    EXPECT_EQ(spy.count(), 1);
    ASSERT_TRUE(document().undo());
    EXPECT_TRUE(diagram().element(region));
}

TEST_F(EditorTest, WhatIsCopiedCanBePastedIntoAnotherDocument) {
    const ElementId region = drop("region", {0, 0});
    session.view()->select(region);
    session.editor()->copy();
    Session other;
    other.editor()->paste();
    EXPECT_EQ(other.document()->diagram().elements().size(), 1u);
    EXPECT_EQ(other.view()->elements().size(), 1u);
}

TEST_F(EditorTest, SpaceOpensBoxesAndMovesWhatLiesBeyond) {
    drop("region", {0, 0});
    const ElementId vpc = drop("vpc", {100, 100});
    const ElementId left = drop("az", {140, 180});
    const ElementId right = drop("az", {480, 180});
    const Rect box = pageFrame(vpc);
    const Rect first = pageFrame(left);
    const Rect second = pageFrame(right);
    session.editor()->insertSpace(true, second.x - 10, 96);
    EXPECT_EQ(pageFrame(left), first);
    EXPECT_EQ(pageFrame(right), second.translated({96, 0}));
    EXPECT_EQ(pageFrame(vpc).width, box.width + 96);
}

TEST_F(EditorTest, AContainerLetGoOverOneThatBelongsInsideGoesRoundIt) {
    const auto [region, subnet] = loneSubnet();
    const Point inside = pageFrame(subnet).center();
    const DropPlan plan = planNew(diagram(), document().catalog(), session.jobs()->placement(), "vpc", inside);
    ASSERT_TRUE(plan.accepted());
    EXPECT_EQ(plan.swapsWith, subnet);
    const ElementId vpc = session.editor()->place("vpc", {}, inside, plan);
    ASSERT_FALSE(vpc.empty());
    EXPECT_EQ(element(vpc).parent, region);
    EXPECT_EQ(element(subnet).parent, vpc);
    const Rect box = pageFrame(vpc);
    const Rect held = pageFrame(subnet);
    EXPECT_TRUE(box.united(held) == box);
    ASSERT_TRUE(document().undo());
    EXPECT_EQ(element(subnet).parent, region);
    EXPECT_EQ(diagram().elements().size(), 2u);
}

TEST_F(EditorTest, AVpcMovedOntoALoneSubnetChangesPlacesWithIt) {
    const auto [region, subnet] = loneSubnet();
    const ElementId vpc = document()
                              .perform(edit::add(diagram(), document().catalog(), "vpc", {}, region, Point{700, 80}))
                              ->elements.front();
    session.jobs()->finish();
    session.view()->select(vpc);
    const Point at = pageFrame(subnet).center();
    const DropPlan plan = planMove(diagram(), document().catalog(), session.jobs()->placement(), {vpc}, at);
    ASSERT_EQ(plan.swapsWith, subnet);
    session.editor()->moveBy(at - pageFrame(vpc).topLeft(), plan);
    EXPECT_EQ(element(subnet).parent, vpc);
    EXPECT_EQ(element(vpc).parent, region);
}

TEST_F(EditorTest, SettingsAreCarriedToOthersOfTheirKindInOneStep) {
    const ElementId region = drop("region", {0, 0});
    const ElementId a = drop("ec2", {200, 200});
    const ElementId b = drop("ec2", {260, 260});
    ASSERT_TRUE(document().perform(edit::setProperty(diagram(), document().catalog(), {{a}, {}, {}}, "instanceType",
                                                     catalog::Value(std::string("m6i.large")))));
    session.view()->select(a);
    session.editor()->copySettings();
    session.view()->select(b);
    session.editor()->pasteSettings();
    ASSERT_TRUE(element(b).properties.text("instanceType"));
    EXPECT_EQ(*element(b).properties.text("instanceType"), "m6i.large");
    document().undo();
    EXPECT_FALSE(element(b).properties.has("instanceType"));
    session.view()->select(region);
    QSignalSpy refused(&document(), &Document::refused);
    session.editor()->pasteSettings();
    EXPECT_EQ(refused.count(), 1);
}

TEST_F(EditorTest, AnEditOfManyLinksIsAnsweredBeforeTheirWayIsFound) {
    drop("region", {0, 0});
    diagram::Diagram many = diagram();
    for (int i = 0; i < 400; ++i) {
        diagram::Element server;
        server.id = ElementId("s-" + std::to_string(i));
        server.service = "ec2";
        server.frame = Rect{200 + i % 20 * 120, 200 + i / 20 * 120, 40, 40};
        many.put(server);
        if (i == 0) continue;
        diagram::Link link;
        link.id = LinkId("l-" + std::to_string(i));
        link.from = ElementId("s-" + std::to_string(i - 1));
        link.to = server.id;
        many.put(link);
    }
    document().startNew(many);
    session.jobs()->finishRoutes();
    edit::Selection some;
    for (int i = 0; i < 200; ++i) some.elements.push_back(ElementId("s-" + std::to_string(i)));
    session.view()->select(some);
    bool shownBefore = false; // with the quick shape of its links
    QObject::connect(session.jobs(), &Jobs::sceneChanged, session.jobs(), [&] {
        if (session.jobs()->exact()) return;
        shownBefore = true;
        EXPECT_EQ(session.jobs()->revision(), document().revision());
    });
    session.editor()->nudge(40, 0);
    session.jobs()->finishRoutes();
    EXPECT_TRUE(shownBefore);
    // A link of which both ends have moved went along; one between moved and unmoved meets both.
    const layout::Route* across = session.jobs()->routes().find(LinkId("l-200"));
    ASSERT_TRUE(across);
    const Rect from = session.jobs()->placement().find(ElementId("s-199"))->body();
    const Point start = across->points.front();
    EXPECT_TRUE((Rect{from.x - 1, from.y - 1, from.width + 2, from.height + 2}.contains(start)));
    EXPECT_EQ(session.jobs()->routes().all().size(), 399u);
}

TEST_F(EditorTest, WhatIsPlacedByKeyboardGoesToTheNearestContainerThatTakesIt) {
    drop("region", {0, 0});
    const auto place = [&](const char* service, const char* preset = "") {
        const ElementId made = elementId(session.editor()->placeInSelection(service, preset));
        session.jobs()->finish();
        return made;
    };
    const ElementId vpc = place("vpc");
    const ElementId zone = place("az");
    const ElementId open = place("subnet", "public-subnet");
    const ElementId balancer = place("alb");
    EXPECT_EQ(element(balancer).parent, vpc);
    EXPECT_THAT(element(balancer).spans, ElementsAre(open));
    session.view()->select(zone);
    const ElementId closed = place("subnet", "private-subnet"); // beside the other, not in a network of its own
    EXPECT_EQ(element(closed).parent, zone);
    EXPECT_FALSE(pageFrame(closed).intersects(pageFrame(open)));
    const ElementId server = place("ec2");
    EXPECT_EQ(element(server).parent, closed);
    const ElementId database = place("rds"); // a server is selected: its subnet is the nearest
    EXPECT_THAT(element(database).spans, ElementsAre(closed));
    EXPECT_FALSE(pageFrame(database).intersects(pageFrame(server)));
    EXPECT_EQ(std::count_if(diagram().elements().begin(), diagram().elements().end(),
                            [](const diagram::Element& e) { return e.service == "vpc"; }),
              1);
}

} // namespace
} // namespace sky::session
