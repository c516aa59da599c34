// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever stands in a file: one clear line, no crash, no memory beyond what the bytes call for.
#include "sample.h"

#include "allocations.h"

#include "store/envelope.h"
#include "store/project_file.h"
#include "store/project_format.h"

#include <gmock/gmock.h>

#include <random>

namespace sky::store::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

// The lines of a project between the first and the last, with an end that fits.
std::string project(const std::string& body) {
    std::string bytes = firstLine(1, "0.1") + body;
    return bytes + lastLine(bytes, true);
}

Error refused(const std::string& bytes) {
    const auto diagram = load(bytes, builtinCatalog());
    EXPECT_FALSE(diagram.ok()) << bytes.substr(0, 400);
    if (diagram.ok()) return {};
    EXPECT_FALSE(diagram.error().what.ko.empty());
    EXPECT_EQ(diagram.error().in(Language::English).find('\n'), std::string::npos);
    return diagram.error();
}

std::string message(const std::string& bytes) {
    return refused(bytes).in(Language::English);
}

TEST(BadInput, OtherFilesAndDamagedEnvelopes) {
    EXPECT_THAT(message(""), HasSubstr("not a Skywright project"));
    EXPECT_THAT(message("hello"), HasSubstr("not a Skywright project"));
    EXPECT_THAT(message("skywright project 1"), HasSubstr("cut off"));
    EXPECT_THAT(message("skywright project x\nend\n"), HasSubstr("format number"));
    EXPECT_THAT(message("skywright project 0 needs 0.1\nend\n"), HasSubstr("format number"));
    EXPECT_THAT(message("skywright project 1 wants\nend\n"), HasSubstr("first line is damaged"));
    EXPECT_THAT(message("skywright project 1 needs 0.1\r\nproject \"\" \"\"\r\nend\r\n"), HasSubstr("CR LF"));
    EXPECT_THAT(message("skywright project 1 needs 0.1\nproject \"\" \"\"\n"), HasSubstr("cut off"));
    EXPECT_THAT(message("skywright project 1 needs 0.1\nproject \"\" \"\"\nend 3 crc32c 00000000\n"),
                HasSubstr("44 bytes where 3 were written"));
    EXPECT_THAT(message("skywright project 1 needs 0.1\nproject \"\" \"\"\nend 44 crc32c zzzzzzzz\n"),
                HasSubstr("checksum does not fit"));
    EXPECT_THAT(message("skywright project 1 needs 0.1\nproject \"\" \"\"\nend 44\n"),
                HasSubstr("last line is damaged"));
    EXPECT_THAT(message(project("project \"\" \"\"\n") + "element web ec2 \"\" \"\" \"\" [] []\n"),
                HasSubstr("cut off"));
}

TEST(BadInput, ANewerFormatNamesTheVersionItNeeds) {
    const Error error = refused("skywright project 2 needs 0.4\nanything\nend\n");
    EXPECT_EQ(error.code, ErrorCode::NewerFormat);
    EXPECT_THAT(error.in(Language::English),
                AllOf(HasSubstr("format 2"), HasSubstr("Open it with Skywright 0.4 or later.")));
    EXPECT_EQ(refused("skywright project 99999999999999999999999\n").code, ErrorCode::NewerFormat);
}

TEST(BadInput, EveryTruncationIsSeen) {
    const std::string bytes = fixture("everything-1.skyw");
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(load(std::string_view(bytes).substr(0, length), builtinCatalog()).ok()) << length;
}

TEST(BadInput, EveryFlippedBitIsSeen) {
    const std::string good = fixture("everything-1.skyw");
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bytes = good;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (at % 8)));
        EXPECT_FALSE(load(bytes, builtinCatalog()).ok()) << at;
    }
}

