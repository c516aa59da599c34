// SPDX-License-Identifier: GPL-3.0-or-later
// Projects as JSON: what is read, what is written, and what is said about what is wrong.
#include "exchange/json/json_reader.h"
#include "exchange/json/json_writer.h"
#include "samples.h"

#include <gmock/gmock.h>

namespace sky::exchange::json {
namespace {

using catalog::Catalog;
using testing::HasSubstr;
using testing::StartsWith;

const Catalog& builtin() {
    return Catalog::builtin();
}

std::string project(const std::string& members) {
    return R"({"format": "skywright", "formatVersion": 1, )" + members + "}";
}

std::string refusal(const std::string& members, Language language = Language::English) {
    const auto read = readProject(project(members), builtin());
    return read.ok() ? "read" : read.error().in(language);
}

std::string rewritten(const std::string& bytes) {
    const auto read = readProject(bytes, builtin());
    if (!read.ok()) return read.error().in(Language::English);
    return writeProject(*read, builtin());
}

TEST(JsonProject, TheDocumentedExampleIsReadUnchanged) {
    const auto read = readProject(handWrittenExample(), builtin());
    ASSERT_TRUE(read.ok()) << read.error().in(Language::English);
    const diagram::Diagram& diagram = *read;
    EXPECT_EQ(diagram.project().name, (Text{"Web shop", "웹 상점"}));
    EXPECT_EQ(diagram.elements().size(), 26u);
    EXPECT_EQ(diagram.links().size(), 6u);
    ASSERT_EQ(diagram.scenarios().size(), 1u);
    const diagram::Element* web = diagram.element(ElementId("web"));
    ASSERT_NE(web, nullptr);
    EXPECT_EQ(web->parent, ElementId("vpc"));
    EXPECT_THAT(web->spans, testing::ElementsAre(ElementId("app-a"), ElementId("app-b")));
    EXPECT_EQ(web->properties.quantity("work"), (Quantity{20'000'000, Unit::Duration}));
    EXPECT_FALSE(web->frame.has_value());
    const diagram::Link* fixed = diagram.link(LinkId("static"));
    ASSERT_NE(fixed, nullptr);
    EXPECT_FALSE(fixed->kind.has_value());
    EXPECT_EQ(fixed->properties.quantity("hit"), (Quantity{900'000'000'000, Unit::Percent}));
    const diagram::Scenario& outage = *diagram.scenarios().begin();
    EXPECT_EQ(outage.seed, 7u);
    ASSERT_EQ(outage.events.size(), 1u);
    EXPECT_EQ(outage.events[0].lasting, 480'000'000'000);
    EXPECT_EQ(outage.events[0].to, "az:a");
}

TEST(JsonProject, IsWrittenSortedInCanonicalUnitsAndStaysThatWay) {
    const std::string once = rewritten(handWrittenExample());
    EXPECT_THAT(
        once,
        StartsWith(
            "{\n  \"$schema\": \"skywright-1.schema.json\",\n  \"format\": \"skywright\",\n  \"formatVersion\": 1,\n"));
    EXPECT_THAT(once, HasSubstr(R"({"id": "dns", "service": "route53", "policy": "simple", "ttl": "1m"})"));
    EXPECT_THAT(once, HasSubstr(R"({"id": "serve", "from": "alb", "to": "web", "listener": 443, "port": 8080})"));
    EXPECT_THAT(once, HasSubstr("\"in\": [{\"from\": \"0.0.0.0/0\", \"port\": 443}]"));
    EXPECT_LT(once.find("\"id\": \"a\""), once.find("\"id\": \"alb\""));
    EXPECT_LT(once.find("\"id\": \"vpc\""), once.find("\"id\": \"web\""));
    EXPECT_EQ(rewritten(once), once);
}

TEST(JsonProject, EverySampleIsReadAndKeepsItsBytesAfterOneRewrite) {
    for (const auto& path : sampleProjects()) {
        const std::string once = rewritten(readFile(path));
        EXPECT_THAT(once, StartsWith("{\n")) << path;
        EXPECT_EQ(rewritten(once), once) << path;
    }
}

TEST(JsonProject, NothingIsLostOnTheWay) {
    const std::string everything = project(
        R"("project": {"name": "All", "accepted": [{"rule": "b", "subject": "web", "reason": "later"}, {"rule": "a"}]},
      "elements": [
        {"id": "x", "service": "from-the-future", "flag": true, "count": 3, "ratio": 0.25, "big": 1e3, "word": "two words", "both": {"en": "E", "ko": "케이"},
         "list": [1, "a", false], "rows": [{"k": 1}, {"k": "v", "n": 0.5}]},
        {"id": "y", "service": "ec2", "name": {"ko": "서버"}}],
      "links": [{"id": "l", "kind": "plain", "from": "x", "to": "y", "name": {"en": "line", "ko": "선"}}],
      "scenarios": [{"id": "s", "seed": 18446744073709551615, "hypothesis": "h", "workload": [
          {"from": "y", "steps": [{"at": "0s", "rate": "1/s"}, {"at": "1m", "rate": "2/s"}]}, {"from": "y", "ramp": [{"rate": "3/s"}]},
          {"from": "y", "wave": {"base": "5/s", "amplitude": "2/s", "period": "24h"}}, {"from": "y", "trace": {"step": "1m", "rates": ["1/s", "7/s"]}}],
        "events": [{"at": "90s", "do": "delay", "to": "l", "with": {"delay": "200ms", "note": "slow"}}], "goals": {"p99": "800ms", "cost": "400USD"}}],
      "extensions": {"zeta": [1, 2.50, {"b": null, "a": true}], "alpha": {}},
      "layout": {"elements": {"y": [8, -16, 40, 40]}, "links": {"l": [[0, 8], [16, 8]]}})");
    const std::string once = rewritten(everything);
    EXPECT_EQ(rewritten(once), once);
    for (const char* kept :
         {R"("accepted": [
      {"rule": "a"},
      {"rule": "b", "subject": "web", "reason": "later"}])",
          R"("big": 1000)", R"("both": {"en": "E", "ko": "케이"})", R"("flag": true)", R"("list": [1, "a", false])",
          R"("ratio": 0.25)", R"({"k": "v", "n": 0.5})", R"("name": {"ko": "서버"})", R"("kind": "plain")",
          R"("seed": 18446744073709551615)", R"("ramp": [{"at": "0s", "rate": "3/s"}])",
          R"("wave": {"base": "5/s", "amplitude": "2/s", "period": "1d"})",
          R"("trace": {"step": "1m", "rates": ["1/s", "7/s"]})", R"("with": {"delay": "200ms", "note": "slow"})",
          R"("extensions": {"alpha": {}, "zeta": [1, 2.50, {"a": true, "b": null}]})", R"("y": [8, -16, 40, 40])",
          R"("l": [[0, 8], [16, 8]])"})
        EXPECT_THAT(once, HasSubstr(kept));
}

TEST(JsonProject, LinksAndLayoutMayComeBeforeTheElements) {
    const std::string backwards = project(
        R"("layout": {"elements": {"a": [0, 0, 40, 40]}}, "links": [{"id": "l", "from": "a", "to": "b", "port": 443}],
        "elements": [{"id": "a", "service": "ec2"}, {"id": "b", "service": "ec2"}])");
    const auto read = readProject(backwards, builtin());
    ASSERT_TRUE(read.ok()) << read.error().in(Language::English);
    EXPECT_EQ(read->element(ElementId("a"))->frame, (Rect{0, 0, 40, 40}));
    EXPECT_EQ(read->link(LinkId("l"))->properties.quantity("port"), (Quantity{443, Unit::Count}));
}

TEST(JsonProject, LockedElementsAreNamedInTheLayout) {
    const std::string things = R"("elements": [{"id": "a", "service": "ec2"}, {"id": "b", "service": "ec2"}])";
    const auto read = readProject(project(things + R"(, "layout": {"locked": ["b"]})"), builtin());
    ASSERT_TRUE(read.ok()) << read.error().in(Language::English);
    EXPECT_FALSE(read->element(ElementId("a"))->locked);
    EXPECT_TRUE(read->element(ElementId("b"))->locked);
    const std::string once = writeProject(*read, builtin());
    EXPECT_THAT(once, HasSubstr("\"locked\": [\n      \"b\"\n    ]"));
    EXPECT_EQ(rewritten(once), once);
    EXPECT_THAT(refusal(things + R"(, "layout": {"locked": ["c"]})"), HasSubstr("layout.locked"));
    EXPECT_THAT(refusal(things + R"(, "layout": {"locked": "b"})"), HasSubstr("layout.locked"));
    EXPECT_THAT(refusal(things + R"(, "layout": {"locked": [7]})"), HasSubstr("layout.locked[0]"));
}

TEST(JsonProject, AMovedBoxChangesItsOwnLineAndNoOther) {
    auto read = readProject(readFile(SKY_SOURCE_DIR "/projects/three-tier-web.json"), builtin());
    ASSERT_TRUE(read.ok()) << read.error().in(Language::English);
    const std::string before = writeProject(*read, builtin());
    read->setFrame(ElementId("orders"), Rect{16, 16, 40, 40});
    const std::string after = writeProject(*read, builtin());
    std::istringstream a(before), b(after);
    std::string left, right;
    int changed = 0;
    while (std::getline(a, left) && std::getline(b, right)) changed += left != right;
    EXPECT_EQ(changed, 1);
}

TEST(JsonProject, WhatNamesNothingIsRefusedWithPlaceAndNearest) {
    const std::string vpc = R"({"id": "vpc-1", "service": "vpc", "parent": "r"}, {"id": "r", "service": "region"}, )";
    EXPECT_THAT(refusal(R"("elements": [)" + vpc + R"({"id": "s", "service": "subnet", "parent": "vpc-9"}])"),
                HasSubstr("elements[2].parent: no element 'vpc-9'; nearest: 'vpc-1'."));
    EXPECT_THAT(refusal(R"("elements": [)" + vpc + R"({"id": "e", "service": "alb", "spans": ["vpc-2"]}])"),
                StartsWith("elements[2].spans: no element 'vpc-2'"));
    EXPECT_THAT(
        refusal(
            R"("elements": [)" + vpc +
            R"({"id": "t", "service": "route-table", "parent": "vpc-1", "routes": [{"to": "0.0.0.0/0", "via": "igw"}]}])"),
        StartsWith("elements[2].routes[0].via: no element or link 'igw'"));
    EXPECT_THAT(
        refusal(R"("elements": [{"id": "a", "service": "ec2"}], "links": [{"id": "l", "from": "a", "to": "nowhere"}])"),
        StartsWith("links[0].to: no element 'nowhere'"));
    EXPECT_THAT(refusal(R"("elements": [{"id": "a", "service": "ec2"}], "layout": {"elements": {"b": [0, 0, 1, 1]}})"),
                StartsWith("layout.elements.b: no element 'b'"));
    EXPECT_THAT(refusal(R"("elements": [{"id": "a", "service": "ec2"}], "layout": {"links": {"b": []}})"),
                StartsWith("layout.links.b: no link 'b'"));
    EXPECT_THAT(
        refusal(
            R"("elements": [{"id": "a", "service": "users"}], "scenarios": [{"id": "s", "workload": [{"from": "b", "rate": "1/s"}]}])"),
        StartsWith("scenarios[0].workload[0].from: no element 'b'"));
}

TEST(JsonProject, LoopsAndRepeatedIdsAreRefused) {
    EXPECT_THAT(
        refusal(
            R"("elements": [{"id": "a", "service": "generic-group", "parent": "b"}, {"id": "b", "service": "generic-group", "parent": "a"}])"),
        StartsWith("elements[0].parent: 'a' stands inside itself."));
    EXPECT_THAT(refusal(R"("elements": [{"id": "a", "service": "ec2"}, {"id": "a", "service": "s3"}])"),
                StartsWith("elements[1].id: 'a' is already the id of elements[0]."));
    EXPECT_THAT(refusal(R"("elements": [{"id": "a", "service": "ec2"}], "scenarios": [{"id": "a"}])"),
                StartsWith("scenarios[0].id: 'a' is already the id of elements[0]."));
    EXPECT_THAT(refusal(R"("elements": [{"id": "-a", "service": "ec2"}])"),
                StartsWith("elements[0].id: '-a' cannot be an id."));
}

TEST(JsonProject, ValuesOfTheWrongKindAreRefusedWithAnExample) {
    const auto ec2 = [](const std::string& members) {
        return refusal(R"("elements": [{"id": "a", "service": "ec2", )" + members + "}]");
    };
    EXPECT_THAT(ec2(R"("instanceTyp": "m6i.large")"),
                StartsWith("elements[0].instanceTyp: EC2 has no property 'instanceTyp'; nearest: 'instanceType'."));
    EXPECT_THAT(ec2(R"("work": 20)"), StartsWith("elements[0].work: expected a duration such as \"30s\", found 20."));
    EXPECT_THAT(ec2(R"("work": "20 parsecs")"), StartsWith("elements[0].work: "));
    EXPECT_THAT(ec2(R"("workers": "many")"),
                StartsWith("elements[0].workers: expected a whole number such as 3, found the text 'many'."));
    EXPECT_THAT(ec2(R"("workers": 2.5)"),
                StartsWith("elements[0].workers: expected a whole number such as 3, found 2.5."));
    EXPECT_THAT(ec2(R"("workers": 99999999999999999999)"), StartsWith("elements[0].workers: expected a whole number"));
    EXPECT_THAT(ec2(R"("publicIp": "yes")"),
                StartsWith("elements[0].publicIp: expected true or false, found the text 'yes'."));
    EXPECT_THAT(ec2(R"("os": "linus")"), StartsWith("elements[0].os: "));
    EXPECT_THAT(ec2(R"("name": 3)"), StartsWith("elements[0].name: expected a text, or"));
    EXPECT_THAT(ec2(R"("spans": "pub-a")"), StartsWith("elements[0].spans: expected an array of ids"));
    EXPECT_THAT(
        refusal(
            R"("elements": [{"id": "a", "service": "security-group", "in": [{"port": 22, "from": "0.0.0.0/0"}, {"prot": 22}]}])"),
        StartsWith("elements[0].in[1].prot: no such member; nearest: 'port'."));
    EXPECT_THAT(refusal(R"("elements": [{"service": "ec2"}])"), StartsWith("elements[0]: 'id' is missing."));
    EXPECT_THAT(refusal(R"("elements": [{"id": "a"}])"), StartsWith("elements[0]: 'service' is missing."));
    EXPECT_THAT(refusal(R"("elements": [3])"), StartsWith("elements[0]: expected an object, found 3."));
    EXPECT_THAT(refusal(R"("elements": {})"), StartsWith("elements: expected an array, found an object."));
    EXPECT_THAT(refusal(R"("elements": [{"id": "a", "service": "ec2"}], "layout": {"elements": {"a": [1, 2, 3]}})"),
                StartsWith("layout.elements.a: expected [x, y, width, height]"));
    EXPECT_THAT(
        refusal(R"("elements": [{"id": "a", "service": "ec2"}], "layout": {"elements": {"a": [1.5, 2, 3, 4]}})"),
        StartsWith("layout.elements.a[0]: expected a whole number of pixels, found 1.5."));
    EXPECT_THAT(refusal(R"("elements": [{"id": "a", "service": "ec2"}], "layout": {"elements": {"a": [1, 2, 3, 0]}})"),
                HasSubstr("elements[0].frame: the size 3 x 0"));
    EXPECT_THAT(refusal(R"("element": [])"), StartsWith("element: no such member; nearest: 'elements'."));
    EXPECT_THAT(
        refusal(
            R"("links": [{"id": "l", "from": "a", "to": "b", "kind": "trafic"}], "elements": [{"id": "a", "service": "ec2"}, {"id": "b", "service": "ec2"}])"),
        StartsWith("links[0].kind: no kind of link 'trafic'; nearest: 'traffic'."));
}

TEST(JsonProject, ScenariosAreCheckedMemberByMember) {
    const auto scenario = [](const std::string& members) {
        return refusal(R"("elements": [{"id": "u", "service": "users"}], "scenarios": [{"id": "s", )" + members + "}]");
    };
    EXPECT_THAT(scenario(R"("durations": "1m")"),
                StartsWith("scenarios[0].durations: no such member; nearest: 'duration'."));
    EXPECT_THAT(scenario(R"("duration": "-1m")"), StartsWith("scenarios[0].duration: "));
    EXPECT_THAT(scenario(R"("seed": -1)"), StartsWith("scenarios[0].seed: expected a whole number from 0"));
    EXPECT_THAT(scenario(R"("workload": [{"from": "u"}])"),
                StartsWith("scenarios[0].workload[0]: needs exactly one of rate"));
    EXPECT_THAT(scenario(R"("workload": [{"from": "u", "rate": "1/s", "ramp": [{"rate": "1/s"}]}])"),
                StartsWith("scenarios[0].workload[0]: needs exactly one of rate"));
    EXPECT_THAT(scenario(R"("events": [{"do": "explode", "to": "u"}])"),
                StartsWith("scenarios[0].events[0].do: no action 'explode'"));
    EXPECT_THAT(scenario(R"("events": [{"do": "fail"}])"), StartsWith("scenarios[0].events[0]: 'to' is missing."));
    EXPECT_THAT(scenario(R"("events": [{"do": "fail", "to": "zone:a"}])"),
                StartsWith("scenarios[0].events[0].to: 'zone:a' is no target."));
}

TEST(JsonProject, MessagesAreInKoreanToo) {
    EXPECT_THAT(refusal(R"("elements": [{"id": "a", "service": "ec2", "work": 20}])", Language::Korean),
                HasSubstr("elements[0].work: \"30s\" 같은 시간이 와야 하는데"));
    EXPECT_THAT(
        refusal(R"("elements": [{"id": "a", "service": "ec2"}], "links": [{"id": "l", "from": "a", "to": "b"}])",
                Language::Korean),
        HasSubstr("요소가 없습니다"));
}

TEST(JsonProject, OtherFilesAreNamedForWhatTheyAre) {
    const auto said = [](const char* bytes) {
        const auto read = readProject(bytes, builtin());
        return read.ok() ? "read" : read.error().in(Language::English);
    };
    EXPECT_THAT(said(R"({"name": "left-pad", "version": "1.0"})"), HasSubstr("of another program"));
    EXPECT_THAT(said(R"({})"), HasSubstr("of another program"));
    EXPECT_THAT(said(R"({"format": "skywright-scenario", "formatVersion": 1, "id": "s"})"),
                HasSubstr("this is not 'skywright' but 'skywright-scenario'."));
    EXPECT_THAT(said(R"({"format": "skywright"})"), HasSubstr("'formatVersion' is missing."));
    const auto newer = readProject(R"({"format": "skywright", "formatVersion": 2, "novelty": 1})", builtin());
    ASSERT_FALSE(newer.ok());
    EXPECT_EQ(newer.error().code, ErrorCode::NewerFormat);
    EXPECT_THAT(newer.error().in(Language::English),
                HasSubstr("the file has format 2; this version reads up to 1. Open it with a newer version"));
}

TEST(JsonScenario, StandsAlone) {
    const std::string alone =
        R"({"format": "skywright-scenario", "formatVersion": 1, "id": "az-outage", "name": {"en": "AZ", "ko": "영역"}, "duration": "1200s",
        "workload": [{"from": "u", "rate": "1200/s"}], "events": [{"at": "5m", "do": "fail", "to": "az:a", "for": "8m"}], "goals": {"p99": "0.8s"}})";
    const auto read = readScenario(alone);
    ASSERT_TRUE(read.ok()) << read.error().in(Language::English);
    const std::string once = writeScenario(*read);
    EXPECT_THAT(once, HasSubstr("\"duration\": \"20m\""));
    EXPECT_THAT(once, HasSubstr("\"goals\": {\"p99\": \"800ms\"}"));
    const auto again = readScenario(once);
    ASSERT_TRUE(again.ok()) << again.error().in(Language::English);
    EXPECT_EQ(*again, *read);
    EXPECT_EQ(writeScenario(*again), once);
    EXPECT_THAT(readScenario(R"({"format": "skywright-scenario", "formatVersion": 1})").error().in(Language::English),
                StartsWith("'id' is missing."));
}

TEST(JsonFragment, CarriesThingsFromOneProgramToAnother) {
    const auto read = readProject(readFile(SKY_SOURCE_DIR "/projects/three-tier-web.json"), builtin());
    ASSERT_TRUE(read.ok()) << read.error().in(Language::English);
    const auto copied = edit::copy(*read, edit::Selection{{ElementId("web"), ElementId("alb")}, {}, {}});
    ASSERT_TRUE(copied.ok());
    const std::string text = writeFragment(*copied, builtin());
    const auto back = readFragment(text, builtin());
    ASSERT_TRUE(back.ok()) << back.error().in(Language::English) << text;
    EXPECT_EQ(*back, *copied);
    EXPECT_EQ(writeFragment(*back, builtin()), text);
}

TEST(JsonFragment, FromAStrangerIsCheckedLikeAFile) {
    const auto said = [](const std::string& members) {
        const auto read =
            readFragment(R"({"format": "skywright-fragment", "formatVersion": 1, )" + members + "}", builtin());
        return read.ok() ? "read" : read.error().in(Language::English);
    };
    EXPECT_THAT(said(R"("elements": [{"id": "a", "service": "ec2", "parent": "b"}])"),
                StartsWith("elements[0].parent: no element 'b'"));
    EXPECT_THAT(said(R"("project": {})"), StartsWith("project: no such member."));
    EXPECT_THAT(said(R"("scenarios": [])"), StartsWith("scenarios: a fragment has no scenarios."));
}

} // namespace
} // namespace sky::exchange::json
