// SPDX-License-Identifier: GPL-3.0-or-later
// The thread behind Jobs. It always works on the newest snapshot handed in; one that came too late is never started.
// A large drawing, and an edit that moves many links, is answered twice: with the quick shape of the links first, then
// with the final one.
#pragma once

#include "picture/scene.h"

#include <QtGlobal>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace sky::session {

struct WorkerTask {
    quint64 revision = 0;
    diagram::Diagram diagram;
    picture::Options options;
    bool anew = false; // the scene is to be made from nothing, here, as it would hold up the GUI thread
    quint64 ticket = 0;
};

struct WorkerResult {
    quint64 revision = 0;
    quint64 ticket = 0;
    bool exact = true;
    picture::SceneSource source;
    std::shared_ptr<picture::Scene> scene; // only when it was made anew
};

class Worker {
  public:
    using Deliver = std::function<void(WorkerResult&&)>; // called on the worker's thread

    Worker(const catalog::Catalog& catalog, Deliver deliver);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void submit(WorkerTask task);

  private:
    struct State;
    void run();
    void work(State& state, WorkerTask&& task);
    [[nodiscard]] bool overtaken();

    const catalog::Catalog& m_catalog;
    Deliver m_deliver;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<WorkerTask> m_next;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace sky::session
