// SPDX-License-Identifier: GPL-3.0-or-later
// Three-valued truth. Unset is the normal state of a drawing: a rule speaks only when its predicate is Yes whatever the
// unset properties turn out to be.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace sky::checks {

enum class Truth : std::uint8_t { No, Unknown, Yes };

constexpr Truth truth(bool value) {
    return value ? Truth::Yes : Truth::No;
}
constexpr Truth truth(std::optional<bool> value) {
    return value ? truth(*value) : Truth::Unknown;
}
constexpr Truth operator!(Truth a) {
    return a == Truth::Yes ? Truth::No : a == Truth::No ? Truth::Yes : Truth::Unknown;
}
constexpr Truth operator&(Truth a, Truth b) {
    return std::min(a, b);
}
constexpr Truth operator|(Truth a, Truth b) {
    return std::max(a, b);
}

} // namespace sky::checks
