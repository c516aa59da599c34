// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 as the strict standard has it: no overlong forms, no surrogates, nothing above U+10FFFF.
// Broken bytes never stop an iteration: each one is read as U+FFFD, so that any input can be shown.
#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace sky {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct DecodedCharacter {
    char32_t code = kReplacementCharacter;
    std::size_t bytes = 1; // how far to go on; never 0
    bool valid = false;
};

// The character at the start of a text that is not empty.
[[nodiscard]] DecodedCharacter decodeCharacter(std::string_view text);

// A range over the characters: for (char32_t c : CodePoints(text)).
class CodePoints {
  public:
    class Iterator {
      public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = char32_t;
        using difference_type = std::ptrdiff_t;
        using pointer = const char32_t*;
        using reference = char32_t;

        Iterator() = default;
        explicit Iterator(std::string_view rest) : m_rest(rest) { decode(); }
        char32_t operator*() const { return m_now.code; }
        Iterator& operator++() {
            m_rest.remove_prefix(m_now.bytes);
            decode();
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        [[nodiscard]] bool valid() const { return m_now.valid; }
        [[nodiscard]] std::string_view rest() const { return m_rest; } // from this character on
        [[nodiscard]] std::size_t bytes() const { return m_now.bytes; }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.m_rest.size() == b.m_rest.size(); }

      private:
        void decode() {
            if (m_rest.empty()) return;
            const auto lead = static_cast<unsigned char>(m_rest.front()); // nearly all texts are nearly all ASCII
            m_now = lead < 0x80 ? DecodedCharacter{lead, 1, true} : decodeCharacter(m_rest);
        }
        std::string_view m_rest;
        DecodedCharacter m_now;
    };

    explicit CodePoints(std::string_view text) : m_text(text) {}
    [[nodiscard]] Iterator begin() const { return Iterator(m_text); }
    [[nodiscard]] Iterator end() const { return Iterator(m_text.substr(m_text.size())); }

  private:
    std::string_view m_text;
};

[[nodiscard]] bool isValidUtf8(std::string_view text);
[[nodiscard]] std::size_t countCharacters(std::string_view text);
void appendCharacter(std::string& text, char32_t code); // what is no character is appended as U+FFFD

// False for control and line-breaking characters, direction overrides (they make a name read as another),
// invisible fillers, private use and non-characters. The joiners that scripts and emoji need are printable.
[[nodiscard]] bool isPrintable(char32_t code);
[[nodiscard]] bool isPrintableText(std::string_view text); // valid, and printable throughout

// At most `most` characters: the head, one "…" and the tail, the head being the longer half.
[[nodiscard]] std::string elideMiddle(std::string_view text, std::size_t most);

} // namespace sky
