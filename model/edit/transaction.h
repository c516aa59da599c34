// SPDX-License-Identifier: GPL-3.0-or-later
// A series of steps that becomes one entry of the history when it is committed, and leaves no trace when it is not:
// Esc, an early return and a dialog closed all end in the destructor.
#pragma once

#include "edit/history.h"

namespace sky::edit {

class Transaction {
  public:
    // All three must outlive the transaction, and only it may change the diagram meanwhile.
    Transaction(diagram::Diagram& diagram, const catalog::Catalog& catalog, History& history)
        : m_diagram(diagram), m_catalog(catalog), m_history(history) {}
    ~Transaction() { rollBack(); }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    [[nodiscard]] Result<ChangeSet> apply(Step step);            // an error leaves the transaction as it was
    ChangeSet rollBack();                                        // what has to be shown anew; the transaction may go on
    ChangeSet commit(Text name, std::string_view mergeKey = {}); // all that changed since it began

  private:
    diagram::Diagram& m_diagram;
    const catalog::Catalog& m_catalog;
    History& m_history;
    Step m_done;
};

} // namespace sky::edit
