// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/export.h"
#include "paint/png_writer.h"

#include <QImage>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <thread>
#include <vector>

namespace sky::paint {
namespace {

Error impossibleSize(double width, double height) {
    return {ErrorCode::TooLarge,
            {},
            say("A PNG of {} x {} pixels cannot be made; {} on a side is the most.",
                "{} x {} 픽셀 PNG는 만들 수 없습니다. 한 변은 {}픽셀까지입니다.", std::to_string(std::llround(width)),
                std::to_string(std::llround(height)), kMostPixels),
            say("Choose a smaller scale, or export as SVG or PDF.", "더 작은 배율을 고르거나 SVG나 PDF로 내보내세요.")};
}

} // namespace

Result<std::string> toPng(const picture::Page& page, const PngExport& how) {
    const double width = std::ceil(page.area.width * how.scale - 1e-6);
    const double height = std::ceil(page.area.height * how.scale - 1e-6);
    if (!(width >= 1 && height >= 1 && width <= kMostPixels && height <= kMostPixels)) return impossibleSize(width, height);

    PngImage image;
    image.width = static_cast<int>(width);
    image.height = static_cast<int>(height);
    image.alpha = how.background.alpha != 255;
    image.dotsPerInch = how.dotsPerInch > 0 ? how.dotsPerInch : static_cast<int>(std::lround(96 * how.scale));
    if (!how.project.empty()) {
        image.keyword = "skyw";
        image.text = how.project;
    }

    PngWork work;
    work.threads = how.threads ? how.threads : std::max(1u, std::thread::hardware_concurrency());
    work.progress = how.progress;
    std::vector<Painter> painters;
    for (unsigned i = 0; i < work.threads; ++i) painters.emplace_back(how.packIcon);

    const DrawBand draw = [&](int worker, int top, int rows, std::uint32_t* pixels) {
        QImage band(reinterpret_cast<uchar*>(pixels), image.width, rows, static_cast<qsizetype>(image.width) * 4,
                    image.alpha ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
        band.fill(image.alpha && !how.background.visible() ? QColor(Qt::transparent) : toQColor(how.background));
        {
            QPainter painter(&band);
            painter.translate(0, -top);
            painter.scale(how.scale, how.scale);
            painter.translate(-page.area.x, -page.area.y);
            const picture::RectD shown{page.area.x, page.area.y + top / how.scale, page.area.width, rows / how.scale};
            painters[static_cast<std::size_t>(worker)].draw(painter, page.figures, {.scale = how.scale, .clip = shown});
        }
        if (!image.alpha) return;
        const QImage plain = band.convertToFormat(QImage::Format_ARGB32);
        std::memcpy(pixels, plain.constBits(), static_cast<std::size_t>(plain.sizeInBytes()));
    };
    return writePng(image, draw, work);
}

} // namespace sky::paint
