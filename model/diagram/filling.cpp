// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/filling.h"

#include <algorithm>

namespace sky::diagram {

namespace {

void mark(IdTable::Entry& entry, const Element& element) {
    entry.element = &element;
}
void mark(IdTable::Entry& entry, const Link& link) {
    entry.link = &link;
}
void mark(IdTable::Entry& entry, const Scenario& scenario) {
    entry.scenario = &scenario;
}

template <class Thing>
bool addTo(ChunkMap<Thing>& map, IdTable& known, Thing&& thing) {
    IdTable::Entry& entry = known.obtain(thing.id.str());
    if (entry.taken()) return false;
    const Thing& kept = map.insertNew(std::move(thing));
    entry.id = kept.id.str(); // where the text will stay
    mark(entry, kept);
    return true;
}

} // namespace

bool Filling::add(Element&& element) {
    return addTo(m_diagram.m_elements, m_known, std::move(element));
}
bool Filling::add(Link&& link) {
    return addTo(m_diagram.m_links, m_known, std::move(link));
}
bool Filling::add(Scenario&& scenario) {
    return addTo(m_diagram.m_scenarios, m_known, std::move(scenario));
}

Diagram Filling::finish() {
    std::vector<Diagram::Index> rows(1); // [0] is nobody's, so that 0 can mean none
    rows.reserve(m_diagram.m_elements.size() + 1);
    const auto row = [&](const std::string& id) -> Diagram::Index& {
        IdTable::Entry& entry = m_known.obtain(id);
        if (entry.row == 0) {
            entry.row = static_cast<std::uint32_t>(rows.size());
            rows.emplace_back().id = id;
        }
        return rows[entry.row];
    };
    const auto once = [](auto& ids, const auto& id) { // things come in the order of their ids
        if (ids.empty() || ids.back() != id) ids.push_back(id);
    };
    for (const Element& element : m_diagram.m_elements) {
        row(element.parent.str()).children.push_back(element.id);
        const auto refer = [&](const std::string& id) { once(row(id).referringElements, element.id); };
        for (const ElementId& id : element.spans) refer(id.str());
        for (const ElementId& id : element.groups) refer(id.str());
        for (const auto& property : element.properties) catalog::forEachReference(property.second, refer);
    }
    for (const Link& link : m_diagram.m_links) {
        once(row(link.from.str()).links, link.id);
        once(row(link.to.str()).links, link.id);
        const auto refer = [&](const std::string& id) { once(row(id).referringLinks, link.id); };
        for (const auto& property : link.properties) catalog::forEachReference(property.second, refer);
    }
    // Elements mostly came in order, which saves comparing them all again.
    const auto less = [](const Diagram::Index* a, const Diagram::Index* b) { return a->id < b->id; };
    std::vector<Diagram::Index*> sorted;
    sorted.reserve(rows.size());
    for (const IdTable::Entry& entry : m_known.entries())
        if (entry.row != 0) sorted.push_back(&rows[entry.row]);
    const auto rest = std::is_sorted_until(sorted.begin(), sorted.end(), less);
    std::sort(rest, sorted.end(), less);
    std::inplace_merge(sorted.begin(), rest, sorted.end(), less);
    for (Diagram::Index* one : sorted) m_diagram.m_index.put(std::move(*one));
    return std::move(m_diagram);
}

} // namespace sky::diagram
