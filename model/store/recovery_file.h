// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a recovery file, shared by its writer and its reader: who wrote it, which project it belongs to, and then
// the bytes of a project file.
#pragma once

#include <string>
#include <string_view>

namespace sky::store {

inline constexpr std::string_view kRecoveryMagic = "skywright recovery 1";
inline constexpr std::string_view kRecoveryEnding = ".skyrecovery";

[[nodiscard]] std::string recoveryHeader(const std::string& projectPath);

} // namespace sky::store
