// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/add.h"

#include "catalog/roles.h"
#include "diagram/limits.h"
#include "edit/places.h"

#include <algorithm>
#include <set>

namespace sky::edit {
namespace {

namespace role = catalog::role;
using diagram::Diagram;
using diagram::Element;

constexpr std::string_view kPage = "page";
constexpr std::string_view kZoneKey = "zone";

// What a container counts as: frames stand for whatever they stand in.
std::string countsAs(const Diagram& diagram, const catalog::Catalog& catalog, const ElementId& container) {
    const Element* at = diagram.element(container);
    for (std::size_t depth = 0; at && depth <= diagram::limits::kDepth; ++depth) {
        const catalog::Service* service = catalog.find(at->service);
        if (!service || !service->plays(role::kFrame)) return at->service;
        at = diagram.element(at->parent);
    }
    return std::string(kPage);
}

// Containers between a service and where it is dropped, outermost first; the catalog lists parents best first.
std::optional<std::vector<std::string>> between(const catalog::Catalog& catalog, const catalog::Service& service,
                                                std::string_view target, std::set<std::string>& tried) {
    for (const std::string& parent : service.parents) {
        if (parent == target) return std::vector<std::string>{};
        const catalog::Service* container = catalog.find(parent);
        if (!container || container->plays(role::kFrame) || !tried.insert(parent).second) continue;
        if (auto outer = between(catalog, *container, target, tried)) {
            outer->push_back(parent);
            return outer;
        }
    }
    return std::nullopt;
}

Size sizeOf(const catalog::Service& service) {
    constexpr Size kTile = {40, 40};
    return service.defaultSize.width > 0 && service.defaultSize.height > 0 ? service.defaultSize : kTile;
}

ElementId addElement(Draft& draft, const catalog::Service& service, const ElementId& parent, const Text& name) {
    Element element;
    element.id = ElementId(draft.freshId(service.key));
    element.service = service.key;
    element.name = name;
    element.parent = parent;
    if (service.plays(role::kZone) && service.property(kZoneKey))
        if (std::string letter = freeZone(draft, parent); !letter.empty()) element.properties.set(kZoneKey, letter);
    const ElementId id = element.id;
    draft.put(std::move(element));
    return id;
}

Error unknownService(const catalog::Catalog& catalog, std::string_view key) {
    const std::string nearest = catalog.nearestKey(key);
    return {ErrorCode::NotFound, std::string(key),
            say("The catalog has no service '{}'.", "카탈로그에 '{}' 서비스가 없습니다.", key),
            nearest.empty() ? Text{} : say("Nearest: '{}'.", "가장 비슷한 것: '{}'.", nearest)};
}

// Frames for a chain of things each in the next, so that the first has its corner at `at` where there is room.
void placeChain(Draft& draft, const std::vector<ElementId>& insideOut, Point at) {
    Rect inner;
    for (std::size_t i = 0; i < insideOut.size(); ++i) {
        const Size size = sizeOf(*draft.serviceOf(insideOut[i]));
        Rect frame{kPadding, kHeader, size.width, size.height};
        if (i > 0) {
            frame.width = std::max(frame.width, inner.right() + kPadding);
            frame.height = std::max(frame.height, inner.bottom() + kPadding);
        }
        if (i + 1 == insideOut.size()) {
            const auto around = static_cast<std::int32_t>(i);
            frame.x = at.x - around * kPadding;
            frame.y = at.y - around * kHeader;
            if (!draft.diagram().element(insideOut[i])->parent.empty()) {
                frame.x = around > 0 ? std::max(frame.x, kPadding) : frame.x;
                frame.y = around > 0 ? std::max(frame.y, kHeader) : frame.y;
            }
        }
        draft.setFrame(insideOut[i], frame);
        inner = frame;
    }
}

} // namespace

std::string freeZone(const Draft& draft, const ElementId& parent) {
    std::vector<std::string> letters = {"a", "b", "c", "d", "e", "f"};
    const Element* at = draft.diagram().element(parent);
    for (std::size_t depth = 0; at && depth <= diagram::limits::kDepth; ++depth) {
        const catalog::Service* service = draft.catalog().find(at->service);
        const std::string* code = at->properties.text("code");
        if (service && service->plays(role::kRegion) && code) {
            if (const catalog::Region* region = draft.catalog().region(*code); region && !region->zones.empty())
                letters = region->zones;
            break;
        }
        at = draft.diagram().element(at->parent);
    }
    for (const ElementId& id : draft.diagram().children(parent)) {
        const catalog::Service* service = draft.serviceOf(id);
        const std::string* letter = draft.diagram().element(id)->properties.text(kZoneKey);
        if (service && service->plays(role::kZone) && letter) std::erase(letters, *letter);
    }
    return letters.empty() ? std::string() : letters.front();
}

const catalog::Service* serviceThatPlays(const catalog::Catalog& catalog, std::string_view wanted) {
    for (const catalog::Service& service : catalog.services())
        if (service.plays(wanted)) return &service;
    return nullptr;
}

ElementId addBelow(Draft& draft, const catalog::Service& service, const ElementId& parent, const Text& name) {
    const Rect beside = boundsOfChildren(draft.diagram(), parent);
    const Element* box = draft.diagram().element(parent);
    const bool placed = (box && box->frame) || (parent.empty() && !beside.empty());
    const ElementId id = addElement(draft, service, parent, name);
    // Configuration has no box of its own, gateways of a VPC sit on its border: both are placed when shown.
    const bool onBorder = service.is(catalog::Trait::Router) && service.scope == catalog::Scope::Vpc;
    if (placed && !onBorder && !service.is(catalog::Trait::Config)) {
        const std::int32_t top = beside.empty() ? kHeader : std::max(beside.bottom() + kGap, kHeader);
        const Size size = sizeOf(service);
        draft.setFrame(id, Rect{beside.empty() ? kPadding : beside.x, top, size.width, size.height});
        growAround(draft, parent);
    }
    return id;
}

std::vector<std::string> missingContainers(const Diagram& diagram, const catalog::Catalog& catalog,
                                           std::string_view serviceKey, const ElementId& parent) {
    const catalog::Service* service = catalog.find(serviceKey);
    if (!service) return {};
    const std::string target = countsAs(diagram, catalog, parent);
    if (service->mayStandIn(target)) return {};
    std::set<std::string> tried = {service->key};
    return between(catalog, *service, target, tried).value_or(std::vector<std::string>{});
}

Result<Built> add(const Diagram& diagram, const catalog::Catalog& catalog, std::string_view serviceKey,
                  std::string_view presetKey, const ElementId& parent, std::optional<Point> at) {
    const catalog::Service* service = catalog.find(serviceKey);
    if (!service) return unknownService(catalog, serviceKey);
    const catalog::Preset* preset = nullptr;
    for (const catalog::Preset& other : service->presets)
        if (other.key == presetKey) preset = &other;
    if (!presetKey.empty() && !preset)
        return Error{ErrorCode::NotFound,
                     std::string(presetKey),
                     say("{} has no preset '{}'.", "{}에는 '{}' 프리셋이 없습니다.", service->shortName, presetKey),
                     {}};
    if (!parent.empty() && !diagram.element(parent)) return noSuchThing(parent.str());
    if (at && !isReasonable(*at)) return tooFarOut();
    if (!parent.empty()) {
        const catalog::Service* box = catalog.find(diagram.element(parent)->service);
        if (box && !box->is(catalog::Trait::Container))
            return Error{ErrorCode::BadUsage, parent.str(),
                         say("'{}' has no inside.", "'{}'에는 안쪽이 없습니다.", callOf(diagram, catalog, parent)),
                         say("Drop things into a container such as a VPC or a subnet.",
                             "VPC나 서브넷 같은 컨테이너에 놓으세요.")};
    }

    Draft draft(diagram, catalog);
    std::vector<ElementId> insideOut;
    ElementId in = parent;
    for (const std::string& key : missingContainers(diagram, catalog, serviceKey, parent)) {
        in = addElement(draft, *catalog.find(key), in, {});
        insideOut.insert(insideOut.begin(), in);
    }
    const ElementId id = addElement(draft, *service, in, {});
    insideOut.insert(insideOut.begin(), id);
    if (preset)
        for (const auto& [key, value] : preset->properties) draft.setProperty(id, key, value);
    if (at) {
        placeChain(draft, insideOut, *at);
        growAround(draft, parent);
    }
    Built built;
    built.made.elements = std::move(insideOut);
    built.step = draft.finish(say("Add {}", "{} 추가", preset ? preset->name : service->shortName));
    return built;
}

Result<Built> addScenario(const Diagram& diagram, const catalog::Catalog& catalog, diagram::Scenario scenario) {
    Draft draft(diagram, catalog);
    scenario.id = ScenarioId(draft.freshId("scenario"));
    Built built;
    built.made.scenarios = {scenario.id};
    draft.put(std::move(scenario));
    built.step = draft.finish(say("Add a scenario", "시나리오 추가"));
    return built;
}

Result<Step> changeScenario(const Diagram& diagram, const catalog::Catalog& catalog,
                            const diagram::Scenario& scenario) {
    if (!diagram.scenario(scenario.id)) return noSuchThing(scenario.id.str());
    Draft draft(diagram, catalog);
    draft.put(scenario);
    return draft.finish(say("Change a scenario", "시나리오 변경"));
}

} // namespace sky::edit
