// SPDX-License-Identifier: GPL-3.0-or-later
// A needs graph judged in many scenarios at once: one bit (lane) each, 1 = up. Only the goal's cone is held, what is
// needed before who needs it. fail() adds an event to all scenarios and judges only what that disturbs; undo() takes it
// back. Failing more never brings anything up, so judging goes downwards from what was, also in circles.
#pragma once

#include "resilience/needs_graph.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sky::resilience {

class Lanes {
  public:
    using Word = std::uint64_t;

    explicit Lanes(const NeedsGraph& graph);

    [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& circles() const { return m_circles; }
    [[nodiscard]] std::vector<Event> events() const; // that touch the cone; by kind and index
    [[nodiscard]] const std::vector<std::uint32_t>& cone() const { return m_cone; } // components

    // Scenario i: events[i] happens. One more follows in which nothing does.
    void setScenarios(const std::vector<Event>& events);
    void setScenarios(const std::vector<std::vector<Event>>& scenarios); // … all of a scenario's
    // Scenario i: all of `events` happen but component spared[i] stands by itself.
    void setScenarios(const std::vector<Event>& events, const std::vector<std::uint32_t>& spared);

    void fail(Event event, std::size_t firstLane); // lanes before firstLane need not be right any more
    void undo();

    [[nodiscard]] std::size_t words() const { return m_words; }
    [[nodiscard]] Word goal(std::size_t word) const;                           // up in these lanes
    [[nodiscard]] bool isUp(std::uint32_t component, std::size_t lane) const { // of the cone
        return (row(m_nodeOf[component], lane / 64) >> (lane % 64) & 1) != 0;
    }
    [[nodiscard]] bool goalUp(std::size_t lane) const { return (goal(lane / 64) >> (lane % 64) & 1) != 0; }
    [[nodiscard]] std::vector<std::uint32_t> victimsOf(const std::vector<Event>& events) const; // dead themselves

  private:
    struct Group {
        std::uint32_t first = 0; // of m_members
        std::uint32_t count = 0;
        std::uint32_t min = 1;
    };
    struct Node {
        std::uint32_t component = 0;
        std::uint32_t firstGroup = 0, groups = 0;
        std::uint32_t firstCaller = 0, callers = 0;
    };
    struct Saved {
        std::uint32_t node;
        std::size_t words; // from m_savedWords
    };
    void compile();
    void reset(std::size_t lanes);
    void happen(Event event, std::size_t lane);
    void begin();
    void judge(std::size_t firstWord);
    void mark(std::uint32_t node);
    [[nodiscard]] Word served(const Group& group, std::size_t word) const;
    [[nodiscard]] Word row(std::uint32_t node, std::size_t word) const { return m_up[node * m_words + word]; }
    [[nodiscard]] bool isDown(Event event) const;
    [[nodiscard]] const std::vector<std::uint32_t>& touchedBy(Event event) const;

    const NeedsGraph& m_graph;
    std::vector<std::vector<std::uint32_t>> m_circles;
    std::vector<std::uint32_t> m_cone; // components in the order they are judged
    std::vector<Node> m_nodes;         // … the same order
    std::vector<Group> m_groups;
    std::vector<std::uint32_t> m_members;
    std::vector<std::uint32_t> m_callers;
    std::vector<std::uint32_t> m_goals;
    std::vector<std::uint32_t> m_nodeOf;                                         // by component
    std::vector<std::vector<std::uint32_t>> m_byZone, m_byRegion, m_byComponent; // nodes that an event touches

    std::size_t m_words = 0;
    std::vector<Word> m_up;
    std::vector<Word> m_alive;    // by itself and its place, in the scenarios
    std::vector<Word> m_zoneUp;   // by zone
    std::vector<Event> m_failed;  // in all scenarios, by fail()
    std::vector<Word> m_open;     // nodes to be judged
    std::size_t m_lowestOpen = 0; // word of m_open
    std::vector<Word> m_savedWords;
    std::vector<Saved> m_saved;
    std::vector<std::size_t> m_marks; // of m_saved, one per fail()
    std::vector<std::size_t> m_firstWords;
};

} // namespace sky::resilience
