// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "canvas/icon_provider.h"

#include <QQmlContext>
#include <QQmlEngine>
#include <QTemporaryDir>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(SkywrightPlugin)

namespace {

int warnings = 0;

} // namespace

class Setup : public QObject {
    Q_OBJECT

  public slots:
    void qmlEngineAvailable(QQmlEngine* engine) {
        engine->addImportPath("qrc:/qt/qml");
        sky::canvas::addImageProviders(*engine);
        engine->rootContext()->setContextProperty("bench", &m_bench);
        connect(engine, &QQmlEngine::warnings, this, [](const QList<QQmlError>& list) {
            for (const QQmlError& error : list) {
                ++warnings;
                std::fprintf(stderr, "QML warning: %s\n", qPrintable(error.toString()));
            }
        });
    }

  private:
    Bench m_bench;
};

int main(int argc, char** argv) {
    const QTemporaryDir settings;
    qputenv("XDG_CONFIG_HOME", settings.path().toUtf8());
    qputenv("XDG_STATE_HOME", settings.path().toUtf8());
    QTEST_SET_MAIN_SOURCE_PATH
    Setup setup;
    const int failed = quick_test_main_with_setup(argc, argv, "qml", nullptr, &setup);
    if (warnings > 0) std::fprintf(stderr, "%d QML warnings\n", warnings);
    return failed != 0 ? failed : warnings > 0 ? 1 : 0;
}

#include "main.moc"
