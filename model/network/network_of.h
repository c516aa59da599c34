// SPDX-License-Identifier: GPL-3.0-or-later
// The network of a drawing. Unset addresses are those that topology/ assigns; unset route tables and ACLs follow AWS;
// an element without a security group admits exactly what its drawn links need (Group::assumed), or, when strict, has
// its VPC's default group. Elements in no subnet have no interface and are not part of it.
#pragma once

#include "network/network.h"
#include "topology/topology.h"

namespace sky::network {

struct Reading {
    bool strict = false;
};

[[nodiscard]] Network networkOf(const topology::Topology& topology, const Reading& reading = {});

} // namespace sky::network
