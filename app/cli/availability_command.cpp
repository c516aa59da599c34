// SPDX-License-Identifier: GPL-3.0-or-later
// availability: how much of the time the goal of a project is up, and what takes most of the rest.
#include "cli/command.h"
#include "cli/goals.h"
#include "cli/json_text.h"
#include "cli/projects.h"
#include "resilience/drawn_availability.h"
#include "resilience/single_points.h"
#include "topology/words.h"

#include <memory>

namespace sky::cli {
namespace {

using resilience::DrawnAvailability;
using resilience::DrawnNeeds;
using resilience::Figure;

constexpr std::size_t kMostBlames = 10; // on a page

struct Options {
    std::string path;
    std::vector<std::string> goals;
    std::string zone = "99.95%";
    std::string region = "99.99%";
    bool targets = false;
};

struct Report {
    topology::Topology topology;
    DrawnNeeds needs;
    DrawnAvailability result;
    std::optional<double> target; // the project's
    [[nodiscard]] bool missed() const { return target && result.whole.availability < *target; }
};

Text nameOf(const Report& report, const std::string& id) {
    if (id.starts_with("az:") || id.starts_with("region:")) return {id, {}};
    if (const diagram::Link* link = report.topology.diagram().link(LinkId(id)))
        return link->name.empty() ? Text{id, {}} : link->name;
    return topology::nameOf(report.topology, ElementId(id));
}

Text sourceOf(const Figure& figure) {
    switch (figure.from) {
    case Figure::From::User:
        return say("as you say", "직접 입력");
    case Figure::From::Promise:
        return say("{} ({})", "{}({})", figure.source, figure.of);
    case Figure::From::Assumed:
        return figure.source.empty() ? say("assumed: nobody promises it", "가정: 공개된 약속 없음")
                                     : Text{figure.source, {}};
    case Figure::From::Unknown:
        break;
    }
    return say("unknown, counted as never failing", "알 수 없어 멈추지 않는다고 봄");
}

void printText(Context& context, const Options& options, const Report& report) {
    const double down = report.result.whole.unavailability;
    const Text goal = resilience::goalNames(report.topology, report.needs);
    context.print(say("{} can be served {} of the time at most: down {} a year, {} a month.\n",
                      "{}에게 서비스되는 시간은 최대 {}입니다. 중단 시간은 1년에 {}, 한 달에 {}입니다.\n", goal,
                      resilience::percentText(down), resilience::durationText(down * 8760),
                      resilience::durationText(down * 730)));
    if (report.target)
        context.print(report.missed() ? say("The goal of {} is missed.\n", "목표 {}에 못 미칩니다.\n",
                                            resilience::percentText(1 - *report.target))
                                      : say("The goal of {} is met.\n", "목표 {}를 달성합니다.\n",
                                            resilience::percentText(1 - *report.target)));
    else if (options.targets)
        context.print(say("The project has no availability goal.\n", "프로젝트에 가용성 목표가 없습니다.\n"));
    if (!report.result.blames.empty())
        context.print(say("\nWhat would be gained a year if it never failed\n", "\n멈추지 않을 때 1년에 얻는 시간\n"));
    std::size_t shown = 0;
    for (const resilience::Blame& blame : report.result.blames) {
        if (shown++ == kMostBlames) break;
        context.print(say("  {}: {}\n", "  {}: {}\n", blame.name, resilience::durationText(blame.hoursPerYear)));
    }
    context.print(say("\nWhat this rests on\n", "\n계산의 근거\n"));
    for (const Figure& figure : report.result.figures) {
        if (figure.from == Figure::From::Unknown) continue;
        context.print(say("  {}: {}, {}\n", "  {}: {}, {}\n", nameOf(report, figure.id),
                          resilience::percentText(figure.down), sourceOf(figure)));
    }
    std::string unknown;
    for (const Figure& figure : report.result.figures)
        if (figure.from == Figure::From::Unknown)
            (unknown += unknown.empty() ? "" : ", ") += context.in(nameOf(report, figure.id));
    if (!unknown.empty()) context.print(say("  {}: {}\n", "  {}: {}\n", unknown, sourceOf({})));
    context.print(
        say("A service level agreement promises credits, not availability; what shares a zone or a region fails "
            "with it and is not multiplied.\n",
            "서비스 수준 계약은 가용성이 아니라 크레딧을 약속합니다. 같은 가용 영역이나 리전에 있는 것은 함께 "
            "멈추므로 곱하지 않았습니다.\n"));
    for (const resilience::Note& note : report.needs.notes) context.print(say("  - {}\n", "  - {}\n", note.text));
}

void printJson(Context& context, const Options& options, const Report& report) {
    JsonText json;
    const resilience::Availability& whole = report.result.whole;
    std::vector<std::string> goals;
    for (const std::uint32_t goal : report.needs.graph.goals)
        goals.push_back(report.needs.subjects[goal].element.str());
    json.beginObject().key("file").value(options.path).key("goals").values(goals);
    json.key("availability").value(whole.availability).key("unavailability").value(whole.unavailability);
    json.key("nines").value(whole.nines()).key("downtimeMinutesPerYear").value(whole.downtimeMinutesPerYear());
    if (report.target) json.key("target").value(*report.target).key("met").value(!report.missed());
    json.key("blames").beginArray();
    for (const resilience::Blame& blame : report.result.blames)
        json.beginObject().key("id").value(blame.id).key("hoursPerYear").value(blame.hoursPerYear).end();
    json.end().key("figures").beginArray();
    for (const Figure& figure : report.result.figures) {
        static constexpr const char* kFrom[] = {"user", "promise", "assumed", "unknown"};
        json.beginObject().key("id").value(figure.id).key("from").value(kFrom[static_cast<std::size_t>(figure.from)]);
        if (figure.from != Figure::From::Unknown) json.key("availability").value(1 - figure.down);
        if (!figure.source.empty()) json.key("source").value(figure.source);
        json.end();
    }
    json.end().key("notes").beginArray();
    for (const resilience::Note& note : report.needs.notes) json.value(note.text);
    context.out = json.end().end().take();
}

int run(Context& context, const Options& options) {
    resilience::Climate climate;
    const auto chance = [&](const char* option, const std::string& text, double& down) -> std::optional<Error> {
        const auto share = parseQuantity(text, Unit::Percent);
        if (!share) return Error{ErrorCode::BadUsage, option, share.error().what, share.error().remedy};
        down = 1 - toDouble(*share);
        if (down >= 0 && down <= 1) return std::nullopt;
        return Error{ErrorCode::BadUsage,
                     option,
                     say("a share of time from 0% to 100% is wanted.", "0%에서 100% 사이의 비율이어야 합니다."),
                     {}};
    };
    if (const auto error = chance("--zone", options.zone, climate.zoneDown)) return context.fail(*error);
    if (const auto error = chance("--region", options.region, climate.regionDown)) return context.fail(*error);
    auto goals = readGoals(context, options.path, options.goals);
    if (!goals) return context.fail(goals.error());
    Report report{std::move(goals->topology), std::move(goals->needs), {}, {}};
    auto result = resilience::availabilityOf(report.topology, report.needs, climate);
    if (!result) return context.fail(result.error());
    report.result = std::move(result).value();
    if (const auto target = report.topology.diagram().project().properties.quantity("availabilityGoal"))
        report.target = toDouble(*target);
    if (context.output == Output::Json)
        printJson(context, options, report);
    else
        printText(context, options, report);
    return options.targets && report.missed() ? kFindings : kFine;
}

} // namespace

Action prepareAvailability(CLI::App& app, const Context& context) {
    auto options = std::make_shared<Options>();
    addProjectArgument(app, context, options->path);
    addGoalOption(app, context, options->goals);
    app.add_flag("--targets", options->targets,
                 context.in(say("judge by the project's availability goal", "프로젝트의 가용성 목표로 판정")));
    app.add_option("--zone", options->zone,
                   context.in(say("share of time an Availability Zone is up", "가용 영역이 정상인 시간의 비율")))
        ->type_name("SHARE")
        ->capture_default_str();
    app.add_option("--region", options->region,
                   context.in(say("share of time a region is up", "리전이 정상인 시간의 비율")))
        ->type_name("SHARE")
        ->capture_default_str();
    return [options](Context& running) { return run(running, *options); };
}

} // namespace sky::cli
