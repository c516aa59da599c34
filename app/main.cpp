// SPDX-License-Identifier: GPL-3.0-or-later
// skywright: the window.
#include "canvas/diagram_canvas.h"
#include "canvas/icon_provider.h"
#include "session/preferences.h"
#include "session/text_bridge.h"
#include "session/windows.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QtQml/qqmlextensionplugin.h>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(SkywrightPlugin)

namespace {

constexpr const char* kHelp =
    "Usage: skywright [option...] [project...]\n"
    "Design AWS architectures. Every project opens in a window of its own: project files (.skyw), JSON,\n"
    "and the PNG and SVG pictures Skywright has exported.\n"
    "\n"
    "  --new             begin with a blank canvas instead of the welcome page\n"
    "  --theme THEME     light, dark or system, for this time\n"
    "  --language LANG   en or ko, for this time\n"
    "  -h, --help        show this and stop\n"
    "  -v, --version     show the version and stop\n"
    "\n"
    "The command line program skywright-cli does without a display.\n";

struct Wish {
    QStringList files;
    QString theme;
    QString language;
    bool blank = false;
};

// Answers what it cannot do before any window opens. A negative number: go on.
int readArguments(int argc, char** argv, Wish& wish) {
    for (int i = 1; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        const auto value = [&](const char* of) -> QString {
            if (argument.contains('=')) return argument.section('=', 1);
            if (i + 1 < argc) return QString::fromLocal8Bit(argv[++i]);
            std::fprintf(stderr, "skywright: %s needs a value. See skywright --help.\n", of);
            return {};
        };
        if (argument == "-h" || argument == "--help") {
            std::fputs(kHelp, stdout);
            return 0;
        }
        if (argument == "-v" || argument == "--version") {
            std::printf("skywright %s\n", SKY_VERSION);
            return 0;
        }
        if (argument == "--new") {
            wish.blank = true;
        } else if (argument.section('=', 0, 0) == "--theme") {
            wish.theme = value("--theme");
            if (wish.theme != "light" && wish.theme != "dark" && wish.theme != "system") {
                std::fprintf(stderr, "skywright: the theme is light, dark or system. See skywright --help.\n");
                return 2;
            }
        } else if (argument.section('=', 0, 0) == "--language") {
            wish.language = value("--language");
            if (wish.language != "en" && wish.language != "ko") {
                std::fprintf(stderr, "skywright: the language is en or ko. See skywright --help.\n");
                return 2;
            }
        } else if (argument == "--") {
            while (++i < argc) wish.files << QString::fromLocal8Bit(argv[i]);
        } else if (argument.startsWith('-') && argument.size() > 1) {
            std::fprintf(stderr, "skywright: there is no option %s. See skywright --help.\n", qPrintable(argument));
            return 2;
        } else {
            wish.files << argument;
        }
    }
    return -1;
}

// For tests/bench/window_start.py: says when the first window shows its drawing.
void tellFirstFrame() {
    static const QLoggingCategory category("skywright.start", QtWarningMsg);
    if (!category.isDebugEnabled()) return;
    for (QWindow* each : QGuiApplication::topLevelWindows()) {
        auto* window = qobject_cast<QQuickWindow*>(each);
        auto* canvas = window ? window->findChild<sky::canvas::DiagramCanvas*>("canvas") : nullptr;
        if (!canvas) continue;
        QObject::connect(
            window, &QQuickWindow::frameSwapped, canvas,
            [canvas] {
                const bool drawn = canvas->session()->document()->elementCount() == 0 || canvas->drawn();
                if (drawn) qCDebug(category) << "first frame";
            },
            Qt::QueuedConnection);
        return;
    }
}

} // namespace

int main(int argc, char** argv) {
    Wish wish;
    if (const int code = readArguments(argc, argv, wish); code >= 0) return code;

    QApplication::setApplicationName("skywright");
    QApplication::setOrganizationName("skywright");
    QApplication::setApplicationVersion(SKY_VERSION);
    QApplication::setDesktopFileName("skywright");
    QApplication application(argc, argv);

    using sky::session::Preferences;
    Preferences& preferences = Preferences::instance();
    preferences.forThisTime(wish.theme, wish.language);

    QQmlApplicationEngine engine;
    engine.addImportPath("qrc:/qt/qml");
    sky::canvas::addImageProviders(engine);
    sky::session::Windows windows(engine);
    QObject::connect(
        &engine, &QQmlApplicationEngine::objectCreationFailed, &application, [] { QCoreApplication::exit(1); },
        Qt::QueuedConnection);
    for (const QString& file : wish.files) windows.openWindow(file);
    if (wish.files.isEmpty()) windows.openWindow({}, !wish.blank);
    tellFirstFrame();
    return windows.count() == 0 ? 1 : QApplication::exec();
}
