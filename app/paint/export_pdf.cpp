// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/export.h"

#include <QBuffer>
#include <QHash>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>
#include <optional>
#include <thread>

namespace sky::paint {
namespace {

constexpr double kPointsPerPixel = 0.75; // 96 pixels of the page to the inch
constexpr double kMostPoints = 14'400;   // readers refuse larger pages (PDF 32000-1, annex C)

struct PaperSize {
    QSizeF points;
    double margin = 0;
};

PaperSize sizeOf(Paper paper, const picture::RectD& area) {
    const bool upright = area.height > area.width;
    switch (paper) {
    case Paper::A4: return {upright ? QSizeF(595, 842) : QSizeF(842, 595), 28};
    case Paper::Slide: return {QSizeF(960, 540), 24};
    case Paper::Content: break;
    }
    return {QSizeF(std::ceil(area.width * kPointsPerPixel), std::ceil(area.height * kPointsPerPixel)), 0};
}

// The one thing Qt writes that differs from run to run.
void fixDate(QByteArray& pdf) {
    static constexpr char kKey[] = "/CreationDate (D:";
    static constexpr char kDate[] = "20000101000000";
    const qsizetype at = pdf.lastIndexOf(kKey);
    if (at < 0) return;
    const qsizetype start = at + static_cast<qsizetype>(sizeof kKey) - 1;
    const qsizetype end = pdf.indexOf(')', start);
    for (qsizetype i = start; i < end && i - start < static_cast<qsizetype>(sizeof kDate) - 1; ++i) pdf[i] = kDate[i - start];
}

Result<std::string> write(const picture::Page& page, const PdfExport& how) {
    PaperSize paper = sizeOf(how.paper, page.area);
    double scale = kPointsPerPixel;
    if (how.paper != Paper::Content)
        scale = std::min((paper.points.width() - 2 * paper.margin) / page.area.width,
                         (paper.points.height() - 2 * paper.margin) / page.area.height);
    else if (std::max(paper.points.width(), paper.points.height()) > kMostPoints) {
        scale *= kMostPoints / std::max(paper.points.width(), paper.points.height());
        paper.points = QSizeF(std::ceil(page.area.width * scale), std::ceil(page.area.height * scale));
    }

    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setTitle(QString::fromStdString(how.title));
        writer.setCreator(QStringLiteral("Skywright"));
        writer.setResolution(1200);
        const QPageSize size(paper.points, QPageSize::Point, QString(), QPageSize::ExactMatch);
        writer.setPageLayout(QPageLayout(size, QPageLayout::Portrait, QMarginsF(), QPageLayout::Point));
        QPainter painter(&writer);
        if (!painter.isActive())
            return Error{ErrorCode::TooLarge,
                         {},
                         say("The PDF could not be made.", "PDF를 만들 수 없습니다."),
                         say("Export as SVG instead.", "대신 SVG로 내보내세요.")};
        const double perPoint = 1200.0 / 72;
        painter.scale(perPoint, perPoint);
        if (how.background.visible())
            painter.fillRect(QRectF(QPointF(), paper.points), toQColor(how.background));
        painter.translate((paper.points.width() - page.area.width * scale) / 2,
                          (paper.points.height() - page.area.height * scale) / 2);
        painter.scale(scale, scale);
        painter.translate(-page.area.x, -page.area.y);
        // Everything in full detail: readers zoom in.
        Painter(how.packIcon).draw(painter, page.figures, {.scale = 1e6});
    }
    QByteArray pdf = buffer.data();
    fixDate(pdf);
    return pdf.toStdString();
}

} // namespace

Result<std::string> toPdf(const picture::Page& page, const PdfExport& how) {
    // On a thread of its own: what a thread drew before moves Qt's glyphs by 1/64 pixel.
    std::optional<Result<std::string>> pdf;
    // Qt writes the fonts in the order of a QHash, which by default is another one in every run.
    QHashSeed::setDeterministicGlobalSeed();
    std::thread([&] { pdf = write(page, how); }).join();
    QHashSeed::resetRandomGlobalSeed();
    return *std::move(pdf);
}

} // namespace sky::paint
