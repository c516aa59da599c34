// SPDX-License-Identifier: GPL-3.0-or-later
// Links: drawing them, moving an end, changing the kind; attaching and detaching.
#pragma once

#include "edit/draft.h"

#include <optional>

namespace sky::edit {

// Without a kind the link is of the first that fits its ends, now and whenever an end changes. A kind that does not
// fit is refused, naming those that do.
[[nodiscard]] Result<Built> connect(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                    const ElementId& from, const ElementId& to,
                                    std::optional<catalog::LinkKind> kind = std::nullopt);

enum class End : std::uint8_t { From, To };
[[nodiscard]] Result<Step> reconnect(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                     const LinkId& link, End end, const ElementId& element);

// Properties the new kind does not have are dropped.
[[nodiscard]] Result<Step> setKind(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                   const std::vector<LinkId>& links, std::optional<catalog::LinkKind> kind);

[[nodiscard]] Result<Step> reverse(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                   const std::vector<LinkId>& links);

// A volume, an address, a web filter … to its holder. A volume and an address let go of the holder they had.
[[nodiscard]] Result<Built> attach(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                   const ElementId& thing, const ElementId& holder);
[[nodiscard]] Result<Step> detach(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                  const std::vector<ElementId>& things);

[[nodiscard]] Result<Step> setWaypoints(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                        const LinkId& link, const std::vector<Point>& waypoints);

} // namespace sky::edit
