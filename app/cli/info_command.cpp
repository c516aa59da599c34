// SPDX-License-Identifier: GPL-3.0-or-later
// info: what a project holds, counted.
#include "catalog/roles.h"
#include "cli/command.h"
#include "cli/json_text.h"
#include "cli/projects.h"

#include <map>
#include <memory>

namespace sky::cli {
namespace {

struct Summary {
    std::map<std::string, std::uint64_t> byService;
    std::map<std::string, std::uint64_t> byKind; // links
    std::vector<std::string> regions;            // codes, as drawn
    std::uint64_t placed = 0;
};

std::string kindOf(const diagram::Diagram& diagram, const catalog::Catalog& catalog, const diagram::Link& link) {
    if (link.kind) return catalog.linkType(*link.kind).key;
    const diagram::Element* from = diagram.element(link.from);
    const diagram::Element* to = diagram.element(link.to);
    const catalog::Service* source = from ? catalog.find(from->service) : nullptr;
    const catalog::Service* target = to ? catalog.find(to->service) : nullptr;
    if (source && target)
        if (const auto kinds = catalog.kindsBetween(*source, *target); !kinds.empty())
            return catalog.linkType(kinds.front()).key;
    return catalog.linkType(catalog::LinkKind::Plain).key;
}

Summary summarize(const diagram::Diagram& diagram, const catalog::Catalog& catalog) {
    Summary summary;
    for (const diagram::Element& element : diagram.elements()) {
        ++summary.byService[element.service];
        if (element.frame) ++summary.placed;
        const catalog::Service* service = catalog.find(element.service);
        if (!service || !service->plays(catalog::role::kRegion)) continue;
        if (const std::string* code = element.properties.text("code")) summary.regions.push_back(*code);
    }
    std::sort(summary.regions.begin(), summary.regions.end());
    summary.regions.erase(std::unique(summary.regions.begin(), summary.regions.end()), summary.regions.end());
    for (const diagram::Link& link : diagram.links()) ++summary.byKind[kindOf(diagram, catalog, link)];
    return summary;
}

void printJson(Context& context, const Source& source, const Summary& summary) {
    const diagram::Diagram& diagram = source.diagram;
    JsonText json;
    json.beginObject().key("name").value(diagram.project().name).key("format").value(source.format);
    json.key("elements")
        .value(std::uint64_t{diagram.elements().size()})
        .key("links")
        .value(std::uint64_t{diagram.links().size()});
    json.key("scenarios").beginArray();
    for (const diagram::Scenario& scenario : diagram.scenarios())
        json.beginObject().key("id").value(scenario.id.str()).key("name").value(scenario.name).end();
    json.end().key("regions").values(summary.regions).key("placed").value(summary.placed);
    json.key("services").beginObject();
    for (const auto& [service, count] : summary.byService) json.key(service).value(count);
    json.end().key("linkKinds").beginObject();
    for (const auto& [kind, count] : summary.byKind) json.key(kind).value(count);
    context.out = json.end().end().take();
}

void printText(Context& context, const Source& source, const Summary& summary) {
    const diagram::Diagram& diagram = source.diagram;
    const catalog::Catalog& catalog = context.catalog();
    const Text& name = diagram.project().name;
    context.print(name.empty() ? say("(no name)\n", "(이름 없음)\n") : say("{}\n", "{}\n", name));
    context.print(say("  format     {}\n", "  형식      {}\n", nameOfFormat(source.format)));
    context.print(say("  elements   {}, {} of them placed by hand\n", "  요소      {}개, 그중 직접 배치 {}개\n",
                      std::uint64_t{diagram.elements().size()}, summary.placed));
    for (const auto& [key, count] : summary.byService) {
        const catalog::Service* service = catalog.find(key);
        const Text shown = service ? service->name : say("{} (not in the catalog)", "{} (카탈로그에 없음)", key);
        context.print(
            say("  {}  {}\n", "  {}  {}\n",
                std::string(8 - std::min<std::size_t>(std::to_string(count).size(), 8), ' ') + std::to_string(count),
                shown));
    }
    context.print(say("  links      {}\n", "  연결      {}개\n", std::uint64_t{diagram.links().size()}));
    for (const auto& [key, count] : summary.byKind) {
        const catalog::LinkType* type = catalog.linkType(key);
        context.print(
            say("  {}  {}\n", "  {}  {}\n",
                std::string(8 - std::min<std::size_t>(std::to_string(count).size(), 8), ' ') + std::to_string(count),
                type ? type->name : Text{key, {}}));
    }
    if (!summary.regions.empty()) {
        std::string all;
        for (const std::string& code : summary.regions) {
            const catalog::Region* region = catalog.region(code);
            all += (all.empty() ? "" : ", ") + code + (region ? " (" + context.in(region->name) + ")" : std::string());
        }
        context.print(say("  regions    {}\n", "  리전      {}\n", all));
    }
    context.print(say("  scenarios  {}\n", "  시나리오  {}개\n", std::uint64_t{diagram.scenarios().size()}));
    for (const diagram::Scenario& scenario : diagram.scenarios())
        context.print(say("    {}  {}\n", "    {}  {}\n", scenario.id.str(), scenario.name));
}

} // namespace

Action prepareInfo(CLI::App& app, const Context& context) {
    auto path = std::make_shared<std::string>();
    addProjectArgument(app, context, *path);
    return [path](Context& running) {
        const auto source = readProject(running, *path);
        if (!source) return running.fail(source.error());
        const Summary summary = summarize(source->diagram, running.catalog());
        if (running.output == Output::Json) {
            printJson(running, *source, summary);
        } else {
            printText(running, *source, summary);
        }
        return static_cast<int>(kFine);
    };
}

} // namespace sky::cli
