// SPDX-License-Identifier: GPL-3.0-or-later
// What the recursion can run, and its windows; the stations' work is in recursion_serve.cpp.
#include "simulation/recursion.h"

#include "base/ensure.h"

#include <algorithm>
#include <limits>

namespace sky::simulation {
namespace {

constexpr std::size_t kWindow = 1024;

bool plainStation(const Station& station) {
    return station.discipline == Discipline::FirstCome && station.workers == kUnlimited && station.perSecond <= 0.0 &&
           station.failure <= 0.0 && station.patience.zero() && !station.answers && station.levels == 0;
}

bool plainCall(const Call& call) {
    return call.loss <= 0.0 && call.timeout <= 0.0 && call.edgeHit <= 0.0 && call.fallback == kNone && !call.spare &&
           call.wait && call.need && call.count == 1.0 && !call.secondary;
}

// Stations in an order in which calls only go forward; empty when there is none.
std::vector<std::uint32_t> order(const StationNetwork& network) {
    std::vector<std::uint32_t> coming(network.stations.size(), 0);
    for (const Station& station : network.stations) {
        for (std::uint32_t i = 0; i < station.calls; ++i) ++coming[network.calls[station.firstCall + i].to];
    }
    std::vector<std::uint32_t> sorted;
    for (std::uint32_t i = 0; i < coming.size(); ++i) {
        if (coming[i] == 0) sorted.push_back(i);
    }
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const Station& station = network.stations[sorted[i]];
        for (std::uint32_t c = 0; c < station.calls; ++c) {
            const std::uint32_t to = network.calls[station.firstCall + c].to;
            if (--coming[to] == 0) sorted.push_back(to);
        }
    }
    if (sorted.size() != network.stations.size()) sorted.clear();
    return sorted;
}

} // namespace

bool Recursion::fits(const StationNetwork& network) {
    if (network.sources.size() != 1 || network.sources.front().users != 0) return false;
    for (const Station& station : network.stations) {
        if (!plainStation(station)) return false;
        if (station.calls > 1 && station.fan != Fan::One) return false;
        if (station.calls > 1 && station.choice != Choice::Random && station.choice != Choice::RoundRobin) return false;
        double weight = -1.0;
        for (std::uint32_t i = 0; i < station.calls; ++i) {
            const Call& call = network.calls[station.firstCall + i];
            if (!plainCall(call) || call.weight <= 0.0) return false;
            if (station.choice == Choice::RoundRobin && weight >= 0.0 && call.weight != weight) return false;
            weight = call.weight;
        }
    }
    return !order(network).empty();
}

Recursion::Recursion(const StationNetwork& network, std::uint64_t seed)
    : m_between(network.sources.front().between), m_profile(network.sources.front().profile),
      m_arrivals(seed, network.sources.front().id, "arrivals") {
    ENSURE(fits(network), "a network the recursion cannot run");
    const std::vector<std::uint32_t> sorted = order(network);
    std::vector<std::uint32_t> nodeOf(sorted.size());
    for (std::uint32_t i = 0; i < sorted.size(); ++i) nodeOf[sorted[i]] = i;
    m_edges.push_back({network.sources.front().to, kNone, 0.0, 0.0, 1.0, {}});
    m_nodes.reserve(sorted.size());
    for (const std::uint32_t index : sorted) {
        const Station& station = network.stations[index];
        Node node{.station = index,
                  .servers = station.servers,
                  .work = station.work,
                  .workStream = RandomStream(seed, station.id, "work"),
                  .choiceStream = RandomStream(seed, station.id, "choice"),
                  .free = {},
                  .in = {},
                  .out = {}};
        node.waits = station.waits;
        node.sojourns = station.sojourns;
        node.random = station.choice == Choice::Random;
        if (!station.work.zero() && station.servers != kUnlimited) node.free.assign(station.servers, 0.0);
        m_nodes.push_back(std::move(node));
    }
    m_nodes[nodeOf[m_edges.front().to]].in.push_back(0);
    for (Node& node : m_nodes) {
        const Station& station = network.stations[node.station];
        for (std::uint32_t i = 0; i < station.calls; ++i) {
            const Call& call = network.calls[station.firstCall + i];
            const auto edge = static_cast<std::uint32_t>(m_edges.size());
            m_edges.push_back({call.to, station.firstCall + i, call.delayOut, call.delayBack, call.weight, {}});
            node.equal = node.equal && call.weight == network.calls[station.firstCall].weight;
            node.weights += call.weight;
            node.out.push_back(edge);
            m_nodes[nodeOf[call.to]].in.push_back(edge);
        }
    }
    m_tallies.stations.resize(network.stations.size());
    m_tallies.calls.resize(network.calls.size());
    m_tallies.sources.resize(1);
    const double step = draw(m_between, m_arrivals);
    m_next = m_profile.empty() ? step : m_profile.after(0.0, step);
}

void Recursion::resetTallies() {
    for (StationTally& tally : m_tallies.stations) tally = {};
    for (CallTally& tally : m_tallies.calls) tally = {};
    for (SourceTally& tally : m_tallies.sources) tally = {};
    m_tallies.since = m_now;
}

const Tallies& Recursion::tallies() {
    m_tallies.until = m_now;
    for (StationTally& tally : m_tallies.stations) {
        tally.areaBusy = tally.workSum;
        tally.areaHere = tally.workSum + tally.waitSum;
    }
    return m_tallies;
}

void Recursion::setRate(double perUnit) {
    ENSURE(m_profile.empty() && perUnit > 0.0, "the rate of a source without a profile");
    const double factor = 1.0 / (perUnit * m_between.mean);
    m_next = m_now + (m_next - m_now) * factor;
    m_between = m_between.times(factor);
}

void Recursion::run(double until) {
    while (m_next < until) window(kWindow, until);
    window(0, until);
    m_now = until;
}

void Recursion::window(std::size_t arrivals, double until) {
    generate(arrivals, until);
    const double end = m_next < until ? m_next : until;
    for (Node& node : m_nodes) {
        gather(node, end);
        if (m_input.times.empty()) continue;
        serve(node);
        if (!node.out.empty()) distribute(node);
        else if (m_depart.size() == m_input.times.size()) fileLeaf();
        // else: filed while serving
    }
}

void Recursion::generate(std::size_t arrivals, double until) {
    std::vector<double>& times = m_edges.front().requests.times;
    std::size_t used = times.size();
    if (arrivals == 0 || m_next >= until) return;
    times.resize(used + arrivals);
    double next = m_next;
    std::size_t made = 0;
    if (m_profile.empty() && m_between.kind == LawKind::Exponential) {
        RandomStream stream = m_arrivals; // in registers while the loop runs
        const double mean = m_between.mean;
        while (made < arrivals && next < until) {
            times[used + made++] = next;
            next += mean * drawExponential(stream);
        }
        m_arrivals = stream;
    } else {
        while (made < arrivals && next < until) {
            times[used + made++] = next;
            const double step = draw(m_between, m_arrivals);
            next = m_profile.empty() ? next + step : m_profile.after(next, step);
        }
    }
    times.resize(used + made);
    m_next = next;
    m_tallies.sources.front().born += made;
}

} // namespace sky::simulation
