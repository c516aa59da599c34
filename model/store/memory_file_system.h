// SPDX-License-Identifier: GPL-3.0-or-later
// A disk in memory, for tests: it can be filled, any single step can be made to fail, and the power can be cut between
// two steps; afterwards it shows what a real disk might hold. Folders exist once made. Usable from several threads.
#pragma once

#include "store/file_system.h"

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

namespace sky::store {

class MemoryFileSystem final : public FileSystem {
  public:
    MemoryFileSystem();
    ~MemoryFileSystem() override;

    // What a power cut may leave: all of it; names as they are but only synced bytes; only synced names and bytes.
    enum class Survived : std::uint8_t { Everything, SyncedBytes, SyncedOnly };
    [[nodiscard]] std::unique_ptr<MemoryFileSystem> afterPowerCut(Survived survived) const;

    // Steps are create, write, sync, close, rename, link, remove and syncDirectory, counted from 1.
    void failStep(int step, int errorNumber); // that one only; a write gets half way. 0: none
    void cutPowerAt(int step);                // that one and all after it fail. 0: never
    [[nodiscard]] int steps() const;

    void setCapacity(std::size_t bytes); // of all files together
    void setReadOnly(const std::string& directory);
    void setSecondNames(bool possible);                                              // link() works
    void put(const std::string& path, std::string bytes, std::uint32_t mode = 0644); // durable
    void putSymbolicLink(const std::string& path, const std::string& target);
    void putDirectory(const std::string& path);
    void setClock(std::int64_t seconds); // of the files written from now on
    [[nodiscard]] bool exists(const std::string& path) const;

    Result<FileStatus> status(const std::string& path) const override;
    Result<std::string> resolve(const std::string& path) const override;
    Result<std::string> read(const std::string& path, std::size_t mostBytes) const override;
    Result<std::vector<std::string>> list(const std::string& directory) const override;
    Result<std::unique_ptr<OutputFile>> create(const std::string& path, std::uint32_t mode,
                                               const FileStatus* like) override;
    Result<void> rename(const std::string& from, const std::string& to) override;
    Result<void> link(const std::string& from, const std::string& to) override;
    Result<void> remove(const std::string& path) override;
    Result<void> syncDirectory(const std::string& directory) override;
    Result<void> makeDirectories(const std::string& directory, std::uint32_t mode) override;
    Result<std::unique_ptr<LockHandle>> lock(const std::string& path, std::string& holder) override;

  private:
    struct File;
    class Output;
    class Lock;
    using Names = std::map<std::string, std::shared_ptr<File>>;

    // The errno this step fails with, 0 when it goes well.
    [[nodiscard]] int step();
    [[nodiscard]] std::size_t used() const;
    [[nodiscard]] std::string followed(const std::string& path) const;

    mutable std::mutex m_mutex;
    Names m_names;
    Names m_durable;
    std::map<std::string, std::string> m_links;
    std::set<std::string> m_directories{".", "/"};
    std::set<std::string> m_readOnly;
    std::set<std::string> m_locked;
    std::size_t m_capacity = static_cast<std::size_t>(-1);
    bool m_secondNames = true;
    std::int64_t m_clock = 0;
    int m_steps = 0;
    int m_failStep = 0;
    int m_failNumber = 0;
    int m_cutAt = 0;
};

} // namespace sky::store
