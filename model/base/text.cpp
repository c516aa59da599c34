// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include "base/ensure.h"
#include "base/korean.h"

#include <charconv>

namespace sky {
namespace {

std::string filled(std::string_view pattern, Language language, const std::vector<TextArgument>& arguments) {
    std::string out;
    std::size_t next = 0;
    while (!pattern.empty()) {
        if (pattern.front() == '{') {
            const std::size_t close = pattern.find('}');
            const std::string_view inside = close == std::string_view::npos ? "-" : pattern.substr(1, close - 1);
            std::size_t which = 0;
            const auto read = std::from_chars(inside.data(), inside.data() + inside.size(), which);
            if (inside.empty() || (read.ec == std::errc() && read.ptr == inside.data() + inside.size())) {
                if (inside.empty()) which = ++next;
                ENSURE(which >= 1 && which <= arguments.size(), "a message has a {} without its argument");
                out += arguments[which - 1].text().in(language);
                pattern.remove_prefix(close + 1);
                continue;
            }
        }
        if (language == Language::Korean) {
            if (const korean::Particle particle = korean::particleAt(pattern, out); particle.bytes > 0) {
                out += particle.chosen;
                pattern.remove_prefix(particle.bytes);
                continue;
            }
        }
        out += pattern.front();
        pattern.remove_prefix(1);
    }
    return out;
}

} // namespace

Text fill(const char* en, const char* ko, const std::vector<TextArgument>& arguments) {
    return {filled(en, Language::English, arguments), filled(ko, Language::Korean, arguments)};
}

} // namespace sky
