// SPDX-License-Identifier: GPL-3.0-or-later
// A rate of requests over time as straight lines between points, jumps where two points share a time; it may repeat.
// after() turns a unit of "expected requests" into time exactly, so no arrival is drawn only to be thrown away.
#pragma once

#include <cstddef>
#include <vector>

namespace sky::simulation {

struct ProfilePoint {
    double at = 0.0;
    double rate = 0.0; // per unit of time
    friend bool operator==(const ProfilePoint&, const ProfilePoint&) = default;
};

struct RateProfile {
    std::vector<ProfilePoint> points; // by rising time; the last rate holds on
    double period = 0.0;              // when not 0 the points of [0, period] repeat

    [[nodiscard]] bool empty() const { return points.empty(); }
    [[nodiscard]] double rate(double time) const;

    // The time by which `expected` more requests are due after `time`; infinite when they never are.
    [[nodiscard]] double after(double time, double expected) const;

    [[nodiscard]] double highest() const;

    friend bool operator==(const RateProfile&, const RateProfile&) = default;
};

} // namespace sky::simulation
