// SPDX-License-Identifier: GPL-3.0-or-later
// More than 100 000 random edits against the oracle: sound and bad steps, snapshots alive, undo and redo on the way,
// and at the end undoing everything leads to the start and redoing everything to the end.
#include "oracle.h"

#include "diagram/integrity.h"
#include "edit/history.h"
#include "edit/perform.h"
#include "edit/remove.h"

#include <gtest/gtest.h>

#include <random>

namespace sky::edit {
namespace {

using catalog::Catalog;
using diagram::Diagram;
using diagram::Element;
using diagram::Link;

class RandomEditor {
  public:
    explicit RandomEditor(unsigned seed) : m_random(seed) {}

    Diagram diagram;

    // A step that may or may not be sound.
    Step next() {
        Step step;
        step.name = {"random", {}};
        for (int i = 1 + below(6); i > 0; --i) addEdit(step);
        return step;
    }
    // Removing by hand is almost never sound: the builder does it.
    Step removal() {
        Selection selection;
        if (below(2)) selection.elements.push_back(anElement());
        if (below(2)) selection.links.push_back(aLink());
        if (below(9) == 0) selection.scenarios.push_back(ScenarioId("scenario-" + std::to_string(below(4))));
        const Result<Step> step = remove(diagram, Catalog::builtin(), selection);
        return step ? *step : Step{};
    }
    int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }

  private:
    static constexpr int kElements = 300;
    static constexpr int kLinks = 200;

    ElementId someElement() { return ElementId("e" + std::to_string(below(kElements))); } // perhaps not there
    ElementId anElement() {
        if (diagram.elements().empty()) return someElement();
        const auto at = diagram.elements().lowerBound(someElement());
        return at == diagram.elements().end() ? diagram.elements().begin()->id : at->id;
    }
    LinkId aLink() {
        const LinkId wish("l" + std::to_string(below(kLinks)));
        if (diagram.links().empty()) return wish;
        const auto at = diagram.links().lowerBound(wish);
        return at == diagram.links().end() ? diagram.links().begin()->id : at->id;
    }
    std::string service() {
        static const char* const kServices[] = {"vpc", "subnet", "az",          "ec2",
                                                "rds", "alb",    "route-table", "later-service"};
        return kServices[below(8)];
    }
    Text name() {
        static const char* const kNames[] = {"", "Web", "주문 서버", "👩‍💻 team", "a\nb", "Orders"};
        return {kNames[below(6)], below(3) ? "" : "데이터베이스"};
    }
    std::optional<Rect> frame() {
        if (below(5) == 0) return std::nullopt;
        return Rect{below(2000) - 1000, below(2000) - 1000, below(50) == 0 ? 0 : 40 + below(500), 40};
    }
    std::vector<ElementId> some() {
        std::vector<ElementId> ids;
        for (int i = below(3); i > 0; --i) ids.push_back(anElement());
        return ids;
    }
    std::pair<std::string, std::optional<catalog::Value>> property() {
        switch (below(6)) {
        case 0:
            return {"cidr", std::string(below(4) ? "10.0.0.0/16" : "nonsense")};
        case 1:
            return {"routeTable", catalog::Reference{below(9) ? anElement().str() : "nobody"}};
        case 2: {
            catalog::Record row;
            row.set("to", std::string("0.0.0.0/0"));
            row.set("via", catalog::Reference{anElement().str()});
            return {"routes", catalog::Records{row}};
        }
        case 3:
            return {"port", Quantity{1 + below(70000), Unit::Count}};
        case 4:
            return {"notes", Text{std::string(static_cast<std::size_t>(below(40)), 'n'), {}}};
        default:
            return {"routeTable", std::nullopt};
        }
    }

