// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/ruler.h"

#include <gtest/gtest.h>

namespace sky::canvas {
namespace {

TEST(Ruler, FiguresStandFarEnoughApartAtEveryZoom) {
    EXPECT_EQ(Ruler::stepAt(1), 100);
    EXPECT_EQ(Ruler::stepAt(8), 10);
    EXPECT_EQ(Ruler::stepAt(0.05), 2000);
    for (double zoom = kLeastZoom; zoom <= kMostZoom; zoom *= 1.1) {
        EXPECT_GE(Ruler::stepAt(zoom) * zoom, 56);
        EXPECT_LE(Ruler::stepAt(zoom) * zoom, 56 * 2.5 + 10 * zoom);
    }
}

} // namespace
} // namespace sky::canvas
