// SPDX-License-Identifier: GPL-3.0-or-later
// Elements, links and the project's own facts in JSON and back (SEMANTICS, sections 1, 2 and 6).
#pragma once

#include "diagram/element.h"
#include "diagram/link.h"
#include "diagram/project.h"
#include "exchange/json/json_tree.h"
#include "exchange/json/json_vocabulary.h"

#include <string>

namespace sky::exchange::json {

[[nodiscard]] Result<diagram::Element> readElement(Vocabulary& vocabulary, const Node& node, const Place& place);
// The services of the ends decide the kind where none is written; null: not known.
[[nodiscard]] Result<diagram::Link> readLink(Vocabulary& vocabulary, const Node& node, const Place& place,
                                             const catalog::Service* from, const catalog::Service* to);
[[nodiscard]] Result<diagram::Project> readProjectFacts(const catalog::Catalog& catalog, const Node& node,
                                                        const Place& place);

[[nodiscard]] Result<Rect> readFrame(const Node& node, const Place& place);
[[nodiscard]] Result<std::vector<Point>> readWaypoints(const Node& node, const Place& place);

// One object each; rows of records stand on lines of their own.
void appendElement(std::string& out, const catalog::Catalog& catalog, const diagram::Element& element);
void appendLink(std::string& out, const catalog::Catalog& catalog, const diagram::Link& link,
                const catalog::Service* from, const catalog::Service* to);
void appendProjectFacts(std::string& out, const catalog::Catalog& catalog, const diagram::Project& project);

} // namespace sky::exchange::json
