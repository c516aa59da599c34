// SPDX-License-Identifier: GPL-3.0-or-later
// The recursion's inner loops: gathering a window's arrivals, serving them, handing them on.
#include "simulation/recursion.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace sky::simulation {
namespace {

void fillWork(const Law& law, RandomStream& given, std::vector<double>& work, std::size_t count) {
    work.resize(count);
    RandomStream stream = given;
    double* const out = work.data();
    if (law.kind == LawKind::Exponential) {
        const double mean = law.mean;
        for (std::size_t i = 0; i < count; ++i) out[i] = mean * drawExponential(stream);
    } else {
        for (std::size_t i = 0; i < count; ++i) out[i] = draw(law, stream);
    }
    given = stream;
}

} // namespace

// The requests of all edges that come before the end, in order; what comes later stays.
void Recursion::gather(Node& node, double end) {
    m_input.clear();
    for (const std::uint32_t index : node.in) {
        Requests& requests = m_edges[index].requests;
        const bool fresh = index == 0; // straight from the source: born on arrival
        std::size_t count = requests.times.size();
        if (count != 0 && requests.times.back() >= end) {
            count = static_cast<std::size_t>(std::lower_bound(requests.times.begin(), requests.times.end(), end) - requests.times.begin());
        }
        if (count == 0) continue;
        if (index != 0) m_tallies.calls[m_edges[index].call].made += count;
        if (node.in.size() == 1 && count == requests.times.size()) {
            m_input.times.swap(requests.times);
            if (fresh) m_input.births = m_input.times;
            else m_input.births.swap(requests.births);
            requests.clear();
            return;
        }
        const auto cut = static_cast<std::ptrdiff_t>(count);
        const auto& births = fresh ? requests.times : requests.births;
        if (m_input.times.empty()) {
            m_input.times.assign(requests.times.begin(), requests.times.begin() + cut);
            m_input.births.assign(births.begin(), births.begin() + cut);
        } else {
            m_spare.times.resize(m_input.times.size() + count);
            m_spare.births.resize(m_spare.times.size());
            std::size_t a = 0;
            std::size_t b = 0;
            const std::size_t most = m_input.times.size();
            for (std::size_t i = 0; i < m_spare.times.size(); ++i) {
                const bool first = b == count || (a < most && m_input.times[a] <= requests.times[b]);
                m_spare.times[i] = first ? m_input.times[a] : requests.times[b];
                m_spare.births[i] = first ? m_input.births[a] : births[b];
                a += first;
                b += !first;
            }
            std::swap(m_input, m_spare);
        }
        requests.times.erase(requests.times.begin(), requests.times.begin() + cut);
        if (!fresh) requests.births.erase(requests.births.begin(), requests.births.begin() + cut);
    }
}

// So few servers that the times they are free stay sorted in registers. A leaf is filed on the way.
template <unsigned Servers, bool Leaf>
void Recursion::serveFew(Node& node) {
    const std::size_t count = m_input.times.size();
    const double* const times = m_input.times.data();
    const double* const births = m_input.births.data();
    const double* const work = m_work.data();
    std::array<double, Servers> free;
    std::copy_n(node.free.begin(), Servers, free.begin());
    StationTally& tally = m_tallies.stations[node.station];
    double waitSum = 0.0;
    double workSum = 0.0;
    std::uint64_t waited = 0;
    if constexpr (!Leaf) {
        m_depart.resize(count);
        m_wait.resize(count);
    }
    double* const depart = m_depart.data();
    double* const wait = m_wait.data();
    LogHistogram& sojourns = m_tallies.sources.front().sojourns;
    for (std::size_t i = 0; i < count; ++i) {
        const double start = times[i] > free[0] ? times[i] : free[0];
        const double done = start + work[i];
        waitSum += start - times[i];
        waited += start > times[i];
        workSum += work[i];
        if constexpr (Servers == 1) {
            free[0] = done;
        } else {
            // Out goes the earliest, in goes `done`, in order.
            for (unsigned s = 0; s + 1 < Servers; ++s) {
                const double above = free[s + 1];
                const double low = s == 0 ? done : (done > free[s] ? done : free[s]);
                free[s] = low < above ? low : above;
            }
            free[Servers - 1] = done > free[Servers - 1] ? done : free[Servers - 1];
        }
        if constexpr (Leaf) {
            sojourns.file(done - births[i]);
        } else {
            depart[i] = done;
            wait[i] = start - times[i];
        }
    }
    std::copy_n(free.begin(), Servers, node.free.begin());
    tally.waitSum += waitSum;
    tally.workSum += workSum;
    tally.waited += waited;
}

