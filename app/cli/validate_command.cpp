// SPDX-License-Identifier: GPL-3.0-or-later
// validate: a file that is no sound project cannot be read (3, with the first reason). A sound one may still not fit
// the catalog: services it does not know, things in places it does not allow, links of a kind that does not fit (1).
#include "cli/command.h"
#include "cli/json_text.h"
#include "cli/projects.h"

#include <memory>

namespace sky::cli {
namespace {

using catalog::Catalog;
using catalog::Service;
using diagram::Diagram;
using diagram::Element;
using diagram::Link;

struct Misfit {
    std::string place;
    Text what;
    Text remedy;
};

void judge(const Diagram& diagram, const Catalog& catalog, const Element& element, std::vector<Misfit>& misfits) {
    const std::string place = "elements[" + element.id.str() + "]";
    const Service* service = catalog.find(element.service);
    if (!service) {
        const std::string near = catalog.nearestKey(element.service);
        misfits.push_back(
            {place + ".service",
             near.empty()
                 ? say("the catalog has no service '{}'.", "카탈로그에 '{}' 서비스가 없습니다.", element.service)
                 : say("the catalog has no service '{}'; nearest: '{}'.",
                       "카탈로그에 '{}' 서비스가 없습니다. 가장 비슷한 것: '{}'.", element.service, near),
             say("It is kept and drawn, but neither checked nor run.",
                 "그대로 두고 그리지만 점검하거나 실행하지는 않습니다.")});
        return;
    }
    const Element* parent = element.parent.empty() ? nullptr : diagram.element(element.parent);
    const Service* container = parent ? catalog.find(parent->service) : nullptr;
    if (parent && !container) return;
    if (service->mayStandIn(container ? container->key : std::string("page"))) return;
    std::string allowed;
    for (const std::string& key : service->parents) (allowed += allowed.empty() ? "" : ", ") += key;
    misfits.push_back({place + ".parent",
                       container ? say("{} does not stand in {}.", "{}은(는) {} 안에 둘 수 없습니다.",
                                       service->shortName, container->shortName)
                                 : say("{} does not stand on the page by itself.",
                                       "{}은(는) 페이지에 바로 둘 수 없습니다.", service->shortName),
                       say("It stands in {}.", "둘 수 있는 곳: {}.", allowed)});
}

void judge(const Diagram& diagram, const Catalog& catalog, const Link& link, std::vector<Misfit>& misfits) {
    const Service* from = catalog.find(diagram.element(link.from)->service);
    const Service* to = catalog.find(diagram.element(link.to)->service);
    if (!link.kind || !from || !to) return;
    const auto kinds = catalog.kindsBetween(*from, *to);
    if (std::find(kinds.begin(), kinds.end(), *link.kind) != kinds.end()) return;
    std::string fitting;
    for (const catalog::LinkKind kind : kinds) (fitting += fitting.empty() ? "" : ", ") += catalog.linkType(kind).key;
    misfits.push_back(
        {"links[" + link.id.str() + "].kind",
         say("a link of kind '{}' does not lead from {} to {}.", "'{}' 연결은 {}에서 {}(으)로 이을 수 없습니다.",
             catalog.linkType(*link.kind).key, from->shortName, to->shortName),
         say("Here fit {}.", "맞는 종류: {}.", fitting)});
}

int report(Context& context, const std::string& path, const Source& source, const std::vector<Misfit>& misfits) {
    const int code = misfits.empty() ? kFine : kFindings;
    if (context.output == Output::Json) {
        JsonText json;
        json.beginObject()
            .key("file")
            .value(path)
            .key("format")
            .value(source.format)
            .key("sound")
            .value(true)
            .key("findings")
            .beginArray();
        for (const Misfit& one : misfits)
            json.beginObject()
                .key("place")
                .value(one.place)
                .key("what")
                .value(one.what)
                .key("remedy")
                .value(one.remedy)
                .end();
        context.out = json.end().end().take();
        return code;
    }
    for (const Misfit& one : misfits)
        context.out += path + ": " + one.place + ": " + context.in(one.what) + ' ' + context.in(one.remedy) + '\n';
    if (misfits.empty())
        context.print(say(
            "{}: a sound project of {} elements and {} links.\n", "{}: 올바른 프로젝트입니다(요소 {}개, 연결 {}개).\n",
            path, std::uint64_t{source.diagram.elements().size()}, std::uint64_t{source.diagram.links().size()}));
    return code;
}

} // namespace

Action prepareValidate(CLI::App& app, const Context& context) {
    auto path = std::make_shared<std::string>();
    addProjectArgument(app, context, *path);
    return [path](Context& running) {
        const auto source = readProject(running, *path);
        if (!source) return running.fail(source.error());
        std::vector<Misfit> misfits;
        for (const Element& element : source->diagram.elements())
            judge(source->diagram, running.catalog(), element, misfits);
        for (const Link& link : source->diagram.links()) judge(source->diagram, running.catalog(), link, misfits);
        return report(running, *path, *source, misfits);
    };
}

} // namespace sky::cli
