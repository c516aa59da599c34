// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/mends.h"

#include "edit/add.h"
#include "edit/connect.h"

namespace sky::checks::mends {

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

} // namespace sky::checks::mends
