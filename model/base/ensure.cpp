// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace sky {

void stopOnBug(const char* condition, const char* text, const char* file, int line) {
    std::fprintf(stderr, "skywright: a bug stopped the program: %s (%s, %s:%d)\n", text, condition, file, line);
    std::abort();
}

} // namespace sky
