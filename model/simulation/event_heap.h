// SPDX-License-Identifier: GPL-3.0-or-later
// Pending events, earliest first; equal times in the order they were planned. A 4-ary heap with replace-top: what is
// planned right after a pop goes into the slot just left, which is what a busy server does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sky::simulation {

struct Event {
    double time = 0.0;
    std::uint32_t order = 0; // rises with every event planned, and may wrap
    std::uint32_t what = 0;  // the owner's business
};

[[nodiscard]] inline bool earlier(const Event& a, const Event& b) {
    return a.time < b.time || (a.time == b.time && static_cast<std::int32_t>(a.order - b.order) < 0);
}

class EventHeap {
  public:
    [[nodiscard]] std::size_t size() const { return m_events.size() - (m_hole ? 1 : 0); }
    [[nodiscard]] bool empty() const { return size() == 0; }

    void push(const Event& event) {
        if (m_hole) {
            m_hole = false;
            sink(event);
            return;
        }
        m_events.push_back(event);
        std::size_t place = m_events.size() - 1;
        while (place > 0) {
            const std::size_t parent = (place - 1) >> 2;
            if (!earlier(event, m_events[parent])) break;
            m_events[place] = m_events[parent];
            place = parent;
        }
        m_events[place] = event;
    }

    // Only when not empty.
    [[nodiscard]] const Event& top() {
        settle();
        return m_events.front();
    }
    Event pop() {
        settle();
        m_hole = true;
        return m_events.front();
    }

    // Gives back what there is, in no order, and is empty.
    [[nodiscard]] std::vector<Event> take() {
        settle();
        std::vector<Event> events = std::move(m_events);
        m_events = {};
        return events;
    }

  private:
    void settle() {
        if (!m_hole) return;
        m_hole = false;
        const Event last = m_events.back();
        m_events.pop_back();
        if (!m_events.empty()) sink(last);
    }

    void sink(const Event& event) {
        const std::size_t size = m_events.size();
        std::size_t place = 0;
        for (;;) {
            const std::size_t first = (place << 2) + 1;
            if (first >= size) break;
            const std::size_t end = first + 4 < size ? first + 4 : size;
            std::size_t least = first;
            for (std::size_t child = first + 1; child < end; ++child) {
                if (earlier(m_events[child], m_events[least])) least = child;
            }
            if (!earlier(m_events[least], event)) break;
            m_events[place] = m_events[least];
            place = least;
        }
        m_events[place] = event;
    }

    std::vector<Event> m_events;
    bool m_hole = false; // the first slot has been popped and not been filled yet
};

} // namespace sky::simulation
