// SPDX-License-Identifier: GPL-3.0-or-later
// explain: the page of a rule, or the list of all.
#include "checks/explain.h"
#include "checks/table.h"
#include "cli/command.h"
#include "cli/findings.h"
#include "cli/json_text.h"

#include <memory>

namespace sky::cli {
namespace {

void append(JsonText& json, const checks::Rule& rule) {
    json.beginObject()
        .key("id")
        .value(rule.id)
        .key("severity")
        .value(checks::keyOf(rule.severity))
        .key("pillar")
        .value(checks::keyOf(rule.pillar))
        .key("title")
        .value(rule.title.text())
        .key("why")
        .value(rule.why.text())
        .key("fix")
        .value(rule.mend.text())
        .key("accept")
        .value(rule.accept.text())
        .key("page")
        .value(rule.page)
        .key("anchors")
        .value(rule.anchors)
        .key("aliases")
        .value(rule.aliases)
        .end();
}

int list(Context& context) {
    if (context.output == Output::Json) {
        JsonText json;
        json.beginArray();
        for (const checks::Rule* rule : checks::rules()) append(json, *rule);
        context.out = json.end().take();
        return kFine;
    }
    for (const checks::Rule* rule : checks::rules())
        context.out += std::string(rule->id) + "  " + context.in(checks::nameOf(rule->severity)) + "  " +
                       context.in(rule->title.text()) + "\n";
    return kFine;
}

} // namespace

Action prepareExplain(CLI::App& app, const Context& context) {
    auto id = std::make_shared<std::string>();
    auto all = std::make_shared<bool>(false);
    app.add_option("RULE", *id, context.in(say("id of a rule, or nothing for the list", "규칙의 id. 없으면 목록")));
    app.add_flag("--all", *all, context.in(say("the pages of all rules", "모든 규칙의 설명")));
    return [id, all](Context& running) {
        if (*all && running.output == Output::Text) {
            running.out = checks::explainAll(running.language);
            return static_cast<int>(kFine);
        }
        if (id->empty()) return list(running);
        const auto rule = ruleNamed(*id);
        if (!rule) return running.fail(rule.error());
        if (running.output == Output::Json) {
            JsonText json;
            append(json, **rule);
            running.out = json.take();
        } else {
            running.out = checks::explain(**rule, running.language);
        }
        return static_cast<int>(kFine);
    };
}

} // namespace sky::cli
