// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project_lock.h"

#include "store/characters.h"

namespace sky::store {
namespace {

constexpr std::string_view kLockMagic = "skywright lock 1\n";

std::optional<ProcessIdentity> holderFrom(std::string_view contents) {
    if (!contents.starts_with(kLockMagic)) return std::nullopt;
    return processFrom(contents.substr(kLockMagic.size()));
}

std::string shown(std::string_view host) {
    std::string out;
    for (const char c : host.substr(0, 64)) out += isPlain(c) ? c : '?';
    return out;
}

Error heldHere(const std::string& path, std::string_view contents) {
    const auto holder = holderFrom(contents);
    const Text what =
        holder
            ? say("the project is open in another Skywright (process {} on {}).",
                  "다른 Skywright({1}번 프로세스, {2})에서 열려 있는 프로젝트입니다.", holder->pid, shown(holder->host))
            : say("the project is open in another Skywright.", "다른 Skywright에서 열려 있는 프로젝트입니다.");
    return {ErrorCode::NotWritable, path, what,
            say("Close it there, or open a copy here.", "그쪽에서 닫거나, 여기서는 사본으로 여세요.")};
}

Error heldElsewhere(const std::string& path, const std::string& lockPath, const ProcessIdentity& holder) {
    return {ErrorCode::NotWritable, path,
            say("the project is open on the machine {} (process {}).",
                "{} 컴퓨터({}번 프로세스)에서 열려 있는 프로젝트입니다.", shown(holder.host), holder.pid),
            say("Close it there. If that program is gone, remove {}.",
                "그쪽에서 닫으세요. 이미 끝난 프로그램이면 {}을(를) 지우세요.", lockPath)};
}

} // namespace

Result<ProjectLock> ProjectLock::acquire(FileSystem& files, const std::string& projectPath, bool takeOver) {
    const Result<std::string> target = files.resolve(projectPath);
    if (!target) return target.error();
    const std::string lockPath = joined(directoryOf(*target), "." + nameOf(*target).substr(0, 200) + ".lock");
    std::string contents;
    Result<std::unique_ptr<LockHandle>> handle = files.lock(lockPath, contents);
    if (!handle) return std::move(handle).error();
    if (!*handle) return heldHere(projectPath, contents);

    // The system's lock is ours. On a disk that does not carry such locks between machines the file still speaks.
    if (const auto holder = holderFrom((*handle)->contents()); holder && !takeOver && !(*holder == thisProcess())) {
        const Running running = isRunning(*holder);
        if (running != Running::No) {
            (*handle)->abandon();
            return running == Running::Yes ? heldHere(projectPath, (*handle)->contents())
                                           : heldElsewhere(projectPath, lockPath, *holder);
        }
    }
    if (auto written = (*handle)->setContents(std::string(kLockMagic) + toText(thisProcess()) + '\n'); !written)
        return written.error();
    return ProjectLock(*std::move(handle));
}

} // namespace sky::store
