// SPDX-License-Identifier: GPL-3.0-or-later
// A page of figures on paper: as large as fits inside the printer's margins, in its middle, as vectors.
#pragma once

#include "picture/page.h"

class QPrinter;

namespace sky::canvas {

[[nodiscard]] bool printPage(const picture::Page& page, QPrinter& printer); // false: the printer cannot be drawn to

} // namespace sky::canvas
