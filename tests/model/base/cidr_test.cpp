// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cidr.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace sky;

namespace {

Cidr block(std::string_view text) {
    const auto parsed = parseCidr(text);
    EXPECT_TRUE(parsed.ok()) << text << ": " << (parsed.ok() ? "" : parsed.error().in(Language::English));
    return parsed.ok() ? *parsed : Cidr{};
}
IpAddress address(std::string_view text) {
    const auto parsed = parseIpAddress(text);
    EXPECT_TRUE(parsed.ok()) << text << ": " << (parsed.ok() ? "" : parsed.error().in(Language::English));
    return parsed.ok() ? *parsed : IpAddress{};
}
std::string refusal(std::string_view text) {
    const auto parsed = parseCidr(text);
    return parsed.ok() ? "accepted" : parsed.error().in(Language::English);
}
std::string textOf(std::optional<Cidr> found) {
    return found ? toText(*found) : "none";
}

} // namespace

TEST(Cidr, ReadsAndWritesOneCanonicalText) {
    for (const char* same : {"10.0.0.0/16", "0.0.0.0/0", "255.255.255.255/32", "::/0", "2600:1f14::/56", "fd00::/8",
                             "::1/128", "2001:db8:0:1:1:1:1:1/128", "2001:db8::1:0:0:1/128", "::ffff:10.0.0.1/128",
                             "1::/16", "0:1::/32", "1:2:3:4:5:6:7:8/128", "1:2:3:4:5:6:7:0/112", "0:2:3:4:5:6:7:8/128"})
        EXPECT_EQ(toText(block(same)), same);
    EXPECT_EQ(toText(address("2001:0DB8:0000:0000:0000:0000:0000:0001")), "2001:db8::1");
    EXPECT_EQ(toText(address("1:0:0:2:0:0:0:3")), "1:0:0:2::3");
    EXPECT_EQ(toText(address("1::2:0:0:3")), "1::2:0:0:3");
    EXPECT_EQ(toText(address("64:ff9b::192.0.2.33")), "64:ff9b::c000:221");
    EXPECT_EQ(toText(address("::")), "::");
}

TEST(Cidr, RefusalsNameTheFactAndTheRemedy) {
    EXPECT_EQ(refusal("10.0.1.5/16"),
              "“10.0.1.5/16” is an address inside the block 10.0.0.0/16, not a block. Write 10.0.0.0/16.");
    EXPECT_EQ(refusal("2600:1f14::1/56"),
              "“2600:1f14::1/56” is an address inside the block 2600:1f14::/56, not a block. Write 2600:1f14::/56.");
    EXPECT_EQ(
        refusal("10.0.0.0"),
        "“10.0.0.0” is one address, but a block is needed here. Write 10.0.0.0/32 for this address alone, or a shorter "
        "prefix for more.");
    EXPECT_EQ(refusal("10.0.0.0/33"),
              "“10.0.0.0/33” has the prefix length “33”. Write a number from 0 to 32 after the slash.");
    EXPECT_EQ(refusal("10.0.256.0/24"),
              "“10.0.256.0” has a number above 255. Write four numbers from 0 to 255, like 10.0.0.4.");
    EXPECT_EQ(
        refusal("10.0.01.0/24"),
        "“10.0.01.0” has a number with a leading zero, which some programs read as octal. Leave the leading zero out.");
    EXPECT_EQ(refusal("1::2::3/64"),
              "“1::2::3” is not an IPv6 address: it has “::” twice. Write it like 2600:1f14:abcd::4.");
    EXPECT_EQ(parseCidr("10.0.1.5/16").error().in(Language::Korean),
              "“10.0.1.5/16”은 블록이 아니라 블록 10.0.0.0/16 안의 주소입니다. 10.0.0.0/16을 쓰십시오.");
    EXPECT_EQ(parseIpAddress("10.0.0.0/8").error().in(Language::English),
              "“10.0.0.0/8” is a block, but one address is needed here. Leave the prefix length out.");
}

