// SPDX-License-Identifier: GPL-3.0-or-later
// The word a person most likely meant, for "did you mean". Distances count inserted, dropped, replaced and swapped
// characters, letters of either case being equal.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace sky {

inline constexpr std::size_t kLongestWord = 256; // bytes; comparing is quadratic, and longer ones are no words

// The number of slips between two words, or a number above `most` as soon as it is certain to be more.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b,
                                       std::size_t most = std::numeric_limits<std::size_t>::max());

// How many slips still make a likely typing error in this word.
[[nodiscard]] std::size_t likelySlips(std::string_view word);

// The nearest of the candidates (anything that converts to std::string_view), the first of equally near ones, or
// nothing when none is near enough to be meant.
template <class Candidates>
[[nodiscard]] std::optional<std::string> nearestWord(std::string_view word, const Candidates& candidates) {
    std::size_t most = likelySlips(word);
    std::optional<std::string> nearest;
    if (word.empty() || word.size() > kLongestWord) return nearest;
    for (const auto& each : candidates) {
        const std::string_view candidate = each;
        const std::size_t distance = editDistance(word, candidate, most);
        if (distance > most) continue;
        nearest = std::string(candidate);
        if (distance == 0) break;
        most = distance - 1;
    }
    return nearest;
}

} // namespace sky
