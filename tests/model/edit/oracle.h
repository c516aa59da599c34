// SPDX-License-Identifier: GPL-3.0-or-later
// A diagram the slow and certain way: plain maps, copied deeply. Tests hold the real one against it.
#pragma once

#include "edit/edit.h"

#include <map>

namespace sky::edit {

struct Oracle {
    std::map<ElementId, diagram::Element> elements;
    std::map<LinkId, diagram::Link> links;
    std::map<ScenarioId, diagram::Scenario> scenarios;
    diagram::Project project;
    friend bool operator==(const Oracle&, const Oracle&) = default;

    static Oracle of(const diagram::Diagram& diagram) {
        Oracle oracle;
        for (const diagram::Element& e : diagram.elements()) oracle.elements[e.id] = e;
        for (const diagram::Link& l : diagram.links()) oracle.links[l.id] = l;
        for (const diagram::Scenario& s : diagram.scenarios()) oracle.scenarios[s.id] = s;
        oracle.project = diagram.project();
        return oracle;
    }

    void carryOut(const Edit& edit) {
        std::visit([&](const auto& e) { set(e); }, edit);
    }

  private:
    template <class Map, class Put>
    static void whole(Map& map, const Put& e) {
        if (e.after)
            map[e.id] = *e.after;
        else
            map.erase(e.id);
    }
    template <class Thing>
    static void property(Thing& thing, const std::string& key, const std::optional<catalog::Value>& value) {
        if (value)
            thing.properties.set(key, *value);
        else
            thing.properties.unset(key);
    }
    void set(const PutElement& e) { whole(elements, e); }
    void set(const PutLink& e) { whole(links, e); }
    void set(const PutScenario& e) { whole(scenarios, e); }
    void set(const SetService& e) { elements.at(e.id).service = e.after; }
    void set(const SetName& e) { elements.at(e.id).name = e.after; }
    void set(const SetParent& e) { elements.at(e.id).parent = e.after; }
    void set(const SetFrame& e) { elements.at(e.id).frame = e.after; }
    void set(const SetSpans& e) { elements.at(e.id).spans = e.after; }
    void set(const SetGroups& e) { elements.at(e.id).groups = e.after; }
    void set(const SetLocked& e) { elements.at(e.id).locked = e.after; }
    void set(const SetProperty& e) { property(elements.at(e.id), e.key, e.after); }
    void set(const SetLinkEnds& e) {
        links.at(e.id).from = e.after.from;
        links.at(e.id).to = e.after.to;
    }
    void set(const SetLinkKind& e) { links.at(e.id).kind = e.after; }
    void set(const SetLinkName& e) { links.at(e.id).name = e.after; }
    void set(const SetWaypoints& e) { links.at(e.id).waypoints = e.after; }
    void set(const SetLinkProperty& e) { property(links.at(e.id), e.key, e.after); }
    void set(const SetProject& e) { project = e.after; }
};

} // namespace sky::edit
