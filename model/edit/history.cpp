// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/history.h"

#include "edit/merge.h"
#include "edit/perform.h"

namespace sky::edit {

void History::push(Step step, std::string_view mergeKey) {
    if (step.edits.empty()) return;
    forgetRedo();
    // What is saved must stay reachable: nothing is merged into a step after which the file was written.
    const bool merges =
        !mergeKey.empty() && m_position > 0 && m_entries.back().mergeKey == mergeKey && m_saved != m_position;
    if (merges) {
        Entry& last = m_entries.back();
        m_memory -= last.bytes;
        mergeInto(last.step, std::move(step));
        if (last.step.edits.empty()) { // the gesture came back to where it began
            m_entries.pop_back();
            --m_position;
            return;
        }
    } else {
        m_entries.push_back({std::move(step), std::string(mergeKey), 0});
        ++m_position;
    }
    Entry& last = m_entries.back();
    last.bytes = sizeof(Entry) + bytesOf(last.step);
    m_memory += last.bytes;
    dropOldest();
}

void History::endMerging() {
    if (m_position > 0) m_entries[m_position - 1].mergeKey.clear();
}

Text History::undoName() const {
    return canUndo() ? m_entries[m_position - 1].step.name : Text{};
}

Text History::redoName() const {
    return canRedo() ? m_entries[m_position].step.name : Text{};
}

Result<ChangeSet> History::undo(diagram::Diagram& diagram) {
    if (!canUndo())
        return Error{ErrorCode::BadUsage, "", say("There is nothing to undo.", "실행 취소할 것이 없습니다."), {}};
    endMerging();
    const Step& step = m_entries[m_position - 1].step;
    if (Result<void> done = performAll(diagram, step.edits, Direction::Backward); !done) return std::move(done).error();
    --m_position;
    return changesOf(step.edits);
}

Result<ChangeSet> History::redo(diagram::Diagram& diagram) {
    if (!canRedo())
        return Error{ErrorCode::BadUsage, "", say("There is nothing to redo.", "다시 실행할 것이 없습니다."), {}};
    const Step& step = m_entries[m_position].step;
    if (Result<void> done = performAll(diagram, step.edits, Direction::Forward); !done) return std::move(done).error();
    ++m_position;
    endMerging();
    return changesOf(step.edits);
}

void History::clear() {
    m_entries.clear();
    m_position = 0;
    m_saved = 0;
    m_memory = 0;
}

void History::forgetRedo() {
    if (m_saved && *m_saved > m_position) m_saved.reset();
    while (m_entries.size() > m_position) {
        m_memory -= m_entries.back().bytes;
        m_entries.pop_back();
    }
}

void History::dropOldest() {
    while (m_memory > m_memoryBound && m_entries.size() > 1) { // the last step can always be undone
        m_memory -= m_entries.front().bytes;
        m_entries.pop_front();
        --m_position;
        if (m_saved && *m_saved == 0)
            m_saved.reset();
        else if (m_saved)
            --*m_saved;
    }
}

} // namespace sky::edit
