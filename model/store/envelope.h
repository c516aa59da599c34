// SPDX-License-Identifier: GPL-3.0-or-later
// The first and the last line of a project file: what it is, which format, which version of the program reads it, and
// whether it is whole.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace sky::store {

struct Envelope {
    int format = 0;
    std::string_view body; // the lines between
    std::int64_t firstLine = 2;
};

// Refuses other files, formats outside oldest..newest, files cut off, and files whose checksum does not fit. A last
// line without checksum is accepted: the project was told to leave it out, or was merged.
[[nodiscard]] Result<Envelope> openEnvelope(std::string_view bytes, int oldest, int newest);

[[nodiscard]] std::string firstLine(int format, std::string_view program); // with its end of line
[[nodiscard]] std::string lastLine(std::string_view before, bool checksum);

} // namespace sky::store
