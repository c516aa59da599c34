// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/rate_profile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sky::simulation {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

// The last point at or before the time; the first when the time lies before all.
std::size_t pointBefore(const std::vector<ProfilePoint>& points, double time) {
    const auto after = std::upper_bound(points.begin(), points.end(), time,
                                        [](double value, const ProfilePoint& point) { return value < point.at; });
    return after == points.begin() ? 0 : static_cast<std::size_t>(after - points.begin()) - 1;
}

} // namespace

double RateProfile::rate(double time) const {
    if (points.empty()) return 0.0;
    if (period > 0.0) time -= std::floor(time / period) * period;
    const std::size_t i = pointBefore(points, time);
    if (i + 1 >= points.size() || time < points[i].at) return points[i].rate;
    const double length = points[i + 1].at - points[i].at;
    return length > 0.0 ? points[i].rate + (points[i + 1].rate - points[i].rate) * (time - points[i].at) / length : points[i].rate;
}

double RateProfile::after(double time, double expected) const {
    if (points.empty()) return kNever;
    double base = period > 0.0 ? std::floor(time / period) * period : 0.0;
    double at = time - base;
    std::size_t i = pointBefore(points, at);
    double perPeriod = 0.0;
    for (;;) {
        const bool last = i + 1 >= points.size();
        const double end = last ? (period > 0.0 ? period : kNever) : points[i + 1].at;
        double from = points[i].rate;
        double slope = 0.0;
        if (!last && end > points[i].at) {
            slope = (points[i + 1].rate - points[i].rate) / (end - points[i].at);
            if (at > points[i].at) from += slope * (at - points[i].at);
        }
        if (at < points[i].at) { // before the first point its rate holds
            slope = 0.0;
        }
        const double stop = at < points[i].at ? points[i].at : end;
        const double length = stop - at;
        const double due = length == kNever ? (from > 0.0 ? kNever : 0.0) : length * (from + 0.5 * slope * length);
        if (due >= expected && due > 0.0) {
            if (slope == 0.0) return base + at + expected / from;
            // from * t + slope / 2 * t^2 = expected, in the form that does not lose digits
            const double root = std::sqrt(std::max(0.0, from * from + 2.0 * slope * expected));
            return base + at + std::min(length, 2.0 * expected / (from + root));
        }
        if (length == kNever) return kNever;
        expected -= due;
        perPeriod += due;
        at = stop;
        if (stop == end) {
            if (last) {
                if (perPeriod <= 0.0 && base > time) return kNever; // a whole period without a request
                base += period;
                at = 0.0;
                i = pointBefore(points, at);
                if (base > time + period) perPeriod = 0.0;
            } else {
                ++i;
            }
        }
    }
}

double RateProfile::highest() const {
    double most = 0.0;
    for (const ProfilePoint& point : points) most = std::max(most, point.rate);
    return most;
}

} // namespace sky::simulation