TEST(BadInput, LinesThatAreNotWhatTheyShouldBe) {
    const std::string p = "project \"\" \"\"\n";
    EXPECT_THAT(message(project("")), HasSubstr("line 2: the file ends where 'project' should stand."));
    EXPECT_THAT(message(project("elemnt\n")), HasSubstr("line 2: 'elemnt' stands where 'project' should."));
    EXPECT_THAT(message(project(p + "elemnt web\n")), HasSubstr("line 3: 'elemnt web' does not belong here."));
    EXPECT_THAT(message(project(p + "element web ec2\n")), HasSubstr("line 3: the line ends too early."));
    EXPECT_THAT(message(project(p + "element web ec2 \"\" \"\" \"\" [] [] more\n")),
                HasSubstr("line 3: ' more' does not"));
    EXPECT_THAT(message(project(p + "element web ec2 \"\" \"\" \"\" [ []\n")), HasSubstr("line 3: "));
    EXPECT_THAT(message(project(p + "element web ec2 \"open \"\n")), HasSubstr("line 3: "));
    EXPECT_THAT(message(project(p + "element web ec2 \"\\q\"\n")), HasSubstr("must be followed by"));
    EXPECT_THAT(message(project(p + "element web ec2 \"a\x01\"\n")), HasSubstr("control character"));
    EXPECT_THAT(message(project(p + "element web ec2 \"a\xC3\"\n")), HasSubstr("not UTF-8"));
    EXPECT_THAT(message(project(p + "element web ec2 \"\" \"\" \"\" [] []\n frame 1 2 3 4x\n")),
                HasSubstr("line 4: '4x' is not a whole number."));
    EXPECT_THAT(message(project(p + "element web ec2 \"\" \"\" \"\" [] []\n frame 01 2 3 4\n")),
                HasSubstr("'01' is not a whole"));
    EXPECT_THAT(message(project(p + "element web ec2 \"\" \"\" \"\" [] []\n frame 99999999999 2 3 4\n")),
                HasSubstr("out of range"));
    EXPECT_THAT(message(project(p + "element web ec2 \"\" \"\" \"\" [] []\n frame 1 2 3 4\n frame 1 2 3 4\n")),
                HasSubstr("more than 1 of 'frame'"));
    EXPECT_THAT(message(project(p + "element web ec2 \"\" \"\" \"\" [] []\n property a nan\n")),
                HasSubstr("line 4: 'nan' does not"));
    EXPECT_THAT(message(project(p + "element web x-a \"\" \"\" \"\" [] []\n property a list [(rows)]\n")),
                HasSubstr("a list stands inside"));
    EXPECT_THAT(message(project(p + "element web x-a \"\" \"\" \"\" [] []\n property a yes\n property a no\n")),
                HasSubstr("elements[web]: 'a' is set twice."));
    EXPECT_THAT(message(project(p + "<<<<<<< ours\n")), AllOf(HasSubstr("line 3"), HasSubstr("merge")));
    EXPECT_THAT(message(project(p + "scenario s \"\" \"\" 1 0 \"\" \"\"\n workload web wave [1 2]\n")),
                HasSubstr("2 numbers where 3 belong"));
    EXPECT_THAT(message(project(p + "scenario s \"\" \"\" -1 0 \"\" \"\"\n")), HasSubstr("'-1' is not a whole number"));
}

