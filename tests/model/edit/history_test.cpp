// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include "diagram/limits.h"
#include "edit/clipboard.h"
#include "edit/merge.h"
#include "edit/move.h"
#include "edit/properties.h"
#include "edit/remove.h"
#include "edit/transaction.h"

#include <algorithm>

namespace sky::edit {
namespace {

using diagram::Diagram;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Step frameStep(const Diagram& diagram, const char* id, Rect frame) {
    return {say("Move", "이동"), {SetFrame{{ElementId(id), diagram.element(ElementId(id))->frame, frame}}}};
}

void doIt(Diagram& diagram, History& history, const Step& step, std::string_view key = {}) {
    ASSERT_TRUE(apply(diagram, builtin(), step).ok());
    history.push(step, key);
}

TEST(Apply, SaysWhatChangedSortedAndOnce) {
    Diagram diagram = shop();
    Step step = frameStep(diagram, "web", {1, 2, 40, 40});
    step.edits.push_back(SetFrame{{ElementId("web"), Rect{1, 2, 40, 40}, Rect{3, 4, 40, 40}}});
    step.edits.push_back(
        SetProperty{{ElementId("app-a"), std::string("10.0.1.0/24"), std::string("10.0.9.0/24")}, "cidr"});
    const Result<ChangeSet> done = apply(diagram, builtin(), step);
    ASSERT_TRUE(done.ok()) << done.error().in(Language::English);
    ASSERT_EQ(done->elements.size(), 2u);
    EXPECT_EQ(done->elements[0], (ElementChange{ElementId("app-a"), Field::Property, "cidr"}));
    EXPECT_EQ(done->elements[1], (ElementChange{ElementId("web"), Field::Frame, ""}));
}

TEST(Apply, AllOrNothing) {
    const Diagram before = shop();
    const auto refused = [&](const Step& step) {
        Diagram tried = before;
        const Result<ChangeSet> done = apply(tried, builtin(), step);
        EXPECT_FALSE(done.ok());
        EXPECT_EQ(tried, before);
        return done ? std::string() : done.error().in(Language::English);
    };
    Step stale = frameStep(before, "web", {1, 2, 40, 40});
    stale.edits.push_back(SetName{{ElementId("web"), {"Other", ""}, {"New", ""}}});
    EXPECT_THAT(refused(stale), HasSubstr("has changed"));
    Step loop = frameStep(before, "web", {1, 2, 40, 40});
    loop.edits.push_back(SetParent{{ElementId("vpc"), ElementId("seoul"), ElementId("app-a")}});
    EXPECT_THAT(refused(loop), HasSubstr("inside itself"));
    EXPECT_THAT(refused({{}, {PutElement{{ElementId("nat-a"), *before.element(ElementId("nat-a")), std::nullopt}}}}),
                HasSubstr("needs it"));
    EXPECT_THAT(refused({{}, {SetProperty{{ElementId("app-a"), std::nullopt, std::string("x")}, "cdir"}}}),
                HasSubstr("'cidr'"));
    EXPECT_THAT(refused({{}, {SetProperty{{ElementId("web"), std::nullopt, catalog::Reference{"wbe"}}, "iamRole"}}}),
                HasSubstr("wbe"));
    EXPECT_THAT(refused(frameStep(before, "web", {0, 0, 0, 40})), HasSubstr("size"));
    EXPECT_THAT(refused({{}, {PutElement{{ElementId("x"), std::nullopt, std::nullopt}}}}), HasSubstr("something else"));
}

TEST(Apply, KeepsDepthWithinTheLimit) {
    Diagram diagram;
    std::string parent;
    for (std::size_t i = 0; i <= diagram::limits::kDepth; ++i) {
        const std::string id = "g" + std::to_string(i);
        diagram.put(a("generic-group", id.c_str()).in(parent.c_str()).element);
        parent = id;
    }
    diagram.put(a("generic-group", "top").element);
    diagram.put(a("note", "leaf").in("top").element);
    ASSERT_TRUE(diagram::findViolations(diagram, builtin()).empty());
    // Neither a thing nor what stands in it may come to lie too deep.
    for (const char* id : {"g31", "g30"}) {
        Diagram tried = diagram;
        const Result<ChangeSet> done =
            apply(tried, builtin(), {{}, {SetParent{{ElementId("top"), {}, ElementId(id)}}}});
        EXPECT_EQ(done.ok(), std::string(id) == "g30") << id;
    }
}

TEST(History, UndoAndRedoNameTheirSteps) {
    Diagram diagram = shop();
    History history;
    EXPECT_FALSE(history.undo(diagram).ok());
    EXPECT_FALSE(history.redo(diagram).ok());
    doIt(diagram, history, frameStep(diagram, "web", {1, 1, 40, 40}));
    EXPECT_EQ(history.undoName().en, "Move");
    EXPECT_TRUE(history.redoName().empty());
    ASSERT_TRUE(history.undo(diagram).ok());
    EXPECT_EQ(diagram, shop());
    EXPECT_EQ(history.redoName().ko, "이동");
    doIt(diagram, history, frameStep(diagram, "web", {2, 2, 40, 40}));
    EXPECT_FALSE(history.canRedo()); // another way was taken
}

TEST(History, AGestureIsOneStep) {
    Diagram diagram = shop();
    History history;
    for (int x = 1; x <= 50; ++x) doIt(diagram, history, frameStep(diagram, "web", {x, x, 40, 40}), "drag web");
    EXPECT_EQ(history.size(), 1u);
    history.endMerging();
    doIt(diagram, history, frameStep(diagram, "web", {99, 99, 40, 40}), "drag web");
    EXPECT_EQ(history.size(), 2u);
    ASSERT_TRUE(history.undo(diagram).ok());
    EXPECT_EQ(diagram.element(ElementId("web"))->frame->x, 50);
    ASSERT_TRUE(history.undo(diagram).ok());
    EXPECT_EQ(diagram, shop());
}

TEST(History, AGestureThatComesBackLeavesNothing) {
    Diagram diagram = shop();
    History history;
    doIt(diagram, history, frameStep(diagram, "web", {7, 7, 40, 40}), "drag");
    doIt(diagram, history, frameStep(diagram, "web", {20, 40, 40, 40}), "drag");
    EXPECT_FALSE(history.canUndo());
    EXPECT_FALSE(history.isModified());
    EXPECT_EQ(history.memory(), 0u);
}

TEST(History, KnowsWhatIsSaved) {
    Diagram diagram = shop();
    History history;
    EXPECT_FALSE(history.isModified());
    doIt(diagram, history, frameStep(diagram, "web", {1, 1, 40, 40}), "drag");
    EXPECT_TRUE(history.isModified());
    history.markSaved();
    doIt(diagram, history, frameStep(diagram, "web", {2, 2, 40, 40}), "drag"); // not merged into what is saved
    EXPECT_TRUE(history.isModified());
    ASSERT_TRUE(history.undo(diagram).ok());
    EXPECT_FALSE(history.isModified());
    ASSERT_TRUE(history.undo(diagram).ok());
    EXPECT_TRUE(history.isModified());
    doIt(diagram, history, frameStep(diagram, "web", {3, 3, 40, 40}));
    ASSERT_TRUE(history.undo(diagram).ok());
    EXPECT_TRUE(history.isModified()); // the saved state cannot be reached any more
}

TEST(History, DropsTheOldestBeyondItsMemory) {
    Diagram diagram = shop();
    History history(std::size_t{64} * 1024);
    for (int i = 1; i <= 500; ++i) doIt(diagram, history, frameStep(diagram, "web", {i, i, 40, 40}));
    EXPECT_LE(history.memory(), std::size_t{64} * 1024);
    EXPECT_GT(history.size(), 20u);
    EXPECT_LT(history.size(), 500u);
    while (history.canUndo()) {
        ASSERT_TRUE(history.undo(diagram).ok());
    }
    EXPECT_TRUE(history.isModified());
    while (history.canRedo()) {
        ASSERT_TRUE(history.redo(diagram).ok());
    }
    EXPECT_EQ(diagram.element(ElementId("web"))->frame->x, 500);
    History tiny(1);
    doIt(diagram, tiny, frameStep(diagram, "web", {1, 1, 40, 40}));
    EXPECT_TRUE(tiny.canUndo()); // the last step always
}

TEST(Transaction, LeavesNoTraceUnlessCommitted) {
    Diagram diagram = shop();
    History history;
    {
        Transaction transaction(diagram, builtin(), history);
        ASSERT_TRUE(transaction.apply(good(remove(diagram, builtin(), elements({"vpc"})))).ok());
        ASSERT_TRUE(transaction.apply(frameStep(diagram, "seoul", {5, 5, 50, 50})).ok());
        EXPECT_EQ(diagram.element(ElementId("web")), nullptr);
    }
    EXPECT_EQ(diagram, shop());
    EXPECT_FALSE(history.canUndo());

    Transaction transaction(diagram, builtin(), history);
    ASSERT_TRUE(transaction.apply(frameStep(diagram, "web", {5, 5, 40, 40})).ok());
    EXPECT_FALSE(transaction.apply(frameStep(diagram, "web", {5, 5, 0, 0})).ok());
    ASSERT_TRUE(transaction.apply(frameStep(diagram, "web", {6, 6, 40, 40})).ok());
    const ChangeSet changes = transaction.commit(say("Place", "배치"));
    EXPECT_EQ(changes.elements.size(), 1u);
    EXPECT_EQ(history.undoName().en, "Place");
    ASSERT_TRUE(history.undo(diagram).ok());
    EXPECT_EQ(diagram, shop());
}

TEST(Inverse, TurnsBeforeAndAfterRound) {
    const Edit edit = SetName{{ElementId("web"), {"a", ""}, {"b", ""}}};
    EXPECT_EQ(inverse(inverse(edit)), edit);
    EXPECT_EQ(std::get<SetName>(inverse(edit)).before.en, "b");
}

TEST(Clipboard, CutsWhatLeadsOutAndSaysSo) {
    const Diagram before = shop();
    const Fragment fragment = good(copy(before, elements({"a"})));
    EXPECT_EQ(fragment.elements.size(), 6u);
    EXPECT_EQ(fragment.links.size(), 1u);
    EXPECT_THAT(fragment.cut,
                ElementsAre(CutMention{"app-a", "routeTable", "rt-a"}, CutMention{"pub-a", "routeTable", "rt-pub"},
                            CutMention{"web", "groups", "sg-web"}));
    const Diagram elsewhere = after(Diagram(), good(paste(Diagram(), builtin(), fragment, {}, Point{10, 20})).step);
    EXPECT_EQ(elsewhere.elements().size(), 6u);
    EXPECT_EQ(*elsewhere.element(ElementId("az-1"))->frame, (Rect{10, 20, 300, 500}));
    EXPECT_EQ(elsewhere.linksAt(ElementId("ec2-1")).size(), 1u);
}

TEST(Clipboard, PastesIntoTheSameDocumentUnderNewIdsAsOftenAsOneLikes) {
    Diagram now = shop();
    const Fragment fragment = good(copy(now, elements({"web", "disk"})));
    for (int i = 0; i < 3; ++i) {
        const Built built = good(paste(now, builtin(), fragment, ElementId("pub-a"), Point{100, 50}));
        now = after(now, built.step);
        EXPECT_EQ(built.made.elements.size(), 2u);
        EXPECT_EQ(now.element(built.made.elements.front())->parent.str(), "pub-a");
    }
    // Without a place they lie on the page where they lay.
    const Diagram still = after(now, good(paste(now, builtin(), fragment, {}, std::nullopt)).step);
    EXPECT_EQ(still.children(ElementId()).size(), now.children(ElementId()).size() + 2);
}

TEST(Clipboard, AFragmentFromAnywhereCannotHarm) {
    const Diagram d = shop();
    Fragment fragment = good(copy(d, elements({"web"})));
    fragment.elements.push_back(fragment.elements.front());
    EXPECT_FALSE(paste(d, builtin(), fragment, {}, std::nullopt).ok());
    fragment.elements.pop_back();
    fragment.elements.front().frame = Rect{2'147'483'647, -2'147'483'647, 1, 1};
    EXPECT_FALSE(paste(d, builtin(), fragment, {}, Point{1, 1}).ok());
    fragment = good(copy(d, elements({"web"})));
    fragment.elements.front().groups = {ElementId("sg-web")}; // names what this document happens to have
    fragment.elements.front().spans = {ElementId("nobody")};
    const Diagram now = after(d, good(paste(d, builtin(), fragment, ElementId("app-a"), std::nullopt)).step);
    EXPECT_THAT(now.element(ElementId("ec2-1"))->groups, IsEmpty());
    fragment.links.push_back(arrow("l", "web", "nobody"));
    EXPECT_FALSE(paste(d, builtin(), fragment, {}, std::nullopt).ok());
    EXPECT_FALSE(paste(d, builtin(), Fragment{}, {}, std::nullopt).ok());
    EXPECT_FALSE(copy(d, {}).ok());
    // Two that stand in each other.
    Fragment loop;
    loop.elements = {a("generic-group", "x").in("y").element, a("generic-group", "y").in("x").element};
    const Result<Built> built = paste(d, builtin(), loop, {}, std::nullopt);
    if (built.ok()) {
        Diagram tried = d;
        EXPECT_FALSE(apply(tried, builtin(), built->step).ok());
        EXPECT_EQ(tried, d);
    }
}

} // namespace
} // namespace sky::edit
