// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recovery.h"

#include "diagram/limits.h"
#include "store/atomic_replace.h"
#include "store/project_format.h"
#include "store/recovery_file.h"

#include <algorithm>
#include <cstdlib>

namespace sky::store {
namespace {

constexpr std::size_t kMostPathBytes = 64 * 1024;

struct Snapshot {
    ProcessIdentity writer;
    std::string projectPath;
    std::string_view project;
};

Error notRecovery(const std::string& file) {
    return {ErrorCode::BadFormat, file, say("this is no recovery file.", "복구 파일이 아닙니다."),
            say("Discard it.", "버리세요.")};
}

// "skywright recovery 1", the writer, the length of the path and the path itself (any bytes), then the project.
Result<Snapshot> openSnapshot(std::string_view bytes, const std::string& file) {
    const auto line = [&]() -> std::string_view {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view taken = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        return taken;
    };
    if (line() != kRecoveryMagic) return notRecovery(file);
    const auto writer = processFrom(line());
    const std::string length(line());
    if (!writer || length.empty() || length.size() > 6 || length.find_first_not_of("0123456789") != std::string::npos)
        return notRecovery(file);
    const std::size_t pathBytes = static_cast<std::size_t>(std::stoul(length));
    if (pathBytes > kMostPathBytes || pathBytes + 1 > bytes.size() || bytes[pathBytes] != '\n')
        return notRecovery(file);
    return Snapshot{*writer, std::string(bytes.substr(0, pathBytes)), bytes.substr(pathBytes + 1)};
}

Result<std::string> readSnapshot(const FileSystem& files, const std::string& file) {
    return files.read(file, diagram::limits::kFileBytes + 2 * kMostPathBytes);
}

} // namespace

std::string recoveryHeader(const std::string& projectPath) {
    const std::string path = projectPath.substr(0, kMostPathBytes);
    return std::string(kRecoveryMagic) + '\n' + toText(thisProcess()) + '\n' + std::to_string(path.size()) + '\n' +
           path + '\n';
}

std::string recoveryFolder(const char* xdgStateHome, const char* home) {
    // A relative $XDG_STATE_HOME is to be ignored, says the XDG base directory specification.
    std::string state;
    if (xdgStateHome && xdgStateHome[0] == '/')
        state = xdgStateHome;
    else if (home && home[0] == '/')
        state = joined(home, ".local/state");
    return state.empty() ? state : joined(state, "skywright/recovery");
}

std::string recoveryFolder() {
    return recoveryFolder(std::getenv("XDG_STATE_HOME"), std::getenv("HOME"));
}

Result<std::vector<Recoverable>> findRecoverable(FileSystem& files, const std::string& folder,
                                                 const catalog::Catalog& catalog) {
    std::vector<Recoverable> found;
    const Result<std::vector<std::string>> names = files.list(folder);
    if (!names) {
        if (names.error().code == ErrorCode::NotFound) return found; // nothing was ever written
        return names.error();
    }
    removeLeftovers(files, folder);
    for (const std::string& name : *names) {
        if (name.starts_with('.') || !name.ends_with(kRecoveryEnding)) continue;
        Recoverable one;
        one.file = joined(folder, name);
        if (const auto status = files.status(one.file)) one.modified = status->modified;
        const Result<std::string> bytes = readSnapshot(files, one.file);
        if (!bytes && bytes.error().code == ErrorCode::NotFound) continue; // cleaned up meanwhile
        Result<Snapshot> snapshot = bytes ? openSnapshot(*bytes, one.file) : Result<Snapshot>(bytes.error());
        if (!snapshot) {
            one.damage = std::move(snapshot).error();
            found.push_back(std::move(one));
            continue;
        }
        if (isRunning(snapshot->writer) != Running::No) continue;
        one.projectPath = snapshot->projectPath;
        const auto user = files.status(one.projectPath);
        one.projectMissing = !one.projectPath.empty() && !user && user.error().code == ErrorCode::NotFound;
        if (Result<diagram::Diagram> diagram = load(snapshot->project, catalog)) {
            one.name = diagram->project().name;
            one.elements = diagram->elements().size();
            one.links = diagram->links().size();
        } else {
            one.damage = std::move(diagram).error();
        }
        found.push_back(std::move(one));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Recoverable& a, const Recoverable& b) { return a.modified > b.modified; });
    return found;
}

Result<diagram::Diagram> recover(const FileSystem& files, const std::string& file, const catalog::Catalog& catalog) {
    const Result<std::string> bytes = readSnapshot(files, file);
    if (!bytes) return bytes.error();
    const Result<Snapshot> snapshot = openSnapshot(*bytes, file);
    if (!snapshot) return snapshot.error();
    Result<diagram::Diagram> diagram = load(snapshot->project, catalog);
    if (diagram) return diagram;
    Error error = std::move(diagram).error();
    error.place = file + ", " + error.place;
    return error;
}

Result<void> discard(FileSystem& files, const std::string& file) {
    return files.remove(file);
}

} // namespace sky::store
