// SPDX-License-Identifier: GPL-3.0-or-later
// Where routed links write their names: on the line, where no box, border, other line or other label is in the way.
// A label takes its best place that no label of a smaller key has taken, so that the result does not depend on history.
#include "layout/router.h"

#include <algorithm>
#include <queue>

namespace sky::layout {

std::vector<Rect> Router::labelPlaces(const State& state) const {
    std::vector<Rect> places;
    if (!state.link || state.link->label.width <= 0 || state.link->label.height <= 0) return places;
    const std::vector<Point>& points = state.routed.points;
    const Size size = state.link->label;
    struct Run {
        std::size_t at;
        std::int32_t length;
        bool horizontal;
    };
    std::vector<Run> runs;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const bool horizontal = points[i].y == points[i + 1].y;
        runs.push_back({i, std::abs(points[i + 1].x - points[i].x) + std::abs(points[i + 1].y - points[i].y), horizontal});
    }
    std::stable_sort(runs.begin(), runs.end(), [&](const Run& a, const Run& b) {
        const bool aFits = a.length >= (a.horizontal ? size.width : size.height) + 16;
        const bool bFits = b.length >= (b.horizontal ? size.width : size.height) + 16;
        if (aFits != bFits) return aFits;
        if (a.horizontal != b.horizontal) return a.horizontal;
        return a.length > b.length;
    });
    if (runs.size() > 6) runs.resize(6);
    for (const Run& run : runs) {
        const Point a = points[run.at];
        const Point b = points[run.at + 1];
        const std::int32_t need = (run.horizontal ? size.width : size.height) + 16;
        for (const std::int32_t eighth : {4, 2, 6, 1, 7}) {
            const Point middle{a.x + static_cast<std::int32_t>(std::int64_t{b.x - a.x} * eighth / 8),
                               a.y + static_cast<std::int32_t>(std::int64_t{b.y - a.y} * eighth / 8)};
            const Rect on{middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height};
            if (run.length >= need) {
                places.push_back(on);
            }
            if (run.horizontal && (run.length < need || eighth == 4)) { // above or below a line too short or too full
                places.push_back(on.translated({0, -size.height / 2 - 3}));
                places.push_back(on.translated({0, size.height / 2 + 3}));
            } else if (!run.horizontal && (run.length < need || eighth == 4)) {
                places.push_back(on.translated({size.width / 2 + 4, 0}));
                places.push_back(on.translated({-size.width / 2 - 4, 0}));
            }
            if (run.length < need) break;
        }
    }
    return places;
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
        } else {
            fits = !Area::of(found.body).overlaps(area);
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
        std::vector<Rect> places = labelPlaces(state);
        if (places != state.labelPlaces) {
            for (const Rect& place : state.labelPlaces) m_labelIndex.erase(number, Area::of(place));
            for (const Rect& place : places) m_labelIndex.insert(number, Area::of(place));
            state.labelPlaces = std::move(places);
        }
        if (!state.labelPlaces.empty() || !state.routed.label.empty()) enqueue(number);
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
        bool free = true;
        for (const Rect& place : state.labelPlaces) {
            if (!labelFits(place, number)) continue;
            bool taken = false;
            m_labelIndex.query(Area::of(place), [&](std::int32_t other, const Area&) {
                if (other == number || taken || !earlier(other, number)) return;
                const Rect& label = m_states[static_cast<std::size_t>(other)].routed.label;
                taken = label.intersects(place);
            });
            if (taken) continue;
            chosen = place;
            break;
        }
        if (chosen.empty() && !state.labelPlaces.empty()) {
            chosen = state.labelPlaces.front();
            free = false;
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
