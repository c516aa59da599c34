// SPDX-License-Identifier: GPL-3.0-or-later
// Data files: a service is added by data alone; whatever is wrong with a file is said with its name and the place.
#include "catalog/catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace sky;
using namespace sky::catalog;
using testing::HasSubstr;

namespace {

using Files = std::vector<Catalog::File>;

Files builtin() {
    const auto files = Catalog::builtinFiles();
    return {files.begin(), files.end()};
}

// The catalog with one more file, or one file's text replaced.
Result<Catalog> with(std::string name, const std::string& text) {
    Files files = builtin();
    for (Catalog::File& file : files)
        if (file.name == name) {
            file.bytes = text;
            return Catalog::read(files);
        }
    files.push_back({std::move(name), text});
    return Catalog::read(files);
}

std::string errorOf(std::string name, const std::string& text) {
    const auto read = with(std::move(name), text);
    return read ? "read without an error" : read.error().in(Language::English);
}

const char* const kTimestream = R"({
 "key": "timestream", "name": {"en": "Amazon Timestream", "ko": "Amazon Timestream"},
 "short": {"en": "Timestream", "ko": "Timestream"},
 "description": {"en": "Streams of records, kept for a day", "ko": "하루 동안 보관하는 레코드 스트림"},
 "aliases": ["time series", "시계열"], "category": "analytics", "scope": "region", "traits": ["queue", "managed"], "roles": [],
 "parents": ["region", "generic-group"], "size": [40, 40],
 "properties": [
  {"key": "shards", "type": "integer", "label": {"en": "Shards", "ko": "샤드"}, "group": "capacity", "default": 1, "least": 1, "source": "test"},
  {"use": "work", "default": "5ms", "source": "test"}, "alarm"],
 "presets": [{"key": "big", "name": {"en": "Big stream", "ko": "큰 스트림"}, "description": {"en": "Many shards", "ko": "샤드가 많음"},
  "aliases": [], "properties": {"shards": 64}}]})";

TEST(Reading, AServiceIsAddedByDataAlone) {
    const auto catalog = with("services/timestream.json", kTimestream);
    ASSERT_TRUE(catalog.ok()) << catalog.error().in(Language::English);
    EXPECT_EQ(catalog->services().size(), Catalog::builtin().services().size() + 1);
    const Service* timestream = catalog->find("timestream");
    ASSERT_NE(timestream, nullptr);
    EXPECT_TRUE(timestream->is(Trait::Queue));
    EXPECT_TRUE(timestream->mayStandIn("region"));
    EXPECT_FALSE(timestream->mayStandIn("vpc"));
    EXPECT_EQ(std::get<Quantity>(*timestream->property("work")->byDefault), (Quantity{5'000'000, Unit::Duration}));
    EXPECT_FALSE(timestream->property("work")->label.ko.empty()) << "what is shared comes along";
    EXPECT_EQ(timestream->presets[0].properties.quantity("shards"), (Quantity{64, Unit::Count}));
    // It links at once as its traits say, and is found.
    EXPECT_EQ(catalog->kindsBetween(*catalog->find("ec2"), *timestream).front(), LinkKind::Traffic);
    EXPECT_EQ(catalog->kindsBetween(*timestream, *catalog->find("lambda")).front(), LinkKind::Event);
    ASSERT_FALSE(catalog->search("시계열").empty());
    EXPECT_EQ(catalog->search("시계열").front()->key, "timestream");
}

std::string changed(const char* what, const char* into) {
    std::string text = kTimestream;
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, std::string(what).size(), into);
}

TEST(Reading, MistakesInAServiceNameFileAndPlace) {
    const std::pair<std::string, const char*> mistakes[] = {
        {changed("\"queue\"", "\"qeue\""), "services/timestream.json: traits[0]: there is no trait \"qeue\""},
        {changed("\"roles\": []", "\"roles\": [\"hero\"]"), "services/timestream.json: roles[0]: there is no role"},
        {changed("\"aliases\"", "\"alias\""),
         "services/timestream.json: alias: \"alias\" means nothing here. Did you mean \"aliases\"?"},
        {changed("\"scope\": \"region\"", "\"scope\": \"moon\""), "services/timestream.json: scope"},
        {changed("\"analytics\"", "\"analytic\""), "services/timestream.json: category: categories.json has no"},
        {changed("[\"region\", \"generic-group\"]", "[\"s3\"]"),
         "services/timestream.json: parents: there is no container \"s3\""},
        {changed("[\"region\", \"generic-group\"]", "[]"), "services/timestream.json: parents"},
        {changed("[40, 40]", "[40]"), "services/timestream.json: size"},
        {changed("[40, 40]", "[40, -4]"), "services/timestream.json: size[1]"},
        {changed("\"default\": 1,", "\"default\": \"x\","), "services/timestream.json: properties[0].default"},
        {changed("\"default\": 1,", "\"default\": 0,"),
         "services/timestream.json: properties[0].default: 0 is less than 1"},
        {changed("\"integer\"", "\"integr\""), "services/timestream.json: properties[0].type"},
        {changed("\"shards\", \"type\"", "\"parent\", \"type\""), "services/timestream.json"},
        {changed("\"group\": \"capacity\"", "\"group\": \"space\""),
         "property \"shards\": groups.json has no group \"space\""},
        {changed("\"alarm\"", "\"alram\""),
         "services/timestream.json: properties[2]: shared.json has no property \"alram\""},
        {changed("\"shards\": 64", "\"shard\": 64"), "services/timestream.json: presets[0].properties.shard"},
        {changed("\"shards\": 64", "\"shards\": 0"), "services/timestream.json: presets[0].properties.shards"},
        {changed("\"ko\": \"샤드\"", "\"ko\": \"\""), "services/timestream.json: properties[0].label.ko"},
        {changed("\"key\": \"timestream\"", "\"key\": \"firehose\""), "services/timestream.json: key"},
        {changed("\"key\": \"timestream\"", "\"key\": \"timestream\", \"key\": \"again\""), "services/timestream.json"},
    };
    for (const auto& [text, said] : mistakes) EXPECT_THAT(errorOf("services/timestream.json", text), HasSubstr(said));
}

