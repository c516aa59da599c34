// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/nearest.h"

#include "base/utf8.h"

#include <algorithm>
#include <vector>

namespace sky {
namespace {

std::u32string folded(std::string_view text) {
    std::u32string characters;
    for (char32_t c : CodePoints(text)) characters += c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
    return characters;
}

} // namespace

std::size_t editDistance(std::string_view left, std::string_view right, std::size_t most) {
    const std::u32string a = folded(left);
    const std::u32string b = folded(right);
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > most) return difference;

    std::vector<std::size_t> beforeLast(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], beforeLast[j - 2] + 1);
            least = std::min(least, now[j]);
        }
        // A swap may still reach back one row, so only a whole row well above the bound settles it.
        if (least > most && least - most > 1) return least;
        std::swap(beforeLast, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

std::size_t likelySlips(std::string_view word) {
    const std::size_t count = countCharacters(word);
    return count <= 2 ? 1 : std::min<std::size_t>(4, 1 + count / 4);
}

} // namespace sky
