// SPDX-License-Identifier: GPL-3.0-or-later
// How an engine begins, and how it is changed while it runs.
#include "simulation/engine_inline.h"

#include "base/ensure.h"

#include <algorithm>

namespace sky::simulation {

StationState::StationState(const Station& station, std::uint64_t seed)
    : work(station.work), workStream(seed, station.id, "work"), servers(station.servers), workers(station.workers),
      backlog(station.backlog), firstCall(station.firstCall), calls(station.calls), condition(Condition::Up),
      discipline(station.discipline), fan(station.fan), choice(station.choice),
      areas(station.areas || station.levels != 0), waits(station.waits), sojourns(station.sojourns), answers(station.answers),
      impatient(!station.patience.zero()), levels(station.levels), failure(station.failure), quota(station.perSecond),
      burst(std::max(1.0, station.burst)), tokens(burst), patience(station.patience),
      choiceStream(seed, station.id, "choice"), failureStream(seed, station.id, "failure"),
      patienceStream(seed, station.id, "patience"), coldStart(station.coldStart), environments(station.environments),
      environmentTokens(station.environments), throttles(station.throttles) {}

CallState::CallState(const Call& call, const std::string& id, std::uint64_t seed)
    : spec(call),
      plain(call.loss <= 0.0 && call.timeout <= 0.0 && call.budget < 0.0 && (call.hit >= 1.0 || call.fallback == kNone)),
      stream(seed, id, "call") {}

SourceState::SourceState(const Source& source, std::uint64_t seed)
    : between(source.between), profile(source.profile), to(source.to), users(source.users), think(source.think),
      stream(seed, source.id, "arrivals"), thinkStream(seed, source.id, "thinking") {}

Engine::Engine(const StationNetwork& network, std::uint64_t seed) {
    m_frames.reserve(kMostFrames);
    m_stations.reserve(network.stations.size());
    m_calls.reserve(network.calls.size());
    m_tallies.stations.resize(network.stations.size());
    m_tallies.calls.resize(network.calls.size());
    m_tallies.sources.resize(network.sources.size());
    std::vector<std::string> ids(network.calls.size());
    for (std::size_t i = 0; i < network.stations.size(); ++i) {
        const Station& station = network.stations[i];
        m_stations.emplace_back(station, seed);
        StationTally& tally = m_tallies.stations[i];
        if (!station.waits) tally.waits = LogHistogram(0, 0);
        if (!station.sojourns) tally.sojourns = LogHistogram(0, 0);
        if (!station.answers) tally.answers = LogHistogram(0, 0);
        tally.levels.assign(station.levels, 0.0);
        for (std::uint32_t c = 0; c < station.calls; ++c) {
            const std::uint32_t call = station.firstCall + c;
            ids[call] = network.calls[call].id.empty() ? station.id + "#" + std::to_string(c) : network.calls[call].id;
        }
    }
    for (std::size_t i = 0; i < network.calls.size(); ++i) m_calls.emplace_back(network.calls[i], ids[i], seed);
    for (StationState& station : m_stations) rebuildChoices(station);
    for (std::uint32_t i = 0; i < network.sources.size(); ++i) {
        m_sources.emplace_back(network.sources[i], seed);
        SourceState& source = m_sources.back();
        if (source.users != 0) {
            for (std::uint32_t user = 0; user < source.users; ++user) {
                const double think = draw(source.think, source.thinkStream);
                m_events.plan(think, what(kUser, i));
            }
            continue;
        }
        const double step = draw(source.between, source.stream);
        const double at = source.profile.empty() ? step : source.profile.after(0.0, step);
        if (at < 1.0e300) source.pending = m_events.plan(at, what(kSource, i));
    }
}

void Engine::setProfile(std::uint32_t index, const RateProfile& profile) {
    SourceState& source = m_sources[index];
    source.profile = profile;
    const double at = profile.after(m_now, draw(source.between, source.stream));
    source.pending = ~source.pending; // the one planned before is void
    if (at < 1.0e300) source.pending = m_events.plan(at, what(kSource, index));
}

void Engine::resetTallies() {
    for (std::size_t i = 0; i < m_stations.size(); ++i) {
        m_stations[i].lastChange = m_now;
        StationTally& tally = m_tallies.stations[i];
        StationTally fresh;
        fresh.waits = std::move(tally.waits);
        fresh.sojourns = std::move(tally.sojourns);
        fresh.answers = std::move(tally.answers);
        fresh.levels.assign(tally.levels.size(), 0.0);
        fresh.waits.clear();
        fresh.sojourns.clear();
        fresh.answers.clear();
        tally = std::move(fresh);
    }
    for (CallTally& tally : m_tallies.calls) tally = {};
    for (SourceTally& tally : m_tallies.sources) tally = {};
    m_tallies.since = m_now;
}

const Tallies& Engine::tallies() {
    for (std::size_t i = 0; i < m_stations.size(); ++i) {
        if (m_stations[i].areas) touch(m_stations[i], m_tallies.stations[i]);
    }
    m_tallies.until = m_now;
    return m_tallies;
}

void Engine::planTimer(double at, std::uint32_t index) {
    m_events.planTimer(std::max(at, m_now), what(kControl, index));
}

void Engine::setSpeed(std::uint32_t station, double speed) {
    m_stations[station].speed = speed;
}

void Engine::setFailure(std::uint32_t station, double part) {
    m_stations[station].failure = part;
}

void Engine::setQuota(std::uint32_t index, double perSecond, double burst) {
    StationState& station = m_stations[index];
    station.quota = perSecond;
    station.burst = std::max(1.0, burst);
    station.tokens = std::min(station.tokens, station.burst);
    station.tokensAt = m_now;
}

void Engine::setServers(std::uint32_t index, std::uint32_t servers) {
    StationState& station = m_stations[index];
    if (station.areas) touch(station, m_tallies.stations[index]);
    station.servers = servers;
    while (station.busy < station.servers && station.queue.head != kNone) {
        const std::uint32_t first = station.queue.head;
        leaveQueue(station, m_frames[first]);
        m_tallies.stations[index].waitSum += m_now - m_frames[first].entered;
        begin(first);
    }
}

void Engine::setWorkers(std::uint32_t index, std::uint32_t workers) {
    StationState& station = m_stations[index];
    station.workers = workers;
    if (station.backlogged != 0 && !station.ready) {
        station.ready = true;
        m_ready.push_back(index);
    }
}

void Engine::setOpen(std::uint32_t call, bool open) {
    if (m_calls[call].open == open) return;
    m_calls[call].open = open;
    for (StationState& station : m_stations) {
        if (call >= station.firstCall && call < station.firstCall + station.calls) rebuildChoices(station);
    }
}

void Engine::setLoss(std::uint32_t call, double part) {
    m_calls[call].spec.loss = part;
    m_calls[call].plain = false;
}

void Engine::setDelay(std::uint32_t call, double out, double back) {
    m_calls[call].spec.delayOut = out;
    m_calls[call].spec.delayBack = back;
}

void Engine::setChoice(std::uint32_t station, Choice choice) {
    m_stations[station].choice = choice;
    rebuildChoices(m_stations[station]);
}

void Engine::setWeight(std::uint32_t call, double weight) {
    if (m_calls[call].spec.weight == weight) return;
    m_calls[call].spec.weight = weight;
    for (StationState& station : m_stations) {
        if (call >= station.firstCall && call < station.firstCall + station.calls) rebuildChoices(station);
    }
}

void Engine::setCondition(std::uint32_t index, Condition condition) {
    StationState& station = m_stations[index];
    if (station.areas) touch(station, m_tallies.stations[index]);
    station.condition = condition;
    if (condition == Condition::Up) return;
    station.busy = station.inside = station.queued = station.backlogged = 0;
    station.queue = station.line = {};
    station.sharing = {};
    for (std::uint32_t i = 0; i < m_frames.size(); ++i) {
        Frame& frame = m_frames[i];
        if (frame.station != index) continue;
        if (frame.state != FrameState::Backlogged && frame.state != FrameState::Waiting &&
            frame.state != FrameState::Working && frame.state != FrameState::Calling) {
            continue;
        }
        ++frame.serial; // whom it called may not answer it any more
        frame.admitted = false;
        frame.pending = ~frame.pending;
        if (condition == Condition::Silent && frame.watched) {
            frame.state = FrameState::Lost;
        } else {
            frame.outcome = Outcome::Unreachable;
            if (frame.call == kNone) finish(i, Outcome::Unreachable);
            else plan(frame, m_now, FrameState::Returning);
        }
    }
}

} // namespace sky::simulation
