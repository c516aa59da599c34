// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/duplicate.h"

#include "edit/copies.h"
#include "edit/places.h"

#include <set>

namespace sky::edit {

Result<Built> duplicate(const diagram::Diagram& diagram, const catalog::Catalog& catalog, const Selection& selection,
                        Point offset) {
    for (const ElementId& id : selection.elements)
        if (!diagram.element(id)) return noSuchThing(id.str());
    const std::vector<ElementId> roots = outermost(diagram, selection.elements);
    if (roots.empty() && selection.scenarios.empty()) return nothingSelected();
    if (!isReasonable(offset)) return tooFarOut();
    const std::vector<ElementId> all = withInsides(diagram, roots);
    const std::set<ElementId> outer(roots.begin(), roots.end());
    std::vector<diagram::Element> elements;
    for (const ElementId& id : all) {
        elements.push_back(*diagram.element(id));
        diagram::Element& element = elements.back();
        if (element.frame && outer.contains(id)) element.frame = element.frame->translated(offset);
    }
    std::vector<diagram::Link> links = linksAmong(diagram, all);
    for (diagram::Link& link : links)
        for (Point& point : link.waypoints) point = point + offset;

    Draft draft(diagram, catalog);
    Copies copies = putCopies(draft, elements, links);
    for (const ScenarioId& id : selection.scenarios) {
        const diagram::Scenario* scenario = diagram.scenario(id);
        if (!scenario) return noSuchThing(id.str());
        diagram::Scenario copy = *scenario;
        copy.id = ScenarioId(draft.freshId("scenario"));
        copies.made.scenarios.push_back(copy.id);
        draft.put(std::move(copy));
    }
    Selection made;
    for (const ElementId& id : roots) made.elements.push_back(copies.of(id));
    made.links = std::move(copies.made.links);
    made.scenarios = std::move(copies.made.scenarios);
    return Built{draft.finish(say("Duplicate {}", "{} 복제", callOf(diagram, catalog, selection))), std::move(made)};
}

} // namespace sky::edit
