// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/lock.h"

#include <algorithm>

namespace sky::edit {

std::vector<ElementId> withoutLocked(const diagram::Diagram& diagram, const std::vector<ElementId>& elements) {
    std::vector<ElementId> free;
    for (const ElementId& id : elements)
        if (const diagram::Element* element = diagram.element(id); element && !element->locked) free.push_back(id);
    return free;
}

Error allLocked(const diagram::Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& elements) {
    Selection selection;
    selection.elements = elements;
    return {ErrorCode::BadUsage, elements.empty() ? "" : elements.front().str(),
            say("{} cannot move: locked.", "{}은(는) 잠겨 있어 움직일 수 없습니다.", callOf(diagram, catalog, selection)),
            say("Unlock first (Ctrl+Shift+L).", "먼저 잠금을 해제하세요(Ctrl+Shift+L).")};
}

Result<Step> toggleLock(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                        const std::vector<ElementId>& elements) {
    if (elements.empty()) return nothingSelected();
    for (const ElementId& id : elements)
        if (!diagram.element(id)) return noSuchThing(id.str());
    const bool lock = !std::all_of(elements.begin(), elements.end(),
                                   [&](const ElementId& id) { return diagram.element(id)->locked; });
    Draft draft(diagram, catalog);
    for (const ElementId& id : elements) draft.setLocked(id, lock);
    Selection selection;
    selection.elements = elements;
    const Text what = callOf(diagram, catalog, selection);
    return draft.finish(lock ? say("Lock {}", "{} 잠금", what) : say("Unlock {}", "{} 잠금 해제", what));
}

} // namespace sky::edit
