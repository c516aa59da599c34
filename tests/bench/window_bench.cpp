// SPDX-License-Identifier: GPL-3.0-or-later
// What the canvas costs: opens a drawing of N servers and 1.5 N links in a window of 1600x1000 and pans, zooms, drags
// and undoes in it. Prints milliseconds of CPU (all threads together) per frame, and of wall clock where a person
// waits.
//   QT_QUICK_BACKEND=software xvfb-run build/release/bin/window_bench [servers]
#include "canvas/diagram_canvas.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QQuickWindow>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace sky;

double cpuMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
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
    QApplication application(argc, argv);
    session::Session session;
    QQuickWindow window;
    window.resize(1600, 1000);
    auto* canvas = new canvas::DiagramCanvas(window.contentItem());
    canvas->setProperty("canvasColor", QColor(Qt::white));
    canvas->setProperty("dotColor", QColor("#D9DDE4"));
    canvas->setProperty("focusColor", QColor("#1D5BD6"));
    canvas->setProperty("linkColor", QColor("#3D4552"));
    canvas->setSize(QSizeF(1600, 1000));
    canvas->setSession(&session);
    window.show();
    bool swapped = false;
    QObject::connect(&window, &QQuickWindow::frameSwapped, &application, [&] { swapped = true; });
    const auto frame = [&] {
        swapped = false;
        canvas->update();
        QElapsedTimer patience;
        patience.start();
        while (!swapped && patience.elapsed() < 2000) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    };
    const auto settle = [&] {
        QElapsedTimer patience;
        patience.start();
        do QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        while (!canvas->settled() && patience.elapsed() < 30'000);
    };
    frame();

    QElapsedTimer clock;
    clock.start();
    session.document()->startNew(drawing(servers));
    session.jobs()->finish();
    settle();
    frame();
    std::printf("%d servers, %d links: first full frame after %lld ms\n", servers, session.document()->linkCount(),
                clock.elapsed());
    session.jobs()->finishRoutes();
    settle();
    std::printf("%-34s after %lld ms\n", "links run their final way", clock.elapsed());

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
    session.view()->select(selection);
    settle();
    clock.restart();
    session.editor()->nudge(8, 0);
    std::printf("%-34s %lld ms\n", "moving 1000 selected, the edit", clock.elapsed());
    session.jobs()->finish();
    settle();
    clock.restart();
    session.document()->undo();
    std::printf("%-34s %lld ms\n", "undoing it", clock.elapsed());
    session.jobs()->finish();
    settle();
    std::printf("%-34s %.0f MB\n", "memory", memoryMegabytes());
    return 0;
}
