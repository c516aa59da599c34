// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include "base/nearest.h"
#include "cli/command.h"
#include "cli/help.h"
#include "cli/interrupt.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace sky::cli {
namespace {

void complain(const std::string& line) {
    std::fprintf(stderr, "skywright-cli: %s\n", line.c_str());
}

int complainOfUsage(const Context& context, const Text& what, const std::string& command) {
    const std::string page = "skywright-cli" + (command.empty() ? "" : ' ' + command) + " --help";
    complain(context.in(what) + ' ' + context.in(say("See: {}", "도움말: {}", page)));
    return kWrongUsage;
}

// The language is needed before the options are declared, since their descriptions are in it.
Language languageOf(const std::vector<std::string>& arguments) {
    std::string_view chosen;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--") break;
        if (argument == "--lang" && i + 1 < arguments.size()) chosen = arguments[i + 1];
        if (argument.substr(0, 7) == "--lang=") chosen = argument.substr(7);
    }
    if (chosen.empty())
        for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
            if (const char* value = std::getenv(name); value && *value) {
                chosen = value;
                break;
            }
    return chosen.substr(0, 2) == "ko" ? Language::Korean : Language::English;
}

// Everything is printed at once at the end, so that a failing output is noticed.
int printOut(const Context& context, int code) {
    std::string_view rest = context.out;
    while (!rest.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
        if (written < 0) {
            if (errno == EINTR && !interrupted()) continue;
            if (errno == EINTR) return kCutOff;
            if (errno == EPIPE) return kCutOff;
            complain(context.in(
                say("the output cannot be written: {}.", "출력을 쓸 수 없습니다: {}.", std::strerror(errno))));
            return kCannotBeWritten;
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    return code;
}

// An option nobody has comes before whatever else is missing: it is the likelier slip.
std::optional<Text> unknownOption(const CLI::App& app, const std::vector<std::string>& arguments) {
    std::vector<std::string> known;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& one : option->get_lnames()) known.push_back("--" + one);
        for (const std::string& one : option->get_snames()) known.push_back("-" + one);
    }
    for (const std::string& argument : arguments) {
        if (argument == "--") break;
        const std::string name = argument.substr(0, argument.find('='));
        if (name.substr(0, 2) != "--" || std::find(known.begin(), known.end(), name) != known.end()) continue;
        if (const auto near = nearestWord(name, known))
            return say("no option {}; nearest: {}.", "{} 옵션은 없습니다. 가장 비슷한 것: {}.", name, *near);
        return say("no option {}.", "{} 옵션은 없습니다.", name);
    }
    return std::nullopt;
}

Text explain(const CLI::ParseError& error, const CLI::App& app, const std::vector<std::string>& arguments) {
    if (auto unknown = unknownOption(app, arguments)) return *std::move(unknown);
    const auto code = static_cast<CLI::ExitCodes>(error.get_exit_code());
    if (code == CLI::ExitCodes::RequiredError)
        for (const CLI::Option* option : app.get_options())
            if (option->get_required() && option->count() == 0)
                return say("{} is missing.", "{}이(가) 없습니다.", option->get_name(option->get_positional()));
    if (code == CLI::ExitCodes::ExtrasError)
        return say("too many arguments, or an unknown one.", "인자가 너무 많거나 알 수 없는 인자가 있습니다.");
    return say("wrong usage: {}.", "잘못된 사용: {}.", std::string(error.what()));
}

