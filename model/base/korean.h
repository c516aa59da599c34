// SPDX-License-Identifier: GPL-3.0-or-later
// Which form a Korean particle takes after a word: decided by the last sound of the word as a Korean reads it aloud.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sky::korean {

enum class LastSound : std::uint8_t { Vowel, Rieul, Consonant, Unknown };

// Hangul by its final; digits as numbers (3 삼, 10 십); capitals and vowelless runs letter by letter (ALB 비,
// MySQL 엘); Latin words by the usual rules of transcription (subnet 서브넷, cache 캐시). Closing quotes and brackets
// at the end are skipped.
[[nodiscard]] LastSound lastSound(std::string_view text);

struct Particle {
    std::string_view chosen;
    std::size_t bytes = 0; // of the pattern that it stands for; 0: the pattern does not start with a particle
};

// The particle a pattern starts with, in the form that fits after `before`.
[[nodiscard]] Particle particleAt(std::string_view pattern, std::string_view before);

} // namespace sky::korean
