// SPDX-License-Identifier: GPL-3.0-or-later
// Putting copies of things into a diagram under new ids: duplicating, pasting and adding a zone stand on it.
#pragma once

#include "edit/draft.h"

#include <map>

namespace sky::edit {

struct Copies {
    std::map<std::string, std::string> newIds;                   // by the old one
    Selection made;                                              // in the order of the originals
    [[nodiscard]] ElementId of(const ElementId& original) const; // the same when it was not copied
};

// Mentions among the copied lead to the copies; all others stay as they are.
[[nodiscard]] Copies putCopies(Draft& draft, const std::vector<diagram::Element>& elements,
                               const std::vector<diagram::Link>& links);

// Links with both ends among the things; sorted.
[[nodiscard]] std::vector<diagram::Link> linksAmong(const diagram::Diagram& diagram,
                                                    const std::vector<ElementId>& elements);

// What a new link's id begins with: the key of its kind, or of the first kind that fits its ends.
[[nodiscard]] std::string stemOf(const Draft& draft, const diagram::Link& link);

} // namespace sky::edit
