// SPDX-License-Identifier: GPL-3.0-or-later
// Which program on which machine wrote a lock or a recovery file, and whether it still runs. A process number alone is
// reused by the system; with the machine's boot and the time the process started it is not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sky::store {

struct ProcessIdentity {
    std::int64_t pid = 0;
    std::string host;
    std::string boot;       // of the machine, changes when it restarts; may be empty
    std::int64_t start = 0; // clock ticks from boot to the start of the process
    friend bool operator==(const ProcessIdentity&, const ProcessIdentity&) = default;
};

[[nodiscard]] ProcessIdentity thisProcess();

enum class Running : std::uint8_t { Yes, No, Unknown }; // Unknown: on another machine
[[nodiscard]] Running isRunning(const ProcessIdentity& process);

// Whether any process has this number now; says nothing of which.
[[nodiscard]] bool isNumberInUse(std::int64_t pid);

[[nodiscard]] std::string toText(const ProcessIdentity& process); // one line: "pid host boot start"
[[nodiscard]] std::optional<ProcessIdentity> processFrom(std::string_view text);

} // namespace sky::store
