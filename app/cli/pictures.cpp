// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pictures.h"

#ifdef SKY_PAINTER

#include "paint/export.h"
#include "paint/fonts.h"

#include <QGuiApplication>

#include <memory>

namespace sky::cli {
namespace {

// Fonts need a QGuiApplication; it opens no display, and is made only by who paints.
void needQt() {
    static int count = 1;
    static char name[] = "skywright-cli";
    static char* arguments[] = {name, nullptr};
    static const std::unique_ptr<QGuiApplication> application = [] {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {}); // of a runtime folder nobody uses
        return std::make_unique<QGuiApplication>(count, arguments);
    }();
    static_cast<void>(application);
}

} // namespace

Result<std::string> paintPng(const picture::Page& page, const PaintOrder& order) {
    needQt();
    paint::PngExport how;
    how.scale = order.scale;
    how.dotsPerInch = order.dotsPerInch;
    how.background = order.background;
    how.project = order.project;
    how.packIcon = order.packIcon;
    how.progress = order.progress;
    return paint::toPng(page, how);
}

Result<std::string> paintPdf(const picture::Page& page, const PaintOrder& order) {
    needQt();
    paint::PdfExport how;
    how.background = order.background;
    how.title = order.title;
    how.packIcon = order.packIcon;
    if (order.use == picture::Use::A4) how.paper = paint::Paper::A4;
    if (order.use == picture::Use::Slide) how.paper = paint::Paper::Slide;
    return paint::toPdf(page, how);
}

Result<std::function<std::string(const picture::Words&)>> textOutlines() {
    needQt();
    return paint::textOutlines();
}

Result<std::vector<Text>> fontWarnings(const picture::Page& page) {
    needQt();
    std::vector<Text> warnings;
    for (const paint::FontProblem& problem : paint::fontProblems(page.figures)) {
        if (problem.unreadable) return Error{ErrorCode::NotFound, {}, problem.what, problem.remedy};
        warnings.push_back(say("{} {}", "{} {}", problem.what, problem.remedy));
    }
    return warnings;
}

} // namespace sky::cli

#else

namespace sky::cli {
namespace {

Error noPainter() {
    return {ErrorCode::BadUsage,
            {},
            say("This build has no painter: PNG, PDF and --outline need one.",
                "이 빌드에는 그리기 기능이 없습니다. PNG, PDF, --outline에는 그리기 기능이 필요합니다."),
            say("Export as SVG, or build with Qt (preset release).", "SVG로 내보내거나 Qt와 함께 빌드하세요(release 프리셋).")};
}

} // namespace

Result<std::string> paintPng(const picture::Page&, const PaintOrder&) { return noPainter(); }
Result<std::string> paintPdf(const picture::Page&, const PaintOrder&) { return noPainter(); }
Result<std::function<std::string(const picture::Words&)>> textOutlines() { return noPainter(); }
Result<std::vector<Text>> fontWarnings(const picture::Page&) { return noPainter(); }

} // namespace sky::cli

#endif
