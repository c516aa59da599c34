// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/memory_file_system.h"

#include "store/file_errors.h"

#include <cerrno>

namespace sky::store {

struct MemoryFileSystem::File {
    std::string bytes;
    std::string synced;
    FileStatus status;
};

class MemoryFileSystem::Output final : public OutputFile {
  public:
    Output(MemoryFileSystem& disk, std::string path, std::shared_ptr<File> file)
        : m_disk(disk), m_path(std::move(path)), m_file(std::move(file)) {}
    Result<void> write(std::string_view bytes) override {
        const std::lock_guard guard(m_disk.m_mutex);
        if (const int number = m_disk.step()) {
            if (m_disk.m_cutAt == 0) m_file->bytes += bytes.substr(0, bytes.size() / 2);
            return fileError(Touch::Write, m_path, number);
        }
        const std::size_t used = m_disk.used();
        const std::size_t room = used < m_disk.m_capacity ? m_disk.m_capacity - used : 0;
        m_file->bytes += bytes.substr(0, room);
        if (room < bytes.size()) return fileError(Touch::Write, m_path, ENOSPC);
        return {};
    }
    Result<void> sync() override {
        const std::lock_guard guard(m_disk.m_mutex);
        if (const int number = m_disk.step()) return fileError(Touch::Write, m_path, number);
        m_file->synced = m_file->bytes;
        return {};
    }
    Result<void> close() override {
        const std::lock_guard guard(m_disk.m_mutex);
        if (const int number = m_disk.step()) return fileError(Touch::Write, m_path, number);
        return {};
    }

  private:
    MemoryFileSystem& m_disk;
    std::string m_path;
    std::shared_ptr<File> m_file;
};

class MemoryFileSystem::Lock final : public LockHandle {
  public:
    Lock(MemoryFileSystem& disk, std::string path) : m_disk(disk), m_path(std::move(path)) {}
    ~Lock() override {
        const std::lock_guard guard(m_disk.m_mutex);
        m_disk.m_locked.erase(m_path);
        if (!m_abandoned) m_disk.m_names.erase(m_path);
    }
    std::string contents() const override {
        const std::lock_guard guard(m_disk.m_mutex);
        return m_disk.m_names.at(m_path)->bytes;
    }
    Result<void> setContents(std::string_view bytes) override {
        const std::lock_guard guard(m_disk.m_mutex);
        m_disk.m_names.at(m_path)->bytes = bytes;
        return {};
    }
    void abandon() override { m_abandoned = true; }

