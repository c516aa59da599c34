// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the window's tests offscreen, with settings and recovery of their own. Any warning of Qt or QML fails the run.
#include <gtest/gtest.h>

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(SkywrightPlugin)

namespace {

void onMessage(QtMsgType type, const QMessageLogContext&, const QString& text) {
    std::fprintf(stderr, "%s\n", qPrintable(text));
    if (type != QtDebugMsg && type != QtInfoMsg) ADD_FAILURE() << text.toStdString();
}

} // namespace

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    QTemporaryDir home;
    QDir(home.path()).mkdir("run");
    QFile::setPermissions(home.filePath("run"), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("XDG_RUNTIME_DIR", home.filePath("run").toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", home.filePath("config").toLocal8Bit());
    qputenv("XDG_STATE_HOME", home.filePath("state").toLocal8Bit());
    QApplication::setApplicationName("skywright-tests");
    QApplication::setOrganizationName("skywright-tests");
    QApplication application(argc, argv);
    qInstallMessageHandler(onMessage);
    return RUN_ALL_TESTS();
}
