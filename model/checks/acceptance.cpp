// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/acceptance.h"

#include "checks/table.h"

#include <algorithm>
#include <map>

namespace sky::checks {
namespace {

bool covers(const diagram::Acceptance& acceptance, const Finding& finding, const topology::Topology& topology) {
    if (findRule(acceptance.rule) != finding.rule) return false;
    if (!acceptance.fingerprint.empty())
        return acceptance.fingerprint == finding.fingerprint && acceptance.subject == finding.subject;
    if (finding.severity == Severity::Error) return false;
    if (acceptance.subject.empty() || acceptance.subject == finding.subject) return true;
    const diagram::Diagram& diagram = topology.diagram();
    ElementId at(finding.subject);
    if (const diagram::Link* link = diagram.link(LinkId(finding.subject))) at = link->from;
    return diagram.element(at) && diagram.isInside(at, ElementId(acceptance.subject));
}

} // namespace

const diagram::Acceptance* acceptanceOf(const Finding& finding, const topology::Topology& topology,
                                        const std::string& today) {
    for (const diagram::Acceptance& acceptance : topology.diagram().project().accepted) {
        const bool over = !acceptance.until.empty() && !today.empty() && acceptance.until < today;
        if (!over && covers(acceptance, finding, topology)) return &acceptance;
    }
    return nullptr;
}

Result<edit::Step> accept(const diagram::Diagram& diagram, const catalog::Catalog& catalog, const Finding& finding,
                          const Accepting& how) {
    if (how.reason.empty())
        return Error{ErrorCode::BadUsage,
                     {},
                     say("A finding is accepted for a reason.", "이유 없이 받아들일 수 없습니다."),
                     say("Say why it is right as it is.", "그대로 두는 이유를 적으세요.")};
    diagram::Project project = diagram.project();
    diagram::Acceptance acceptance{finding.rule->id, finding.subject, finding.fingerprint, how.reason,
                                   how.author,       how.date,        how.until};
    std::erase_if(project.accepted, [&](const diagram::Acceptance& each) {
        return each.rule == acceptance.rule && each.subject == acceptance.subject &&
               each.fingerprint == acceptance.fingerprint;
    });
    project.accepted.push_back(std::move(acceptance));
    std::sort(project.accepted.begin(), project.accepted.end());
    edit::Draft draft(diagram, catalog);
    draft.setProject(project);
    return draft.finish(say("Accept {}", "{} 받아들이기", finding.rule->id));
}

Result<edit::Step> reopen(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                          const diagram::Acceptance& acceptance) {
    diagram::Project project = diagram.project();
    if (std::erase(project.accepted, acceptance) == 0)
        return Error{ErrorCode::NotFound,
                     {},
                     say("This acceptance is not there any more.", "이 수용 기록은 더 이상 없습니다."),
                     {}};
    edit::Draft draft(diagram, catalog);
    draft.setProject(project);
    return draft.finish(say("Reopen {}", "{} 다시 열기", acceptance.rule));
}

std::vector<Group> grouped(const std::vector<FindingPointer>& findings) {
    std::vector<Group> groups;
    std::map<std::string, std::size_t> byCause;
    for (const FindingPointer& finding : findings) {
        if (!finding->cause.empty()) {
            const auto [at, fresh] = byCause.try_emplace(finding->cause, groups.size());
            if (!fresh) {
                groups[at->second].others.push_back(finding);
                continue;
            }
        }
        groups.push_back({finding, {}});
    }
    return groups;
}

Sorted sorted(const Checks& checks, const std::string& today) {
    Sorted sorted;
    std::vector<FindingPointer> open;
    for (const FindingPointer& finding : checks.findings()) {
        if (acceptanceOf(*finding, checks.topology(), today)) {
            sorted.accepted.push_back(finding);
            continue;
        }
        open.push_back(finding);
        ++(finding->severity == Severity::Error     ? sorted.errors
           : finding->severity == Severity::Warning ? sorted.warnings
                                                    : sorted.infos);
    }
    sorted.open = grouped(open);
    return sorted;
}

} // namespace sky::checks
