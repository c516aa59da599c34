// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/dto_v1.h"

#include <array>

namespace sky::store::v1 {

using std::string_view_literals::operator""sv;

std::span<const std::string_view> wordsOf(Kind) {
    static constexpr std::array kWords = {"no"sv,     "yes"sv,      "text"sv, "localized"sv, "ref"sv,       "count"sv,
                                          "number"sv, "duration"sv, "rate"sv, "bytes"sv,     "bandwidth"sv, "percent"sv,
                                          "usd"sv,    "krw"sv,      "list"sv, "rows"sv};
    return kWords;
}

std::span<const std::string_view> wordsOf(LinkKind) {
    static constexpr std::array kWords = {"unset"sv,   "traffic"sv, "event"sv,          "replication"sv, "attach"sv,
                                          "peering"sv, "vpn"sv,     "direct-connect"sv, "plain"sv};
    return kWords;
}

std::span<const std::string_view> wordsOf(Shape) {
    static constexpr std::array kWords = {"constant"sv, "steps"sv, "ramp"sv, "wave"sv, "trace"sv};
    return kWords;
}

std::span<const std::string_view> wordsOf(Action) {
    static constexpr std::array kWords = {"fail"sv,     "recover"sv,  "delay"sv, "loss"sv,  "partition"sv,
                                          "throttle"sv, "error"sv,    "slow"sv,  "flush"sv, "failover"sv,
                                          "scale"sv,    "capacity"sv, "set"sv};
    return kWords;
}

} // namespace sky::store::v1
