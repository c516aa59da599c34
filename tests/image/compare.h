// SPDX-License-Identifier: GPL-3.0-or-later
// Compares pictures with a tolerance, since letters and curves are smoothed a little differently from one program or
// version to the next. Of a picture that differs NAME.out.png and NAME.diff.png are left in the folder named.
#pragma once

#include <QImage>

#include <string>

namespace sky::image {

struct Tolerance {
    int channel = 48;       // a pixel differs when one of its channels does by more than this
    double share = 0.002;   // of pixels that may differ
    bool shifted = true;    // a pixel may equal one of its eight neighbours instead: edges between two pixels
};

struct Comparison {
    bool same = false;
    double differing = 1;  // share of pixels
    std::string why;       // empty: same
};

[[nodiscard]] Comparison compare(const QImage& actual, const QImage& expected, const Tolerance& tolerance = {});

// The same, leaving files behind when they differ.
[[nodiscard]] Comparison compareLeaving(const QImage& actual, const QImage& expected, const std::string& folder,
                                        const std::string& name, const Tolerance& tolerance = {});

} // namespace sky::image
