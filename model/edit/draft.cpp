// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/draft.h"

#include "base/ensure.h"
#include "edit/merge.h"
#include "edit/perform.h"

#include <charconv>

namespace sky::edit {
namespace {

using diagram::Element;
using diagram::Link;

template <class Thing>
std::optional<Thing> copyOf(const Thing* thing) {
    return thing ? std::optional<Thing>(*thing) : std::nullopt;
}

std::optional<catalog::Value> copyOf(const catalog::Properties& properties, const std::string& key) {
    const catalog::Value* value = properties.find(key);
    return value ? std::optional<catalog::Value>(*value) : std::nullopt;
}

// An aggregate with bases: {{id, before, after}}, with a key behind where there is one.
template <class Set, class Identity, class Content, class... Key>
Edit change(const Identity& id, Content before, Content after, Key... key) {
    return Set{{id, std::move(before), std::move(after)}, std::move(key)...};
}

} // namespace

const catalog::Service* Draft::serviceOf(const ElementId& id) const {
    const Element* element = m_diagram.element(id);
    return element ? m_catalog.find(element->service) : nullptr;
}

std::string Draft::freshId(std::string_view stem) {
    auto known = m_numberings.find(stem);
    if (known == m_numberings.end()) { // looking through all ids is for the first of a thousand
        const std::string id = m_diagram.freshId(stem);
        const std::size_t digits = id.rfind('-') + 1;
        Numbering numbering{id.substr(0, digits), 1};
        std::from_chars(id.data() + digits, id.data() + id.size(), numbering.next);
        known = m_numberings.emplace(stem, std::move(numbering)).first;
    }
    Numbering& numbering = known->second;
    for (;;) {
        std::string id = numbering.prefix + std::to_string(numbering.next++);
        if (!m_diagram.hasId(id)) return id;
    }
}

void Draft::carryOut(Edit edit) {
    ENSURE(perform(m_diagram, edit, Direction::Forward).ok(), "a builder edits what is not there");
    m_edits.push_back(std::move(edit));
}

void Draft::take(const Step& step) {
    for (const Edit& edit : step.edits) carryOut(edit);
}

void Draft::put(Element element) {
    const ElementId id = element.id;
    const Element* now = m_diagram.element(id);
    if (now && *now == element) return;
    carryOut(change<PutElement>(id, copyOf(now), std::optional<Element>(std::move(element))));
}

void Draft::put(Link link) {
    const LinkId id = link.id;
    const Link* now = m_diagram.link(id);
    if (now && *now == link) return;
    carryOut(change<PutLink>(id, copyOf(now), std::optional<Link>(std::move(link))));
}

void Draft::put(diagram::Scenario scenario) {
    const ScenarioId id = scenario.id;
    const diagram::Scenario* now = m_diagram.scenario(id);
    if (now && *now == scenario) return;
    carryOut(change<PutScenario>(id, copyOf(now), std::optional<diagram::Scenario>(std::move(scenario))));
}

void Draft::remove(const ElementId& id) {
    if (const Element* now = m_diagram.element(id))
        carryOut(change<PutElement>(ElementId(id), copyOf(now), std::optional<Element>()));
}

void Draft::remove(const LinkId& id) {
    if (const Link* now = m_diagram.link(id)) carryOut(change<PutLink>(LinkId(id), copyOf(now), std::optional<Link>()));
}

void Draft::remove(const ScenarioId& id) {
    if (const diagram::Scenario* now = m_diagram.scenario(id))
        carryOut(change<PutScenario>(ScenarioId(id), copyOf(now), std::optional<diagram::Scenario>()));
}

void Draft::setService(const ElementId& id, const std::string& service) {
    const Element* now = m_diagram.element(id);
    if (now && now->service != service) carryOut(change<SetService>(id, now->service, service));
}

void Draft::setName(const ElementId& id, const Text& name) {
    const Element* now = m_diagram.element(id);
    if (now && now->name != name) carryOut(change<SetName>(id, now->name, name));
}

void Draft::setParent(const ElementId& id, const ElementId& parent) {
    const Element* now = m_diagram.element(id);
    if (now && now->parent != parent) carryOut(change<SetParent>(id, now->parent, parent));
}

void Draft::setFrame(const ElementId& id, const std::optional<Rect>& frame) {
    const Element* now = m_diagram.element(id);
    if (now && now->frame != frame) carryOut(change<SetFrame>(id, now->frame, frame));
}

void Draft::setLocked(const ElementId& id, bool locked) {
    const Element* now = m_diagram.element(id);
    if (now && now->locked != locked) carryOut(change<SetLocked>(id, now->locked, locked));
}

void Draft::setSpans(const ElementId& id, const std::vector<ElementId>& spans) {
    const Element* now = m_diagram.element(id);
    if (now && now->spans != spans) carryOut(change<SetSpans>(id, now->spans, spans));
}

void Draft::setGroups(const ElementId& id, const std::vector<ElementId>& groups) {
    const Element* now = m_diagram.element(id);
    if (now && now->groups != groups) carryOut(change<SetGroups>(id, now->groups, groups));
}

void Draft::setProperty(const ElementId& id, const std::string& key, const std::optional<catalog::Value>& value) {
    const Element* now = m_diagram.element(id);
    if (!now) return;
    std::optional<catalog::Value> before = copyOf(now->properties, key);
    if (before != value) carryOut(change<SetProperty>(id, std::move(before), value, std::string(key)));
}

void Draft::setEnds(const LinkId& id, const LinkEnds& ends) {
    const Link* now = m_diagram.link(id);
    if (!now) return;
    const LinkEnds before = {now->from, now->to};
    if (before != ends) carryOut(change<SetLinkEnds>(id, before, ends));
}

void Draft::setKind(const LinkId& id, std::optional<catalog::LinkKind> kind) {
    const Link* now = m_diagram.link(id);
    if (now && now->kind != kind) carryOut(change<SetLinkKind>(id, now->kind, kind));
}

void Draft::setName(const LinkId& id, const Text& name) {
    const Link* now = m_diagram.link(id);
    if (now && now->name != name) carryOut(change<SetLinkName>(id, now->name, name));
}

void Draft::setWaypoints(const LinkId& id, const std::vector<Point>& waypoints) {
    const Link* now = m_diagram.link(id);
    if (now && now->waypoints != waypoints) carryOut(change<SetWaypoints>(id, now->waypoints, waypoints));
}

void Draft::setProperty(const LinkId& id, const std::string& key, const std::optional<catalog::Value>& value) {
    const Link* now = m_diagram.link(id);
    if (!now) return;
    std::optional<catalog::Value> before = copyOf(now->properties, key);
    if (before != value) carryOut(change<SetLinkProperty>(id, std::move(before), value, std::string(key)));
}

void Draft::setProject(const diagram::Project& project) {
    if (!(m_diagram.project() == project)) carryOut(SetProject{m_diagram.project(), project});
}

Step Draft::finish(Text name) {
    Step step;
    mergeInto(step, Step{{}, std::move(m_edits)});
    step.name = std::move(name);
    m_edits.clear();
    return step;
}

Text callOf(const diagram::Diagram& diagram, const catalog::Catalog& catalog, const ElementId& id) {
    const Element* element = diagram.element(id);
    if (!element) return {id.str(), {}};
    if (!element->name.empty()) return element->name;
    const catalog::Service* service = catalog.find(element->service);
    return service ? service->shortName : Text{id.str(), {}};
}

Text callOf(const diagram::Diagram& diagram, const catalog::Catalog& catalog, const Selection& selection) {
    const std::size_t count = selection.elements.size() + selection.links.size() + selection.scenarios.size();
    if (count != 1) return say("{} things", "{}개", count);
    if (!selection.elements.empty()) return callOf(diagram, catalog, selection.elements.front());
    if (!selection.links.empty()) return say("a link", "연결");
    return say("a scenario", "시나리오");
}

Error noSuchThing(const std::string& id) {
    return {ErrorCode::NotFound, id, say("'{}' is not in the project.", "'{}'이(가) 프로젝트에 없습니다.", id),
            say("Pick something that is there.", "프로젝트에 있는 것을 고르세요.")};
}

Error nothingSelected() {
    return {ErrorCode::BadUsage, "", say("Nothing is selected.", "선택한 것이 없습니다."),
            say("Select what this is for first.", "먼저 대상을 고르세요.")};
}

} // namespace sky::edit
