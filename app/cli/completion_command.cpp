// SPDX-License-Identifier: GPL-3.0-or-later
// completion: what the shell should offer after each word, written from the same table and options as everything else.
#include "checks/profile.h"
#include "checks/rule.h"
#include "checks/table.h"
#include "cli/command.h"
#include "cli/projects.h"
#include "cli/templates.h"

#include <memory>

namespace sky::cli {
namespace {

// Words that an option of this name takes; empty: files, or ids that stand in one.
std::vector<std::string> wordsOf(const Command& command, const std::string& option, const catalog::Catalog& catalog) {
    if (option == "--format") return command.formats();
    if (option == "--lang") return {"en", "ko"};
    if (command.name == std::string_view("convert")) {
        if (option == "--from") return readableFormats();
        if (option == "--to") return writableFormats();
    }
    std::vector<std::string> words;
    if (option == "--template" || option == "-t")
        for (const Template& one : templates()) words.emplace_back(one.key);
    if (option == "SERVICE") {
        for (const catalog::Service& service : catalog.services()) words.push_back(service.key);
        for (const catalog::LinkType& type : catalog.linkTypes()) words.push_back(type.key);
    }
    if (option == "RULE" || option == "--rule")
        for (const checks::Rule* rule : checks::rules()) words.emplace_back(rule->id);
    if (option == "--profile")
        for (const checks::Profile& profile : checks::profiles()) words.emplace_back(profile.key);
    if (option == "SHELL") words = {"bash", "zsh"};
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) (all += all.empty() ? "" : " ") += word;
    return all;
}

struct Completed {
    std::string name;
    std::string options;                                        // "--force --help …"
    std::vector<std::pair<std::string, std::string>> arguments; // option name -> words it takes
    std::string words;                                          // of the positional argument
    bool file = false;                                          // it takes a file
};

std::vector<Completed> completed(const Context& context) {
    std::vector<Completed> all;
    for (const Command& command : commands()) {
        CLI::App app;
        app.set_help_flag();
        const Action action = command.prepare(app, context);
        Completed one{command.name, {}, {}, {}, false};
        std::vector<std::string> names;
        for (const CLI::Option* option : app.get_options()) {
            if (option->get_positional()) {
                const auto words = wordsOf(command, option->get_name(true), context.catalog());
                one.file = one.file || words.empty();
                if (!words.empty()) one.words = joined(words);
                continue;
            }
            for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
            if (option->get_type_size() == 0) continue;
            for (const std::string& name : option->get_lnames())
                if (const auto words = wordsOf(command, "--" + name, context.catalog()); !words.empty())
                    one.arguments.emplace_back("--" + name, joined(words));
        }
        for (const char* name : {"--format", "--lang"}) {
            names.emplace_back(name);
            one.arguments.emplace_back(name, joined(wordsOf(command, name, context.catalog())));
        }
        names.emplace_back("--help");
        one.options = joined(names);
        all.push_back(std::move(one));
    }
    return all;
}

std::string script(const Context& context) {
    std::string names;
    for (const Command& command : commands()) (names += names.empty() ? "" : " ") += command.name;
    std::string out = "_skywright_cli() {\n"
                      "  local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\" "
                      "command=\"${COMP_WORDS[1]}\"\n"
                      "  COMPREPLY=()\n"
                      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                      "    COMPREPLY=($(compgen -W \"" +
                      names +
                      " --help --version --format --lang\" -- \"$word\"))\n"
                      "    return\n"
                      "  fi\n"
                      "  case \"$command $before\" in\n";
    const auto all = completed(context);
    for (const Completed& one : all)
        for (const auto& [option, words] : one.arguments)
            out += "    \"" + one.name + ' ' + option + "\") COMPREPLY=($(compgen -W \"" + words +
                   "\" -- \"$word\")); return ;;\n";
    out += "  esac\n"
           "  case \"$command\" in\n";
    for (const Completed& one : all) {
        out += "    " + one.name + ") if [ \"${word:0:1}\" = - ]; then COMPREPLY=($(compgen -W \"" + one.options +
               "\" -- \"$word\")); ";
        if (!one.words.empty()) {
            out += "else COMPREPLY=($(compgen -W \"" + one.words + "\" -- \"$word\")); ";
        } else if (one.file) {
            out += "else COMPREPLY=($(compgen -f -- \"$word\")); ";
        }
        out += "fi ;;\n";
    }
    out += "  esac\n"
           "}\n"
           "complete -o filenames -F _skywright_cli skywright-cli\n";
    return out;
}

} // namespace

Action prepareCompletion(CLI::App& app, const Context& context) {
    auto shell = std::make_shared<std::string>();
    app.add_option("SHELL", *shell, context.in(say("bash or zsh", "bash 또는 zsh")))->required();
    return [shell](Context& running) {
        if (*shell == "zsh") {
            running.out = "#compdef skywright-cli\nautoload -Uz bashcompinit && bashcompinit\n" + script(running);
        } else if (*shell == "bash") {
            running.out = script(running);
        } else {
            return running.fail({ErrorCode::BadUsage,
                                 {},
                                 say("no completion for '{}'.", "'{}' 자동 완성은 없습니다.", *shell),
                                 say("Shells are bash and zsh.", "셸: bash, zsh.")});
        }
        return static_cast<int>(kFine);
    };
}

} // namespace sky::cli
