// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/router.h"

#include "base/ensure.h"

#include <algorithm>
#include <bit>

namespace sky::layout {

namespace {

constexpr std::uint32_t kWholeEffort = 200'000'000; // search states for all links together: some seconds at the very worst
constexpr std::uint32_t kLeastEffort = 12'000;
constexpr std::uint32_t kMostEffort = 60'000;

void sortUnique(std::vector<std::int32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

} // namespace

Router::Router(bool sharedTrunks, std::size_t expectedBoxes, std::size_t expectedLinks)
    : m_sharedTrunks(sharedTrunks), m_scene(expectedBoxes * 4),
      m_drawnIndex(expectedLinks * 8), m_labelIndex(expectedLinks * 4) {}

void Router::setBox(std::int32_t number, std::optional<SceneBox> box) {
    ENSURE(number >= 0, "boxes are numbered from 0");
    const SceneBox* old = m_scene.box(number);
    if (old ? box == *old : !box) return;
    const bool placeOnly = old && box && old->parent == box->parent && old->container == box->container && old->solid == box->solid;
    const auto note = [&](const SceneBox& changed) {
        m_changed.push_back(Area::of(changed.body.united(changed.anchor)));
        m_changedIn.push_back(placeOnly ? number : -1);
        if (changed.title.empty()) return;
        m_changed.push_back(Area::of(changed.title));
        m_changedIn.push_back(placeOnly ? number : -1);
    };
    if (old) note(*old);
    if (box) note(*box);
    m_changedBoxes.push_back(number);
    m_scene.set(number, box);
}

void Router::setLink(std::int32_t number, std::optional<RouterLink> link) {
    ENSURE(number >= 0, "links are numbered from 0");
    const auto at = static_cast<std::size_t>(number);
    if (at >= m_states.size()) {
        m_states.resize(at + 1);
        m_sights.resize(at + 1);
    }
    State& state = m_states[at];
    if (state.link == link) return;
    if (link && !state.link) ++m_links;
    if (!link && state.link) --m_links;
    const bool gone = state.link && !link;
    if (gone) { // while its pieces still know their key
        leavePieces(number);
        leaveDrawn(number, state.routed.points, {});
        for (const Rect& place : state.labelTried) m_labelIndex.erase(number, Area::of(place));
        if (!state.routed.label.empty()) m_drawnChanges.push_back(Area::of(state.routed.label));
        state = State{};
        m_sights[at] = {};
        return;
    }
    state.link = std::move(link);
    if (!state.link) return;
    m_sights[at].from = state.link->from;
    m_sights[at].to = state.link->to;
    state.renewed = true;
    makeDirty(number);
}

void Router::makeDirty(std::int32_t number) {
    State& state = m_states[static_cast<std::size_t>(number)];
    if (!state.dirty) m_dirty.push_back(number);
    state.dirty = true;
}

const RoutedLink* Router::routed(std::int32_t number) const {
    const auto at = static_cast<std::size_t>(number);
    return number >= 0 && at < m_states.size() && m_states[at].link ? &m_states[at].routed : nullptr;
}

// Steps with powers of two, so that adding one link does not change what all others may spend.
std::uint32_t Router::budget() const {
    const auto links = static_cast<std::uint32_t>(std::bit_ceil(std::max<std::size_t>(m_links, 1)));
    return std::clamp(kWholeEffort / links, kLeastEffort, kMostEffort);
}

// A box that moves inside a container closed to the link, and stays inside: the link never looked past that container.
bool Router::isHidden(const State& state, std::int32_t change) const {
    const std::int32_t number = m_changedIn[static_cast<std::size_t>(change)];
    if (number < 0 || state.found.anyBox) return false;
    const Area area = m_changed[static_cast<std::size_t>(change)].grown(16);
    const SceneBox* at = m_scene.box(number);
    for (int step = 0; at && at->parent >= 0 && step < 64; ++step) {
        const std::int32_t parent = at->parent;
        at = m_scene.box(parent);
        if (!at || parent == state.link->from || parent == state.link->to) return false;
        if (m_scene.isInside(state.link->from, parent) || m_scene.isInside(state.link->to, parent)) return false;
        if (at->container && at->solid && Area::of(at->body).united(area) == Area::of(at->body) &&
            std::find(m_changedBoxes.begin(), m_changedBoxes.end(), parent) == m_changedBoxes.end())
            return true;
    }
    return false;
}

bool Router::sees(const State& state, const RectIndex& changes, const Area& all) const {
    constexpr std::size_t kFew = 16; // as many are looked at one by one sooner than in an index
    bool touched = false;
    const auto look = [&](const Area& area) {
        if (touched || !area.touches(all)) return;
        if (m_changed.size() <= kFew) {
            for (std::size_t i = 0; i < m_changed.size() && !touched; ++i)
                touched = m_changed[i].touches(area) && !isHidden(state, static_cast<std::int32_t>(i));
            return;
        }
        changes.query(area, [&](std::int32_t change, const Area&) { touched = touched || !isHidden(state, change); });
    };
    for (const Area& area : state.found.seen) look(area);
    const std::vector<Point>& points = state.routed.points;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) look(Area::between(points[i], points[i + 1]).grown(2));
    return touched;
}

void Router::findDirty() {
    const bool effortChanged = m_lastBudget != budget();
    m_lastBudget = budget();
    const auto count = static_cast<std::int32_t>(m_sights.size());
    if (effortChanged) {
        for (std::int32_t number = 0; number < count; ++number)
            if (m_states[static_cast<std::size_t>(number)].link) makeDirty(number);
        return;
    }
    if (m_changed.empty()) return;
    RectIndex changes(m_changed.size());
    Area all = m_changed.front();
    for (std::size_t i = 0; i < m_changed.size(); ++i) {
        changes.insert(static_cast<std::int32_t>(i), m_changed[i]);
        all = all.united(m_changed[i]);
    }
    enum : signed char { kUnknown, kNo, kYes }; // whether a box, or one round it, changed
    std::vector<signed char> changed(static_cast<std::size_t>(m_scene.size()), kUnknown);
    bool nested = false; // what changed may have others in it
    for (const std::int32_t box : m_changedBoxes) {
        changed[static_cast<std::size_t>(box)] = kYes;
        nested = nested || !m_scene.box(box) || m_scene.box(box)->container;
    }
    const auto ownChanged = [&](std::int32_t end) {
        if (end < 0 || end >= m_scene.size()) return false;
        if (!nested) return changed[static_cast<std::size_t>(end)] == kYes;
        signed char answer = kNo;
        std::int32_t last = end;
        for (int step = 0; last >= 0 && last < m_scene.size() && step <= 64; ++step) {
            const signed char known = changed[static_cast<std::size_t>(last)];
            if (known != kUnknown) {
                answer = known;
                break;
            }
            const SceneBox* box = m_scene.box(last);
            last = box ? box->parent : -1;
        }
        for (std::int32_t at = end; at >= 0 && at != last && at < m_scene.size();) {
            signed char& known = changed[static_cast<std::size_t>(at)];
            if (known != kUnknown) break;
            known = answer;
            const SceneBox* box = m_scene.box(at);
            at = box ? box->parent : -1;
        }
        return answer == kYes;
    };
    for (std::int32_t number = 0; number < count; ++number) {
        const Sight& sight = m_sights[static_cast<std::size_t>(number)];
        if (sight.from < 0 && sight.to < 0) continue;
        if (!ownChanged(sight.from) && !ownChanged(sight.to) && !sight.seen.touches(all)) continue;
        const State& state = m_states[static_cast<std::size_t>(number)];
        if (state.dirty || !state.link) continue;
        if (ownChanged(sight.from) || ownChanged(sight.to) || sees(state, changes, all)) makeDirty(number);
    }
}

void Router::leavePieces(std::int32_t number) {
    State& state = m_states[static_cast<std::size_t>(number)];
    for (const std::int32_t gone : state.pieces) {
        m_tracks.erase(gone, piece(gone));
        m_disturbed.push_back(piece(gone));
    }
    for (const std::int32_t gone : state.pieces) {
        m_pieces[static_cast<std::size_t>(gone)] = {};
        m_freePieces.push_back(gone);
    }
    state.pieces.clear();
}

void Router::enterPieces(std::int32_t number) {
    State& state = m_states[static_cast<std::size_t>(number)];
    for (std::size_t i = 0; i < state.found.pieces.size(); ++i) {
        std::int32_t slot = 0;
        if (m_freePieces.empty()) {
            slot = static_cast<std::int32_t>(m_pieces.size());
            m_pieces.emplace_back();
        } else {
            slot = m_freePieces.back();
            m_freePieces.pop_back();
        }
        m_pieces[static_cast<std::size_t>(slot)] = {number, static_cast<std::int32_t>(i), state.found.pieces[i].at};
        state.pieces.push_back(slot);
        m_tracks.insert(slot, state.found.pieces[i]);
        m_disturbed.push_back(state.found.pieces[i]);
    }
}

NudgePiece Router::nudgePiece(std::int32_t number) const {
    const PieceState& at = m_pieces[static_cast<std::size_t>(number)];
    const State& state = m_states[static_cast<std::size_t>(at.link)];
    NudgePiece made;
    made.piece = piece(number);
    made.slot = number;
    made.key = state.link->key;
    made.number = at.at;
    made.from = state.link->from;
    made.to = state.link->to;
    const std::vector<Point>& points = state.found.points;
    const auto first = static_cast<std::size_t>(at.at);
    const bool horizontal = made.piece.horizontal;
    const auto across = [&](std::size_t point) { return horizontal ? points[point].y : points[point].x; };
    const auto along = [&](std::size_t point) { return horizontal ? points[point].x : points[point].y; };
    const auto sign = [](std::int32_t value) { return value < 0 ? -1 : value > 0 ? 1 : 0; };
    const int before = first > 0 ? sign(across(first - 1) - made.piece.at) : 0;
    const int after = first + 2 < points.size() ? sign(across(first + 2) - made.piece.at) : 0;
    const bool forward = along(first) <= along(first + 1);
    // Which way round ties count is told from the ends of the path, so that links to and fro agree on it.
    const bool canonical = points.front() < points.back();
    const bool increasing = forward == canonical;
    made.path = &points;
    made.forward = forward;
    made.mirrored = horizontal != increasing;
    made.turnLow = forward ? before : after;
    made.turnHigh = forward ? after : before;
    made.lean = std::int64_t{first > 0 ? across(first - 1) : made.piece.at} +
                (first + 2 < points.size() ? across(first + 2) : made.piece.at);
    return made;
}

void Router::nudge() {
    std::vector<NudgePiece> group;
    for (const std::vector<std::int32_t>& members : m_tracks.groupsAt(m_disturbed)) {
        group.clear();
        for (const std::int32_t member : members) group.push_back(nudgePiece(member));
        separate(group, m_sharedTrunks);
        for (const NudgePiece& placed : group) {
            PieceState& state = m_pieces[static_cast<std::size_t>(placed.slot)];
            if (state.place == placed.place) continue;
            state.place = placed.place;
            m_rerouted.push_back(state.link);
        }
    }
    m_disturbed.clear();
}

// The path with every piece on its track; the path as found if that would cross a box.
void Router::draw(std::int32_t number) {
    State& state = m_states[static_cast<std::size_t>(number)];
    const FoundPath& found = state.found;
    RoutedLink& routed = state.routed;
    routed.straight = found.straight;
    routed.points = found.points;
    if (!found.pieces.empty()) {
        const auto place = [&](std::size_t i) { return m_pieces[static_cast<std::size_t>(state.pieces[i])].place; };
        const std::size_t count = routed.points.size();
        for (std::size_t i = 0; i < count; ++i) {
            Point& point = routed.points[i];
            if (i > 0) (found.pieces[i - 1].horizontal ? point.y : point.x) = place(i - 1);
            if (i + 1 < count) (found.pieces[i].horizontal ? point.y : point.x) = place(i);
        }
        if (!m_finder.isClear(routed.points, state.link->from, state.link->to)) routed.points = found.points;
        tidyPath(routed.points, state.link->waypoints);
    }
}

void Router::refresh() {
    m_rerouted.clear();
    findDirty();
    std::vector<std::int32_t> dirty = std::move(m_dirty);
    m_dirty.clear();
    std::erase_if(dirty, [&](std::int32_t number) { return !m_states[static_cast<std::size_t>(number)].dirty; }); // gone since
    sortUnique(dirty);
    for (const std::int32_t number : dirty) {
        State& state = m_states[static_cast<std::size_t>(number)];
        state.dirty = false;
        const RouterLink& link = *state.link;
        FoundPath found;
        if (m_scene.box(link.from) && m_scene.box(link.to)) found = m_finder.find(link.from, link.to, link.waypoints, m_lastBudget);
        // Looked at again, but the same path as before: nobody else need know.
        const bool same = !state.renewed && found.points == state.found.points && found.pieces == state.found.pieces;
        if (!same) leavePieces(number);
        state.found = std::move(found);
        if (!same) enterPieces(number);
    }
    m_rerouted = dirty;
    nudge();
    sortUnique(m_rerouted);
    std::erase_if(m_rerouted, [&](std::int32_t number) {
        State& state = m_states[static_cast<std::size_t>(number)];
        std::vector<Point> before = state.routed.points;
        const bool straight = state.routed.straight;
        draw(number);
        const bool same = !state.renewed && before == state.routed.points && straight == state.routed.straight;
        if (!same) {
            leaveDrawn(number, before, state.routed.points);
            enterDrawn(number, state.routed.points, before);
        }
        lookAround(number);
        state.renewed = false;
        return same;
    });
    relabel();
    m_changed.clear();
    m_changedIn.clear();
    m_changedBoxes.clear();
    m_drawnChanges.clear();
}

namespace {

// The lines of a path that are not among those of another, where each counts as often as it is there.
void eachLine(const std::vector<Point>& points, const std::vector<Point>& others, auto visit) {
    const auto countIn = [](const std::vector<Point>& path, std::size_t end, const Area& line) {
        std::size_t count = 0;
        for (std::size_t i = 0; i + 1 < path.size() && i < end; ++i) count += line == Area::between(path[i], path[i + 1]);
        return count;
    };
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Area line = Area::between(points[i], points[i + 1]);
        if (countIn(points, i + 1, line) > countIn(others, others.size(), line)) visit(line);
    }
}

} // namespace

void Router::leaveDrawn(std::int32_t number, const std::vector<Point>& points, const std::vector<Point>& others) {
    eachLine(points, others, [&](const Area& line) {
        m_drawnIndex.erase(number, line);
        m_drawnChanges.push_back(line);
    });
}

void Router::enterDrawn(std::int32_t number, const std::vector<Point>& points, const std::vector<Point>& others) {
    eachLine(points, others, [&](const Area& line) {
        m_drawnIndex.insert(number, line);
        m_drawnChanges.push_back(line);
    });
}

// Everything the link depends on, in one area.
void Router::lookAround(std::int32_t number) {
    const State& state = m_states[static_cast<std::size_t>(number)];
    Area& seen = m_sights[static_cast<std::size_t>(number)].seen;
    bool first = true;
    const auto add = [&](const Area& area) {
        seen = first ? area : seen.united(area);
        first = false;
    };
    const std::vector<Point>& points = state.routed.points;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) add(Area::between(points[i], points[i + 1]).grown(2));
    for (const Area& area : state.found.seen) add(area);
}

} // namespace sky::layout
