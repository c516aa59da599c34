// SPDX-License-Identifier: GPL-3.0-or-later
// Minimal cut sets: which single events stop the goal (order 1: single points of failure), and which two or three
// together do so though no fewer of them would. Exact; only what the goal needs is looked at. Many scenarios are judged
// at once, one per bit, and after a first event only what it disturbs is judged again; alike components (the instances
// of a fleet in one zone) stand for each other. Pure; may be called from any thread.
#pragma once

#include "base/cancel.h"
#include "resilience/needs_graph.h"

#include <array>
#include <span>
#include <vector>

namespace sky::resilience {

inline constexpr int kMostOrder = 3;
inline constexpr std::size_t kMostCuts = 1'000'000; // of one order

class Cut { // by name; at most three events
  public:
    void add(Event event) { m_events[m_size++] = event; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const Event* begin() const { return m_events.data(); }
    [[nodiscard]] const Event* end() const { return m_events.data() + m_size; }
    [[nodiscard]] std::vector<Event> events() const { return {begin(), end()}; }
    friend bool operator==(const Cut&, const Cut&) = default;

  private:
    std::array<Event, kMostOrder> m_events{};
    std::size_t m_size = 0;
};

struct CutSets {
    bool downAnyway = false; // the goal is down though nothing has failed: then there are no cuts
    bool complete = true;    // false: an order has more than kMostCuts, the rest is left out
    std::array<std::vector<Cut>, kMostOrder> byOrder; // byOrder[0]: order 1; sorted by the events' names
    std::vector<std::vector<std::uint32_t>> circles;  // of mutual need, on the way to the goal; by index

    [[nodiscard]] const std::vector<Cut>& order(int which) const {
        return byOrder[static_cast<std::size_t>(which) - 1];
    }
};

// Up to this order, 1 to 3. Refuses a graph that is not sound, or stops when cancelled.
[[nodiscard]] Result<CutSets> cutSetsOf(const NeedsGraph& graph, int order, const CancelToken& cancel = {});

// Who is to blame: for each cut the components, by index, each of which alone would save the goal if it could not fail
// and its place could not be lost (it would still need what it needs). Often none for a region: too much is in it.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> culpritsOf(const NeedsGraph& graph, std::span<const Cut> cuts);

} // namespace sky::resilience
