// SPDX-License-Identifier: GPL-3.0-or-later
// How a finding can be mended: a change of the drawing, worked out when it is asked for. stepOf() is the preview (what
// would be edited) and the edit itself (one undo step). It keeps ids, never pointers, so that it may be asked later.
#pragma once

#include "base/text.h"
#include "edit/draft.h"

#include <functional>

namespace sky::checks {

using Mend = std::function<void(edit::Draft& draft)>; // a draft left as it was: it cannot be mended this way any more

struct Fix {
    Text name; // "Add a NAT gateway in zone b", also the name of the step
    Mend mend;
};

// An error when nothing would change, because the drawing has moved on since the finding was made.
[[nodiscard]] Result<edit::Step> stepOf(const Fix& fix, const diagram::Diagram& diagram,
                                        const catalog::Catalog& catalog);

} // namespace sky::checks
