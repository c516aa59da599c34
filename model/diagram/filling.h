// SPDX-License-Identifier: GPL-3.0-or-later
// A diagram while a reader fills it: things come in any order (fastest in the order of their ids), and the indexes are
// made once, at the end, instead of being kept right after every single one.
#pragma once

#include "diagram/diagram.h"
#include "diagram/id_table.h"

#include <string_view>

namespace sky::diagram {

class Filling {
  public:
    explicit Filling(std::size_t expected = 0) : m_known(expected) {}

    void setProject(Project project) { m_diagram.setProject(std::move(project)); }

    // False, and nothing happens, when the id belongs to something already, of whatever kind.
    bool add(Element&& element);
    bool add(Link&& link);
    bool add(Scenario&& scenario);

    [[nodiscard]] Diagram finish();
    // All ids of the finished diagram, for as long as it lives unchanged: integrity.h asks the same of everything.
    [[nodiscard]] IdTable takeKnown() { return std::move(m_known); }

  private:
    Diagram m_diagram;
    IdTable m_known; // its views lead into the diagram's things, which do not move
};

} // namespace sky::diagram
