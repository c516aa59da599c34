// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/svg_writer.h"

#include "sample.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <set>

namespace sky::picture {
namespace {

std::string svgOf(const Options& options, SvgOptions svg = {}) {
    Scene scene(options);
    scene.update(test::sourceOf(test::sample()));
    const auto figures = scene.all();
    if (svg.area.empty()) svg.area = scene.bounds().grown(16);
    return toSvg(figures, svg);
}

TEST(SvgWriter, IsWellFormedAndItsIdsAreUnique) {
    pugi::xml_document document;
    const std::string svg = svgOf({.titleBlock = true, .legend = true, .linkNumbers = true},
                                  {.title = "A <b> & \"c\"", .description = "d", .embedded = "c2t5dw=="});
    ASSERT_TRUE(document.load_buffer(svg.data(), svg.size()));
    std::set<std::string> ids;
    for (const auto& node : document.select_nodes("//*[@id]"))
        EXPECT_TRUE(ids.insert(node.node().attribute("id").as_string()).second) << node.node().attribute("id").as_string();
    for (const char* id : {"web", "vpc", "ask", "skyw"}) EXPECT_TRUE(ids.contains(id)) << id;
    EXPECT_STREQ(document.child("svg").child("title").text().as_string(), "A <b> & \"c\"");
    for (const auto& use : document.select_nodes("//use"))
        EXPECT_TRUE(ids.contains(std::string(use.node().attribute("href").as_string()).substr(1)));
}

TEST(SvgWriter, SameDrawingSameBytes) { EXPECT_EQ(svgOf({}), svgOf({})); }

TEST(SvgWriter, OutlinesReplaceText) {
    const std::string svg = svgOf({}, {.outline = [](const Words&) { return std::string("M0 0L1 1"); }});
    EXPECT_EQ(svg.find("<text"), std::string::npos);
    EXPECT_NE(svg.find("aria-label=\"Web server\""), std::string::npos);
}

TEST(SvgWriter, APacksIconGoesInAsItCame) {
    const std::string svg = svgOf({}, {.packIcon = [](const std::string& icon) {
        return icon == "ec2" ? std::string("<svg/>") : std::string();
    }});
    EXPECT_NE(svg.find("data:image/svg+xml;base64,PHN2Zy8+"), std::string::npos);
    EXPECT_EQ(svg.find("_icon-ec2"), std::string::npos);
}

TEST(SvgWriter, ColoursArePlain) {
    const std::string svg = svgOf({.theme = ThemeName::Dark});
    EXPECT_EQ(svg.find("light-dark"), std::string::npos);
    EXPECT_EQ(svg.find("rgba"), std::string::npos);
    EXPECT_EQ(svg.find("class="), std::string::npos);
}

} // namespace
} // namespace sky::picture