TEST(Cidr, RefusesEveryMalformedText) {
    for (const char* bad : {"",
                            "/",
                            "/8",
                            "10",
                            "10.0.0/8",
                            "10.0.0.0.0/8",
                            "10.0.0.0/",
                            "10.0.0.0/08",
                            "10.0.0.0/+8",
                            "10.0.0.0/-1",
                            "10.0.0.0/8 ",
                            " 10.0.0.0/8",
                            "10.0.0.0/8/8",
                            "10..0.0/8",
                            "1000.0.0.0/8",
                            "99999999999.0.0.0/8",
                            "a.b.c.d/8",
                            "10.0.0.0/0x8",
                            ":/0",
                            ":::/0",
                            "1:/16",
                            ":1/128",
                            "1:2:3:4:5:6:7/128",
                            "1:2:3:4:5:6:7:8:9/128",
                            "1:2:3:4:5:6:7:8::/128",
                            "12345::/16",
                            "g::/16",
                            "1:::2/128",
                            "fe80::1%eth0/128",
                            "::10.0.0/128",
                            "1:2:3:4:5:6:7:10.0.0.1/128",
                            "::10.0.0.1:1/128",
                            "::/129",
                            "10.0.0.0/99999999999999999999",
                            "10.0.0.0/4294967304",
                            "\xFF"})
        EXPECT_FALSE(parseCidr(bad).ok()) << bad;
    EXPECT_FALSE(parseCidr(std::string(1'000'000, ':')).ok());
    EXPECT_LT(refusal(std::string(1'000'000, '1') + "/8").size(), 300u);
}

TEST(Cidr, ContainsAndOverlaps) {
    EXPECT_TRUE(contains(block("10.0.0.0/16"), address("10.0.255.255")));
    EXPECT_FALSE(contains(block("10.0.0.0/16"), address("10.1.0.0")));
    EXPECT_TRUE(contains(block("0.0.0.0/0"), address("255.255.255.255")));
    EXPECT_FALSE(contains(block("0.0.0.0/0"), address("::1")));
    EXPECT_TRUE(contains(block("::/0"), address("ffff::")));
    EXPECT_TRUE(contains(block("10.0.0.0/16"), block("10.0.0.0/16")));
    EXPECT_TRUE(contains(block("10.0.0.0/16"), block("10.0.7.0/24")));
    EXPECT_FALSE(contains(block("10.0.7.0/24"), block("10.0.0.0/16")));
    EXPECT_TRUE(overlaps(block("10.0.7.0/24"), block("10.0.0.0/16")));
    EXPECT_FALSE(overlaps(block("10.0.0.0/24"), block("10.0.1.0/24")));
    EXPECT_FALSE(overlaps(block("::/0"), block("0.0.0.0/0")));
}