void Recursion::serveMany(Node& node) {
    const std::size_t count = m_input.times.size();
    m_depart.resize(count);
    m_wait.resize(count);
    StationTally& tally = m_tallies.stations[node.station];
    std::vector<double>& free = node.free;
    const std::size_t size = free.size();
    for (std::size_t i = 0; i < count; ++i) {
        const double start = std::max(m_input.times[i], free.front());
        const double done = start + m_work[i];
        tally.waitSum += start - m_input.times[i];
        tally.waited += start > m_input.times[i];
        tally.workSum += m_work[i];
        m_depart[i] = done;
        m_wait[i] = start - m_input.times[i];
        std::size_t place = 0; // a 4-ary heap: the top goes, `done` comes
        for (;;) {
            const std::size_t first = (place << 2) + 1;
            if (first >= size) break;
            const std::size_t end = std::min(first + 4, size);
            std::size_t least = first;
            for (std::size_t child = first + 1; child < end; ++child) {
                if (free[child] < free[least]) least = child;
            }
            if (free[least] >= done) break;
            free[place] = free[least];
            place = least;
        }
        free[place] = done;
    }
}

void Recursion::serve(Node& node) {
    const std::size_t count = m_input.times.size();
    StationTally& tally = m_tallies.stations[node.station];
    tally.arrivals += count;
    tally.served += count;
    if (node.work.zero()) {
        m_depart = m_input.times;
        m_wait.assign(count, 0.0);
        if (node.waits || node.sojourns) fileStation(node);
        return;
    }
    fillWork(node.work, node.workStream, m_work, count);
    if (node.servers == kUnlimited) {
        m_depart.resize(count);
        m_wait.assign(count, 0.0);
        for (std::size_t i = 0; i < count; ++i) {
            m_depart[i] = m_input.times[i] + m_work[i];
            tally.workSum += m_work[i];
        }
        if (node.waits || node.sojourns) fileStation(node);
        return;
    }
    const bool leaf = node.out.empty() && !node.waits && !node.sojourns;
    if (leaf && (node.servers == 1 || node.servers == 2 || node.servers == 4)) {
        m_depart.clear();
        switch (node.servers) {
        case 1: serveFew<1, true>(node); break;
        case 2: serveFew<2, true>(node); break;
        default: serveFew<4, true>(node); break;
        }
        return;
    }
    switch (node.servers) {
    case 1: serveFew<1, false>(node); break;
    case 2: serveFew<2, false>(node); break;
    case 4: serveFew<4, false>(node); break;
    case 8: serveFew<8, false>(node); break;
    default: serveMany(node); break;
    }
    if (node.waits || node.sojourns) fileStation(node);
}

void Recursion::fileStation(Node& node) {
    StationTally& tally = m_tallies.stations[node.station];
    for (std::size_t i = 0; i < m_depart.size(); ++i) {
        if (node.sojourns) tally.sojourns.file(m_depart[i] - m_input.times[i]);
        if (node.waits) tally.waits.file(m_wait[i]);
    }
}

void Recursion::fileLeaf() {
    LogHistogram& sojourns = m_tallies.sources.front().sojourns;
    for (std::size_t i = 0; i < m_depart.size(); ++i) sojourns.file(m_depart[i] - m_input.births[i]);
}

// Departures of several servers overtake each other, but not by far: insertion finds them nearly in order.
void Recursion::sortDepartures() {
    std::vector<double>& births = m_input.births;
    for (std::size_t i = 1; i < m_depart.size(); ++i) {
        const double time = m_depart[i];
        if (m_depart[i - 1] <= time) continue;
        const double birth = births[i];
        std::size_t place = i;
        for (; place > 0 && m_depart[place - 1] > time; --place) {
            m_depart[place] = m_depart[place - 1];
            births[place] = births[place - 1];
        }
        m_depart[place] = time;
        births[place] = birth;
    }
}

void Recursion::distribute(Node& node) {
    if (node.servers != 1 && !node.work.zero()) sortDepartures();
    const std::size_t count = m_depart.size();
    const auto append = [](Edge& edge, double time, double birth) {
        // What left earlier windows may leave later than this: the tail is put in order from behind.
        std::vector<double>& times = edge.requests.times;
        std::vector<double>& births = edge.requests.births;
        times.push_back(time + edge.delayOut);
        births.push_back(birth - edge.delayBack);
        for (std::size_t place = times.size() - 1; place > 0 && times[place - 1] > times[place]; --place) {
            std::swap(times[place], times[place - 1]);
            std::swap(births[place], births[place - 1]);
        }
    };
    if (node.out.size() == 1) {
        Edge& edge = m_edges[node.out.front()];
        for (std::size_t i = 0; i < count; ++i) append(edge, m_depart[i], m_input.births[i]);
        return;
    }
    if (!node.random) {
        for (std::size_t i = 0; i < count; ++i) {
            append(m_edges[node.out[node.cursor]], m_depart[i], m_input.births[i]);
            node.cursor = node.cursor + 1 == node.out.size() ? 0 : node.cursor + 1;
        }
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t chosen = 0;
        if (node.equal) {
            chosen = node.choiceStream.below(node.out.size());
        } else {
            double left = node.choiceStream.uniform() * node.weights;
            while (chosen + 1 < node.out.size() && (left -= m_edges[node.out[chosen]].weight) >= 0.0) ++chosen;
        }
        append(m_edges[node.out[chosen]], m_depart[i], m_input.births[i]);
    }
}

} // namespace sky::simulation
