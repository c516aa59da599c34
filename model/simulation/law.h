// SPDX-License-Identifier: GPL-3.0-or-later
// A Law is how long something takes, as a random variable: service, time between arrivals, patience, thinking.
// A small value; drawing from it takes the stream of whoever draws. Times are doubles in the unit of the network.
#pragma once

#include "simulation/ziggurat.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace sky::simulation {

enum class LawKind : std::uint8_t { Zero, Constant, Exponential, Erlang, Lognormal, Hyperexponential, Pareto, Uniform };

struct Law {
    LawKind kind = LawKind::Zero;
    std::uint32_t stages = 1; // Erlang
    double mean = 0.0;
    double a = 0.0; // lognormal: mu; hyperexponential: probability of the first; Pareto: scale; uniform: least
    double b = 0.0; // lognormal: sigma; hyperexponential: mean of the first; Pareto: 1/alpha; uniform: width
    double c = 0.0; // hyperexponential: mean of the second

    friend bool operator==(const Law&, const Law&) = default;

    [[nodiscard]] bool zero() const { return kind == LawKind::Zero; }
    [[nodiscard]] Law times(double factor) const; // the same law on another scale
    [[nodiscard]] double squaredVariation() const; // variance / mean^2; infinite for Pareto with alpha <= 2
};

[[nodiscard]] Law constantLaw(double value);
[[nodiscard]] Law exponentialLaw(double mean);
[[nodiscard]] Law erlangLaw(double mean, std::uint32_t stages);
[[nodiscard]] Law lognormalLaw(double mean, double squaredVariation);
[[nodiscard]] Law hyperexponentialLaw(double firstPart, double firstMean, double secondMean);
[[nodiscard]] Law balancedHyperexponentialLaw(double mean, double squaredVariation); // needs squaredVariation >= 1
[[nodiscard]] Law paretoLaw(double mean, double alpha);                              // needs alpha > 1
[[nodiscard]] Law uniformLaw(double least, double most);

// "exponential", "deterministic", "erlang" (2 stages), "lognormal" (squared variation 2), "hyperexponential" (4),
// "pareto" (alpha 2.5): the shapes a drawing may name. None for another word.
[[nodiscard]] std::optional<Law> namedLaw(std::string_view name, double mean);

[[nodiscard]] double drawNormal(RandomStream& stream);
[[nodiscard]] double drawOther(const Law& law, RandomStream& stream);

[[nodiscard]] inline double draw(const Law& law, RandomStream& stream) {
    if (law.kind == LawKind::Exponential) [[likely]] return law.mean * drawExponential(stream);
    if (law.kind == LawKind::Constant) return law.mean;
    return drawOther(law, stream);
}

} // namespace sky::simulation
