// SPDX-License-Identifier: GPL-3.0-or-later
// Finding services by words in both languages at once. Hangul is compared letter by letter, so that a syllable that is
// still being composed finds already, and a word of initial consonants ("ㄹㄷㅂㄹㅅ") finds too. Inside catalog/ only.
#pragma once

#include "catalog/catalog.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sky::catalog {

struct SearchName {
    std::string letters;  // small letters, Hangul taken apart into its letters
    std::string initials; // the first consonants of its syllables; empty without Hangul
    bool description = false;
};

struct SearchEntry {
    std::size_t service = 0;  // index into the services
    std::int32_t preset = -1; // index into its presets; -1: the service itself
    std::vector<SearchName> names;
};

[[nodiscard]] std::string foldForSearch(std::string_view text);
[[nodiscard]] std::vector<SearchEntry> searchEntries(const std::vector<Service>& services);
[[nodiscard]] std::vector<const SearchEntry*> findEntries(const std::vector<SearchEntry>& entries,
                                                          std::string_view words);

// "37.5,127" in degrees; the place is named as it was written.
[[nodiscard]] std::optional<Place> parsePosition(std::string_view text);

// Whether a service is meant by "any", "trait:caller", "role:fleet" or its own key.
[[nodiscard]] bool matches(const Service& service, std::string_view pattern);

} // namespace sky::catalog
