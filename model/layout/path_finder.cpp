// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/path_finder.h"

#include <algorithm>

namespace sky::layout {

namespace {

constexpr std::int32_t kStubLeaving = 14;
constexpr std::int32_t kStubArriving = 20; // the arrowhead is 9 long, and needs air
constexpr std::size_t kMostWalls = 250;    // beyond it the lazy way gives up
constexpr int kMostTries = 60;
constexpr std::int32_t kWideSide = 100;    // a side longer than this is met near the other end, not in its middle

bool strictlyInside(const Area& area, Point p) {
    return p.x > area.left && p.x < area.right && p.y > area.top && p.y < area.bottom;
}
std::int32_t outsideDistance(const Area& area, Point p) {
    const std::int32_t dx = std::max({area.left - p.x, p.x - area.right, 0});
    const std::int32_t dy = std::max({area.top - p.y, p.y - area.bottom, 0});
    return std::max(dx, dy);
}
std::int32_t middle(Span span) { return span.low + (span.high - span.low) / 2; }
Point moved(Point p, Side side, std::int32_t by) {
    const Point step = stepOf(side);
    return {p.x + step.x * by, p.y + step.y * by};
}
bool holds(const Rect& container, const Rect& box) { return container.united(box) == container; }
template <class T>
void insertSorted(std::vector<T>& sorted, T value) {
    const auto at = std::lower_bound(sorted.begin(), sorted.end(), value);
    if (at == sorted.end() || *at != value) sorted.insert(at, value);
}

} // namespace

Terminal PathFinder::terminal(std::int32_t number, std::int32_t other) const {
    const SceneBox& box = *m_scene.box(number);
    Terminal end{box.body, box.anchor, false, false};
    end.inward = m_scene.isInside(other, number);
    return end;
}

void PathFinder::open(std::int32_t from, std::int32_t to, std::vector<Area>& seen) {
    m_from = from;
    m_to = to;
    m_around = m_scene.ancestors(from);
    m_rooms.clear();
    std::vector<std::int32_t> others = m_scene.ancestors(to);
    for (const std::int32_t box : m_around)
        if (std::find(others.begin(), others.end(), box) == others.end() && box != to) m_rooms.push_back(box);
    for (const std::int32_t box : others)
        if (std::find(m_around.begin(), m_around.end(), box) == m_around.end() && box != from) m_rooms.push_back(box);
    m_around.insert(m_around.end(), others.begin(), others.end());
    // An outline lies over other boxes; a link to it enters those it lies over.
    for (const std::int32_t end : {from, to}) {
        const SceneBox* outline = m_scene.box(end);
        if (outline->solid) continue;
        const Area area = Area::of(outline->body);
        seen.push_back(area);
        m_scene.query(area, [&](std::int32_t number, bool title) {
            if (!title && m_scene.box(number)->container) m_around.push_back(number);
        });
    }
    std::sort(m_around.begin(), m_around.end());
    m_around.erase(std::unique(m_around.begin(), m_around.end()), m_around.end());
}

bool PathFinder::bars(std::int32_t number, bool title, const Leg& leg, const Level& level) const {
    const SceneBox* box = m_scene.box(number);
    if (!box || !box->solid) return false;
    if (title) return level.titles && number != m_from && number != m_to;
    if (number == leg.fromBox || number == leg.toBox) return false; // its own walls are always there
    if (box->container && !level.containers && number != m_from && number != m_to) return false;
    return !std::binary_search(m_around.begin(), m_around.end(), number);
}

// The largest container round a box that is closed to this link; the box itself when there is none.
std::int32_t PathFinder::outermost(std::int32_t number) const {
    std::int32_t found = number;
    const SceneBox* at = m_scene.box(number);
    for (int step = 0; at && at->parent >= 0 && step < 64; ++step) {
        const std::int32_t parent = at->parent;
        if (parent == m_from || parent == m_to || std::binary_search(m_around.begin(), m_around.end(), parent)) break;
        at = m_scene.box(parent);
        if (at && at->container && at->solid) found = parent;
    }
    return found;
}

std::int32_t PathFinder::freeAhead(Point from, Side side, std::int32_t reach, std::int32_t self,
                                   std::vector<Area>& seen) const {
    const Area strip = Area::between(from, moved(from, side, reach));
    seen.push_back(strip);
    std::int32_t free = reach;
    const Leg none;
    m_scene.query(strip, [&](std::int32_t number, bool title) {
        if (title || number == self || !bars(number, false, none, {0, true, false})) return;
        const Area body = Area::of(m_scene.box(number)->body);
        if (!body.touches(strip)) return;
        std::int32_t distance = 0;
        switch (side) {
            case Side::Right: distance = body.left - from.x; break;
            case Side::Left: distance = from.x - body.right; break;
            case Side::Bottom: distance = body.top - from.y; break;
            case Side::Top: distance = from.y - body.bottom; break;
        }
        free = std::min(free, std::max(0, distance));
    });
    return free;
}

std::vector<SearchPort> PathFinder::ports(const Terminal& terminal, const Terminal& other, std::int32_t self,
                                          bool leaving, std::vector<Area>& seen) const {
    std::vector<SearchPort> ports;
    if (terminal.point) {
        for (const Side side : kSides) ports.push_back({terminal.anchor.topLeft(), side, 0, terminal.anchor.topLeft()});
        return ports;
    }
    const Point towards = other.anchor.center() - terminal.anchor.center();
    for (const Side side : kSides) {
        const Span mine = portSpan(terminal, side);
        const Span theirs = portSpan(other, side);
        const std::int32_t low = std::max(mine.low, theirs.low);
        const std::int32_t high = std::min(mine.high, theirs.high);
        const std::int32_t mySize = mine.high - mine.low;
        const std::int32_t theirSize = theirs.high - theirs.low;
        std::int32_t along = middle(mine);
        if (low <= high) {
            const std::int32_t wished = mySize < theirSize   ? middle(mine)
                                        : theirSize < mySize ? middle(theirs)
                                                             : (middle(mine) + middle(theirs)) / 2;
            along = std::clamp(wished, low, high);
        } else if (mySize > kWideSide) {
            along = mine.clamp(middle(theirs));
        }
        const Side out = terminal.inward ? opposite(side) : side;
        const Point port = portAt(terminal, side, along);
        const std::int32_t line = bodyLine(terminal, side);
        const Point edge = isHorizontal(side) ? Point{line, along} : Point{along, line};
        const std::int32_t wanted = leaving ? kStubLeaving : kStubArriving;
        const std::int32_t free = freeAhead(edge, out, 2 * wanted, self, seen);
        if (free < 2) continue;
        SearchPort made;
        made.at = moved(edge, out, std::min(wanted, free / 2));
        made.port = port;
        made.travel = leaving ? out : opposite(out);
        const Point step = stepOf(out);
        const std::int64_t ahead = std::int64_t{step.x} * towards.x + std::int64_t{step.y} * towards.y;
        made.cost = (ahead > 0 ? 0 : ahead == 0 ? 10 : 20) + (isHorizontal(side) ? 0 : 4);
        ports.push_back(made);
    }
    return ports;
}

Area PathFinder::wallOf(std::int32_t entry, std::int32_t margin, const SearchProblem& problem) const {
    const SceneBox& box = *m_scene.box(entry / 2);
    const Area area = Area::of((entry & 1) != 0 ? box.title : box.body);
    std::int32_t grow = (entry & 1) != 0 ? std::min(margin, 2) : margin;
    for (const auto* ports : {&problem.starts, &problem.goals})
        for (const SearchPort& port : *ports)
            if (!strictlyInside(area, port.at)) grow = std::min(grow, outsideDistance(area, port.at));
    return area.grown(grow);
}

bool PathFinder::tryLevel(const Leg& leg, const Level& level, const SearchProblem& ports, std::vector<Point>& points,
                          std::vector<Area>& seen) {
    SearchProblem problem = ports;
    std::vector<std::int32_t> walls; // entries, sorted
    for (const std::int32_t own : {leg.fromBox, leg.toBox}) {
        if (own < 0) continue;
        const Terminal& end = own == leg.fromBox ? leg.from : leg.to;
        if (!end.inward) insertSorted(walls, own * 2);
    }
    bool widened = false;
    for (int tries = 0; tries < kMostTries && walls.size() <= kMostWalls && m_budget > 0; ++tries) {
        problem.walls.clear();
        for (const std::int32_t entry : walls) problem.walls.push_back(wallOf(entry, level.margin, problem));
        problem.budget = m_budget;
        const auto path = m_search.find(problem);
        m_budget -= std::min(m_budget, m_search.effort());
        if (!path) return false;
        const std::size_t before = walls.size();
        for (std::size_t i = 1; i + 2 < path->points.size(); ++i) {
            const Area piece = Area::between(path->points[i], path->points[i + 1]);
            const Area strip = piece.grown(std::max(0, level.margin - 1));
            seen.push_back(strip);
            m_scene.query(strip, [&](std::int32_t number, bool title) {
                if (level.containers) {
                    // What stands in another container is behind that container's wall, unless it sticks out of it.
                    const std::int32_t outer = outermost(number);
                    if (outer != number && holds(m_scene.box(outer)->body, m_scene.box(number)->body)) {
                        number = outer;
                        title = false;
                    }
                }
                if (!bars(number, title, leg, level)) return;
                const SceneBox& box = *m_scene.box(number);
                if (title ? Area::of(box.title).grown(1).overlaps(piece) : Area::of(box.body).overlaps(strip))
                    insertSorted(walls, number * 2 + (title ? 1 : 0));
            });
        }
        if (walls.size() != before) continue;
        if (path->alongBorder && !widened) {
            widened = true;
            for (const Area& border : problem.borders) {
                for (const std::int32_t beside : {-10, 10}) {
                    problem.linesX.push_back(border.left + beside);
                    problem.linesX.push_back(border.right + beside);
                    problem.linesY.push_back(border.top + beside);
                    problem.linesY.push_back(border.bottom + beside);
                }
            }
            continue;
        }
        points.insert(points.end(), path->points.begin(), path->points.end());
        return true;
    }
    return false;
}

bool PathFinder::findLeg(const Leg& leg, std::vector<Point>& points, std::vector<Area>& seen) {
    SearchProblem problem;
    problem.starts = ports(leg.from, leg.to, leg.fromBox, true, seen);
    problem.goals = ports(leg.to, leg.from, leg.toBox, false, seen);
    if (problem.starts.empty() || problem.goals.empty()) return false;
    if (leg.from.point)
        for (SearchPort& port : problem.starts) port.cost = 0;
    for (const std::int32_t box : m_around)
        if (const SceneBox* around = m_scene.box(box); around && around->solid) problem.borders.push_back(Area::of(around->body));
    for (const std::int32_t box : m_rooms)
        if (const SceneBox* room = m_scene.box(box)) problem.rooms.push_back(Area::of(room->body));
    if (leg.to.point)
        for (SearchPort& port : problem.goals) port.travel = opposite(port.travel);
    for (const Level& level : {Level{10, true, true}, Level{4, true, false}, Level{2, false, false}}) {
        if (!level.containers) m_anyBox = true;
        if (tryLevel(leg, level, problem, points, seen)) return true;
    }
    return false;
}

FoundPath PathFinder::find(std::int32_t from, std::int32_t to, const std::vector<Point>& waypoints, std::uint32_t budget) {
    FoundPath path;
    open(from, to, path.seen);
    m_budget = budget;
    m_anyBox = false;
    Leg whole{terminal(from, to), terminal(to, from), from, to};
    std::vector<Terminal> stops{whole.from};
    for (const Point at : waypoints) stops.push_back({{at.x, at.y, 0, 0}, {at.x, at.y, 0, 0}, false, true});
    stops.push_back(whole.to);
    bool found = from != to;
    for (std::size_t i = 0; found && i + 1 < stops.size(); ++i) {
        const Leg leg{stops[i], stops[i + 1], i == 0 ? from : -1, i + 2 == stops.size() ? to : -1};
        if (leg.from.point && leg.to.point && leg.from.anchor == leg.to.anchor) continue;
        found = findLeg(leg, path.points, path.seen);
    }
    path.anyBox = m_anyBox || !found;
    if (!found) {
        path.points = coarsePath(whole.from, whole.to, waypoints);
        if (from == to) { // a loop at the upper right corner
            const Rect body = whole.from.body;
            const Point out = portAt(whole.from, Side::Right, middle(portSpan(whole.from, Side::Right)));
            const Point in = portAt(whole.from, Side::Top, middle(portSpan(whole.from, Side::Top)));
            const std::int32_t right = body.right() + kStubArriving;
            const std::int32_t top = body.top() - kStubArriving;
            path.points = {out, {right, out.y}, {right, top}, {in.x, top}, in};
        } else if (waypoints.empty()) {
            path.straight = true;
            path.points = {path.points.front(), path.points.back()};
        } else {
            path.straight = true;
        }
        return path;
    }
    tidyPath(path.points, waypoints);
    centre(path, whole, waypoints);
    return path;
}

// How far a piece from a to b may move sideways within a span before it meets something.
Span PathFinder::channel(Point a, Point b, Span within, std::vector<Area>& seen) const {
    constexpr std::int32_t kClearance = 8;
    const bool horizontal = a.y == b.y;
    const std::int32_t at = horizontal ? a.y : a.x;
    const Area piece = Area::between(a, b);
    const Area area = horizontal ? Area{piece.left, within.low - kClearance, piece.right, within.high + kClearance}
                                 : Area{within.low - kClearance, piece.top, within.high + kClearance, piece.bottom};
    seen.push_back(area);
    Span free = within;
    const auto limit = [&](std::int32_t low, std::int32_t high) { // something from low to high
        if (high <= at) free.low = std::max(free.low, high + std::min(kClearance, at - high));
        else if (low >= at) free.high = std::min(free.high, low - std::min(kClearance, low - at));
    };
    const Leg none;
    m_scene.query(area, [&](std::int32_t number, bool title) {
        const SceneBox& box = *m_scene.box(number);
        if (!title && box.container && std::binary_search(m_around.begin(), m_around.end(), number)) return;
        if (!title && !box.solid) return;
        const Area other = Area::of(title ? box.title : box.body);
        if (!other.touches(area)) return;
        const bool own = number == m_from || number == m_to;
        if (own && !title && (horizontal ? other.top < at && other.bottom > at : other.left < at && other.right > at)) return;
        limit(horizontal ? other.top : other.left, horizontal ? other.bottom : other.right);
    });
    for (const std::int32_t number : m_around) {
        const SceneBox* box = m_scene.box(number);
        if (!box || !box->solid) continue;
        const Area border = Area::of(box->body);
        const bool beside = horizontal ? border.left < piece.right && piece.left < border.right
                                       : border.top < piece.bottom && piece.top < border.bottom;
        if (!beside) continue;
        for (const std::int32_t line : horizontal ? std::array{border.top, border.bottom} : std::array{border.left, border.right})
            limit(line, line);
    }
    free.low = std::min(free.low, at);
    free.high = std::max(free.high, at);
    return free;
}

void PathFinder::centre(FoundPath& path, const Leg& leg, const std::vector<Point>& fixed) {
    constexpr std::int32_t kReach = 240;    // how far a step looks for the middle of its gap
    constexpr std::int32_t kNudgeReach = 64;
    std::vector<Point>& points = path.points;
    const std::size_t count = points.size();
    const auto isFixed = [&](Point p) { return std::find(fixed.begin(), fixed.end(), p) != fixed.end(); };
    const auto across = [](Point p, bool horizontal) { return horizontal ? p.y : p.x; };
    // The end of the neighbouring piece, short of the room an arrowhead or a stub needs.
    const auto far = [&](std::size_t point, bool horizontal, std::int32_t at) {
        std::int32_t end = across(points[point], horizontal);
        const bool first = point == 0;
        if (!first && point + 1 != count) return end;
        const Terminal& terminal = first ? leg.from : leg.to;
        const std::int32_t stub = first ? kStubLeaving : kStubArriving;
        const Side side = horizontal ? (at > end ? Side::Bottom : Side::Top) : (at > end ? Side::Right : Side::Left);
        if (!terminal.inward) end = bodyLine(terminal, side);
        const std::int32_t room = std::min(stub, std::abs(at - end));
        return at > end ? end + room : end - room;
    };
    for (std::size_t i = 1; i + 2 < count; ++i) {
        if (isFixed(points[i]) || isFixed(points[i + 1])) continue;
        const bool horizontal = points[i].y == points[i + 1].y;
        const std::int32_t at = across(points[i], horizontal);
        const std::int32_t before = far(i - 1, horizontal, at);
        const std::int32_t after = far(i + 2, horizontal, at);
        if (!((before <= at && at <= after) || (after <= at && at <= before))) continue;
        const Span step{std::max(std::min(before, after), at - kReach), std::min(std::max(before, after), at + kReach)};
        const std::int32_t to = middle(channel(points[i], points[i + 1], step, path.seen));
        (horizontal ? points[i].y : points[i].x) = to;
        (horizontal ? points[i + 1].y : points[i + 1].x) = to;
    }
    for (std::size_t i = 0; i + 1 < count; ++i) {
        const Point a = points[i];
        const Point b = points[i + 1];
        Piece piece;
        piece.horizontal = a.y == b.y;
        piece.at = across(a, piece.horizontal);
        piece.low = piece.horizontal ? std::min(a.x, b.x) : std::min(a.y, b.y);
        piece.high = piece.horizontal ? std::max(a.x, b.x) : std::max(a.y, b.y);
        piece.range = {piece.at, piece.at};
        if (!isFixed(a) && !isFixed(b)) {
            Span within{piece.at - kNudgeReach, piece.at + kNudgeReach};
            const auto keepTo = [&](std::int32_t end) {
                if (end < piece.at) within.low = std::max(within.low, end);
                if (end > piece.at) within.high = std::min(within.high, end);
            };
            const auto keepOn = [&](const Terminal& terminal) {
                const Span span = portSpan(terminal, piece.horizontal ? Side::Right : Side::Bottom);
                within.low = std::max(within.low, std::min(span.low, piece.at));
                within.high = std::min(within.high, std::max(span.high, piece.at));
            };
            if (i == 0) keepOn(leg.from);
            else keepTo(far(i - 1, piece.horizontal, piece.at));
            if (i + 2 == count) keepOn(leg.to);
            else keepTo(far(i + 2, piece.horizontal, piece.at));
            piece.range = channel(a, b, within, path.seen);
        }
        path.pieces.push_back(piece);
    }
}

bool PathFinder::isClear(const std::vector<Point>& points, std::int32_t from, std::int32_t to) const {
    bool clear = true;
    for (std::size_t i = 0; clear && i + 1 < points.size(); ++i) {
        const Area piece = Area::between(points[i], points[i + 1]);
        const Area strip = piece.grown(1);
        m_scene.query(strip, [&](std::int32_t number, bool title) {
            if (title || number == from || number == to) return;
            const SceneBox& box = *m_scene.box(number);
            if (!box.solid || box.container) return;
            if (Area::of(box.body).overlaps(strip)) clear = false;
        });
    }
    return clear;
}

} // namespace sky::layout
