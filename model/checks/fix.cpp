// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/fix.h"

namespace sky::checks {

Result<edit::Step> stepOf(const Fix& fix, const diagram::Diagram& diagram, const catalog::Catalog& catalog) {
    edit::Draft draft(diagram, catalog);
    fix.mend(draft);
    edit::Step step = draft.finish(fix.name);
    if (step.edits.empty())
        return Error{ErrorCode::Invalid,
                     {},
                     say("'{}' changes nothing: the drawing is not what it was when this was found.",
                         "'{}'은(는) 아무것도 바꾸지 않습니다. 찾았을 때의 그림과 달라졌습니다.", fix.name),
                     say("Look at the findings of the drawing as it is now.", "지금 그림의 점검 결과를 보세요.")};
    return step;
}

} // namespace sky::checks
