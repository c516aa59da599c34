// SPDX-License-Identifier: GPL-3.0-or-later
// Two steps made into one, and what a step weighs.
#pragma once

#include "edit/edit.h"

#include <cstddef>

namespace sky::edit {

// Appends `later` to `earlier`; where both set the same field of the same thing, only the first before and the last
// after are kept, and a field that is back where it was is dropped.
void mergeInto(Step& earlier, Step later);

[[nodiscard]] std::size_t bytesOf(const Step& step); // estimated

} // namespace sky::edit
