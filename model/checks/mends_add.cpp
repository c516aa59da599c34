// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/mends.h"

#include "edit/add.h"
#include "edit/connect.h"

namespace sky::checks::mends {
namespace {

// Adds an element and hands its id to what ties it to the thing; nothing happens when the thing is gone.
template <class Tie>
Mend added(const Thing& thing, std::string_view service, const Thing& container, Tie tie) {
    return [id = thing.id(), service = std::string(service), box = container ? container.id() : ElementId(),
            tie](edit::Draft& draft) {
        const catalog::Service* type = draft.catalog().find(service);
        if (!type || !draft.diagram().element(id) || (!box.empty() && !draft.diagram().element(box))) return;
        tie(draft, id, edit::addBelow(draft, *type, box, {}));
    };
}

} // namespace

Mend addCallee(const Thing& caller, std::string_view service, const Thing& container) {
    std::vector<ElementId> subnets; // of the caller: what lives in a VPC lives in subnets
    for (const Thing& subnet : caller.subnets()) subnets.push_back(subnet.id());
    return added(
        caller, service, container, [subnets](edit::Draft& draft, const ElementId& from, const ElementId& made) {
            if (const catalog::Service* type = draft.serviceOf(made); type->is(Trait::Spanning) && type->is(Trait::Eni))
                draft.setSpans(made, subnets);
            if (auto link = edit::connect(draft.diagram(), draft.catalog(), from, made)) draft.take(link->step);
        });
}

Mend addAttached(const Thing& holder, std::string_view service, const Thing& container) {
    return added(holder, service, container, [](edit::Draft& draft, const ElementId& at, const ElementId& made) {
        if (auto link = edit::attach(draft.diagram(), draft.catalog(), made, at)) draft.take(link->step);
    });
}

Mend addNamed(const Thing& thing, std::string_view key, std::string_view service, const Thing& container) {
    return added(thing, service, container,
                 [key = std::string(key)](edit::Draft& draft, const ElementId& at, const ElementId& made) {
                     draft.setProperty(at, key, catalog::Value(catalog::Reference{made.str()}));
                 });
}

} // namespace sky::checks::mends
