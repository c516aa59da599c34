// SPDX-License-Identifier: GPL-3.0-or-later
// Mixing of 64-bit numbers and texts that gives the same result on every machine and in every release, as
// random streams need it. Not for security.
#pragma once

#include <cstdint>
#include <string_view>

namespace sky {

// The step of splitmix64 (Steele, Lea, Flood 2014): a bijection that spreads every input bit over the output.
[[nodiscard]] constexpr std::uint64_t mixBits(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15u;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

// FNV-1a over the bytes, then the length, mixed; `start` chains several texts so that ("ab","c") differs from
// ("a","bc").
[[nodiscard]] constexpr std::uint64_t stableHash(std::string_view text, std::uint64_t start = 0) {
    std::uint64_t hash = 0xCBF29CE484222325u ^ start;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return mixBits(hash ^ (static_cast<std::uint64_t>(text.size()) << 32));
}

} // namespace sky
