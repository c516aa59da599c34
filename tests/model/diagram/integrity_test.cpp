// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/integrity.h"

#include "diagram/limits.h"

#include <gmock/gmock.h>

namespace sky::diagram {
namespace {

using catalog::Catalog;
using catalog::Reference;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

Element thing(const std::string& service, const std::string& id, const std::string& parent = {}) {
    Element made;
    made.id = ElementId(id);
    made.service = service;
    made.parent = ElementId(parent);
    return made;
}
Link arrow(const std::string& id, const std::string& from, const std::string& to) {
    Link made;
    made.id = LinkId(id);
    made.from = ElementId(from);
    made.to = ElementId(to);
    return made;
}

// The one violation of a diagram, as people read it.
std::string violation(const Diagram& diagram) {
    const std::vector<Error> found = findViolations(diagram, Catalog::builtin(), 10);
    EXPECT_EQ(found.size(), 1u);
    if (found.empty()) return {};
    EXPECT_FALSE(found.front().what.ko.empty());
    EXPECT_THAT(found.front().in(Language::Korean), testing::Not(HasSubstr("(가)"))); // particles are chosen
    return found.front().in(Language::English);
}
template <class... Things>
Diagram of(Things... things) {
    Diagram diagram;
    (diagram.put(std::move(things)), ...);
    return diagram;
}
Element with(Element element, const char* key, catalog::Value value) {
    element.properties.set(key, std::move(value));
    return element;
}

TEST(Integrity, AnEmptyAndASmallDiagramAreSound) {
    EXPECT_THAT(findViolations(Diagram(), Catalog::builtin()), IsEmpty());
    const Diagram diagram = of(thing("vpc", "vpc"), thing("subnet", "s", "vpc"), thing("ec2", "web", "s"),
                               thing("users", "u"), arrow("l", "u", "web"));
    EXPECT_THAT(findViolations(diagram, Catalog::builtin()), IsEmpty());
}

TEST(Integrity, IdsAreWellFormedAndUniqueOverKinds) {
    EXPECT_THAT(violation(of(thing("vpc", "-vpc"))), HasSubstr("elements[-vpc].id: '-vpc' cannot be an id."));
    EXPECT_THAT(violation(of(thing("vpc", std::string(65, 'a')))), HasSubstr("cannot be an id"));
    const std::vector<Error> twice =
        findViolations(of(thing("ec2", "a"), thing("ec2", "b"), arrow("a", "a", "b")), Catalog::builtin(), 10);
    ASSERT_EQ(twice.size(), 2u); // seen from both sides
    EXPECT_THAT(twice[0].in(Language::English), HasSubstr("used twice"));
    EXPECT_EQ(twice[1].place, "links[a].id");
    Scenario scenario;
    scenario.id = ScenarioId("a");
    EXPECT_EQ(findViolations(of(thing("ec2", "a"), scenario), Catalog::builtin(), 10).size(), 2u);
}

TEST(Integrity, NothingNamesWhatIsNotThere) {
    EXPECT_EQ(violation(of(thing("vpc", "vpc-1"), thing("subnet", "s", "vpc-9"))),
              "elements[s].parent: no element 'vpc-9'; nearest: 'vpc-1'. Name one that is in the project.");
    Element alb = thing("alb", "alb");
    alb.spans = {ElementId("pub-a")};
    EXPECT_THAT(violation(of(alb)), StartsWith("elements[alb].spans: no element 'pub-a'."));
    alb.spans = {};
    alb.groups = {ElementId("sg")};
    EXPECT_THAT(violation(of(alb)), StartsWith("elements[alb].groups: no element 'sg'."));
    alb.groups = {ElementId("alb")};
    EXPECT_THAT(violation(of(alb)), HasSubstr("names itself"));
    Element twice = thing("alb", "alb");
    twice.spans = {ElementId("s"), ElementId("s")};
    EXPECT_THAT(violation(of(twice, thing("subnet", "s"))), HasSubstr("named twice"));
    EXPECT_THAT(violation(of(with(thing("subnet", "s"), "routeTable", Reference{"rt"}))),
                StartsWith("elements[s].routeTable: no element or link 'rt'."));
    EXPECT_THAT(violation(of(thing("ec2", "a"), arrow("l", "a", "b"))),
                StartsWith("links[l].to: no element 'b'; nearest: 'a'."));
    EXPECT_THAT(violation(of(thing("ec2", "a"), arrow("l", "a", "a"))), HasSubstr("to itself"));
    catalog::Record row;
    row.set("to", std::string("0.0.0.0/0"));
    row.set("via", Reference{"igw"});
    EXPECT_THAT(violation(of(with(thing("route-table", "rt"), "routes", catalog::Records{row}))),
                StartsWith("elements[rt].routes[0].via: no element or link 'igw'."));
}

TEST(Integrity, ParentsMakeNoLoopAndNoAbyss) {
    const std::vector<Error> loop =
        findViolations(of(thing("generic-group", "a", "b"), thing("generic-group", "b", "a"), thing("note", "c", "a"),
                          thing("vpc", "v", "v")),
                       Catalog::builtin(), 10);
    ASSERT_EQ(loop.size(), 4u);
    for (const Error& error : loop) EXPECT_THAT(error.in(Language::English), HasSubstr("stands inside itself"));
    Diagram deep;
    std::string parent;
    for (std::size_t i = 0; i <= limits::kDepth + 1; ++i) {
        // Named so that the order of ids is not that of the depth.
        const std::string id = "g" + std::to_string((i * 7) % 101);
        deep.put(thing("generic-group", id, parent));
        parent = id;
    }
    EXPECT_THAT(violation(deep), HasSubstr("more than 32 containers deep"));
    EXPECT_FALSE(checkElement(deep, Catalog::builtin(), *deep.element(ElementId(parent))).ok());
}

TEST(Integrity, NamesArePrintableTextOfAnyScript) {
    for (const char* fine : {"", "Web", "웹 서버", "オンライン", "مخزن", "👩‍💻", "a  b", "Ω₁"})
        EXPECT_TRUE(checkName({fine, ""}).ok()) << fine;
    EXPECT_TRUE(checkName({std::string(128, 'x'), ""}).ok());
    std::string hangul;
    for (int i = 0; i < 128; ++i) hangul += "한";
    EXPECT_TRUE(checkName({hangul, ""}).ok());
    EXPECT_FALSE(checkName({hangul + "글", ""}).ok());
    for (const char* bad : {"a\nb", "\t", "\x01", "\x7f", "\xc3\x28", "\xed\xa0\x80",
                            "\xe2\x80\xae"
                            "evil",
                            "   ", "\xe3\x80\x80", "\xef\xbb\xbf"})
        EXPECT_FALSE(checkName({bad, ""}).ok()) << bad;
    EXPECT_FALSE(checkName({"fine", "a\nb"}).ok());
    Element named = thing("ec2", "web");
    named.name = {std::string(129, 'x'), ""};
    EXPECT_THAT(violation(of(named)), StartsWith("elements[web].name: the name has 129 characters; the most is 128."));
}

TEST(Integrity, CoordinatesAndSizesAreBounded) {
    const auto framed = [](Rect frame) {
        Element element = thing("ec2", "web");
        element.frame = frame;
        return of(element);
    };
    EXPECT_THAT(findViolations(framed({-1'000'000, 1'000'000, 1, 200'000}), Catalog::builtin()), IsEmpty());
    EXPECT_THAT(violation(framed({-1'000'001, 0, 40, 40})), HasSubstr("out of bounds"));
    EXPECT_THAT(violation(framed({0, 0, 0, 40})), HasSubstr("the size 0 x 40"));
    EXPECT_THAT(violation(framed({0, 0, 40, 200'001})), HasSubstr("200000"));
    Link bent = arrow("l", "a", "b");
    bent.waypoints = {{0, 0}, {-2'147'483'647 - 1, 0}};
    EXPECT_THAT(violation(of(thing("ec2", "a"), thing("ec2", "b"), bent)), HasSubstr("waypoint"));
    bent.waypoints.assign(limits::kReferences + 1, {1, 1});
    EXPECT_THAT(violation(of(thing("ec2", "a"), thing("ec2", "b"), bent)), HasSubstr("1001 waypoints"));
}

TEST(Integrity, PropertiesAreThoseOfTheCatalog) {
    EXPECT_THAT(violation(of(with(thing("vpc", "vpc"), "cdir", std::string("10.0.0.0/16")))),
                HasSubstr("has no property 'cdir'. Nearest: 'cidr'."));
    EXPECT_THAT(violation(of(with(thing("vpc", "vpc"), "cidr", std::string("10.0.0.0/99")))),
                StartsWith("elements[vpc].cidr"));
    EXPECT_THAT(violation(of(with(thing("vpc", "vpc"), "cidr", true))), StartsWith("elements[vpc].cidr"));
    // A service of a later version keeps what it came with, as long as it can be read back.
    EXPECT_THAT(findViolations(of(with(thing("quantum", "q"), "qubits", Quantity{5, Unit::Count})), Catalog::builtin()),
                IsEmpty());
    EXPECT_THAT(violation(of(with(thing("quantum", "q"), "two words", true))), HasSubstr("cannot be a property's key"));
    EXPECT_THAT(violation(of(with(thing("quantum", "q"), "text", std::string(limits::kTextBytes + 1, 'x')))),
                HasSubstr("65537 bytes"));
    EXPECT_THAT(violation(of(with(thing("quantum", "q"), "text", std::string("\xff")))), HasSubstr("UTF-8"));
    EXPECT_THAT(violation(of(with(thing("quantum", "q"), "list", catalog::List(limits::kReferences + 1, true)))),
                HasSubstr("1001 entries"));
    EXPECT_THAT(violation(of(thing("", "q"))), HasSubstr("service key"));
}

TEST(Integrity, ALinkWithoutAKindMayHaveAnyKindsProperties) {
    Link link = arrow("l", "a", "b");
    link.properties.set("port", Quantity{443, Unit::Count});
    Diagram diagram = of(thing("users", "a"), thing("ec2", "b"), link);
    EXPECT_THAT(findViolations(diagram, Catalog::builtin()), IsEmpty());
    diagram.put(thing("note", "b")); // the link is plain now and keeps its port, should the end change back
    EXPECT_THAT(findViolations(diagram, Catalog::builtin()), IsEmpty());
    link.kind = catalog::LinkKind::Plain;
    diagram.put(link);
    EXPECT_THAT(violation(diagram), HasSubstr("has no property 'port'"));
    link.kind.reset();
    link.properties.unset("port");
    link.properties.set("prot", Quantity{443, Unit::Count});
    diagram.put(thing("ec2", "b"));
    diagram.put(link);
    EXPECT_THAT(violation(diagram), HasSubstr("Nearest: 'port'."));
}

TEST(Integrity, ScenariosAndTheProjectAreLookedThroughToo) {
    const auto tried = [](auto change) {
        Scenario scenario;
        scenario.id = ScenarioId("s");
        change(scenario);
        return violation(of(thing("users", "u"), scenario));
    };
    EXPECT_THAT(tried([](Scenario& s) {
                    s.workload.push_back({ElementId("x"), ConstantRate{}});
                }),
                StartsWith("scenarios[s].workload[0].from"));
    EXPECT_THAT(tried([](Scenario& s) {
                    s.workload.push_back({ElementId("u"), ConstantRate{-1}});
                }),
                HasSubstr("negative"));
    EXPECT_THAT(tried([](Scenario& s) {
                    s.workload.push_back({ElementId("u"), StepRates{{{5, 1}, {5, 2}}}});
                }),
                HasSubstr("do not rise"));
    EXPECT_THAT(tried([](Scenario& s) {
                    s.workload.push_back({ElementId("u"), WaveRate{1, 1, 0}});
                }),
                HasSubstr("no period"));
    EXPECT_THAT(tried([](Scenario& s) {
                    s.workload.push_back({ElementId("u"), TraceRates{0, {1}}});
                }),
                HasSubstr("no step"));
    EXPECT_THAT(tried([](Scenario& s) { s.duration = -1; }), HasSubstr("duration"));
    const auto event = [](const char* to) {
        return [to](Scenario& s) {
            Event e;
            e.to = to;
            s.events.push_back(e);
        };
    };
    EXPECT_THAT(tried(event("web/i-3")), HasSubstr("'web'"));
    EXPECT_THAT(tried(event("planet:x")), HasSubstr("is no target"));
    Scenario fine;
    fine.id = ScenarioId("s");
    for (const char* to : {"u", "u/part", "az:a", "region:ap-northeast-2", ""}) event(to)(fine);
    EXPECT_THAT(findViolations(of(thing("users", "u"), fine), Catalog::builtin()), IsEmpty());

    Diagram diagram = of(thing("users", "u"));
    Project project;
    project.properties.set("goals", catalog::List{Reference{"v"}});
    diagram.setProject(project);
    EXPECT_THAT(violation(diagram), StartsWith("project.goals"));
    project.properties = {};
    project.properties.set("gaols", catalog::List{Reference{"u"}});
    diagram.setProject(project);
    EXPECT_THAT(violation(diagram), HasSubstr("'goals'"));
}

TEST(Integrity, StopsAtWhatWasAskedFor) {
    Diagram diagram;
    for (int i = 0; i < 100; ++i) diagram.put(thing("ec2", "e" + std::to_string(i), "nowhere"));
    EXPECT_EQ(findViolations(diagram, Catalog::builtin(), 7).size(), 7u);
    EXPECT_EQ(findViolations(diagram, Catalog::builtin(), 1'000).size(), 100u);
}

// As many things as a project may hold, every one of them wrong, and the worst chains of parents: it ends.
TEST(Integrity, AbsurdDiagramsDoNotHang) {
    Diagram diagram;
    for (std::size_t i = 0; i <= limits::kElements; ++i) {
        std::string id = std::to_string(i);
        id = "e" + std::string(6 - id.size(), '0') + id;
        std::string parent = std::to_string(i + 1);
        parent = "e" + std::string(6 - parent.size(), '0') + parent;
        diagram.put(thing("generic-group", id, parent));
    }
    const std::vector<Error> found = findViolations(diagram, Catalog::builtin(), 1'000'000);
    EXPECT_GT(found.size(), limits::kElements / 2);
    EXPECT_EQ(found.front().code, ErrorCode::TooLarge);
}

} // namespace
} // namespace sky::diagram
