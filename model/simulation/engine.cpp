// SPDX-License-Identifier: GPL-3.0-or-later
// The hot half of the engine: a request's way through arrival, admission, work and calls.
#include "simulation/engine_inline.h"

#include <algorithm>

namespace sky::simulation {

void Engine::run(double until) {
    Event event;
    while (m_events.take(until, event)) {
        m_now = event.time;
        ++m_eventsDone;
        dispatch(event);
        if (!m_ready.empty()) [[unlikely]] drainReady();
    }
    m_now = until;
}

void Engine::dispatch(const Event& event) {
    const std::uint32_t index = event.what & kIndex;
    switch (static_cast<Kind>(event.what >> 29)) {
    case kFrame: {
        Frame& frame = m_frames[index];
        if (frame.pending != event.order) return; // planned for what is no more
        switch (frame.state) {
        case FrameState::Working: workDone(index); return;
        case FrameState::Travelling: arrive(index); return;
        case FrameState::Returning: reply(index); return;
        case FrameState::Waiting: abandon(index); return;
        case FrameState::Delayed: depart(index); return;
        default: return;
        }
    }
    case kSource:
        if (m_sources[index].pending == event.order) sourceEvent(index);
        return;
    case kUser: born(index); return;
    case kSharing: sharingDone(index, event.order); return;
    case kTimeout: timeouts(index); return;
    case kControl:
        if (m_timer) m_timer(index, m_now);
        return;
    }
}

void Engine::sourceEvent(std::uint32_t index) {
    SourceState& source = m_sources[index];
    const double step = draw(source.between, source.stream);
    const double at = source.profile.empty() ? m_now + step : source.profile.after(m_now, step);
    if (at < 1.0e300) [[likely]] source.pending = m_events.plan(at, what(kSource, index));
    born(index);
}

void Engine::born(std::uint32_t index) {
    ++m_tallies.sources[index].born;
    const std::uint32_t slot = allocate();
    if (slot == kNone) {
        ended(index, Outcome::Refused, m_now);
        return;
    }
    Frame& frame = m_frames[slot];
    frame.issued = m_now;
    frame.station = m_sources[index].to;
    frame.call = kNone;
    frame.parent = kNone;
    frame.source = index;
    frame.watched = false;
    frame.open = false;
    frame.attempt = 0;
    arrive(slot);
}

void Engine::arrive(std::uint32_t index) {
    Frame& frame = m_frames[index];
    StationState& station = m_stations[frame.station];
    frame.entered = m_now;
    frame.admitted = false;
    ++m_tallies.stations[frame.station].arrivals;
    if (station.condition != Condition::Up) [[unlikely]] {
        if (station.condition == Condition::Silent) lose(index);
        else finish(index, Outcome::Unreachable);
        return;
    }
    if (station.quota > 0.0) [[unlikely]] {
        station.tokens = std::min(station.burst, station.tokens + (m_now - station.tokensAt) * station.quota);
        station.tokensAt = m_now;
        if (station.tokens < 1.0) {
            ++m_tallies.stations[frame.station].throttled;
            finish(index, Outcome::Throttled);
            return;
        }
        station.tokens -= 1.0;
    }
    if (station.coldStart > 0.0 && station.inside >= station.warm && station.inside < station.workers) [[unlikely]] {
        if (!newEnvironment(station)) {
            ++m_tallies.stations[frame.station].throttled;
            finish(index, Outcome::Throttled);
            return;
        }
    }
    if (station.inside >= station.workers) [[unlikely]] {
        if (station.backlogged >= station.backlog) {
            if (station.throttles) {
                ++m_tallies.stations[frame.station].throttled;
                finish(index, Outcome::Throttled);
                return;
            }
            ++m_tallies.stations[frame.station].refused;
            finish(index, Outcome::Refused);
            return;
        }
        frame.state = FrameState::Backlogged;
        frame.next = kNone;
        frame.previous = station.line.tail;
        if (station.line.tail == kNone) station.line.head = index;
        else m_frames[station.line.tail].next = index;
        station.line.tail = index;
        ++station.backlogged;
        return;
    }
    admit(index);
}

void Engine::begin(std::uint32_t index) {
    Frame& frame = m_frames[index];
    StationState& station = m_stations[frame.station];
    frame.work = draw(station.work, station.workStream) * station.speed;
    if (station.coldStart > 0.0 && station.inside > station.warm) [[unlikely]] {
        frame.work += station.coldStart;
        ++station.warm;
        ++station.coldStarts;
    }
    ++station.busy;
    plan(frame, m_now + frame.work, FrameState::Working);
}

void Engine::admit(std::uint32_t index) {
    Frame& frame = m_frames[index];
    StationState& station = m_stations[frame.station];
    ++station.inside;
    frame.admitted = true;
    if (station.work.zero()) {
        fanOut(index);
        return;
    }
    if (station.discipline == Discipline::Sharing) {
        sharingArrive(index);
        return;
    }
    StationTally& tally = m_tallies.stations[frame.station];
    if (station.areas) touch(station, tally);
    if (station.busy < station.servers) {
        if (station.waits) tally.waits.file(0.0);
        begin(index);
        return;
    }
    ++tally.waited;
    ++station.queued;
    frame.next = kNone;
    frame.previous = station.queue.tail;
    if (station.queue.tail == kNone) station.queue.head = index;
    else m_frames[station.queue.tail].next = index;
    station.queue.tail = index;
    frame.state = FrameState::Waiting;
    if (station.impatient) plan(frame, m_now + draw(station.patience, station.patienceStream), FrameState::Waiting);
}

void Engine::workDone(std::uint32_t index) {
    Frame& frame = m_frames[index];
    StationState& station = m_stations[frame.station];
    StationTally& tally = m_tallies.stations[frame.station];
    if (station.areas) touch(station, tally);
    ++tally.served;
    tally.workSum += frame.work;
    if (station.sojourns) tally.sojourns.file(m_now - frame.entered);
    --station.busy;
    const std::uint32_t first = station.queue.head;
    if (first != kNone && station.busy < station.servers) {
        Frame& waiting = m_frames[first];
        station.queue.head = waiting.next;
        if (waiting.next == kNone) station.queue.tail = kNone;
        else m_frames[waiting.next].previous = kNone;
        --station.queued;
        const double waited = m_now - waiting.entered;
        tally.waitSum += waited;
        if (station.waits) tally.waits.file(waited);
        begin(first);
    }
    if (station.failure > 0.0 && station.failureStream.uniform() < station.failure) [[unlikely]] {
        ++tally.failed;
        finish(index, Outcome::Failed);
        return;
    }
    fanOut(index);
}

void Engine::fanOut(std::uint32_t index) {
    Frame& frame = m_frames[index];
    StationState& station = m_stations[frame.station];
    if (station.calls == 0) {
        finish(index, Outcome::Ok);
        return;
    }
    frame.state = FrameState::Calling;
    if (station.fan == Fan::One) {
        const std::uint32_t call = pick(station);
        if (call == kNone) {
            finish(index, Outcome::Unreachable);
            return;
        }
        const CallState& state = m_calls[call];
        if (state.spec.edgeHit > 0.0 && m_calls[call].stream.uniform() < state.spec.edgeHit) {
            ++m_tallies.calls[call].edgeHits;
            finish(index, Outcome::Ok);
            return;
        }
        frame.position = station.calls; // nothing to follow
        frame.repeats = 0;
        issue(call, index, 0, 0.0);
        return;
    }
    if (station.fan == Fan::Together) {
        together(index);
        return;
    }
    frame.position = kNone;
    frame.repeats = 0;
    nextCall(index);
}

void Engine::nextCall(std::uint32_t index) {
    Frame& frame = m_frames[index];
    StationState& station = m_stations[frame.station];
    for (;;) {
        while (frame.repeats == 0) {
            ++frame.position;
            if (frame.position >= station.calls) {
                finish(index, Outcome::Ok);
                return;
            }
            CallState& call = m_calls[station.firstCall + frame.position];
            if (call.spec.spare || !call.open) continue;
            const double count = call.spec.count;
            frame.repeats = static_cast<std::uint32_t>(count);
            const double rest = count - frame.repeats;
            if (rest > 0.0 && call.stream.uniform() < rest) ++frame.repeats;
        }
        --frame.repeats;
        const std::uint32_t call = station.firstCall + frame.position;
        CallState& state = m_calls[call];
        if (state.spec.edgeHit > 0.0 && state.stream.uniform() < state.spec.edgeHit) {
            ++m_tallies.calls[call].edgeHits;
            continue;
        }
        if (!state.spec.wait) {
            issue(call, kNone, 0, 0.0);
            continue;
        }
        issue(call, index, 0, 0.0); // may answer at once, and end the frame
        return;
    }
}

void Engine::issue(std::uint32_t call, std::uint32_t parent, std::uint32_t attempt, double delay) {
    CallState& state = m_calls[call];
    const std::uint32_t slot = allocate();
    const std::uint32_t serial = parent == kNone ? 0 : m_frames[parent].serial;
    if (slot == kNone) {
        if (parent != kNone) answered(call, parent, serial, 0xFFFF, Outcome::Refused);
        return;
    }
    Frame& frame = m_frames[slot];
    frame.station = state.spec.to;
    frame.call = call;
    frame.parent = parent;
    frame.parentSerial = serial;
    frame.source = kNone;
    frame.admitted = false;
    frame.open = false;
    frame.watched = false;
    frame.attempt = static_cast<std::uint16_t>(attempt);
    if (delay > 0.0) plan(frame, m_now + delay, FrameState::Delayed);
    else depart(slot);
}

void Engine::depart(std::uint32_t index) {
    Frame& frame = m_frames[index];
    CallState& state = m_calls[frame.call];
    if (frame.attempt != 0 && m_frames[frame.parent].serial != frame.parentSerial) {
        release(index);
        return;
    }
    frame.issued = m_now;
    frame.open = true;
    ++m_tallies.calls[frame.call].made;
    ++state.outstanding;
    if (!state.plain) {
        if (frame.attempt == 0 && state.spec.budget >= 0.0) state.tokens = std::min(10.0, state.tokens + state.spec.budget);
        if (state.spec.timeout > 0.0) watch(index);
        if (state.spec.loss > 0.0 && state.stream.uniform() < state.spec.loss) {
            lose(index);
            return;
        }
    }
    if (state.spec.delayOut > 0.0) plan(frame, m_now + state.spec.delayOut, FrameState::Travelling);
    else arrive(index);
}

void Engine::finish(std::uint32_t index, Outcome outcome) {
    Frame& frame = m_frames[index];
    StationState& station = m_stations[frame.station];
    if (frame.admitted) [[likely]] {
        frame.admitted = false;
        --station.inside;
        if (station.backlogged != 0 && !station.ready) [[unlikely]] {
            station.ready = true;
            m_ready.push_back(frame.station);
        }
        if (station.answers) m_tallies.stations[frame.station].answers.file(m_now - frame.entered);
    }
    if (frame.call == kNone) {
        const std::uint32_t source = frame.source;
        const double issued = frame.issued;
        release(index);
        if (source != kNone) ended(source, outcome, issued);
        return;
    }
    frame.outcome = outcome;
    const double back = m_calls[frame.call].spec.delayBack;
    if (back > 0.0) {
        ++frame.serial; // nobody it called may answer it any more
        plan(frame, m_now + back, FrameState::Returning);
    } else {
        reply(index);
    }
}

void Engine::reply(std::uint32_t index) {
    Frame& frame = m_frames[index];
    const std::uint32_t call = frame.call;
    const std::uint32_t parent = frame.parent;
    const std::uint32_t serial = frame.parentSerial;
    const std::uint32_t attempt = frame.attempt;
    const Outcome outcome = frame.outcome;
    if (frame.watched) unwatch(frame);
    if (frame.open) { // nobody has given it up
        frame.open = false;
        --m_calls[call].outstanding;
        ++m_tallies.calls[call].outcomes[static_cast<std::size_t>(outcome)];
    }
    release(index);
    if (parent != kNone) answered(call, parent, serial, attempt, outcome);
}

void Engine::answered(std::uint32_t call, std::uint32_t parent, std::uint32_t serial, std::uint32_t attempt, Outcome outcome) {
    if (m_frames[parent].serial != serial) return; // who waited is no more
    CallState& state = m_calls[call];
    if (!state.plain || outcome != Outcome::Ok) {
        if (outcome == Outcome::Ok) {
            if (state.spec.hit < 1.0 && state.stream.uniform() >= state.spec.hit) {
                ++m_tallies.calls[call].misses;
                if (state.spec.fallback != kNone) {
                    issue(state.spec.fallback, parent, 0, 0.0);
                    return;
                }
            }
        } else {
            if (mayRetry(state, attempt, outcome)) {
                ++m_tallies.calls[call].retried;
                if (state.spec.pause > 0.0) {
                    issue(call, parent, attempt + 1, state.spec.pause);
                    return;
                }
                double most = state.spec.backoff;
                for (std::uint32_t i = 0; i < attempt && most < state.spec.backoffMost; ++i) most *= 2.0;
                most = std::min(most, state.spec.backoffMost);
                // Never in the same instant: a retry without any pause takes a microsecond at least.
                issue(call, parent, attempt + 1, std::max(1.0e-6, most * state.stream.uniform()));
                return;
            }
            if (state.spec.fallback != kNone) {
                issue(state.spec.fallback, parent, 0, 0.0);
                return;
            }
            if (state.spec.need) {
                finish(parent, outcome);
                return;
            }
        }
    }
    Frame& frame = m_frames[parent];
    const StationState& station = m_stations[frame.station];
    if (station.fan == Fan::Each) nextCall(parent);
    else if (station.fan == Fan::One || --frame.repeats == 0) finish(parent, Outcome::Ok);
}

void Engine::ended(std::uint32_t index, Outcome outcome, double born) {
    SourceTally& tally = m_tallies.sources[index];
    ++tally.outcomes[static_cast<std::size_t>(outcome)];
    if (outcome == Outcome::Ok) [[likely]] tally.sojourns.file(m_now - born);
    if (m_ended) m_ended(index, outcome, born, m_now);
    SourceState& source = m_sources[index];
    if (source.users != 0) {
        const double think = draw(source.think, source.thinkStream);
        tally.thinkSum += think;
        m_events.plan(m_now + think, what(kUser, index));
    }
}

} // namespace sky::simulation