TEST(BadInput, DiagramsThatCannotBe) {
    const std::string p = "project \"\" \"\"\n";
    const auto box = [](const std::string& id, const std::string& parent) {
        return "element " + id + " x-a \"\" \"\" " + parent + " [] []\n";
    };
    EXPECT_THAT(message(project(p + box("a", "b") + box("b", "a"))), StartsWith("elements[a]"));
    EXPECT_THAT(message(project(p + box("a", "\"\"") + box("b", "\"\"") +
                                "link l traffic a b \"\" \"\"\n property timeout duration -5\n")),
                StartsWith("links[l].timeout: "));
    EXPECT_THAT(message(project(p + box("a", "a"))), StartsWith("elements[a]"));
    EXPECT_THAT(message(project(p + box("a", "\"\"") + box("a", "\"\""))), HasSubstr("the id 'a' is used twice"));
    EXPECT_THAT(message(project(p + box("a", "\"\"") + "link a unset a a \"\" \"\"\n")),
                HasSubstr("the id 'a' is used twice"));
    EXPECT_THAT(message(project(p + box("vpc-1", "\"\"") + box("b", "vpc-9"))),
                AllOf(HasSubstr("elements[b].parent"), HasSubstr("vpc-1")));
    EXPECT_THAT(message(project(p + box("a", "\"\"") + "link l unset a nowhere \"\" \"\"\n")),
                AllOf(HasSubstr("links[l]"), HasSubstr("nowhere")));
    EXPECT_THAT(message(project(p + box("\"\"", "\"\""))), HasSubstr("cannot be an id"));
    EXPECT_THAT(message(project(p + box("a/b", "\"\""))), HasSubstr("'a/b' cannot be an id"));
    std::string deep = p + box("e0", "\"\"");
    for (int i = 1; i < 20'000; ++i) deep += box("e" + std::to_string(i), "e" + std::to_string(i - 1));
    EXPECT_FALSE(message(project(deep)).empty());
}

TEST(BadInput, HugeAndNestedInputNeedsNoHugeMemory) {
    const std::string p = "project \"\" \"\"\n";
    const std::string hostile[] = {
        project(p + "element web x-a \"\" \"\" \"\" " + std::string(8'000'000, '[') + "\n"),
        project(p + "element web x-a \"\" \"\" \"\" [" + std::string(8'000'000, '(') + "\n"),
        std::string(8'000'000, '['),
        project(p + std::string(8'000'000, '\n')),
        project(p + "element web x-a \"" + std::string(8'000'000, 'x') + "\"\n"),
        project(p + "element web x-a " + std::string(8'000'000, 'x') + "\n"),
    };
    for (const std::string& bytes : hostile) {
        const LargestAllocation largest;
        EXPECT_FALSE(load(bytes, builtinCatalog()).ok());
        EXPECT_LE(largest.bytes(), 2 * bytes.size() + kFixedBound);
    }
    std::string many = p;
    for (int i = 0; i < 100'001; ++i) many += "element e" + std::to_string(i) + " x-a \"\" \"\" \"\" [] []\n";
    EXPECT_EQ(refused(project(many)).code, ErrorCode::TooLarge);
}

// Damage of the kinds that disks, networks and hands do. With `repaired` the last line is made to fit afterwards, as
// somebody who means harm would do.
void mutate(bool repaired, std::uint32_t seed, int count) {
    const std::string sources[] = {fixture("everything-1.skyw"), fixture("empty-1.skyw")};
    std::mt19937 random(seed);
    const auto below = [&](std::size_t most) { return random() % std::max<std::size_t>(most, 1); };
    const std::string_view interesting[] = {"[",
                                            "]",
                                            "(",
                                            ")",
                                            "\"",
                                            "\\",
                                            "\n",
                                            " ",
                                            "-1",
                                            "99999999999999999999",
                                            "9223372036854775807",
                                            "rows",
                                            "list",
                                            "ref",
                                            " property x rows\n",
                                            "  row []\n",
                                            "element",
                                            "link",
                                            "end",
                                            "\xED\xA0\x80",
                                            "\xF4\x90\x80\x80",
                                            "\r",
                                            "vpc",
                                            "web"};
    int accepted = 0;
    for (int i = 0; i < count; ++i) {
        std::string bytes = sources[i % 8 == 0 ? 1 : 0];
        for (std::size_t change = 0, changes = 1 + below(8); change < changes && !bytes.empty(); ++change) {
            const std::size_t at = below(bytes.size());
            switch (below(7)) {
            case 0:
                bytes.resize(at);
                break;
            case 1:
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
                break;
            case 2:
                bytes[at] = static_cast<char>(random());
                break;
            case 3:
                bytes.erase(at, below(60));
                break;
            case 4:
                bytes.insert(at, bytes.substr(below(bytes.size()), below(200)));
                break;
            case 5:
                bytes.insert(at, interesting[below(std::size(interesting))]);
                break;
            default: { // a whole line, elsewhere
                const std::size_t start = bytes.find('\n', at);
                const std::size_t end = start == std::string::npos ? start : bytes.find('\n', start + 1);
                if (end != std::string::npos) bytes.insert(start, bytes.substr(start, end - start));
            }
            }
        }
        if (repaired) {
            const std::size_t end = bytes.rfind("\nend");
            bytes.resize(end == std::string::npos ? bytes.size() : end + 1);
            bytes += lastLine(bytes, true);
        }
        const LargestAllocation largest;
        const auto diagram = load(bytes, builtinCatalog());
        ASSERT_LE(largest.bytes(), 2 * bytes.size() + kFixedBound) << bytes;
        if (!diagram.ok()) {
            ASSERT_FALSE(diagram.error().what.empty());
            continue;
        }
        ++accepted;
        const auto again = save(*diagram);
        ASSERT_TRUE(again.ok()) << bytes;
        const auto reloaded = load(*again, builtinCatalog());
        ASSERT_TRUE(reloaded.ok()) << bytes;
        ASSERT_TRUE(*reloaded == *diagram) << bytes;
        ASSERT_EQ(*save(*reloaded), *again) << bytes;
    }
    if (repaired)
        EXPECT_GT(accepted, count / 100); // or the mutations would not reach deep enough
    else
        EXPECT_LT(accepted, count / 50); // nothing changed, or the checksum cut off cleanly
}

TEST(BadInput, RandomDamageIsRefused) {
    mutate(false, 1, 3000);
}
TEST(BadInput, RandomDamageWithARightChecksumIsHarmless) {
    mutate(true, 2, 6000);
}

TEST(BadInput, FilesOfOtherKindsAreNamed) {
    const auto named = [](std::string_view bytes) {
        const auto opened = openBytes(bytes, "a.file", builtinCatalog());
        EXPECT_FALSE(opened.ok());
        return opened.ok() ? std::string() : opened.error().in(Language::English);
    };
    EXPECT_THAT(named(""), StartsWith("a.file: the file is empty."));
    EXPECT_THAT(named("\xEF\xBB\xBF {\"format\":\"skywright\"}"), AllOf(HasSubstr("JSON"), HasSubstr("convert")));
    EXPECT_THAT(named("<?xml version=\"1.0\"?>\n<mxfile>"), HasSubstr("draw.io"));
    EXPECT_THAT(named("AWSTemplateFormatVersion: 2010-09-09"), HasSubstr("CloudFormation"));
    EXPECT_THAT(named("%PDF-1.7"), HasSubstr("PDF"));
    EXPECT_THAT(named("PK\x03\x04..."), HasSubstr("ZIP"));
    EXPECT_THAT(named("<html></html>"), HasSubstr("XML"));
    EXPECT_THAT(named(std::string(3, '\0')), HasSubstr("another program"));
    EXPECT_THAT(named("skywright project 1 needs 0.1\nproject \"\"\nend\n"), StartsWith("a.file, line 2: "));
}

} // namespace
} // namespace sky::store::tests
