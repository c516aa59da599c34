// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/checker.h"
#include "diagram/limits.h"
#include "edit/edit.h"
#include "edit/names_in.h"
#include "edit/perform.h"

#include "base/ensure.h"

namespace sky::edit {
namespace {

using diagram::Checker;
using diagram::Diagram;
using diagram::Element;
using diagram::Link;

// Checks what a step touched, and what still names the things it removed. The rest was sound before and still is.
class TouchedChecker {
  public:
    TouchedChecker(const Diagram& diagram, const catalog::Catalog& catalog)
        : m_diagram(diagram), m_checker(diagram, catalog, 1) {}

    Result<void> check(const ChangeSet& changes) {
        bool whole = false;
        for (const ElementChange& change : changes.elements) {
            if (failed()) break;
            if (const Element* element = m_diagram.element(change.id))
                check(*element, change);
            else
                checkGone(change.id);
            whole = whole || change.field == Field::Whole;
        }
        for (const LinkChange& change : changes.links) {
            if (failed()) break;
            if (const Link* link = m_diagram.link(change.id))
                check(*link, change);
            else
                checkGone(change.id);
            whole = whole || change.field == Field::Whole;
        }
        for (const ScenarioId& id : changes.scenarios) {
            if (failed()) break;
            if (const diagram::Scenario* scenario = m_diagram.scenario(id)) m_checker.checkScenario(*scenario);
        }
        if (changes.project) m_checker.checkProject(m_diagram.project());
        if (m_someGone) checkWhoNamesTheGone();
        if (whole || !changes.scenarios.empty()) m_checker.checkCounts();
        std::vector<Error> found = m_checker.takeFound();
        if (!m_error && !found.empty()) m_error = std::move(found.front());
        if (m_error) return std::move(*m_error);
        return {};
    }

  private:
    [[nodiscard]] bool failed() const { return m_error || m_checker.full(); }

    void check(const Element& element, const ElementChange& change) {
        switch (change.field) {
        case Field::Name:
            m_checker.checkNameOf(diagram::Where(element), element.name);
            break;
        case Field::Frame:
            if (element.frame) m_checker.checkFrame(diagram::Where(element), *element.frame);
            break;
        case Field::Locked:
            break; // either will do
        case Field::Property:
            if (const catalog::Value* value = element.properties.find(change.key)) {
                m_checker.checkElementProperty(element, change.key, *value);
                m_checker.checkPropertyCount(diagram::Where(element), element.properties);
            }
            break;
        default:
            m_checker.checkElement(element);
            if (change.field == Field::Parent || change.field == Field::Whole) checkDepths(element);
        }
    }

    void check(const Link& link, const LinkChange& change) {
        if (change.field == Field::Name) {
            m_checker.checkNameOf(diagram::Where(link), link.name);
        } else if (change.field == Field::Property) {
            if (const catalog::Value* value = link.properties.find(change.key)) {
                m_checker.checkLinkProperty(link, change.key, *value);
                m_checker.checkPropertyCount(diagram::Where(link), link.properties);
            }
        } else {
            m_checker.checkLink(link);
        }
    }

    // No loop above the element, and nothing inside it too deep.
    void checkDepths(const Element& element) {
        m_checker.checkParents(element);
        if (failed()) return;
        std::size_t depth = 0;
        for (const Element* at = &element; !at->parent.empty(); ++depth) {
            at = m_diagram.element(at->parent);
            if (!at) return; // reported as dangling
        }
        std::vector<const Element*> level = {&element};
        for (std::vector<const Element*> below; !level.empty(); level.swap(below), ++depth) {
            if (depth > diagram::limits::kDepth) return m_checker.tooDeep(*level.front());
            below.clear();
            for (const Element* at : level)
                for (const ElementId& child : m_diagram.children(at->id)) below.push_back(m_diagram.element(child));
        }
    }

    void checkGone(const ElementId& id) {
        refuseIfAny(id.str(), m_diagram.children(id));
        refuseIfAny(id.str(), m_diagram.linksAt(id));
        refuseIfNamed(id.str());
    }
    void checkGone(const LinkId& id) {
        if (!m_diagram.element(ElementId(id.str()))) refuseIfNamed(id.str());
    }
    void refuseIfNamed(const std::string& id) {
        m_someGone = true;
        refuseIfAny(id, m_diagram.elementsReferringTo(id));
        refuseIfAny(id, m_diagram.linksReferringTo(id));
    }

    [[nodiscard]] bool isThing(const std::string& id) const {
        return m_diagram.element(ElementId(id)) || m_diagram.link(LinkId(id));
    }

    template <class Identity>
    void refuseIfAny(const std::string& gone, std::span<const Identity> holders) {
        if (m_error || holders.empty()) return;
        const std::string& holder = holders.front().str();
        m_error = Error{ErrorCode::Invalid, holder,
                        say("'{}' cannot go while '{}' needs it.", "'{}'은(는) '{}'이(가) 쓰고 있어 없앨 수 없습니다.",
                            gone, holder),
                        say("Remove both, or change '{}' first.", "둘 다 없애거나 '{}'을(를) 먼저 바꾸세요.", holder)};
    }

    void checkWhoNamesTheGone() {
        const IsGone gone = [&](const std::string& id) { return !isThing(id); };
        for (const diagram::Scenario& scenario : m_diagram.scenarios())
            if (names(scenario, gone)) m_checker.checkScenario(scenario);
        if (names(m_diagram.project(), gone)) m_checker.checkProject(m_diagram.project());
    }

    const Diagram& m_diagram;
    Checker m_checker;
    std::optional<Error> m_error;
    bool m_someGone = false;
};

} // namespace

Edit inverse(const Edit& edit) {
    Edit turned = edit;
    std::visit([](auto& e) { std::swap(e.before, e.after); }, turned);
    return turned;
}

Result<ChangeSet> apply(Diagram& diagram, const catalog::Catalog& catalog, const Step& step) {
    if (Result<void> done = performAll(diagram, step.edits, Direction::Forward); !done) return std::move(done).error();
    ChangeSet changes = changesOf(step.edits);
    if (Result<void> sound = TouchedChecker(diagram, catalog).check(changes); !sound) {
        ENSURE(performAll(diagram, step.edits, Direction::Backward).ok(), "a refused step could not be taken back");
        return std::move(sound).error();
    }
    return changes;
}

} // namespace sky::edit
