// SPDX-License-Identifier: GPL-3.0-or-later
// The document: elements, links, scenarios and the project's own facts, with the indexes that answer who stands where
// and who refers to whom. A Diagram is a value of structurally shared chunks: a copy is a snapshot and costs almost
// nothing. Only edit/ and the readers of store/ and exchange/ change one; everybody else takes it const.
#pragma once

#include "base/chunk_map.h"
#include "base/cow.h"
#include "diagram/element.h"
#include "diagram/link.h"
#include "diagram/project.h"
#include "diagram/scenario.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sky::diagram {

class Diagram {
  public:
    [[nodiscard]] const Project& project() const { return *m_project; }
    [[nodiscard]] const ChunkMap<Element>& elements() const { return m_elements; } // sorted by id
    [[nodiscard]] const ChunkMap<Link>& links() const { return m_links; }
    [[nodiscard]] const ChunkMap<Scenario>& scenarios() const { return m_scenarios; }
    [[nodiscard]] const Element* element(const ElementId& id) const { return m_elements.find(id); }
    [[nodiscard]] const Link* link(const LinkId& id) const { return m_links.find(id); }
    [[nodiscard]] const Scenario* scenario(const ScenarioId& id) const { return m_scenarios.find(id); }
    [[nodiscard]] bool hasId(std::string_view id) const; // of any kind of thing

    // Indexes; sorted by id. Spans are good until the diagram changes.
    [[nodiscard]] std::span<const ElementId> children(const ElementId& parent) const; // empty id: the page
    [[nodiscard]] std::span<const LinkId> linksAt(const ElementId& element) const;    // either end
    // Whoever names the id in spans, groups or a property (elements and links).
    [[nodiscard]] std::span<const ElementId> elementsReferringTo(const std::string& id) const;
    [[nodiscard]] std::span<const LinkId> linksReferringTo(const std::string& id) const; // by a property

    // "web" is in "vpc"? True for the element itself.
    [[nodiscard]] bool isInside(const ElementId& element, const ElementId& container) const;

    // Smallest unused "stem-N", N from 1.
    [[nodiscard]] std::string freshId(std::string_view stem) const;

    // Writing. Integrity (diagram/integrity.h) is the caller's duty; indexes are kept by the diagram.
    void put(Element element); // inserts or replaces
    void put(Link link);
    void put(Scenario scenario);
    std::optional<Element> take(const ElementId& id);
    std::optional<Link> take(const LinkId& id);
    std::optional<Scenario> take(const ScenarioId& id);
    void setProject(Project project);

    // Changes in place that keep the indexes right; false: no such thing.
    bool setProperty(const ElementId& id, std::string_view key, std::optional<catalog::Value> value);
    bool setProperty(const LinkId& id, std::string_view key, std::optional<catalog::Value> value);
    bool setFrame(const ElementId& id, std::optional<Rect> frame);
    bool setName(const ElementId& id, Text name);

    // Same content (not merely same chunks).
    friend bool operator==(const Diagram& a, const Diagram& b);

  private:
    friend class Filling; // makes the indexes of many things at once
    struct Index {        // one row: everything known about an id that others name
        std::string id;
        std::vector<ElementId> children;
        std::vector<LinkId> links;
        std::vector<ElementId> referringElements;
        std::vector<LinkId> referringLinks;
        [[nodiscard]] bool empty() const {
            return children.empty() && links.empty() && referringElements.empty() && referringLinks.empty();
        }
    };
    void enter(const Element& element);
    void leave(const Element& element);
    void enter(const Link& link);
    void leave(const Link& link);
    Index& row(const std::string& id);
    void dropEmptyRow(const std::string& id);

    ChunkMap<Element> m_elements;
    ChunkMap<Link> m_links;
    ChunkMap<Scenario> m_scenarios;
    ChunkMap<Index> m_index; // by the id that is named; "" is the page
    Cow<Project> m_project;
};

} // namespace sky::diagram
