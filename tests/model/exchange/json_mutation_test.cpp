// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged files: whatever is done to a project's bytes, reading ends with a sound project or with one clear reason, and
// what was read is written in a form that is read again the same.
#include "exchange/json/json_reader.h"
#include "exchange/json/json_writer.h"
#include "samples.h"

#include <gtest/gtest.h>

#include <random>

namespace sky::exchange::json {
namespace {

std::string mutated(const std::string& whole, std::mt19937& random) {
    std::string bytes = whole;
    const auto place = [&] { return std::uniform_int_distribution<std::size_t>(0, bytes.size() - 1)(random); };
    switch (random() % 5) {
    case 0:
        bytes.resize(place());
        break;
    case 1:
        for (unsigned i = 0; i <= random() % 6; ++i) bytes[place()] ^= static_cast<char>(1u << random() % 8);
        break;
    case 2: { // a piece twice
        const std::size_t from = place();
        bytes.insert(place(), bytes.substr(from, random() % 200));
        break;
    }
    case 3:
        bytes.erase(place(), random() % 200);
        break;
    default: { // another number, name or bracket, so that the text stays JSON more often
        static constexpr const char* kPieces[] = {"9999999999999999999", "-1",   "1e300", "null", "\"\"", "[]", "{}",
                                                  "\"\\ud800\"",         "true", "0.1"};
        const std::size_t from = bytes.find_first_of("0123456789\"[{", place());
        if (from == std::string::npos) break;
        std::size_t to = from + 1;
        if (bytes[from] == '"') to = std::min(bytes.find('"', to), bytes.size() - 1) + 1;
        bytes.replace(from, to - from, kPieces[random() % std::size(kPieces)]);
    }
    }
    return bytes;
}

TEST(JsonMutations, AreReadSoundlyOrRefusedWithAReason) {
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    std::mt19937 random(20261124);
    int refused = 0;
    int accepted = 0;
    for (const auto& path : sampleProjects()) {
        const std::string whole = readFile(path);
        for (int i = 0; i < 300; ++i) {
            const std::string bytes = mutated(whole, random);
            const auto read = readProject(bytes, catalog);
            if (!read.ok()) {
                ++refused;
                const Error& error = read.error();
                ASSERT_FALSE(error.what.en.empty()) << path;
                ASSERT_FALSE(error.what.ko.empty()) << error.what.en;
                ASSERT_EQ(error.in(Language::English).find('\n'), std::string::npos) << error.in(Language::English);
                continue;
            }
            ++accepted;
            const std::string once = writeProject(*read, catalog);
            const auto again = readProject(once, catalog);
            ASSERT_TRUE(again.ok()) << again.error().in(Language::English) << "\n" << once;
            ASSERT_TRUE(*again == *read) << path;
            ASSERT_EQ(writeProject(*again, catalog), once);
        }
    }
    EXPECT_GT(refused, 1000);
    EXPECT_GT(accepted, 20);
}

} // namespace
} // namespace sky::exchange::json
