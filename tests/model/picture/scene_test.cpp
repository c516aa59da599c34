// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/scene.h"

#include "sample.h"

#include <gtest/gtest.h>

#include <cmath>
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

// A source with routes of the test's own.
SceneSource routed(const diagram::Diagram& diagram, std::vector<layout::Route> routes) {
    SceneSource source = sourceOf(diagram);
    source.routes = std::make_shared<const layout::Routes>(std::move(routes));
    return source;
}

template <class Shape>
std::vector<Shape> shapesOf(const Scene& scene, const char* link) {
    std::vector<Shape> shapes;
    for (const Primitive& primitive : scene.figure({OwnerKind::Link, link})->primitives)
        if (const auto* shape = std::get_if<Shape>(&primitive.shape)) shapes.push_back(*shape);
    return shapes;
}

TEST(Scene, WordsOfALinkStandOnTheFillUnderThem) {
    diagram::Diagram diagram = sample();
    const layout::Route ask{LinkId("ask"), {{300, 300}, {500, 300}}, false, Rect{360, 293, 60, 14}};
    Scene scene;
    scene.update(routed(diagram, {ask}));
    const Color open = firstBox(scene, "pub")->fill;
    ASSERT_EQ(firstBox(scene, "pub")->rect, (RectD{284, 176, 232, 140}));
    EXPECT_EQ(shapesOf<Box>(scene, "ask").front().fill, open);
    diagram.setProperty(ElementId("rt"), "routes", std::nullopt);
    scene.update(routed(diagram, {ask}));
    EXPECT_NE(firstBox(scene, "pub")->fill, open);
    EXPECT_EQ(shapesOf<Box>(scene, "ask").front().fill, firstBox(scene, "pub")->fill);
    diagram.setFrame(ElementId("pub"), Rect{24, 40, 232, 40});
    scene.update(routed(diagram, {ask}));
    EXPECT_EQ(shapesOf<Box>(scene, "ask").front().fill, theme(ThemeName::Light).canvas);
}

TEST(Scene, NumbersOfLinksSideBySideDoNotCoverEachOther) {
    diagram::Diagram diagram = sample();
    std::vector<layout::Route> routes;
    for (const char* id : {"p", "q", "r"}) {
        diagram.put(test::link(id, "shoppers", "web"));
        const int y = 270 + 8 * static_cast<int>(routes.size());
        routes.push_back({LinkId(id), {{40, y}, {400, y}}, false, Rect{52, y - 7, 30, 14}});
    }
    Scene scene(Options{.linkNumbers = true});
    scene.update(routed(diagram, routes));
    std::vector<PointD> centers;
    for (const char* id : {"p", "q", "r"}) centers.push_back(shapesOf<Disc>(scene, id).at(0).center);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(centers[i].y, 270 + 8 * static_cast<double>(i)); // each on its own line
        EXPECT_GE(centers[i].x, 82 + 9);                            // clear of the words
        for (std::size_t k = 0; k < i; ++k) EXPECT_GE(std::hypot(centers[i].x - centers[k].x, centers[i].y - centers[k].y), 18);
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
