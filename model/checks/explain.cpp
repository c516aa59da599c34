// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/explain.h"

#include "checks/table.h"

namespace sky::checks {
namespace {

void paragraph(std::string& out, Language language, const Text& title, const Text& text) {
    if (!text.empty()) out += "\n**" + title.in(language) + "** " + text.in(language) + "\n";
}

} // namespace

std::string explain(const Rule& rule, Language language) {
    std::string out = "## " + std::string(rule.id) + " " + rule.title.text().in(language) + "\n\n";
    out += say("{}, {}", "{}, {}", nameOf(rule.severity), nameOf(rule.pillar)).in(language) + "\n";
    paragraph(out, language, say("Why:", "이유:"), rule.why.text());
    paragraph(out, language, say("What to do:", "할 일:"), rule.mend.text());
    if (*rule.accept.en) paragraph(out, language, say("When to leave it:", "그대로 두어도 될 때:"), rule.accept.text());
    out += "\nAWS: " + std::string(rule.page) + "\n";
    if (*rule.anchors) out += "\n" + say("Also known as:", "다른 이름:").in(language) + " " + rule.anchors + "\n";
    if (*rule.aliases) out += "\n" + say("Formerly:", "이전 이름:").in(language) + " " + rule.aliases + "\n";
    return out;
}

std::string explainAll(Language language) {
    std::string out = "# " + say("Rules", "규칙").in(language) + "\n";
    for (const Rule* rule : rules()) out += "\n" + explain(*rule, language);
    return out;
}

} // namespace sky::checks
