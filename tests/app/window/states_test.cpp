// SPDX-License-Identifier: GPL-3.0-or-later
// What the window looks like in its states, in both themes and languages, held to pictures. To make them anew after a
// wanted change: SKYWRIGHT_GOLDEN=write window_tests --gtest_filter='*WindowState*'
#include "compare.h"
#include "window_fixture.h"

#include <QFontDatabase>

#include <cstdlib>

namespace sky {
namespace {


class WindowState : public WindowTest {
  protected:
    void holds(const std::string& state) {
        if (!QFontDatabase::families().contains("Noto Sans CJK KR")) GTEST_SKIP() << "the fonts are not installed";
        for (const bool dark : {false, true}) {
            Preferences::instance().setTheme(dark ? Preferences::ThemeChoice::Dark : Preferences::ThemeChoice::Light);
            Preferences::instance().setKorean(dark);
            settle();
            QTest::qWait(150); // pictures of templates and tiles are loaded beside
            const QImage shot = window->grabWindow().convertToFormat(QImage::Format_RGB32);
            const std::string name = "window_" + state + (dark ? "_dark_ko" : "");
            const QString golden = QString::fromStdString(SKY_SOURCE_DIR "/tests/image/golden/" + name + ".png");
            const char* writing = std::getenv("SKYWRIGHT_GOLDEN");
            if (writing && std::string_view(writing) == "write") {
                ASSERT_TRUE(shot.convertToFormat(QImage::Format_RGB888).save(golden));
            }
            const image::Comparison comparison =
                image::compareLeaving(shot, QImage(golden), ".", name, {64, 0.004, true});
            EXPECT_TRUE(comparison.same) << comparison.why;
        }
        Preferences::instance().setKorean(false);
    }
    void show(const char* file) {
        open(file ? QString(SKY_SOURCE_DIR "/projects/") + file : QString());
        window->resize(1280, 800);
        settle();
        canvas->fitOnce();
        settle();
    }
};

TEST_F(WindowState, Empty) {
    show(nullptr);
    holds("empty");
}

TEST_F(WindowState, Selected) {
    show("three-tier-web.json");
    ElementId subnet = only("subnet");
    view().select(subnet);
    settle();
    holds("selected");
}

TEST_F(WindowState, CommandPalette) {
    show("single-server.json");
    QTest::keyClick(window, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(window, Qt::Key_E);
    settle();
    holds("commands");
}

TEST_F(WindowState, Shortcuts) {
    show("single-server.json");
    QMetaObject::invokeMethod(window->findChild<QObject*>("shortcutsDialog"), "open");
    settle();
    holds("shortcuts");
}

} // namespace
} // namespace sky
