// SPDX-License-Identifier: GPL-3.0-or-later
// Every limit of a project, in one place. Readers, edits and the inspector all ask here.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sky::diagram::limits {

inline constexpr std::size_t kElements = 100'000;
inline constexpr std::size_t kLinks = 200'000;
inline constexpr std::size_t kScenarios = 1'000;
inline constexpr std::size_t kDepth = 32;             // parents above an element
inline constexpr std::size_t kNameCharacters = 128;   // printable characters of any script
inline constexpr std::size_t kTextBytes = 64 * 1024;  // of one text property
inline constexpr std::size_t kReferences = 1'000;     // spans, groups, rows, waypoints, list entries of one thing
inline constexpr std::size_t kRatePoints = 100'000;   // steps, ramp or trace of one workload
inline constexpr std::size_t kProperties = 200;       // of one thing
inline constexpr std::int32_t kCoordinate = 1'000'000; // |x|, |y|, relative to the parent
inline constexpr std::int32_t kLeastSide = 1;
inline constexpr std::int32_t kMostSide = 200'000;
inline constexpr std::size_t kFileBytes = 256u * 1024 * 1024;
inline constexpr std::size_t kJsonDepth = 64;

} // namespace sky::diagram::limits
