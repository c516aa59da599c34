// SPDX-License-Identifier: GPL-3.0-or-later
// A data file that was put into the program when it was built (packaging/cmake/embed.cmake).
#pragma once

#include <string_view>

namespace sky {

struct EmbeddedFile {
    std::string_view name; // relative to the embedded folder: "services/ec2.json"
    std::string_view bytes;
};

} // namespace sky
