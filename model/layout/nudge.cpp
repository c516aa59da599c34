// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/nudge.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>

namespace sky::layout {

namespace {

constexpr std::size_t kMostCompared = 400; // groups up to this size are ordered pair by pair

bool overlap(const Piece& a, const Piece& b) { return a.low < b.high + kTrackTouch && b.low < a.high + kTrackTouch; }

// For large groups: highest value over a range, raised over a range, both in log n.
class Peaks {
  public:
    explicit Peaks(std::size_t size) : m_size(std::bit_ceil(std::max<std::size_t>(size, 1))), m_whole(2 * m_size, -1), m_any(2 * m_size, -1) {}
    void raise(std::size_t from, std::size_t to, std::int32_t value) { raise(1, 0, m_size, from, to, value); }
    [[nodiscard]] std::int32_t highest(std::size_t from, std::size_t to) const { return highest(1, 0, m_size, from, to); }

  private:
    void raise(std::size_t node, std::size_t low, std::size_t high, std::size_t from, std::size_t to, std::int32_t value) {
        if (to <= low || high <= from) return;
        m_any[node] = std::max(m_any[node], value);
        if (from <= low && high <= to) {
            m_whole[node] = std::max(m_whole[node], value);
            return;
        }
        const std::size_t middle = (low + high) / 2;
        raise(2 * node, low, middle, from, to, value);
        raise(2 * node + 1, middle, high, from, to, value);
    }
    [[nodiscard]] std::int32_t highest(std::size_t node, std::size_t low, std::size_t high, std::size_t from, std::size_t to) const {
        if (to <= low || high <= from) return -1;
        if (from <= low && high <= to) return m_any[node];
        const std::size_t middle = (low + high) / 2;
        return std::max({m_whole[node], highest(2 * node, low, middle, from, to), highest(2 * node + 1, middle, high, from, to)});
    }
    std::size_t m_size;
    std::vector<std::int32_t> m_whole; // of everything under the node
    std::vector<std::int32_t> m_any;   // of something under it
};

std::vector<std::int32_t> tracksOfMany(const std::vector<NudgePiece>& group) {
    std::vector<std::int32_t> ends;
    for (const NudgePiece& piece : group) {
        ends.push_back(piece.piece.low);
        ends.push_back(piece.piece.high + kTrackTouch);
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    const auto indexOf = [&](std::int32_t end) {
        return static_cast<std::size_t>(std::lower_bound(ends.begin(), ends.end(), end) - ends.begin());
    };
    Peaks peaks(ends.size());
    std::vector<std::int32_t> tracks;
    for (const NudgePiece& piece : group) {
        const std::size_t from = indexOf(piece.piece.low);
        const std::size_t to = indexOf(piece.piece.high + kTrackTouch);
        const std::int32_t track = peaks.highest(from, to) + 1;
        peaks.raise(from, to, track);
        tracks.push_back(track);
    }
    return tracks;
}

int sign(std::int64_t value) { return value < 0 ? -1 : value > 0 ? 1 : 0; }

// A walk along a path from a corner on, away from a piece.
struct Walk {
    const std::vector<Point>* path;
    std::ptrdiff_t at;
    std::ptrdiff_t step;
    [[nodiscard]] bool hasNext() const { return at + step >= 0 && at + step < static_cast<std::ptrdiff_t>(path->size()); }
    [[nodiscard]] Point here() const { return (*path)[static_cast<std::size_t>(at)]; }
    [[nodiscard]] Point next() const { return (*path)[static_cast<std::size_t>(at + step)]; }
};

Walk walkFrom(const NudgePiece& piece, bool low) {
    const bool backward = low == piece.forward;
    return {piece.path, piece.number + (backward ? 0 : 1), backward ? -1 : 1};
}

// Two walks that come to the same corner in the same direction: -1 when the first leaves to the left of the other.
int divergence(Walk a, Walk b, Point heading) {
    const auto turnOf = [&](const Walk& walk) { // -1 left, 1 right, 0 straight on or the end
        if (!walk.hasNext()) return 0;
        const Point to = walk.next() - walk.here();
        return sign(std::int64_t{heading.x} * to.y - std::int64_t{heading.y} * to.x);
    };
    constexpr int kMostSteps = 32;
    for (int step = 0; step < kMostSteps; ++step) {
        const int turnA = turnOf(a);
        const int turnB = turnOf(b);
        if (turnA != turnB) return sign(turnA - turnB);
        if (!a.hasNext() || !b.hasNext()) return 0;
        const Point toA = a.next() - a.here();
        const Point toB = b.next() - b.here();
        heading = {sign(toA.x), sign(toA.y)};
        const std::int64_t lengthA = std::int64_t{std::abs(toA.x)} + std::abs(toA.y);
        const std::int64_t lengthB = std::int64_t{std::abs(toB.x)} + std::abs(toB.y);
        a.at += a.step;
        b.at += b.step;
        if (lengthA < lengthB) return turnOf(a); // the shorter one leaves the common line to its side
        if (lengthB < lengthA) return -turnOf(b);
    }
    return 0;
}

// Negative: a should have the lower track. At an end of one that lies along the other, the side it turns to decides;
// where both turn into the same line, the place where they part.
int wishAtEnd(const NudgePiece& a, const NudgePiece& b, bool low) {
    const std::int32_t endA = low ? a.piece.low : a.piece.high;
    const std::int32_t endB = low ? b.piece.low : b.piece.high;
    const int turnA = low ? a.turnLow : a.turnHigh;
    const int turnB = low ? b.turnLow : b.turnHigh;
    if (endA != endB) return (low ? endA > endB : endA < endB) ? turnA : -turnB;
    if (turnA != turnB) return sign(turnA - turnB);
    if (turnA == 0) return 0;
    const std::int32_t out = low ? -1 : 1;
    const Point heading = a.piece.horizontal ? Point{out, 0} : Point{0, out};
    // Left of a heading to the right or upwards is the lower coordinate.
    const int leftIsLow = heading.x > 0 || heading.y < 0 ? 1 : -1;
    return leftIsLow * divergence(walkFrom(a, low), walkFrom(b, low), heading);
}

// Where the two ends wish for opposite orders the paths cross once, whatever is done: all the pieces they share decide for
// the same end of what they share, or they would cross again and again on the way.
int wish(const NudgePiece& a, const NudgePiece& b) {
    const int atLow = wishAtEnd(a, b, true);
    const int atHigh = wishAtEnd(a, b, false);
    if (atLow * atHigh >= 0) return sign(atLow + atHigh);
    const NudgePiece& first = a.key < b.key ? a : b;
    return first.forward ? atHigh : atLow;
}

bool before(const NudgePiece& a, const NudgePiece& b) {
    const auto rank = [](const NudgePiece& piece) { return std::tuple(piece.turnLow + piece.turnHigh, piece.lean, piece.mirrored); };
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    if (a.key != b.key) return (a.key < b.key) != a.mirrored;
    return a.number < b.number;
}

// Takes, again and again, the piece the fewest others want to stand before.
void orderByPairs(std::vector<NudgePiece>& group) {
    const std::size_t count = group.size();
    std::vector<int> ahead(count, 0);
    std::vector<signed char> wishes(count * count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            if (!overlap(group[i].piece, group[j].piece)) continue;
            const int wished = wish(group[i], group[j]);
            if (wished > 0) ++ahead[i], wishes[j * count + i] = 1;
            if (wished < 0) ++ahead[j], wishes[i * count + j] = 1;
        }
    }
    std::vector<NudgePiece> ordered;
    ordered.reserve(count);
    std::vector<char> taken(count, 0);
    for (std::size_t step = 0; step < count; ++step) {
        std::size_t next = count;
        for (std::size_t i = 0; i < count; ++i)
            if (!taken[i] && (next == count || ahead[i] < ahead[next])) next = i;
        taken[next] = 1;
        for (std::size_t i = 0; i < count; ++i)
            if (wishes[next * count + i]) --ahead[i];
        ordered.push_back(group[next]);
    }
    group = std::move(ordered);
}

} // namespace

void separate(std::vector<NudgePiece>& group, bool sharedTrunks) {
    for (NudgePiece& piece : group) piece.place = piece.piece.at;
    if (group.size() < 2) return;
    std::sort(group.begin(), group.end(), before);
    const bool small = group.size() <= kMostCompared;
    if (small) orderByPairs(group);

    std::vector<std::int32_t> track(group.size(), 0);
    if (small) {
        for (std::size_t i = 0; i < group.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (!overlap(group[i].piece, group[j].piece)) continue;
                const bool shared = sharedTrunks && (group[i].from == group[j].from || group[i].to == group[j].to);
                track[i] = std::max(track[i], track[j] + (shared ? 0 : 1));
            }
        }
    } else {
        track = tracksOfMany(group);
    }
    const std::int32_t last = *std::max_element(track.begin(), track.end());
    if (last == 0) {
        if (sharedTrunks) { // one trunk: everybody on the place of the first
            for (NudgePiece& piece : group) piece.place = piece.piece.range.clamp(group.front().piece.at);
        }
        return;
    }
    std::int64_t sum = 0;
    std::int32_t low = group.front().piece.range.low;
    std::int32_t high = group.front().piece.range.high;
    const NudgePiece* fixed = nullptr;
    std::int32_t fixedTrack = 0;
    for (std::size_t i = 0; i < group.size(); ++i) {
        const Piece& piece = group[i].piece;
        sum += piece.at;
        if (piece.range.low == piece.range.high) {
            if (!fixed) {
                fixed = &group[i];
                fixedTrack = track[i];
            }
            continue;
        }
        low = std::max(low, piece.range.low);
        high = std::min(high, piece.range.high);
    }
    double gap = kTrackGap;
    double base = static_cast<double>(sum) / static_cast<double>(group.size());
    const double width = gap * last;
    if (fixed) {
        base = fixed->piece.at - gap * (fixedTrack - last / 2.0);
    } else if (low < high) {
        if (width > high - low) gap = static_cast<double>(high - low) / last;
        base = std::clamp(base, low + gap * last / 2.0, std::max(low + gap * last / 2.0, high - gap * last / 2.0));
    }
    for (std::size_t i = 0; i < group.size(); ++i)
        group[i].place = group[i].piece.range.clamp(static_cast<std::int32_t>(std::floor(base + gap * (track[i] - last / 2.0) + 0.5)));
}

} // namespace sky::layout
