// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window, offscreen: what hands do with it. A warning of QML fails the test that caused it (main.cpp).
#include "window_fixture.h"

#include <QInputMethodEvent>

namespace sky {
namespace {

TEST_F(WindowTest, ShowsAProjectInBothThemesAndLanguagesAtEverySize) {
    open(SKY_SOURCE_DIR "/projects/three-tier-web.json");
    for (const QSize size : {QSize(960, 600), QSize(1280, 720), QSize(2560, 1440)})
        for (const bool korean : {false, true})
            for (const auto theme : {Preferences::ThemeChoice::Light, Preferences::ThemeChoice::Dark}) {
                window->resize(size);
                Preferences::instance().setKorean(korean);
                Preferences::instance().setTheme(theme);
                settle();
                const QImage shot = window->grabWindow();
                EXPECT_EQ(shot.pixelColor(canvas->mapToScene({5, 5}).toPoint()).lightness() < 128,
                          theme == Preferences::ThemeChoice::Dark);
            }
}

TEST_F(WindowTest, DraggingFromThePaletteNests) {
    open();
    const QPoint tile = placeOf("tile-region");
    ASSERT_FALSE(tile.isNull());
    drag(tile, onCanvas({200, 100}));
    ASSERT_EQ(diagram().elements().size(), 1u) << tile.x() << "," << tile.y();
    drag(placeOf("tile-vpc"), onCanvas({300, 200}));
    ASSERT_EQ(diagram().elements().size(), 2u);
    EXPECT_EQ(diagram().element(only("vpc"))->parent, only("region"));
}

TEST_F(WindowTest, EscTakesADragBackWithoutTrace) {
    open(SKY_SOURCE_DIR "/projects/three-tier-web.json");
    const ElementId server = only("ec2");
    const QPoint from = middleOf(server);
    QTest::mousePress(window, Qt::LeftButton, {}, from);
    move(from + QPoint(30, 10));
    move(from + QPoint(60, 20));
    EXPECT_TRUE(canvas->busyWithGesture());
    QTest::keyClick(window, Qt::Key_Escape);
    EXPECT_FALSE(canvas->busyWithGesture());
    QTest::mouseRelease(window, Qt::LeftButton, {}, from + QPoint(60, 20));
    settle();
    EXPECT_FALSE(canvas->session()->document()->canUndo());
}

TEST_F(WindowTest, ARubberBandInsideAContainerPicksWhatStandsThere) {
    open(SKY_SOURCE_DIR "/projects/three-tier-web.json");
    const ElementId server = only("ec2");
    const ElementId subnet = diagram().element(server)->parent;
    const QRectF inside = *canvas->bodyOf(subnet);
    view().select(subnet);
    canvas->fitSelection();
    view().clearSelection();
    const quint64 revision = canvas->session()->document()->revision();
    drag(onCanvas(inside.bottomRight() - QPointF(40, 30)), onCanvas(inside.topLeft() + QPointF(20, 34)));
    EXPECT_TRUE(view().isSelected(server));
    EXPECT_FALSE(view().isSelected(subnet));
    EXPECT_EQ(canvas->session()->document()->revision(), revision) // nothing moved
        << canvas->session()->document()->undoName().toStdString();
}

TEST_F(WindowTest, TheFirstHangulKeyReachesTheNameAndEnterCommitsOnce) {
    open(SKY_SOURCE_DIR "/projects/single-server.json");
    const ElementId server = only("ec2");
    QTest::mouseClick(window, Qt::LeftButton, {}, middleOf(server));
    ASSERT_TRUE(view().isSelected(server));
    QObject* focus = window->focusObject();
    ASSERT_TRUE(focus);
    const auto compose = [&](const QString& preedit, const QString& commit) {
        QInputMethodEvent event(preedit, {});
        if (!commit.isEmpty()) event.setCommitString(commit);
        QCoreApplication::sendEvent(focus, &event);
    };
    compose(QString::fromUtf8("ㅅ"), {});
    compose(QString::fromUtf8("서"), {});
    auto* input = window->findChild<QQuickItem*>("nameInput");
    ASSERT_TRUE(input);
    EXPECT_TRUE(input->property("editing").toBool());
    EXPECT_EQ(input->property("preeditText").toString(), QString::fromUtf8("서"));
    compose(QString::fromUtf8("버"), QString::fromUtf8("서"));
    compose({}, QString::fromUtf8("버"));
    QTest::keyClick(window, Qt::Key_Return);
    EXPECT_EQ(diagram().element(server)->name.en, "서버");
    EXPECT_FALSE(input->property("editing").toBool());
}

TEST_F(WindowTest, AllIsSelectedAndLetGoByKeys) { // no command may ask for what is selected no more
    open(SKY_SOURCE_DIR "/projects/three-tier-web.json");
    QTest::keyClick(window, Qt::Key_A, Qt::ControlModifier);
    settle();
    EXPECT_EQ(view().selectedElements().size() + view().selectedLinks().size(), view().selectionCount());
    EXPECT_GT(view().selectedLinks().size(), 0);
    QTest::keyClick(window, Qt::Key_Escape);
    settle();
    EXPECT_EQ(view().selectionCount(), 0);
    view().select(diagram().links().begin()->id);
    settle();
    view().clearSelection();
    settle();
}

TEST_F(WindowTest, KeysWalkTheDrawing) {
    open(SKY_SOURCE_DIR "/projects/three-tier-web.json");
    QTest::mouseClick(window, Qt::LeftButton, {}, middleOf(only("ec2")));
    QTest::keyClick(window, Qt::Key_Return, Qt::ShiftModifier);
    ASSERT_EQ(view().elements().size(), 1u);
    EXPECT_EQ(diagram().element(view().elements().front())->service, "subnet");
    QTest::keyClick(window, Qt::Key_Return);
    EXPECT_EQ(view().elements().size(), 1u);
    EXPECT_TRUE(canvas->keyboardFocus());
    const ElementId before = view().elements().front();
    QTest::keyClick(window, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(window, Qt::Key_Tab);
    EXPECT_NE(view().elements().front(), before);
}

TEST_F(WindowTest, ShortcutsWorkWhileTheInvisibleInputHoldsTheFocus) {
    open(SKY_SOURCE_DIR "/projects/single-server.json");
    const std::size_t things = diagram().elements().size();
    QTest::mouseClick(window, Qt::LeftButton, {}, middleOf(only("ec2")));
    QTest::keyClick(window, Qt::Key_Delete);
    EXPECT_LT(diagram().elements().size(), things);
    QTest::keyClick(window, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(diagram().elements().size(), things);
    QTest::keyClick(window, Qt::Key_A, Qt::ControlModifier);
    EXPECT_GT(view().selectionCount(), 3);
}

TEST_F(WindowTest, WheelZoomsAtThePointerAndScrollsWhenToldTo) {
    open(SKY_SOURCE_DIR "/projects/three-tier-web.json");
    const QPointF at = canvas->mapToScene({400, 300});
    const QPointF page = canvas->camera().toPage({400, 300});
    const double zoom = canvas->zoom();
    const auto turn = [&](Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(at, window->mapToGlobal(at.toPoint()), {}, {0, 120}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(window, &event);
    };
    turn(Qt::ControlModifier);
    EXPECT_GT(canvas->zoom(), zoom);
    EXPECT_NEAR(canvas->camera().toPage({400, 300}).x(), page.x(), 0.01);
    Preferences::instance().setWheel(Preferences::WheelChoice::Scrolls);
    const double now = canvas->zoom();
    turn({});
    EXPECT_DOUBLE_EQ(canvas->zoom(), now);
    Preferences::instance().setWheel(Preferences::WheelChoice::ByDevice);
}

} // namespace
} // namespace sky
