// SPDX-License-Identifier: GPL-3.0-or-later
// new: a project from one of the samples that are part of the program, or an empty one.
#include "base/nearest.h"
#include "cli/command.h"
#include "cli/json_text.h"
#include "cli/projects.h"
#include "cli/templates.h"
#include "diagram/integrity.h"

#include <memory>

namespace sky::cli {
namespace {

struct Options {
    std::string from;
    std::string output;
    std::string name;
    std::string to;
    bool list = false;
    bool force = false;
};

int listTemplates(Context& context) {
    JsonText json;
    json.beginArray();
    std::size_t widest = 0;
    for (const Template& one : templates()) widest = std::max(widest, one.key.size());
    for (const Template& one : templates()) {
        const auto diagram = readTemplate(one, context.catalog());
        if (!diagram) return context.fail(diagram.error());
        const Text& name = diagram->project().name;
        json.beginObject().key("key").value(one.key).key("name").value(name).end();
        if (context.output == Output::Text)
            context.out +=
                std::string(one.key) + std::string(widest - one.key.size() + 2, ' ') + context.in(name) + '\n';
    }
    if (context.output == Output::Json) context.out = json.end().take();
    return kFine;
}

int create(const Options& options, Context& context) {
    if (options.list) return listTemplates(context);
    if (options.output.empty())
        return context.fail(
            {ErrorCode::BadUsage,
             {},
             say("-o FILE is missing.", "-o 파일이 없습니다."),
             say("Say where the project goes, such as -o shop.skyw.", "-o shop.skyw처럼 저장할 곳을 지정하세요.")});
    diagram::Diagram diagram;
    if (!options.from.empty()) {
        const Template* found = findTemplate(options.from);
        if (!found) {
            std::vector<std::string> keys;
            std::string all;
            for (const Template& one : templates()) {
                keys.emplace_back(one.key);
                (all += all.empty() ? "" : ", ") += one.key;
            }
            const auto near = nearestWord(options.from, keys);
            return context.fail({ErrorCode::BadUsage,
                                 {},
                                 near ? say("no template '{}'; nearest: '{}'.",
                                            "'{}' 템플릿은 없습니다. 가장 비슷한 것: '{}'.", options.from, *near)
                                      : say("no template '{}'.", "'{}' 템플릿은 없습니다.", options.from),
                                 say("Templates are {}.", "템플릿: {}.", all)});
        }
        auto read = readTemplate(*found, context.catalog());
        if (!read) return context.fail(read.error());
        diagram = std::move(*read);
    }
    if (!options.name.empty()) {
        diagram::Project project = diagram.project();
        project.name = Text{options.name, {}};
        if (const auto sound = diagram::checkName(project.name); !sound) {
            Error error = sound.error();
            error.code = ErrorCode::BadUsage;
            error.place = "--name";
            return context.fail(error);
        }
        diagram.setProject(std::move(project));
    }
    WriteOptions write;
    write.overwrite = options.force;
    write.format = options.to;
    if (const auto written = writeProject(context, options.output, diagram, write); !written)
        return context.fail(written.error());
    if (options.output == "-") return kFine;
    if (context.output == Output::Json) {
        context.out = JsonText()
                          .beginObject()
                          .key("written")
                          .value(options.output)
                          .key("elements")
                          .value(std::uint64_t{diagram.elements().size()})
                          .end()
                          .take();
    } else {
        context.print(say("{}: {} elements, {} links.\n", "{}: 요소 {}개, 연결 {}개.\n", options.output,
                          std::uint64_t{diagram.elements().size()}, std::uint64_t{diagram.links().size()}));
    }
    return kFine;
}

} // namespace

Action prepareNew(CLI::App& app, const Context& context) {
    auto options = std::make_shared<Options>();
    app.add_option("--template,-t", options->from,
                   context.in(say("the sample to begin with (see --list); an empty project without it",
                                  "시작할 샘플 (--list 참고), 없으면 빈 프로젝트")))
        ->type_name("NAME");
    app.add_option("--output,-o", options->output,
                   context.in(say("the file to write: .skyw, .json, or - for the standard output",
                                  "쓸 파일: .skyw, .json, 또는 표준 출력 -")))
        ->type_name("FILE");
    app.add_option("--name", options->name, context.in(say("the project's name", "프로젝트 이름")))->type_name("TEXT");
    app.add_option(
           "--to", options->to,
           context.in(say("format of the file where its name does not tell", "이름으로 알 수 없을 때 파일 형식")))
        ->type_name("FORMAT");
    app.add_flag("--force", options->force,
                 context.in(say("replace a file that is there; the old one is kept as FILE~",
                                "있는 파일을 바꿈, 이전 파일은 FILE~로 남음")));
    app.add_flag("--list", options->list, context.in(say("list the templates", "템플릿 목록 출력")));
    return [options](Context& running) { return create(*options, running); };
}

} // namespace sky::cli