int runCommand(const Command& command, std::vector<std::string> arguments, Context& context) {
    CLI::App app(context.in(command.summary), command.name);
    app.set_help_flag();
    const Action action = command.prepare(app, context);
    std::string output = "text";
    std::string language;
    bool help = false;
    const std::vector<std::string> formats = command.formats();
    std::string listed;
    for (const std::string& format : formats) (listed += listed.empty() ? "" : ", ") += format;
    app.add_option("--format", output,
                   context.in(say("how results are printed: {} (text)", "결과를 출력하는 방식: {} (text)", listed)))
        ->type_name("FORMAT");
    app.add_option("--lang", language,
                   context.in(say("language of what is printed: en or ko (that of the system)",
                                  "출력 언어: en 또는 ko (시스템 언어)")))
        ->type_name("LANGUAGE");
    app.add_flag("-h,--help", help, context.in(say("print this page", "이 도움말을 출력")));
    for (const std::string& argument : arguments) {
        if (argument == "--") break;
        if (argument == "-h" || argument == "--help") {
            context.out += helpOfCommand(command, app, context);
            return kFine;
        }
    }
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend())); // CLI11 takes them backwards
    } catch (const CLI::ParseError& error) {
        return complainOfUsage(context, explain(error, app, arguments), command.name);
    }
    if (std::find(formats.begin(), formats.end(), output) == formats.end())
        return complainOfUsage(
            context,
            say("--format is one of {}, not '{}'.", "--format은 {} 중 하나여야 하는데 '{}'입니다.", listed, output),
            command.name);
    if (!language.empty() && language != "en" && language != "ko")
        return complainOfUsage(
            context, say("--lang is en or ko, not '{}'.", "--lang은 en이나 ko여야 하는데 '{}'입니다.", language),
            command.name);
    context.output = output == "json" ? Output::Json : output == "csv" ? Output::Csv : Output::Text;
    context.format = output;
    const int code = action(context);
    return interrupted() ? static_cast<int>(kCutOff) : code;
}

} // namespace

int Context::fail(const Error& error) const {
    complain(error.in(language));
    switch (error.code) {
    case ErrorCode::BadUsage:
        return kWrongUsage;
    case ErrorCode::NotWritable:
        return kCannotBeWritten;
    case ErrorCode::Cancelled:
        return kCutOff;
    case ErrorCode::NotFound:
    case ErrorCode::NotReadable:
    case ErrorCode::BadFormat:
    case ErrorCode::NewerFormat:
    case ErrorCode::Invalid:
    case ErrorCode::TooLarge:
        break;
    }
    return kCannotBeRead;
}

int run(const std::vector<std::string>& arguments) {
    watchForInterrupts();
    Context context{languageOf(arguments), Output::Text, "text", store::posixFileSystem(), {}};
    // Options of every command may also stand before it.
    std::size_t at = 0;
    std::vector<std::string> before;
    while (at < arguments.size() && !arguments[at].empty() && arguments[at][0] == '-') {
        const std::string& argument = arguments[at++];
        if (argument == "--version") {
            context.out = "skywright-cli " SKY_VERSION "\n";
            return printOut(context, kFine);
        }
        if (argument == "-h" || argument == "--help") {
            context.out = helpOfProgram(context);
            return printOut(context, kFine);
        }
        const std::string name = argument.substr(0, argument.find('='));
        if (name != "--format" && name != "--lang")
            return complainOfUsage(context, say("no option {}.", "{} 옵션은 없습니다.", name), {});
        before.push_back(argument);
        if (name.size() == argument.size() && at < arguments.size()) before.push_back(arguments[at++]);
    }
    if (at == arguments.size()) {
        if (before.empty()) std::fputs(helpOfProgram(context).c_str(), stderr);
        return before.empty() ? static_cast<int>(kWrongUsage)
                              : complainOfUsage(context, say("a command is missing.", "명령이 없습니다."), {});
    }
    const std::string& name = arguments[at++];
    if (name == "help") {
        if (at < arguments.size())
            for (const Command& command : commands())
                if (arguments[at] == command.name) return printOut(context, runCommand(command, {"--help"}, context));
        context.out = helpOfProgram(context);
        return printOut(context, kFine);
    }
    std::vector<std::string> rest = std::move(before);
    rest.insert(rest.end(), arguments.begin() + static_cast<std::ptrdiff_t>(at), arguments.end());
    std::vector<std::string> known;
    for (const Command& command : commands()) {
        known.emplace_back(command.name);
        if (name == command.name) return printOut(context, runCommand(command, std::move(rest), context));
    }
    if (const auto near = nearestWord(name, known))
        return complainOfUsage(
            context, say("no command '{}'; nearest: '{}'.", "'{}' 명령은 없습니다. 가장 비슷한 것: '{}'.", name, *near),
            {});
    return complainOfUsage(context, say("no command '{}'.", "'{}' 명령은 없습니다.", name), {});
}

} // namespace sky::cli
