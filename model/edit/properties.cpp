// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/properties.h"

#include "base/nearest.h"
#include "diagram/integrity.h"

#include <algorithm>
#include <set>

namespace sky::edit {
namespace {

using diagram::Diagram;

// The property as the catalog has it for a link: of its kind, or of any kind when it has none of its own.
const catalog::Property* propertyOf(const catalog::Catalog& catalog, const diagram::Link& link, std::string_view key) {
    if (link.kind) return catalog.linkType(*link.kind).property(key);
    for (const catalog::LinkType& type : catalog.linkTypes())
        if (const catalog::Property* property = type.property(key)) return property;
    return nullptr;
}

Error noSuchProperty(std::string_view key, const std::set<std::string>& known) {
    const std::optional<std::string> nearest = nearestWord(key, known);
    return {ErrorCode::NotFound, std::string(key),
            say("Nothing selected has a property '{}'.", "선택한 것 중에 '{}' 속성이 있는 것이 없습니다.", key),
            nearest ? say("Nearest: '{}'.", "가장 비슷한 것: '{}'.", *nearest) : Text{}};
}

} // namespace

Result<Step> setProperty(const Diagram& diagram, const catalog::Catalog& catalog, const Selection& selection,
                         std::string_view key, const std::optional<catalog::Value>& value) {
    if (selection.elements.empty() && selection.links.empty()) return nothingSelected();
    Draft draft(diagram, catalog);
    const std::string name(key);
    const catalog::Property* property = nullptr;
    std::set<std::string> known;
    bool any = false;
    for (const ElementId& id : selection.elements) {
        const diagram::Element* element = diagram.element(id);
        if (!element) return noSuchThing(id.str());
        const catalog::Service* service = catalog.find(element->service);
        const catalog::Property* its = service ? service->property(key) : nullptr;
        if (service && !its) {
            for (const catalog::Property& other : service->properties) known.insert(other.key);
            if (!element->properties.has(key)) continue;
        }
        if (its) property = its;
        any = true;
        draft.setProperty(id, name, value);
    }
    for (const LinkId& id : selection.links) {
        const diagram::Link* link = diagram.link(id);
        if (!link) return noSuchThing(id.str());
        const catalog::Property* its = propertyOf(catalog, *link, key);
        if (!its && !link->properties.has(key)) {
            for (const catalog::LinkType& type : catalog.linkTypes())
                for (const catalog::Property& other : type.properties) known.insert(other.key);
            continue;
        }
        if (its) property = its;
        any = true;
        draft.setProperty(id, name, value);
    }
    if (!any) return noSuchProperty(key, known);
    const Text label = property ? property->label : Text{name, {}};
    const Text what = callOf(diagram, catalog, selection);
    if (!value) return draft.finish(say("Unset {} of {}", "{} 해제: {}", label, what));
    return draft.finish(say("Set {} of {}", "{} 변경: {}", label, what));
}

Result<Step> setProjectProperty(const Diagram& diagram, const catalog::Catalog& catalog, std::string_view key,
                                const std::optional<catalog::Value>& value) {
    const std::span<const catalog::Property> all = catalog.projectProperties();
    const auto property = std::find_if(all.begin(), all.end(), [&](const auto& p) { return p.key == key; });
    if (property == all.end() && !diagram.project().properties.has(key)) {
        std::set<std::string> known;
        for (const catalog::Property& other : all) known.insert(other.key);
        return noSuchProperty(key, known);
    }
    Draft draft(diagram, catalog);
    diagram::Project project = diagram.project();
    if (value)
        project.properties.set(key, *value);
    else
        project.properties.unset(key);
    draft.setProject(project);
    const Text label = property == all.end() ? Text{std::string(key), {}} : property->label;
    return draft.finish(say("Set {} of the project", "프로젝트의 {} 변경", label));
}

Result<Step> rename(const Diagram& diagram, const catalog::Catalog& catalog, const Selection& selection,
                    const Text& name) {
    if (selection.empty()) return nothingSelected();
    if (Result<void> good = diagram::checkName(name); !good) return std::move(good).error();
    Draft draft(diagram, catalog);
    for (const ElementId& id : selection.elements) {
        if (!diagram.element(id)) return noSuchThing(id.str());
        draft.setName(id, name);
    }
    for (const LinkId& id : selection.links) {
        if (!diagram.link(id)) return noSuchThing(id.str());
        draft.setName(id, name);
    }
    for (const ScenarioId& id : selection.scenarios) {
        const diagram::Scenario* scenario = diagram.scenario(id);
        if (!scenario) return noSuchThing(id.str());
        diagram::Scenario renamed = *scenario;
        renamed.name = name;
        draft.put(std::move(renamed));
    }
    return draft.finish(say("Rename {}", "{} 이름 변경", callOf(diagram, catalog, selection)));
}

Result<Step> renameProject(const Diagram& diagram, const catalog::Catalog& catalog, const Text& name) {
    if (Result<void> good = diagram::checkName(name); !good) return std::move(good).error();
    Draft draft(diagram, catalog);
    diagram::Project project = diagram.project();
    project.name = name;
    draft.setProject(project);
    return draft.finish(say("Rename the project", "프로젝트 이름 변경"));
}

} // namespace sky::edit
