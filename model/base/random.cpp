// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <limits>

namespace sky {
namespace {

__extension__ using Wide = unsigned __int128;

} // namespace

RandomStream::RandomStream(std::uint64_t seed, std::string_view id, std::string_view purpose) : m_state{} {
    std::uint64_t place = stableHash(purpose, stableHash(id, mixBits(seed)));
    for (std::uint64_t& word : m_state) {
        word = mixBits(place);
        place += 0x9E3779B97F4A7C15u;
    }
}

std::uint64_t RandomStream::below(std::uint64_t bound) {
    // Lemire 2019: the upper half of a product is the number; the few lower halves that would favour some are redrawn.
    if (bound == 0) return 0;
    Wide product = static_cast<Wide>(next()) * bound;
    if (static_cast<std::uint64_t>(product) < bound) {
        const std::uint64_t favoured = (0 - bound) % bound;
        while (static_cast<std::uint64_t>(product) < favoured) product = static_cast<Wide>(next()) * bound;
    }
    return static_cast<std::uint64_t>(product >> 64);
}

std::int64_t RandomStream::between(std::int64_t least, std::int64_t most) {
    if (most <= least) return least;
    const std::uint64_t span = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least) + 1;
    const std::uint64_t offset = span == 0 ? next() : below(span); // a span of 2^64 wraps to 0
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(least) + offset);
}

bool RandomStream::chance(std::int64_t part, std::int64_t whole) {
    if (whole <= 0) return false;
    // Always one draw or more, so that a share of nothing or all keeps the stream in step with its twin.
    const auto drawn = static_cast<std::int64_t>(below(static_cast<std::uint64_t>(whole)));
    return drawn < part;
}

std::size_t RandomStream::weighted(std::span<const std::uint64_t> weights) {
    std::uint64_t sum = 0;
    for (const std::uint64_t weight : weights) {
        if (sum > std::numeric_limits<std::uint64_t>::max() - weight) return weights.size();
        sum += weight;
    }
    if (sum == 0) return weights.size();
    std::uint64_t drawn = below(sum);
    std::size_t index = 0;
    while (drawn >= weights[index]) drawn -= weights[index++];
    return index;
}

// Von Neumann 1951: comparisons alone give an exact exponential. A falling run of uniform numbers that began at u1 has
// odd length with probability exp(-u1); each run of even length adds one to the whole part. 64-bit ties have no weight.
RandomStream::Exponential RandomStream::drawExponential() {
    for (std::uint64_t whole = 0;; ++whole) {
        const std::uint64_t first = next();
        std::uint64_t last = first;
        bool odd = true;
        for (std::uint64_t drawn = next(); drawn < last; drawn = next()) {
            last = drawn;
            odd = !odd;
        }
        if (odd) return {whole, first};
    }
}

std::int64_t RandomStream::exponential(std::int64_t mean) {
    const Exponential drawn = drawExponential();
    if (mean <= 0) return 0;
    const Wide scale = static_cast<std::uint64_t>(mean);
    const Wide value = scale * drawn.whole + (scale * drawn.fraction >> 64);
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    return value > static_cast<Wide>(kMost) ? kMost : static_cast<std::int64_t>(value);
}

double RandomStream::exponential() {
    const Exponential drawn = drawExponential();
    return static_cast<double>(drawn.whole) + static_cast<double>(drawn.fraction >> 11) * 0x1.0p-53;
}

} // namespace sky
