// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/transaction.h"

#include "base/ensure.h"
#include "edit/merge.h"
#include "edit/perform.h"

#include <utility>

namespace sky::edit {

Result<ChangeSet> Transaction::apply(Step step) {
    Result<ChangeSet> changes = edit::apply(m_diagram, m_catalog, step);
    if (changes) mergeInto(m_done, std::move(step));
    return changes;
}

ChangeSet Transaction::rollBack() {
    const Step done = std::exchange(m_done, Step{});
    ENSURE(performAll(m_diagram, done.edits, Direction::Backward).ok(), "somebody else changed the diagram meanwhile");
    return changesOf(done.edits);
}

ChangeSet Transaction::commit(Text name, std::string_view mergeKey) {
    Step done = std::exchange(m_done, Step{});
    done.name = std::move(name);
    ChangeSet changes = changesOf(done.edits);
    m_history.push(std::move(done), mergeKey);
    return changes;
}

} // namespace sky::edit
