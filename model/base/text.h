// SPDX-License-Identifier: GPL-3.0-or-later
// Text for people, in English and Korean side by side, so that no message can exist in one language only.
// say() fills {} in both patterns, or {1} {2} where a language needs another order; in Korean a particle written as
// "{}을(를)" is chosen by the last sound before it, quotes and brackets skipped (이(가) 은(는) 을(를) 과(와) (으)로 and
// (이) before 라, 며, 나 and the like). Where the sound cannot be told, both forms stay.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sky {

enum class Language : std::uint8_t { English, Korean };

struct Text {
    std::string en;
    std::string ko; // empty: the English text serves both

    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::Korean && !ko.empty() ? ko : en;
    }
    [[nodiscard]] bool empty() const { return en.empty() && ko.empty(); }
    friend auto operator<=>(const Text&, const Text&) = default;
    friend bool operator==(const Text&, const Text&) = default;
};

// What say() accepts in place of {}: texts, names, numbers.
class TextArgument {
  public:
    TextArgument(Text text) : m_text(std::move(text)) {}
    TextArgument(std::string text) : m_text{std::move(text), {}} {}
    TextArgument(std::string_view text) : m_text{std::string(text), {}} {}
    TextArgument(const char* text) : m_text{text, {}} {}
    TextArgument(std::int64_t number) : m_text{std::to_string(number), {}} {}
    TextArgument(std::uint64_t number) : m_text{std::to_string(number), {}} {}
    TextArgument(int number) : m_text{std::to_string(number), {}} {}
    [[nodiscard]] const Text& text() const { return m_text; }

  private:
    Text m_text;
};

// A {} without its argument is a bug. Filled texts are never read as patterns.
[[nodiscard]] Text fill(const char* en, const char* ko, const std::vector<TextArgument>& arguments);

template <class... Arguments>
[[nodiscard]] Text say(const char* en, const char* ko, Arguments&&... arguments) {
    return fill(en, ko, {TextArgument(std::forward<Arguments>(arguments))...});
}

} // namespace sky
