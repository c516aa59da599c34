// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/table.h"

#include "base/nearest.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace sky::checks {

// One row for each file in rules/, sorted.
#define SKY_RULES(RULE)                                                                                                \
    RULE(kCmp001)                                                                                                      \
    RULE(kCmp002)                                                                                                      \
    RULE(kCmp003)                                                                                                      \
    RULE(kCmp004)                                                                                                      \
    RULE(kCmp005)                                                                                                      \
    RULE(kCmp006)                                                                                                      \
    RULE(kCmp007)                                                                                                      \
    RULE(kCmp008)                                                                                                      \
    RULE(kCmp009)                                                                                                      \
    RULE(kCmp010)                                                                                                      \
    RULE(kCmp011)                                                                                                      \
    RULE(kCmp012)                                                                                                      \
    RULE(kCmp013)                                                                                                      \
    RULE(kCmp015)                                                                                                      \
    RULE(kCmp016)                                                                                                      \
    RULE(kCmp017)                                                                                                      \
    RULE(kCmp018)                                                                                                      \
    RULE(kCmp019)                                                                                                      \
    RULE(kCmp020)                                                                                                      \
    RULE(kCost001)                                                                                                     \
    RULE(kCost002)                                                                                                     \
    RULE(kCost003)                                                                                                     \
    RULE(kCost004)                                                                                                     \
    RULE(kCost005)                                                                                                     \
    RULE(kCost006)                                                                                                     \
    RULE(kCost007)                                                                                                     \
    RULE(kCost008)                                                                                                     \
    RULE(kDb001)                                                                                                       \
    RULE(kDb002)                                                                                                       \
    RULE(kDb003)                                                                                                       \
    RULE(kDb004)                                                                                                       \
    RULE(kDb005)                                                                                                       \
    RULE(kDb006)                                                                                                       \
    RULE(kDb007)                                                                                                       \
    RULE(kDb008)                                                                                                       \
    RULE(kDb009)                                                                                                       \
    RULE(kDb010)                                                                                                       \
    RULE(kDb011)                                                                                                       \
    RULE(kDb012)                                                                                                       \
    RULE(kDb013)                                                                                                       \
    RULE(kDb014)                                                                                                       \
    RULE(kDb015)                                                                                                       \
    RULE(kDb016)                                                                                                       \
    RULE(kDb017)                                                                                                       \
    RULE(kDb018)                                                                                                       \
    RULE(kDb020)                                                                                                       \
    RULE(kDb021)                                                                                                       \
    RULE(kEdge001)                                                                                                     \
    RULE(kEdge002)                                                                                                     \
    RULE(kEdge003)                                                                                                     \
    RULE(kEdge005)                                                                                                     \
    RULE(kEdge006)                                                                                                     \
    RULE(kEdge007)                                                                                                     \
    RULE(kHyb001)                                                                                                      \
    RULE(kHyb002)                                                                                                      \
    RULE(kHyb003)                                                                                                      \
    RULE(kHyb004)                                                                                                      \
    RULE(kHyb005)                                                                                                      \
    RULE(kInt001)                                                                                                      \
    RULE(kInt002)                                                                                                      \
    RULE(kInt003)                                                                                                      \
    RULE(kInt004)                                                                                                      \
    RULE(kInt005)                                                                                                      \
    RULE(kInt006)                                                                                                      \
    RULE(kInt007)                                                                                                      \
    RULE(kLb001)                                                                                                       \
    RULE(kLb002)                                                                                                       \
    RULE(kLb003)                                                                                                       \
    RULE(kLb004)                                                                                                       \
    RULE(kLb005)                                                                                                       \
    RULE(kLb008)                                                                                                       \
    RULE(kLb009)                                                                                                       \
    RULE(kLb010)                                                                                                       \
    RULE(kLb011)                                                                                                       \
    RULE(kLb012)                                                                                                       \
    RULE(kLb013)                                                                                                       \
    RULE(kLb014)                                                                                                       \
    RULE(kLb015)                                                                                                       \
    RULE(kLb016)                                                                                                       \
    RULE(kLb017)                                                                                                       \
    RULE(kLb018)                                                                                                       \
    RULE(kLb019)                                                                                                       \
    RULE(kNet001)                                                                                                      \
    RULE(kNet002)                                                                                                      \
    RULE(kNet003)                                                                                                      \
    RULE(kNet004)                                                                                                      \
    RULE(kNet006)                                                                                                      \
    RULE(kNet007)                                                                                                      \
    RULE(kNet008)                                                                                                      \
    RULE(kNet009)                                                                                                      \
    RULE(kNet010)                                                                                                      \
    RULE(kNet011)                                                                                                      \
    RULE(kNet012)                                                                                                      \
    RULE(kNet014)                                                                                                      \
    RULE(kNet015)                                                                                                      \
    RULE(kNet016)                                                                                                      \
    RULE(kNet017)                                                                                                      \
    RULE(kNet018)                                                                                                      \
    RULE(kNet019)                                                                                                      \
    RULE(kNet020)                                                                                                      \
    RULE(kNet021)                                                                                                      \
    RULE(kNet022)                                                                                                      \
    RULE(kNet023)                                                                                                      \
    RULE(kNet024)                                                                                                      \
    RULE(kNet025)                                                                                                      \
    RULE(kNet026)                                                                                                      \
    RULE(kNet027)                                                                                                      \
    RULE(kNet028)                                                                                                      \
    RULE(kNet029)                                                                                                      \
    RULE(kNet031)                                                                                                      \
    RULE(kNet032)                                                                                                      \
    RULE(kNet033)                                                                                                      \
    RULE(kNet034)                                                                                                      \
    RULE(kNet035)                                                                                                      \
    RULE(kNet036)                                                                                                      \
    RULE(kNet037)                                                                                                      \
    RULE(kNet038)                                                                                                      \
    RULE(kNet039)                                                                                                      \
    RULE(kNet040)                                                                                                      \
    RULE(kOps001)                                                                                                      \
    RULE(kOps002)                                                                                                      \
    RULE(kPerf001)                                                                                                     \
    RULE(kPerf002)                                                                                                     \
    RULE(kPerf003)                                                                                                     \
    RULE(kRel001)                                                                                                      \
    RULE(kRel002)                                                                                                      \
    RULE(kRel003)                                                                                                      \
    RULE(kRel004)                                                                                                      \
    RULE(kRel005)                                                                                                      \
    RULE(kRel006)                                                                                                      \
    RULE(kSec001)                                                                                                      \
    RULE(kSec002)                                                                                                      \
    RULE(kSec003)                                                                                                      \
    RULE(kSec004)                                                                                                      \
    RULE(kSec005)                                                                                                      \
    RULE(kSec006)                                                                                                      \
    RULE(kSec007)                                                                                                      \
    RULE(kSec008)                                                                                                      \
    RULE(kSec009)                                                                                                      \
    RULE(kSec010)                                                                                                      \
    RULE(kSec011)                                                                                                      \
    RULE(kSec012)                                                                                                      \
    RULE(kSec013)                                                                                                      \
    RULE(kSec014)                                                                                                      \
    RULE(kSec015)                                                                                                      \
    RULE(kSec016)                                                                                                      \
    RULE(kSec017)                                                                                                      \
    RULE(kSec018)                                                                                                      \
    RULE(kSec019)                                                                                                      \
    RULE(kSec020)                                                                                                      \
    RULE(kSec021)                                                                                                      \
    RULE(kSto001)                                                                                                      \
    RULE(kSto002)                                                                                                      \
    RULE(kSto003)                                                                                                      \
    RULE(kSto004)                                                                                                      \
    RULE(kSto005)                                                                                                      \
    RULE(kSto006)                                                                                                      \
    RULE(kSto007)                                                                                                      \
    RULE(kSto008)                                                                                                      \
    RULE(kSto009)                                                                                                      \
    RULE(kSto010)                                                                                                      \
    RULE(kSto011)                                                                                                      \
    RULE(kStr001)                                                                                                      \
    RULE(kStr002)                                                                                                      \
    RULE(kStr003)                                                                                                      \
    RULE(kStr004)                                                                                                      \
    RULE(kStr005)                                                                                                      \
    RULE(kStr006)                                                                                                      \
    RULE(kStr007)                                                                                                      \
    RULE(kStr008)                                                                                                      \
    RULE(kStr010)                                                                                                      \
    RULE(kStr011)                                                                                                      \
    RULE(kStr012)                                                                                                      \
    RULE(kStr013)                                                                                                      \
    RULE(kStr014)                                                                                                      \
    RULE(kStr015)                                                                                                      \
    RULE(kStr016)                                                                                                      \
    RULE(kStr017)

#define SKY_DECLARE(rule) extern const Rule rule;
SKY_RULES(SKY_DECLARE)
#undef SKY_DECLARE

namespace {

bool sameWord(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::toupper(x) == std::toupper(y); });
}

bool isAlias(std::string_view aliases, std::string_view word) {
    while (!aliases.empty()) {
        const std::size_t end = std::min(aliases.find(' '), aliases.size());
        if (end > 0 && sameWord(aliases.substr(0, end), word)) return true;
        aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
    return false;
}

} // namespace

std::span<const Rule* const> rules() {
#define SKY_ROW(rule) &rule,
    static const std::array kAll{SKY_RULES(SKY_ROW)};
#undef SKY_ROW
    return kAll;
}

const Rule* findRule(std::string_view word) {
    for (const Rule* rule : rules())
        if (sameWord(rule->id, word) || isAlias(rule->aliases, word)) return rule;
    return nullptr;
}

std::string nearestRule(std::string_view wrong) {
    std::vector<std::string_view> ids;
    for (const Rule* rule : rules()) ids.emplace_back(rule->id);
    return nearestWord(wrong, ids).value_or(std::string());
}

} // namespace sky::checks
