// SPDX-License-Identifier: GPL-3.0-or-later
// What --format json prints: a small writer of indented JSON. Members come in the order they are added.
#pragma once

#include "base/text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sky::cli {

class JsonText {
  public:
    JsonText& beginObject() { return begin('{', '}'); }
    JsonText& beginArray() { return begin('[', ']'); }
    JsonText& end();
    JsonText& key(std::string_view name);
    JsonText& value(std::string_view text);
    JsonText& value(const char* text) { return value(std::string_view(text)); }
    JsonText& value(const Text& text); // {"en": …, "ko": …}
    JsonText& value(std::int64_t number) { return raw(std::to_string(number)); }
    JsonText& value(std::uint64_t number) { return raw(std::to_string(number)); }
    JsonText& value(double number); // 9 digits; what is no number is null
    JsonText& value(bool flag) { return raw(flag ? "true" : "false"); }
    JsonText& values(const std::vector<std::string>& texts);

    [[nodiscard]] std::string take(); // with a line break at the end

  private:
    JsonText& begin(char open, char close);
    JsonText& raw(std::string_view text);
    void separate();

    std::string m_out;
    std::string m_closing; // closing brackets, innermost last
    bool m_first = true;   // nothing in the innermost bracket yet
    bool m_afterKey = false;
};

} // namespace sky::cli
