// SPDX-License-Identifier: GPL-3.0-or-later
// RandomStream: one stream of random numbers per (seed, element or link, purpose), the same on every machine.
// Integers throughout, no mathematical library: xoshiro256++ (Blackman, Vigna 2019) seeded by splitmix64.
// A value: copying a stream copies its place. Not for security.
#pragma once

#include "base/hash.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sky {

class RandomStream {
  public:
    RandomStream(std::uint64_t seed, std::string_view id, std::string_view purpose);
    explicit RandomStream(const std::array<std::uint64_t, 4>& state) : m_state(state) {} // not all zero

    [[nodiscard]] std::uint64_t next() {
        const std::uint64_t result = std::rotl(m_state[0] + m_state[3], 23) + m_state[0];
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

    // In [0, 1), a multiple of 2^-53.
    [[nodiscard]] double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    // In [0, bound), every number equally likely; 0 when the bound is 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);

    // In [least, most], which may be the whole range.
    [[nodiscard]] std::int64_t between(std::int64_t least, std::int64_t most);

    // True `part` times in `whole`: chance(share.amount, 10^12) for a percentage.
    [[nodiscard]] bool chance(std::int64_t part, std::int64_t whole);

    // An index, as likely as its weight; the number of weights when all are zero or their sum does not fit 64 bits.
    [[nodiscard]] std::size_t weighted(std::span<const std::uint64_t> weights);

    // Exponential with this mean, rounded down: times between arrivals, service times. 0 for a mean of 0 or less.
    [[nodiscard]] std::int64_t exponential(std::int64_t mean);

    // Exponential with mean 1.
    [[nodiscard]] double exponential();

    friend bool operator==(const RandomStream&, const RandomStream&) = default;

  private:
    struct Exponential { // whole + fraction / 2^64
        std::uint64_t whole;
        std::uint64_t fraction;
    };
    [[nodiscard]] Exponential drawExponential();

    std::array<std::uint64_t, 4> m_state;
};

} // namespace sky
