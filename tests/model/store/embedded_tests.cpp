// SPDX-License-Identifier: GPL-3.0-or-later
// Projects inside pictures come out as they went in; pictures made to do harm are refused cheaply.
#include "sample.h"

#include "allocations.h"

#include "store/embedded.h"
#include "store/project_file.h"
#include "store/project_format.h"

#include <gmock/gmock.h>

#include <random>
#include <zlib.h>

namespace sky::store::tests {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string word(std::size_t value) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFFu);
    return out;
}

std::string chunk(const std::string& type, const std::string& data) {
    const std::string checked = type + data;
    return word(data.size()) + checked +
           word(crc32_z(0, reinterpret_cast<const Bytef*>(checked.data()), checked.size()));
}

std::string png(const std::string& chunks) {
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", word(1) + word(1) + std::string("\x08\0\0\0\0", 5)) + chunks +
           chunk("IEND", "");
}

std::string deflated(const std::string& text) {
    uLongf size = compressBound(text.size());
    std::string out(size, '\0');
    EXPECT_EQ(
        compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size()),
        Z_OK);
    out.resize(size);
    return out;
}

const std::string kZero(1, '\0');

std::string keyed(const std::string& rest) {
    return std::string(kPngKey) + kZero + rest;
}

TEST(Embedded, ComesOutOfEveryKindOfPngText) {
    const std::string project = *save(everything());
    const std::string text = embed(project);
    const std::string pictures[] = {
        png(chunk("tEXt", keyed(text))),
        png(chunk("zTXt", keyed(kZero + deflated(text)))),
        png(chunk("iTXt", keyed(kZero + kZero + "en" + kZero + "key" + kZero + text))),
        png(chunk("iTXt", keyed("\x01" + kZero + kZero + kZero + deflated(text)))),
        png(chunk("tEXt", "Software" + kZero + "x") + chunk("tEXt", keyed(text))),
    };
    for (const std::string& picture : pictures) {
        const auto inside = projectInPng(picture);
        ASSERT_TRUE(inside.ok()) << inside.error().in(Language::English);
        EXPECT_EQ(*inside, project);
        const auto opened = openBytes(picture, "a.png", builtinCatalog());
        ASSERT_TRUE(opened.ok());
        EXPECT_EQ(opened->carrier, Carrier::Png);
        EXPECT_TRUE(opened->diagram == everything());
    }
}

TEST(Embedded, ComesOutOfAnSvg) {
    const std::string project = *save(everything());
    const std::string element = embedForSvg(project);
    const std::string pictures[] = {
        "<svg xmlns=\"http://www.w3.org/2000/svg\">" + element + "<g/></svg>",
        "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- <metadata id=\"skyw\">no</metadata> -->\n<!DOCTYPE svg>\n<svg a='>'>"
        "<metadata>other</metadata><![CDATA[<metadata id=\"skyw\">no</metadata>]]>" +
            element + "</svg>",
        "<svg:svg xmlns:svg=\"http://www.w3.org/2000/svg\"><svg:metadata foo = 'bar' id = 'skyw'>" + embed(project) +
            "</svg:metadata></svg:svg>",
    };
    for (const std::string& picture : pictures) {
        const auto opened = openBytes(picture, "a.svg", builtinCatalog());
        ASSERT_TRUE(opened.ok()) << opened.error().in(Language::English);
        EXPECT_EQ(opened->carrier, Carrier::Svg);
        EXPECT_TRUE(opened->diagram == everything());
    }
}

std::string reason(const std::string& bytes) {
    const auto opened = openBytes(bytes, "a.png", builtinCatalog());
    EXPECT_FALSE(opened.ok());
    return opened.ok() ? std::string() : opened.error().in(Language::English);
}

TEST(Embedded, PicturesWithoutOrWithBrokenProjectsSayWhich) {
    EXPECT_THAT(reason(png("")), StartsWith("a.png: this is a PNG without a project."));
    EXPECT_THAT(reason("<svg></svg>"), StartsWith("a.png: this is a SVG without a project."));
    EXPECT_THAT(reason(png("").substr(0, 20)), HasSubstr("cut off"));
    EXPECT_THAT(reason(png(chunk("tEXt", keyed("!!!")))), HasSubstr("not base64"));
    EXPECT_THAT(reason(png(chunk("zTXt", keyed(kZero + "garbage")))), HasSubstr("cannot be unpacked"));
    EXPECT_THAT(reason(png(chunk("iTXt", keyed("")))), HasSubstr("cannot be unpacked"));
    EXPECT_THAT(reason(png(chunk("tEXt", keyed(embed("hello"))))),
                StartsWith("a.png, the project inside, line 1: this is not a Skywright project."));
    EXPECT_THAT(reason("<svg><metadata id=\"skyw\">?</metadata></svg>"), HasSubstr("not base64"));
    EXPECT_THAT(reason("<svg><metadata id=\"skyw\">QUJD"), HasSubstr("cut off"));
    std::string flipped = png(chunk("tEXt", keyed(embed("hello"))));
    flipped[flipped.find("aGVs")] = 'b';
    EXPECT_THAT(reason(flipped), HasSubstr("checksum"));
    EXPECT_THAT(reason("\x89PNG\r\n\x1a\n" + word(0xFFFFFFFFu) + "tEXt"), HasSubstr("cut off"));
}

TEST(Embedded, ABombIsRefusedBeforeItTakesMemory) {
    const std::string bomb = png(chunk("zTXt", keyed(kZero + deflated(std::string(60'000'000, 'A')))));
    const LargestAllocation largest;
    const auto inside = projectInPng(bomb);
    EXPECT_FALSE(inside.ok());
    EXPECT_LE(largest.bytes(), 2 * bomb.size() + kFixedBound);
}

TEST(Embedded, RandomDamageNeverCrashes) {
    const std::string text = embed(*save(everything()));
    const std::string pictures[] = {png(chunk("zTXt", keyed(kZero + deflated(text)))),
                                    "<svg x='1'>" + embedForSvg(*save(everything())) + "</svg>"};
    std::mt19937 random(3);
    for (int i = 0; i < 3000; ++i) {
        std::string bytes = pictures[i % 2];
        for (int change = 0; change < 1 + i % 4; ++change) {
            const std::size_t at = random() % bytes.size();
            if (i % 5 == 0)
                bytes.resize(at + 1);
            else
                bytes[at] = static_cast<char>(random());
        }
        const auto opened = openBytes(bytes, "a", builtinCatalog());
        EXPECT_TRUE(!opened.ok() || opened->diagram == everything());
    }
}

} // namespace
} // namespace sky::store::tests
