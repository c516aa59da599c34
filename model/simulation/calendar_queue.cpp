// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/calendar_queue.h"

#include <algorithm>

namespace sky::simulation {

std::uint64_t CalendarQueue::day(double time) const {
    const double days = time * m_perUnit;
    return days >= 9.0e18 ? 9000000000000000000u : static_cast<std::uint64_t>(days);
}

void CalendarQueue::link(std::uint32_t node) {
    const std::uint64_t date = day(m_nodes[node].event.time);
    if (date < m_today) { // only what is planned before the earliest: the calendar turns back
        m_today = date;
        m_found = false;
    } else if (date == m_today) {
        m_found = m_found && m_days[date & (m_days.size() - 1)] != kNone;
    }
    std::uint32_t* place = &m_days[date & (m_days.size() - 1)];
    while (*place != kNone && earlier(m_nodes[*place].event, m_nodes[node].event)) {
        place = &m_nodes[*place].next;
        ++m_work;
    }
    m_nodes[node].next = *place;
    *place = node;
    // The found day stays the day of the earliest: a node of that day goes into its list in order.
}

void CalendarQueue::push(const Event& event) {
    if (m_days.empty()) m_days.assign(16, kNone);
    std::uint32_t node = m_free;
    if (node == kNone) {
        node = static_cast<std::uint32_t>(m_nodes.size());
        m_nodes.push_back({});
    } else {
        m_free = m_nodes[node].next;
    }
    m_nodes[node].event = event;
    if (m_size == 0) {
        m_today = day(event.time);
        m_found = false;
    }
    link(node);
    ++m_size;
    ++m_done;
    if (m_size > 2 * m_days.size() || (m_done > 1024 && m_work > 4 * m_done)) rebuild();
}

void CalendarQueue::find() {
    const std::uint64_t mask = m_days.size() - 1;
    for (std::uint64_t tried = 0; tried <= mask; ++tried, ++m_today) {
        const std::uint32_t head = m_days[m_today & mask];
        if (head != kNone && day(m_nodes[head].event.time) <= m_today) {
            m_found = true;
            m_work += tried;
            return;
        }
    }
    m_work += mask; // a whole year without an event: go to the earliest head
    std::uint32_t best = kNone;
    for (const std::uint32_t head : m_days) {
        if (head != kNone && (best == kNone || earlier(m_nodes[head].event, m_nodes[best].event))) best = head;
    }
    m_today = day(m_nodes[best].event.time);
    m_found = true;
}

const Event& CalendarQueue::top() {
    if (!m_found) find();
    return m_nodes[m_days[m_today & (m_days.size() - 1)]].event;
}

Event CalendarQueue::pop() {
    if (!m_found) find();
    std::uint32_t& head = m_days[m_today & (m_days.size() - 1)];
    const std::uint32_t node = head;
    const Event event = m_nodes[node].event;
    head = m_nodes[node].next;
    m_found = head != kNone && day(m_nodes[head].event.time) <= m_today;
    m_nodes[node].next = m_free;
    m_free = node;
    --m_size;
    ++m_done;
    if (m_days.size() > 64 && m_size * 4 < m_days.size()) rebuild();
    return event;
}

std::vector<Event> CalendarQueue::take() {
    std::vector<Event> events;
    events.reserve(m_size);
    for (std::uint32_t head : m_days) {
        for (; head != kNone; head = m_nodes[head].next) events.push_back(m_nodes[head].event);
    }
    m_nodes.clear();
    std::fill(m_days.begin(), m_days.end(), kNone);
    m_free = kNone;
    m_size = 0;
    m_found = false;
    return events;
}

void CalendarQueue::fill(const std::vector<Event>& events) {
    std::size_t days = 16;
    while (days < events.size()) days *= 2;
    m_days.assign(days, kNone);
    m_nodes.clear();
    m_free = kNone;
    m_size = 0;
    m_found = false;
    m_work = 0;
    m_done = 0;
    if (events.empty()) return;
    // A day holds three of the coming events: their spread, not that of the far ones, sets its length.
    std::vector<double> times;
    times.reserve(events.size());
    for (const Event& event : events) times.push_back(event.time);
    const std::size_t near = std::min<std::size_t>(times.size() - 1, std::max<std::size_t>(32, times.size() / 2));
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(near), times.end());
    const double last = times[near];
    const double first = *std::min_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(near) + 1);
    const double spread = last - first;
    m_perUnit = spread > 0.0 ? static_cast<double>(near) / spread / 2.0 : 1.0;
    if (last * m_perUnit > 1.0e15) m_perUnit = 1.0e15 / last;
    m_today = day(first);
    m_nodes.reserve(events.size());
    for (const Event& event : events) {
        const auto node = static_cast<std::uint32_t>(m_nodes.size());
        m_nodes.push_back({event, kNone});
        link(node);
        ++m_size;
    }
    m_work = 0;
}

void CalendarQueue::rebuild() {
    fill(take());
}

} // namespace sky::simulation
