// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/remove.h"

#include "edit/names_in.h"
#include "edit/places.h"

#include <set>

namespace sky::edit {
namespace {

using diagram::Diagram;
using diagram::Element;
using diagram::Link;

std::vector<ElementId> withoutGone(const std::vector<ElementId>& ids, const IsGone& gone) {
    std::vector<ElementId> left = ids;
    std::erase_if(left, [&](const ElementId& id) { return gone(id.str()); });
    return left;
}

template <class Identity>
void cutProperties(Draft& draft, const Identity& id, const catalog::Properties& properties, const IsGone& gone) {
    for (const auto& [key, value] : catalog::Properties(properties)) draft.setProperty(id, key, without(value, gone));
}

void cutMentions(Draft& draft, const std::set<std::string>& gone) {
    const IsGone isGone = [&](const std::string& id) { return gone.contains(id); };
    std::set<ElementId> elements;
    std::set<LinkId> links;
    for (const std::string& id : gone) {
        for (const ElementId& element : draft.diagram().elementsReferringTo(id))
            if (!isGone(element.str())) elements.insert(element);
        for (const LinkId& link : draft.diagram().linksReferringTo(id))
            if (!isGone(link.str())) links.insert(link);
    }
    for (const ElementId& id : elements) {
        const Element element = *draft.diagram().element(id);
        draft.setSpans(id, withoutGone(element.spans, isGone));
        draft.setGroups(id, withoutGone(element.groups, isGone));
        cutProperties(draft, id, element.properties, isGone);
    }
    for (const LinkId& id : links) {
        const Link link = *draft.diagram().link(id);
        cutProperties(draft, id, link.properties, isGone);
    }
    const ChunkMap<diagram::Scenario> scenarios = draft.diagram().scenarios();
    for (const diagram::Scenario& scenario : scenarios)
        if (names(scenario, isGone)) draft.put(without(scenario, isGone));
    if (names(draft.diagram().project(), isGone)) draft.setProject(without(draft.diagram().project(), isGone));
}

} // namespace

void removeIn(Draft& draft, const Selection& selection) {
    const std::vector<ElementId> elements = withInsides(draft.diagram(), selection.elements);
    std::set<LinkId> links;
    for (const LinkId& id : selection.links)
        if (draft.diagram().link(id)) links.insert(id);
    for (const ElementId& id : elements)
        for (const LinkId& link : draft.diagram().linksAt(id)) links.insert(link);

    std::set<std::string> gone;
    for (const ElementId& id : elements) gone.insert(id.str());
    for (const LinkId& id : links) gone.insert(id.str());
    cutMentions(draft, gone);
    for (const LinkId& id : links) draft.remove(id);
    for (auto id = elements.rbegin(); id != elements.rend(); ++id) draft.remove(*id);
    for (const ScenarioId& id : selection.scenarios) draft.remove(id);
}

Result<Step> remove(const Diagram& diagram, const catalog::Catalog& catalog, const Selection& selection) {
    if (selection.empty()) return nothingSelected();
    Draft draft(diagram, catalog);
    removeIn(draft, selection);
    return draft.finish(say("Delete {}", "{} 삭제", callOf(diagram, catalog, selection)));
}

} // namespace sky::edit
