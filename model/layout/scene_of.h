// SPDX-License-Identifier: GPL-3.0-or-later
// From the drawing to what routes see: boxes of a placement, and the size of what a link writes.
#pragma once

#include "diagram/link.h"
#include "layout/frames.h"
#include "layout/scene.h"
#include "layout/terminal.h"

namespace sky::layout {

[[nodiscard]] SceneBox sceneBox(const Placed& placed, std::int32_t parent);
[[nodiscard]] SceneBox sceneBox(const PlacedPart& part, std::int32_t parent);
[[nodiscard]] Size labelSize(const topology::Topology& topology, const diagram::Link& link); // of the longer language
[[nodiscard]] Terminal terminalOf(const Placed& placed);

} // namespace sky::layout
