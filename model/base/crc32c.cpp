// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/crc32c.h"

#include <array>
#include <cstddef>
#include <cstring>

namespace sky {
namespace {

constexpr std::size_t kSlices = 8;
using Tables = std::array<std::array<std::uint32_t, 256>, kSlices>;

// tables[0] advances by one byte; tables[k] by one byte followed by k zero bytes.
constexpr Tables makeTables() {
    constexpr std::uint32_t kPolynomial = 0x82F63B78; // 0x1EDC6F41 reflected
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1u) != 0 ? kPolynomial : 0u);
        tables[0][byte] = crc;
    }
    for (std::size_t slice = 1; slice < kSlices; ++slice)
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t shorter = tables[slice - 1][byte];
            tables[slice][byte] = (shorter >> 8) ^ tables[0][shorter & 0xFF];
        }
    return tables;
}
constexpr Tables kTables = makeTables();

std::uint32_t word(const unsigned char* bytes) {
    return static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8 |
           static_cast<std::uint32_t>(bytes[2]) << 16 | static_cast<std::uint32_t>(bytes[3]) << 24;
}

#if defined(__x86_64__)
// The processor's own instruction, where it has it, is five times as fast.
__attribute__((target("sse4.2"))) std::uint32_t byInstruction(const unsigned char* at, std::size_t left,
                                                              std::uint32_t crc) {
    std::uint64_t wide = crc;
    for (; left >= sizeof wide; left -= sizeof wide, at += sizeof wide) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, at, sizeof eight);
        wide = __builtin_ia32_crc32di(wide, eight);
    }
    crc = static_cast<std::uint32_t>(wide);
    for (; left > 0; --left, ++at) crc = __builtin_ia32_crc32qi(crc, *at);
    return crc;
}
const bool kHasInstruction = __builtin_cpu_supports("sse4.2") != 0;
#endif

} // namespace

std::uint32_t crc32c(std::string_view bytes, std::uint32_t before) {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    std::size_t left = bytes.size();
    std::uint32_t crc = ~before;
#if defined(__x86_64__)
    if (kHasInstruction) return ~byInstruction(at, left, crc);
#endif
    for (; left >= kSlices; left -= kSlices, at += kSlices) {
        const std::uint32_t low = word(at) ^ crc;
        const std::uint32_t high = word(at + 4);
        crc = kTables[7][low & 0xFF] ^ kTables[6][low >> 8 & 0xFF] ^ kTables[5][low >> 16 & 0xFF] ^
              kTables[4][low >> 24] ^ kTables[3][high & 0xFF] ^ kTables[2][high >> 8 & 0xFF] ^
              kTables[1][high >> 16 & 0xFF] ^ kTables[0][high >> 24];
    }
    for (; left > 0; --left, ++at) crc = (crc >> 8) ^ kTables[0][(crc ^ *at) & 0xFF];
    return ~crc;
}

} // namespace sky
