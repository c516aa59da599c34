// SPDX-License-Identifier: GPL-3.0-or-later
// Which file of AWS's asset package is the icon of what: its name in lower case without "Arch_" or "Res_", size and
// page. Of several names for one icon the first that is there counts; packages rename things now and then. (Names as in
// the packages of 2021 to 2026.)
#pragma once

#include <span>
#include <string_view>

namespace sky::picture {

struct PackName {
    std::string_view key;
    std::string_view file;
};

[[nodiscard]] std::span<const PackName> packNames();

} // namespace sky::picture
