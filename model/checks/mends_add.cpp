// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/mends.h"

#include "edit/add.h"
#include "edit/connect.h"

#include <algorithm>

namespace sky::checks::mends {
namespace {

using edit::Draft;

ElementId put(Draft& draft, const std::string& service, const ElementId& parent, const Text& name,
              const Settings& settings) {
    const catalog::Service* made = draft.catalog().find(service);
    if (!made || (!parent.empty() && !draft.diagram().element(parent))) return {};
    const ElementId id = edit::addBelow(draft, *made, parent, name);
    for (const auto& [key, value] : settings) draft.setProperty(id, key, value);
    return id;
}

} // namespace

Mend addNew(std::string_view service, const Thing& parent, Settings settings) {
    return [service = std::string(service), parent = parent.id(), settings = std::move(settings)](Draft& draft) {
        (void)put(draft, service, parent, {}, settings);
    };
}

Mend attachNew(const Thing& holder, std::string_view service, const Thing& parent, Settings settings) {
    return [holder = holder.id(), service = std::string(service), parent = parent.id(),
            settings = std::move(settings)](Draft& draft) {
        if (!draft.diagram().element(holder)) return;
        const ElementId made = put(draft, service, parent, {}, settings);
        if (made.empty()) return;
        if (auto link = edit::connect(draft.diagram(), draft.catalog(), made, holder, LinkKind::Attach))
            draft.take(link->step);
    };
}

Mend insertBetween(const Wire& wire, std::string_view service, const Thing& parent, Settings settings) {
    return [id = wire.id(), service = std::string(service), parent = parent.id(),
            settings = std::move(settings)](Draft& draft) {
        const diagram::Link* link = draft.diagram().link(id);
        if (!link) return;
        const ElementId from = link->from;
        const ElementId to = link->to;
        const ElementId made = put(draft, service, parent, {}, settings);
        if (made.empty()) return;
        draft.setEnds(id, {from, made});
        draft.setKind(id, std::nullopt);
        if (auto onward = edit::connect(draft.diagram(), draft.catalog(), made, to)) draft.take(onward->step);
    };
}

Mend nameNew(const Thing& thing, std::string_view key, std::string_view service, const Thing& parent, Text name,
             Settings settings) {
    return [id = thing.id(), key = std::string(key), service = std::string(service), parent = parent.id(),
            name = std::move(name), settings = std::move(settings)](Draft& draft) {
        if (!draft.diagram().element(id)) return;
        const ElementId made = put(draft, service, parent, name, settings);
        if (!made.empty()) draft.setProperty(id, key, catalog::Value(catalog::Reference{made.str()}));
    };
}

Mend nameNew(const Wire& wire, std::string_view key, std::string_view service, const Thing& parent, Text name,
             Settings settings) {
    return [id = wire.id(), key = std::string(key), service = std::string(service), parent = parent.id(),
            name = std::move(name), settings = std::move(settings)](Draft& draft) {
        if (!draft.diagram().link(id)) return;
        const ElementId made = put(draft, service, parent, name, settings);
        if (!made.empty()) draft.setProperty(id, key, catalog::Value(catalog::Reference{made.str()}));
    };
}

Mend addCallee(const Thing& caller, std::string_view service, const Thing& container) {
    return [id = caller.id(), service = std::string(service),
            box = container ? container.id() : ElementId()](edit::Draft& draft) {
        const catalog::Service* type = draft.catalog().find(service);
        if (!type || !draft.diagram().element(id) || (!box.empty() && !draft.diagram().element(box))) return;
        const ElementId made = edit::addBelow(draft, *type, box, {});
        if (type->is(Trait::Spanning)) draft.setSpans(made, draft.diagram().element(id)->spans); // beside its caller
        if (auto link = edit::connect(draft.diagram(), draft.catalog(), id, made)) draft.take(link->step);
    };
}

Mend ownGroup(const Thing& securityGroup) {
    std::vector<ElementId> members;
    for (const Thing& member : securityGroup.members()) members.push_back(member.id());
    return [id = securityGroup.id(), members](Draft& draft) {
        const diagram::Element* group = draft.diagram().element(id);
        if (!group) return;
        const diagram::Element model = *group;
        const ElementId made = put(draft, model.service, model.parent, {}, {});
        if (made.empty()) return;
        for (const char* key : {"in", "out"})
            if (const catalog::Value* rows = model.properties.find(key)) draft.setProperty(made, key, *rows);
        for (const ElementId& member : members) {
            const diagram::Element* element = draft.diagram().element(member);
            if (!element) continue;
            std::vector<ElementId> groups = element->groups;
            std::replace(groups.begin(), groups.end(), id, made);
            draft.setGroups(member, groups);
        }
    };
}

} // namespace sky::checks::mends
