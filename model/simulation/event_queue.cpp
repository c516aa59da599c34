// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/event_queue.h"

namespace sky::simulation {

bool EventQueue::takeAny(double limit, Event& event) {
    const bool none = m_many ? m_calendar.empty() : m_heap.empty();
    if (none && m_timers.empty()) return false;
    bool timer = none;
    if (!none && !m_timers.empty()) timer = earlier(m_timers.top(), m_many ? m_calendar.top() : m_heap.top());
    if (timer) {
        if (m_timers.top().time >= limit) return false;
        event = m_timers.pop();
        return true;
    }
    if (m_many) {
        if (m_calendar.top().time >= limit) return false;
        event = m_calendar.pop();
        if (m_calendar.size() < kFew && !m_never) toHeap();
        return true;
    }
    if (m_heap.top().time >= limit) return false;
    event = m_heap.pop();
    return true;
}

double EventQueue::nextTime(double limit) {
    if (!m_timers.empty() && m_timers.top().time < limit) limit = m_timers.top().time;
    if (m_many && !m_calendar.empty() && m_calendar.top().time < limit) limit = m_calendar.top().time;
    if (!m_many && !m_heap.empty() && m_heap.top().time < limit) limit = m_heap.top().time;
    return limit;
}

void EventQueue::toCalendar() {
    if (m_never) return;
    m_calendar.fill(m_heap.take());
    m_many = true;
}

void EventQueue::toHeap() {
    for (const Event& event : m_calendar.take()) m_heap.push(event);
    m_many = false;
}

} // namespace sky::simulation
