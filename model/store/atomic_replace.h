// SPDX-License-Identifier: GPL-3.0-or-later
// Replaces a file as a whole: temporary file beside it, fsync, rename, fsync of the directory. Whatever fails, or
// whenever the power goes, either the old or the new file is there, complete. Exports use it as well as projects.
#pragma once

#include "base/result.h"
#include "store/file_system.h"

#include <optional>
#include <string>
#include <string_view>

namespace sky::store {

struct ReplaceOptions {
    bool backup = false;       // keep what was there as "NAME~"
    std::uint32_t mode = 0666; // of a new file, less the umask; an existing file's permissions are kept
};

struct Replaced {
    std::optional<Error> backupProblem;
};

// A symbolic link is followed: the file it points at is replaced, the link stays.
[[nodiscard]] Result<Replaced> replaceFile(FileSystem& files, const std::string& path, std::string_view bytes,
                                           const ReplaceOptions& options = {});

// Removes temporary files that programs no longer running have left in a directory of our own.
void removeLeftovers(FileSystem& files, const std::string& directory);

} // namespace sky::store
