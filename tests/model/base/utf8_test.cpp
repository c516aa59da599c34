// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <gtest/gtest.h>

using namespace sky;

TEST(Utf8, AcceptsEveryLengthAndRefusesBrokenForms) {
    EXPECT_TRUE(isValidUtf8(""));
    EXPECT_TRUE(isValidUtf8("aé한😀"));
    EXPECT_TRUE(isValidUtf8("\xF4\x8F\xBF\xBF"));
    for (const char* broken : {"\xC0\x80", "\xE0\x80\x80", "\xF0\x80\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                               "\x80", "\xED\x95", "a\xFF", "\xF8\x88\x80\x80\x80"})
        EXPECT_FALSE(isValidUtf8(broken)) << broken;
}

TEST(Utf8, EveryCharacterComesBackFromItsBytes) {
    for (char32_t code = 0; code <= 0x10FFFF; ++code) {
        if (code >= 0xD800 && code <= 0xDFFF) continue;
        std::string bytes;
        appendCharacter(bytes, code);
        const DecodedCharacter decoded = decodeCharacter(bytes);
        ASSERT_TRUE(decoded.valid);
        ASSERT_EQ(decoded.code, code);
        ASSERT_EQ(decoded.bytes, bytes.size());
    }
    std::string replaced;
    appendCharacter(replaced, 0xD800);
    EXPECT_EQ(replaced, "\uFFFD");
}

TEST(Utf8, BrokenBytesAreReadAsReplacementsOneByOne) {
    std::u32string read;
    for (char32_t c : CodePoints("a\xED\x95z")) read += c;
    EXPECT_EQ(read, U"a\uFFFD\uFFFDz");
    EXPECT_EQ(countCharacters("a\xED\x95z"), 4u);
    EXPECT_EQ(countCharacters("웹 상점"), 4u);
}

TEST(Utf8, PrintableMeansVisibleAndHonest) {
    EXPECT_TRUE(isPrintableText("Web shop 웹 상점 é 😀 👩‍💻"));
    for (const char* text : {"a\nb", "a\tb", "\x7F", "\u202Eevil", "\u2066x", "a\u200B", "\uFEFFa", "\u2028", "\uE000",
                             "\uFFFE", "\u3164", "\xFF"})
        EXPECT_FALSE(isPrintableText(text)) << text;
}

TEST(Utf8, ElidesInTheMiddleByCharacters) {
    EXPECT_EQ(elideMiddle("orders", 6), "orders");
    EXPECT_EQ(elideMiddle("orders-database", 7), "ord…ase");
    EXPECT_EQ(elideMiddle("orders-database", 8), "orde…ase");
    EXPECT_EQ(elideMiddle("주문데이터베이스", 5), "주문…이스");
    EXPECT_EQ(elideMiddle("orders", 1), "…");
    EXPECT_EQ(elideMiddle("orders", 2), "o…");
    EXPECT_EQ(elideMiddle("orders", 0), "");
}
