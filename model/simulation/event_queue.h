// SPDX-License-Identifier: GPL-3.0-or-later
// The pending events of a run: a heap while they are few, a calendar queue when they are many, and a heap apart for
// timers of seconds and minutes, which would spoil the calendar. One order over all three: time, then planning order.
#pragma once

#include "simulation/calendar_queue.h"
#include "simulation/event_heap.h"

namespace sky::simulation {

class EventQueue {
  public:
    // Gives back the order of the event, by which its owner knows it.
    std::uint32_t plan(double time, std::uint32_t what) {
        const Event event{time, m_order++, what};
        if (m_many) [[unlikely]] m_calendar.push(event);
        else {
            m_heap.push(event);
            if (m_heap.size() > kMany) [[unlikely]] toCalendar();
        }
        return event.order;
    }
    void planTimer(double time, std::uint32_t what) { m_timers.push({time, m_order++, what}); }

    [[nodiscard]] bool empty() const { return m_heap.empty() && m_calendar.empty() && m_timers.empty(); }

    // The time of the next event, or the limit when there is none before it.
    [[nodiscard]] double nextTime(double limit);

    // The next event before the limit; false when there is none.
    [[nodiscard]] bool take(double limit, Event& event) {
        if (m_many || !m_timers.empty()) return takeAny(limit, event);
        if (m_heap.empty() || m_heap.top().time >= limit) return false;
        event = m_heap.pop();
        return true;
    }

    void alwaysHeap() { m_never = true; } // for measuring
    void alwaysCalendar() { m_many = true; m_never = true; }

  private:
    static constexpr std::size_t kMany = 256;
    static constexpr std::size_t kFew = 96;
    [[nodiscard]] bool takeAny(double limit, Event& event);
    void toCalendar();
    void toHeap();

    EventHeap m_heap;
    EventHeap m_timers;
    CalendarQueue m_calendar;
    std::uint32_t m_order = 0;
    bool m_many = false;
    bool m_never = false; // stays what it is
};

} // namespace sky::simulation
