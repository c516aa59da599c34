// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/painter.h"

#include "compare.h"
#include "paint/export.h"
#include "paint/fonts.h"
#include "picture/svg_writer.h"
#include "samples.h"

#include <gmock/gmock.h>

#include <QPainter>

#include <algorithm>
#include <memory>
#include <thread>

namespace sky::paint {
namespace {

using namespace picture;

Result<std::string> png(const Page& page, double scale, Color background = rgb(0xFFFFFF), unsigned threads = 0) {
    PngExport how;
    how.scale = scale;
    how.background = background;
    how.threads = threads;
    return toPng(page, how);
}

std::string svg(const Page& page, bool outlined) {
    SvgOptions options;
    options.area = page.area;
    options.background = rgb(0xFFFFFF);
    options.title = "every primitive";
    if (outlined) options.outline = textOutlines();
    return toSvg(page.figures, options);
}

// How dark a horizontal line of one pixel is, shown at a quarter of its size.
int darknessOfHairline(double leastLine) {
    auto figure = std::make_shared<Figure>();
    figure->bounds = figure->body = {0, 0, 400, 80};
    Primitive line;
    line.shape = Line{{{0, 42}, {400, 42}}, 0, {rgb(0x000000), 1, Dash::Solid}};
    figure->primitives.push_back(line);
    QImage image(100, 20, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(0.25, 0.25);
    const std::vector<FigurePointer> figures{figure};
    Painter().draw(painter, figures, {.scale = 1, .leastLine = leastLine});
    painter.end();
    return 255 - std::min(image.pixelColor(50, 10).lightness(), image.pixelColor(50, 11).lightness());
}

TEST(Painter, hairlinesAreKeptWhereAskedForAndThinElsewhere) { // previews ask; pages on paper keep their own widths
    EXPECT_GT(darknessOfHairline(1), 120);
    EXPECT_LT(darknessOfHairline(0), 90);
    EXPECT_EQ(DrawOptions{}.leastLine, 0);
}

// librsvg draws the SVG, the painter the same figures: one geometry.
void comparePainterAndWriter(bool outlined, double scale, const char* name) {
    if (!has("rsvg-convert")) GTEST_SKIP() << "rsvg-convert is not installed";
    const Page page = everyPrimitive();
    const Result<std::string> painted = png(page, scale);
    ASSERT_TRUE(painted.ok());
    const std::string file = write(std::string(name) + ".svg", svg(page, outlined));
    const std::string drawn = scratch() + "/" + name + ".rsvg.png";
    EXPECT_EQ(run("rsvg-convert --zoom " + std::to_string(scale) + " -o " + drawn + " " + file), "");
    const image::Comparison comparison =
        image::compareLeaving(decode(*painted), QImage(QString::fromStdString(drawn)), ".", name, {64, 0.002, true});
    EXPECT_TRUE(comparison.same) << comparison.why;
}

TEST(Painter, drawsWhatTheSvgWriterWrites) { comparePainterAndWriter(false, 2, "painter_svg_text"); }
TEST(Painter, drawsWhatTheSvgWriterOutlines) { comparePainterAndWriter(true, 2, "painter_svg_outlines"); }
TEST(Painter, drawsWhatTheSvgWriterWritesAtFourTimes) { comparePainterAndWriter(false, 4, "painter_svg_4x"); }

TEST(Painter, leavesOutWhatIsTooSmallToRead) {
    const Page page = everyPrimitive();
    const auto ink = [](const QImage& image, QRect part) {
        for (int y = part.top(); y <= part.bottom(); ++y)
            for (int x = part.left(); x <= part.right(); ++x)
                if (qGray(image.pixel(x, y)) < 128) return true;
        return false;
    };
    const Result<std::string> small = png(page, 1);
    const Result<std::string> large = png(page, 2);
    ASSERT_TRUE(small.ok() && large.ok());
    EXPECT_FALSE(ink(decode(*small), QRect(20, 190, 100, 12)));
    EXPECT_TRUE(ink(decode(*large), QRect(40, 380, 200, 24)));
}

TEST(Painter, drawsKoreanWithAKoreanFont) {
    if (!fontProblems(everyPrimitive().figures).empty()) GTEST_SKIP() << "the fonts are not installed";
    // A font without the letters draws the same box for each of them.
    const auto glyphOf = [](const char* text) {
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        Figure figure;
        figure.bounds = {0, 0, 40, 40};
        figure.primitives.push_back({Layer::Tiles, 0, Words{text, {4, 30}, Align::Left, 30, false, rgb(0), 30}});
        Painter().draw(painter, std::vector<FigurePointer>{std::make_shared<const Figure>(figure)}, {});
        return image;
    };
    EXPECT_NE(glyphOf("가"), glyphOf("나"));
    EXPECT_NE(glyphOf("뷁"), glyphOf("쀍"));
}

TEST(Painter, isFoundUnchangedInEveryTile) {
    // A picture painted band by band equals one painted whole.
    const Page page = everyPrimitive();
    const Result<std::string> banded = png(page, 8);
    ASSERT_TRUE(banded.ok());
    QImage whole(3520, 2960, QImage::Format_RGB32);
    whole.fill(Qt::white);
    std::thread([&] {
        QPainter painter(&whole);
        painter.scale(8, 8);
        Painter().draw(painter, page.figures, {8, {}, false});
    }).join();
    const image::Comparison comparison = image::compareLeaving(decode(*banded), whole, ".", "painter_bands", {8, 0, false});
    EXPECT_TRUE(comparison.same) << comparison.why;
}

TEST(Painter, doesNotDependOnTheNumberOfThreads) {
    const Page page = everyPrimitive();
    const Result<std::string> one = png(page, 4, rgb(0xFFFFFF), 1);
    const Result<std::string> three = png(page, 4, rgb(0xFFFFFF), 3);
    ASSERT_TRUE(one.ok() && three.ok());
    EXPECT_EQ(*one, *three);
}

TEST(Painter, keepsTheBackgroundTransparent) {
    const Result<std::string> clear = png(everyPrimitive(), 2, kNoColor);
    ASSERT_TRUE(clear.ok());
    const QImage image = decode(*clear);
    ASSERT_TRUE(image.hasAlphaChannel());
    EXPECT_EQ(qAlpha(image.pixel(2, 2)), 0);
    EXPECT_EQ(image.pixelColor(486, 320).name(), "#ed7100"); // not darkened by premultiplying
}

} // namespace
} // namespace sky::paint
