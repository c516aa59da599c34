// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings that several tests begin with.
#pragma once

#include "../topology/sketch.h"

namespace sky::resilience::test {

// Two zones of one region with a subnet each; users outside.
inline topology::test::Sketch twoZones() {
    using topology::test::text;
    topology::test::Sketch s;
    s.add("shop", "users").add("region", "region", "", {{"code", text("ap-northeast-2")}});
    s.add("vpc", "vpc", "region");
    s.add("az-a", "az", "vpc", {{"zone", text("a")}}).add("az-b", "az", "vpc", {{"zone", text("b")}});
    s.add("net-a", "subnet", "az-a").add("net-b", "subnet", "az-b");
    return s;
}

} // namespace sky::resilience::test
