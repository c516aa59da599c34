// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/file_system.h"

#include "store/file_errors.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sky::store {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int number) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() { (void)close(); }
    [[nodiscard]] int get() const { return m_number; }
    [[nodiscard]] bool good() const { return m_number >= 0; }
    int close() {
        const int number = std::exchange(m_number, -1);
        return number < 0 ? 0 : ::close(number);
    }

  private:
    int m_number;
};

Descriptor openFile(const std::string& path, int flags, unsigned mode = 0) {
    int number = -1;
    do number = ::open(path.c_str(), flags | O_CLOEXEC, mode);
    while (number < 0 && errno == EINTR);
    return Descriptor(number);
}

bool writeAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), std::min<std::size_t>(bytes.size(), 1u << 30));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// The whole of an open file, at most `most` bytes; false and errno on failure, EFBIG when there is more.
bool readAll(int descriptor, std::size_t expected, std::size_t most, std::string& into) {
    into.resize(std::min(expected, most) + 1); // one more, to see that the file ends
    std::size_t filled = 0;
    for (;;) {
        if (filled == into.size()) {
            if (filled > most) break;
            into.resize(std::min(most + 1, filled + filled / 2 + 4096)); // it grew while we read
        }
        const ssize_t got = ::read(descriptor, into.data() + filled, into.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return false;
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    into.resize(filled);
    if (filled <= most) return true;
    errno = EFBIG;
    return false;
}

bool sync(int descriptor) {
    int result = 0;
    do result = ::fsync(descriptor);
    while (result != 0 && errno == EINTR);
    return result == 0;
}

class PosixOutputFile final : public OutputFile {
  public:
    PosixOutputFile(std::string path, Descriptor descriptor)
        : m_path(std::move(path)), m_descriptor(std::move(descriptor)) {}
    Result<void> write(std::string_view bytes) override {
        if (!writeAll(m_descriptor.get(), bytes)) return fileError(Touch::Write, m_path, errno);
        return {};
    }
    Result<void> sync() override {
        if (!store::sync(m_descriptor.get())) return fileError(Touch::Write, m_path, errno);
        return {};
    }
    Result<void> close() override {
        if (m_descriptor.close() != 0 && errno != EINTR) return fileError(Touch::Write, m_path, errno);
        return {};
    }

  private:
    std::string m_path;
    Descriptor m_descriptor;
};

constexpr std::size_t kMostLockBytes = 4096;

class PosixLock final : public LockHandle {
  public:
    PosixLock(std::string path, Descriptor descriptor) : m_path(std::move(path)), m_descriptor(std::move(descriptor)) {}
    ~PosixLock() override {
        if (!m_abandoned) ::unlink(m_path.c_str()); // while still locked, so that nobody's else is removed
    }
    std::string contents() const override {
        std::string bytes;
        ::lseek(m_descriptor.get(), 0, SEEK_SET);
        return readAll(m_descriptor.get(), 256, kMostLockBytes, bytes) ? bytes : std::string();
    }
    Result<void> setContents(std::string_view bytes) override {
        if (::ftruncate(m_descriptor.get(), 0) != 0 || ::lseek(m_descriptor.get(), 0, SEEK_SET) != 0 ||
            !writeAll(m_descriptor.get(), bytes))
            return fileError(Touch::Write, m_path, errno);
        return {};
    }
    void abandon() override { m_abandoned = true; }

  private:
    std::string m_path;
    Descriptor m_descriptor;
    bool m_abandoned = false;
};

class PosixFileSystem final : public FileSystem {
  public:
    Result<FileStatus> status(const std::string& path) const override {
        struct stat info {};
        if (::stat(path.c_str(), &info) != 0) return fileError(Touch::Read, path, errno);
        FileStatus status;
        status.kind = S_ISREG(info.st_mode)   ? FileKind::Regular
                      : S_ISDIR(info.st_mode) ? FileKind::Directory
                                              : FileKind::Other;
        status.size = static_cast<std::uint64_t>(info.st_size);
        status.mode = info.st_mode & 07777u;
        status.owner = info.st_uid;
        status.group = info.st_gid;
        status.modified = info.st_mtim.tv_sec;
        status.writable = ::access(path.c_str(), W_OK) == 0;
        return status;
    }

    Result<std::string> resolve(const std::string& path) const override {
        std::string at = path;
        for (int links = 0; links < 40; ++links) {
            char target[PATH_MAX];
            const ssize_t length = ::readlink(at.c_str(), target, sizeof target);
            if (length < 0) {
                if (errno == EINVAL || errno == ENOENT) return at; // not a link, or nothing there yet
                return fileError(Touch::Read, at, errno);
            }
            const std::string next(target, static_cast<std::size_t>(length));
            at = next.starts_with('/') ? next : joined(directoryOf(at), next);
        }
        return fileError(Touch::Read, path, ELOOP);
    }

    Result<std::string> read(const std::string& path, std::size_t mostBytes) const override {
        // Not blocking, so that a pipe without a writer is refused instead of waited for.
        const Descriptor file = openFile(path, O_RDONLY | O_NONBLOCK);
        if (!file.good()) return fileError(Touch::Read, path, errno);
        struct stat info {};
        if (::fstat(file.get(), &info) != 0) return fileError(Touch::Read, path, errno);
        if (S_ISDIR(info.st_mode)) return isDirectory(Touch::Read, path);
        if (!S_ISREG(info.st_mode)) return notRegular(path);
        const std::uint64_t size = static_cast<std::uint64_t>(info.st_size);
        if (size > mostBytes) return fileTooLarge(path, size, mostBytes);
        std::string bytes;
        if (readAll(file.get(), static_cast<std::size_t>(size), mostBytes, bytes)) return bytes;
        if (errno == EFBIG) return fileTooLarge(path, bytes.size(), mostBytes);
        return fileError(Touch::Read, path, errno);
    }

    Result<std::vector<std::string>> list(const std::string& directory) const override {
        DIR* entries = ::opendir(directory.c_str());
        if (!entries) return fileError(Touch::Read, directory, errno);
        std::vector<std::string> names;
        while (const dirent* entry = ::readdir(entries)) {
            const std::string name = entry->d_name;
            if (name != "." && name != "..") names.push_back(name);
        }
        ::closedir(entries);
        std::sort(names.begin(), names.end());
        return names;
    }

    Result<std::unique_ptr<OutputFile>> create(const std::string& path, std::uint32_t mode,
                                               const FileStatus* like) override {
        Descriptor file = openFile(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, like ? 0600u : mode);
        if (!file.good()) {
            Error error = fileError(Touch::Write, path, errno);
            if (errno == EEXIST) error.code = ErrorCode::BadUsage;
            return error;
        }
        if (like) {
            // The owner can be kept only by root; the group only by its members. Permissions must be kept.
            if (::fchown(file.get(), like->owner, like->group) != 0)
                (void)!::fchown(file.get(), static_cast<uid_t>(-1), like->group);
            if (::fchmod(file.get(), like->mode) != 0) {
                const int number = errno;
                ::unlink(path.c_str());
                return fileError(Touch::Write, path, number);
            }
        }
        return std::unique_ptr<OutputFile>(std::make_unique<PosixOutputFile>(path, std::move(file)));
    }

    Result<void> rename(const std::string& from, const std::string& to) override {
        if (::rename(from.c_str(), to.c_str()) != 0) return fileError(Touch::Write, to, errno);
        return {};
    }
    Result<void> link(const std::string& from, const std::string& to) override {
        if (::link(from.c_str(), to.c_str()) != 0) return fileError(Touch::Write, to, errno);
        return {};
    }
    Result<void> remove(const std::string& path) override {
        if (::unlink(path.c_str()) != 0 && errno != ENOENT) return fileError(Touch::Write, path, errno);
        return {};
    }
    Result<void> syncDirectory(const std::string& directory) override {
        const Descriptor folder = openFile(directory, O_RDONLY | O_DIRECTORY);
        if (!folder.good()) return fileError(Touch::Write, directory, errno);
        // Some network disks cannot sync a directory; there is nothing more to be done then.
        if (!sync(folder.get()) && errno != EINVAL && errno != ENOTSUP)
            return fileError(Touch::Write, directory, errno);
        return {};
    }
    Result<void> makeDirectories(const std::string& directory, std::uint32_t mode) override {
        for (std::size_t end = 1; end != 0 && end <= directory.size();) {
            const std::size_t slash = directory.find('/', end);
            const std::string part = directory.substr(0, slash);
            if (::mkdir(part.c_str(), mode) != 0 && errno != EEXIST) {
                const int number = errno;
                struct stat info {};
                if (::stat(part.c_str(), &info) != 0 || !S_ISDIR(info.st_mode))
                    return fileError(Touch::Write, part, number);
            }
            if (slash == std::string::npos) break;
            end = slash + 1;
        }
        return {};
    }

    Result<std::unique_ptr<LockHandle>> lock(const std::string& path, std::string& holder) override {
        // Between opening and locking the previous holder may have removed the file: then it is opened anew.
        for (int attempt = 0; attempt < 100; ++attempt) {
            Descriptor file = openFile(path, O_RDWR | O_CREAT | O_NOFOLLOW, 0644);
            if (!file.good()) return fileError(Touch::Write, path, errno);
            if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
                if (errno == EINTR) continue;
                if (errno != EWOULDBLOCK) return fileError(Touch::Write, path, errno);
                if (!readAll(file.get(), 256, kMostLockBytes, holder)) holder.clear();
                return std::unique_ptr<LockHandle>();
            }
            struct stat mine {};
            struct stat named {};
            if (::fstat(file.get(), &mine) == 0 && ::stat(path.c_str(), &named) == 0 && mine.st_ino == named.st_ino &&
                mine.st_dev == named.st_dev)
                return std::unique_ptr<LockHandle>(std::make_unique<PosixLock>(path, std::move(file)));
        }
        return fileError(Touch::Write, path, EBUSY);
    }
};

} // namespace

FileSystem& posixFileSystem() {
    static PosixFileSystem files;
    return files;
}

std::string directoryOf(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string nameOf(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

std::string joined(const std::string& directory, const std::string& name) {
    if (directory.empty() || directory == ".") return name;
    return directory.ends_with('/') ? directory + name : directory + '/' + name;
}

} // namespace sky::store