  private:
    MemoryFileSystem& m_disk;
    std::string m_path;
    bool m_abandoned = false;
};

MemoryFileSystem::MemoryFileSystem() = default;
MemoryFileSystem::~MemoryFileSystem() = default;

std::unique_ptr<MemoryFileSystem> MemoryFileSystem::afterPowerCut(Survived survived) const {
    const std::lock_guard guard(m_mutex);
    auto disk = std::make_unique<MemoryFileSystem>();
    disk->m_links = m_links;
    disk->m_directories = m_directories;
    for (const auto& [path, file] : survived == Survived::SyncedOnly ? m_durable : m_names) {
        auto kept = std::make_shared<File>(*file);
        if (survived != Survived::Everything) kept->bytes = kept->synced;
        kept->synced = kept->bytes;
        disk->m_names[path] = kept;
        disk->m_durable[path] = kept;
    }
    return disk;
}

void MemoryFileSystem::failStep(int step, int errorNumber) {
    const std::lock_guard guard(m_mutex);
    m_failStep = step;
    m_failNumber = errorNumber;
}

void MemoryFileSystem::cutPowerAt(int step) {
    const std::lock_guard guard(m_mutex);
    m_cutAt = step;
}

int MemoryFileSystem::steps() const {
    const std::lock_guard guard(m_mutex);
    return m_steps;
}

void MemoryFileSystem::setCapacity(std::size_t bytes) {
    const std::lock_guard guard(m_mutex);
    m_capacity = bytes;
}

void MemoryFileSystem::setReadOnly(const std::string& directory) {
    const std::lock_guard guard(m_mutex);
    m_readOnly.insert(directory);
}

void MemoryFileSystem::setSecondNames(bool possible) {
    const std::lock_guard guard(m_mutex);
    m_secondNames = possible;
}

void MemoryFileSystem::put(const std::string& path, std::string bytes, std::uint32_t mode) {
    const std::lock_guard guard(m_mutex);
    auto file = std::make_shared<File>();
    file->bytes = std::move(bytes);
    file->synced = file->bytes;
    file->status.mode = mode;
    file->status.modified = m_clock;
    m_names[path] = file;
    m_durable[path] = file;
}

void MemoryFileSystem::putSymbolicLink(const std::string& path, const std::string& target) {
    const std::lock_guard guard(m_mutex);
    m_links[path] = target;
}

void MemoryFileSystem::putDirectory(const std::string& path) {
    const std::lock_guard guard(m_mutex);
    m_directories.insert(path);
}

void MemoryFileSystem::setClock(std::int64_t seconds) {
    const std::lock_guard guard(m_mutex);
    m_clock = seconds;
}

bool MemoryFileSystem::exists(const std::string& path) const {
    const std::lock_guard guard(m_mutex);
    return m_names.contains(path);
}

int MemoryFileSystem::step() {
    ++m_steps;
    if (m_cutAt != 0 && m_steps >= m_cutAt) return EIO;
    return m_steps == m_failStep ? m_failNumber : 0;
}

std::size_t MemoryFileSystem::used() const {
    std::set<const File*> seen;
    std::size_t bytes = 0;
    for (const auto& named : m_names)
        if (seen.insert(named.second.get()).second) bytes += named.second->bytes.size();
    return bytes;
}

std::string MemoryFileSystem::followed(const std::string& path) const {
    std::string at = path;
    for (int links = 0; links < 40; ++links) {
        const auto link = m_links.find(at);
        if (link == m_links.end()) return at;
        at = link->second.starts_with('/') ? link->second : joined(directoryOf(at), link->second);
    }
    return {};
}

Result<FileStatus> MemoryFileSystem::status(const std::string& path) const {
    const std::lock_guard guard(m_mutex);
    const std::string target = followed(path);
    if (target.empty()) return fileError(Touch::Read, path, ELOOP);
    FileStatus status;
    if (m_directories.contains(target)) {
        status.kind = FileKind::Directory;
        return status;
    }
    const auto found = m_names.find(target);
    if (found == m_names.end()) return fileError(Touch::Read, path, ENOENT);
    status = found->second->status;
    status.size = found->second->bytes.size();
    status.writable = (status.mode & 0200u) != 0;
    return status;
}

Result<std::string> MemoryFileSystem::resolve(const std::string& path) const {
    const std::lock_guard guard(m_mutex);
    std::string target = followed(path);
    if (target.empty()) return fileError(Touch::Read, path, ELOOP);
    return target;
}

Result<std::string> MemoryFileSystem::read(const std::string& path, std::size_t mostBytes) const {
    const std::lock_guard guard(m_mutex);
    const std::string target = followed(path);
    if (m_directories.contains(target)) return isDirectory(Touch::Read, path);
    const auto found = m_names.find(target);
    if (found == m_names.end()) return fileError(Touch::Read, path, ENOENT);
    if ((found->second->status.mode & 0400u) == 0) return fileError(Touch::Read, path, EACCES);
    const std::string& bytes = found->second->bytes;
    if (bytes.size() > mostBytes) return fileTooLarge(path, bytes.size(), mostBytes);
    return bytes;
}

Result<std::vector<std::string>> MemoryFileSystem::list(const std::string& directory) const {
    const std::lock_guard guard(m_mutex);
    if (!m_directories.contains(directory)) return fileError(Touch::Read, directory, ENOENT);
    std::vector<std::string> names;
    for (const auto& named : m_names)
        if (directoryOf(named.first) == directory) names.push_back(nameOf(named.first));
    return names; // the map is sorted
}

Result<std::unique_ptr<OutputFile>> MemoryFileSystem::create(const std::string& path, std::uint32_t mode,
                                                             const FileStatus* like) {
    const std::lock_guard guard(m_mutex);
    if (const int number = step()) return fileError(Touch::Write, path, number);
    if (!m_directories.contains(directoryOf(path))) return fileError(Touch::Write, path, ENOENT);
    if (m_readOnly.contains(directoryOf(path))) return fileError(Touch::Write, path, EACCES);
    if (m_names.contains(path)) {
        Error taken = fileError(Touch::Write, path, EEXIST);
        taken.code = ErrorCode::BadUsage;
        return taken;
    }
    auto file = std::make_shared<File>();
    file->status.mode = like ? like->mode : mode & ~022u;
    file->status.modified = m_clock;
    m_names[path] = file;
    return std::unique_ptr<OutputFile>(std::make_unique<Output>(*this, path, file));
}

Result<void> MemoryFileSystem::rename(const std::string& from, const std::string& to) {
    const std::lock_guard guard(m_mutex);
    if (const int number = step()) return fileError(Touch::Write, to, number);
    const auto found = m_names.find(from);
    if (found == m_names.end()) return fileError(Touch::Write, to, ENOENT);
    const auto file = found->second;
    if (const auto other = m_names.find(to); other != m_names.end() && other->second == file) return {};
    m_names.erase(found);
    m_names[to] = file;
    return {};
}

Result<void> MemoryFileSystem::link(const std::string& from, const std::string& to) {
    const std::lock_guard guard(m_mutex);
    if (const int number = step()) return fileError(Touch::Write, to, number);
    if (!m_secondNames) return fileError(Touch::Write, to, EPERM);
    const auto found = m_names.find(from);
    if (found == m_names.end()) return fileError(Touch::Write, to, ENOENT);
    if (m_names.contains(to)) return fileError(Touch::Write, to, EEXIST);
    const auto file = found->second;
    m_names[to] = file;
    return {};
}

Result<void> MemoryFileSystem::remove(const std::string& path) {
    const std::lock_guard guard(m_mutex);
    if (const int number = step()) return fileError(Touch::Write, path, number);
    m_names.erase(path);
    return {};
}

Result<void> MemoryFileSystem::syncDirectory(const std::string& directory) {
    const std::lock_guard guard(m_mutex);
    if (const int number = step()) return fileError(Touch::Write, directory, number);
    std::erase_if(m_durable, [&](const auto& named) { return directoryOf(named.first) == directory; });
    for (const auto& named : m_names)
        if (directoryOf(named.first) == directory) m_durable.insert(named);
    return {};
}

Result<void> MemoryFileSystem::makeDirectories(const std::string& directory, std::uint32_t) {
    const std::lock_guard guard(m_mutex);
    for (std::string at = directory; m_directories.insert(at).second;) at = directoryOf(at);
    return {};
}

Result<std::unique_ptr<LockHandle>> MemoryFileSystem::lock(const std::string& path, std::string& holder) {
    const std::lock_guard guard(m_mutex);
    if (m_readOnly.contains(directoryOf(path))) return fileError(Touch::Write, path, EACCES);
    auto& file = m_names[path];
    if (!file) file = std::make_shared<File>();
    if (!m_locked.insert(path).second) {
        holder = file->bytes;
        return std::unique_ptr<LockHandle>();
    }
    return std::unique_ptr<LockHandle>(std::make_unique<Lock>(*this, path));
}

} // namespace sky::store