    // Before-values are those of the diagram before the step, so a second edit of one field in a step is stale.
    void addEdit(Step& step) {
        const ElementId id = anElement();
        const Element* element = diagram.element(id);
        const LinkId linkId = aLink();
        const Link* link = diagram.link(linkId);
        switch (below(link ? 14 : 9)) {
        case 0:
        case 1: {
            Element made;
            made.id = someElement();
            made.service = service();
            made.name = {"made", {}};
            if (below(4)) made.parent = anElement();
            made.spans = some();
            made.groups = some();
            made.frame = frame();
            const Element* now = diagram.element(made.id);
            step.edits.push_back(PutElement{{made.id, now ? std::optional(*now) : std::nullopt, made}});
            return;
        }
        case 2:
            if (element) step.edits.push_back(SetName{{id, element->name, name()}});
            return;
        case 3:
            if (element) step.edits.push_back(SetParent{{id, element->parent, below(5) ? anElement() : ElementId()}});
            return;
        case 4:
            if (element && below(4) == 0) step.edits.push_back(SetLocked{{id, element->locked, below(2) == 0}});
            else if (element) step.edits.push_back(SetFrame{{id, element->frame, frame()}});
            return;
        case 5:
            if (element && below(2))
                step.edits.push_back(SetSpans{{id, element->spans, some()}});
            else if (element)
                step.edits.push_back(SetGroups{{id, element->groups, some()}});
            return;
        case 6: {
            if (!element) return;
            auto [key, value] = property();
            const catalog::Value* now = element->properties.find(key);
            step.edits.push_back(SetProperty{{id, now ? std::optional(*now) : std::nullopt, value}, key});
            return;
        }
        case 7: {
            Link made;
            made.id = LinkId("l" + std::to_string(below(kLinks)));
            made.from = anElement();
            made.to = anElement();
            if (below(3) == 0) made.kind = catalog::LinkKind::Plain;
            const Link* now = diagram.link(made.id);
            step.edits.push_back(PutLink{{made.id, now ? std::optional(*now) : std::nullopt, made}});
            return;
        }
        case 8: {
            if (below(5) == 0) {
                diagram::Project project = diagram.project();
                project.name = name();
                step.edits.push_back(SetProject{diagram.project(), project});
                return;
            }
            diagram::Scenario scenario;
            scenario.id = ScenarioId("scenario-" + std::to_string(below(4)));
            if (below(2)) scenario.workload.push_back({anElement(), diagram::ConstantRate{1000}});
            diagram::Event event;
            event.to = below(3) ? anElement().str() + "/a" : "az:a";
            scenario.events.push_back(event);
            const diagram::Scenario* now = diagram.scenario(scenario.id);
            step.edits.push_back(PutScenario{{scenario.id, now ? std::optional(*now) : std::nullopt, scenario}});
            return;
        }
        case 9:
            step.edits.push_back(SetLinkName{{linkId, link->name, name()}});
            return;
        case 10:
            step.edits.push_back(SetLinkEnds{{linkId, {link->from, link->to}, {anElement(), anElement()}}});
            return;
        case 11:
            step.edits.push_back(
                SetLinkKind{{linkId, link->kind, below(2) ? std::optional(catalog::LinkKind::Traffic) : std::nullopt}});
            return;
        case 12:
            step.edits.push_back(SetWaypoints{{linkId, link->waypoints, {Point{below(500), below(500)}}}});
            return;
        default: {
            auto [key, value] = property();
            const catalog::Value* now = link->properties.find(key);
            step.edits.push_back(SetLinkProperty{{linkId, now ? std::optional(*now) : std::nullopt, value}, key});
            return;
        }
        }
    }

    std::mt19937 m_random;
};

TEST(RandomEdits, AgreeWithADeepCopyOverMoreThanAHundredThousand) {
    const Catalog& catalog = Catalog::builtin();
    RandomEditor editor(20261124);
    Diagram& diagram = editor.diagram;
    History history(std::size_t{1} << 40);
    Oracle oracle;
    std::vector<std::pair<Diagram, Oracle>> snapshots;
    std::size_t edits = 0;
    std::size_t refused = 0;
    for (std::size_t round = 0; edits < 110'000; ++round) {
        const Step step = editor.below(60) == 0 ? editor.removal() : editor.next();
        if (step.edits.empty()) continue;
        const Result<ChangeSet> done = apply(diagram, catalog, step);
        if (done) {
            for (const Edit& edit : step.edits) oracle.carryOut(edit);
            edits += step.edits.size();
            history.push(step);
        } else {
            ++refused;
            ASSERT_FALSE(done.error().what.en.empty());
            ASSERT_FALSE(done.error().what.ko.empty());
        }
        if (editor.below(40) == 0) {
            for (int i = 1 + editor.below(5); i > 0 && history.canUndo(); --i) {
                ASSERT_TRUE(history.undo(diagram).ok());
            }
            while (history.canRedo() && editor.below(9)) {
                ASSERT_TRUE(history.redo(diagram).ok());
            }
            oracle = Oracle::of(diagram);
        }
        if (round % 500 == 0) {
            snapshots.emplace_back(diagram, oracle);
            if (snapshots.size() > 6) snapshots.erase(snapshots.begin());
        }
        if (round % 1'000 == 0) {
            ASSERT_TRUE(Oracle::of(diagram) == oracle) << round;
            for (const auto& [then, known] : snapshots) {
                ASSERT_TRUE(Oracle::of(then) == known) << round;
            }
            const std::vector<Error> violations = diagram::findViolations(diagram, catalog);
            ASSERT_TRUE(violations.empty()) << round << ": " << violations.front().in(Language::English);
        }
    }
    ASSERT_TRUE(Oracle::of(diagram) == oracle);
    EXPECT_GT(refused, 1'000u); // bad steps were among them and left no trace
    EXPECT_GT(diagram.elements().size(), 50u);

    const Oracle end = Oracle::of(diagram);
    std::size_t undone = 0;
    while (history.canUndo()) {
        ASSERT_TRUE(history.undo(diagram).ok());
        if (++undone % 2'000 == 0) {
            ASSERT_TRUE(diagram::findViolations(diagram, catalog).empty());
        }
    }
    EXPECT_EQ(diagram, Diagram());
    while (history.canRedo()) {
        ASSERT_TRUE(history.redo(diagram).ok());
    }
    EXPECT_TRUE(Oracle::of(diagram) == end);
}

// What apply() lets pass is what the whole check finds sound, and what it refuses the whole check would not.
TEST(RandomEdits, TheQuickCheckAgreesWithTheWholeOne) {
    const Catalog& catalog = Catalog::builtin();
    RandomEditor editor(7);
    for (int round = 0; round < 3'000; ++round) {
        const Step step = editor.below(8) == 0 ? editor.removal() : editor.next();
        Diagram tried = editor.diagram;
        const bool possible = performAll(tried, step.edits, Direction::Forward).ok();
        const bool sound = possible && diagram::findViolations(tried, catalog).empty();
        const Result<ChangeSet> done = apply(editor.diagram, catalog, step);
        ASSERT_EQ(done.ok(), sound) << round << (done ? std::string() : done.error().in(Language::English));
    }
}

} // namespace
} // namespace sky::edit
