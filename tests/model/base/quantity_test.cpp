// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/quantity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace sky;

namespace {

constexpr std::int64_t kMost = INT64_MAX;
constexpr std::int64_t kLeast = INT64_MIN;

std::int64_t amount(std::string_view text, Unit unit) {
    const auto parsed = parseQuantity(text, unit);
    EXPECT_TRUE(parsed.ok()) << text << ": " << (parsed.ok() ? "" : parsed.error().in(Language::English));
    return parsed.ok() ? parsed->amount : -1;
}

std::string canonical(std::string_view text) {
    const auto parsed = parseQuantity(text);
    return parsed.ok() ? toText(*parsed) : "! " + parsed.error().in(Language::English);
}

std::string refusal(std::string_view text, Unit unit) {
    const auto parsed = parseQuantity(text, unit);
    return parsed.ok() ? "accepted as " + toText(*parsed) : parsed.error().in(Language::English);
}

} // namespace

TEST(Quantity, KeepsExactIntegersOfTheBaseUnit) {
    EXPECT_EQ(amount("30s", Unit::Duration), 30'000'000'000);
    EXPECT_EQ(amount("1.5ms", Unit::Duration), 1'500'000);
    EXPECT_EQ(amount("0.25ms", Unit::Duration), 250'000);
    EXPECT_EQ(amount("1.5h", Unit::Duration), 5'400'000'000'000);
    EXPECT_EQ(amount("200/s", Unit::Rate), 200'000);
    EXPECT_EQ(amount("12/min", Unit::Rate), 200);
    EXPECT_EQ(amount("3.6/h", Unit::Rate), 1);
    EXPECT_EQ(amount("20GiB", Unit::Bytes), 21'474'836'480);
    EXPECT_EQ(amount("1KB", Unit::Bytes), 1000);
    EXPECT_EQ(amount("0.5KiB", Unit::Bytes), 512);
    EXPECT_EQ(amount("10Gbps", Unit::Bandwidth), 10'000'000'000);
    EXPECT_EQ(amount("125MB/s", Unit::Bandwidth), 1'000'000'000);
    EXPECT_EQ(amount("80%", Unit::Percent), 800'000'000'000);
    EXPECT_EQ(amount("99.9999999999%", Unit::Percent), 999'999'999'999);
    EXPECT_EQ(amount("5USD", Unit::Usd), 5'000'000'000);
    EXPECT_EQ(amount("0.000000001USD", Unit::Usd), 1);
    EXPECT_EQ(amount("5000 KRW", Unit::Krw), 5'000'000'000'000);
    EXPECT_EQ(amount("2.5", Unit::Number), 2'500'000);
    EXPECT_EQ(amount("443", Unit::Count), 443);
    EXPECT_EQ(amount("-7", Unit::Count), -7);
}

TEST(Quantity, AcceptsWhatPeopleType) {
    EXPECT_EQ(amount(" 90 s ", Unit::Duration), 90'000'000'000);
    EXPECT_EQ(amount("3 minutes", Unit::Duration), 180'000'000'000);
    EXPECT_EQ(amount("5분", Unit::Duration), 300'000'000'000);
    EXPECT_EQ(amount("10µs", Unit::Duration), 10'000);
    EXPECT_EQ(amount("10μs", Unit::Duration), 10'000);
    EXPECT_EQ(amount("20gb", Unit::Bytes), 20'000'000'000);
    EXPECT_EQ(amount("10 gbps", Unit::Bandwidth), 10'000'000'000);
    EXPECT_EQ(amount("$5", Unit::Usd), 5'000'000'000);
    EXPECT_EQ(amount("-$007.50", Unit::Usd), -7'500'000'000);
    EXPECT_EQ(amount("₩1000", Unit::Krw), 1'000'000'000'000);
    EXPECT_EQ(amount("1000원", Unit::Krw), 1'000'000'000'000);
    EXPECT_EQ(amount("0", Unit::Duration), 0);
    EXPECT_EQ(amount("+1.500000000000000000000000000000s", Unit::Duration), 1'500'000'000);
    EXPECT_EQ(amount("0000000000000000000000000000000001s", Unit::Duration), 1'000'000'000);
    EXPECT_EQ(amount("3.0", Unit::Count), 3);
}

TEST(Quantity, TheUnitTellsTheKind) {
    EXPECT_EQ(parseQuantity("30s")->unit, Unit::Duration);
    EXPECT_EQ(parseQuantity("200/s")->unit, Unit::Rate);
    EXPECT_EQ(parseQuantity("20GiB")->unit, Unit::Bytes);
    EXPECT_EQ(parseQuantity("10Gbps")->unit, Unit::Bandwidth);
    EXPECT_EQ(parseQuantity("80%")->unit, Unit::Percent);
    EXPECT_EQ(parseQuantity("5USD")->unit, Unit::Usd);
    EXPECT_EQ(parseQuantity("5KRW")->unit, Unit::Krw);
    EXPECT_EQ(parseQuantity("5")->unit, Unit::Count);
    EXPECT_EQ(parseQuantity("0.3")->unit, Unit::Number);
}

TEST(Quantity, TheCanonicalTextIsTheShortestExactOne) {
    for (const char* same :
         {"30s",  "1.5ms",    "200/s",        "20GiB",  "80%",    "5USD",   "20m",      "800ms",    "1KB",   "100ms",
          "8m",   "90s",      "36h",          "1200/s", "12/min", "10Gbps", "4.75Gbps", "125MiB/s", "0.3",   "99.99%",
          "0.5%", "0.023USD", "0.0000002USD", "128KiB", "0s",     "0/s",    "0B",       "0%",       "0USD",  "0bps",
          "0",    "1ns",      "-90s",         "72",     "2us",    "30h",    "10000/s",  "512B",     "16TiB", "1PB"})
        EXPECT_EQ(canonical(same), same);
    EXPECT_EQ(canonical("180s"), "3m");
    EXPECT_EQ(canonical("60s"), "1m");
    EXPECT_EQ(canonical("0.5h"), "30m");
    EXPECT_EQ(canonical("86400s"), "1d");
    EXPECT_EQ(canonical("1500us"), "1.5ms");
    EXPECT_EQ(canonical("1000ms"), "1s");
    EXPECT_EQ(canonical("66s"), "66s");
    EXPECT_EQ(canonical("1024B"), "1KiB");
    EXPECT_EQ(canonical("1024MiB"), "1GiB");
    EXPECT_EQ(canonical("0.5/s"), "30/min");
    EXPECT_EQ(canonical("1000Mbps"), "1Gbps");
    EXPECT_EQ(canonical("125MB/s"), "1Gbps");
    EXPECT_EQ(canonical("100.50%"), "100.5%");
    EXPECT_EQ(canonical("1.0"), "1");
}

TEST(Quantity, EveryAmountOfEveryKindComesBackFromItsText) {
    std::mt19937_64 random(7);
    std::vector<std::int64_t> amounts = {0, 1, -1, 999, 1000, 1001, 1023, 1024, kMost, kMost - 1, kLeast, kLeast + 1};
    for (int bits = 1; bits < 63; ++bits) {
        const std::int64_t power = std::int64_t{1} << bits;
        for (const std::int64_t each : {power - 1, power, power + 1, -power}) amounts.push_back(each);
        amounts.push_back(static_cast<std::int64_t>(random() >> bits));
    }
    for (std::int64_t power = 1; power <= 1'000'000'000'000'000'000 / 10; power *= 10)
        for (const std::int64_t each : {power, 15 * (power / 10), 6 * power, 36 * (power / 10)})
            amounts.push_back(each);
    for (const Unit unit : {Unit::Count, Unit::Number, Unit::Duration, Unit::Rate, Unit::Bytes, Unit::Bandwidth,
                            Unit::Percent, Unit::Usd, Unit::Krw}) {
        for (const std::int64_t each : amounts) {
            const std::string text = toText({each, unit});
            const auto back = parseQuantity(text, unit);
            ASSERT_TRUE(back.ok()) << text << ": " << back.error().in(Language::English);
            EXPECT_EQ(back->amount, each) << text;
            EXPECT_EQ(toText(*back), text);
            if (unit != Unit::Count && unit != Unit::Number) {
                EXPECT_EQ(parseQuantity(text)->unit, unit) << text;
            }
        }
    }
}

TEST(Quantity, HoldsTheExtremesAndRefusesWhatLiesBeyond) {
    EXPECT_EQ(amount("9223372036854775807", Unit::Count), kMost);
    EXPECT_EQ(amount("-9223372036854775808", Unit::Count), kLeast);
    EXPECT_EQ(amount("9223372036854775807ns", Unit::Duration), kMost);
    EXPECT_EQ(amount("-9223372036.854775808s", Unit::Duration), kLeast);
    for (const char* beyond :
         {"9223372036854775808", "-9223372036854775809", "99999999999999999999999999999999999999999999999"})
        EXPECT_NE(refusal(beyond, Unit::Count).find("The most is 9223372036854775807."), std::string::npos)
            << refusal(beyond, Unit::Count);
    EXPECT_FALSE(parseQuantity("106752d", Unit::Duration).ok());
    EXPECT_FALSE(parseQuantity("8192PiB", Unit::Bytes).ok());
    EXPECT_EQ(amount("-8192PiB", Unit::Bytes), kLeast);
    EXPECT_FALSE(parseQuantity("9223372036854776/s", Unit::Rate).ok());
    EXPECT_TRUE(parseQuantity("796899343984252629724.8/d", Unit::Rate).ok());
    EXPECT_FALSE(parseQuantity("796899343984252629811/d", Unit::Rate).ok());
}

TEST(Quantity, NeverRounds) {
    EXPECT_EQ(refusal("0.5ns", Unit::Duration), "“0.5ns” is finer than the smallest step, 1ns. The nearest is 1ns.");
    EXPECT_EQ(refusal("1/min", Unit::Rate), "“1/min” is finer than the smallest step, 3.6/h. The nearest is 1.02/min.");
    EXPECT_EQ(refusal("0.1B", Unit::Bytes), "“0.1B” is finer than the smallest step, 1B. The nearest is 0B.");
    EXPECT_EQ(refusal("-1.0000000001USD", Unit::Usd),
              "“-1.0000000001USD” is finer than the smallest step, 0.000000001USD. The nearest is -1USD.");
    EXPECT_EQ(refusal("2.5", Unit::Count), "“2.5” is not a whole number. Write it like 3.");
    EXPECT_FALSE(parseQuantity("0.00000000000000000000000000000000000001TiB", Unit::Bytes).ok());
}

TEST(Quantity, RefusalsNameTheFactAndTheRemedy) {
    EXPECT_EQ(refusal("30", Unit::Duration),
              "“30” has no unit, but a duration needs one. Write it like 1.5ms, 30s, 20m, 2h, 1d.");
    EXPECT_EQ(refusal("30s", Unit::Bytes),
              "“30s” is a duration, but a size is needed here. Write it like 512B, 1KB, 20GiB.");
    EXPECT_EQ(refusal("30x", Unit::Duration),
              "“30x” has the unit “x”, which a duration does not have. Write it like 1.5ms, 30s, 20m, 2h, 1d.");
    EXPECT_EQ(refusal("", Unit::Percent), "Nothing is written where a percentage is needed. Write it like 80%.");
    EXPECT_EQ(refusal("fast", Unit::Rate), "“fast” does not start with a number. Write it like 200/s, 12/min, 36/h.");
    EXPECT_EQ(parseQuantity("30x", Unit::Duration).error().in(Language::Korean),
              "“30x”의 단위 “x”는 시간의 단위가 아닙니다. 예: 1.5ms, 30s, 20m, 2h, 1d");
    EXPECT_EQ(parseQuantity("30s", Unit::Bytes).error().in(Language::Korean),
              "“30s”는 시간입니다. 여기에는 크기가 필요합니다. 예: 512B, 1KB, 20GiB");
    EXPECT_EQ(canonical("20GIG"), "! “20GIG” has the unknown unit “GIG”. Did you mean “GiB”?");
    for (const char* bad : {".5s", "5.s", "1e3s", "1,200/s", "--5s", "$5USD", "5$5", "0x10", "NaN", "inf", "5 5s",
                            "1h30m", "\xFF", "-", "5\xFF", "$", "1.2.3s"})
        EXPECT_FALSE(parseQuantity(bad).ok()) << bad;
    EXPECT_LT(refusal(std::string(1'000'000, '9') + "s", Unit::Duration).size(), 400u);
}

TEST(Quantity, GivesFloatingValuesInTheUnitPeopleThinkIn) {
    EXPECT_DOUBLE_EQ(toDouble({1'500'000, Unit::Duration}), 0.0015);
    EXPECT_DOUBLE_EQ(toDouble({200'000, Unit::Rate}), 200);
    EXPECT_DOUBLE_EQ(toDouble({800'000'000'000, Unit::Percent}), 0.8);
    EXPECT_DOUBLE_EQ(toDouble({5'000'000'000, Unit::Usd}), 5);
    EXPECT_DOUBLE_EQ(toDouble({1024, Unit::Bytes}), 1024);
    EXPECT_DOUBLE_EQ(toDouble({2'500'000, Unit::Number}), 2.5);
}
