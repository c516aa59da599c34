// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/camera.h"

#include <gtest/gtest.h>

namespace sky::canvas {
namespace {

TEST(Camera, ZoomKeepsThePlaceUnderThePointer) {
    const Camera before{{120, -40}, 0.8};
    const QPointF pointer(333, 222);
    const Camera after = before.zoomedAt(pointer, 2.4);
    EXPECT_NEAR(after.toPage(pointer).x(), before.toPage(pointer).x(), 1e-9);
    EXPECT_NEAR(after.toPage(pointer).y(), before.toPage(pointer).y(), 1e-9);
    EXPECT_DOUBLE_EQ(after.zoom, 2.4);
}

TEST(Camera, ZoomStaysWithinItsLimits) {
    EXPECT_DOUBLE_EQ(Camera{}.zoomedAt({}, 1000).zoom, kMostZoom);
    EXPECT_DOUBLE_EQ(Camera{}.zoomedAt({}, 0).zoom, kLeastZoom);
}

TEST(Camera, ShowsAllOfARectangleInTheMiddle) {
    const Camera camera = Camera::showing({100, 100, 1000, 200}, {800, 600}, 40, 2);
    const QRectF seen = camera.toView(QRectF(100, 100, 1000, 200));
    EXPECT_NEAR(seen.left(), 40, 1e-6);
    EXPECT_NEAR(seen.center().y(), 300, 1e-6);
}

TEST(Camera, NothingToShowIsThePageAsItIs) {
    EXPECT_EQ(Camera::showing({}, {800, 600}, 40, 2), Camera{});
}

} // namespace
} // namespace sky::canvas
