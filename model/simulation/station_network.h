// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine runs, independent of drawings: sources of requests, stations that work on them, calls between
// stations. Flat arrays, indices, times as doubles in one unit. A request at a station is admitted (workers, backlog),
// worked on (servers), makes its calls, and answers whoever called; its worker is held until then.
#pragma once

#include "base/result.h"
#include "simulation/law.h"
#include "simulation/rate_profile.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sky::simulation {

inline constexpr std::uint32_t kNone = 0xFFFFFFFFu;
inline constexpr std::uint32_t kUnlimited = 0xFFFFFFFFu;

enum class Discipline : std::uint8_t { FirstCome, Sharing }; // sharing: all at once, the servers' speed divided
enum class Fan : std::uint8_t { Each, Together, One };      // calls one after another, all at once, or one of them
enum class Choice : std::uint8_t { Random, RoundRobin, LeastBusy, Failover };

// Why a request ended as it did.
enum class Outcome : std::uint8_t { Ok, Refused, TimedOut, Unreachable, Throttled, Failed, Abandoned };
inline constexpr std::size_t kOutcomes = 7;

struct Call {
    std::string id; // its random streams hang on it; when empty, on the station and its place there
    std::uint32_t to = kNone;
    double count = 1.0;   // 0.3: three requests in ten make it; 2.5: two or three times
    double weight = 1.0;  // where one of several is chosen; 0 is never chosen
    double delayOut = 0.0;
    double delayBack = 0.0;
    double loss = 0.0;    // part of the calls that vanish on the way
    double timeout = 0.0; // 0: waits as long as it takes
    double connect = 0.0; // an end that does not answer the first packet is given up after this; 0: after the timeout
    std::uint32_t retries = 0;
    double backoff = 0.0; // the n-th retry waits a uniform part of backoff * 2^(n-1), at most backoffMost
    double backoffMost = 20.0;
    double pause = 0.0;   // a retry waits just so long instead
    double budget = -1.0; // retries as a part of first tries, at most; negative: no budget
    double edgeHit = 0.0; // part answered without calling
    double hit = 1.0;     // part of the answers that are of use; the others go on to the fallback
    std::uint32_t fallback = kNone; // a call of the same station, made when this one misses or fails
    bool spare = false;   // only somebody's fallback
    bool wait = true;
    bool need = true;
    bool secondary = false; // Failover takes it only when no primary is to be had
};

struct Station {
    std::string id; // its random streams hang on it
    Law work;
    std::uint32_t servers = 1;
    Discipline discipline = Discipline::FirstCome;
    std::uint32_t workers = kUnlimited; // requests inside at once
    std::uint32_t backlog = 0;          // of those that wait to be let in; beyond it refused
    double perSecond = 0.0;             // a quota: beyond it throttled; 0: none
    double burst = 0.0;                 // unused quota that may be kept
    double failure = 0.0;               // part of the work that ends in an error
    double coldStart = 0.0;             // beside the work, when there are more requests than warm environments
    double environments = 0.0;          // new ones per 10 units of time, at most; beyond it throttled
    bool throttles = false;             // instead of refusing: beyond workers
    Law patience;                       // leaves when it has waited this long for a server
    Fan fan = Fan::Each;
    Choice choice = Choice::Random;
    std::uint32_t firstCall = 0;
    std::uint32_t calls = 0;
    bool areas = false;    // integrals of how many are here and how many are worked on
    bool waits = false;    // a histogram of the time before work
    bool sojourns = false; // a histogram of the time until the station's own work is done
    bool answers = false;  // a histogram of the time until the answer leaves
    std::uint32_t levels = 0; // time spent with 0, 1, ... levels-1 or more here
};

struct Source {
    std::string id;
    std::uint32_t to = kNone;   // every request visits this station, which makes the calls
    Law between;                // open: time between requests, with a mean of 1 when there is a profile
    RateProfile profile;        // open, when not empty: the rate over time
    std::uint32_t users = 0;    // closed, when not 0: so many, who think between an answer and the next request
    Law think;
};

struct StationNetwork {
    std::vector<Station> stations;
    std::vector<Call> calls;
    std::vector<Source> sources;

    // Adds the calls behind the station's own, which must not have any yet.
    void connect(std::uint32_t station, const std::vector<Call>& given);
    std::uint32_t add(Station station);
};

// Indices in range, parts between 0 and 1, no station without servers, and no endless loop without time.
[[nodiscard]] Result<void> checkNetwork(const StationNetwork& network);

} // namespace sky::simulation