TEST(Reading, LifecycleAndPriceSayWhatIsMissing) {
    const auto with = [](const char* more) {
        return errorOf("services/timestream.json",
                       changed("\"roles\": []", (std::string("\"roles\": [], ") + more).c_str()));
    };
    EXPECT_THAT(with(R"("lifecycle": {"state": "old"})"), HasSubstr("lifecycle.state: there is no state \"old\""));
    EXPECT_THAT(with(R"("lifecycle": {"state": "ended", "since": "2025"})"),
                HasSubstr("lifecycle.since: \"2025\" is no date"));
    EXPECT_THAT(with(R"("lifecycle": {"state": "ended", "since": "2025-11-13"})"),
                HasSubstr("lifecycle: what is \"ended\" needs"));
    EXPECT_THAT(with(R"("lifecycle": {"state": "current", "successor": "chronos"})"),
                HasSubstr("services/timestream.json: lifecycle.successor: there is no service \"chronos\""));
    EXPECT_THAT(with(R"("price": {})"), HasSubstr("price: a price names its items"));
    EXPECT_THAT(with(R"("price": {"items": ["x"], "free": {"en": "a", "ko": "b"}})"),
                HasSubstr("what is free has no items"));
    EXPECT_EQ(with(R"("lifecycle": {"state": "current"}, "price": {"items": ["write-hour"]})"),
              "read without an error");
}

TEST(Reading, AFieldOfElementsIsNoProperty) {
    EXPECT_THAT(errorOf("services/timestream.json", changed("\"shards\", \"type\"", "\"spans\", \"type\"")),
                HasSubstr("cannot be named \"spans\""));
}

TEST(Reading, WhatIsNoJsonNamesTheLine) {
    EXPECT_THAT(errorOf("links.json", "{\n\n  nonsense"), HasSubstr("links.json:3: not JSON"));
    EXPECT_THAT(errorOf("services/ec2.json", ""), HasSubstr("services/ec2.json"));
    EXPECT_THAT(errorOf("services/ec2.json", "[]"), HasSubstr("services/ec2.json"));
    EXPECT_THAT(errorOf("services/ec2.json", std::string(100000, '[')), HasSubstr("nested deeper"));
    EXPECT_THAT(errorOf("services/ec2.json", "\xff\xfe\x00"), HasSubstr("services/ec2.json"));
    EXPECT_THAT(errorOf("services/ec2.json", "{\"key\": 99999999999999999999}"), HasSubstr("services/ec2.json"));
}

TEST(Reading, MistakesInTheOtherFilesNameFileAndPlace) {
    EXPECT_THAT(errorOf("unknown.json", "{}"), HasSubstr("unknown.json"));
    EXPECT_THAT(errorOf("links.json", "{\"links\": []}"), HasSubstr("links.json"));
    EXPECT_THAT(errorOf("links.json", R"({"links": [{"key": "tunnel"}]})"), HasSubstr("links.json: links[0].key"));
    EXPECT_THAT(errorOf("groups.json", "{\"groups\": []}"), HasSubstr("has no group"));
    EXPECT_THAT(
        errorOf("categories.json", R"({"categories": [{"key": "a", "name": {"en": "a", "ko": "a"}, "color": "red"}]})"),
        HasSubstr("categories.json: categories[0]"));
    EXPECT_THAT(errorOf("places.json",
                        R"({"source": "x", "places": [{"en": "X", "ko": "X", "country": "XX", "at": [91, 0]}]})"),
                HasSubstr("places.json: places[0].at"));
    EXPECT_THAT(errorOf("regions.json", R"({"source": "x", "regions": [{"code": "x"}]})"),
                HasSubstr("regions.json: regions[0]"));
    EXPECT_THAT(errorOf("tables/instance_types.json",
                        R"({"asOf": "2026-01-01", "columns": ["type", "vcpu"], "rows": [["a", 1]]})"),
                HasSubstr("tables/instance_types.json: rows[0][1]: there is no column \"vcpu\""));
    EXPECT_THAT(errorOf("tables/instance_types.json",
                        R"({"asOf": "2026-01-01", "columns": ["type", "vcpus"], "rows": [["a"]]})"),
                HasSubstr("tables/instance_types.json: rows[0]"));
    EXPECT_THAT(errorOf("shared.json", R"({"properties": [{"id": "x", "is": {"key": "X", "type": "bool"}}]})"),
                HasSubstr("shared.json: properties[0].is"));
}

TEST(Reading, ConditionsNameAPropertyBesideThem) {
    EXPECT_THAT(errorOf("services/timestream.json",
                        changed("\"least\": 1,", "\"least\": 1, \"when\": {\"property\": \"mode\", \"is\": [\"x\"]},")),
                HasSubstr("services/timestream.json: properties[0].when"));
}

TEST(Reading, EveryCutOfAFileIsRefusedOrReadButNeverHarmful) {
    const std::string whole = kTimestream;
    for (std::size_t length = 0; length < whole.size(); length += 61)
        EXPECT_FALSE(with("services/timestream.json", whole.substr(0, length)).ok()) << length;
}

} // namespace
