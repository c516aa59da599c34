// SPDX-License-Identifier: GPL-3.0-or-later
// Steps that follow each other, as one entry of the history: each is built on the diagram the ones before have left.
#pragma once

#include "edit/edit.h"
#include "edit/merge.h"

#include <utility>

namespace sky::session {

class Chain {
  public:
    Chain(diagram::Diagram diagram, const catalog::Catalog& catalog)
        : m_diagram(std::move(diagram)), m_catalog(catalog) {}

    [[nodiscard]] const diagram::Diagram& diagram() const { return m_diagram; }
    Result<void> add(Result<edit::Step> step) {
        if (!step) return step.error();
        const Result<edit::ChangeSet> done = edit::apply(m_diagram, m_catalog, *step);
        if (!done) return done.error();
        if (m_whole.name.empty()) m_whole.name = step->name;
        edit::mergeInto(m_whole, *std::move(step));
        return {};
    }
    [[nodiscard]] edit::Step finish() { return std::move(m_whole); }
    [[nodiscard]] edit::Step finish(Text name) {
        m_whole.name = std::move(name);
        return std::move(m_whole);
    }

  private:
    diagram::Diagram m_diagram;
    const catalog::Catalog& m_catalog;
    edit::Step m_whole;
};

} // namespace sky::session
