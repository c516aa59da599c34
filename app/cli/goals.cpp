// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/goals.h"

#include "cli/elements.h"
#include "cli/projects.h"
#include "network/link_walks.h"

#include <CLI/CLI.hpp>

namespace sky::cli {

void addGoalOption(CLI::App& app, const Context& context, std::vector<std::string>& words) {
    app.add_option("--goal", words,
                   context.in(say("what must keep working, by id or name; the project's goals, else all callers",
                                  "계속 동작해야 하는 것의 아이디나 이름, 없으면 프로젝트의 목표나 모든 사용자")))
        ->type_name("ID");
}

Result<Goals> readGoals(Context& context, const std::string& path, const std::vector<std::string>& words) {
    const auto source = readProject(context, path);
    if (!source) return source.error();
    std::vector<ElementId> named;
    for (const std::string& word : words) {
        const auto goal = elementNamed(source->diagram, "--goal", word);
        if (!goal) return goal.error();
        named.push_back(*goal);
    }
    Goals goals{topology::Topology::of(source->diagram, context.catalog()), {}};
    const network::LinkWalks walks = network::LinkWalks::of(goals.topology);
    goals.needs = resilience::needsOf(goals.topology, walks.all(), named);
    if (!goals.needs.graph.goals.empty()) return goals;
    for (const resilience::Note& note : goals.needs.notes)
        if (note.kind == resilience::Note::Kind::GoalIsNothing)
            return Error{words.empty() ? ErrorCode::Invalid : ErrorCode::BadUsage, path, note.text,
                         say("Name users or something they call.", "사용자나 사용자가 호출하는 요소를 지정하십시오.")};
    return Error{ErrorCode::Invalid, path, say("nobody calls anything in it.", "호출하는 사용자가 없습니다."),
                 say("Draw users and whom they call, or name a goal: --goal ID.",
                     "사용자와 호출 대상을 그리거나 --goal ID로 목표를 지정하십시오.")};
}

} // namespace sky::cli
