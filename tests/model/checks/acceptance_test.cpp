// SPDX-License-Identifier: GPL-3.0-or-later
// Accepting findings: one at a time with a reason, back when the facts change, errors never out of sight.
#include "gallery.h"

#include "checks/acceptance.h"
#include "checks/rule.h"
#include "edit/history.h"

#include <gmock/gmock.h>

namespace sky::checks::test {
namespace {

using catalog::Catalog;
using topology::Topology;

const diagram::Diagram& badOf(const std::string& rule) {
    for (const Page& page : gallery())
        if (page.rule == rule) return page.bad.front().diagram;
    ENSURE(false, "no such page");
}

Checks check(const diagram::Diagram& diagram) {
    return Checks(Topology::of(diagram, Catalog::builtin()), {});
}

FindingPointer find(const Checks& checks, const std::string& rule) {
    for (const FindingPointer& each : checks.findings())
        if (each->rule->id == rule) return each;
    return nullptr;
}

diagram::Diagram accepted(const diagram::Diagram& diagram, const Finding& finding, const Accepting& how) {
    diagram::Diagram changed = diagram;
    const auto step = accept(diagram, Catalog::builtin(), finding, how);
    ENSURE(step.ok() && edit::apply(changed, Catalog::builtin(), *step).ok(), "it can be accepted");
    return changed;
}

TEST(Acceptance, NeedsAReasonAndIsOneUndoStep) {
    const diagram::Diagram& bad = badOf("DB-002");
    const FindingPointer finding = find(check(bad), "DB-002");
    ASSERT_TRUE(finding);
    EXPECT_FALSE(accept(bad, Catalog::builtin(), *finding, {"", "me", "2026-11-25", ""}).ok());
    const auto step = accept(bad, Catalog::builtin(), *finding, {"a cache in front", "me", "2026-11-25", ""});
    ASSERT_TRUE(step.ok());
    diagram::Diagram changed = bad;
    ASSERT_TRUE(edit::apply(changed, Catalog::builtin(), *step).ok());
    const Checks checks = check(changed);
    const auto* acceptance = acceptanceOf(*find(checks, "DB-002"), checks.topology(), "2026-11-25");
    ASSERT_NE(acceptance, nullptr);
    EXPECT_EQ(acceptance->reason, "a cache in front");
    EXPECT_EQ(sorted(checks, "").warnings + 1, sorted(check(bad), "").warnings);
    edit::History history;
    history.push(*step);
    ASSERT_TRUE(history.undo(changed).ok());
    EXPECT_TRUE(changed == bad);
}

TEST(Acceptance, ReturnsWhenTheFactsChangeButNotWhenANameDoes) {
    const diagram::Diagram& bad = badOf("DB-002");
    diagram::Diagram diagram = accepted(bad, *find(check(bad), "DB-002"), {"fine", "me", "", ""});
    diagram.setName(ElementId("orders"), {"Orders database", {}});
    Checks checks = check(diagram);
    EXPECT_NE(acceptanceOf(*find(checks, "DB-002"), checks.topology(), ""), nullptr);
    diagram.take(LinkId("sql")); // nobody depends on it any more: another fact
    checks = check(diagram);
    EXPECT_EQ(acceptanceOf(*find(checks, "DB-002"), checks.topology(), ""), nullptr);
}

TEST(Acceptance, Expires) {
    const diagram::Diagram& bad = badOf("DB-002");
    const Checks checks =
        check(accepted(bad, *find(check(bad), "DB-002"), {"until the move", "me", "2026-11-25", "2026-12-31"}));
    const Finding& finding = *find(checks, "DB-002");
    EXPECT_NE(acceptanceOf(finding, checks.topology(), "2026-12-31"), nullptr);
    EXPECT_EQ(acceptanceOf(finding, checks.topology(), "2027-01-01"), nullptr);
    EXPECT_NE(acceptanceOf(finding, checks.topology(), ""), nullptr);
}

TEST(Acceptance, HoldsForAWholeSubtreeOrDesignButNeverForErrors) {
    diagram::Diagram diagram = badOf("DB-002");
    const auto acceptAll = [&](const char* rule, const char* subject) {
        diagram::Project project;
        project.accepted.push_back({rule, subject, "", "agreed", "me", "", ""});
        diagram.setProject(std::move(project));
        return check(diagram);
    };
    Checks checks = acceptAll("DB-002", "vpc");
    EXPECT_NE(acceptanceOf(*find(checks, "DB-002"), checks.topology(), ""), nullptr);
    checks = acceptAll("DB-002", "");
    EXPECT_NE(acceptanceOf(*find(checks, "DB-002"), checks.topology(), ""), nullptr);
    checks = acceptAll("DB-002", "shoppers");
    EXPECT_EQ(acceptanceOf(*find(checks, "DB-002"), checks.topology(), ""), nullptr);
    diagram = badOf("LB-001");
    checks = acceptAll("LB-001", "");
    EXPECT_EQ(acceptanceOf(*find(checks, "LB-001"), checks.topology(), ""), nullptr);
}

TEST(Acceptance, CanBeTakenBack) {
    const diagram::Diagram& bad = badOf("DB-002");
    const diagram::Diagram diagram = accepted(bad, *find(check(bad), "DB-002"), {"fine", "me", "", ""});
    const auto step = reopen(diagram, Catalog::builtin(), diagram.project().accepted.front());
    ASSERT_TRUE(step.ok());
    diagram::Diagram changed = diagram;
    ASSERT_TRUE(edit::apply(changed, Catalog::builtin(), *step).ok());
    EXPECT_TRUE(changed == bad);
    EXPECT_FALSE(reopen(bad, Catalog::builtin(), diagram.project().accepted.front()).ok());
}

TEST(Grouping, FindingsOfOneCauseStandUnderTheFirst) {
    const auto make = [](const char* cause) {
        auto finding = std::make_shared<Finding>();
        finding->cause = cause;
        return finding;
    };
    const std::vector<FindingPointer> findings{make("route:a"), make(""), make("route:a"), make("")};
    const std::vector<Group> groups = grouped(findings);
    ASSERT_EQ(groups.size(), 3u);
    EXPECT_EQ(groups[0].first, findings[0]);
    EXPECT_THAT(groups[0].others, testing::ElementsAre(findings[2]));
    EXPECT_THAT(groups[1].others, testing::IsEmpty());
}

} // namespace
} // namespace sky::checks::test
