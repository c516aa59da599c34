// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/clipboard.h"

#include "edit/copies.h"
#include "edit/names_in.h"
#include "edit/places.h"

#include <algorithm>
#include <set>

namespace sky::edit {
namespace {

using diagram::Diagram;
using diagram::Element;
using diagram::Link;

class Cutter {
  public:
    Cutter(std::set<std::string> inside, std::vector<CutMention>& cut) : m_inside(std::move(inside)), m_cut(cut) {}

    void cutIds(const std::string& holder, const char* field, std::vector<ElementId>& ids) const {
        std::erase_if(ids, [&](const ElementId& id) {
            if (m_inside.contains(id.str())) return false;
            m_cut.push_back({holder, field, id.str()});
            return true;
        });
    }
    void cutProperties(const std::string& holder, catalog::Properties& properties) const {
        const IsGone outside = [&](const std::string& id) { return !m_inside.contains(id); };
        for (const catalog::Properties::Entry& property : properties)
            catalog::forEachReference(property.second, [&](const std::string& id) {
                if (outside(id)) m_cut.push_back({holder, property.first, id});
            });
        properties = without(properties, outside);
    }

  private:
    std::set<std::string> m_inside;
    std::vector<CutMention>& m_cut;
};

void cutMentions(Fragment& fragment) {
    std::set<std::string> inside;
    for (const Element& element : fragment.elements) inside.insert(element.id.str());
    for (const Link& link : fragment.links) inside.insert(link.id.str());
    const Cutter cutter(std::move(inside), fragment.cut);
    for (Element& element : fragment.elements) {
        cutter.cutIds(element.id.str(), "spans", element.spans);
        cutter.cutIds(element.id.str(), "groups", element.groups);
        cutter.cutProperties(element.id.str(), element.properties);
    }
    for (Link& link : fragment.links) cutter.cutProperties(link.id.str(), link.properties);
    std::sort(fragment.cut.begin(), fragment.cut.end());
}

// Moves the outermost things and all waypoints.
void shift(Fragment& fragment, Point by) {
    for (Element& element : fragment.elements)
        if (element.parent.empty() && element.frame) element.frame = element.frame->translated(by);
    for (Link& link : fragment.links)
        for (Point& point : link.waypoints) point = point + by;
}

void forgetPlaces(Fragment& fragment) {
    for (Element& element : fragment.elements)
        if (element.parent.empty()) element.frame.reset();
    for (Link& link : fragment.links) link.waypoints.clear();
}

// A fragment may come from anywhere.
Result<void> checkWhole(const Fragment& fragment) {
    std::set<std::string> ids;
    for (const Element& element : fragment.elements)
        if (!ids.insert(element.id.str()).second)
            return Error{ErrorCode::BadFormat, "elements[" + element.id.str() + "]",
                         say("the id '{}' is there twice.", "'{}' 아이디가 두 번 있습니다.", element.id.str()),
                         say("Copy the things again.", "다시 복사하세요.")};
    for (const Element& element : fragment.elements)
        if (element.frame && !isReasonable(element.frame->topLeft())) return tooFarOut();
    for (const Link& link : fragment.links)
        for (const Point& point : link.waypoints)
            if (!isReasonable(point)) return tooFarOut();
    const std::set<std::string> elements = ids;
    for (const Element& element : fragment.elements)
        if (!element.parent.empty() && !elements.contains(element.parent.str()))
            return noSuchThing(element.parent.str());
    for (const Link& link : fragment.links) {
        if (!ids.insert(link.id.str()).second)
            return Error{ErrorCode::BadFormat, "links[" + link.id.str() + "]",
                         say("the id '{}' is there twice.", "'{}' 아이디가 두 번 있습니다.", link.id.str()),
                         say("Copy the things again.", "다시 복사하세요.")};
        for (const ElementId& end : {link.from, link.to})
            if (!elements.contains(end.str())) return noSuchThing(end.str());
    }
    return {};
}

} // namespace

Result<Fragment> copy(const Diagram& diagram, const Selection& selection) {
    for (const ElementId& id : selection.elements)
        if (!diagram.element(id)) return noSuchThing(id.str());
    const std::vector<ElementId> all = withInsides(diagram, selection.elements);
    if (all.empty()) return nothingSelected();
    const std::vector<ElementId> roots = outermost(diagram, selection.elements);
    Fragment fragment;
    for (const ElementId& id : all) fragment.elements.push_back(*diagram.element(id));
    fragment.links = linksAmong(diagram, all);

    const std::set<ElementId> outer(roots.begin(), roots.end());
    for (Element& element : fragment.elements) {
        if (outer.contains(element.id)) {
            element.frame = pageFrame(diagram, element.id);
            element.parent = ElementId();
        }
    }
    cutMentions(fragment);
    return fragment;
}

Result<Built> paste(const Diagram& diagram, const catalog::Catalog& catalog, const Fragment& fragment,
                    const ElementId& parent, std::optional<Point> at) {
    if (fragment.elements.empty()) return nothingSelected();
    if (!parent.empty() && !diagram.element(parent)) return noSuchThing(parent.str());
    if (Result<void> whole = checkWhole(fragment); !whole) return std::move(whole).error();

    if (at && !isReasonable(*at)) return tooFarOut();

    Fragment placed = fragment;
    cutMentions(placed); // written by hand it may name what this document happens to have
    const std::optional<Point> origin = originOf(diagram, parent);
    Rect bounds;
    bool allKnown = true;
    for (const Element& element : placed.elements) {
        if (!element.parent.empty()) continue;
        allKnown = allKnown && element.frame;
        if (element.frame) bounds = bounds.united(*element.frame);
    }
    if (!origin || !allKnown)
        forgetPlaces(placed);
    else if (at)
        shift(placed, *origin + *at - bounds.topLeft());
    for (Element& element : placed.elements) {
        if (!element.parent.empty()) continue;
        if (element.frame) element.frame = element.frame->translated(Point{} - *origin);
        element.parent = parent;
    }

    Draft draft(diagram, catalog);
    Copies copies = putCopies(draft, placed.elements, placed.links);
    Selection made;
    for (const Element& element : fragment.elements)
        if (element.parent.empty()) made.elements.push_back(copies.of(element.id));
    made.links = std::move(copies.made.links);
    const Text what = made.elements.size() == 1 ? callOf(draft.diagram(), catalog, made.elements.front())
                                                : say("{} things", "{}개", made.elements.size());
    return Built{draft.finish(say("Paste {}", "{} 붙여넣기", what)), std::move(made)};
}

} // namespace sky::edit
