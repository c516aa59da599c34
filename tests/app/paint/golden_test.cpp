// SPDX-License-Identifier: GPL-3.0-or-later
// Two sample projects as they are painted, against tests/image/golden/*.png, in both themes and languages. Of a picture
// that differs NAME.out.png and NAME.diff.png are left here. After a wanted change of the looks:
// SKYWRIGHT_GOLDEN=write paint_tests --gtest_filter='*GoldenPng*', then look at the files before committing them.
#include "compare.h"
#include "exchange/formats.h"
#include "paint/export.h"
#include "paint/fonts.h"
#include "samples.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>

namespace sky::paint {
namespace {

struct Case {
    const char* sample;
    picture::ThemeName theme;
    Language language;
    const char* name;
};

class GoldenPng : public testing::TestWithParam<Case> {};

TEST_P(GoldenPng, isPaintedAsBefore) {
    const Case& one = GetParam();
    std::ifstream stream(std::string(SKY_SOURCE_DIR) + "/projects/" + one.sample + ".json", std::ios::binary);
    const std::string json((std::istreambuf_iterator<char>(stream)), {});
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    const Result<diagram::Diagram> diagram = exchange::formatByKey("json")->read(json, catalog);
    ASSERT_TRUE(diagram.ok());
    picture::PageOptions options;
    options.options.theme = one.theme;
    options.options.language = one.language;
    options.options.titleBlock = options.options.legend = options.options.linkNumbers = true;
    const Result<picture::Page> page =
        picture::pageOf(std::make_shared<const topology::Topology>(topology::Topology::of(*diagram, catalog)), options);
    ASSERT_TRUE(page.ok());
    if (!fontProblems(page->figures).empty()) GTEST_SKIP() << "the fonts are not installed";
    PngExport how;
    how.scale = 0.5;
    how.background = picture::theme(one.theme).canvas;
    const Result<std::string> png = toPng(*page, how);
    ASSERT_TRUE(png.ok());
    const std::string golden = std::string(SKY_SOURCE_DIR) + "/tests/image/golden/" + one.name + ".png";
    const char* writing = std::getenv("SKYWRIGHT_GOLDEN");
    if (writing && std::string_view(writing) == "write") std::ofstream(golden, std::ios::binary) << *png;
    const image::Comparison comparison =
        image::compareLeaving(decode(*png), QImage(QString::fromStdString(golden)), ".", one.name, {64, 0.002, true});
    EXPECT_TRUE(comparison.same) << comparison.why;
}

INSTANTIATE_TEST_SUITE_P(Samples, GoldenPng,
                         testing::Values(Case{"three-tier-web", picture::ThemeName::Light, Language::English, "three_tier_web"},
                                         Case{"three-tier-web", picture::ThemeName::Dark, Language::Korean, "three_tier_web_dark_ko"},
                                         Case{"static-site", picture::ThemeName::Light, Language::English, "static_site"},
                                         Case{"static-site", picture::ThemeName::Dark, Language::Korean, "static_site_dark_ko"}),
                         [](const auto& info) { return info.param.name; });

} // namespace
} // namespace sky::paint
