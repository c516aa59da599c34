// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/finding.h"

#include "checks/rule.h"

#include <string_view>
#include <tuple>

namespace sky::checks {

const char* keyOf(Severity severity) {
    return severity == Severity::Error ? "error" : severity == Severity::Warning ? "warning" : "info";
}

const char* keyOf(Pillar pillar) {
    switch (pillar) {
    case Pillar::Structure:
        return "structure";
    case Pillar::Security:
        return "security";
    case Pillar::Reliability:
        return "reliability";
    case Pillar::Performance:
        return "performance";
    case Pillar::Cost:
        return "cost";
    case Pillar::Operations:
        return "operations";
    }
    return "";
}

Text nameOf(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return {"error", "오류"};
    case Severity::Warning:
        return {"warning", "경고"};
    case Severity::Info:
        return {"info", "참고"};
    }
    return {};
}

Text nameOf(Pillar pillar) {
    switch (pillar) {
    case Pillar::Structure:
        return {"structure", "구조"};
    case Pillar::Security:
        return {"security", "보안"};
    case Pillar::Reliability:
        return {"reliability", "안정성"};
    case Pillar::Performance:
        return {"performance", "성능"};
    case Pillar::Cost:
        return {"cost", "비용"};
    case Pillar::Operations:
        return {"operations", "운영"};
    }
    return {};
}

std::strong_ordering operator<=>(const Finding& a, const Finding& b) {
    const auto key = [](const Finding& each) {
        return std::make_tuple(each.severity, std::string_view(each.rule->id), std::string_view(each.subject),
                               std::string_view(each.message.en), std::string_view(each.fingerprint));
    };
    return key(a) <=> key(b);
}

bool operator==(const Finding& a, const Finding& b) {
    if (a.rule != b.rule || a.severity != b.severity || a.subject != b.subject || a.also != b.also ||
        a.message != b.message || a.cause != b.cause || a.fingerprint != b.fingerprint ||
        a.fixes.size() != b.fixes.size())
        return false;
    for (std::size_t i = 0; i < a.fixes.size(); ++i)
        if (a.fixes[i].name != b.fixes[i].name) return false;
    return true;
}

} // namespace sky::checks
