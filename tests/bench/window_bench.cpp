// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs: opens a drawing of N servers and 1.5 N links in the whole window at 1600x1000 and pans, zooms,
// drags and undoes in it with the mouse events a person makes. Prints milliseconds of CPU (all threads together) per
// frame, and of wall clock where a person waits. Start-up is measured from outside: window_start.py.
//   QT_QUICK_BACKEND=software xvfb-run -s "-screen 0 1600x1000x24" build/release/bin/window_bench [servers]
#include "canvas/diagram_canvas.h"
#include "canvas/icon_provider.h"
#include "session/preferences.h"
#include "session/windows.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>
#include <QtQml/qqmlextensionplugin.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

Q_IMPORT_QML_PLUGIN(SkywrightPlugin)

namespace {

using namespace sky;

double cpuMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double threadMilliseconds() { // of this one, the window's
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double memoryMegabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    return 0;
}

diagram::Diagram drawing(int servers) {
    diagram::Diagram diagram;
    const auto put = [&](const std::string& id, const char* service, const std::string& parent, Rect frame) {
        diagram::Element element;
        element.id = ElementId(id);
        element.service = service;
        element.parent = ElementId(parent);
        element.frame = frame;
        diagram.put(std::move(element));
    };
    constexpr int kPerSubnet = 20;
    constexpr int kAcross = 10;
    const int subnets = (servers + kPerSubnet - 1) / kPerSubnet;
    const int columns = std::max(1, static_cast<int>(std::sqrt(subnets) * 0.6));
    put("region", "region", "", {0, 0, columns * 1320 + 120, (subnets / columns + 1) * 320 + 160});
    put("vpc", "vpc", "region", {40, 60, columns * 1320 + 40, (subnets / columns + 1) * 320 + 60});
    for (int s = 0; s < subnets; ++s) {
        const std::string subnet = "subnet-" + std::to_string(s);
        put(subnet, "subnet", "vpc", {40 + s % columns * 1320, 60 + s / columns * 320, 1280, 280});
        for (int i = 0; i < kPerSubnet && s * kPerSubnet + i < servers; ++i)
            put("ec2-" + std::to_string(s * kPerSubnet + i), "ec2", subnet,
                {60 + i % kAcross * 124, 48 + i / kAcross * 120, 40, 40});
    }
    for (int i = 0; i < servers * 3 / 2; ++i) {
        diagram::Link link;
        link.id = LinkId("traffic-" + std::to_string(i));
        link.from = ElementId("ec2-" + std::to_string(i % servers));
        link.to = ElementId("ec2-" + std::to_string((i % servers + 1 + i / servers * 7) % servers));
        diagram.put(std::move(link));
    }
    return diagram;
}

struct Frames {
    std::vector<double> cpu;
    void print(const char* what) {
        std::sort(cpu.begin(), cpu.end());
        const auto at = [&](double part) {
            return cpu[std::min(cpu.size() - 1, static_cast<std::size_t>(part * static_cast<double>(cpu.size())))];
        };
        std::printf("%-34s median %6.2f   p95 %6.2f   worst %6.2f ms of CPU per frame\n", what, at(0.5), at(0.95),
                    cpu.back());
    }
};

} // namespace

