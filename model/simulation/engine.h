// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a StationNetwork event by event. No allocation in steady state; at most kMostFrames requests and calls are
// alive at once, further ones are refused. Everything random hangs on (seed, id of station, call or source, purpose).
// Whoever controls the run changes stations and calls between events, and gets timers. One thread; a value per run.
#pragma once

#include "simulation/event_queue.h"
#include "simulation/frame.h"
#include "simulation/tally.h"

#include <algorithm>
#include <functional>

namespace sky::simulation {

enum class Condition : std::uint8_t { Up, Silent, Refusing }; // silent: nothing comes back; refusing: at once an error

class Engine {
  public:
    static constexpr std::uint32_t kMostFrames = 400000;

    // The network must have passed checkNetwork.
    Engine(const StationNetwork& network, std::uint64_t seed);
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    void run(double until); // all events before it
    [[nodiscard]] double now() const { return m_now; }
    [[nodiscard]] std::uint64_t eventsDone() const { return m_eventsDone; }

    void resetTallies();
    [[nodiscard]] const Tallies& tallies(); // up to now
    [[nodiscard]] SourceTally& sourceTally(std::uint32_t source) { return m_tallies.sources[source]; }

    // Called at planned times, between events.
    using Timer = std::function<void(std::uint32_t what, double now)>;
    void onTimer(Timer timer) { m_timer = std::move(timer); }
    void planTimer(double at, std::uint32_t what);

    // Called for every request that ends.
    using Ended = std::function<void(std::uint32_t source, Outcome outcome, double born, double now)>;
    void onEnded(Ended ended) { m_ended = std::move(ended); }

    [[nodiscard]] std::uint32_t inside(std::uint32_t station) const { return m_stations[station].inside; }
    [[nodiscard]] std::uint32_t waiting(std::uint32_t station) const {
        return m_stations[station].queued + m_stations[station].backlogged;
    }
    [[nodiscard]] std::uint32_t busy(std::uint32_t station) const { return m_stations[station].busy; }
    [[nodiscard]] Condition condition(std::uint32_t station) const { return m_stations[station].condition; }

    // What is inside is lost: silently (callers learn by their timeout) or at once.
    void setCondition(std::uint32_t station, Condition condition);
    void setSpeed(std::uint32_t station, double speed); // of work that begins from now on
    void setServers(std::uint32_t station, std::uint32_t servers);
    void setWorkers(std::uint32_t station, std::uint32_t workers);
    void setFailure(std::uint32_t station, double part);
    void setQuota(std::uint32_t station, double perSecond, double burst);
    [[nodiscard]] Call& call(std::uint32_t call) { return m_calls[call].spec; }
    [[nodiscard]] std::uint32_t warm(std::uint32_t station) const { return m_stations[station].warm; }
    [[nodiscard]] std::uint32_t coldStarts(std::uint32_t station) const { return m_stations[station].coldStarts; }
    void setWarm(std::uint32_t station, std::uint32_t warm) { m_stations[station].warm = warm; }
    [[nodiscard]] std::uint32_t servers(std::uint32_t station) const { return m_stations[station].servers; }
    [[nodiscard]] bool full(std::uint32_t station) const { // nobody more is let in or may wait
        const StationState& state = m_stations[station];
        return state.inside >= state.workers && state.backlogged >= state.backlog;
    }
    void setLoss(std::uint32_t call, double part);
    void setHit(std::uint32_t call, double part) { m_calls[call].spec.hit = part; }
    void setDelay(std::uint32_t call, double out, double back);
    void setChoice(std::uint32_t station, Choice choice);
    void setOpen(std::uint32_t call, bool open); // closed: not chosen while another is open
    void setWeight(std::uint32_t call, double weight);
    [[nodiscard]] bool open(std::uint32_t call) const { return m_calls[call].open; }
    void setProfile(std::uint32_t source, const RateProfile& profile);

  private:
    enum Kind : std::uint32_t { kFrame, kSource, kUser, kSharing, kTimeout, kControl };
    static constexpr std::uint32_t kIndex = 0x1FFFFFFFu;
    [[nodiscard]] static std::uint32_t what(Kind kind, std::uint32_t index) { return (kind << 29) | index; }

    void dispatch(const Event& event);
    void plan(Frame& frame, double at, FrameState state);

    [[nodiscard]] std::uint32_t allocate();
    void release(std::uint32_t index);

    void sourceEvent(std::uint32_t source);
    void born(std::uint32_t source);
    void arrive(std::uint32_t frame);
    void admit(std::uint32_t frame);
    void begin(std::uint32_t frame);
    void workDone(std::uint32_t frame);
    void leaveQueue(StationState& station, Frame& frame);
    void abandon(std::uint32_t frame);
    void fanOut(std::uint32_t frame);
    void nextCall(std::uint32_t frame);
    void together(std::uint32_t frame);
    [[nodiscard]] std::uint32_t pick(StationState& station);
    void issue(std::uint32_t call, std::uint32_t parent, std::uint32_t attempt, double delay);
    void depart(std::uint32_t frame);
    void finish(std::uint32_t frame, Outcome outcome);
    void reply(std::uint32_t frame);
    void answered(std::uint32_t call, std::uint32_t parent, std::uint32_t serial, std::uint32_t attempt, Outcome outcome);
    void lose(std::uint32_t frame);
    void timeouts(std::uint32_t call);
    void watch(std::uint32_t frame);
    void unwatch(Frame& frame);
    [[nodiscard]] bool mayRetry(CallState& call, std::uint32_t attempt, Outcome outcome);
    void sharingArrive(std::uint32_t frame);
    void sharingAdvance(StationState& station);
    void sharingPlan(std::uint32_t station);
    void sharingDone(std::uint32_t station, std::uint32_t order);
    void drainReady();
    void ended(std::uint32_t source, Outcome outcome, double born);
    void touch(StationState& station, StationTally& tally);
    [[nodiscard]] bool newEnvironment(StationState& station);
    void rebuildChoices(StationState& station);

    EventQueue m_events;
    double m_now = 0.0;
    std::uint64_t m_eventsDone = 0;
    std::vector<Frame> m_frames; // reserved once: never moves
    std::uint32_t m_freeFrame = kNone;
    std::vector<StationState> m_stations;
    std::vector<CallState> m_calls;
    std::vector<SourceState> m_sources;
    std::vector<std::uint32_t> m_ready; // stations that may let somebody in
    Tallies m_tallies;
    Timer m_timer;
    Ended m_ended;
};

} // namespace sky::simulation
