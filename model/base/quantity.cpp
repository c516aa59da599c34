// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/quantity.h"

#include "base/nearest.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace sky {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::uint64_t kKi = 1024;
constexpr std::uint64_t kMi = kKi * 1024;
constexpr std::uint64_t kGi = kMi * 1024;
constexpr std::uint64_t kTi = kGi * 1024;
constexpr std::uint64_t kPi = kTi * 1024;

// One way to write a kind: a number of these is numerator/denominator of the base unit.
struct UnitName {
    Unit unit;
    std::string_view name;
    std::uint64_t numerator;
    std::uint64_t denominator;
    bool written; // toText may choose it
    int decimals; // at most, when written
};

// Of one kind the written units stand from the largest to the smallest; other spellings follow.
constexpr std::array kUnits = {
    UnitName{Unit::Duration, "d", 86'400'000'000'000, 1, true, 3},
    UnitName{Unit::Duration, "h", 3'600'000'000'000, 1, true, 3},
    UnitName{Unit::Duration, "m", 60'000'000'000, 1, true, 3},
    UnitName{Unit::Duration, "s", 1'000'000'000, 1, true, 3},
    UnitName{Unit::Duration, "ms", 1'000'000, 1, true, 3},
    UnitName{Unit::Duration, "us", 1'000, 1, true, 3},
    UnitName{Unit::Duration, "ns", 1, 1, true, 0},
    UnitName{Unit::Duration, "µs", 1'000, 1, false, 0}, // micro sign
    UnitName{Unit::Duration, "μs", 1'000, 1, false, 0}, // Greek mu
    UnitName{Unit::Duration, "sec", 1'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "second", 1'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "seconds", 1'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "min", 60'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "minute", 60'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "minutes", 60'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "hour", 3'600'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "hours", 3'600'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "day", 86'400'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "days", 86'400'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "초", 1'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "분", 60'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "시간", 3'600'000'000'000, 1, false, 0},
    UnitName{Unit::Duration, "일", 86'400'000'000'000, 1, false, 0},
    UnitName{Unit::Rate, "/s", 1'000, 1, true, 3},
    UnitName{Unit::Rate, "/min", 1'000, 60, true, 3},
    UnitName{Unit::Rate, "/h", 1'000, 3'600, true, 3},
    UnitName{Unit::Rate, "/d", 1'000, 86'400, true, 3},
    UnitName{Unit::Rate, "/sec", 1'000, 1, false, 0},
    UnitName{Unit::Rate, "/m", 1'000, 60, false, 0},
    UnitName{Unit::Rate, "/hour", 1'000, 3'600, false, 0},
    UnitName{Unit::Rate, "/day", 1'000, 86'400, false, 0},
    UnitName{Unit::Rate, "rps", 1'000, 1, false, 0},
    UnitName{Unit::Bytes, "PiB", kPi, 1, true, 3},
    UnitName{Unit::Bytes, "PB", 1'000'000'000'000'000, 1, true, 3},
    UnitName{Unit::Bytes, "TiB", kTi, 1, true, 3},
    UnitName{Unit::Bytes, "TB", 1'000'000'000'000, 1, true, 3},
    UnitName{Unit::Bytes, "GiB", kGi, 1, true, 3},
    UnitName{Unit::Bytes, "GB", 1'000'000'000, 1, true, 3},
    UnitName{Unit::Bytes, "MiB", kMi, 1, true, 3},
    UnitName{Unit::Bytes, "MB", 1'000'000, 1, true, 3},
    UnitName{Unit::Bytes, "KiB", kKi, 1, true, 3},
    UnitName{Unit::Bytes, "KB", 1'000, 1, true, 3},
    UnitName{Unit::Bytes, "B", 1, 1, true, 0},
    UnitName{Unit::Bandwidth, "Tbps", 1'000'000'000'000, 1, true, 3},
    UnitName{Unit::Bandwidth, "GiB/s", 8 * kGi, 1, true, 3},
    UnitName{Unit::Bandwidth, "Gbps", 1'000'000'000, 1, true, 3},
    UnitName{Unit::Bandwidth, "MiB/s", 8 * kMi, 1, true, 3},
    UnitName{Unit::Bandwidth, "Mbps", 1'000'000, 1, true, 3},
    UnitName{Unit::Bandwidth, "Kbps", 1'000, 1, true, 3},
    UnitName{Unit::Bandwidth, "bps", 1, 1, true, 0},
    UnitName{Unit::Bandwidth, "GB/s", 8'000'000'000, 1, false, 0},
    UnitName{Unit::Bandwidth, "MB/s", 8'000'000, 1, false, 0},
    UnitName{Unit::Bandwidth, "KB/s", 8'000, 1, false, 0},
    UnitName{Unit::Bandwidth, "KiB/s", 8 * kKi, 1, false, 0},
    UnitName{Unit::Percent, "%", 10'000'000'000, 1, true, 10},
    UnitName{Unit::Usd, "USD", 1'000'000'000, 1, true, 9},
    UnitName{Unit::Usd, "$", 1'000'000'000, 1, false, 0},
    UnitName{Unit::Krw, "KRW", 1'000'000'000, 1, true, 9},
    UnitName{Unit::Krw, "원", 1'000'000'000, 1, false, 0},
    UnitName{Unit::Krw, "₩", 1'000'000'000, 1, false, 0},
    UnitName{Unit::Count, "", 1, 1, true, 0},
    UnitName{Unit::Number, "", 1'000'000, 1, true, 6},
};

Text kindName(Unit unit) {
    switch (unit) {
    case Unit::Count:
        return {"a whole number", "정수"};
    case Unit::Number:
        return {"a number", "수"};
    case Unit::Duration:
        return {"a duration", "시간"};
    case Unit::Rate:
        return {"a rate", "빈도"};
    case Unit::Bytes:
        return {"a size", "크기"};
    case Unit::Bandwidth:
        return {"a bandwidth", "대역폭"};
    case Unit::Percent:
        return {"a percentage", "백분율"};
    case Unit::Usd:
        return {"an amount in US dollars", "달러 금액"};
    case Unit::Krw:
        return {"an amount in Korean won", "원화 금액"};
    }
    return {"a quantity", "수량"};
}

Text examples(Unit unit) {
    switch (unit) {
    case Unit::Count:
        return {"3", {}};
    case Unit::Number:
        return {"0.3", {}};
    case Unit::Duration:
        return {"1.5ms, 30s, 20m, 2h, 1d", {}};
    case Unit::Rate:
        return {"200/s, 12/min, 36/h", {}};
    case Unit::Bytes:
        return {"512B, 1KB, 20GiB", {}};
    case Unit::Bandwidth:
        return {"500Mbps, 10Gbps, 125MiB/s", {}};
    case Unit::Percent:
        return {"80%", {}};
    case Unit::Usd:
        return {"5USD, 0.023USD", {}};
    case Unit::Krw:
        return {"5000KRW", {}};
    }
    return {};
}

std::string shown(std::string_view text) {
    return elideMiddle(text, 40);
}

Error refuse(Text what, Text remedy) {
    return {ErrorCode::Invalid, {}, std::move(what), std::move(remedy)};
}

Text writeLike(Unit unit) {
    return say("Write it like {}.", "예: {}", examples(unit));
}

bool equalIgnoringCase(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// A text taken apart: sign, digits before and after the point, and the unit as written.
struct Parts {
    bool negative = false;
    std::string_view whole;
    std::string_view fraction;
    bool hasPoint = false;
    std::string_view unit;
};

std::optional<Parts> takeApart(std::string_view text) {
    Parts parts;
    text = trimmed(text);
    const auto sign = [&] {
        if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
            parts.negative = text.front() == '-';
            text.remove_prefix(1);
        }
    };
    sign();
    for (const std::string_view money : {"$", "₩"}) { // money is often written before the number
        if (text.substr(0, money.size()) == money) {
            parts.unit = money;
            text = trimmed(text.substr(money.size()));
            if (!parts.negative) sign();
            break;
        }
    }
    std::size_t at = 0;
    while (at < text.size() && isDigit(text[at])) ++at;
    parts.whole = text.substr(0, at);
    if (parts.whole.empty()) return std::nullopt;
    if (at < text.size() && text[at] == '.') {
        const std::size_t start = ++at;
        while (at < text.size() && isDigit(text[at])) ++at;
        parts.fraction = text.substr(start, at - start);
        parts.hasPoint = true;
        if (parts.fraction.empty()) return std::nullopt;
    }
    const std::string_view rest = trimmed(text.substr(at));
    if (!parts.unit.empty() && !rest.empty()) return std::nullopt;
    if (parts.unit.empty()) parts.unit = rest;
    while (parts.whole.size() > 1 && parts.whole.front() == '0') parts.whole.remove_prefix(1);
    while (!parts.fraction.empty() && parts.fraction.back() == '0') parts.fraction.remove_suffix(1);
    return parts;
}

const UnitName* findUnit(std::string_view name, std::optional<Unit> unit) {
    const auto find = [&](auto same) {
        const auto* found = std::find_if(kUnits.begin(), kUnits.end(), [&](const UnitName& each) {
            return (!unit || each.unit == *unit) && same(each.name, name);
        });
        return found == kUnits.end() ? nullptr : found;
    };
    if (const UnitName* exact = find([](std::string_view a, std::string_view b) { return a == b; })) return exact;
    return find(equalIgnoringCase);
}

Error notThisKind(std::string_view text, std::string_view written, Unit unit) {
    if (written.empty())
        return refuse(say("“{}” has no unit, but {} needs one.", "“{}”에 단위가 없습니다. {}에는 단위가 필요합니다.",
                          shown(text), kindName(unit)),
                      writeLike(unit));
    if (const UnitName* other = findUnit(written, std::nullopt))
        return refuse(say("“{}” is {}, but {} is needed here.", "“{}”은(는) {}입니다. 여기에는 {}이(가) 필요합니다.",
                          shown(text), kindName(other->unit), kindName(unit)),
                      writeLike(unit));
    return refuse(say("“{}” has the unit “{}”, which {} does not have.",
                      "“{1}”의 단위 “{2}”은(는) {3}의 단위가 아닙니다.", shown(text), shown(written), kindName(unit)),
                  writeLike(unit));
}

Error tooLarge(std::string_view text, Unit unit) {
    return {ErrorCode::TooLarge,
            {},
            say("“{}” is beyond what can be kept.", "“{}”은(는) 담을 수 있는 범위를 벗어납니다.", shown(text)),
            say("The most is {}.", "최댓값은 {}입니다.", toText({kMost, unit}))};
}

Result<Quantity> exactAmount(std::string_view text, const Parts& parts, const UnitName& unit) {
    constexpr std::size_t kWholeDigits = 22;    // 2^63 / 1000 * 86400 has 21
    constexpr std::size_t kFractionDigits = 18; // so that a fraction times any numerator fits 128 bits
    if (parts.whole.size() > kWholeDigits) return tooLarge(text, unit.unit);
    Wide whole = 0;
    for (char c : parts.whole) whole = whole * 10 + static_cast<unsigned>(c - '0');
    constexpr Wide kLimit = static_cast<Wide>(1) << 63; // |INT64_MIN|
    if (whole > kLimit * unit.denominator / unit.numerator) return tooLarge(text, unit.unit);

    Wide fraction = 0;
    Wide scale = 1;
    for (char c : parts.fraction.substr(0, kFractionDigits)) {
        fraction = fraction * 10 + static_cast<unsigned>(c - '0');
        scale *= 10;
    }
    const Wide scaled = fraction * unit.numerator;
    const Wide sum = whole * unit.numerator + scaled / scale; // times the denominator
    const bool exact = parts.fraction.size() <= kFractionDigits && scaled % scale == 0 && sum % unit.denominator == 0;
    if (!exact) {
        const Wide twice = (2 * whole * unit.numerator + 2 * scaled / scale) / unit.denominator;
        const Wide nearest = std::min<Wide>((twice + 1) / 2, static_cast<Wide>(kMost));
        const auto amount = static_cast<std::int64_t>(nearest);
        if (unit.unit == Unit::Count)
            return refuse(say("“{}” is not a whole number.", "“{}”은(는) 정수가 아닙니다.", shown(text)),
                          writeLike(unit.unit));
        return refuse(say("“{}” is finer than the smallest step, {}.",
                          "“{}”은(는) 가장 작은 단위인 {}보다 더 잘게 나뉩니다.", shown(text), toText({1, unit.unit})),
                      say("The nearest is {}.", "가장 가까운 값은 {}입니다.",
                          toText({parts.negative ? -amount : amount, unit.unit})));
    }
    const Wide amount = sum / unit.denominator;
    if (amount > (parts.negative ? kLimit : static_cast<Wide>(kMost))) return tooLarge(text, unit.unit);
    const auto bits = static_cast<std::uint64_t>(amount);
    return Quantity{static_cast<std::int64_t>(parts.negative ? 0 - bits : bits), unit.unit};
}

Error notANumber(std::string_view text, std::optional<Unit> unit) {
    const Text what = trimmed(text).empty() ? say("Nothing is written where {} is needed.", "{}이(가) 비어 있습니다.",
                                                  unit ? kindName(*unit) : Text{"a quantity", "수량"})
                                            : say("“{}” does not start with a number.",
                                                  "“{}”은(는) 수로 시작하지 않습니다.", shown(text));
    return refuse(what, unit ? writeLike(*unit) : say("Write it like {}.", "예: {}", "30s, 200/s, 20GiB, 80%"));
}

std::string digits(Wide value) {
    std::string text;
    do {
        text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
        value /= 10;
    } while (value != 0);
    return text;
}

// The number of such units, or nothing when it is not exact within the decimals allowed or, wanted so, below one.
std::optional<std::string> numberIn(const UnitName& unit, std::uint64_t magnitude, bool atLeastOne) {
    Wide power = 1;
    for (int i = 0; i < unit.decimals; ++i) power *= 10;
    const Wide scaled = static_cast<Wide>(magnitude) * unit.denominator;
    if (atLeastOne && scaled < unit.numerator) return std::nullopt;
    const Wide whole = scaled / unit.numerator;
    const Wide rest = scaled % unit.numerator * power;
    if (rest % unit.numerator != 0) return std::nullopt;
    std::string fraction = digits(rest / unit.numerator + power).substr(1);
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    return fraction.empty() ? digits(whole) : digits(whole) + "." + fraction;
}

} // namespace

Result<Quantity> parseQuantity(std::string_view text, Unit unit) {
    const std::optional<Parts> parts = takeApart(text);
    if (!parts) return notANumber(text, unit);
    if (parts->unit.empty() && parts->whole == "0" && parts->fraction.empty()) return Quantity{0, unit};
    const UnitName* name = findUnit(parts->unit, unit);
    if (!name) return notThisKind(text, parts->unit, unit);
    return exactAmount(text, *parts, *name);
}

Result<Quantity> parseQuantity(std::string_view text) {
    const std::optional<Parts> parts = takeApart(text);
    if (!parts) return notANumber(text, std::nullopt);
    if (parts->unit.empty()) return parseQuantity(text, parts->hasPoint ? Unit::Number : Unit::Count);
    const UnitName* name = findUnit(parts->unit, std::nullopt);
    if (name) return exactAmount(text, *parts, *name);
    std::vector<std::string_view> names;
    for (const UnitName& each : kUnits)
        if (!each.name.empty()) names.push_back(each.name);
    const auto nearest = nearestWord(parts->unit, names);
    return refuse(say("“{}” has the unknown unit “{}”.", "“{}”의 단위 “{}”을(를) 알 수 없습니다.", shown(text),
                      shown(parts->unit)),
                  nearest ? say("Did you mean “{}”?", "“{}”을(를) 뜻하셨습니까?", *nearest)
                          : say("Write it like {}.", "예: {}", "30s, 200/s, 20GiB, 80%"));
}

std::string toText(Quantity quantity) {
    const auto bits = static_cast<std::uint64_t>(quantity.amount);
    const std::uint64_t magnitude = quantity.amount < 0 ? 0 - bits : bits;
    if (magnitude == 0 && quantity.unit == Unit::Duration) return "0s";
    if (magnitude == 0 && quantity.unit == Unit::Bytes) return "0B";
    if (magnitude == 0 && quantity.unit == Unit::Bandwidth) return "0bps";
    std::optional<std::string> shortest;
    const UnitName* chosen = nullptr;
    for (const bool atLeastOne : {true, false}) {
        for (const UnitName& unit : kUnits) {
            if (unit.unit != quantity.unit || !unit.written) continue;
            std::optional<std::string> number = numberIn(unit, magnitude, atLeastOne);
            if (!number || (shortest && number->size() >= shortest->size())) continue;
            shortest = std::move(number);
            chosen = &unit;
        }
        if (chosen) break;
    }
    ENSURE(chosen, "a quantity of an unknown unit");
    return (quantity.amount < 0 ? "-" : "") + *shortest + std::string(chosen->name);
}

double toDouble(Quantity quantity) {
    const auto amount = static_cast<double>(quantity.amount);
    switch (quantity.unit) {
    case Unit::Count:
    case Unit::Bytes:
    case Unit::Bandwidth:
        return amount;
    case Unit::Number:
        return amount / 1e6;
    case Unit::Rate:
        return amount / 1e3;
    case Unit::Percent:
        return amount / 1e12;
    case Unit::Duration:
    case Unit::Usd:
    case Unit::Krw:
        return amount / 1e9;
    }
    return amount;
}

} // namespace sky
