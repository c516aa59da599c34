// SPDX-License-Identifier: GPL-3.0-or-later
// The rarer half of the engine: choosing among calls, calls side by side, timeouts, losses, shared processors.
#include "simulation/engine_inline.h"

#include <algorithm>

namespace sky::simulation {

void Engine::rebuildChoices(StationState& station) {
    station.choices.clear();
    if (station.fan != Fan::One) return;
    const auto collect = [&](bool open, bool primary) {
        for (std::uint32_t i = station.firstCall; i < station.firstCall + station.calls; ++i) {
            const CallState& call = m_calls[i];
            if (call.spec.spare || call.spec.weight <= 0.0) continue;
            if (open && !call.open) continue;
            if (primary && call.spec.secondary) continue;
            station.choices.push_back(i);
        }
    };
    const bool ranked = station.choice == Choice::Failover;
    collect(true, ranked);
    if (station.choices.empty() && ranked) collect(true, false);
    if (station.choices.empty()) collect(false, ranked); // all closed counts as all open
    if (station.choices.empty() && ranked) collect(false, false);
    station.equal = true;
    for (const std::uint32_t call : station.choices) {
        station.equal = station.equal && m_calls[call].spec.weight == m_calls[station.choices.front()].spec.weight;
    }
    station.current.assign(station.choices.size(), 0.0);
    if (station.cursor >= station.choices.size()) station.cursor = 0;
}

std::uint32_t Engine::pick(StationState& station) {
    const std::size_t size = station.choices.size();
    if (size == 0) return kNone;
    if (size == 1) return station.choices.front();
    switch (station.choice) {
    case Choice::Failover:
    case Choice::Random: {
        if (station.equal) return station.choices[station.choiceStream.below(size)];
        double sum = 0.0;
        for (const std::uint32_t call : station.choices) sum += m_calls[call].spec.weight;
        double left = station.choiceStream.uniform() * sum;
        for (const std::uint32_t call : station.choices) {
            left -= m_calls[call].spec.weight;
            if (left < 0.0) return call;
        }
        return station.choices.back();
    }
    case Choice::RoundRobin: {
        if (station.equal) {
            const std::uint32_t call = station.choices[station.cursor];
            station.cursor = station.cursor + 1 == size ? 0 : station.cursor + 1;
            return call;
        }
        // Smooth weighted round: all gain their weight, the richest is taken and pays the sum.
        double sum = 0.0;
        std::size_t best = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const double weight = m_calls[station.choices[i]].spec.weight;
            station.current[i] += weight;
            sum += weight;
            if (station.current[i] > station.current[best]) best = i;
        }
        station.current[best] -= sum;
        return station.choices[best];
    }
    case Choice::LeastBusy: {
        // The first of the least busy behind the one taken last, so that equals take turns.
        std::size_t best = station.cursor;
        double least = m_calls[station.choices[best]].outstanding / m_calls[station.choices[best]].spec.weight;
        for (std::size_t step = 1; step < size; ++step) {
            const std::size_t i = station.cursor + step < size ? station.cursor + step : station.cursor + step - size;
            const CallState& call = m_calls[station.choices[i]];
            const double load = call.outstanding / call.spec.weight;
            if (load < least) {
                least = load;
                best = i;
            }
        }
        station.cursor = best + 1 == size ? 0 : static_cast<std::uint32_t>(best + 1);
        return station.choices[best];
    }
    }
    return kNone;
}

void Engine::together(std::uint32_t index) {
    Frame& frame = m_frames[index];
    const StationState& station = m_stations[frame.station];
    const std::uint32_t serial = frame.serial;
    frame.repeats = 1; // itself, so that an answer at once does not end it
    for (std::uint32_t i = station.firstCall; i < station.firstCall + station.calls; ++i) {
        const CallState& call = m_calls[i];
        if (call.spec.spare || !call.open) continue;
        if (call.spec.wait) ++frame.repeats;
        issue(i, call.spec.wait ? index : kNone, 0, 0.0);
        if (frame.serial != serial) return; // a needed call failed at once
    }
    if (--frame.repeats == 0) finish(index, Outcome::Ok);
}

void Engine::leaveQueue(StationState& station, Frame& frame) {
    if (frame.previous == kNone) station.queue.head = frame.next;
    else m_frames[frame.previous].next = frame.next;
    if (frame.next == kNone) station.queue.tail = frame.previous;
    else m_frames[frame.next].previous = frame.previous;
    --station.queued;
}

void Engine::abandon(std::uint32_t index) {
    Frame& frame = m_frames[index];
    StationState& station = m_stations[frame.station];
    StationTally& tally = m_tallies.stations[frame.station];
    if (station.areas) touch(station, tally);
    leaveQueue(station, frame);
    ++tally.abandoned;
    const double waited = m_now - frame.entered;
    tally.waitSum += waited;
    if (station.waits) tally.waits.file(waited);
    finish(index, Outcome::Abandoned);
}

bool Engine::newEnvironment(StationState& station) {
    if (station.environments <= 0.0) return true;
    station.environmentTokens = std::min(station.environments, station.environmentTokens + (m_now - station.environmentsAt) * station.environments / 10.0);
    station.environmentsAt = m_now;
    if (station.environmentTokens < 1.0) return false;
    station.environmentTokens -= 1.0;
    return true;
}

bool Engine::mayRetry(CallState& call, std::uint32_t attempt, Outcome outcome) {
    if (attempt >= call.spec.retries || outcome == Outcome::Abandoned) return false;
    if (call.spec.budget < 0.0) return true;
    if (call.tokens < 1.0) return false;
    call.tokens -= 1.0;
    return true;
}

