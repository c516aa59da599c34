// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-C and a reader that went away end a command in order (exit code 5), with no half-written file left behind.
#pragma once

namespace sky::cli {

void watchForInterrupts();
[[nodiscard]] bool interrupted();

} // namespace sky::cli
