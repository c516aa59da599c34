// SPDX-License-Identifier: GPL-3.0-or-later
// convert: read a project in one format, write it in another.
#include "cli/command.h"
#include "cli/json_text.h"
#include "cli/projects.h"

#include <memory>

namespace sky::cli {
namespace {

struct Options {
    std::string input;
    std::string output;
    std::string from;
    std::string to;
};

std::string join(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) (all += all.empty() ? "" : ", ") += word;
    return all;
}

} // namespace

Action prepareConvert(CLI::App& app, const Context& context) {
    auto options = std::make_shared<Options>();
    app.add_option(
           "INPUT", options->input,
           context.in(say("the project to read, or - for the standard input", "읽을 프로젝트, 또는 표준 입력 -")))
        ->required();
    app.add_option(
           "OUTPUT", options->output,
           context.in(say("the file to write, or - for the standard output; what it replaces is kept as OUTPUT~",
                          "쓸 파일, 또는 표준 출력 -; 바뀌는 파일은 OUTPUT~로 남음")))
        ->required();
    app.add_option("--from", options->from,
                   context.in(say("format of the input where its content does not tell: {}",
                                  "내용으로 알 수 없을 때 입력 형식: {}", join(readableFormats()))))
        ->type_name("FORMAT");
    app.add_option("--to", options->to,
                   context.in(say("format of the output where its name does not tell: {}",
                                  "이름으로 알 수 없을 때 출력 형식: {}", join(writableFormats()))))
        ->type_name("FORMAT");
    return [options](Context& running) {
        const auto source = readProject(running, options->input, options->from);
        if (!source) return running.fail(source.error());
        WriteOptions write;
        write.format = options->to;
        if (const auto written = writeProject(running, options->output, source->diagram, write); !written)
            return running.fail(written.error());
        if (options->output != "-" && running.output == Output::Json)
            running.out = JsonText()
                              .beginObject()
                              .key("read")
                              .value(options->input)
                              .key("written")
                              .value(options->output)
                              .end()
                              .take();
        return static_cast<int>(kFine);
    };
}

} // namespace sky::cli
