// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's state: a Frame is one request or call at a station, the others are what changes of stations, calls and
// sources while it runs. Only the engine uses it.
#pragma once

#include "simulation/event_heap.h"
#include "simulation/station_network.h"

namespace sky::simulation {

enum class Condition : std::uint8_t;

enum class FrameState : std::uint8_t { Free, Delayed, Travelling, Backlogged, Waiting, Working, Calling, Returning, Lost };

struct Frame {
    double entered = 0.0;  // when it came to the station
    double issued = 0.0;   // when the call, or the request, began
    double deadline = 0.0; // while watched
    double work = 0.0;     // what it needs of a server
    std::uint32_t station = kNone;
    std::uint32_t call = kNone;   // by which it came; kNone: from the source
    std::uint32_t parent = kNone; // who waits for it
    std::uint32_t parentSerial = 0;
    std::uint32_t serial = 0;  // of this use of the slot
    std::uint32_t source = kNone;
    std::uint32_t pending = 0; // order of its one pending event
    std::uint32_t next = kNone; // in its station's queue or backlog, or among the free
    std::uint32_t previous = kNone;
    std::uint32_t watchNext = kNone; // among those whose call may time out
    std::uint32_t watchPrevious = kNone;
    std::uint32_t position = 0; // the call it is at
    std::uint32_t repeats = 0;  // of that call, still to make; together: answers still to come
    std::uint16_t attempt = 0;
    FrameState state = FrameState::Free;
    Outcome outcome = Outcome::Ok;
    bool watched = false;
    bool admitted = false; // holds a worker
    bool open = false;     // counted among its call's outstanding
};

struct FrameList {
    std::uint32_t head = kNone;
    std::uint32_t tail = kNone;
};

struct StationState {
    explicit StationState(const Station& station, std::uint64_t seed);

    Law work;
    RandomStream workStream;
    std::uint32_t servers;
    std::uint32_t busy = 0;
    std::uint32_t workers;
    std::uint32_t inside = 0;
    std::uint32_t queued = 0;
    std::uint32_t backlogged = 0;
    FrameList queue;
    FrameList line;
    std::uint32_t backlog;
    std::uint32_t firstCall;
    std::uint32_t calls;
    std::uint32_t cursor = 0;
    Condition condition;
    Discipline discipline;
    Fan fan;
    Choice choice;
    bool areas;
    bool waits;
    bool sojourns;
    bool answers;
    bool impatient;
    bool equal = true; // all choices weigh the same
    bool ready = false;
    std::uint32_t levels;
    double speed = 1.0;
    double failure;
    double lastChange = 0.0;
    double quota;
    double burst;
    double tokens;
    double tokensAt = 0.0;
    Law patience;
    RandomStream choiceStream;
    RandomStream failureStream;
    RandomStream patienceStream;
    std::vector<std::uint32_t> choices; // open calls
    std::vector<double> current;        // of each choice: its place in the smooth weighted round
    EventHeap sharing;                  // by virtual finishing time
    double virtualTime = 0.0;
    std::uint32_t sharingOrder = 0;
    std::uint32_t sharingPending = kNone;
    double coldStart;
    std::uint32_t warm = 0; // environments that have started
    std::uint32_t coldStarts = 0;
    double environments;
    double environmentTokens;
    double environmentsAt = 0.0;
    bool throttles;
};

struct CallState {
    CallState(const Call& call, const std::string& id, std::uint64_t seed);

    Call spec;
    bool open = true;
    bool plain; // nothing random about it
    std::uint32_t outstanding = 0;
    FrameList watched;
    double armed = -1.0; // when its timer rings
    double tokens = 10.0; // of the retry budget: a few retries are always free
    RandomStream stream;
};

struct SourceState {
    SourceState(const Source& source, std::uint64_t seed);
    Law between;
    RateProfile profile;
    std::uint32_t to;
    std::uint32_t users;
    Law think;
    RandomStream stream;
    RandomStream thinkStream;
    std::uint32_t pending = 0;
};

} // namespace sky::simulation
