// SPDX-License-Identifier: GPL-3.0-or-later
// spof: what alone, or what few things together, stop the goal of a project.
#include "cli/command.h"
#include "cli/goals.h"
#include "cli/json_text.h"
#include "cli/projects.h"
#include "resilience/single_points.h"

#include <memory>

namespace sky::cli {
namespace {

using resilience::CutSets;
using resilience::DrawnNeeds;
using resilience::Told;

constexpr std::size_t kMostTold = 20; // of an order beyond the first, on a page

struct Options {
    std::string path;
    std::vector<std::string> goals;
    int order = 2;
    bool regions = false;
    bool all = false;
};

struct Report {
    topology::Topology topology;
    DrawnNeeds needs;
    CutSets sets;
    std::vector<std::vector<Told>> told; // by order
};

std::uint64_t countOf(const std::vector<Told>& told, bool ofRegion) {
    std::uint64_t count = 0;
    for (const Told& one : told) count += one.ofRegion == ofRegion ? 1 : 0;
    return count;
}

Text titleOf(int order) {
    return order == 1   ? say("Single points of failure", "단일 장애점")
           : order == 2 ? say("Two failures together", "두 장애가 겹칠 때")
                        : say("Three failures together", "세 장애가 겹칠 때");
}

void printOrder(Context& context, const Options& options, const Report& report, int order) {
    const std::vector<Told>& told = report.told[static_cast<std::size_t>(order) - 1];
    context.print(say("\n{}\n", "\n{}\n", titleOf(order)));
    std::size_t shown = 0;
    std::size_t left = 0;
    for (const Told& one : told) {
        if (one.ofRegion && !options.regions) continue;
        if (order > 1 && !options.all && shown == kMostTold) {
            ++left;
            continue;
        }
        ++shown;
        context.print(say("  - {}\n", "  - {}\n", one.text));
        if (!one.remedy.empty()) context.print(say("    {}\n", "    {}\n", one.remedy));
    }
    if (left > 0)
        context.print(say("  … and {} more: --all shows them.\n", "  … 그 밖에 {}개: --all로 모두 볼 수 있습니다.\n",
                          std::uint64_t{left}));
    if (shown == 0) context.print(say("  none\n", "  없음\n"));
}

void printText(Context& context, const Options& options, const Report& report) {
    const Text goal = resilience::goalNames(report.topology, report.needs);
    context.print(say("What stops {}\n", "{}을(를) 멈추게 하는 것\n", goal));
    if (report.sets.downAnyway) {
        context.print(say("\n{} cannot be served as drawn, though nothing has failed.\n",
                          "\n장애가 없어도 지금 그림으로는 {}이(가) 동작하지 않습니다.\n", goal));
    } else {
        std::uint64_t regions = 0;
        for (int order = 1; order <= options.order; ++order) {
            printOrder(context, options, report, order);
            regions += countOf(report.told[static_cast<std::size_t>(order) - 1], true);
        }
        if (!report.sets.complete)
            context.print(say("\nThere are more than can be listed.\n", "\n너무 많아 모두 나열하지 못했습니다.\n"));
        if (!options.regions && regions > 0)
            context.print(say("\nLeft aside: {} in which a region is lost; --regions shows them.\n",
                              "\n리전 손실이 포함된 {}개는 제외했습니다. --regions로 볼 수 있습니다.\n", regions));
    }
    for (const std::vector<std::uint32_t>& circle : report.sets.circles) {
        std::string names;
        for (const std::uint32_t member : circle)
            (names += names.empty() ? "" : ", ") += context.in(
                resilience::nameOf(report.topology, report.needs, {resilience::EventKind::Component, member}));
        context.print(say("\nThese need one another: {}.\n", "\n서로 의존하는 것: {}.\n", names));
    }
    if (report.needs.notes.empty()) return;
    context.print(say("\nAssumed\n", "\n가정\n"));
    for (const resilience::Note& note : report.needs.notes) context.print(say("  - {}\n", "  - {}\n", note.text));
}

std::string_view nameOf(resilience::Note::Kind kind) {
    using Kind = resilience::Note::Kind;
    switch (kind) {
    case Kind::NeededAssumed:
        return "needed-assumed";
    case Kind::BlockedLeftOut:
        return "blocked-left-out";
    case Kind::UnknownTaken:
        return "unknown-taken";
    case Kind::UnwatchedNames:
        return "unwatched-names";
    case Kind::NoInstances:
        return "no-instances";
    case Kind::OneZoneOnly:
        return "one-zone-only";
    case Kind::GoalIsNothing:
        break;
    }
    return "goal-is-nothing";
}

std::vector<std::string> textsOf(const std::vector<ElementId>& ids) {
    std::vector<std::string> texts;
    for (const ElementId& id : ids) texts.push_back(id.str());
    return texts;
}

void printJson(Context& context, const Options& options, const Report& report) {
    JsonText json;
    std::vector<std::string> goals;
    for (const std::uint32_t goal : report.needs.graph.goals)
        goals.push_back(report.needs.subjects[goal].element.str());
    json.beginObject().key("file").value(options.path).key("goals").values(goals);
    json.key("order").value(std::int64_t{options.order});
    json.key("singlePoints").value(countOf(report.told[0], false));
    json.key("downAnyway").value(report.sets.downAnyway).key("complete").value(report.sets.complete);
    json.key("cuts").beginArray();
    for (int order = 1; order <= options.order; ++order)
        for (const Told& one : report.told[static_cast<std::size_t>(order) - 1]) {
            std::vector<std::string> events;
            for (const resilience::Event event : one.events) events.push_back(nameOf(report.needs.graph, event));
            json.beginObject().key("order").value(std::int64_t{order}).key("events").values(events);
            json.key("alike").value(one.cuts).key("region").value(one.ofRegion);
            json.key("stops").values(textsOf(one.stops)).key("because").values(textsOf(one.because));
            json.key("text").value(one.text);
            if (!one.remedy.empty()) json.key("remedy").value(one.remedy);
            json.end();
        }
    json.end().key("circles").beginArray();
    for (const std::vector<std::uint32_t>& circle : report.sets.circles) {
        std::vector<std::string> ids;
        for (const std::uint32_t member : circle) ids.push_back(report.needs.graph.components[member].id);
        json.values(ids);
    }
    json.end().key("notes").beginArray();
    for (const resilience::Note& note : report.needs.notes)
        json.beginObject()
            .key("kind")
            .value(nameOf(note.kind))
            .key("subject")
            .value(note.subject)
            .key("text")
            .value(note.text)
            .end();
    context.out = json.end().end().take();
}

int run(Context& context, const Options& options) {
    auto goals = readGoals(context, options.path, options.goals);
    if (!goals) return context.fail(goals.error());
    Report report{std::move(goals->topology), std::move(goals->needs), {}, {}};
    auto sets = resilience::cutSetsOf(report.needs.graph, options.order);
    if (!sets) return context.fail(sets.error());
    report.sets = std::move(sets).value();
    for (int order = 1; order <= resilience::kMostOrder; ++order)
        report.told.push_back(resilience::tell(report.topology, report.needs, report.sets, order));
    if (context.output == Output::Json)
        printJson(context, options, report);
    else
        printText(context, options, report);
    return report.sets.downAnyway || countOf(report.told[0], false) > 0 ? kFindings : kFine;
}

} // namespace

Action prepareSpof(CLI::App& app, const Context& context) {
    auto options = std::make_shared<Options>();
    addProjectArgument(app, context, options->path);
    addGoalOption(app, context, options->goals);
    app.add_option("--order", options->order,
                   context.in(say("how many failures together: 1, 2 or 3", "함께 일어나는 장애의 수: 1, 2, 3")))
        ->type_name("N")
        ->check(CLI::Range(1, resilience::kMostOrder))
        ->capture_default_str();
    app.add_flag("--regions", options->regions,
                 context.in(say("also what begins with the loss of a region", "리전 손실이 포함된 것도 표시")));
    app.add_flag("--all", options->all, context.in(say("all of them, however many", "개수와 관계없이 모두 표시")));
    return [options](Context& running) { return run(running, *options); };
}

} // namespace sky::cli
