// SPDX-License-Identifier: GPL-3.0-or-later
// ENSURE(condition, text): a bug stops the program with a text, in release builds too.
// What a user or a file can cause is never an ENSURE; that is a Result (result.h) or a finding.
#pragma once

namespace sky {
[[noreturn]] void stopOnBug(const char* condition, const char* text, const char* file, int line);
}

#define ENSURE(condition, text) \
    ((condition) ? static_cast<void>(0) : ::sky::stopOnBug(#condition, text, __FILE__, __LINE__))