void Engine::lose(std::uint32_t index) {
    Frame& frame = m_frames[index];
    if (frame.watched) {
        const Call& call = m_calls[frame.call].spec;
        if (call.connect > 0.0 && call.connect < call.timeout) {
            frame.outcome = Outcome::Unreachable;
            plan(frame, m_now + call.connect, FrameState::Returning);
            return;
        }
        frame.state = FrameState::Lost;
        frame.pending = ~frame.pending;
    } else {
        finish(index, Outcome::Unreachable); // nobody waits by the clock: then it is known at once
    }
}

void Engine::watch(std::uint32_t index) {
    Frame& frame = m_frames[index];
    CallState& call = m_calls[frame.call];
    frame.watched = true;
    frame.deadline = m_now + call.spec.timeout;
    frame.watchNext = kNone;
    frame.watchPrevious = call.watched.tail;
    if (call.watched.tail == kNone) call.watched.head = index;
    else m_frames[call.watched.tail].watchNext = index;
    call.watched.tail = index;
    if (call.armed < m_now) {
        call.armed = frame.deadline;
        m_events.planTimer(frame.deadline, what(kTimeout, frame.call));
    }
}

void Engine::unwatch(Frame& frame) {
    CallState& call = m_calls[frame.call];
    frame.watched = false;
    if (frame.watchPrevious == kNone) call.watched.head = frame.watchNext;
    else m_frames[frame.watchPrevious].watchNext = frame.watchNext;
    if (frame.watchNext == kNone) call.watched.tail = frame.watchPrevious;
    else m_frames[frame.watchNext].watchPrevious = frame.watchPrevious;
}

// One timer per call: the longest out comes first, and when the timer rings for one already answered it is set anew.
void Engine::timeouts(std::uint32_t index) {
    CallState& call = m_calls[index];
    call.armed = -1.0;
    while (call.watched.head != kNone && m_frames[call.watched.head].deadline <= m_now) {
        const std::uint32_t slot = call.watched.head;
        Frame& frame = m_frames[slot];
        unwatch(frame);
        if (frame.open) {
            frame.open = false;
            --call.outstanding;
            ++m_tallies.calls[index].outcomes[static_cast<std::size_t>(Outcome::TimedOut)];
        }
        const std::uint32_t parent = frame.parent;
        const std::uint32_t serial = frame.parentSerial;
        const std::uint32_t attempt = frame.attempt;
        frame.parent = kNone; // it works on for nobody
        if (frame.state == FrameState::Lost) release(slot);
        if (parent != kNone) answered(index, parent, serial, attempt, Outcome::TimedOut);
    }
    if (call.watched.head != kNone && call.armed < m_now) {
        call.armed = m_frames[call.watched.head].deadline;
        m_events.planTimer(call.armed, what(kTimeout, index));
    }
}

void Engine::drainReady() {
    while (!m_ready.empty()) {
        const std::uint32_t index = m_ready.back();
        m_ready.pop_back();
        StationState& station = m_stations[index];
        station.ready = false;
        while (station.backlogged != 0 && station.inside < station.workers) {
            const std::uint32_t slot = station.line.head;
            station.line.head = m_frames[slot].next;
            if (station.line.head == kNone) station.line.tail = kNone;
            else m_frames[station.line.head].previous = kNone;
            --station.backlogged;
            station.ready = true; // what ends at once must not call for this again
            admit(slot);
            station.ready = false;
        }
    }
}

// Shared processors by virtual time: it runs at the speed each request is served with, so that a request is done when
// it has passed by the request's work.
void Engine::sharingAdvance(StationState& station) {
    const auto here = static_cast<double>(station.sharing.size());
    const double speed = here > station.servers ? station.servers / here : 1.0;
    station.virtualTime += (m_now - station.lastChange) * speed;
}

void Engine::sharingPlan(std::uint32_t index) {
    StationState& station = m_stations[index];
    if (station.sharing.empty()) {
        station.sharingPending = kNone;
        station.virtualTime = 0.0;
        return;
    }
    const auto here = static_cast<double>(station.sharing.size());
    const double speed = here > station.servers ? station.servers / here : 1.0;
    const double left = std::max(0.0, station.sharing.top().time - station.virtualTime);
    station.sharingPending = m_events.plan(m_now + left / speed, what(kSharing, index));
}

void Engine::sharingArrive(std::uint32_t slot) {
    Frame& frame = m_frames[slot];
    StationState& station = m_stations[frame.station];
    sharingAdvance(station);
    touch(station, m_tallies.stations[frame.station]);
    frame.work = draw(station.work, station.workStream) * station.speed;
    frame.state = FrameState::Working;
    if (station.sharing.size() >= station.servers) ++m_tallies.stations[frame.station].waited;
    station.sharing.push({station.virtualTime + frame.work, station.sharingOrder++, slot});
    sharingPlan(frame.station);
}

void Engine::sharingDone(std::uint32_t index, std::uint32_t order) {
    StationState& station = m_stations[index];
    if (station.sharingPending != order || station.sharing.empty()) return;
    StationTally& tally = m_tallies.stations[index];
    sharingAdvance(station);
    touch(station, tally);
    const Event done = station.sharing.pop();
    station.virtualTime = done.time;
    sharingPlan(index);
    Frame& frame = m_frames[done.what];
    const double sojourn = m_now - frame.entered;
    ++tally.served;
    tally.workSum += frame.work;
    if (frame.work > 0.0) tally.slowdownSum += sojourn / frame.work;
    if (station.sojourns) tally.sojourns.file(sojourn);
    if (station.failure > 0.0 && station.failureStream.uniform() < station.failure) {
        ++tally.failed;
        finish(done.what, Outcome::Failed);
        return;
    }
    fanOut(done.what);
}

} // namespace sky::simulation
