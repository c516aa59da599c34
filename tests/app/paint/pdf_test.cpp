// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare.h"
#include "paint/export.h"
#include "samples.h"

#include <gmock/gmock.h>

#include <sstream>

namespace sky::paint {
namespace {

using testing::HasSubstr;

std::string pdf(Paper paper = Paper::Content) {
    PdfExport how;
    how.title = "주문 시스템";
    how.paper = paper;
    how.background = picture::rgb(0xFFFFFF);
    const Result<std::string> made = toPdf(everyPrimitive(), how);
    EXPECT_TRUE(made.ok());
    return made.ok() ? *made : std::string();
}

TEST(Pdf, isSoundAndHoldsItsFonts) {
    if (!has("qpdf") || !has("pdffonts")) GTEST_SKIP() << "qpdf and poppler-utils are not installed";
    const std::string file = write("sound.pdf", pdf());
    int code = 1;
    const std::string said = run("qpdf --check " + file, &code);
    EXPECT_EQ(code, 0) << said;
    const std::string fonts = run("pdffonts " + file);
    EXPECT_THAT(fonts, HasSubstr("NotoSans"));
    EXPECT_THAT(fonts, HasSubstr("NotoSansCJK"));
    std::istringstream lines(fonts);
    int embedded = 0;
    for (std::string line; std::getline(lines, line);) embedded += line.find("Identity-H       yes") != std::string::npos;
    EXPECT_EQ(embedded, 4) << fonts;
    EXPECT_LT(pdf().size(), 100'000u); // of Noto Sans CJK KR's 16 MB only what is used
}

TEST(Pdf, canBeSearchedInBothLanguages) {
    if (!has("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
    const std::string text = run("pdftotext " + write("search.pdf", pdf()) + " -");
    EXPECT_THAT(text, HasSubstr("orders-db"));
    EXPECT_THAT(text, HasSubstr("주문 데이터베이스"));
}

TEST(Pdf, comesOutTheSameTwice) {
    const std::string first = pdf();
    EXPECT_EQ(first, pdf());
    EXPECT_THAT(first, HasSubstr("/CreationDate (D:20000101000000"));
}

TEST(Pdf, drawsWhatThePngDraws) {
    if (!has("pdftoppm")) GTEST_SKIP() << "poppler-utils is not installed";
    const std::string file = write("draws.pdf", pdf());
    static_cast<void>(run("pdftoppm -png -r 192 -singlefile " + file + " " + scratch() + "/draws"));
    const QImage drawn(QString::fromStdString(scratch() + "/draws.png"));
    PngExport how;
    how.scale = 2;
    how.background = picture::rgb(0xFFFFFF);
    picture::Page page = everyPrimitive();
    const Result<std::string> png = toPng(page, how);
    ASSERT_TRUE(png.ok());
    const QImage painted = decode(*png);
    ASSERT_FALSE(drawn.isNull());
    // The page is a whole number of points, so it may be a little larger than the drawing, which stands in its middle.
    const QPoint shift((drawn.width() - painted.width()) / 2, (drawn.height() - painted.height()) / 2);
    const image::Comparison comparison =
        image::compareLeaving(drawn.copy(QRect(shift, painted.size())), painted, ".", "pdf_png", {96, 0.008, true});
    EXPECT_TRUE(comparison.same) << comparison.why;
}

TEST(Pdf, fitsPaperAndSlides) {
    if (!has("pdfinfo")) GTEST_SKIP() << "poppler-utils is not installed";
    EXPECT_THAT(run("pdfinfo " + write("a4.pdf", pdf(Paper::A4))), HasSubstr("842 x 595 pts (A4)"));
    EXPECT_THAT(run("pdfinfo " + write("slide.pdf", pdf(Paper::Slide))), HasSubstr("960 x 540 pts"));
    const std::string info = run("pdfinfo " + write("content.pdf", pdf()));
    EXPECT_THAT(info, HasSubstr("330 x 278 pts"));
    EXPECT_THAT(info, HasSubstr("주문 시스템"));
    EXPECT_THAT(info, HasSubstr("Pages:           1\n"));
}

} // namespace
} // namespace sky::paint
