// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/findings.h"

#include "base/counted.h"
#include "base/nearest.h"
#include "checks/rule.h"
#include "checks/table.h"
#include "cli/json_text.h"

#include <algorithm>

namespace sky::cli {
namespace {

using checks::Checks;
using checks::Finding;
using checks::FindingPointer;

void appendLine(std::string& out, const Context& context, const Finding& finding, const char* indent) {
    out += indent + context.in(checks::nameOf(finding.severity)) + " " + finding.rule->id;
    if (!finding.subject.empty()) out += " [" + finding.subject + "]";
    out += ": " + context.in(finding.message) + "\n";
}

void append(JsonText& json, const Checks& checks, const Finding& finding, const std::string& today) {
    std::vector<std::string> fixes;
    for (const checks::Fix& fix : finding.fixes) fixes.push_back(fix.name.en);
    json.beginObject()
        .key("rule")
        .value(finding.rule->id)
        .key("severity")
        .value(checks::keyOf(finding.severity))
        .key("pillar")
        .value(checks::keyOf(finding.rule->pillar))
        .key("subject")
        .value(finding.subject)
        .key("also")
        .values(finding.also)
        .key("message")
        .value(finding.message)
        .key("cause")
        .value(finding.cause)
        .key("fingerprint")
        .value(finding.fingerprint)
        .key("fixes")
        .values(fixes);
    if (const auto* acceptance = checks::acceptanceOf(finding, checks.topology(), today))
        json.key("accepted").value(acceptance->reason);
    json.end();
}

} // namespace

Result<const checks::Profile*> profileNamed(const std::string& key) {
    if (key.empty()) return static_cast<const checks::Profile*>(nullptr);
    if (const checks::Profile* found = checks::findProfile(key)) return found;
    std::string all;
    for (const checks::Profile& profile : checks::profiles()) (all += all.empty() ? "" : ", ") += profile.key;
    return Error{ErrorCode::BadUsage, "--profile", say("no profile is called '{}'.", "'{}' 프로파일은 없습니다.", key),
                 say("There are {}.", "있는 것: {}.", all)};
}

Result<const checks::Rule*> ruleNamed(const std::string& id) {
    if (const checks::Rule* found = checks::findRule(id)) return found;
    const std::string near = checks::nearestRule(id);
    return Error{ErrorCode::BadUsage,
                 {},
                 say("no rule is called '{}'.", "'{}' 규칙은 없습니다.", id),
                 near.empty() ? say("List them with: skywright-cli explain", "목록: skywright-cli explain")
                              : say("Nearest: '{}'.", "가장 비슷한 것: '{}'.", near)};
}

Result<void> checkDate(const std::string& date) {
    const auto digit = [&](std::size_t at) { return date[at] >= '0' && date[at] <= '9'; };
    bool good = date.empty() || (date.size() == 10 && date[4] == '-' && date[7] == '-');
    for (std::size_t at = 0; good && at < date.size(); ++at) good = at == 4 || at == 7 || digit(at);
    if (good) return {};
    return Error{ErrorCode::BadUsage, "--today", say("'{}' is no date.", "'{}'은(는) 날짜가 아닙니다.", date),
                 say("Write it like 2026-11-25.", "2026-11-25처럼 쓰세요.")};
}

std::string findingsAsText(const Context& context, const Checks& checks, const std::string& today) {
    const checks::Sorted sorted = checks::sorted(checks, today);
    std::string out;
    for (const checks::Group& group : sorted.open) {
        appendLine(out, context, *group.first, "");
        for (const FindingPointer& other : group.others) appendLine(out, context, *other, "  ");
        if (!group.first->fixes.empty())
            out += "  " + context.in(say("fix: {}", "고치기: {}", group.first->fixes.front().name)) + "\n";
    }
    out += context.in(
        say("{}, {}, {}, {} accepted; {} would help to decide more.\n",
            "오류 {}개, 경고 {}개, 참고 {}개, 받아들인 것 {}개. 값을 {}개 더 정하면 더 판단할 수 있습니다.\n",
            counted(sorted.errors, "error", "errors"), counted(sorted.warnings, "warning", "warnings"),
            counted(sorted.infos, "note", "notes"),
            std::uint64_t{sorted.accepted.size()}, counted(checks.hints().size(), "value", "values")));
    return out;
}

std::string findingsAsJson(const Checks& checks, const std::string& path, const std::string& today) {
    const checks::Sorted sorted = checks::sorted(checks, today);
    JsonText json;
    json.beginObject()
        .key("file")
        .value(path)
        .key("profile")
        .value(checks.profile().key)
        .key("errors")
        .value(std::uint64_t{sorted.errors})
        .key("warnings")
        .value(std::uint64_t{sorted.warnings})
        .key("infos")
        .value(std::uint64_t{sorted.infos})
        .key("accepted")
        .value(std::uint64_t{sorted.accepted.size()})
        .key("findings")
        .beginArray();
    for (const FindingPointer& finding : checks.findings()) append(json, checks, *finding, today);
    json.end().key("needsValues").beginArray();
    for (const checks::Hint& hint : checks.hints())
        json.beginObject()
            .key("subject")
            .value(hint.subject)
            .key("property")
            .value(hint.key)
            .key("rule")
            .value(hint.rule->id)
            .end();
    return json.end().end().take();
}

} // namespace sky::cli
