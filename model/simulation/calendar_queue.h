// SPDX-License-Identifier: GPL-3.0-or-later
// Pending events when they are many: a calendar queue (Brown 1988) of sorted intrusive lists that keeps tuning the
// length of its day to the events' density. Amortised constant time where a heap takes log n. Same order as EventHeap.
#pragma once

#include "simulation/event_heap.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sky::simulation {

class CalendarQueue {
  public:
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }

    void push(const Event& event);
    [[nodiscard]] const Event& top(); // only when not empty
    Event pop();                      // only when not empty
    [[nodiscard]] std::vector<Event> take();
    void fill(const std::vector<Event>& events); // only when empty

  private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFFu;
    struct Node {
        Event event;
        std::uint32_t next = kNone;
    };

    [[nodiscard]] std::uint64_t day(double time) const;
    void link(std::uint32_t node);
    void find();
    void rebuild();

    std::vector<Node> m_nodes;
    std::vector<std::uint32_t> m_days; // heads of lists, a power of two of them
    std::uint32_t m_free = kNone;
    std::size_t m_size = 0;
    double m_perUnit = 1.0;    // days per unit of time
    std::uint64_t m_today = 0; // no event lies before it
    bool m_found = false;      // m_today's list begins with the earliest event
    std::uint64_t m_work = 0;  // steps along lists and over empty days since the last rebuild
    std::uint64_t m_done = 0;  // operations since the last rebuild
};

} // namespace sky::simulation
