// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.h"

#include "base/utf8.h"

#include <algorithm>

namespace sky::cli {
namespace {

// Columns of a terminal: Hangul and other wide characters take two.
std::size_t columns(std::string_view text) {
    std::size_t width = 0;
    for (const char32_t c : CodePoints(text))
        width += c >= 0x1100 && (c <= 0x115F || (c >= 0x2E80 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                                 (c >= 0xFF00 && c <= 0xFF60))
                     ? 2
                     : 1;
    return width;
}

using Rows = std::vector<std::pair<std::string, std::string>>;

void appendRows(std::string& out, const Text& title, const Rows& rows, const Context& context) {
    if (rows.empty()) return;
    std::size_t widest = 0;
    for (const auto& row : rows) widest = std::max(widest, columns(row.first));
    out += '\n' + context.in(title) + '\n';
    for (const auto& [left, right] : rows)
        out += "  " + left + std::string(widest - columns(left) + 2, ' ') + right + '\n';
}

void appendExitCodes(std::string& out, const Text& findings, const Context& context) {
    Rows rows{{"0", context.in(say("fine", "문제없음"))}};
    if (!findings.empty()) rows.emplace_back("1", context.in(findings));
    rows.emplace_back("2", context.in(say("wrong usage of the command line", "명령줄을 잘못 씀")));
    rows.emplace_back(
        "3",
        context.in(say("something cannot be read: missing, forbidden, damaged, newer, not a project",
                       "읽을 수 없음: 없거나, 권한이 없거나, 손상되었거나, 더 새로운 형식이거나, 프로젝트가 아님")));
    rows.emplace_back("4", context.in(say("something cannot be written", "쓸 수 없음")));
    rows.emplace_back("5", context.in(say("cut off before the end: Ctrl-C, or nobody reads the output any more",
                                          "끝나기 전에 중단됨: Ctrl-C, 또는 출력을 더 이상 아무도 읽지 않음")));
    appendRows(out, say("Exit codes:", "종료 코드:"), rows, context);
}

std::string usage(const Command& command, const CLI::App& app, const Context& context) {
    std::string line = context.in(say("Usage: ", "사용법: ")) + "skywright-cli " + command.name;
    for (const CLI::Option* option : app.get_options()) {
        if (!option->get_positional()) continue;
        const std::string name = option->get_name(true);
        line += option->get_required() ? ' ' + name : " [" + name + ']';
    }
    return line + context.in(say(" [options]\n", " [옵션]\n"));
}

} // namespace

std::string helpOfCommand(const Command& command, const CLI::App& app, const Context& context) {
    std::string out = usage(command, app, context) + '\n' + context.in(command.summary) + '\n';
    Rows arguments;
    Rows options;
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_positional()) {
            arguments.emplace_back(option->get_name(true), option->get_description());
        } else {
            std::string left = option->get_name(false, true);
            std::replace(left.begin(), left.end(), ',', ' ');
            if (option->get_type_size() > 0) left += ' ' + option->get_type_name();
            options.emplace_back(std::move(left), option->get_description());
        }
    }
    appendRows(out, say("Arguments:", "인자:"), arguments, context);
    appendRows(out, say("Options:", "옵션:"), options, context);
    appendExitCodes(out, command.findings, context);
    out += '\n' + context.in(say("Example:", "예:")) + "\n  " + context.in(command.example) + '\n';
    return out;
}

std::string helpOfProgram(const Context& context) {
    std::string out = context.in(say("Usage: ", "사용법: ")) + "skywright-cli " +
                      context.in(say("COMMAND [options]\n", "명령 [옵션]\n"));
    out += '\n' +
           context.in(say("Design AWS architectures from the command line. Needs no display.",
                          "명령줄에서 AWS 아키텍처를 설계합니다. 디스플레이가 필요 없습니다.")) +
           '\n';
    Rows rows;
    for (const Command& command : commands()) rows.emplace_back(command.name, context.in(command.summary));
    appendRows(out, say("Commands:", "명령:"), rows, context);
    appendRows(
        out, say("Options of every command:", "모든 명령의 옵션:"),
        {{"--format text|json", context.in(say("how results are printed (text)", "결과를 출력하는 방식 (text)"))},
         {"--lang en|ko",
          context.in(say("language of what is printed (that of the system)", "출력 언어 (시스템 언어)"))},
         {"-h --help", context.in(say("help, also for each command", "도움말, 명령별로도 볼 수 있음"))},
         {"--version", context.in(say("the version", "버전"))}},
        context);
    appendExitCodes(
        out, say("findings or differences, where a command looks for them", "명령이 찾는 문제나 차이가 있음"), context);
    return out;
}

} // namespace sky::cli
