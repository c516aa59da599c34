// SPDX-License-Identifier: GPL-3.0-or-later
// Every change of a diagram as a small value that knows before and after, so that its inverse is itself turned round.
// apply() is the only door: it changes the diagram and says what changed, or changes nothing and says why not.
#pragma once

#include "base/result.h"
#include "diagram/diagram.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sky::edit {

template <class Identity, class Content>
struct Change {
    Identity id;
    Content before;
    Content after;
    friend bool operator==(const Change&, const Change&) = default;
};

// Whole things: added (before unset), removed (after unset).
struct PutElement : Change<ElementId, std::optional<diagram::Element>> {};
struct PutLink : Change<LinkId, std::optional<diagram::Link>> {};
struct PutScenario : Change<ScenarioId, std::optional<diagram::Scenario>> {};

struct SetService : Change<ElementId, std::string> {};
struct SetName : Change<ElementId, Text> {};
struct SetParent : Change<ElementId, ElementId> {};
struct SetFrame : Change<ElementId, std::optional<Rect>> {};
struct SetLocked : Change<ElementId, bool> {};
struct SetSpans : Change<ElementId, std::vector<ElementId>> {};
struct SetGroups : Change<ElementId, std::vector<ElementId>> {};
struct SetProperty : Change<ElementId, std::optional<catalog::Value>> {
    std::string key;
    friend bool operator==(const SetProperty&, const SetProperty&) = default;
};
struct LinkEnds {
    ElementId from;
    ElementId to;
    friend bool operator==(const LinkEnds&, const LinkEnds&) = default;
};
struct SetLinkEnds : Change<LinkId, LinkEnds> {};
struct SetLinkKind : Change<LinkId, std::optional<catalog::LinkKind>> {};
struct SetLinkName : Change<LinkId, Text> {};
struct SetWaypoints : Change<LinkId, std::vector<Point>> {};
struct SetLinkProperty : Change<LinkId, std::optional<catalog::Value>> {
    std::string key;
    friend bool operator==(const SetLinkProperty&, const SetLinkProperty&) = default;
};
struct SetProject {
    diagram::Project before;
    diagram::Project after;
    friend bool operator==(const SetProject&, const SetProject&) = default;
};

using Edit = std::variant<PutElement, PutLink, PutScenario, SetService, SetName, SetParent, SetFrame, SetSpans, SetGroups,
                          SetProperty, SetLinkEnds, SetLinkKind, SetLinkName, SetWaypoints, SetLinkProperty, SetLocked, SetProject>;

// What a step touched, for views and for incremental work: sorted, without duplicates.
enum class Field : std::uint8_t { Whole, Service, Name, Parent, Frame, Spans, Groups, Property, Ends, Kind, Waypoints, Locked };
struct ElementChange {
    ElementId id;
    Field field = Field::Whole;
    std::string key; // of Field::Property
    friend auto operator<=>(const ElementChange&, const ElementChange&) = default;
};
struct LinkChange {
    LinkId id;
    Field field = Field::Whole;
    std::string key;
    friend auto operator<=>(const LinkChange&, const LinkChange&) = default;
};
struct ChangeSet {
    std::vector<ElementChange> elements;
    std::vector<LinkChange> links;
    std::vector<ScenarioId> scenarios;
    bool project = false;
    [[nodiscard]] bool empty() const { return elements.empty() && links.empty() && scenarios.empty() && !project; }
};

[[nodiscard]] Edit inverse(const Edit& edit);

// A step: edits that belong together, one entry in the history. All of it happens, or nothing.
struct Step {
    Text name; // "Move web-1", shown beside Undo
    std::vector<Edit> edits;
};
[[nodiscard]] Result<ChangeSet> apply(diagram::Diagram& diagram, const catalog::Catalog& catalog, const Step& step);

} // namespace sky::edit
