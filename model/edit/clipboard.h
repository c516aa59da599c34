// SPDX-License-Identifier: GPL-3.0-or-later
// What the clipboard holds: things cut out of a document, whole in themselves, so that they can be pasted into another
// one, or travel as text (exchange/json writes and reads a Fragment).
#pragma once

#include "edit/draft.h"

#include <optional>

namespace sky::edit {

struct CutMention { // the copied thing `holder` named `id`, which did not come along
    std::string holder;
    std::string field; // "spans", "groups", or a property's key
    std::string id;
    friend auto operator<=>(const CutMention&, const CutMention&) = default;
};

struct Fragment {
    std::vector<diagram::Element> elements; // outermost ones have no parent and lie as on the page
    std::vector<diagram::Link> links;       // both ends are among the elements
    std::vector<CutMention> cut;            // sorted
    friend bool operator==(const Fragment&, const Fragment&) = default;
};

[[nodiscard]] Result<Fragment> copy(const diagram::Diagram& diagram, const Selection& selection);

// Into a container (empty: the page), the upper left corner of it all at a place inside it. Without a place the things
// lie as they lay, or are placed when shown if that is not known.
[[nodiscard]] Result<Built> paste(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                  const Fragment& fragment, const ElementId& parent, std::optional<Point> at);

} // namespace sky::edit
