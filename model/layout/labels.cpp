// SPDX-License-Identifier: GPL-3.0-or-later
// Where routed links write their names: on the line, where no box, border, other line or other label is in the way.
// A label takes its best place that no label of a smaller key has taken, so that the result does not depend on history.
#include "layout/router.h"

#include <algorithm>
#include <queue>

namespace sky::layout {

namespace {

struct Run { // a straight piece of a line, and where on it a label may have its middle
    Point a;
    Point b;
    bool horizontal = true;
    bool fits = false; // the label stands on it with line to be seen at both ends
    std::int32_t length = 0;
};

constexpr std::size_t kMostRuns = 8;
constexpr std::int32_t kLineSeen = 8;   // of the line at either end of a label
constexpr std::int32_t kArrowSeen = 14; // and where its arrowhead is
constexpr std::int32_t kMostSteps = 100;
constexpr std::int32_t kSixteenths[] = {8, 4, 12, 2, 14, 6, 10, 0, 16};

// The same words stand best on a piece long enough for them, level rather than upright, the longer the better.
std::vector<Run> runsOf(const std::vector<Point>& points, Size size) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        Run run{points[i], points[i + 1], points[i].y == points[i + 1].y, false, 0};
        run.length = std::abs(run.b.x - run.a.x) + std::abs(run.b.y - run.a.y);
        run.fits = run.length >= (run.horizontal ? size.width : size.height) + 2 * kLineSeen;
        runs.push_back(run);
    }
    std::stable_sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
        if (a.fits != b.fits) return a.fits;
        if (a.horizontal != b.horizontal) return a.horizontal;
        return a.length > b.length;
    });
    if (runs.size() > kMostRuns) runs.resize(kMostRuns);
    return runs;
}

// So far on the way from one middle to another.
Rect placeBetween(Point a, Point b, std::int32_t step, std::int32_t steps, Size size) {
    const Point middle{a.x + static_cast<std::int32_t>((std::int64_t{b.x} - a.x) * step / steps),
                       a.y + static_cast<std::int32_t>((std::int64_t{b.y} - a.y) * step / steps)};
    return {middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height};
}

} // namespace

// Calls attempt(place) from the best place on until it says true: on the line first, then beside the middles of its pieces,
// then beside it anywhere, a little off it, and at last everywhere in small steps.
template <class Attempt>
void Router::eachLabelPlace(const State& state, Attempt attempt) const {
    if (!state.link || state.link->label.width <= 0 || state.link->label.height <= 0) return;
    const Size size = state.link->label;
    const Point arrow = state.routed.points.empty() ? Point{} : state.routed.points.back();
    const std::vector<Run> runs = runsOf(state.routed.points, size);
    const auto beside = [&](const Run& run, const Rect& on, std::int32_t off) {
        const Point by = run.horizontal ? Point{0, -size.height / 2 - 3 - off} : Point{size.width / 2 + 4 + off, 0};
        return attempt(on.translated(by)) || attempt(on.translated({-by.x, -by.y}));
    };
    const auto middles = [&](const Run& run) { // the first and the last on this run, the line seen at both ends
        const std::int32_t half = (run.horizontal ? size.width : size.height) / 2;
        const bool slanted = run.a.x != run.b.x && run.a.y != run.b.y;
        const auto inward = [&](Point from, Point to) {
            const std::int32_t by = slanted ? 0 : std::min(run.length / 2, half + (from == arrow ? kArrowSeen : kLineSeen));
            return from + Point{to.x > from.x ? by : to.x < from.x ? -by : 0, to.y > from.y ? by : to.y < from.y ? -by : 0};
        };
        return std::pair{inward(run.a, run.b), inward(run.b, run.a)};
    };
    for (const Run& run : runs) {
        if (run.fits) {
            const auto [first, last] = middles(run);
            for (const std::int32_t at : kSixteenths)
                if (attempt(placeBetween(first, last, at, 16, size))) return;
        }
        if (beside(run, placeBetween(run.a, run.b, 8, 16, size), 0)) return;
    }
    for (const std::int32_t off : {0, 10})
        for (const Run& run : runs)
            for (const std::int32_t at : kSixteenths)
                if ((off > 0 || at != 8) && beside(run, placeBetween(run.a, run.b, at, 16, size), off)) return;
    for (const bool on : {true, false}) {
        for (const Run& run : runs) {
            if (on && !run.fits) continue;
            const auto [first, last] = on ? middles(run) : std::pair{run.a, run.b};
            const std::int32_t steps = std::clamp((std::abs(last.x - first.x) + std::abs(last.y - first.y)) / 4, 1, kMostSteps);
            for (std::int32_t step = 0; step <= steps; ++step) {
                const Rect place = placeBetween(first, last, step, steps, size);
                if (on ? attempt(place) : beside(run, place, 0)) return;
            }
        }
    }
}

