// SPDX-License-Identifier: GPL-3.0-or-later
// check: all rules over a project. Exit code 1 when something open is at least as grave as --fail-on says.
#include "cli/command.h"
#include "cli/findings.h"
#include "cli/projects.h"
#include "exchange/report/findings_report.h"

#include <memory>

namespace sky::cli {
namespace {

struct Options {
    std::string path;
    std::string profile;
    std::string failOn = "error";
    std::string today;
};

bool fails(const checks::Sorted& sorted, const std::string& failOn) {
    if (failOn == "never") return false;
    return sorted.errors > 0 || (failOn != "error" && sorted.warnings > 0) || (failOn == "info" && sorted.infos > 0);
}

int run(Context& context, const Options& options) {
    const auto profile = profileNamed(options.profile);
    if (!profile) return context.fail(profile.error());
    if (const auto date = checkDate(options.today); !date) return context.fail(date.error());
    const auto source = readProject(context, options.path);
    if (!source) return context.fail(source.error());
    const checks::Checks checks(topology::Topology::of(source->diagram, context.catalog()),
                                {*profile, options.today, false});
    if (context.format == "json")
        context.out = findingsAsJson(checks, options.path, options.today);
    else if (context.format == "sarif")
        context.out = exchange::findingsAsSarif(checks, options.today, options.path, SKY_VERSION, context.language);
    else if (context.format == "markdown")
        context.out = exchange::findingsAsMarkdown(checks, options.today, context.language);
    else if (context.format == "html")
        context.out = exchange::findingsAsHtml(checks, options.today, context.language);
    else
        context.out = findingsAsText(context, checks, options.today);
    return fails(checks::sorted(checks, options.today), options.failOn) ? kFindings : kFine;
}

} // namespace

Action prepareCheck(CLI::App& app, const Context& context) {
    auto options = std::make_shared<Options>();
    addProjectArgument(app, context, options->path);
    app.add_option("--profile", options->profile,
                   context.in(say("for whom: production, learning, pci or cost (as the project says)",
                                  "누구를 위해: production, learning, pci, cost (프로젝트에 정한 대로)")));
    app.add_option("--fail-on", options->failOn,
                   context.in(say("the mildest finding that makes the exit code 1: error, warning, info or never",
                                  "종료 코드를 1로 만드는 가장 가벼운 결과: error, warning, info, never")))
        ->check(CLI::IsMember({"error", "warning", "info", "never"}));
    app.add_option("--today", options->today,
                   context.in(say("the date that acceptances expire by, like 2026-11-25 (none expires)",
                                  "수용 기한을 견줄 날짜, 예: 2026-11-25 (없으면 만료되지 않음)")));
    return [options](Context& running) { return run(running, *options); };
}

} // namespace sky::cli
