// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule against its page: the bad drawing breaks it and nothing else breaks with it, the mended one and the near
// misses are let pass, and every fix that is offered anywhere in the gallery does what it says.
#include "gallery.h"

#include "checks/checks.h"
#include "checks/rule.h"
#include "checks/table.h"
#include "diagram/integrity.h"
#include "edit/history.h"

#include <gmock/gmock.h>

#include <set>

namespace sky::checks::test {
namespace {

using catalog::Catalog;
using topology::Topology;

Checks check(const diagram::Diagram& diagram, const std::string& profile, const std::string& today) {
    return Checks(Topology::of(diagram, Catalog::builtin()), {findProfile(profile), today, false});
}

Checks check(const Example& example, const Page& page) {
    return check(example.diagram, example.profile, page.today);
}

std::vector<FindingPointer> of(const Checks& checks, const std::string& rule) {
    std::vector<FindingPointer> findings;
    for (const FindingPointer& each : checks.findings())
        if (each->rule->id == rule) findings.push_back(each);
    return findings;
}

std::string listOf(const Checks& checks) {
    std::string text;
    for (const FindingPointer& each : checks.findings())
        text += std::string("\n  ") + keyOf(each->severity) + " " + each->rule->id + " " + each->subject + ": " +
                each->message.en;
    return text;
}

void expectNoOtherErrors(const Checks& checks, const std::string& rule, const Example& example) {
    for (const FindingPointer& each : checks.findings()) {
        const bool allowed = each->rule->id == rule || std::find(example.errors.begin(), example.errors.end(),
                                                                 each->rule->id) != example.errors.end();
        EXPECT_TRUE(each->severity != Severity::Error || allowed)
            << example.name << ": also " << each->rule->id << " at " << each->subject << ": " << each->message.en;
    }
}

class EveryPage : public testing::TestWithParam<const Page*> {};

TEST_P(EveryPage, BadDrawingsAreFoundAndNothingElseIsWrong) {
    const Page& page = *GetParam();
    ASSERT_FALSE(page.bad.empty());
    for (const Example& bad : page.bad) {
        const Checks checks = check(bad, page);
        const auto findings = of(checks, page.rule);
        EXPECT_EQ(findings.size(), bad.count) << bad.name << listOf(checks);
        expectNoOtherErrors(checks, page.rule, bad);
        if (findings.empty()) continue;
        EXPECT_EQ(findings.front()->message.en, bad.says) << bad.name;
        if (!bad.at.empty()) {
            EXPECT_EQ(findings.front()->subject, bad.at) << bad.name;
        }
        EXPECT_FALSE(findings.front()->message.ko.empty());
    }
}

TEST_P(EveryPage, GoodDrawingsAndNearMissesPass) {
    const Page& page = *GetParam();
    EXPECT_FALSE(page.near.empty()) << page.rule << " has no near miss";
    for (const auto* list : {&page.good, &page.near, &page.unset})
        for (const Example& example : *list) {
            const Checks checks = check(example, page);
            EXPECT_THAT(of(checks, page.rule), testing::IsEmpty()) << example.name << listOf(checks);
            if (list == &page.good) expectNoOtherErrors(checks, {}, example);
            if (example.hint.empty()) continue;
            const auto hints = checks.hints();
            EXPECT_TRUE(
                std::any_of(hints.begin(), hints.end(), [&](const Hint& hint) { return hint.key == example.hint; }))
                << example.name << " does not ask for " << example.hint;
        }
}

// The mended twin is drawn by hand or made by the first fix.
TEST_P(EveryPage, HasAMendedTwin) {
    const Page& page = *GetParam();
    if (!page.good.empty()) return;
    for (const Example& bad : page.bad) {
        const auto findings = of(check(bad, page), page.rule);
        ASSERT_FALSE(findings.empty()) << bad.name;
        EXPECT_FALSE(findings.front()->fixes.empty()) << page.rule << " has neither a fix nor a good drawing";
    }
}

TEST_P(EveryPage, FixesMendAndBreakNothing) {
    const Page& page = *GetParam();
    const Catalog& catalog = Catalog::builtin();
    for (const auto* list : {&page.bad, &page.good, &page.near, &page.unset})
        for (const Example& example : *list) {
            const Checks before = check(example, page);
            std::set<std::string> errorsBefore;
            for (const FindingPointer& each : before.findings())
                if (each->severity == Severity::Error) errorsBefore.insert(each->rule->id + each->subject);
            for (const FindingPointer& finding : before.findings())
                for (const Fix& fix : finding->fixes) {
                    const std::string what = example.name + ", fix '" + fix.name.en + "' of " + finding->rule->id;
                    EXPECT_FALSE(fix.name.ko.empty()) << what;
                    diagram::Diagram mended = example.diagram;
                    const auto step = stepOf(fix, mended, catalog);
                    ASSERT_TRUE(step.ok()) << what << ": " << step.error().in(Language::English);
                    const auto applied = edit::apply(mended, catalog, *step);
                    ASSERT_TRUE(applied.ok()) << what << ": " << applied.error().in(Language::English);
                    EXPECT_THAT(diagram::findViolations(mended, catalog), testing::IsEmpty()) << what;
                    const Checks after = check(mended, example.profile, page.today);
                    for (const FindingPointer& left : after.findings()) {
                        EXPECT_FALSE(left->rule == finding->rule && left->subject == finding->subject &&
                                     left->message == finding->message)
                            << what << " leaves it: " << left->message.en;
                        EXPECT_TRUE(left->severity != Severity::Error ||
                                    errorsBefore.contains(left->rule->id + left->subject))
                            << what << " makes an error: " << left->rule->id << " " << left->subject << ": "
                            << left->message.en;
                    }
                    edit::History history;
                    history.push(*step);
                    ASSERT_TRUE(history.undo(mended).ok()) << what;
                    EXPECT_TRUE(mended == example.diagram) << what << " is not undone in one step";
                }
        }
}

TEST_P(EveryPage, OrderOfAskingDoesNotMatter) {
    const Page& page = *GetParam();
    for (const Example& example : page.bad) {
        const Topology topology = Topology::of(example.diagram, Catalog::builtin());
        const Profile* profile = findProfile(example.profile);
        const Checks one(topology, {profile, page.today, false});
        const Checks other(topology, {profile, page.today, true});
        ASSERT_EQ(one.findings().size(), other.findings().size());
        EXPECT_TRUE(std::equal(one.findings().begin(), one.findings().end(), other.findings().begin(),
                               [](const FindingPointer& a, const FindingPointer& b) { return *a == *b; }));
        EXPECT_EQ(one.hints(), other.hints());
    }
}

std::vector<const Page*> pages() {
    std::vector<const Page*> pages;
    for (const Page& page : gallery()) pages.push_back(&page);
    return pages;
}

INSTANTIATE_TEST_SUITE_P(Gallery, EveryPage, testing::ValuesIn(pages()), [](const auto& info) {
    std::string name = info.param->rule;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(Gallery, HasOnePageForEveryRuleAndNoOther) {
    std::vector<std::string> rules;
    for (const Rule* rule : checks::rules()) rules.emplace_back(rule->id);
    std::vector<std::string> pages;
    for (const Page& page : gallery()) pages.push_back(page.rule);
    EXPECT_EQ(rules, pages);
}

} // namespace
} // namespace sky::checks::test
