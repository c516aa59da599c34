// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/page.h"

#include "picture/slide_check.h"
#include "sample.h"

#include <gmock/gmock.h>

namespace sky::picture {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

std::vector<std::string> owners(const Page& page) {
    std::vector<std::string> ids;
    for (const FigurePointer& figure : page.figures) ids.push_back(figure->owner.id);
    return ids;
}

std::shared_ptr<const topology::Topology> drawing() { return test::sourceOf(test::sample()).topology; }

TEST(Page, isCroppedToWhatIsDrawn) {
    PageOptions options;
    options.margin = 10;
    const Result<Page> page = pageOf(drawing(), options);
    ASSERT_TRUE(page.ok());
    RectD drawn;
    for (const FigurePointer& figure : page->figures) drawn = drawn.united(figure->bounds);
    EXPECT_NEAR(page->area.x, drawn.x - 10, 1);
    EXPECT_NEAR(page->area.right(), drawn.right() + 10, 1);
    EXPECT_EQ(page->area.width, std::floor(page->area.width));
}

TEST(Page, showsWhatStandsInAChosenContainer) {
    const auto topology = drawing();
    PageOptions options;
    std::string container;
    std::size_t inside = 0;
    for (const diagram::Element& element : topology->diagram().elements()) {
        const std::size_t count = topology->diagram().children(element.id).size();
        if (count > 0 && topology->service(element.id)->key == "subnet") {
            container = element.id.str();
            inside = count;
        }
    }
    ASSERT_FALSE(container.empty());
    options.only = {container};
    const Result<Page> page = pageOf(topology, options);
    ASSERT_TRUE(page.ok());
    EXPECT_THAT(owners(*page), Contains(container));
    EXPECT_GE(page->figures.size(), inside + 1);
    const Result<Page> whole = pageOf(topology, {});
    EXPECT_LT(page->figures.size(), whole->figures.size());
    EXPECT_LT(page->area.width, whole->area.width);
}

TEST(Page, namesTheNearestIdForOneThatIsNot) {
    PageOptions options;
    const std::string known = drawing()->diagram().elements().begin()->id.str();
    options.only = {known + "x"};
    const Result<Page> page = pageOf(drawing(), options);
    ASSERT_FALSE(page.ok());
    EXPECT_EQ(page.error().code, ErrorCode::NotFound);
    EXPECT_THAT(page.error().in(Language::English), HasSubstr("Did you mean"));
}

TEST(Page, ofNothingIsAnError) {
    const auto empty = std::make_shared<const topology::Topology>(
        topology::Topology::of(diagram::Diagram(), catalog::Catalog::builtin()));
    const Result<Page> page = pageOf(empty, {});
    ASSERT_FALSE(page.ok());
    EXPECT_THAT(page.error().in(Language::English), HasSubstr("nothing to draw"));
}

FigurePointer arrow(const char* id, PointD from, PointD to, bool named) {
    Figure figure;
    figure.owner = {OwnerKind::Link, id};
    figure.primitives.push_back({Layer::Links, 0, Line{{from, to}, 4, {rgb(0), 1.5, Dash::Solid}}});
    figure.primitives.push_back({Layer::Links, 0, Polygon{{to, to, to}, rgb(0), {}}});
    if (named) figure.primitives.push_back({Layer::LinkTexts, 0, Words{"HTTPS", from, Align::Left, 11, false, rgb(0), 30}});
    return std::make_shared<const Figure>(figure);
}

TEST(SlideCheck, isSilentAboutAGoodPicture) {
    const Page page{{arrow("a", {0, 0}, {100, 0}, true), arrow("b", {0, 50}, {100, 50}, true)}, {0, 0, 480, 270}};
    EXPECT_THAT(slideCheck(page, Use::Slide), SizeIs(0));
}

TEST(SlideCheck, findsTextThatBecomesTooSmall) {
    const Page page{{arrow("a", {0, 0}, {100, 0}, true)}, {0, 0, 4000, 1000}};
    const std::vector<Text> texts = slideCheck(page, Use::Slide);
    ASSERT_THAT(texts, SizeIs(1));
    EXPECT_THAT(texts[0].en, HasSubstr("2.6 pt")); // 11 px in 4000, on 960 points
    EXPECT_THAT(slideCheck(page, Use::Readme)[0].en, HasSubstr("2.3 px"));
    EXPECT_THAT(slideCheck({page.figures, {0, 0, 800, 600}}, Use::Readme), SizeIs(0));
}

TEST(SlideCheck, findsSilentArrowsAndCrossingLines) {
    const Page page{{arrow("down", {50, -20}, {50, 60}, false), arrow("right", {0, 0}, {100, 0}, true),
                     arrow("touches", {50, 60}, {90, 60}, true)},
                    {0, 0, 480, 270}};
    const std::vector<Text> texts = slideCheck(page, Use::Slide);
    ASSERT_THAT(texts, SizeIs(2));
    EXPECT_THAT(texts[0].en, HasSubstr("down"));
    EXPECT_THAT(texts[1].en, HasSubstr("down × right"));
    EXPECT_THAT(texts[1].en, Not(HasSubstr("touches")));
    EXPECT_FALSE(texts[0].ko.empty());
}

} // namespace
} // namespace sky::picture
