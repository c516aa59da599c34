// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/process.h"

#include "store/file_system.h"

#include <cerrno>
#include <charconv>
#include <csignal>
#include <unistd.h>

namespace sky::store {
namespace {

constexpr std::size_t kMostProcBytes = 65536;

// procfs gives no sizes, so FileSystem::read (which asks for them first) still reads to the end of what is there.
std::string readProc(const std::string& path) {
    const Result<std::string> bytes = posixFileSystem().read(path, kMostProcBytes);
    return bytes ? *bytes : std::string();
}

std::string_view takeWord(std::string_view& text) {
    const std::size_t start = text.find_first_not_of(" \n");
    if (start == std::string_view::npos) return text = {};
    text.remove_prefix(start);
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

std::optional<std::int64_t> numberFrom(std::string_view word) {
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (problem != std::errc{} || end != word.data() + word.size()) return std::nullopt;
    return number;
}

// Field 22 of /proc/PID/stat; the name in field 2 may hold spaces and brackets, so count from the last bracket.
std::optional<std::int64_t> startOf(std::int64_t pid) {
    const std::string stat = readProc("/proc/" + std::to_string(pid) + "/stat");
    const std::size_t bracket = stat.rfind(')');
    if (bracket == std::string::npos) return std::nullopt;
    std::string_view rest = std::string_view(stat).substr(bracket + 1);
    for (int field = 3; field < 22; ++field) takeWord(rest);
    return numberFrom(takeWord(rest));
}

std::string wordOf(const std::string& text) {
    std::string word;
    for (const char c : text)
        if (c != '\n') word += c == ' ' ? '_' : c;
    return word.empty() ? "-" : word;
}

} // namespace

ProcessIdentity thisProcess() {
    char host[256] = {};
    (void)::gethostname(host, sizeof host - 1);
    const std::int64_t pid = ::getpid();
    return {pid, wordOf(host), wordOf(readProc("/proc/sys/kernel/random/boot_id")), startOf(pid).value_or(0)};
}

bool isNumberInUse(std::int64_t pid) {
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno != ESRCH);
}

Running isRunning(const ProcessIdentity& process) {
    const ProcessIdentity here = thisProcess();
    if (process.host != here.host) return Running::Unknown;
    if (process.boot != here.boot) return Running::No; // the machine was restarted since
    if (!isNumberInUse(process.pid)) return Running::No;
    const auto start = startOf(process.pid);
    return start && *start != process.start ? Running::No : Running::Yes;
}

std::string toText(const ProcessIdentity& process) {
    return std::to_string(process.pid) + ' ' + process.host + ' ' + process.boot + ' ' + std::to_string(process.start);
}

std::optional<ProcessIdentity> processFrom(std::string_view text) {
    const auto pid = numberFrom(takeWord(text));
    const std::string_view host = takeWord(text);
    const std::string_view boot = takeWord(text);
    const auto start = numberFrom(takeWord(text));
    if (!pid || !start || host.empty() || boot.empty()) return std::nullopt;
    return ProcessIdentity{*pid, std::string(host), std::string(boot), *start};
}

} // namespace sky::store
