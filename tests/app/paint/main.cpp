// SPDX-License-Identifier: GPL-3.0-or-later
// Text needs a QGuiApplication; the tests have one without a display.
#include <QGuiApplication>

#include <gmock/gmock.h>

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    testing::InitGoogleMock(&argc, argv);
    return RUN_ALL_TESTS();
}
