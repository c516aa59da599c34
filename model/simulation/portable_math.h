// SPDX-License-Identifier: GPL-3.0-or-later
// Logarithm and exponential from IEEE additions, multiplications and divisions alone: the same bits on every machine,
// which the C library does not promise and "same seed, same bytes" needs. Good to about 1e-15 relative.
#pragma once

#include <bit>
#include <cstdint>

namespace sky::simulation {

inline constexpr double kLn2 = 0.693147180559945309417232121458;

// Of a positive, normal number.
[[nodiscard]] constexpr double portableLog(double value) {
    std::uint64_t bits = std::bit_cast<std::uint64_t>(value);
    int exponent = static_cast<int>(bits >> 52) - 1023;
    bits = (bits & 0x000FFFFFFFFFFFFFu) | 0x3FF0000000000000u;
    double mantissa = std::bit_cast<double>(bits);
    if (mantissa > 1.4142135623730951) {
        mantissa *= 0.5;
        ++exponent;
    }
    const double s = (mantissa - 1.0) / (mantissa + 1.0); // log m = 2 atanh s, |s| < 0.172
    const double square = s * s;
    double sum = 0.0;
    for (int odd = 25; odd >= 3; odd -= 2) sum = (sum + 1.0 / odd) * square;
    return static_cast<double>(exponent) * kLn2 + 2.0 * s * (1.0 + sum);
}

// 0 below -700, and the value at 700 above 700.
[[nodiscard]] constexpr double portableExp(double value) {
    if (value < -700.0) return 0.0;
    if (value > 700.0) value = 700.0;
    constexpr double kHigh = 0.693147180369123816490; // ln 2 in two parts, so that k * kHigh is exact
    constexpr double kLow = 1.90821492927058770002e-10;
    const double scaled = value / kLn2;
    const int k = static_cast<int>(scaled + (scaled < 0 ? -0.5 : 0.5));
    const double rest = (value - k * kHigh) - k * kLow;
    double sum = 1.0;
    for (int n = 15; n >= 1; --n) sum = 1.0 + sum * rest / n;
    return sum * std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

} // namespace sky::simulation
