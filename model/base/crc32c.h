// SPDX-License-Identifier: GPL-3.0-or-later
// CRC-32C (Castagnoli), as files and storage systems use it to notice damage; eight bytes per step, on any machine.
#pragma once

#include <cstdint>
#include <string_view>

namespace sky {

// Of a text in pieces: crc32c(second, crc32c(first)) is crc32c(first + second).
[[nodiscard]] std::uint32_t crc32c(std::string_view bytes, std::uint32_t before = 0);

} // namespace sky
