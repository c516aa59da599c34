// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps two programs from writing one project: a small file ".NAME.lock" beside it says who has it open. A lock whose
// program died is taken over; one that lives on another machine, or cannot be judged, is refused with who holds it.
#pragma once

#include "base/result.h"
#include "store/file_system.h"
#include "store/process.h"

#include <memory>
#include <string>

namespace sky::store {

class ProjectLock {
  public:
    // NotWritable when another program has the file ("open in …"), or when its directory takes no lock file.
    // `takeOver`: the user has said that the holder on another machine is gone.
    [[nodiscard]] static Result<ProjectLock> acquire(FileSystem& files, const std::string& projectPath,
                                                     bool takeOver = false);

  private:
    explicit ProjectLock(std::unique_ptr<LockHandle> handle) : m_handle(std::move(handle)) {}
    std::unique_ptr<LockHandle> m_handle; // released with the object
};

} // namespace sky::store
