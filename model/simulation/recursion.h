// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a StationNetwork without pending events: where all stations serve first come first served and nothing preempts,
// a departure is known on arrival. Works in windows of a thousand arrivals, station by station in the order of the
// flow; what leaves a station after its window waits for the next. Gives the law, and the sample path, of Engine.
// Parameters may change between two calls of run; a request is filed in the window it arrived in.
#pragma once

#include "simulation/tally.h"

#include <optional>

namespace sky::simulation {

class Recursion {
  public:
    // One open source; no limits, losses, patience, timeouts or errors; calls go forward only, and each request has
    // one way through. The network must have passed checkNetwork.
    [[nodiscard]] static bool fits(const StationNetwork& network);

    Recursion(const StationNetwork& network, std::uint64_t seed); // needs fits(network)

    void run(double until); // all arrivals before it
    void resetTallies();
    [[nodiscard]] const Tallies& tallies();
    [[nodiscard]] double now() const { return m_now; }

    void setRate(double perUnit); // of arrivals that are not drawn yet; only without a profile

  private:
    struct Requests { // sorted by time
        std::vector<double> times;
        std::vector<double> births;
        void clear() {
            times.clear();
            births.clear();
        }
    };
    struct Edge {
        std::uint32_t to = kNone;
        std::uint32_t call = kNone;
        double delayOut = 0.0;
        double delayBack = 0.0;
        double weight = 1.0;
        Requests requests;
    };
    struct Node {
        std::uint32_t station = 0;
        std::uint32_t servers = 1;
        Law work;
        RandomStream workStream;
        RandomStream choiceStream;
        bool waits = false;
        bool sojourns = false;
        bool random = false;
        bool equal = true;
        double weights = 0.0;
        std::uint32_t cursor = 0;
        std::vector<double> free;          // when each server is free, sorted (few) or a heap (many)
        std::vector<std::uint32_t> in;     // edges
        std::vector<std::uint32_t> out;
    };

    void window(std::size_t arrivals, double until);
    void generate(std::size_t arrivals, double until);
    void gather(Node& node, double end);
    void serve(Node& node);
    template <unsigned Servers, bool Leaf> void serveFew(Node& node);
    void serveMany(Node& node);
    void fileStation(Node& node);
    void fileLeaf();
    void distribute(Node& node);
    void sortDepartures();

    std::vector<Node> m_nodes; // in the order of the flow
    std::vector<Edge> m_edges; // the first one comes from the source
    Law m_between;
    RateProfile m_profile;
    RandomStream m_arrivals;
    double m_next = 0.0; // the next arrival
    double m_now = 0.0;
    Requests m_input;
    Requests m_spare;
    std::vector<double> m_work;
    std::vector<double> m_depart;
    std::vector<double> m_wait;
    Tallies m_tallies;
};

} // namespace sky::simulation
