// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/report/findings_report.h"

#include "base/counted.h"
#include "checks/rule.h"
#include "checks/table.h"
#include "topology/words.h"

#include <nlohmann/json.hpp>

namespace sky::exchange {
namespace {

using checks::Checks;
using checks::Finding;
using checks::FindingPointer;
using checks::Group;
using checks::Severity;
using checks::Sorted;

Text whereOf(const Checks& checks, const Finding& finding) {
    if (finding.subject.empty()) return say("the design", "설계 전체");
    if (const diagram::Link* link = checks.topology().diagram().link(LinkId(finding.subject)))
        return say("{} → {}", "{} → {}", topology::nameOf(checks.topology(), link->from),
                   topology::nameOf(checks.topology(), link->to));
    return topology::nameOf(checks.topology(), ElementId(finding.subject));
}

std::string titleOf(const Checks& checks, Language language) {
    const Text& name = checks.topology().diagram().project().name;
    const std::string what = say("Findings", "점검 결과").in(language);
    return name.empty() ? what : name.in(language) + ": " + what;
}

std::string countsOf(const Sorted& sorted, const Checks& checks, Language language) {
    return say("{}, {}, {}; {} accepted. Profile: {}.",
               "오류 {}개, 경고 {}개, 참고 {}개, 받아들인 것 {}개. 프로파일: {}.",
               counted(sorted.errors, "error", "errors"), counted(sorted.warnings, "warning", "warnings"),
               counted(sorted.infos, "note", "notes"), std::uint64_t{sorted.accepted.size()}, checks.profile().name)
        .in(language);
}

std::string escaped(std::string_view text, bool html) {
    std::string out;
    for (const char c : text) {
        if (html && c == '<')
            out += "&lt;";
        else if (html && c == '>')
            out += "&gt;";
        else if (html && c == '&')
            out += "&amp;";
        else if (html && c == '"')
            out += "&quot;";
        else if (!html && (c == '|' || c == '*' || c == '_' || c == '`' || c == '<' || c == '['))
            (out += '\\') += c;
        else
            out += c;
    }
    return out;
}

struct Writer { // the one shape of both documents
    bool html;
    Language language;
    std::string out;

    void heading(int level, const std::string& text) {
        const std::string number = std::to_string(level);
        out += html ? "<h" + number + ">" + escaped(text, true) + "</h" + number + ">\n"
                    : std::string(static_cast<std::size_t>(level), '#') + " " + escaped(text, false) + "\n\n";
    }
    void paragraph(const std::string& text) {
        out += html ? "<p>" + escaped(text, true) + "</p>\n" : escaped(text, false) + "\n\n";
    }
    void finding(const Checks& checks, const Finding& one, bool inner) {
        const std::string where = escaped(whereOf(checks, one).in(language), html);
        const std::string what = escaped(one.message.in(language), html);
        if (html)
            out += "<li><code>" + std::string(one.rule->id) + "</code> <b>" + where + "</b>: " + what;
        else
            out += (inner ? "  - " : "- ") + std::string("`") + one.rule->id + "` **" + where + "**: " + what + "\n";
        if (inner) {
            if (html) out += "</li>\n";
            return;
        }
        if (!one.fixes.empty()) {
            const std::string fix = say("Fix: {}.", "고치기: {}.", one.fixes.front().name).in(language);
            out += html ? "<br><i>" + escaped(fix, true) + "</i>" : "  - *" + escaped(fix, false) + "*\n";
        }
    }
    void list(bool begin) {
        if (html)
            out += begin ? "<ul>\n" : "</ul>\n";
        else if (!begin)
            out += "\n";
    }
    void group(const Checks& checks, const Group& group) {
        finding(checks, *group.first, false);
        if (!group.others.empty()) {
            if (html) out += "\n<ul>\n";
            for (const FindingPointer& other : group.others) finding(checks, *other, true);
            if (html) out += "</ul>";
        }
        if (html) out += "</li>\n";
    }
};

std::string document(const Checks& checks, const std::string& today, Language language, bool html) {
    const Sorted sorted = checks::sorted(checks, today);
    Writer writer{html, language, {}};
    writer.heading(1, titleOf(checks, language));
    writer.paragraph(countsOf(sorted, checks, language));
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
        bool any = false;
        for (const Group& group : sorted.open) {
            if (group.first->severity != severity) continue;
            if (!any) {
                writer.heading(2, checks::nameOf(severity).in(language));
                writer.list(true);
            }
            any = true;
            writer.group(checks, group);
        }
        if (any) writer.list(false);
    }
    if (!sorted.accepted.empty()) {
        writer.heading(2, say("Accepted", "받아들인 것").in(language));
        for (const FindingPointer& one : sorted.accepted) {
            const diagram::Acceptance& acceptance = *checks::acceptanceOf(*one, checks.topology(), today);
            std::string line = std::string(one->rule->id) + " " + whereOf(checks, *one).in(language) + ": " +
                               one->message.in(language) + " " +
                               say("Reason: {}", "이유: {}", acceptance.reason).in(language);
            if (!acceptance.author.empty()) line += " (" + acceptance.author + ")";
            if (!acceptance.until.empty()) line += say(", until {}", ", {}까지", acceptance.until).in(language);
            writer.paragraph(line);
        }
    }
    return writer.out;
}

} // namespace