int main(int argc, char** argv) {
    const int servers = argc > 1 ? std::max(10, std::atoi(argv[1])) : 10'000;
    const QTemporaryDir home; // settings and recovery files of the run, not of the person
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("XDG_STATE_HOME", home.path().toUtf8());
    QApplication application(argc, argv);
    QQmlEngine engine;
    engine.addImportPath("qrc:/qt/qml");
    canvas::addImageProviders(engine);
    session::Preferences::instance().setTheme(session::Preferences::ThemeChoice::Light);
    session::Windows windows(engine);
    auto* window = qobject_cast<QQuickWindow*>(windows.openWindow({}));
    auto* canvas = window ? window->findChild<canvas::DiagramCanvas*>("canvas") : nullptr;
    if (!canvas) return 1;
    window->setPosition(0, 0);
    window->resize(1600, 1000);
    session::Session& session = *canvas->session();

    // A frame is over when it is on the screen; meanwhile nothing but the window works.
    const auto frame = [&] {
        QEventLoop loop;
        QObject::connect(window, &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit);
        QTimer::singleShot(2000, &loop, &QEventLoop::quit);
        window->update();
        loop.exec();
    };
    const auto settle = [&] {
        QElapsedTimer patience;
        patience.start();
        do QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
        while (!canvas->settled() && patience.elapsed() < 30'000);
        frame();
    };
    settle();

    std::printf("%-34s %.0f MB\n", "memory of an empty window", memoryMegabytes());
    diagram::Diagram large = drawing(servers);
    QElapsedTimer clock;
    clock.start();
    double cpu = cpuMilliseconds();
    session.document()->startNew(std::move(large));
    session.jobs()->finish();
    settle();
    std::printf("%-34s %lld ms (%.0f ms of CPU), %d servers and %d links\n", "first full frame after", clock.elapsed(),
                cpuMilliseconds() - cpu, servers, session.document()->linkCount());
    session.jobs()->finishRoutes();
    settle();
    std::printf("%-34s %lld ms (%.0f ms of CPU)\n", "links run their final way after", clock.elapsed(),
                cpuMilliseconds() - cpu);

    const auto measure = [&](const char* what, int count, auto&& step) {
        Frames frames;
        for (int i = 0; i < count; ++i) {
            const double before = cpuMilliseconds();
            step(i);
            frame();
            frames.cpu.push_back(cpuMilliseconds() - before);
        }
        settle();
        frames.print(what);
    };
    const auto pan = [&](int i) { canvas->setCamera(canvas->camera().movedBy({i / 60 % 2 == 0 ? -11.0 : 11.0, -5})); };
    measure("a frame in which nothing changes", 60, [](int) {});
    std::printf("%-34s %.0f MB\n", "memory", memoryMegabytes());
    canvas->setCamera({{400, 400}, 1});
    settle();
    measure("pan at 100 %", 240, pan);
    canvas->fitOnce();
    settle();
    measure("pan with everything shown", 240, pan);
    canvas->fitOnce();
    settle();
    measure("zoom at the pointer", 160, [&](int i) {
        canvas->setCamera(canvas->camera().zoomedAt({900, 500}, canvas->zoom() * (i / 40 % 2 == 0 ? 1.05 : 1 / 1.05)));
    });

    edit::Selection selection;
    for (int i = 0; i < std::min(1000, servers); ++i)
        selection.elements.push_back(ElementId("ec2-" + std::to_string(i)));
    const auto mouse = [&](QEvent::Type type, QPointF at) {
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, window->mapToGlobal(at), button,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &event);
    };
    const auto drag = [&](const char* what) {
        session.view()->select(selection);
        settle();
        const QPointF from =
            canvas->mapToScene(canvas->camera().toView(canvas->bodyOf(selection.elements.front())->center()));
        mouse(QEvent::MouseButtonPress, from);
        measure(what, 120, [&](int i) { mouse(QEvent::MouseMove, from + QPointF(8 + i % 40 * 3, 6 + i % 30)); });
        // The window's thread alone: what the person waits for.
        clock.restart();
        cpu = threadMilliseconds();
        mouse(QEvent::MouseButtonRelease, from + QPointF(64, 24));
        std::printf("%-34s %lld ms (%.1f ms of CPU)\n", "letting go", clock.elapsed(), threadMilliseconds() - cpu);
        session.jobs()->finishRoutes();
        settle();
        std::printf("%-34s %lld ms\n", "links run their final way after", clock.elapsed());
        clock.restart();
        cpu = threadMilliseconds();
        session.document()->undo();
        std::printf("%-34s %lld ms (%.1f ms of CPU)\n", "undoing it", clock.elapsed(), threadMilliseconds() - cpu);
        session.jobs()->finish();
        settle();
        std::printf("%-34s %lld ms\n", "seen after", clock.elapsed());
        session.jobs()->finishRoutes();
        settle();
    };
    canvas->fitOnce();
    drag("dragging 1000, everything shown");
    canvas->setCamera({{0, 0}, 0.5});
    drag("dragging 1000 at 50 %");
    std::printf("%-34s %.0f MB\n", "memory at the end", memoryMegabytes());
    std::fflush(stdout);
    std::_Exit(0); // an unsaved drawing is closed by nobody here
}
