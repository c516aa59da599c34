// SPDX-License-Identifier: GPL-3.0-or-later
// Which ids there are, found in one step: for passes over a whole diagram, where walking down the chunks for every
// mention would cost more than the pass itself. Holds views: the things must stay where they are.
#pragma once

#include "diagram/element.h"
#include "diagram/link.h"
#include "diagram/scenario.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace sky::diagram {

class IdTable {
  public:
    struct Entry {
        std::string_view id;
        std::size_t hash = 0;
        const Element* element = nullptr;
        const Link* link = nullptr;
        const Scenario* scenario = nullptr;
        std::uint32_t row = 0;   // of an index that is being made
        std::uint32_t depth = 0; // while loops of parents are looked for
        [[nodiscard]] bool taken() const { return element || link || scenario; }
    };

    explicit IdTable(std::size_t expected = 0) {
        m_entries.reserve(expected);
        grow(expected);
    }

    [[nodiscard]] Entry* find(std::string_view id) {
        return const_cast<Entry*>(static_cast<const IdTable*>(this)->find(id));
    }
    [[nodiscard]] const Entry* find(std::string_view id) const {
        const std::uint32_t slot = m_slots[slotOf(id, hashOf(id))];
        return slot == kFree ? nullptr : &m_entries[slot];
    }

    // Good until the next call. The view must outlive the table.
    Entry& obtain(std::string_view id) {
        const std::size_t hash = hashOf(id);
        std::size_t at = slotOf(id, hash);
        if (m_slots[at] == kFree) {
            if (2 * (m_entries.size() + 1) > m_slots.size()) {
                grow(2 * m_entries.size() + 1);
                at = slotOf(id, hash);
            }
            m_slots[at] = static_cast<std::uint32_t>(m_entries.size());
            m_entries.push_back({id, hash, nullptr, nullptr, nullptr, 0, 0});
        }
        return m_entries[m_slots[at]];
    }

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; } // in the order they came
    [[nodiscard]] std::vector<Entry>& entries() { return m_entries; }             // their ids must not be changed

    void add(const Element& element) { obtain(element.id.str()).element = &element; }
    void add(const Link& link) { obtain(link.id.str()).link = &link; }
    void add(const Scenario& scenario) { obtain(scenario.id.str()).scenario = &scenario; }

  private:
    static constexpr std::uint32_t kFree = static_cast<std::uint32_t>(-1);

    static std::size_t hashOf(std::string_view id) { return std::hash<std::string_view>{}(id); }

    // Where the id is, or where it belongs: the slots after the first one are tried in turn.
    [[nodiscard]] std::size_t slotOf(std::string_view id, std::size_t hash) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = hash & mask;
        while (m_slots[at] != kFree && (m_entries[m_slots[at]].hash != hash || m_entries[m_slots[at]].id != id))
            at = (at + 1) & mask;
        return at;
    }

    void grow(std::size_t expected) {
        std::size_t size = 16;
        while (size < 2 * expected + 2) size *= 2;
        m_slots.assign(size, kFree);
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            std::size_t at = m_entries[i].hash & (size - 1);
            while (m_slots[at] != kFree) at = (at + 1) & (size - 1);
            m_slots[at] = static_cast<std::uint32_t>(i);
        }
    }

    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_slots;
};

} // namespace sky::diagram