bool Router::labelFits(const Rect& place, std::int32_t number) const {
    const Area area = Area::of(place);
    bool fits = true;
    m_scene.query(area, [&](std::int32_t box, bool title) {
        if (!fits) return;
        const SceneBox& found = *m_scene.box(box);
        if (title) {
            fits = !Area::of(found.title).overlaps(area);
        } else if (found.container) { // on its border?
            const Area body = Area::of(found.body);
            const bool inside = area.left > body.left && area.right < body.right && area.top > body.top && area.bottom < body.bottom;
            fits = inside || !body.touches(area);
        } else if (found.words.empty()) {
            fits = !Area::of(found.body).overlaps(area);
        } else { // beside a tile, above its caption, is as good a place as any
            fits = !Area::of(found.anchor).overlaps(area) && !Area::of(found.words).overlaps(area);
        }
    });
    if (!fits) return false;
    m_drawnIndex.query(area, [&](std::int32_t link, const Area&) {
        if (link != number) fits = false;
    });
    return fits;
}

void Router::relabel() {
    const auto keyOf = [&](std::int32_t number) -> const std::string& {
        return m_states[static_cast<std::size_t>(number)].link->key;
    };
    const auto earlier = [&](std::int32_t a, std::int32_t b) { return keyOf(a) < keyOf(b); };
    const auto later = [&](std::int32_t a, std::int32_t b) { return earlier(b, a); };
    std::priority_queue<std::int32_t, std::vector<std::int32_t>, decltype(later)> open(later);
    const auto enqueue = [&](std::int32_t number) {
        State& state = m_states[static_cast<std::size_t>(number)];
        if (state.queued) return;
        state.queued = true;
        open.push(number);
    };
    for (const std::int32_t number : m_rerouted) {
        State& state = m_states[static_cast<std::size_t>(number)];
        if (state.link->label.width > 0 || !state.routed.label.empty()) enqueue(number);
    }
    const auto touch = [&](const Area& area) {
        m_labelIndex.query(area, [&](std::int32_t number, const Area&) { enqueue(number); });
    };
    if (m_rerouted.size() < m_links) { // else every label is placed again anyway
        for (const Area& area : m_drawnChanges) touch(area);
        for (const Area& area : m_changed) touch(area);
    }
    while (!open.empty()) {
        const std::int32_t number = open.top();
        open.pop();
        State& state = m_states[static_cast<std::size_t>(number)];
        state.queued = false;
        Rect chosen;
        bool free = false;
        std::vector<Rect> tried;
        eachLabelPlace(state, [&](const Rect& place) {
            tried.push_back(place);
            if (!labelFits(place, number)) return false;
            bool taken = false;
            m_labelIndex.query(Area::of(place), [&](std::int32_t other, const Area&) {
                if (other == number || taken || !earlier(other, number)) return;
                const Rect& label = m_states[static_cast<std::size_t>(other)].routed.label;
                taken = label.intersects(place);
            });
            if (taken) return false;
            chosen = place;
            free = true;
            return true;
        });
        if (tried.empty()) free = true;
        else if (!free) chosen = tried.front();
        if (tried != state.labelTried) {
            for (const Rect& place : state.labelTried) m_labelIndex.erase(number, Area::of(place));
            for (const Rect& place : tried) m_labelIndex.insert(number, Area::of(place));
            state.labelTried = std::move(tried);
        }
        const Rect before = state.routed.label;
        state.routed.labelFree = free;
        if (before == chosen) continue;
        state.routed.label = chosen;
        for (const Rect& area : {before, chosen}) {
            if (area.empty()) continue;
            m_labelIndex.query(Area::of(area), [&](std::int32_t other, const Area&) {
                if (other != number && earlier(number, other)) enqueue(other);
            });
        }
    }
}

} // namespace sky::layout
