// SPDX-License-Identifier: GPL-3.0-or-later
// Which addresses a VPC or subnet may still have: what is wrong with a block beside the others, and what is free.
#pragma once

#include "base/cidr.h"
#include "topology/topology.h"

#include <string>
#include <vector>

namespace sky::lists {

struct CidrAdvice {
    Text error; // empty: nothing speaks against it
    std::string nearest;
    Text nearestIs; // "next free"
};

// The element is a VPC or a subnet and the block is meant for its IPv4 `cidr`.
[[nodiscard]] CidrAdvice adviseOn(const topology::Topology& topology, const ElementId& element, Cidr block);

struct FreeBlock {
    std::string block;
    std::uint64_t usable = 0; // addresses, without those AWS keeps
};
// For a subnet: the first free block of each size that fits its VPC, larger ones last. For a VPC: private ranges that no
// other VPC of the drawing has.
[[nodiscard]] std::vector<FreeBlock> freeBlocks(const topology::Topology& topology, const ElementId& element);

inline constexpr std::uint64_t kKeptByAws = 5; // addresses of each subnet

} // namespace sky::lists
