// SPDX-License-Identifier: GPL-3.0-or-later
// Every service and every kind of group as it is drawn, against tests/image/golden/*.svg. A picture that differs is left
// as NAME.out.svg. After a wanted change of the looks: SKYWRIGHT_GOLDEN=write picture_tests --gtest_filter='Golden.*',
// then look at the files before committing them.
#include "picture/page.h"
#include "picture/svg_writer.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace sky::picture {
namespace {

std::string read(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(stream)), {});
}

void compare(const diagram::Diagram& diagram, const std::string& name, ThemeName theme, Language language) {
    PageOptions options;
    options.options.theme = theme;
    options.options.language = language;
    options.options.legend = true;
    const Result<Page> page = pageOf(
        std::make_shared<const topology::Topology>(topology::Topology::of(diagram, catalog::Catalog::builtin())), options);
    ASSERT_TRUE(page.ok());
    SvgOptions svg;
    svg.area = page->area;
    svg.background = picture::theme(theme).canvas;
    svg.title = name;
    const std::string drawn = toSvg(page->figures, svg);
    const std::string golden = std::string(SKY_SOURCE_DIR) + "/tests/image/golden/" + name + ".svg";
    const char* writing = std::getenv("SKYWRIGHT_GOLDEN");
    if (writing && std::string_view(writing) == "write") std::ofstream(golden, std::ios::binary) << drawn;
    if (drawn == read(golden)) return;
    std::ofstream(name + ".out.svg", std::ios::binary) << drawn;
    ADD_FAILURE() << name << ": drawn otherwise than " << golden << "; see " << name << ".out.svg";
}

diagram::Element element(const catalog::Service& service, Rect frame) {
    diagram::Element made;
    made.id = ElementId("the-" + service.key);
    made.service = service.key;
    made.frame = frame;
    return made;
}

// Without parents: looks, not meanings, are shown.
diagram::Diagram sheet(bool containers) {
    diagram::Diagram diagram;
    int at = 0;
    for (const catalog::Service& service : catalog::Catalog::builtin().services()) {
        if (service.is(catalog::Trait::Container) != containers) continue;
        const int columns = containers ? 4 : 10;
        const Rect frame = containers ? Rect{(at % columns) * 280, (at / columns) * 160, 240, 120}
                                      : Rect{(at % columns) * 144, (at / columns) * 128, 40, 40};
        diagram.put(element(service, frame));
        ++at;
    }
    return diagram;
}

TEST(Golden, services) { compare(sheet(false), "services", ThemeName::Light, Language::English); }
TEST(Golden, servicesDarkKorean) { compare(sheet(false), "services_dark_ko", ThemeName::Dark, Language::Korean); }
TEST(Golden, groups) { compare(sheet(true), "groups", ThemeName::Light, Language::English); }
TEST(Golden, groupsDarkKorean) { compare(sheet(true), "groups_dark_ko", ThemeName::Dark, Language::Korean); }

} // namespace
} // namespace sky::picture
