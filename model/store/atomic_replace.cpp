// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/atomic_replace.h"

#include "store/file_errors.h"
#include "store/process.h"

#include <atomic>
#include <charconv>
#include <unistd.h>

namespace sky::store {
namespace {

constexpr std::string_view kTemporary = ".skyw-new-"; // ".NAME.skyw-new-PID-N"

std::string temporaryName(const std::string& target) {
    static std::atomic<std::uint64_t> counter{0};
    // Long names are cut, so that the temporary one still fits into the 255 bytes of a file name.
    return joined(directoryOf(target), "." + nameOf(target).substr(0, 180) + std::string(kTemporary) +
                                           std::to_string(::getpid()) + "-" + std::to_string(++counter));
}

Result<void> writeNew(FileSystem& files, const std::string& path, std::string_view bytes, std::uint32_t mode,
                      const FileStatus* like) {
    Result<std::unique_ptr<OutputFile>> file = files.create(path, mode, like);
    if (!file) return std::move(file).error();
    if (auto written = (*file)->write(bytes); !written) return written;
    if (auto synced = (*file)->sync(); !synced) return synced;
    return (*file)->close();
}

// Keeps what stands at `target` as "target~": by a second name for the same bytes, or by a copy where the disk has no
// second names. Either way the backup itself is replaced at once.
Result<void> keepBackup(FileSystem& files, const std::string& target, const FileStatus& status) {
    const std::string temporary = temporaryName(target + "~");
    if (!files.link(target, temporary)) {
        const Result<std::string> old = files.read(target, static_cast<std::size_t>(status.size) + 1);
        if (!old) return old.error();
        if (auto copied = writeNew(files, temporary, *old, 0600, &status); !copied) {
            (void)files.remove(temporary);
            return copied;
        }
    }
    if (auto renamed = files.rename(temporary, target + "~"); !renamed) {
        (void)files.remove(temporary);
        return renamed;
    }
    // Renaming onto another name of the same file does nothing and leaves both names.
    return files.remove(temporary);
}

// Names the file the user knows instead of the temporary one beside it.
Error named(Error error, const std::string& path) {
    error.place = path;
    return error;
}

} // namespace

Result<Replaced> replaceFile(FileSystem& files, const std::string& path, std::string_view bytes,
                             const ReplaceOptions& options) {
    const Result<std::string> resolved = files.resolve(path);
    if (!resolved) return resolved.error();
    const std::string& target = *resolved;
    const Result<FileStatus> old = files.status(target);
    if (!old && old.error().code != ErrorCode::NotFound) return named(old.error(), path);
    if (old && old->kind == FileKind::Directory) return isDirectory(Touch::Write, path);
    if (old && old->kind != FileKind::Regular) return notRegular(path);
    if (old && !old->writable)
        return Error{ErrorCode::NotWritable, path, say("the file is write-protected.", "쓰기 금지된 파일입니다."),
                     say("Save under another name, or allow writing.", "다른 이름으로 저장하거나 쓰기를 허용하세요.")};

    const std::string temporary = temporaryName(target);
    if (auto written = writeNew(files, temporary, bytes, options.mode, old ? &*old : nullptr); !written) {
        (void)files.remove(temporary);
        return named(written.error(), path);
    }
    Replaced replaced;
    if (old && options.backup)
        if (auto kept = keepBackup(files, target, *old); !kept)
            replaced.backupProblem = named(kept.error(), path + "~");
    if (auto renamed = files.rename(temporary, target); !renamed) {
        (void)files.remove(temporary);
        return named(renamed.error(), path);
    }
    if (auto synced = files.syncDirectory(directoryOf(target)); !synced) return named(synced.error(), path);
    return replaced;
}

void removeLeftovers(FileSystem& files, const std::string& directory) {
    const auto names = files.list(directory);
    if (!names) return;
    for (const std::string& name : *names) {
        const std::size_t mark = name.rfind(kTemporary);
        if (!name.starts_with('.') || mark == std::string::npos) continue;
        std::int64_t writer = 0;
        const char* digits = name.c_str() + mark + kTemporary.size();
        std::from_chars(digits, name.c_str() + name.size(), writer);
        if (!isNumberInUse(writer)) (void)files.remove(joined(directory, name));
    }
}

} // namespace sky::store