TEST(Cidr, CountsAndFindsAddresses) {
    EXPECT_EQ(addressCount(block("10.0.0.0/24")), 256u);
    EXPECT_EQ(addressCount(block("0.0.0.0/0")), std::uint64_t{1} << 32);
    EXPECT_EQ(addressCount(block("10.0.0.1/32")), 1u);
    EXPECT_EQ(addressCount(block("2600::/65")), std::uint64_t{1} << 63);
    EXPECT_EQ(addressCount(block("2600::/64")), UINT64_MAX);
    EXPECT_EQ(toText(*addressAt(block("10.0.0.0/24"), 4)), "10.0.0.4");
    EXPECT_EQ(addressAt(block("10.0.0.0/24"), 256), std::nullopt);
    EXPECT_EQ(toText(*addressAt(block("2600::/64"), UINT64_MAX)), "2600::ffff:ffff:ffff:ffff");
    EXPECT_EQ(toText(lastAddress(block("10.0.0.0/16"))), "10.0.255.255");
    EXPECT_EQ(toText(lastAddress(block("::/0"))), "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
}

TEST(Cidr, SplitsIntoBlocks) {
    const auto quarters = split(block("10.0.0.0/16"), 18);
    ASSERT_TRUE(quarters.ok());
    ASSERT_EQ(quarters->size(), 4u);
    EXPECT_EQ(toText(quarters->front()), "10.0.0.0/18");
    EXPECT_EQ(toText(quarters->back()), "10.0.192.0/18");
    EXPECT_EQ(split(block("10.0.0.0/16"), 16)->size(), 1u);
    EXPECT_EQ(split(block("0.0.0.0/0"), 0)->size(), 1u);
    EXPECT_EQ(split(block("::/0"), 16)->size(), 65536u);
    EXPECT_EQ(split(block("10.0.0.0/16"), 8).error().in(Language::English),
              "10.0.0.0/16 cannot be split into blocks of /8. Choose a prefix from /16 to /32.");
    EXPECT_EQ(split(block("2600::/56"), 128).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(textOf(blockAt(block("10.0.0.0/16"), 24, 255)), "10.0.255.0/24");
    EXPECT_EQ(textOf(blockAt(block("10.0.0.0/16"), 24, 256)), "none");
    EXPECT_EQ(textOf(blockAt(block("2600:1f14::/56"), 64, 3)), "2600:1f14:0:3::/64");
    EXPECT_EQ(textOf(blockAt(block("::/0"), 128, UINT64_MAX)), "::ffff:ffff:ffff:ffff/128");
    EXPECT_EQ(textOf(blockAt(block("::/0"), 0, 0)), "::/0");
}

TEST(Cidr, FindsTheNextFreeBlock) {
    const Cidr vpc = block("10.0.0.0/16");
    std::vector<Cidr> used;
    EXPECT_EQ(textOf(nextFree(vpc, 24, used)), "10.0.0.0/24");
    used = {block("::/0"),        block("9.0.0.0/8"),   block("10.0.0.0/24"),
            block("10.0.1.0/25"), block("10.0.1.0/26"), block("10.0.3.0/24")};
    std::sort(used.begin(), used.end());
    EXPECT_EQ(textOf(nextFree(vpc, 24, used)), "10.0.2.0/24");
    EXPECT_EQ(textOf(nextFree(vpc, 23, used)), "10.0.4.0/23");
    EXPECT_EQ(textOf(nextFree(vpc, 25, used)), "10.0.1.128/25");
    EXPECT_EQ(textOf(nextFree(vpc, 16, used)), "none");
    EXPECT_EQ(textOf(nextFree(vpc, 8, used)), "none");
    EXPECT_EQ(textOf(nextFree(vpc, 33, used)), "none");
    EXPECT_EQ(textOf(nextFree(vpc, 24, std::vector{block("10.0.0.0/8")})), "none");
    EXPECT_EQ(textOf(nextFree(block("::/0"), 1, std::vector{block("8000::/1")})), "::/1");
    EXPECT_EQ(textOf(nextFree(block("::/0"), 1, std::vector{block("::/1"), block("8000::/1")})), "none");
    EXPECT_EQ(textOf(nextFree(block("255.255.255.0/24"), 25, std::vector{block("255.255.255.0/25")})),
              "255.255.255.128/25");
}

TEST(Cidr, TheNextFreeBlockAgreesWithTryingThemAll) {
    std::mt19937 random(3);
    for (int round = 0; round < 500; ++round) {
        const Cidr parent = block("10.0.0.0/24");
        std::vector<Cidr> used;
        for (auto i = random() % 12; i > 0; --i)
            used.push_back(blockAround({IpFamily::V4, 0, 0x09FFFFF0u + random() % 0x130},
                                       25 + static_cast<unsigned>(random() % 8)));
        std::sort(used.begin(), used.end());
        const unsigned prefix = 24 + static_cast<unsigned>(random() % 9);
        std::optional<Cidr> expected;
        for (const Cidr& each : *split(parent, prefix)) {
            if (std::any_of(used.begin(), used.end(), [&](const Cidr& other) { return overlaps(each, other); }))
                continue;
            expected = each;
            break;
        }
        EXPECT_EQ(textOf(nextFree(parent, prefix, used)), textOf(expected));
    }
}

TEST(Cidr, KnowsThePrivateRanges) {
    for (const char* inside : {"10.0.0.0/8", "10.9.0.0/16", "172.16.0.0/12", "172.31.255.0/24", "192.168.0.0/16"})
        EXPECT_TRUE(isRfc1918(block(inside))) << inside;
    for (const char* outside : {"172.32.0.0/16", "172.15.0.0/16", "192.169.0.0/16", "11.0.0.0/8", "0.0.0.0/0",
                                "8.0.0.0/6", "172.0.0.0/8", "100.64.0.0/10", "fd00::/8"})
        EXPECT_FALSE(isRfc1918(block(outside))) << outside;
    EXPECT_TRUE(isCarrierShared(block("100.64.0.0/10")));
    EXPECT_TRUE(isCarrierShared(block("100.127.0.0/16")));
    EXPECT_FALSE(isCarrierShared(block("100.128.0.0/16")));
    EXPECT_TRUE(isUniqueLocal(block("fd12:3456::/32")));
    EXPECT_FALSE(isUniqueLocal(block("2600::/12")));
}

TEST(Cidr, EveryAddressComesBackFromItsText) {
    std::mt19937_64 random(11);
    for (int round = 0; round < 20'000; ++round) {
        IpAddress each{round % 2 == 0 ? IpFamily::V4 : IpFamily::V6, 0, 0};
        if (each.family == IpFamily::V4) {
            each.low = random() & 0xFFFFFFFF;
        } else { // many zero groups
            for (int group = 0; group < 4; ++group) {
                each.high = each.high << 16 | (random() % 3 ? 0 : random() & 0xFFFF);
                each.low = each.low << 16 | (random() % 3 ? 0 : random() & 0xFFFF);
            }
        }
        const auto back = parseIpAddress(toText(each));
        ASSERT_TRUE(back.ok()) << toText(each);
        EXPECT_EQ(*back, each) << toText(each);
    }
}
