// SPDX-License-Identifier: GPL-3.0-or-later
// Placement as a pure function of the drawing: an element's own fields, its parents, what it spans, what it is attached
// to. Chains are walked with a bound, so that loops in a diagram not yet checked end.
#pragma once

#include "diagram/diagram.h"
#include "topology/facts.h"

#include <string>
#include <unordered_map>

namespace sky::topology {

// What every derivation reads. Things looked at are remembered for as long as the Drawing lives, which is one
// derivation: parents are shared by many and a look into ten thousand elements costs far more than one into a hash
// table.
class Drawing {
  public:
    struct Thing { // both null when there is none
        const diagram::Element* element = nullptr;
        const catalog::Service* service = nullptr;
    };
    Drawing(const diagram::Diagram& diagram, const catalog::Catalog& catalog)
        : m_diagram(diagram), m_catalog(catalog) {}

    [[nodiscard]] const Thing& thing(const ElementId& id) const {
        const auto [at, fresh] = m_things.try_emplace(id);
        if (fresh)
            if (const diagram::Element* element = m_diagram.element(id))
                at->second = {element, service(element->service)};
        return at->second;
    }
    [[nodiscard]] const catalog::Service* service(const std::string& key) const {
        const auto [at, fresh] = m_services.try_emplace(key);
        if (fresh) at->second = m_catalog.find(key);
        return at->second;
    }
    [[nodiscard]] const catalog::Catalog& catalog() const { return m_catalog; }

  private:
    const diagram::Diagram& m_diagram;
    const catalog::Catalog& m_catalog;
    mutable std::unordered_map<ElementId, Thing> m_things; // nodes never move
    mutable std::unordered_map<std::string, const catalog::Service*> m_services;
};

// The kind of a link: its own, else the first that fits its ends.
[[nodiscard]] catalog::LinkKind kindOf(const Drawing& drawing, const diagram::Link& link);

// `holder`: what the element is attached to, by the first attach link; empty if nothing.
[[nodiscard]] Placement place(const Drawing& drawing, const ElementId& element, const ElementId& holder);

[[nodiscard]] Zone zoneOf(const std::string& region, const ElementId& regionBox, std::string_view zoneText,
                          const ElementId& says);
[[nodiscard]] std::string regionDomain(const Placement& placement); // empty: in no region

} // namespace sky::topology
