// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cidr.h"

#include "base/ensure.h"

#include <algorithm>
#include <limits>

namespace sky {
namespace {

__extension__ using Wide = unsigned __int128;

Wide wide(IpAddress address) {
    return (static_cast<Wide>(address.high) << 64) | address.low;
}

IpAddress narrow(Wide value, IpFamily family) {
    return {family, static_cast<std::uint64_t>(value >> 64), static_cast<std::uint64_t>(value)};
}

// The bits below a prefix, all set.
Wide hostMask(IpFamily family, unsigned prefix) {
    const unsigned hostBits = addressBits(family) - prefix;
    return hostBits == 0 ? 0 : ~static_cast<Wide>(0) >> (128 - hostBits);
}

constexpr Cidr v4(std::uint32_t network, std::uint8_t prefix) {
    return {{IpFamily::V4, 0, network}, prefix};
}

} // namespace

Cidr blockAround(IpAddress address, unsigned prefix) {
    ENSURE(prefix <= addressBits(address.family), "a prefix longer than the address");
    return {narrow(wide(address) & ~hostMask(address.family, prefix), address.family),
            static_cast<std::uint8_t>(prefix)};
}

bool contains(Cidr block, IpAddress address) {
    return block.family() == address.family && blockAround(address, block.prefix) == block;
}

bool contains(Cidr outer, Cidr inner) {
    return inner.prefix >= outer.prefix && contains(outer, inner.network);
}

bool overlaps(Cidr a, Cidr b) {
    return contains(a, b) || contains(b, a);
}

IpAddress lastAddress(Cidr block) {
    return narrow(wide(block.network) | hostMask(block.family(), block.prefix), block.family());
}

std::uint64_t addressCount(Cidr block) {
    const unsigned hostBits = addressBits(block.family()) - block.prefix;
    return hostBits >= 64 ? std::numeric_limits<std::uint64_t>::max() : std::uint64_t{1} << hostBits;
}

std::optional<IpAddress> addressAt(Cidr block, std::uint64_t n) {
    if (n > hostMask(block.family(), block.prefix)) return std::nullopt;
    return narrow(wide(block.network) + n, block.family());
}

std::optional<Cidr> blockAt(Cidr parent, unsigned prefix, std::uint64_t n) {
    const unsigned bits = addressBits(parent.family());
    if (prefix < parent.prefix || prefix > bits) return std::nullopt;
    const unsigned choiceBits = prefix - parent.prefix;
    if (choiceBits < 64 && n >> choiceBits != 0) return std::nullopt;
    const unsigned shift = bits - prefix;
    const Wide offset = shift >= 128 ? 0 : static_cast<Wide>(n) << shift;
    return Cidr{narrow(wide(parent.network) + offset, parent.family()), static_cast<std::uint8_t>(prefix)};
}

Result<std::vector<Cidr>> split(Cidr parent, unsigned prefix) {
    const unsigned bits = addressBits(parent.family());
    if (prefix < parent.prefix || prefix > bits)
        return Error{ErrorCode::Invalid,
                     {},
                     say("{} cannot be split into blocks of /{}.", "{}을(를) /{} 블록으로 나눌 수 없습니다.",
                         toText(parent), std::uint64_t{prefix}),
                     say("Choose a prefix from /{} to /{}.", "/{}부터 /{}까지에서 고르십시오.",
                         std::uint64_t{parent.prefix}, std::uint64_t{bits})};
    constexpr unsigned kMostBits = 16;
    if (prefix - parent.prefix > kMostBits)
        return Error{ErrorCode::TooLarge,
                     {},
                     say("{} has more than 65536 blocks of /{}.", "{}에는 /{} 블록이 65536개보다 많습니다.",
                         toText(parent), std::uint64_t{prefix}),
                     say("Choose a prefix up to /{}.", "/{} 이하의 접두사를 고르십시오.",
                         std::uint64_t{parent.prefix + kMostBits})};
    std::vector<Cidr> blocks;
    const std::uint64_t count = std::uint64_t{1} << (prefix - parent.prefix);
    blocks.reserve(count);
    for (std::uint64_t n = 0; n < count; ++n) blocks.push_back(*blockAt(parent, prefix, n));
    return blocks;
}

std::optional<Cidr> nextFree(Cidr parent, unsigned prefix, std::span<const Cidr> used) {
    if (prefix < parent.prefix || prefix > addressBits(parent.family())) return std::nullopt;
    const IpFamily family = parent.family();
    const Wide end = wide(lastAddress(parent));
    const Wide mask = hostMask(family, prefix);
    Wide start = wide(parent.network);
    for (const Cidr& each : used) {
        if (each.family() != family) continue;
        const Wide first = wide(each.network);
        const Wide last = wide(lastAddress(each));
        if (last < start) continue;
        if (first > (start | mask)) break; // the rest begins later still
        if (last >= end) return std::nullopt;
        // The parent is aligned to its own, larger size: rounding up stays inside it, or passes its end.
        const Wide next = (last | mask) + 1;
        if (next == 0 || next > end) return std::nullopt;
        start = next;
    }
    return Cidr{narrow(start, family), static_cast<std::uint8_t>(prefix)};
}

bool isRfc1918(Cidr block) {
    return contains(v4(0x0A000000, 8), block) || contains(v4(0xAC100000, 12), block) ||
           contains(v4(0xC0A80000, 16), block);
}

bool isCarrierShared(Cidr block) {
    return contains(v4(0x64400000, 10), block);
}

bool isUniqueLocal(Cidr block) {
    return contains({{IpFamily::V6, 0xFC00'0000'0000'0000, 0}, 7}, block);
}

} // namespace sky
