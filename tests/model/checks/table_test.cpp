// SPDX-License-Identifier: GPL-3.0-or-later
// The table of rules: complete, sorted, and everything said in both languages.
#include "checks/book.h"
#include "checks/table.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

namespace sky::checks {
namespace {

TEST(Table, IsSortedAndHasEveryFile) {
    std::set<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(SKY_SOURCE_DIR "/model/checks/rules"))
        if (entry.path().extension() == ".cpp") files.insert(entry.path().stem().string());
    std::set<std::string> rows;
    std::string before;
    for (const Rule* rule : rules()) {
        EXPECT_LT(before, rule->id);
        before = rule->id;
        std::string file(rule->id);
        for (char& c : file) c = c == '-' ? '_' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        rows.insert(file);
    }
    EXPECT_EQ(rows, files);
}

TEST(Table, RulesSayEverythingInBothLanguages) {
    const auto isSaid = [](const Words& words) { return *words.en && *words.ko && std::string(words.en) != words.ko; };
    for (const Rule* rule : rules()) {
        EXPECT_TRUE(std::regex_match(rule->id, std::regex("[A-Z]{2,4}-[0-9]{3}"))) << rule->id;
        EXPECT_TRUE(isSaid(rule->title) && isSaid(rule->why) && isSaid(rule->mend)) << rule->id;
        EXPECT_EQ(*rule->accept.en == 0, *rule->accept.ko == 0) << rule->id;
        EXPECT_TRUE(std::string_view(rule->page).starts_with("https://docs.aws.amazon.com/")) << rule->id;
        EXPECT_FALSE(std::string_view(rule->title.en).ends_with('.')) << rule->id << ": a title is no sentence";
    }
}

TEST(Table, RulesLookAtSomethingThatExists) {
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    for (const Rule* rule : rules()) {
        EXPECT_EQ((rule->checkElement != nullptr) + (rule->checkLink != nullptr) + (rule->checkDesign != nullptr), 1)
            << rule->id;
        if (rule->checkElement) {
            EXPECT_TRUE(std::any_of(catalog.services().begin(), catalog.services().end(),
                                    [&](const catalog::Service& service) { return ruleFits(*rule, service); }))
                << rule->id << " looks at '" << rule->on << "'";
        }
        if (rule->checkLink) {
            EXPECT_TRUE(std::any_of(catalog.linkTypes().begin(), catalog.linkTypes().end(),
                                    [&](const catalog::LinkType& type) { return ruleFits(*rule, type); }))
                << rule->id << " looks at '" << rule->on << "'";
        }
    }
}

TEST(Table, AnswersToIdsAndAliasesInAnyCase) {
    EXPECT_EQ(findRule("str-007"), findRule("STR-007"));
    ASSERT_NE(findRule("STR-007"), nullptr);
    EXPECT_EQ(findRule("STR-999"), nullptr);
    EXPECT_EQ(nearestRule("STR-0O7"), "STR-007");
    std::set<std::string> names;
    for (const Rule* rule : rules()) {
        EXPECT_TRUE(names.insert(rule->id).second);
        std::istringstream aliases(rule->aliases);
        for (std::string alias; aliases >> alias;) EXPECT_TRUE(names.insert(alias).second) << alias;
    }
}

} // namespace
} // namespace sky::checks
