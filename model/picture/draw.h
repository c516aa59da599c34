// SPDX-License-Identifier: GPL-3.0-or-later
// One function per kind of thing drawn; each makes a figure from facts and places and knows nothing of the others.
#pragma once

#include "layout/frames.h"
#include "layout/routes.h"
#include "picture/callouts.h"
#include "picture/figure.h"
#include "picture/options.h"
#include "topology/topology.h"

namespace sky::picture {

struct DrawingContext {
    const topology::Topology& topology;
    const layout::Placement& placement;
    const Options& options;
    const Theme& theme;

    [[nodiscard]] Language language() const { return options.language; }
};

[[nodiscard]] Figure drawContainer(const DrawingContext& context, const diagram::Element& element,
                                   const layout::Placed& placed);
[[nodiscard]] Figure drawSpan(const DrawingContext& context, const diagram::Element& element,
                              const layout::Placed& placed);
[[nodiscard]] Figure drawTile(const DrawingContext& context, const diagram::Element& element,
                              const layout::Placed& placed);
[[nodiscard]] Figure drawAnnotation(const DrawingContext& context, const diagram::Element& element,
                                    const layout::Placed& placed);
[[nodiscard]] Figure drawElement(const DrawingContext& context, const diagram::Element& element,
                                 const layout::Placed& placed); // one of the above
[[nodiscard]] Figure drawPart(const DrawingContext& context, const layout::PlacedPart& part);
// `paper`: the colour under the link's words.
[[nodiscard]] Figure drawLink(const DrawingContext& context, const diagram::Link& link, const layout::Route& route,
                              Color paper, const Callout* callout);
[[nodiscard]] Figure drawTitleBlock(const DrawingContext& context, const RectD& drawing);
[[nodiscard]] Figure drawLegend(const DrawingContext& context, const RectD& drawing);

} // namespace sky::picture
