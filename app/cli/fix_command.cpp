// SPDX-License-Identifier: GPL-3.0-or-later
// fix: applies the first fix of the findings of one rule, or of all, one after the other, each to the project as the
// one before has left it. Says what was done; without -o nothing is written, which is the preview.
#include "checks/rule.h"
#include "cli/command.h"
#include "cli/findings.h"
#include "cli/json_text.h"
#include "cli/projects.h"
#include "edit/edit.h"

#include <memory>
#include <set>

namespace sky::cli {
namespace {

constexpr std::size_t kMostFixes = 10000; // of one run: fixes that undo each other must not go on for ever

struct Options {
    std::string path;
    std::string rule;
    std::string subject;
    std::string output;
    std::string profile;
    bool all = false;
};

struct Done {
    std::string rule;
    std::string subject;
    Text name;
};

// The first finding that is meant and has a fix that has not been tried.
checks::FindingPointer nextOf(const checks::Checks& checks, const Options& options, const checks::Rule* rule,
                              const std::set<std::string>& tried) {
    for (const checks::FindingPointer& each : checks.findings()) {
        if (each->fixes.empty() || (rule && each->rule != rule)) continue;
        if (!options.subject.empty() && each->subject != options.subject) continue;
        if (tried.contains(each->rule->id + each->subject + each->fingerprint)) continue;
        if (!checks::acceptanceOf(*each, checks.topology(), {})) return each;
    }
    return nullptr;
}

void print(Context& context, const std::vector<Done>& done, std::size_t left, const Options& options) {
    if (context.output == Output::Json) {
        JsonText json;
        json.beginObject().key("fixed").beginArray();
        for (const Done& one : done)
            json.beginObject()
                .key("rule")
                .value(one.rule)
                .key("subject")
                .value(one.subject)
                .key("fix")
                .value(one.name)
                .end();
        context.out =
            json.end().key("left").value(std::uint64_t{left}).key("written").value(options.output).end().take();
        return;
    }
    for (const Done& one : done)
        context.out +=
            one.rule + (one.subject.empty() ? "" : " [" + one.subject + "]") + ": " + context.in(one.name) + "\n";
    context.print(options.output.empty()
                      ? say("{} fixes would be made, {} findings left; write them with -o FILE.\n",
                            "고칠 것 {}개, 남는 결과 {}개. -o FILE로 저장하세요.\n", std::uint64_t{done.size()},
                            std::uint64_t{left})
                      : say("{} fixes made, {} findings left.\n", "{}개를 고쳤고 결과 {}개가 남았습니다.\n",
                            std::uint64_t{done.size()}, std::uint64_t{left}));
}

int run(Context& context, const Options& options) {
    if (options.rule.empty() == !options.all)
        return context.fail(
            {ErrorCode::BadUsage, {}, say("say --rule ID or --all.", "--rule ID나 --all을 지정하세요."), {}});
    const checks::Rule* rule = nullptr;
    if (!options.rule.empty()) {
        const auto named = ruleNamed(options.rule);
        if (!named) return context.fail(named.error());
        rule = *named;
    }
    const auto profile = profileNamed(options.profile);
    if (!profile) return context.fail(profile.error());
    auto source = readProject(context, options.path);
    if (!source) return context.fail(source.error());
    diagram::Diagram& diagram = source->diagram;
    checks::Checks checks(topology::Topology::of(diagram, context.catalog()), {*profile, {}, false});
    std::vector<Done> done;
    std::set<std::string> tried;
    while (done.size() < kMostFixes) {
        const checks::FindingPointer finding = nextOf(checks, options, rule, tried);
        if (!finding) break;
        tried.insert(finding->rule->id + finding->subject + finding->fingerprint);
        const auto step = checks::stepOf(finding->fixes.front(), diagram, context.catalog());
        if (!step || !edit::apply(diagram, context.catalog(), *step)) continue;
        (void)checks.update(checks.topology().after(diagram));
        done.push_back({finding->rule->id, finding->subject, finding->fixes.front().name});
    }
    if (!options.output.empty())
        if (const auto written = writeProject(context, options.output, diagram, {}); !written)
            return context.fail(written.error());
    if (options.output != "-") print(context, done, checks.findings().size(), options);
    return kFine;
}

} // namespace

Action prepareFix(CLI::App& app, const Context& context) {
    auto options = std::make_shared<Options>();
    addProjectArgument(app, context, options->path);
    app.add_option("--rule", options->rule, context.in(say("fix what this rule finds", "이 규칙이 찾은 것을 고침")));
    app.add_flag("--all", options->all, context.in(say("fix whatever can be fixed", "고칠 수 있는 것을 모두 고침")));
    app.add_option("--subject", options->subject,
                   context.in(say("only at the element or link of this id", "이 id의 요소나 연결만")));
    app.add_option("--profile", options->profile, context.in(say("as of check", "check와 같음")));
    app.add_option("-o,--output", options->output,
                   context.in(say("the file to write; none: only say what would be done",
                                  "쓸 파일. 없으면 무엇을 고칠지만 알림")));
    return [options](Context& running) { return run(running, *options); };
}

} // namespace sky::cli
