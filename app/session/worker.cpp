// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/worker.h"

#include "layout/live.h"
#include "layout/scene_of.h"

#include <set>
#include <unordered_set>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace sky::session {

namespace {

// Above this many links the final routes are worth a first answer without them.
constexpr std::size_t kManyLinks = 400;
constexpr std::size_t kManyTouched = 150; // of an edit

constexpr layout::RouteOptions kQuick{true, true};
constexpr layout::RouteOptions kFinal{false, true};

// Whether an edit moves more links than can be led round everything within a frame.
bool touchesMany(const diagram::Diagram& before, const diagram::Diagram& now) {
    std::size_t links = 0;
    const auto count = [&](const ElementId& id, const auto& self) -> void {
        links += now.linksAt(id).size();
        for (const ElementId& child : now.children(id)) {
            if (links > kManyTouched) return;
            self(child, self);
        }
    };
    ChunkMap<diagram::Element>::compare(before.elements(), now.elements(),
                                        [&](const diagram::Element* a, const diagram::Element* b) {
                                            if (links > kManyTouched || (a && b && a->frame == b->frame)) return;
                                            count(b ? b->id : a->id, count);
                                        });
    return links > kManyTouched;
}

// Both sorted by id: what stands elsewhere now, or is drawn only before or only now.
std::unordered_set<std::string> movedBetween(const layout::Placement& before, const layout::Placement& now) {
    std::unordered_set<std::string> moved;
    auto a = before.elements().begin();
    auto b = now.elements().begin();
    while (a != before.elements().end() || b != now.elements().end()) {
        const bool gone = b == now.elements().end() || (a != before.elements().end() && a->id < b->id);
        const bool here = a == before.elements().end() || (b != now.elements().end() && b->id < a->id);
        if (gone || here || a->frame != b->frame || a->tile != b->tile) moved.insert((gone ? a->id : b->id).str());
        if (!here) ++a;
        if (!gone) ++b;
    }
    return moved;
}

// How links run until their way is found: those whose both ends went the same way go along, others at what moved get
// their quick shape.
std::vector<layout::Route> meanwhile(const diagram::Diagram& diagram, const std::set<LinkId>& touched,
                                     const layout::Placement& before, const layout::Placement& now,
                                     const layout::Routes& routes) {
    std::vector<layout::Route> answer;
    answer.reserve(routes.all().size());
    for (const layout::Route& route : routes.all())
        if (!touched.contains(route.id) && diagram.link(route.id)) answer.push_back(route);
    for (const LinkId& id : touched) {
        const diagram::Link* link = diagram.link(id);
        const layout::Placed* from = link ? now.find(link->from) : nullptr;
        const layout::Placed* to = link ? now.find(link->to) : nullptr;
        if (!from || !to) continue;
        const layout::Route* known = routes.find(id);
        const layout::Placed* fromBefore = before.find(link->from);
        const layout::Placed* toBefore = before.find(link->to);
        if (known && fromBefore && toBefore && link->waypoints.empty()) {
            const Point by = from->frame.topLeft() - fromBefore->frame.topLeft();
            if (by == to->frame.topLeft() - toBefore->frame.topLeft()) {
                layout::Route route = *known;
                for (Point& point : route.points) point = point + by;
                if (!route.label.empty()) route.label = route.label.translated(by);
                answer.push_back(std::move(route));
                continue;
            }
        }
        layout::Route route;
        route.id = id;
        route.points = layout::coarsePath(layout::terminalOf(*from), layout::terminalOf(*to), link->waypoints);
        answer.push_back(std::move(route));
    }
    return answer;
}

} // namespace

struct Worker::State {
    std::shared_ptr<const topology::Topology> topology;
    std::shared_ptr<const layout::Placement> placement;
    std::shared_ptr<const layout::Routes> lastRoutes;
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

    const std::shared_ptr<const topology::Topology> before = state.topology;
    state.topology = std::make_shared<const topology::Topology>(
        before ? before->after(task.diagram) : topology::Topology::of(task.diagram, m_catalog));
    picture::SceneSource source;
    source.topology = state.topology;
    const auto sayFirst = [&](std::shared_ptr<const layout::Placement> placement, layout::Routes routes) {
        source.placement = state.placement = std::move(placement);
        source.routes = state.lastRoutes = std::make_shared<const layout::Routes>(std::move(routes));
        answer(source, false);
        task.anew = false;
    };
    if (task.anew && task.diagram.links().size() > kManyLinks) {
        auto placement = std::make_shared<const layout::Placement>(layout::placementOf(*state.topology));
        layout::Routes routes = layout::routesOf(*state.topology, *placement, kQuick);
        sayFirst(std::move(placement), std::move(routes));
        if (overtaken()) return;
    } else if (!task.anew && state.placement && touchesMany(before->diagram(), task.diagram)) {
        auto placement = std::make_shared<const layout::Placement>(layout::placementOf(*state.topology));
        std::set<LinkId> touched;
        for (const std::string& id : movedBetween(*state.placement, *placement))
            for (const LinkId& link : task.diagram.linksAt(ElementId(id))) touched.insert(link);
        layout::Routes routes(meanwhile(task.diagram, touched, *state.placement, *placement, *state.lastRoutes));
        sayFirst(std::move(placement), std::move(routes));
        if (overtaken()) return;
    }
    state.routes.follow(*state.topology);
    source.placement = state.placement = std::make_shared<const layout::Placement>(state.routes.placement());
    source.routes = state.lastRoutes = std::make_shared<const layout::Routes>(state.routes.routes());
    answer(source, true);
#ifdef __GLIBC__
    if (task.diagram.links().size() > kManyLinks) malloc_trim(0); // what the way there took is not kept
#endif
}

} // namespace sky::session
