// SPDX-License-Identifier: GPL-3.0-or-later
// What an export shows: the figures of a diagram, or of some things of it, cropped to what is drawn, with title block
// and legend round it.
#pragma once

#include "base/result.h"
#include "picture/figure.h"
#include "picture/options.h"
#include "topology/topology.h"

#include <memory>
#include <string>
#include <vector>

namespace sky::picture {

struct Page {
    std::vector<FigurePointer> figures; // in drawing order
    RectD area;                         // of the page's pixels; whole numbers
};

struct PageOptions {
    Options options;
    double margin = 24;            // between what is drawn and the edge of the picture
    std::vector<std::string> only; // ids of elements and links; empty: everything
};

// Of chosen elements: they themselves, what stands inside them, their standbys, and the links between them.
[[nodiscard]] Result<Page> pageOf(std::shared_ptr<const topology::Topology> topology, const PageOptions& options);

} // namespace sky::picture