std::string findingsAsMarkdown(const Checks& checks, const std::string& today, Language language) {
    return document(checks, today, language, false);
}

std::string findingsAsHtml(const Checks& checks, const std::string& today, Language language) {
    const std::string title = escaped(titleOf(checks, language), true);
    return std::string("<!DOCTYPE html>\n<html lang=\"") + (language == Language::Korean ? "ko" : "en") +
           "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + title +
           "</title>\n<style>body{font-family:sans-serif;max-width:60em;margin:2em auto;line-height:1.5}"
           "code{background:#eee;padding:0 .3em}li{margin:.4em 0}</style>\n</head>\n<body>\n" +
           document(checks, today, language, true) + "</body>\n</html>\n";
}

std::string findingsAsSarif(const Checks& checks, const std::string& today, std::string_view path,
                            std::string_view version, Language language) {
    using Json = nlohmann::ordered_json;
    Json rules = Json::array();
    std::vector<const checks::Rule*> used;
    for (const checks::Rule* rule : checks::rules()) {
        const bool found = std::any_of(checks.findings().begin(), checks.findings().end(),
                                       [&](const FindingPointer& each) { return each->rule == rule; });
        if (!found) continue;
        used.push_back(rule);
        rules.push_back({{"id", rule->id},
                         {"shortDescription", {{"text", rule->title.text().in(language)}}},
                         {"fullDescription", {{"text", rule->why.text().in(language)}}},
                         {"help", {{"text", rule->mend.text().in(language)}}},
                         {"helpUri", rule->page},
                         {"properties", {{"tags", Json::array({checks::keyOf(rule->pillar)})}}}});
    }
    Json results = Json::array();
    for (const FindingPointer& each : checks.findings()) {
        const auto index = std::find(used.begin(), used.end(), each->rule) - used.begin();
        const char* level = each->severity == Severity::Error     ? "error"
                            : each->severity == Severity::Warning ? "warning"
                                                                  : "note";
        Json location{{"physicalLocation", {{"artifactLocation", {{"uri", path}}}}}};
        if (!each->subject.empty())
            location["logicalLocations"] =
                Json::array({{{"name", whereOf(checks, *each).in(language)}, {"fullyQualifiedName", each->subject}}});
        Json result{{"ruleId", each->rule->id},
                    {"ruleIndex", index},
                    {"level", level},
                    {"message", {{"text", each->message.in(language)}}},
                    {"locations", Json::array({location})},
                    {"partialFingerprints", {{"skywright/v1", each->fingerprint}}}};
        if (const auto* acceptance = checks::acceptanceOf(*each, checks.topology(), today))
            result["suppressions"] =
                Json::array({{{"kind", "external"}, {"status", "accepted"}, {"justification", acceptance->reason}}});
        results.push_back(std::move(result));
    }
    const Json log{
        {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
        {"version", "2.1.0"},
        {"runs", Json::array({{{"tool", {{"driver", {{"name", "skywright"}, {"version", version}, {"rules", rules}}}}},
                               {"results", results}}})}};
    return log.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace sky::exchange
