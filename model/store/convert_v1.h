// SPDX-License-Identifier: GPL-3.0-or-later
// Between the structs of format 1 and the diagram. Towards the diagram everything is checked: the structs come from a
// file. Towards the structs nothing can fail; the encoder refuses what must not be written.
#pragma once

#include "base/result.h"
#include "diagram/diagram.h"
#include "diagram/id_table.h"
#include "store/dto_v1.h"

namespace sky::store {
class LineReader;
}

namespace sky::store::v1 {

struct Converted {
    diagram::Diagram diagram;
    diagram::IdTable known; // for the integrity that follows
};

// Ids are unique and within limits; what they name, and every value, is for diagram/integrity.h to judge afterwards.
[[nodiscard]] Result<Converted> toDiagram(Document&& document);

// The same, straight from the lines of a file of this format: no document stands in memory in between.
[[nodiscard]] Result<Converted> readDiagram(LineReader& reader);

[[nodiscard]] Project fromProject(const diagram::Project& project);
[[nodiscard]] Element fromElement(const diagram::Element& element);
[[nodiscard]] Link fromLink(const diagram::Link& link);
[[nodiscard]] Scenario fromScenario(const diagram::Scenario& scenario);

} // namespace sky::store::v1
