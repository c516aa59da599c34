// SPDX-License-Identifier: GPL-3.0-or-later
// What survives kill -9 and power loss: a worker writes the whole project into a recovery folder at most one second
// after the first unsaved edit, fsynced. The user's own file is never touched from here.
#pragma once

#include "base/result.h"
#include "diagram/diagram.h"
#include "store/file_system.h"
#include "store/process.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sky::store {

// $XDG_STATE_HOME/skywright/recovery, or ~/.local/state/skywright/recovery; empty when neither is known.
[[nodiscard]] std::string recoveryFolder();
[[nodiscard]] std::string recoveryFolder(const char* xdgStateHome, const char* home);

class RecoveryWriter {
  public:
    // `projectPath` is empty for a project that was never saved. One writer per open document.
    RecoveryWriter(FileSystem& files, std::string folder, std::string projectPath);
    ~RecoveryWriter(); // writes what is pending; the snapshot stays until clean() was called
    RecoveryWriter(const RecoveryWriter&) = delete;
    RecoveryWriter& operator=(const RecoveryWriter&) = delete;

    void changed(diagram::Diagram snapshot);  // after every step; returns at once
    void clean(std::string projectPath = {}); // saved, or closed on purpose: the snapshot is removed
    void flush();                             // waits until nothing is pending

    [[nodiscard]] std::optional<Error> problem() const; // why the last write failed; unset: all is well

  private:
    struct Worker;
    std::unique_ptr<Worker> m_worker;
};

struct Recoverable {
    std::string file;          // in the recovery folder
    std::string projectPath;   // empty: never saved
    std::int64_t modified = 0; // seconds since 1970
    Text name;
    std::size_t elements = 0;
    std::size_t links = 0;
    bool projectMissing = false; // the user's own file is gone
    std::optional<Error> damage; // cannot be restored, and why
};

// Snapshots of programs that no longer run, newest first.
[[nodiscard]] Result<std::vector<Recoverable>> findRecoverable(FileSystem& files, const std::string& folder,
                                                               const catalog::Catalog& catalog);
[[nodiscard]] Result<diagram::Diagram> recover(const FileSystem& files, const std::string& file,
                                               const catalog::Catalog& catalog);
[[nodiscard]] Result<void> discard(FileSystem& files, const std::string& file);

} // namespace sky::store
