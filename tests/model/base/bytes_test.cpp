// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/base64.h"
#include "base/crc32c.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

using namespace sky;

TEST(Crc32c, GivesThePublishedValues) { // RFC 3720, B.4
    EXPECT_EQ(crc32c(""), 0u);
    EXPECT_EQ(crc32c("123456789"), 0xE3069283u);
    EXPECT_EQ(crc32c(std::string(32, '\0')), 0x8A9136AAu);
    EXPECT_EQ(crc32c(std::string(32, '\xFF')), 0x62A8AB43u);
    std::string rising;
    for (int i = 0; i < 32; ++i) rising += static_cast<char>(i);
    EXPECT_EQ(crc32c(rising), 0x46DD794Eu);
}

TEST(Crc32c, PiecesGiveTheWholeWhereverTheyAreCut) {
    std::string text;
    std::mt19937 random(1);
    for (int i = 0; i < 100; ++i) text += static_cast<char>(random() & 0xFF);
    for (std::size_t cut = 0; cut <= text.size(); ++cut)
        EXPECT_EQ(crc32c(std::string_view(text).substr(cut), crc32c(std::string_view(text).substr(0, cut))),
                  crc32c(text));
}

TEST(Base64, GivesThePublishedTexts) { // RFC 4648, 10
    const char* const pairs[][2] = {{"", ""},
                                    {"f", "Zg=="},
                                    {"fo", "Zm8="},
                                    {"foo", "Zm9v"},
                                    {"foob", "Zm9vYg=="},
                                    {"fooba", "Zm9vYmE="},
                                    {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : pairs) {
        EXPECT_EQ(toBase64(bytes), text);
        EXPECT_EQ(fromBase64(text).value(), bytes);
    }
}

TEST(Base64, EveryByteComesBack) {
    std::mt19937 random(2);
    for (int round = 0; round < 500; ++round) {
        std::string bytes;
        for (auto i = random() % 100; i > 0; --i) bytes += static_cast<char>(random() & 0xFF);
        EXPECT_EQ(fromBase64(toBase64(bytes)).value(), bytes);
    }
}

TEST(Base64, RefusesWhatItWouldNotWrite) {
    for (const char* bad :
         {"Z", "Zg", "Zg=", "Zh==", "Zm9=", "====", "Z===", "Zg==Zg==", "Zm 9", "Zm9\n", "Zm-v", "=m9v", "\xFFm9v"})
        EXPECT_FALSE(fromBase64(bad).ok()) << bad;
    EXPECT_EQ(fromBase64("Zm-v").error().in(Language::English),
              "The Base64 text has a wrong character at place 3. Copy the text again, whole and unchanged.");
}
