// SPDX-License-Identifier: GPL-3.0-or-later
// What users rely on: what was saved comes back, small changes make small differences, old files stay readable.
#include "sample.h"

#include "diagram/integrity.h"
#include "store/project_format.h"
#include "store/serialize_v1.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>

#include <boost/archive/text_iarchive.hpp>
#include <boost/archive/text_oarchive.hpp>
#include <boost/serialization/deque.hpp>
#include <boost/serialization/vector.hpp>

namespace sky::store::tests {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// Lines of one that the other has not, both ways; the last line, which holds the checksum, aside.
std::pair<int, int> differences(const std::string& before, const std::string& after) {
    const auto only = [](std::vector<std::string> mine, std::vector<std::string> theirs) {
        mine.pop_back();
        theirs.pop_back();
        std::sort(mine.begin(), mine.end());
        std::sort(theirs.begin(), theirs.end());
        std::vector<std::string> out;
        std::set_difference(mine.begin(), mine.end(), theirs.begin(), theirs.end(), std::back_inserter(out));
        return static_cast<int>(out.size());
    };
    return {only(linesOf(before), linesOf(after)), only(linesOf(after), linesOf(before))};
}

std::string saved(const diagram::Diagram& diagram) {
    const Result<std::string> bytes = save(diagram);
    EXPECT_TRUE(bytes.ok()) << bytes.error().in(Language::English);
    return bytes.ok() ? *bytes : std::string();
}

TEST(Format, EverythingComesBackAndSavesToTheSameBytes) {
    const diagram::Diagram before = everything();
    ASSERT_TRUE(diagram::findViolations(before, builtinCatalog()).empty());
    const std::string bytes = saved(before);
    const Result<diagram::Diagram> after = load(bytes, builtinCatalog());
    ASSERT_TRUE(after.ok()) << after.error().in(Language::English) << "\n" << bytes;
    EXPECT_TRUE(*after == before);
    EXPECT_EQ(saved(*after), bytes);
}

TEST(Format, AnEmptyProjectIsAFileOfThreeLines) {
    const std::string bytes = saved({});
    EXPECT_EQ(linesOf(bytes).size(), 3u) << bytes;
    EXPECT_THAT(bytes, StartsWith("skywright project 1 needs 0.1\nproject \"\" \"\"\nend "));
    const auto after = load(bytes, builtinCatalog());
    ASSERT_TRUE(after.ok());
    EXPECT_TRUE(*after == diagram::Diagram());
}

TEST(Format, FixturesOfFormatOneLoadAndSaveAsTheyWere) {
    for (const char* name : {"everything-1.skyw", "empty-1.skyw", "merged-1.skyw"}) {
        const std::string bytes = fixture(name);
        ASSERT_FALSE(bytes.empty()) << name;
        const auto diagram = load(bytes, builtinCatalog());
        ASSERT_TRUE(diagram.ok()) << name << ": " << diagram.error().in(Language::English);
        const bool merged = name == std::string("merged-1.skyw"); // out of order, without checksum
        EXPECT_EQ(saved(*diagram), merged ? fixture("everything-1.skyw") : bytes) << name;
    }
    EXPECT_EQ(saved(everything()), fixture("everything-1.skyw"));
}

TEST(Format, AMovedBoxChangesOneLine) {
    diagram::Diagram diagram = ofSize(500, 700, 7);
    const std::string before = saved(diagram);
    diagram.setFrame(ElementId("box-77"), Rect{1, 2, 3, 4});
    EXPECT_EQ(differences(before, saved(diagram)), std::pair(1, 1));
}

TEST(Format, ALockAddsOneLineAndFilesWithoutOneAreReadAsBefore) {
    diagram::Diagram diagram = ofSize(50, 70, 7);
    const std::string before = saved(diagram);
    diagram::Element box = *diagram.element(ElementId("box-7"));
    box.locked = true;
    diagram.put(box);
    const std::string after = saved(diagram);
    EXPECT_EQ(differences(before, after), std::pair(0, 1));
    const auto again = load(after, builtinCatalog());
    ASSERT_TRUE(again.ok()) << again.error().in(Language::English);
    EXPECT_TRUE(*again == diagram);
    const auto old = load(before, builtinCatalog());
    ASSERT_TRUE(old.ok());
    EXPECT_FALSE(old->element(ElementId("box-7"))->locked);
}

TEST(Format, AChangedPropertyChangesOneLine) {
    diagram::Diagram diagram = ofSize(500, 700, 7);
    const std::string before = saved(diagram);
    diagram.setProperty(ElementId("box-77"), "type1", catalog::Value(std::string("c7g.large")));
    EXPECT_EQ(differences(before, saved(diagram)), std::pair(1, 1));
    diagram.setProperty(ElementId("box-77"), "type1", std::nullopt);
    EXPECT_EQ(differences(before, saved(diagram)), std::pair(1, 0));
}

TEST(Format, ANewBoxAddsItsOwnLinesAndNoOthers) {
    diagram::Diagram diagram = ofSize(500, 700, 7);
    const std::string before = saved(diagram);
    diagram::Element fresh = *diagram.element(ElementId("box-77"));
    fresh.id = ElementId("box-5000");
    diagram.put(fresh);
    EXPECT_EQ(differences(before, saved(diagram)).first, 0);
    // 1 element, 1 frame, 7 properties, some of which are like those of other boxes.
    EXPECT_LE(differences(before, saved(diagram)).second, 9);
}

TEST(Format, NoClockAndNoHistoryInTheFile) {
    const diagram::Diagram diagram = everything();
    diagram::Diagram detour = diagram;
    detour.setFrame(ElementId("web"), Rect{5, 5, 5, 5});
    detour.take(LinkId("sql"));
    detour.put(*diagram.link(LinkId("sql")));
    detour.setFrame(ElementId("web"), diagram.element(ElementId("web"))->frame);
    EXPECT_EQ(saved(detour), saved(diagram));
}

TEST(Format, TheChecksumCanBeLeftOutForTeamsThatMerge) {
    diagram::Diagram diagram = ofSize(5, 5, 2);
    diagram::Project project;
    project.properties.set(kChecksumProperty, false);
    diagram.setProject(project);
    const std::string bytes = saved(diagram);
    EXPECT_TRUE(bytes.ends_with("\nend\n")) << bytes;
    const auto loaded = load(bytes, builtinCatalog());
    EXPECT_TRUE(loaded.ok()) << loaded.error().in(Language::English);
    EXPECT_THAT(load(bytes.substr(0, bytes.size() - 5), builtinCatalog()).error().in(Language::English),
                HasSubstr("cut off"));
}

TEST(Format, WhatCouldNotBeReadAgainIsNotWritten) {
    for (const std::string& bad :
         {std::string("a\x01z"), std::string("\xC3\x28"), std::string("a\0b", 3), std::string("\xC2\x85")}) {
        diagram::Diagram diagram = everything();
        diagram.setProperty(ElementId("web"), "text", catalog::Value(bad));
        const auto bytes = save(diagram);
        ASSERT_FALSE(bytes.ok());
        EXPECT_THAT(bytes.error().in(Language::English), StartsWith("element web: "));
        EXPECT_FALSE(bytes.error().in(Language::Korean).empty());
    }
}

// The structs serve any archive of Boost's concept, which is the proof that ours keeps to it.
TEST(Format, BoostsOwnArchivesTakeTheSameRecords) {
    const std::string bytes = fixture("everything-1.skyw");
    v1::Document document;
    const std::size_t start = bytes.find('\n') + 1;
    const std::string body = bytes.substr(start, bytes.rfind("\nend") + 1 - start);
    LineReader reader(body, 2);
    reader& document;
    ASSERT_FALSE(reader.finish().has_value());

    std::ostringstream out;
    {
        boost::archive::text_oarchive archive(out, boost::archive::no_header);
        archive << static_cast<const v1::Document&>(document);
    }
    v1::Document again;
    std::istringstream in(out.str());
    boost::archive::text_iarchive archive(in, boost::archive::no_header);
    archive >> again;
    std::string text;
    LineWriter writer(text);
    writer& again;
    ASSERT_FALSE(writer.finish().has_value());
    EXPECT_EQ(text, body);
}

} // namespace
} // namespace sky::store::tests
