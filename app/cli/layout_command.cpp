// SPDX-License-Identifier: GPL-3.0-or-later
// layout: tidy a project, or the part of it that is named.
#include "cli/command.h"
#include "cli/json_text.h"
#include "cli/projects.h"
#include "edit/edit.h"
#include "layout/place.h"
#include "layout/quality.h"

#include <memory>

namespace sky::cli {
namespace {

struct Options {
    std::string input;
    std::string output;
    std::string direction = "right";
    int compactness = 50;
    std::vector<std::string> select;
    std::vector<std::string> keep;
    bool respect = false;
};

edit::Step stepOf(const diagram::Diagram& diagram, const layout::Arrangement& arrangement) {
    edit::Step step;
    step.name = say("Tidy", "정돈");
    for (const auto& [id, frame] : arrangement.frames) {
        edit::SetFrame set;
        set.id = id;
        set.before = diagram.element(id)->frame;
        set.after = frame;
        step.edits.emplace_back(set);
    }
    for (const LinkId& id : arrangement.straightened) {
        edit::SetWaypoints set;
        set.id = id;
        set.before = diagram.link(id)->waypoints;
        step.edits.emplace_back(set);
    }
    return step;
}

Result<std::vector<ElementId>> idsOf(const diagram::Diagram& diagram, const std::vector<std::string>& names) {
    std::vector<ElementId> ids;
    for (const std::string& name : names) {
        const ElementId id(name);
        if (!diagram.element(id)) {
            return Error{ErrorCode::BadUsage, "--select, --keep", say("no element has the id {}.", "id가 {}인 요소가 없습니다.", name),
                         say("Look up ids with: skywright-cli info FILE", "id 찾기: skywright-cli info FILE")};
        }
        ids.push_back(id);
    }
    return ids;
}

int run(Context& context, const Options& options) {
    auto source = readProject(context, options.input);
    if (!source) return context.fail(source.error());
    diagram::Diagram& diagram = source->diagram;
    const auto selection = idsOf(diagram, options.select);
    if (!selection) return context.fail(selection.error());
    const auto keep = idsOf(diagram, options.keep);
    if (!keep) return context.fail(keep.error());
    layout::PlaceOptions place;
    place.direction = options.direction == "down" ? layout::Direction::Down : layout::Direction::Right;
    place.compactness = options.compactness;
    place.selection = *selection;
    place.keep = *keep;
    place.respectArrangement = options.respect;
    auto topology = topology::Topology::of(diagram, context.catalog());
    const layout::Placement before = layout::placementOf(topology);
    const layout::Arrangement arrangement = layout::arrange(topology, place);
    if (const auto applied = edit::apply(diagram, context.catalog(), stepOf(diagram, arrangement)); !applied)
        return context.fail(applied.error());
    if (const auto written = writeProject(context, options.output, diagram, {}); !written) return context.fail(written.error());
    if (options.output == "-") return kFine;
    topology = topology::Topology::of(diagram, context.catalog());
    const layout::Placement after = layout::placementOf(topology);
    const layout::Quality quality = layout::measure(after, layout::routesOf(topology, after), diagram, &before);
    if (context.output == Output::Json) {
        context.out = JsonText()
                          .beginObject()
                          .key("written")
                          .value(options.output)
                          .key("framesChanged")
                          .value(static_cast<std::int64_t>(arrangement.frames.size()))
                          .key("crossings")
                          .value(quality.crossings)
                          .key("bends")
                          .value(quality.bends)
                          .key("boxesCrossed")
                          .value(quality.boxesCrossed)
                          .key("moved")
                          .value(quality.movement)
                          .end()
                          .take();
    } else {
        context.print(say("{} frames changed; {} crossings, {} bends, {} boxes crossed.\n",
                          "프레임 {}개를 바꿨습니다. 교차 {}곳, 꺾임 {}곳, 가로지른 상자 {}개.\n",
                          static_cast<std::int64_t>(arrangement.frames.size()), quality.crossings, quality.bends, quality.boxesCrossed));
    }
    return kFine;
}

} // namespace

Action prepareLayout(CLI::App& app, const Context& context) {
    auto options = std::make_shared<Options>();
    app.add_option("INPUT", options->input, context.in(say("the project to tidy, or - for the standard input", "정돈할 프로젝트, 또는 표준 입력 -")))->required();
    app.add_option("-o,--output", options->output, context.in(say("the file to write, or - for the standard output", "쓸 파일, 또는 표준 출력 -")))->required();
    app.add_option("--direction", options->direction, context.in(say("where the flow goes: right or down", "흐름의 방향: right 또는 down")))
        ->check(CLI::IsMember({"right", "down"}));
    app.add_option("--compactness", options->compactness, context.in(say("from 0, airy, to 100, tight", "0(넓게)부터 100(좁게)까지")))
        ->check(CLI::Range(0, 100));
    app.add_option("--select", options->select, context.in(say("only these elements and what is in them: ids with commas between", "이 요소와 그 안의 것만: 쉼표로 나눈 id")))
        ->delimiter(',');
    app.add_option("--keep", options->keep, context.in(say("these stay where they are: ids with commas between", "그 자리에 둘 요소: 쉼표로 나눈 id")))
        ->delimiter(',');
    app.add_flag("--respect", options->respect, context.in(say("keep the arrangement; mend only overlaps and alignment", "배치를 유지하고 겹침과 정렬만 고침")));
    return [options](Context& running) { return run(running, *options); };
}

} // namespace sky::cli
