// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include "edit/arrange.h"
#include "edit/change_service.h"
#include "edit/connect.h"
#include "edit/duplicate.h"
#include "edit/group.h"
#include "edit/lock.h"
#include "edit/move.h"
#include "edit/places.h"
#include "edit/properties.h"
#include "edit/remove.h"
#include "edit/swap.h"

namespace sky::edit {
namespace {

using diagram::Diagram;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Sample, IsSound) {
    for (const Error& violation : diagram::findViolations(shop(), builtin(), 20))
        ADD_FAILURE() << violation.in(Language::English);
}

TEST(Remove, TakesAlongWhateverNeedsIt) {
    const Diagram before = shop();
    const Diagram now = after(before, good(remove(before, builtin(), elements({"pub-a", "web"}))));
    for (const char* gone : {"pub-a", "nat-a", "web"}) EXPECT_EQ(now.element(ElementId(gone)), nullptr) << gone;
    for (const char* gone : {"serve", "attach-1", "attach-2"}) EXPECT_EQ(now.link(LinkId(gone)), nullptr) << gone;
    EXPECT_NE(now.element(ElementId("disk")), nullptr); // a volume stays, detached
    EXPECT_NE(now.element(ElementId("eip")), nullptr);
    EXPECT_THAT(now.element(ElementId("alb"))->spans, IsEmpty());
    EXPECT_FALSE(now.element(ElementId("rt-a"))->properties.has("routes")); // its only row led to the NAT gateway
    const diagram::Scenario& scenario = *now.scenario(ScenarioId("scenario-1"));
    EXPECT_EQ(scenario.events.size(), 2u);
    EXPECT_EQ(scenario.workload.size(), 1u);
    EXPECT_THAT(now.project().accepted, IsEmpty());
}

TEST(Remove, OfACallerChangesWorkloadAndGoals) {
    const Diagram before = shop();
    const Diagram now = after(before, good(remove(before, builtin(), elements({"shoppers", "alb"}))));
    EXPECT_THAT(now.scenario(ScenarioId("scenario-1"))->workload, IsEmpty());
    EXPECT_EQ(now.scenario(ScenarioId("scenario-1"))->events.size(), 2u);
    EXPECT_FALSE(now.project().properties.has("goals"));
}

TEST(Remove, OfEverythingLeavesNothing) {
    const Diagram before = shop();
    Selection all;
    for (const diagram::Element& e : before.elements()) all.elements.push_back(e.id);
    for (const diagram::Link& l : before.links()) all.links.push_back(l.id);
    all.scenarios = {ScenarioId("scenario-1")};
    const Diagram now = after(before, good(remove(before, builtin(), all)));
    EXPECT_TRUE(now.elements().empty() && now.links().empty() && now.scenarios().empty());
    EXPECT_FALSE(remove(before, builtin(), {}).ok());
    EXPECT_TRUE(good(remove(before, builtin(), elements({"nobody"}))).edits.empty());
}

TEST(Duplicate, CopiesInsidesAndLinksAmongThem) {
    const Diagram before = shop();
    const Built built = good(duplicate(before, builtin(), elements({"a", "web"}), {10, 20}));
    const Diagram now = after(before, built.step);
    ASSERT_EQ(built.made.elements.size(), 1u); // web stands in the zone
    const ElementId zone = built.made.elements.front();
    EXPECT_EQ(zone.str(), "az-1");
    EXPECT_EQ(*now.element(zone)->frame, (Rect{40, 70, 300, 500}));
    EXPECT_EQ(now.children(zone).size(), 3u);
    EXPECT_EQ(built.made.links.size(), 1u); // the disk of web; links to the outside are not copied
    EXPECT_TRUE(built.made.links.front().str().starts_with("attach-"));
    const diagram::Element& web = *now.element(ElementId("ec2-1"));
    EXPECT_THAT(web.groups, ElementsAre(ElementId("sg-web")));
    EXPECT_EQ(now.element(web.parent)->service, "subnet");
    EXPECT_NE(web.parent.str(), "app-a");
}

TEST(Duplicate, OfAThousandGivesAThousandIds) {
    Diagram many;
    Selection all;
    for (int i = 1; i <= 1'000; ++i) {
        many.put(a("ec2", ("ec2-" + std::to_string(i)).c_str()).element);
        all.elements.emplace_back("ec2-" + std::to_string(i));
    }
    const Diagram now = after(many, good(duplicate(many, builtin(), all, {10, 10})).step);
    EXPECT_EQ(now.elements().size(), 2'000u);
}

TEST(Move, ShiftsOnlyTheOutermostAndTheBendsBetween) {
    Diagram before = shop();
    diagram::Link serve = arrow("serve", "alb", "web");
    serve.waypoints = {{500, 300}};
    before.put(serve);
    const Diagram now = after(before, good(moveBy(before, builtin(), elements({"vpc", "web"}), {5, 6})));
    EXPECT_EQ(now.element(ElementId("vpc"))->frame->topLeft(), (Point{45, 66}));
    EXPECT_EQ(now.element(ElementId("web"))->frame->topLeft(), (Point{20, 40}));
    EXPECT_THAT(now.link(LinkId("serve"))->waypoints, ElementsAre(Point{505, 306}));
    EXPECT_FALSE(moveBy(before, builtin(), elements({"vpc"}), {2'000'000'000, 0}).ok());
}

TEST(Lock, KeepsThingsWhereTheyAreUntilTheyAreUnlocked) {
    const Diagram before = shop();
    const std::vector<ElementId> two = {ElementId("web"), ElementId("vpc")};
    const Step lock = good(toggleLock(before, builtin(), two));
    const Diagram locked = after(before, lock);
    EXPECT_TRUE(locked.element(ElementId("web"))->locked && locked.element(ElementId("vpc"))->locked);
    const Result<Step> alone = moveBy(locked, builtin(), elements({"web"}), {5, 6});
    ASSERT_FALSE(alone.ok());
    EXPECT_THAT(alone.error().in(Language::English), HasSubstr("locked"));
    EXPECT_FALSE(resize(locked, builtin(), ElementId("web"), Rect{0, 0, 80, 80}).ok());
    const Diagram moved = after(locked, good(moveBy(locked, builtin(), elements({"web", "alb"}), {5, 6})));
    EXPECT_EQ(moved.element(ElementId("web"))->frame, before.element(ElementId("web"))->frame);
    EXPECT_NE(moved.element(ElementId("alb"))->frame, before.element(ElementId("alb"))->frame);
    const Diagram aligned = after(locked, good(align(locked, builtin(), {ElementId("web"), ElementId("alb")}, Edge::Left)));
    EXPECT_EQ(aligned.element(ElementId("web"))->frame, before.element(ElementId("web"))->frame);
    // Half locked: lock the rest; all locked: unlock.
    const Diagram half = after(locked, good(toggleLock(locked, builtin(), {ElementId("web"), ElementId("alb")})));
    EXPECT_TRUE(half.element(ElementId("alb"))->locked);
    EXPECT_TRUE(after(locked, good(toggleLock(locked, builtin(), two))) == before);
    EXPECT_FALSE(toggleLock(before, builtin(), {}).ok());
    EXPECT_FALSE(toggleLock(before, builtin(), {ElementId("nobody")}).ok());
}

TEST(Move, IntoAnotherParentKeepsThePlaceOnThePage) {
    const Diagram before = shop();
    const Rect page = *pageFrame(before, ElementId("web"));
    const Diagram now = after(before, good(moveInto(before, builtin(), {ElementId("web")}, ElementId("pub-a"))));
    EXPECT_EQ(now.element(ElementId("web"))->parent.str(), "pub-a");
    EXPECT_EQ(*pageFrame(now, ElementId("web")), page);
    const Diagram out = after(before, good(moveInto(before, builtin(), {ElementId("a")}, ElementId())));
    EXPECT_EQ(*pageFrame(out, ElementId("web")), page);
}

TEST(Move, IntoItselfOrIntoATileIsRefusedWithTheWayOut) {
    const Diagram d = shop();
    EXPECT_THAT(moveInto(d, builtin(), {ElementId("vpc")}, ElementId("app-a")).error().in(Language::English),
                HasSubstr("Swap"));
    EXPECT_THAT(moveInto(d, builtin(), {ElementId("alb")}, ElementId("web")).error().in(Language::English),
                HasSubstr("no inside"));
    EXPECT_FALSE(moveInto(d, builtin(), {ElementId("nobody")}, ElementId("vpc")).ok());
}

TEST(Resize, FromTheUpperLeftLeavesTheInsideWhereItIs) {
    const Diagram before = shop();
    const Rect page = *pageFrame(before, ElementId("pub-a"));
    const Diagram now = after(before, good(resize(before, builtin(), ElementId("a"), {10, 20, 320, 530})));
    EXPECT_EQ(*pageFrame(now, ElementId("pub-a")), page);
}

TEST(SetProperty, OnManyTouchesThoseThatHaveIt) {
    const Diagram before = shop();
    Selection selection = elements({"pub-a", "app-a", "web"});
    const Diagram now =
        after(before, good(setProperty(before, builtin(), selection, "routeTable", catalog::Reference{"rt-pub"})));
    EXPECT_EQ(*now.element(ElementId("app-a"))->properties.reference("routeTable"), "rt-pub");
    EXPECT_FALSE(now.element(ElementId("web"))->properties.has("routeTable"));
    const auto wrong = setProperty(before, builtin(), elements({"pub-a"}), "routeTabel", std::nullopt);
    EXPECT_THAT(wrong.error().in(Language::English), HasSubstr("'routeTable'"));
}

TEST(Rename, RefusesWhatIsNoName) {
    const Diagram before = shop();
    Selection selection = elements({"web"});
    selection.links = {LinkId("serve")};
    selection.scenarios = {ScenarioId("scenario-1")};
    const Diagram now = after(before, good(rename(before, builtin(), selection, {"Front", "앞단"})));
    EXPECT_EQ(now.element(ElementId("web"))->name.ko, "앞단");
    EXPECT_EQ(now.link(LinkId("serve"))->name.en, "Front");
    EXPECT_EQ(now.scenario(ScenarioId("scenario-1"))->name.en, "Front");
    EXPECT_FALSE(rename(before, builtin(), selection, {"two\nlines", ""}).ok());
    EXPECT_FALSE(rename(before, builtin(), selection, {std::string(129, 'x'), ""}).ok());
    EXPECT_FALSE(rename(before, builtin(), selection, {"\xff", ""}).ok());
    after(before, good(renameProject(before, builtin(), {"Shop", "상점"})));
}

TEST(Connect, IdsBeginWithTheKindAndUnfitKindsAreRefused) {
    const Diagram before = shop();
    const Built built = good(connect(before, builtin(), ElementId("shoppers"), ElementId("web")));
    const Diagram now = after(before, built.step);
    EXPECT_EQ(built.made.links.front().str(), "traffic-1");
    EXPECT_EQ(now.link(LinkId("traffic-1"))->kind, std::nullopt);
    const auto wrong =
        connect(before, builtin(), ElementId("shoppers"), ElementId("web"), catalog::LinkKind::Replication);
    ASSERT_FALSE(wrong.ok());
    EXPECT_THAT(wrong.error().in(Language::English), HasSubstr("Possible: "));
    EXPECT_FALSE(connect(before, builtin(), ElementId("web"), ElementId("web")).ok());
    after(before, good(reconnect(before, builtin(), LinkId("serve"), End::From, ElementId("shoppers"))));
    after(before, good(setKind(before, builtin(), {LinkId("serve")}, catalog::LinkKind::Plain)));
    const Diagram turned = after(before, good(reverse(before, builtin(), {LinkId("serve")})));
    EXPECT_EQ(turned.link(LinkId("serve"))->from.str(), "web");
}

TEST(Connect, DroppingTheKindDropsWhatOnlyItHas) {
    Diagram before = shop();
    diagram::Link serve = arrow("serve", "alb", "web");
    serve.properties.set("port", Quantity{8080, Unit::Count});
    before.put(serve);
    const Diagram now = after(before, good(setKind(before, builtin(), {LinkId("serve")}, catalog::LinkKind::Plain)));
    EXPECT_TRUE(now.link(LinkId("serve"))->properties.empty());
}

TEST(Attach, AVolumeLetsGoOfTheHolderItHad) {
    Diagram before = shop();
    before.put(a("ec2", "other").in("app-a").element);
    const Built built = good(attach(before, builtin(), ElementId("disk"), ElementId("other")));
    const Diagram now = after(before, built.step);
    ASSERT_EQ(now.linksAt(ElementId("disk")).size(), 1u);
    EXPECT_EQ(now.link(built.made.links.front())->to.str(), "other");
    EXPECT_TRUE(good(attach(before, builtin(), ElementId("disk"), ElementId("web"))).step.edits.empty());
    EXPECT_FALSE(attach(before, builtin(), ElementId("disk"), ElementId("shoppers")).ok());
    const Diagram loose = after(before, good(detach(before, builtin(), {ElementId("disk")})));
    EXPECT_THAT(loose.linksAt(ElementId("disk")), IsEmpty());
}

TEST(Group, AndUngroupLeaveEverythingWhereItWas) {
    const Diagram before = shop();
    const Built built = good(group(before, builtin(), {ElementId("pub-a"), ElementId("app-a")}, {"Both", "둘"}));
    const Diagram now = after(before, built.step);
    const ElementId box = built.made.elements.front();
    EXPECT_EQ(now.element(box)->service, "generic-group");
    EXPECT_EQ(*pageFrame(now, ElementId("pub-a")), *pageFrame(before, ElementId("pub-a")));
    EXPECT_TRUE(now.element(box)->frame->size().width > 260);
    const Built undone = good(ungroup(now, builtin(), {box}));
    EXPECT_THAT(undone.made.elements, ElementsAre(ElementId("app-a"), ElementId("pub-a")));
    EXPECT_EQ(after(now, undone.step), before);
    EXPECT_FALSE(group(before, builtin(), {ElementId("pub-a"), ElementId("web")}).ok());
}

TEST(ChangeService, KeepsLinksAndSharedProperties) {
    Diagram before = shop();
    before.put(a("rds", "db")
                   .in("vpc")
                   .at(500, 300, 40, 40)
                   .with("engine", std::string("mysql"))
                   .with("notes", Text{"ours", "우리 것"})
                   .element);
    diagram::Link sql = arrow("sql", "web", "db");
    sql.kind = catalog::LinkKind::Traffic;
    sql.properties.set("port", Quantity{3306, Unit::Count});
    before.put(sql);
    const Diagram now = after(before, good(changeService(before, builtin(), {ElementId("db")}, "ec2")));
    const diagram::Element& changed = *now.element(ElementId("db"));
    EXPECT_EQ(changed.service, "ec2");
    EXPECT_FALSE(changed.properties.has("engine"));
    EXPECT_TRUE(changed.properties.has("notes"));
    EXPECT_TRUE(now.link(LinkId("sql"))->properties.has("port"));
    EXPECT_THAT(changeService(before, builtin(), {ElementId("db")}, "ec22").error().in(Language::English),
                HasSubstr("'ec2'"));
    EXPECT_FALSE(changeService(before, builtin(), {ElementId("vpc")}, "ec2").ok());
}

TEST(Arrange, WorksInPageCoordinatesAcrossParents) {
    const Diagram before = shop();
    const std::vector<ElementId> ids = {ElementId("web"), ElementId("nat-a"), ElementId("alb")};
    const Diagram aligned = after(before, good(align(before, builtin(), ids, Edge::Top)));
    for (const ElementId& id : ids) EXPECT_EQ(pageFrame(aligned, id)->y, pageFrame(before, ElementId("alb"))->y);
    for (const Edge edge : {Edge::Left, Edge::Middle, Edge::Right, Edge::Centre, Edge::Bottom})
        after(before, good(align(before, builtin(), ids, edge)));
    const Diagram spread = after(before, good(distribute(before, builtin(), ids, Axis::Down)));
    const int first = pageFrame(spread, ids[2])->y;
    const int middle = pageFrame(spread, ids[1])->y;
    const int last = pageFrame(spread, ids[0])->y;
    EXPECT_NEAR(middle - first, last - middle, 1);
    const Diagram even = after(before, good(sameSize(before, builtin(), {ElementId("pub-a"), ElementId("web")})));
    EXPECT_EQ(*even.element(ElementId("web"))->frame, (Rect{20, 40, 260, 200}));
    EXPECT_FALSE(align(before, builtin(), {ElementId("web")}, Edge::Top).ok());
}

TEST(Swap, AContainerDroppedOnItsOwnInsideChangesPlacesWithIt) {
    const Diagram before = shop();
    const Diagram now = after(before, good(swapNesting(before, builtin(), ElementId("vpc"), ElementId("a"))));
    EXPECT_EQ(now.element(ElementId("a"))->parent.str(), "seoul");
    EXPECT_EQ(now.element(ElementId("vpc"))->parent.str(), "a");
    EXPECT_EQ(now.element(ElementId("web"))->parent.str(), "app-a");
    const Rect outer = *now.element(ElementId("a"))->frame;
    const Rect inner = *now.element(ElementId("vpc"))->frame;
    EXPECT_TRUE((Rect{0, 0, outer.width, outer.height}).contains(inner));
    EXPECT_FALSE(swapNesting(before, builtin(), ElementId("a"), ElementId("vpc")).ok());
    EXPECT_FALSE(swapNesting(before, builtin(), ElementId("app-a"), ElementId("web")).ok());
}

} // namespace
} // namespace sky::edit
