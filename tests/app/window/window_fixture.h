// SPDX-License-Identifier: GPL-3.0-or-later
// A window with a canvas, and hands for it.
#pragma once

#include "canvas/diagram_canvas.h"
#include "canvas/icon_provider.h"
#include "session/preferences.h"
#include "session/windows.h"

#include <gtest/gtest.h>

#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QtTest/QTest>

namespace sky {

using session::Preferences;

class WindowTest : public testing::Test {
  protected:
    WindowTest() {
        engine.addImportPath("qrc:/qt/qml");
        canvas::addImageProviders(engine);
        Preferences::instance().setReduceMotion(true);
        Preferences::instance().setKorean(false);
        Preferences::instance().setTheme(Preferences::ThemeChoice::Light);
        windows = std::make_unique<session::Windows>(engine);
    }
    void open(const QString& file = {}) {
        window = qobject_cast<QQuickWindow*>(windows->openWindow(file));
        ASSERT_TRUE(window);
        window->resize(1600, 1000);
        canvas = window->findChild<canvas::DiagramCanvas*>("canvas");
        ASSERT_TRUE(canvas);
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window));
        settle();
    }
    void settle() {
        canvas->session()->jobs()->finishRoutes();
        QTest::qWait(30);
        for (int patience = 0; !canvas->settled() && patience < 200; ++patience) QTest::qWait(10);
    }
    QPoint placeOf(const char* name) {
        const QQuickItem* item = shown(window->contentItem(), name);
        return item ? item->mapToScene({item->width() / 2, item->height() / 3}).toPoint() : QPoint();
    }
    static QQuickItem* shown(QQuickItem* root, const char* name) { // delegates are children by sight only
        for (QQuickItem* child : root->childItems()) {
            if (child->objectName() == name && child->isVisible()) return child;
            if (QQuickItem* found = shown(child, name)) return found;
        }
        return nullptr;
    }
    QPoint onCanvas(QPointF page) { return canvas->mapToScene(canvas->camera().toView(page)).toPoint(); }
    QPoint middleOf(const ElementId& id) { return onCanvas(canvas->bodyOf(id)->center()); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseMove(window, from);
        QTest::mousePress(window, Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 4; ++i) move(from + (to - from) * i / 4, modifiers);
        QTest::mouseRelease(window, Qt::LeftButton, modifiers, to);
        settle();
    }
    void move(QPoint to, Qt::KeyboardModifiers modifiers = {}) {
        QMouseEvent event(QEvent::MouseMove, to, window->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(window, &event);
        QTest::qWait(2);
    }
    QMouseEvent mouse(QEvent::Type type, QPoint at, Qt::KeyboardModifiers modifiers = {}) {
        const bool up = type == QEvent::MouseButtonRelease;
        return {type, QPointF(at), QPointF(window->mapToGlobal(at)), Qt::LeftButton,
                up ? Qt::NoButton : Qt::LeftButton, modifiers};
    }
    void press(QPoint at, Qt::KeyboardModifiers modifiers = {}) {
        QMouseEvent event = mouse(QEvent::MouseButtonPress, at, modifiers);
        QCoreApplication::sendEvent(window, &event);
    }
    void release(QPoint at, Qt::KeyboardModifiers modifiers = {}) {
        QMouseEvent event = mouse(QEvent::MouseButtonRelease, at, modifiers);
        QCoreApplication::sendEvent(window, &event);
    }
    session::Document& document() { return *canvas->session()->document(); }
    const diagram::Diagram& diagram() { return canvas->session()->document()->diagram(); }
    session::ViewState& view() { return *canvas->session()->view(); }
    ElementId only(const std::string& service) {
        for (const diagram::Element& element : diagram().elements())
            if (element.service == service) return element.id;
        return {};
    }

    QQmlEngine engine;
    std::unique_ptr<session::Windows> windows;
    QQuickWindow* window = nullptr;
    canvas::DiagramCanvas* canvas = nullptr;
};

} // namespace sky
