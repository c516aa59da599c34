// SPDX-License-Identifier: GPL-3.0-or-later
// IPv4 and IPv6 addresses and blocks (CIDR) as small values with one canonical text each. Ordered by family, address,
// then prefix, so that a block comes just before the blocks inside it. Host bits of a block are always zero.
#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sky {

enum class IpFamily : std::uint8_t { V4, V6 };

[[nodiscard]] constexpr unsigned addressBits(IpFamily family) {
    return family == IpFamily::V4 ? 32 : 128;
}

struct IpAddress {
    IpFamily family = IpFamily::V4;
    std::uint64_t high = 0; // of IPv6
    std::uint64_t low = 0;  // IPv4 lies in the lower 32 bits
    friend auto operator<=>(const IpAddress&, const IpAddress&) = default;
    friend bool operator==(const IpAddress&, const IpAddress&) = default;
};

struct Cidr {
    IpAddress network;
    std::uint8_t prefix = 0;
    [[nodiscard]] IpFamily family() const { return network.family; }
    friend auto operator<=>(const Cidr&, const Cidr&) = default;
    friend bool operator==(const Cidr&, const Cidr&) = default;
};

// Refuse with the precise reason; a block with host bits set is answered with the block it lies in.
[[nodiscard]] Result<IpAddress> parseIpAddress(std::string_view text);
[[nodiscard]] Result<Cidr> parseCidr(std::string_view text);

[[nodiscard]] std::string toText(IpAddress address); // IPv6 as RFC 5952 writes it: lower case, longest zero run as ::
[[nodiscard]] std::string toText(Cidr block);

[[nodiscard]] Cidr blockAround(IpAddress address, unsigned prefix); // the block of that size which holds the address
[[nodiscard]] bool contains(Cidr block, IpAddress address);
[[nodiscard]] bool contains(Cidr outer, Cidr inner); // equal blocks contain each other
[[nodiscard]] bool overlaps(Cidr a, Cidr b);
[[nodiscard]] IpAddress lastAddress(Cidr block);
[[nodiscard]] std::uint64_t addressCount(Cidr block); // the largest number where 2^64 and more do not fit

// The n-th address or n-th block of a longer prefix inside, from 0; nothing beyond the end.
[[nodiscard]] std::optional<IpAddress> addressAt(Cidr block, std::uint64_t n);
[[nodiscard]] std::optional<Cidr> blockAt(Cidr parent, unsigned prefix, std::uint64_t n);

// All blocks of a longer prefix inside, in order. At most 65536 of them; the prefix must lie from the parent's to 32 or
// 128.
[[nodiscard]] Result<std::vector<Cidr>> split(Cidr parent, unsigned prefix);

// The first block of the prefix in the parent that overlaps none of the used ones, which are sorted; they may nest,
// overlap, lie elsewhere or be of the other family.
[[nodiscard]] std::optional<Cidr> nextFree(Cidr parent, unsigned prefix, std::span<const Cidr> used);

[[nodiscard]] bool isRfc1918(Cidr block);       // wholly in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16
[[nodiscard]] bool isCarrierShared(Cidr block); // wholly in 100.64.0.0/10 (RFC 6598)
[[nodiscard]] bool isUniqueLocal(Cidr block);   // wholly in fc00::/7 (RFC 4193)

} // namespace sky
