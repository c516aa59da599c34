// SPDX-License-Identifier: GPL-3.0-or-later
// Where builders work: a private copy of the diagram on which every edit is carried out at once and written down, so
// that a builder sees what it has done so far. What would change nothing is not written down.
#pragma once

#include "edit/edit.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sky::edit {

// What the user has picked.
struct Selection {
    std::vector<ElementId> elements;
    std::vector<LinkId> links;
    std::vector<ScenarioId> scenarios;
    [[nodiscard]] bool empty() const { return elements.empty() && links.empty() && scenarios.empty(); }
};

// A step and what it makes: selected afterwards.
struct Built {
    Step step;
    Selection made;
};

class Draft {
  public:
    Draft(const diagram::Diagram& diagram, const catalog::Catalog& catalog) : m_diagram(diagram), m_catalog(catalog) {}

    [[nodiscard]] const diagram::Diagram& diagram() const { return m_diagram; }
    [[nodiscard]] const catalog::Catalog& catalog() const { return m_catalog; }
    [[nodiscard]] const catalog::Service* serviceOf(const ElementId& id) const; // null: no such element or service

    // Never given before, by this draft or in the diagram.
    [[nodiscard]] std::string freshId(std::string_view stem);

    void put(diagram::Element element);
    void put(diagram::Link link);
    void put(diagram::Scenario scenario);
    void remove(const ElementId& id);
    void remove(const LinkId& id);
    void remove(const ScenarioId& id);
    void setService(const ElementId& id, const std::string& service);
    void setName(const ElementId& id, const Text& name);
    void setParent(const ElementId& id, const ElementId& parent);
    void setFrame(const ElementId& id, const std::optional<Rect>& frame);
    void setLocked(const ElementId& id, bool locked);
    void setSpans(const ElementId& id, const std::vector<ElementId>& spans);
    void setGroups(const ElementId& id, const std::vector<ElementId>& groups);
    void setProperty(const ElementId& id, const std::string& key, const std::optional<catalog::Value>& value);
    void setEnds(const LinkId& id, const LinkEnds& ends);
    void setKind(const LinkId& id, std::optional<catalog::LinkKind> kind);
    void setName(const LinkId& id, const Text& name);
    void setWaypoints(const LinkId& id, const std::vector<Point>& waypoints);
    void setProperty(const LinkId& id, const std::string& key, const std::optional<catalog::Value>& value);
    void setProject(const diagram::Project& project);
    void take(const Step& step); // made by another builder for the diagram as it is now

    [[nodiscard]] const std::vector<Edit>& edits() const { return m_edits; }
    [[nodiscard]] Step finish(Text name); // merged to one edit per field

  private:
    void carryOut(Edit edit);

    diagram::Diagram m_diagram;
    const catalog::Catalog& m_catalog;
    std::vector<Edit> m_edits;
    struct Numbering {
        std::string prefix; // "ec2-"
        std::size_t next = 1;
    };
    std::map<std::string, Numbering, std::less<>> m_numberings; // by stem
};

// "web", or "3 things": how a step speaks of what it is about.
[[nodiscard]] Text callOf(const diagram::Diagram& diagram, const catalog::Catalog& catalog, const ElementId& id);
[[nodiscard]] Text callOf(const diagram::Diagram& diagram, const catalog::Catalog& catalog, const Selection& selection);

[[nodiscard]] Error noSuchThing(const std::string& id);
[[nodiscard]] Error nothingSelected();

} // namespace sky::edit
