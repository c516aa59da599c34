// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/png_writer.h"

#include "samples.h"

#include <gmock/gmock.h>

namespace sky::paint {
namespace {

using testing::HasSubstr;

std::uint32_t pixelAt(int x, int y) { return 0xFF000000u | static_cast<std::uint32_t>((x * 7 + y * 13) & 0xFFFFFF); }

const DrawBand kPattern(int width) {
    return [width](int, int top, int rows, std::uint32_t* pixels) {
        for (int y = 0; y < rows; ++y)
            for (int x = 0; x < width; ++x) *pixels++ = pixelAt(x, top + y);
    };
}

TEST(PngWriter, writesEveryPixelAcrossBands) {
    PngImage image;
    image.width = 700;
    image.height = bandRows(700) * 3 + 5;
    const Result<std::string> png = writePng(image, kPattern(700));
    ASSERT_TRUE(png.ok());
    const QImage read = decode(*png);
    ASSERT_EQ(read.size(), QSize(image.width, image.height));
    for (int y = 0; y < read.height(); ++y)
        for (int x = 0; x < read.width(); ++x) ASSERT_EQ(read.pixel(x, y), pixelAt(x, y)) << x << " " << y;
}

TEST(PngWriter, writesOnePixel) {
    PngImage image;
    image.width = 1;
    image.height = 1;
    image.alpha = true;
    const Result<std::string> png =
        writePng(image, [](int, int, int, std::uint32_t* pixels) { *pixels = 0x80FF0010; });
    ASSERT_TRUE(png.ok());
    EXPECT_EQ(decode(*png).pixel(0, 0), 0x80FF0010);
}

TEST(PngWriter, satisfiesPngcheck) {
    if (!has("pngcheck")) GTEST_SKIP() << "pngcheck is not installed";
    PngImage image;
    image.width = 3000;
    image.height = 1100;
    image.dotsPerInch = 192;
    image.keyword = "skyw";
    image.text = "c2t5d3JpZ2h0";
    const Result<std::string> png = writePng(image, kPattern(3000));
    ASSERT_TRUE(png.ok());
    int code = 1;
    const std::string said = run("pngcheck -v " + write("check.png", *png), &code);
    EXPECT_EQ(code, 0) << said;
    EXPECT_THAT(said, HasSubstr("7559x7559 pixels/meter (192 dpi)"));
    EXPECT_THAT(said, HasSubstr("skyw"));
    EXPECT_LT(said.find("tEXt"), said.find("IDAT"));
}

TEST(PngWriter, refusesSizesThatCannotBe) {
    for (const auto& [width, height] : {std::pair{0, 10}, {10, -1}, {100'001, 10}, {10, 200'000}}) {
        PngImage image;
        image.width = width;
        image.height = height;
        const Result<std::string> png = writePng(image, [](int, int, int, std::uint32_t*) { FAIL(); });
        ASSERT_FALSE(png.ok());
        EXPECT_EQ(png.error().code, ErrorCode::TooLarge);
        EXPECT_THAT(png.error().in(Language::English), HasSubstr("100000"));
        EXPECT_FALSE(png.error().what.ko.empty());
    }
}

TEST(PngWriter, stopsWhenCancelled) {
    PngImage image;
    image.width = 2000;
    image.height = 20'000;
    PngWork work;
    const CancelToken token = CancelToken::make();
    int most = 0;
    work.threads = 1;
    work.progress = Progress(token, [&](int permille) {
        most = permille;
        if (permille > 200) token.cancel();
    });
    const Result<std::string> png = writePng(image, kPattern(2000), work);
    ASSERT_FALSE(png.ok());
    EXPECT_EQ(png.error().code, ErrorCode::Cancelled);
    EXPECT_LT(most, 400);
}

} // namespace
} // namespace sky::paint
