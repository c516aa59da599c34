// SPDX-License-Identifier: GPL-3.0-or-later
// JSON text taken apart: what is refused, how fast, and in which words.
#include "exchange/json/json_tree.h"

#include <gmock/gmock.h>

#include <array>
#include <chrono>

namespace sky::exchange::json {
namespace {

using testing::HasSubstr;

constexpr std::array<Streamed, 2> kStreamed{{{"elements", true}, {"layout.elements", false}}};

class Recorder final : public Sink {
  public:
    Result<void> take(std::string_view container, std::size_t index, Node& node) override {
        std::string line(container);
        line += '[' + std::to_string(index) + "] " + node.key + ' ';
        node.key.clear();
        appendCanonical(line, node);
        lines.push_back(line);
        return {};
    }
    Result<void> open(std::string_view container) override {
        lines.push_back("open " + std::string(container));
        return {};
    }
    std::vector<std::string> lines;
};

std::string refusal(std::string_view bytes, Language language = Language::English) {
    Recorder recorder;
    const auto parsed = parse(bytes, kStreamed, recorder);
    return parsed.ok() ? "read" : parsed.error().in(language);
}

TEST(JsonParse, HandsOverTheMembersOfStreamedContainersOneByOne) {
    Recorder recorder;
    ASSERT_TRUE(
        parse(
            R"({"format": "x", "elements": [{"b": 1, "a": [true, null]}, 2.50], "layout": {"other": 1, "elements": {"e": [1, 2]}}})",
            kStreamed, recorder)
            .ok());
    EXPECT_THAT(recorder.lines,
                testing::ElementsAre(R"([0] format "x")", "open elements",
                                     R"(elements[0]  {"a": [true, null], "b": 1})", "elements[1]  2.50", "open layout",
                                     "layout[0] other 1", "open layout.elements", "layout.elements[0] e [1, 2]"));
}

TEST(JsonParse, AStreamedNameOfTheWrongKindIsHandedOverWhole) {
    Recorder recorder;
    ASSERT_TRUE(parse(R"({"elements": {"a": 1}, "layout": []})", kStreamed, recorder).ok());
    EXPECT_THAT(recorder.lines, testing::ElementsAre(R"([0] elements {"a": 1})", "[1] layout []"));
}

TEST(JsonParse, SyntaxErrorsNameLineAndColumn) {
    EXPECT_THAT(refusal("{\n  \"a\": 1\n  \"b\": 2}"), HasSubstr("line 3, column 3: unexpected '\"'."));
    EXPECT_THAT(refusal("{\"가\": [1, 2,]}"), HasSubstr("line 1, column 13: unexpected ']'. Delete the comma"));
    EXPECT_THAT(refusal("{\"a\": 'x'}"), HasSubstr("line 1, column 7: texts stand in double quotes."));
    EXPECT_THAT(refusal("{\"a\": 1, // why\n}"), HasSubstr("line 1, column 10: JSON has no comments."));
    EXPECT_THAT(refusal("{\"a\": NaN}"), HasSubstr("NaN and infinity"));
    EXPECT_THAT(refusal("{\"a\": -Infinity}"), HasSubstr("NaN and infinity"));
    EXPECT_THAT(refusal("{\"a\": 1e999}"), HasSubstr("too large"));
    EXPECT_THAT(refusal("{\"a\": [1, 2"), HasSubstr("line 1, column 12: the file ends in the middle."));
    EXPECT_THAT(refusal("{} {}"), HasSubstr("line 1, column 4: unexpected '{'."));
    EXPECT_THAT(refusal("{\"a\": \"\xFF\"}"), HasSubstr("not UTF-8"));
    EXPECT_THAT(refusal("{\"a\": \"x\ny\"}"), HasSubstr("control character"));
    EXPECT_THAT(refusal("{\"a\": 'x'}", Language::Korean), HasSubstr("1행 7열: 문자열은 큰따옴표로"));
}

TEST(JsonParse, WhatIsNotJsonIsNamedSo) {
    EXPECT_THAT(refusal(""), HasSubstr("the file is empty."));
    EXPECT_THAT(refusal(" \n"), HasSubstr("this is not JSON."));
    EXPECT_THAT(refusal("\x89PNG\r\n"), HasSubstr("this is not JSON."));
    EXPECT_THAT(refusal("[1]"), HasSubstr("not an object"));
}

TEST(JsonParse, AKeyGivenTwiceIsRefusedWithItsPlace) {
    EXPECT_THAT(refusal(R"({"a": 1, "a": 2})"), HasSubstr("a: the key 'a' is given twice."));
    EXPECT_THAT(refusal(R"({"elements": [{}, {"id": 1, "x": 2, "id": 3}]})"),
                HasSubstr("elements[1].id: the key 'id' is given twice."));
    EXPECT_THAT(refusal(R"({"layout": {"elements": {"e": [], "e": []}}})"),
                HasSubstr("layout.elements.e: the key 'e' is given twice."));
    std::string wide = "{\"elements\": [{";
    for (int i = 0; i < 40; ++i) wide += "\"k" + std::to_string(i % 39) + "\": 1,";
    wide.back() = '}';
    EXPECT_THAT(refusal(wide + "]}"), HasSubstr("elements[0].k0: the key 'k0' is given twice."));
}

// A hundred megabytes of brackets, however they are arranged, cost no more than looking at them.
TEST(JsonParse, BracketsByTheMillionAreRefusedQuickly) {
    const auto start = std::chrono::steady_clock::now();
    EXPECT_THAT(refusal(std::string(100'000'000, '[')), HasSubstr("not an object"));
    EXPECT_THAT(refusal("{\"x\":" + std::string(100'000'000, '[')),
                HasSubstr("x: brackets are nested deeper than 64 levels."));
    std::string deep = "{\"elements\":[";
    for (int i = 0; i < 1'000'000; ++i) deep += "{\"a\":[";
    EXPECT_THAT(refusal(deep), HasSubstr("elements[0]: brackets are nested deeper than 64 levels."));
    std::string wide = "{\"x\":[";
    for (int i = 0; i < 10'000'000; ++i) wide += "[],";
    EXPECT_THAT(refusal(wide), HasSubstr("x: holds more than 250000 values."));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(JsonParse, ErrorsOfTheReaderStopTheReading) {
    class Picky final : public Sink {
      public:
        Result<void> take(std::string_view, std::size_t, Node& node) override {
            ++taken;
            if (node.kind == Node::Kind::Null) return Error{ErrorCode::Invalid, "here", {"no nulls", {}}, {}};
            return {};
        }
        Result<void> open(std::string_view) override { return {}; }
        int taken = 0;
    } picky;
    const auto parsed = parse(R"({"elements": [1, null, 2, 3]})", kStreamed, picky);
    ASSERT_FALSE(parsed.ok());
    EXPECT_EQ(parsed.error().in(Language::English), "here: no nulls");
    EXPECT_EQ(picky.taken, 2);
}

TEST(JsonTree, TextsAreEscaped) {
    std::string out;
    appendText(out, "a\"b\\c\n\t\x01 가");
    EXPECT_EQ(out, R"("a\"b\\c\n\t\u0001 가")");
}

TEST(JsonTree, PlacesReadAsPaths) {
    const Place root("elements");
    const Place element = root[12];
    const Place routes = element[std::string_view("routes")];
    EXPECT_EQ(routes[2].text(), "elements[12].routes[2]");
    const Place top("");
    EXPECT_EQ(top[std::string_view("format")].text(), "format");
}

} // namespace
} // namespace sky::exchange::json
