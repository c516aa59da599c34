// SPDX-License-Identifier: GPL-3.0-or-later
// Quantities are texts with a unit for people and files ("30s", "1.5ms", "200/s", "20GiB", "80%", "5USD") and exact
// 64-bit integers of the base unit inside. The canonical text is exact and takes the unit that makes the number
// shortest: at least 1, at most 3 decimals, the larger unit when two are equally short. So 90s stays "90s", 180s is
// "3m", 1500us is "1.5ms", 36h stays "36h", 1024 bytes are "1KiB" and 0.2/s is "12/min".
#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace sky {

enum class Unit : std::uint8_t {
    Count,     // 1
    Number,    // 1/1000000: a plain decimal such as 0.3 or 2.5
    Duration,  // nanoseconds
    Rate,      // 1/1000 per second
    Bytes,     // bytes
    Bandwidth, // bits per second
    Percent,   // 1/1000000000000 of the whole: 100% is 10^12
    Usd,       // 1/1000000000 of a US dollar
    Krw,       // 1/1000000000 of a Korean won
};

struct Quantity {
    std::int64_t amount = 0;
    Unit unit = Unit::Count;
    friend auto operator<=>(const Quantity&, const Quantity&) = default;
    friend bool operator==(const Quantity&, const Quantity&) = default;
};

// Accepts spaces before the unit and any unit of the kind ("90 s", "1.5h", "2 d", "3 minutes", "12/min", "$5", "10
// gbps"; "1KB" = 1000, "1KiB" = 1024); "m" is minutes. A bare 0 needs no unit. Never rounds: what is finer than the
// base unit, or does not fit, is refused with the reason.
[[nodiscard]] Result<Quantity> parseQuantity(std::string_view text, Unit unit);

// The unit is read off the text ("30s" -> Duration); a bare number is Count or Number.
[[nodiscard]] Result<Quantity> parseQuantity(std::string_view text);

[[nodiscard]] std::string toText(Quantity quantity);

// As a floating value of the unit people think in: seconds, per second, bytes, bits per second, 0..1, dollars.
[[nodiscard]] double toDouble(Quantity quantity);

} // namespace sky
