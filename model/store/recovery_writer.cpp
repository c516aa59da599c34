// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recovery.h"

#include "store/atomic_replace.h"
#include "store/project_format.h"
#include "store/recovery_file.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace sky::store {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// From the first unsaved edit to the snapshot on the disk, writing included.
constexpr milliseconds kMostLoss{1000};
constexpr milliseconds kReserve{200};     // for a disk that is slower than last time
constexpr milliseconds kLongestWait{600}; // edits that come together are written together

std::string newFileName(const std::string& folder) {
    static std::atomic<std::uint64_t> counter{0};
    const ProcessIdentity self = thisProcess();
    return joined(folder, std::to_string(self.pid) + "-" + std::to_string(self.start) + "-" +
                              std::to_string(++counter) + std::string(kRecoveryEnding));
}

} // namespace

struct RecoveryWriter::Worker {
    Worker(FileSystem& disk, std::string where, std::string project)
        : files(disk)
        , folder(std::move(where))
        , file(newFileName(folder))
        , projectPath(std::move(project))
        , thread([this] { run(); }) {}

    void run() {
        std::unique_lock lock(mutex);
        for (;;) {
            wake.wait(lock, [this] { return stop || pending || remove; });
            if (remove) {
                remove = false;
                busy = true;
                lock.unlock();
                const Result<void> removed = folder.empty() ? Result<void>() : files.remove(file);
                lock.lock();
                busy = false;
                problem.reset();
                if (!removed) problem = removed.error();
                idle.notify_all();
                continue;
            }
            if (!pending) break; // stop
            if (!stop && !hurry && wake.wait_until(lock, due, [this] { return stop || hurry || remove || !pending; }))
                if (remove || !pending) continue;
            const diagram::Diagram snapshot = *std::exchange(pending, std::nullopt);
            const std::string path = projectPath;
            busy = true;
            lock.unlock();
            const Clock::time_point started = Clock::now();
            Result<void> written = write(snapshot, path);
            const auto took = std::chrono::duration_cast<milliseconds>(Clock::now() - started);
            lock.lock();
            lastWrite = took;
            busy = false;
            problem.reset();
            if (!written) problem = written.error();
            if (!pending) hurry = false;
            idle.notify_all();
        }
    }

    Result<void> write(const diagram::Diagram& snapshot, const std::string& path) {
        if (folder.empty())
            return Error{ErrorCode::NotWritable, "",
                         say("there is no place for recovery files: neither XDG_STATE_HOME nor HOME is set.",
                             "복구 파일을 둘 곳이 없습니다. XDG_STATE_HOME도 HOME도 설정되지 않았습니다."),
                         say("Set HOME, and save often until then.", "HOME을 설정하고, 그때까지는 자주 저장하세요.")};
        const Result<std::string> project = save(snapshot);
        if (!project) return project.error();
        if (auto made = files.makeDirectories(folder, 0700); !made) return made;
        const Result<Replaced> replaced =
            replaceFile(files, file, recoveryHeader(path) + *project, {.backup = false, .mode = 0600});
        if (!replaced) return replaced.error();
        return {};
    }

    FileSystem& files;
    const std::string folder;
    const std::string file;

    std::mutex mutex;
    std::condition_variable wake; // for the worker
    std::condition_variable idle; // for whoever waits for it
    std::optional<diagram::Diagram> pending;
    std::string projectPath;
    Clock::time_point due;
    milliseconds lastWrite{0};
    std::optional<Error> problem;
    bool remove = false;
    bool busy = false;
    bool hurry = false;
    bool stop = false;
    std::thread thread; // last: it uses all of the above
};

RecoveryWriter::RecoveryWriter(FileSystem& files, std::string folder, std::string projectPath)
    : m_worker(std::make_unique<Worker>(files, std::move(folder), std::move(projectPath))) {}

RecoveryWriter::~RecoveryWriter() {
    {
        const std::lock_guard lock(m_worker->mutex);
        m_worker->stop = true;
    }
    m_worker->wake.notify_all();
    m_worker->thread.join();
}

void RecoveryWriter::changed(diagram::Diagram snapshot) {
    Worker& worker = *m_worker;
    std::optional<diagram::Diagram> dropped(std::move(snapshot));
    {
        const std::lock_guard lock(worker.mutex);
        if (!worker.pending) {
            const milliseconds wait = kMostLoss - kReserve - 2 * worker.lastWrite;
            worker.due = Clock::now() + std::clamp(wait, milliseconds(0), kLongestWait);
        }
        std::swap(worker.pending, dropped); // the older snapshot is let go outside of the lock
    }
    worker.wake.notify_all();
}

void RecoveryWriter::clean(std::string projectPath) {
    Worker& worker = *m_worker;
    std::optional<diagram::Diagram> dropped;
    {
        std::unique_lock lock(worker.mutex);
        std::swap(worker.pending, dropped);
        if (!projectPath.empty()) worker.projectPath = std::move(projectPath);
        worker.remove = true;
        worker.wake.notify_all();
        worker.idle.wait(lock, [&worker] { return !worker.remove && !worker.busy; });
    }
}

void RecoveryWriter::flush() {
    Worker& worker = *m_worker;
    std::unique_lock lock(worker.mutex);
    worker.hurry = true;
    worker.wake.notify_all();
    worker.idle.wait(lock, [&worker] { return !worker.pending && !worker.remove && !worker.busy; });
    worker.hurry = false;
}

std::optional<Error> RecoveryWriter::problem() const {
    const std::lock_guard lock(m_worker->mutex);
    return m_worker->problem;
}

} // namespace sky::store
