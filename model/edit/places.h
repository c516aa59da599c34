// SPDX-License-Identifier: GPL-3.0-or-later
// Where things lie on the page, for builders: frames are relative to the parent, and unset until somebody moves them.
#pragma once

#include "edit/draft.h"

#include <optional>
#include <set>
#include <span>

namespace sky::edit {

// Room a container keeps around what stands in it.
inline constexpr std::int32_t kPadding = 24;
inline constexpr std::int32_t kHeader = 40; // its title
inline constexpr std::int32_t kGap = 24;    // between neighbours

// False for offsets and places so far out that sums of them might not fit a coordinate.
[[nodiscard]] bool isReasonable(Point point);
[[nodiscard]] Error tooFarOut();

// Where the inside of a container begins on the page; unset when some frame on the way is.
[[nodiscard]] std::optional<Point> originOf(const diagram::Diagram& diagram, const ElementId& container);
[[nodiscard]] std::optional<Rect> pageFrame(const diagram::Diagram& diagram, const ElementId& element);

// The things with everything inside them, parents before children; each once, in a fixed order.
[[nodiscard]] std::vector<ElementId> withInsides(const diagram::Diagram& diagram, std::span<const ElementId> things);
// Those that stand in none of the others; sorted.
[[nodiscard]] std::vector<ElementId> outermost(const diagram::Diagram& diagram, std::span<const ElementId> things);

// Moves it into another parent without moving it on the page; the frame is unset when the places are not known.
void moveKeepingPlace(Draft& draft, const ElementId& element, const ElementId& parent);

// Makes a container, and those around it, large enough for what stands in them. What lies right of it or below it in
// the same parent is pushed on by as much, so that nothing comes to lie on top of another.
void growAround(Draft& draft, const ElementId& container);

// The rectangle around all known frames of the children; empty when there are none.
[[nodiscard]] Rect boundsOfChildren(const diagram::Diagram& diagram, const ElementId& container);

} // namespace sky::edit
