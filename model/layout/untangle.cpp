// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/untangle.h"

#include <algorithm>
#include <cstdlib>

namespace sky::layout {

namespace {

constexpr std::int64_t kCrossing = 150; // px that links may be longer to cross once less
constexpr std::int64_t kBend = 60;      // and to be in line
constexpr std::int64_t kBack = 15;      // and not to lead back
constexpr std::int32_t kInLine = 8;
constexpr int kRounds = 6;
constexpr std::size_t kMostTried = 24;  // of a larger set a thing trades with its next neighbours only

int side(Point a, Point b, Point c) {
    const std::int64_t turn = (std::int64_t{b.x} - a.x) * (std::int64_t{c.y} - a.y) - (std::int64_t{b.y} - a.y) * (std::int64_t{c.x} - a.x);
    return turn < 0 ? -1 : turn > 0 ? 1 : 0;
}

// For two whose areas overlap: those of most do not.
bool crossWithin(const TangledLink& a, const TangledLink& b) {
    return side(a.start, a.end, b.start) * side(a.start, a.end, b.end) < 0 && side(b.start, b.end, a.start) * side(b.start, b.end, a.end) < 0;
}

Area areaOf(const TangledLink& link) { return Area::between(link.start, link.end); }

bool cross(const TangledLink& a, const TangledLink& b) { return areaOf(a).overlaps(areaOf(b)) && crossWithin(a, b); }

} // namespace

Untangler::Untangler(std::vector<Point> centres, std::vector<std::int32_t> sets, std::vector<TangledLink> links, bool down)
    : m_centres(std::move(centres)), m_sets(std::move(sets)), m_links(std::move(links)), m_touching(m_centres.size()), m_marked(m_links.size(), 0),
      m_down(down) {
    for (std::size_t i = 0; i < m_centres.size(); ++i) m_places.push_back(i);
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        m_areas.push_back(areaOf(m_links[i]));
        if (m_links[i].from != TangledLink::kStill) m_touching[m_links[i].from].push_back(i);
        if (m_links[i].to != TangledLink::kStill && m_links[i].to != m_links[i].from) m_touching[m_links[i].to].push_back(i);
    }
}

std::int64_t Untangler::lengthOf(const TangledLink& link) const {
    const std::int32_t dx = link.end.x - link.start.x;
    const std::int32_t dy = link.end.y - link.start.y;
    const bool back = (m_down ? dy : dx) < -kInLine;
    return std::int64_t{std::abs(dx)} + std::abs(dy) + (std::abs(dx) > kInLine && std::abs(dy) > kInLine ? kBend : 0) + (back ? kBack : 0);
}

std::int64_t Untangler::lengthOf(const std::vector<std::size_t>& links) const {
    std::int64_t sum = 0;
    for (const std::size_t at : links) sum += lengthOf(m_links[at]);
    return sum;
}

template <class Visit>
void Untangler::eachCrossed(const TangledLink& link, Visit visit) const {
    const Area area = areaOf(link);
    for (std::size_t other = 0; other < m_areas.size(); ++other)
        if (area.overlaps(m_areas[other]) && crossWithin(link, m_links[other])) visit(other);
}

void Untangler::count(std::size_t at) {
    m_crossings[at] = 0;
    eachCrossed(m_links[at], [&](std::size_t) { ++m_crossings[at]; });
}

// After a trade: what the links that moved crossed, and what they cross now. All others cross each other as before.
void Untangler::recount(const std::vector<std::size_t>& moved, const std::vector<TangledLink>& before) {
    for (const TangledLink& old : before) eachCrossed(old, [&](std::size_t other) { --m_crossings[other]; });
    for (const std::size_t at : moved) eachCrossed(m_links[at], [&](std::size_t other) { ++m_crossings[other]; });
    for (const std::size_t at : moved) count(at);
}

void Untangler::trade(std::size_t a, std::size_t b) {
    const Point by = m_centres[b] - m_centres[a];
    const auto carry = [&](std::size_t thing, Point offset) {
        for (const std::size_t at : m_touching[thing]) {
            if (m_links[at].from == thing) m_links[at].start = m_links[at].start + offset;
            if (m_links[at].to == thing) m_links[at].end = m_links[at].end + offset;
            m_areas[at] = areaOf(m_links[at]);
        }
    };
    carry(a, by);
    carry(b, Point{} - by);
    std::swap(m_centres[a], m_centres[b]);
    std::swap(m_places[a], m_places[b]);
}

bool Untangler::tryTrade(std::size_t a, std::size_t b) {
    std::vector<std::size_t> touched = m_touching[a];
    touched.insert(touched.end(), m_touching[b].begin(), m_touching[b].end());
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    if (touched.empty()) return false;
    std::int64_t before = lengthOf(touched);
    for (std::size_t i = 0; i < touched.size(); ++i) {
        before += kCrossing * m_crossings[touched[i]];
        for (std::size_t k = 0; k < i; ++k) before -= kCrossing * cross(m_links[touched[i]], m_links[touched[k]]); // counted twice
    }
    m_effort -= static_cast<std::int64_t>(touched.size() * touched.size());
    std::vector<TangledLink> old;
    for (const std::size_t at : touched) old.push_back(m_links[at]);
    trade(a, b);
    std::int64_t now = lengthOf(touched);
    for (const std::size_t at : touched) m_marked[at] = 1;
    for (std::size_t i = 0; i < touched.size() && now < before; ++i) {
        const TangledLink& link = m_links[touched[i]];
        eachCrossed(link, [&](std::size_t other) {
            if (!m_marked[other] || other > touched[i]) now += kCrossing;
        });
        m_effort -= static_cast<std::int64_t>(m_links.size());
    }
    for (const std::size_t at : touched) m_marked[at] = 0;
    if (now >= before) {
        trade(a, b);
        return false;
    }
    recount(touched, old);
    m_effort -= static_cast<std::int64_t>(2 * touched.size() * m_links.size());
    return true;
}

std::int64_t Untangler::run(std::int64_t effort) {
    m_effort = effort - static_cast<std::int64_t>(m_links.size() * m_links.size());
    m_crossings.resize(m_links.size());
    if (m_effort > 0)
        for (std::size_t at = 0; at < m_links.size(); ++at) count(at);
    std::vector<std::size_t> things;
    for (std::size_t i = 0; i < m_centres.size(); ++i)
        if (m_sets[i] >= 0) things.push_back(i);
    for (int round = 0; round < kRounds && m_effort > 0; ++round) {
        std::stable_sort(things.begin(), things.end(), [&](std::size_t a, std::size_t b) {
            if (m_sets[a] != m_sets[b]) return m_sets[a] < m_sets[b];
            return m_centres[a].y != m_centres[b].y ? m_centres[a].y < m_centres[b].y : m_centres[a].x < m_centres[b].x;
        });
        bool traded = false;
        for (std::size_t i = 0; i < things.size() && m_effort > 0; ++i)
            for (std::size_t j = i + 1; j < std::min(things.size(), i + kMostTried) && m_sets[things[j]] == m_sets[things[i]]; ++j)
                traded = tryTrade(things[i], things[j]) || traded;
        if (!traded) break;
    }
    return m_effort;
}

} // namespace sky::layout
