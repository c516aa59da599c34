// SPDX-License-Identifier: GPL-3.0-or-later
// Carries out edits without asking whether the result is sound: apply() and the history stand on it. An edit is only
// carried out on what it says it found (`before`, or `after` when going backward), so that nothing is overwritten
// unseen.
#pragma once

#include "edit/edit.h"

#include <span>

namespace sky::edit {

enum class Direction : std::uint8_t { Forward, Backward };

// Changes nothing when it fails.
[[nodiscard]] Result<void> perform(diagram::Diagram& diagram, const Edit& edit, Direction direction);

// All of them (backward: last first), or none.
[[nodiscard]] Result<void> performAll(diagram::Diagram& diagram, std::span<const Edit> edits, Direction direction);

// What the edits touch, sorted, each once.
[[nodiscard]] ChangeSet changesOf(std::span<const Edit> edits);

} // namespace sky::edit
