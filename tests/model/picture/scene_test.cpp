// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/scene.h"

#include "sample.h"

#include <gtest/gtest.h>

#include <random>

namespace sky::picture {
namespace {

using test::sample;
using test::sourceOf;

std::vector<std::string> wordsOf(const Scene& scene, OwnerKind kind, const char* id) {
    std::vector<std::string> words;
    const FigurePointer figure = scene.figure({kind, id});
    if (!figure) return words;
    for (const Primitive& primitive : figure->primitives)
        if (const auto* text = std::get_if<Words>(&primitive.shape)) words.push_back(text->text);
    return words;
}

const Box* firstBox(const Scene& scene, const char* id) {
    const FigurePointer figure = scene.figure({OwnerKind::Element, id});
    return figure ? std::get_if<Box>(&figure->primitives.front().shape) : nullptr;
}

TEST(Scene, NamesThingsTheWayAwsDoes) {
    Scene scene;
    scene.update(sourceOf(sample()));
    EXPECT_EQ(wordsOf(scene, OwnerKind::Element, "vpc"), (std::vector<std::string>{"vpc", "10.0.0.0/16"}));
    EXPECT_EQ(wordsOf(scene, OwnerKind::Element, "a"), (std::vector<std::string>{"Availability Zone ap-northeast-2a"}));
    EXPECT_EQ(wordsOf(scene, OwnerKind::Element, "web"), (std::vector<std::string>{"Web server", "t3.medium"}));
    EXPECT_EQ(wordsOf(scene, OwnerKind::Element, "seoul").back(), "ap-northeast-2");
}

TEST(Scene, SpeaksKorean) {
    Scene scene(Options{.language = Language::Korean});
    scene.update(sourceOf(sample()));
    EXPECT_EQ(wordsOf(scene, OwnerKind::Element, "web").front(), "웹 서버");
    EXPECT_EQ(wordsOf(scene, OwnerKind::Element, "a"), (std::vector<std::string>{"가용 영역 ap-northeast-2a"}));
}

TEST(Scene, ASubnetIsGreenBecauseOfItsRouteAndTealWithoutIt) {
    diagram::Diagram diagram = sample();
    Scene scene;
    scene.update(sourceOf(diagram));
    ASSERT_NE(firstBox(scene, "pub"), nullptr);
    EXPECT_EQ(firstBox(scene, "pub")->stroke.color.hex(), "#7AA116");
    EXPECT_EQ(firstBox(scene, "app")->stroke.color.hex(), "#00A4A6");
    diagram.setProperty(ElementId("rt"), "routes", std::nullopt);
    scene.update(sourceOf(diagram));
    EXPECT_EQ(firstBox(scene, "pub")->stroke.color.hex(), "#00A4A6");
}

TEST(Scene, AnnotationsSayWhatTheyHold) {
    diagram::Diagram diagram = sample();
    for (const char* id : {"step-1", "step-2"}) {
        diagram::Element step = test::element(id, "step", "", Rect{0, 400, 200, 20});
        step.name = {};
        step.properties.set("text", Text{"Ask", "묻기"});
        diagram.put(step);
    }
    diagram.setProperty(ElementId("step-1"), "number", Quantity{4, Unit::Count});
    diagram::Element title = test::element("title", "text", "", Rect{0, 0, 400, 40});
    title.properties.set("text", Text{"A shop", "상점"});
    title.properties.set("size", std::string("title"));
    diagram.put(title);
    Scene scene(Options{.language = Language::Korean});
    scene.update(sourceOf(diagram));
    EXPECT_EQ(wordsOf(scene, OwnerKind::Element, "step-1"), (std::vector<std::string>{"4", "묻기"}));
    EXPECT_EQ(wordsOf(scene, OwnerKind::Element, "step-2"), (std::vector<std::string>{"5", "묻기"}));
    EXPECT_EQ(wordsOf(scene, OwnerKind::Element, "title"), (std::vector<std::string>{"상점"}));
}

TEST(Scene, TheCloudIsBlackOnWhiteAndWhiteOnBlack) {
    diagram::Diagram diagram = sample();
    diagram.put(test::element("aws", "cloud", "", Rect{900, 0, 400, 300}));
    diagram.put(test::element("group", "generic-group", "", Rect{900, 400, 400, 300}));
    Scene scene;
    scene.update(sourceOf(diagram));
    EXPECT_EQ(firstBox(scene, "aws")->stroke.color.hex(), "#000000");
    EXPECT_EQ(firstBox(scene, "group")->stroke.dash, Dash::Dashed);
    scene.setOptions({.theme = ThemeName::Dark});
    EXPECT_EQ(firstBox(scene, "aws")->stroke.color.hex(), "#FFFFFF");
}

TEST(Scene, ConfigurationHasNoBox) {
    Scene scene;
    scene.update(sourceOf(sample()));
    EXPECT_EQ(scene.figure({OwnerKind::Element, "rt"}), nullptr);
}

TEST(Scene, HitsTheTileBeforeTheBoxesBehindIt) {
    Scene scene;
    const SceneSource source = sourceOf(sample());
    scene.update(source);
    const Rect tile = source.placement->find(ElementId("web"))->tile;
    const auto hits = scene.at({tile.x + 20.0, tile.y + 20.0}, 4);
    ASSERT_GE(hits.size(), 4u);
    EXPECT_EQ(hits[0].owner.id, "web");
    EXPECT_EQ(hits[1].owner.id, "app");
    EXPECT_EQ(hits[2].owner.id, "a");
}

TEST(Scene, ABoxIsTakenByItsBorderAndTitleOnly) {
    Scene scene;
    const SceneSource source = sourceOf(sample());
    scene.update(source);
    const Rect frame = source.placement->find(ElementId("app"))->frame;
    const auto border = scene.at({frame.x + 0.0, frame.y + 100.0}, 3);
    ASSERT_FALSE(border.empty());
    EXPECT_EQ(border[0].owner.id, "app");
    EXPECT_EQ(border[0].part, HitPart::Border);
    const auto blank = scene.at({frame.x + 10.0, frame.y + 120.0}, 3);
    ASSERT_FALSE(blank.empty());
    EXPECT_EQ(blank[0].part, HitPart::Body);
}

TEST(Scene, ARubberBandTakesWhatLiesWhollyInside) {
    Scene scene;
    const SceneSource source = sourceOf(sample());
    scene.update(source);
    const Rect frame = source.placement->find(ElementId("app"))->frame;
    const auto owners = scene.inside({frame.x + 4.0, frame.y + 4.0, frame.width - 8.0, frame.height - 8.0});
    ASSERT_EQ(owners.size(), 1u);
    EXPECT_EQ(owners[0].id, "web");
}

TEST(Scene, FindsTheNearestLink) {
    Scene scene;
    const SceneSource source = sourceOf(sample());
    scene.update(source);
    const Point p = source.routes->find(LinkId("ask"))->points.front();
    const auto hit = scene.nearestLink({static_cast<double>(p.x), p.y + 3.0}, 12);
    ASSERT_TRUE(hit.has_value());
    EXPECT_EQ(hit->owner.id, "ask");
    EXPECT_FALSE(scene.nearestLink({-5000, -5000}, 12).has_value());
}

// Whatever happens to the diagram, a scene kept up to date equals one made anew.
TEST(Scene, UpdatedEqualsMadeAnew) {
    std::mt19937 random(7);
    const auto upTo = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    diagram::Diagram diagram = sample();
    Scene kept(Options{.titleBlock = true, .legend = true, .linkNumbers = true});
    kept.update(sourceOf(diagram));
    const char* services[] = {"ec2", "subnet", "security-group", "nat-gateway", "rds", "route-table", "az", "s3", "step"};
    const char* parents[] = {"", "seoul", "vpc", "a", "pub", "app"};
    for (int i = 0; i < 150; ++i) {
        const std::string id = "n" + std::to_string(upTo(12));
        switch (upTo(7)) {
        case 0:
            diagram.put(test::element(id.c_str(), services[upTo(9)], parents[upTo(6)],
                                      Rect{upTo(400), upTo(300), 40 + upTo(200), 40 + upTo(100)}));
            break;
        case 1:
            for (const LinkId& at : std::vector<LinkId>(diagram.linksAt(ElementId(id)).begin(), diagram.linksAt(ElementId(id)).end()))
                diagram.take(at);
            if (diagram.children(ElementId(id)).empty()) diagram.take(ElementId(id));
            break;
        case 2:
            if (diagram.element(ElementId(id))) diagram.put(test::link(("l" + id).c_str(), id.c_str(), "web"));
            break;
        case 3: diagram.setFrame(ElementId(id), Rect{upTo(400), upTo(300), 40, 40}); break;
        case 4: diagram.setName(ElementId(upTo(2) ? "web" : "vpc"), {"name " + std::to_string(i), {}}); break;
        case 5:
            diagram.setProperty(ElementId("seoul"), "code",
                                catalog::Value(std::string(upTo(2) ? "us-east-1" : "eu-west-1")));
            break;
        case 6:
            diagram.setProperty(ElementId("pub"), "routeTable",
                                upTo(2) ? std::optional<catalog::Value>(catalog::Reference{"rt"}) : std::nullopt);
            break;
        }
        const SceneSource source = sourceOf(diagram);
        kept.update(source);
        Scene anew(kept.options());
        anew.update(source);
        const auto a = kept.all();
        const auto b = anew.all();
        ASSERT_EQ(a.size(), b.size()) << "after step " << i;
        for (std::size_t k = 0; k < a.size(); ++k) ASSERT_EQ(*a[k], *b[k]) << a[k]->owner.id << " after step " << i;
        ASSERT_EQ(kept.bounds(), anew.bounds());
    }
}

TEST(Scene, OptionsDrawAnew) {
    Scene scene;
    scene.update(sourceOf(sample()));
    scene.setOptions({.theme = ThemeName::Dark, .legend = true});
    EXPECT_NE(scene.figure({OwnerKind::Margin, "legend"}), nullptr);
    EXPECT_EQ(firstBox(scene, "pub")->fill.hex(), "#1B2214");
}

} // namespace
} // namespace sky::picture
