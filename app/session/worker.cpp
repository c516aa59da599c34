// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/worker.h"

#include "layout/live.h"

namespace sky::session {

namespace {

// Above this many links the final routes are worth a first answer without them.
constexpr std::size_t kManyLinks = 400;

constexpr layout::RouteOptions kQuick{true, true};
constexpr layout::RouteOptions kFinal{false, true};

} // namespace

struct Worker::State {
    std::shared_ptr<const topology::Topology> topology;
    layout::LiveRoutes routes{kFinal}; // looks only at what an edit touches
};

Worker::Worker(const catalog::Catalog& catalog, Deliver deliver)
    : m_catalog(catalog), m_deliver(std::move(deliver)), m_thread([this] { run(); }) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Worker::submit(WorkerTask task) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_next && m_next->anew) task.anew = true; // the one never started was to do so
        m_next = std::move(task);
    }
    m_wake.notify_one();
}

bool Worker::overtaken() {
    const std::lock_guard lock(m_mutex);
    return m_stop || m_next.has_value();
}

void Worker::run() {
    State state;
    for (;;) {
        std::optional<WorkerTask> task;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stop || m_next.has_value(); });
            if (m_stop) return;
            task.swap(m_next);
        }
        work(state, *std::move(task));
    }
}

void Worker::work(State& state, WorkerTask&& task) {
    const auto answer = [&](const picture::SceneSource& source, bool exact) {
        WorkerResult result{task.revision, task.ticket, exact, source, nullptr};
        if (task.anew) {
            result.scene = std::make_shared<picture::Scene>(task.options);
            result.scene->update(source);
        }
        m_deliver(std::move(result));
    };

    state.topology = std::make_shared<const topology::Topology>(
        state.topology ? state.topology->after(task.diagram) : topology::Topology::of(task.diagram, m_catalog));
    picture::SceneSource source;
    source.topology = state.topology;
    const bool quickFirst = task.anew && task.diagram.links().size() > kManyLinks;
    if (quickFirst) {
        source.placement = std::make_shared<const layout::Placement>(layout::placementOf(*state.topology));
        source.routes =
            std::make_shared<const layout::Routes>(layout::routesOf(*state.topology, *source.placement, kQuick));
        answer(source, false);
        task.anew = false;
        if (overtaken()) return;
    }
    state.routes.follow(*state.topology);
    source.placement = std::make_shared<const layout::Placement>(state.routes.placement());
    source.routes = std::make_shared<const layout::Routes>(state.routes.routes());
    answer(source, true);
}

} // namespace sky::session
