// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_width.h"
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace sky;

namespace {

using Lines = std::vector<std::string>;

} // namespace

TEST(TextWidth, FollowsTheFontsTables) {
    EXPECT_EQ(characterWidth(U'A'), 639); // Noto Sans Regular 2.004
    EXPECT_EQ(characterWidth(U'A', FontWeight::Bold), 690);
    EXPECT_EQ(characterWidth(U' '), 260);
    EXPECT_EQ(characterWidth(U'가'), 920); // Noto Sans CJK KR
    EXPECT_EQ(characterWidth(U'힣', FontWeight::Bold), 920);
    EXPECT_EQ(characterWidth(U'漢'), 1000);
    EXPECT_EQ(characterWidth(U'ア'), 1000);
    EXPECT_EQ(characterWidth(0x1F600), 1000);
    EXPECT_EQ(characterWidth(0x301), 0);  // a combining accent
    EXPECT_EQ(characterWidth(0x200D), 0); // joiner
    EXPECT_EQ(characterWidth(0x10FFFF), 1000);
    EXPECT_EQ(textWidthThousandths("AA가"), 2 * 639 + 920);
    EXPECT_EQ(textWidth("AA가", 10), 22);
    EXPECT_EQ(textWidth("", 10), 0);
    EXPECT_EQ(textWidth("A", 0), 0);
    EXPECT_EQ(lineAscent(10), 12);
    EXPECT_EQ(lineDescent(10), 3);
}

TEST(TextWidth, ATextOfAnyLengthGivesANumber) {
    EXPECT_GT(textWidth(std::string(1'000'000, 'W'), 2'000'000), 0);
    EXPECT_EQ(textWidth("\xFF\xFE", 10), textWidth("\uFFFD\uFFFD", 10)); // broken bytes are drawn as replacements
}

TEST(WrapText, BreaksAtSpacesOnly) {
    EXPECT_EQ(wrapText("Orders database", 60, 3, 12), (Lines{"Orders", "database"}));
    EXPECT_EQ(wrapText("nat-gateway-a of web", 90, 3, 12), (Lines{"nat-gateway-a", "of web"}));
    EXPECT_EQ(wrapText("주문 데이터베이스", 80, 3, 12), (Lines{"주문", "데이터베이스"}));
    EXPECT_EQ(wrapText("one line", 200, 3, 12), (Lines{"one line"}));
    EXPECT_EQ(wrapText("  spaced    out  ", 45, 3, 12), (Lines{"spaced", "out"}));
    EXPECT_EQ(wrapText("first\nsecond\r\nthird", 200, 5, 12), (Lines{"first", "second", "third"}));
    EXPECT_EQ(wrapText("first\n\nthird\n\n", 200, 5, 12), (Lines{"first", "", "third"}));
    EXPECT_EQ(wrapText("", 200, 3, 12), Lines{});
    EXPECT_EQ(wrapText(" \n ", 200, 3, 12), Lines{});
    EXPECT_EQ(wrapText("anything", 200, 0, 12), Lines{});
}

TEST(WrapText, BreaksAWordOnlyWhenItAloneIsTooWide) {
    const Lines lines = wrapText("a verylongunbreakableword b", 60, 10, 12);
    ASSERT_GE(lines.size(), 4u);
    EXPECT_EQ(lines.front(), "a");
    std::string joined;
    for (const std::string& line : lines) joined += line;
    EXPECT_EQ(joined, "averylongunbreakableword b");
    for (const std::string& line : lines) EXPECT_LE(textWidth(line, 12), 60);
}

TEST(WrapText, ElidesTheLastLineInTheMiddle) {
    const Lines lines = wrapText("Orders database of the web shop in Seoul", 100, 2, 12);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0], "Orders database");
    EXPECT_EQ(lines[1].substr(0, 2), "of");
    EXPECT_NE(lines[1].find("…"), std::string::npos);
    EXPECT_EQ(lines[1].substr(lines[1].size() - 5), "Seoul");
    EXPECT_LE(textWidth(lines[1], 12), 100);
    EXPECT_EQ(wrapText("a\nb", 100, 1, 12), Lines{"a b"});
    EXPECT_EQ(wrapText("prod-orders-primary-database-1", 100, 1, 12).front(),
              elideToWidth("prod-orders-primary-database-1", 100, 12));
}

TEST(WrapText, NeverTearsWhatBelongsTogether) {
    const std::string accented = "e\u0301";
    for (int width = 1; width < 60; ++width) {
        for (const std::string& line : wrapText(accented + accented + accented + accented, width, 50, 12))
            EXPECT_EQ(line.size() % accented.size(), 0u) << width;
        EXPECT_EQ(wrapText("👩‍💻", width, 50, 12), Lines{"👩‍💻"}) << width;
    }
}

TEST(WrapText, WhateverComesEachLineFitsAndNothingIsLost) {
    std::mt19937 random(5);
    const std::vector<std::string> pieces = {"web",          "주문", " ",  " ",  "-",       "W",   "i",
                                             "데이터베이스", "\n",   "漢", "  ", "e\u0301", "\xFF"};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (auto i = random() % 30; i > 0; --i) text += pieces[random() % pieces.size()];
        const int width = 20 + static_cast<int>(random() % 100);
        const std::size_t maxLines = 1 + random() % 4;
        const Lines bounded = wrapText(text, width, maxLines, 12);
        EXPECT_LE(bounded.size(), maxLines);
        for (const std::string& line : bounded) EXPECT_LE(textWidth(line, 12), width) << text;
        std::string everything;
        for (const std::string& line : wrapText(text, width, 10'000, 12)) everything += line;
        const auto solid = [](std::string from) {
            std::erase_if(from, [](char c) { return c == ' ' || c == '\n'; });
            return from;
        };
        EXPECT_EQ(solid(everything), solid(text));
    }
}

TEST(WrapText, ALongTextCostsNoMoreThanItsLength) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "word ";
    EXPECT_GT(wrapText(text, 100, 100'000, 12).size(), 5000u); // seconds if each line measured all that follows
    EXPECT_EQ(wrapText(std::string(100'000, 'x'), 100, 1'000'000, 12).size(), 6667u);
    EXPECT_EQ(wrapText(std::string(1000, 'x'), 0, 3, 12).size(), 3u);
    EXPECT_EQ(wrapText("xx", 100, 3, 0).size(), 2u);
}

TEST(ElideToWidth, KeepsBothEnds) {
    EXPECT_EQ(elideToWidth("short", 100, 12), "short");
    const std::string elided = elideToWidth("orders-database-primary", 80, 12);
    EXPECT_EQ(elided.substr(0, 3), "ord");
    EXPECT_EQ(elided.substr(elided.size() - 3), "ary");
    EXPECT_LE(textWidth(elided, 12), 80);
    EXPECT_GT(textWidth(elided, 12), 60);
    EXPECT_EQ(elideToWidth("orders", 13, 12), "…");
    EXPECT_EQ(elideToWidth("orders", 5, 12), "");
    EXPECT_EQ(elideToWidth("orders", -5, 12), "");
    EXPECT_EQ(elideToWidth("orders", 50, -1), "");
}
