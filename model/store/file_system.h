// SPDX-License-Identifier: GPL-3.0-or-later
// Every touch of the disk by store/ goes through this interface, step by step, so that tests can fill the disk, fail
// any step, or cut the power between two of them. posixFileSystem() is the real one; memory_file_system.h the other.
// Errors name the path and say what to do. Implementations may be used from several threads at once.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sky::store {

// A file being written, not yet under its final name. Destroying it closes it.
class OutputFile {
  public:
    virtual ~OutputFile() = default;
    [[nodiscard]] virtual Result<void> write(std::string_view bytes) = 0;
    [[nodiscard]] virtual Result<void> sync() = 0;  // the bytes are on the disk when this returns
    [[nodiscard]] virtual Result<void> close() = 0; // reports what the disk only now found out
};

// A lock that the system itself drops when its holder dies, on a small file that says who holds it.
class LockHandle {
  public:
    virtual ~LockHandle() = default; // drops the lock and removes the file
    [[nodiscard]] virtual std::string contents() const = 0;
    [[nodiscard]] virtual Result<void> setContents(std::string_view bytes) = 0;
    virtual void abandon() = 0; // drops the lock and leaves the file as it is: it belongs to somebody else
};

enum class FileKind : std::uint8_t { Regular, Directory, Other };

struct FileStatus {
    FileKind kind = FileKind::Regular;
    std::uint64_t size = 0;
    std::uint32_t mode = 0644; // permission bits
    std::uint32_t owner = 0;
    std::uint32_t group = 0;
    std::int64_t modified = 0; // seconds since 1970
    bool writable = true;      // by this program
};

class FileSystem {
  public:
    virtual ~FileSystem() = default;

    [[nodiscard]] virtual Result<FileStatus> status(const std::string& path) const = 0; // follows symbolic links
    // The path with symbolic links followed to the end; a path where nothing stands yet comes back as it is.
    [[nodiscard]] virtual Result<std::string> resolve(const std::string& path) const = 0;
    // Refuses what is larger than `mostBytes` before reading it.
    [[nodiscard]] virtual Result<std::string> read(const std::string& path, std::size_t mostBytes) const = 0;
    [[nodiscard]] virtual Result<std::vector<std::string>> list(const std::string& directory) const = 0; // sorted names

    // A new file; BadUsage when the name is taken. `like`: takes over permissions, and owner as far as allowed.
    [[nodiscard]] virtual Result<std::unique_ptr<OutputFile>> create(const std::string& path, std::uint32_t mode,
                                                                     const FileStatus* like) = 0;
    [[nodiscard]] virtual Result<void> rename(const std::string& from, const std::string& to) = 0;
    // A second name for the same bytes; fails where the disk has no such thing.
    [[nodiscard]] virtual Result<void> link(const std::string& from, const std::string& to) = 0;
    [[nodiscard]] virtual Result<void> remove(const std::string& path) = 0; // nothing there is fine
    [[nodiscard]] virtual Result<void> syncDirectory(const std::string& directory) = 0;
    [[nodiscard]] virtual Result<void> makeDirectories(const std::string& directory, std::uint32_t mode) = 0;
    // Null: a living program holds it, and `holder` has what it wrote there.
    [[nodiscard]] virtual Result<std::unique_ptr<LockHandle>> lock(const std::string& path, std::string& holder) = 0;
};

[[nodiscard]] FileSystem& posixFileSystem();

[[nodiscard]] std::string directoryOf(const std::string& path); // "." for a bare name
[[nodiscard]] std::string nameOf(const std::string& path);
[[nodiscard]] std::string joined(const std::string& directory, const std::string& name);

} // namespace sky::store
