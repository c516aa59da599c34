// SPDX-License-Identifier: GPL-3.0-or-later
// A figure of a queueing set: what is expected, how one replication shows it, and how far the replications are from it
// in standard errors. Most figures are ratios of sums (mean, part, rate, quantile), whose distance has no bias.
#pragma once

#include "simulation/tally.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

namespace truth {

struct Observed {
    sky::simulation::Tallies tallies;
    std::vector<double> extra; // what a run of its own kind measured
};

struct Ratio {
    double above = 0.0;
    double below = 1.0;
};

struct Figure {
    enum class Kind { Ratio, Deviation, Quantile, AtomQuantile, Level };
    std::string name;
    double expected = 0.0;
    Kind kind = Kind::Ratio;
    double part = 0.0; // of a quantile
    double mean = 0.0; // of a deviation
    std::function<Ratio(const Observed&)> ratio = {};                                  // Ratio, Deviation (squares)
    std::function<const sky::simulation::LogHistogram*(const Observed&)> histogram = {}; // quantiles, Deviation
    std::function<const std::vector<double>*(const Observed&)> levels = {};            // Level
};

struct Measured {
    double value = 0.0;
    double distance = 0.0; // in standard errors, positive when the measured value is above the expected
    bool exact = false;    // no spread, and no difference: says nothing about errors
};

inline Measured judge(const std::vector<double>& differences, double value, double scale) {
    const auto count = static_cast<double>(differences.size());
    double sum = 0.0;
    for (const double each : differences) sum += each;
    const double mean = sum / count;
    double squares = 0.0;
    for (const double each : differences) squares += (each - mean) * (each - mean);
    const double error = std::sqrt(squares / (count - 1.0) / count);
    if (error <= 1.0e-13 * scale) return {value, std::abs(mean) <= 1.0e-9 * scale ? 0.0 : 99.0, true};
    return {value, mean / error, false};
}

inline double levelPart(const std::vector<double>& levels, std::size_t most) {
    double sum = 0.0;
    double all = 0.0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        all += levels[i];
        if (i <= most) sum += levels[i];
    }
    return all > 0.0 ? sum / all : 0.0;
}

// The smallest number that is not exceeded for `part` of the time. When the expected one is, by all replications, not
// the right one, the distance is how surely.
inline Measured measureLevel(const Figure& figure, const std::vector<Observed>& runs) {
    std::vector<double> all;
    std::vector<double> here;
    std::vector<double> under;
    const auto expected = static_cast<std::size_t>(figure.expected);
    for (const Observed& run : runs) {
        const std::vector<double>& levels = *figure.levels(run);
        all.resize(levels.size());
        for (std::size_t i = 0; i < levels.size(); ++i) all[i] += levels[i];
        here.push_back(figure.part - levelPart(levels, expected));
        under.push_back(figure.part - levelPart(levels, expected == 0 ? 0 : expected - 1));
    }
    std::size_t value = 0;
    while (value + 1 < all.size() && levelPart(all, value) < figure.part) ++value;
    const auto measured = static_cast<double>(value);
    if (value == expected) return {measured, 0.0, true};
    const Measured high = judge(here, measured, 1.0);
    const Measured low = judge(under, measured, 1.0);
    return {measured, value > expected ? high.distance : low.distance, false};
}

inline Measured measure(const Figure& figure, const std::vector<Observed>& runs) {
    if (figure.kind == Figure::Kind::Level) return measureLevel(figure, runs);
    std::vector<double> differences;
    double above = 0.0;
    double below = 0.0;
    double sum = 0.0;
    if (figure.kind == Figure::Kind::Quantile || figure.kind == Figure::Kind::AtomQuantile) {
        sky::simulation::LogHistogram all = *figure.histogram(runs.front());
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const sky::simulation::LogHistogram& here = *figure.histogram(runs[i]);
            if (i > 0) all.add(here);
            const auto count = static_cast<double>(here.count());
            differences.push_back(figure.part * count - here.notAbove(figure.expected));
        }
        const double value = all.quantile(figure.part);
        if (figure.kind == Figure::Kind::AtomQuantile && value <= figure.expected) return {value, 0.0, true};
        return judge(differences, value, static_cast<double>(all.count()));
    }
    for (const Observed& run : runs) {
        const Ratio ratio = figure.ratio(run);
        above += ratio.above;
        below += ratio.below;
        if (figure.kind == Figure::Kind::Deviation) {
            const sky::simulation::LogHistogram& here = *figure.histogram(run);
            sum += here.sum();
            const double mean = figure.mean;
            differences.push_back(ratio.above - 2.0 * mean * here.sum() +
                                  (mean * mean - figure.expected * figure.expected) * ratio.below);
        } else {
            differences.push_back(ratio.above - figure.expected * ratio.below);
        }
    }
    double value = above / below;
    if (figure.kind == Figure::Kind::Deviation) value = std::sqrt(std::max(0.0, value - sum / below * (sum / below)));
    return judge(differences, value, std::max(std::abs(above), 1.0e-300));
}

} // namespace truth
