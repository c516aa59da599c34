// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/law.h"

#include "base/ensure.h"

#include <cmath>
#include <limits>

namespace sky::simulation {

double zigguratCorner(RandomStream& stream, std::uint64_t drawn) {
    constexpr double kEdge = 7.69711747013104971404;
    for (;;) {
        const std::size_t layer = drawn & 255u;
        const std::uint64_t number = drawn >> 11;
        const double x = static_cast<double>(number) * kZiggurat.width[layer];
        if (number < kZiggurat.inside[layer]) return x;
        if (layer == 0) return kEdge + drawExponential(stream); // the tail of an exponential is an exponential
        const double between = kZiggurat.height[layer] + stream.uniform() * (kZiggurat.height[layer - 1] - kZiggurat.height[layer]);
        if (between < portableExp(-x)) return x;
        drawn = stream.next();
    }
}

double drawNormal(RandomStream& stream) {
    for (;;) { // Marsaglia's polar method; the second of each pair is left, so that a stream has no memory
        const double u = 2.0 * stream.uniform() - 1.0;
        const double v = 2.0 * stream.uniform() - 1.0;
        const double square = u * u + v * v;
        if (square >= 1.0 || square < 1e-300) continue;
        return u * std::sqrt(-2.0 * portableLog(square) / square);
    }
}

double drawOther(const Law& law, RandomStream& stream) {
    switch (law.kind) {
    case LawKind::Zero: return 0.0;
    case LawKind::Constant: return law.mean;
    case LawKind::Exponential: return law.mean * drawExponential(stream);
    case LawKind::Erlang: {
        double sum = 0.0;
        for (std::uint32_t i = 0; i < law.stages; ++i) sum += drawExponential(stream);
        return sum * (law.mean / law.stages);
    }
    case LawKind::Lognormal: return portableExp(law.a + law.b * drawNormal(stream));
    case LawKind::Hyperexponential: return (stream.uniform() < law.a ? law.b : law.c) * drawExponential(stream);
    case LawKind::Pareto: return law.a * portableExp(drawExponential(stream) * law.b);
    case LawKind::Uniform: return law.a + law.b * stream.uniform();
    }
    return 0.0;
}

Law Law::times(double factor) const {
    Law law = *this;
    law.mean *= factor;
    switch (kind) {
    case LawKind::Lognormal: law.a += portableLog(factor); break;
    case LawKind::Hyperexponential: law.b *= factor; law.c *= factor; break;
    case LawKind::Pareto: law.a *= factor; break;
    case LawKind::Uniform: law.a *= factor; law.b *= factor; break;
    default: break;
    }
    return law;
}

double Law::squaredVariation() const {
    switch (kind) {
    case LawKind::Zero:
    case LawKind::Constant: return 0.0;
    case LawKind::Exponential: return 1.0;
    case LawKind::Erlang: return 1.0 / stages;
    case LawKind::Lognormal: return portableExp(b * b) - 1.0;
    case LawKind::Hyperexponential: return 2.0 * (a * b * b + (1.0 - a) * c * c) / (mean * mean) - 1.0;
    case LawKind::Pareto: {
        const double alpha = 1.0 / b;
        return alpha > 2.0 ? 1.0 / (alpha * (alpha - 2.0)) : std::numeric_limits<double>::infinity();
    }
    case LawKind::Uniform: return b * b / 12.0 / (mean * mean);
    }
    return 0.0;
}

Law constantLaw(double value) {
    return value > 0.0 ? Law{LawKind::Constant, 1, value} : Law{};
}

Law exponentialLaw(double mean) {
    return mean > 0.0 ? Law{LawKind::Exponential, 1, mean} : Law{};
}

Law erlangLaw(double mean, std::uint32_t stages) {
    ENSURE(stages > 0, "an Erlang law has stages");
    return stages == 1 ? exponentialLaw(mean) : Law{LawKind::Erlang, stages, mean};
}

Law lognormalLaw(double mean, double squaredVariation) {
    ENSURE(mean > 0.0 && squaredVariation > 0.0, "a lognormal law has a mean and a variance");
    const double variance = portableLog(1.0 + squaredVariation);
    return {LawKind::Lognormal, 1, mean, portableLog(mean) - 0.5 * variance, std::sqrt(variance)};
}

Law hyperexponentialLaw(double firstPart, double firstMean, double secondMean) {
    ENSURE(firstPart >= 0.0 && firstPart <= 1.0, "a probability lies between 0 and 1");
    return {LawKind::Hyperexponential, 1, firstPart * firstMean + (1.0 - firstPart) * secondMean, firstPart, firstMean, secondMean};
}

Law balancedHyperexponentialLaw(double mean, double squaredVariation) {
    ENSURE(squaredVariation >= 1.0, "a hyperexponential law varies at least as much as an exponential one");
    const double first = 0.5 * (1.0 + std::sqrt((squaredVariation - 1.0) / (squaredVariation + 1.0)));
    return hyperexponentialLaw(first, mean / (2.0 * first), mean / (2.0 * (1.0 - first)));
}

Law paretoLaw(double mean, double alpha) {
    ENSURE(alpha > 1.0, "a Pareto law has a mean only for alpha above 1");
    return {LawKind::Pareto, 1, mean, mean * (alpha - 1.0) / alpha, 1.0 / alpha};
}

Law uniformLaw(double least, double most) {
    return most > 0.0 ? Law{LawKind::Uniform, 1, 0.5 * (least + most), least, most - least} : Law{};
}

std::optional<Law> namedLaw(std::string_view name, double mean) {
    if (mean <= 0.0) return Law{};
    if (name == "exponential") return exponentialLaw(mean);
    if (name == "deterministic" || name == "constant") return constantLaw(mean);
    if (name == "erlang") return erlangLaw(mean, 2);
    if (name == "lognormal") return lognormalLaw(mean, 2.0);
    if (name == "hyperexponential") return balancedHyperexponentialLaw(mean, 4.0);
    if (name == "pareto") return paretoLaw(mean, 2.5);
    return std::nullopt;
}

} // namespace sky::simulation
