// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo of applied steps. Steps are without limit in number; beyond a bound of memory the oldest are dropped.
// Steps pushed with the same merge key, one after the other, become one (a drag, typing into a field). Knows whether
// the diagram is as it was when saved.
#pragma once

#include "edit/edit.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace sky::edit {

class History {
  public:
    static constexpr std::size_t kMemory = std::size_t{64} * 1024 * 1024;

    explicit History(std::size_t memoryBound = kMemory) : m_memoryBound(memoryBound) {}

    // A step that apply() has just carried out. Forgets what could be redone.
    void push(Step step, std::string_view mergeKey = {});
    // The gesture is over: the next step is a new entry, whatever its key.
    void endMerging();

    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position < m_entries.size(); }
    [[nodiscard]] Text undoName() const; // of the step undo() would take back; empty: none
    [[nodiscard]] Text redoName() const;
    [[nodiscard]] Result<ChangeSet> undo(diagram::Diagram& diagram);
    [[nodiscard]] Result<ChangeSet> redo(diagram::Diagram& diagram);

    void markSaved() { m_saved = m_position; }
    void forgetSaved() { m_saved.reset(); } // what is on disk is not known any more
    [[nodiscard]] bool isModified() const { return m_saved != m_position; }

    void clear(); // another document: nothing to undo, and saved
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] std::size_t memory() const { return m_memory; } // estimated bytes

  private:
    struct Entry {
        Step step;
        std::string mergeKey; // empty: closed
        std::size_t bytes = 0;
    };
    void forgetRedo();
    void dropOldest();

    std::deque<Entry> m_entries;
    std::size_t m_position = 0; // entries before it are done, the rest can be redone
    std::optional<std::size_t> m_saved = 0;
    std::size_t m_memory = 0;
    std::size_t m_memoryBound;
};

} // namespace sky::edit
