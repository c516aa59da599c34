// SPDX-License-Identifier: GPL-3.0-or-later
// What a failed touch of the disk says to people. Shared by all file systems, so that tests see what users see.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>

namespace sky::store {

enum class Touch : std::uint8_t { Read, Write };

// `number` is errno as the failing call left it.
[[nodiscard]] Error fileError(Touch touch, const std::string& path, int number);
[[nodiscard]] Error isDirectory(Touch touch, const std::string& path);
[[nodiscard]] Error notRegular(const std::string& path);
[[nodiscard]] Error fileTooLarge(const std::string& path, std::uint64_t size, std::uint64_t most);

} // namespace sky::store
