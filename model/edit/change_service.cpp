// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/change_service.h"

#include <algorithm>

namespace sky::edit {
namespace {

using diagram::Diagram;
using diagram::Element;

// A kind that was spelled out and no longer fits gives way to the first that does.
void loosenLinks(Draft& draft, const ElementId& id) {
    const std::span<const LinkId> links = draft.diagram().linksAt(id);
    for (const LinkId& link : std::vector<LinkId>(links.begin(), links.end())) {
        const diagram::Link* its = draft.diagram().link(link);
        const catalog::Service* from = draft.serviceOf(its->from);
        const catalog::Service* to = draft.serviceOf(its->to);
        if (!its->kind || !from || !to) continue;
        const std::vector<catalog::LinkKind> kinds = draft.catalog().kindsBetween(*from, *to);
        if (std::find(kinds.begin(), kinds.end(), *its->kind) == kinds.end()) draft.setKind(link, std::nullopt);
    }
}

} // namespace

Result<Step> changeService(const Diagram& diagram, const catalog::Catalog& catalog,
                           const std::vector<ElementId>& elements, std::string_view serviceKey,
                           std::string_view presetKey) {
    if (elements.empty()) return nothingSelected();
    const catalog::Service* service = catalog.find(serviceKey);
    if (!service) {
        const std::string nearest = catalog.nearestKey(serviceKey);
        return Error{ErrorCode::NotFound, std::string(serviceKey),
                     say("The catalog has no service '{}'.", "카탈로그에 '{}' 서비스가 없습니다.", serviceKey),
                     nearest.empty() ? Text{} : say("Nearest: '{}'.", "가장 비슷한 것: '{}'.", nearest)};
    }
    const catalog::Preset* preset = nullptr;
    for (const catalog::Preset& other : service->presets)
        if (other.key == presetKey) preset = &other;
    if (!presetKey.empty() && !preset)
        return Error{ErrorCode::NotFound,
                     std::string(presetKey),
                     say("{} has no preset '{}'.", "{}에는 '{}' 프리셋이 없습니다.", service->shortName, presetKey),
                     {}};

    Draft draft(diagram, catalog);
    for (const ElementId& id : elements) {
        const Element* element = diagram.element(id);
        if (!element) return noSuchThing(id.str());
        if (!service->is(catalog::Trait::Container) && !diagram.children(id).empty())
            return Error{ErrorCode::BadUsage, id.str(),
                         say("'{}' holds other things, and {} has no inside.",
                             "'{}' 안에 다른 것이 있는데, {}에는 안쪽이 없습니다.", callOf(diagram, catalog, id),
                             service->shortName),
                         say("Move them out first.", "먼저 밖으로 옮기세요.")};
        draft.setService(id, service->key);
        for (const auto& [key, value] : element->properties) {
            const catalog::Property* property = service->property(key);
            if (!property || !catalog::validate(*property, value).ok()) draft.setProperty(id, key, std::nullopt);
        }
        if (preset)
            for (const auto& [key, value] : preset->properties) draft.setProperty(id, key, value);
        if (element->frame && !service->is(catalog::Trait::Container)) {
            // A tile keeps its middle; a container keeps its rectangle.
            const Size size = service->defaultSize;
            const Point middle = element->frame->center();
            if (size.width > 0 && size.height > 0)
                draft.setFrame(id,
                               Rect{middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height});
        }
        loosenLinks(draft, id);
    }
    Selection selection;
    selection.elements = elements;
    return draft.finish(say("Replace {} by {}", "{}을(를) {}(으)로 교체", callOf(diagram, catalog, selection),
                            preset ? preset->name : service->shortName));
}

} // namespace sky::edit
