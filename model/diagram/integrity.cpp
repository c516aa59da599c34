// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/integrity.h"

#include "base/nearest.h"
#include "diagram/checker.h"
#include "diagram/limits.h"
#include "diagram/names.h"

#include <cstdint>

namespace sky::diagram {
namespace {

Result<void> firstOf(Checker& checker) {
    std::vector<Error> found = checker.takeFound();
    if (found.empty()) return {};
    return std::move(found.front());
}

constexpr std::uint32_t kUnknown = 0; // an entry's depth: one more than the depth, or one of these
constexpr std::uint32_t kLoop = static_cast<std::uint32_t>(-1);
constexpr std::uint32_t kWalking = kLoop - 1;

IdTable everythingIn(const Diagram& diagram) {
    IdTable known(diagram.elements().size() + diagram.links().size() + diagram.scenarios().size());
    for (const Element& element : diagram.elements()) known.add(element);
    for (const Link& link : diagram.links()) known.add(link);
    for (const Scenario& scenario : diagram.scenarios()) known.add(scenario);
    return known;
}

// Numbers every element's entry by its depth, each chain of parents walked once. kLoop: on or below a loop.
void measureDepths(IdTable& known) {
    std::vector<IdTable::Entry*> chain;
    for (IdTable::Entry& entry : known.entries()) {
        if (!entry.element) continue;
        std::uint32_t depth = 0; // of the last one in the chain, plus one
        for (IdTable::Entry* at = &entry;;) {
            if (at->depth != kUnknown) {
                depth = at->depth == kWalking ? kLoop : at->depth;
                break;
            }
            at->depth = kWalking;
            chain.push_back(at);
            IdTable::Entry* parent = at->element->parent.empty() ? nullptr : known.find(at->element->parent.str());
            if (!parent || !parent->element) break;
            at = parent;
        }
        for (; !chain.empty(); chain.pop_back()) {
            if (depth != kLoop) ++depth;
            chain.back()->depth = depth;
        }
    }
}

} // namespace

std::vector<Error> findViolations(const Diagram& diagram, const catalog::Catalog& catalog, std::size_t most) {
    return findViolations(diagram, catalog, most, everythingIn(diagram));
}

std::vector<Error> findViolations(const Diagram& diagram, const catalog::Catalog& catalog, std::size_t most,
                                  IdTable known) {
    measureDepths(known);
    Checker checker(diagram, catalog, most, &known);
    checker.checkCounts();
    for (const Element& element : diagram.elements()) {
        if (checker.full()) break;
        const IdTable::Entry* entry = known.find(element.id.str());
        ENSURE(entry && entry->element, "the table knows every element of the diagram");
        checker.checkElement(element, entry->link || entry->scenario);
        const std::uint32_t depth = entry->depth;
        if (depth == kLoop) {
            if (element.parent != element.id) checker.loopOfParents(element);
        } else if (depth > limits::kDepth + 1) {
            checker.tooDeep(element);
        }
    }
    for (const Link& link : diagram.links()) {
        if (checker.full()) break;
        checker.checkLink(link);
    }
    for (const Scenario& scenario : diagram.scenarios()) {
        if (checker.full()) break;
        checker.checkScenario(scenario);
    }
    if (!checker.full()) checker.checkProject(diagram.project());
    return checker.takeFound();
}

Result<void> checkName(const Text& name) {
    for (const std::string* text : {&name.en, &name.ko})
        if (const auto flaw = flawOfName(*text, limits::kNameCharacters))
            return Error{ErrorCode::Invalid, "name", say("the name {}", "이름: {}", *flaw),
                         say("A name has up to {} printable characters on one line.",
                             "이름은 한 줄에 인쇄 가능한 문자 {}자까지입니다.", limits::kNameCharacters)};
    return {};
}

Result<void> checkElement(const Diagram& diagram, const catalog::Catalog& catalog, const Element& element) {
    Checker checker(diagram, catalog, 1);
    checker.checkElement(element);
    checker.checkParents(element);
    return firstOf(checker);
}

Result<void> checkLink(const Diagram& diagram, const catalog::Catalog& catalog, const Link& link) {
    Checker checker(diagram, catalog, 1);
    checker.checkLink(link);
    return firstOf(checker);
}

std::string nearestId(const Diagram& diagram, std::string_view wrong) {
    std::vector<std::string_view> ids;
    ids.reserve(diagram.elements().size() + diagram.links().size());
    for (const Element& element : diagram.elements()) ids.push_back(element.id.str());
    for (const Link& link : diagram.links()) ids.push_back(link.id.str());
    return nearestWord(wrong, ids).value_or("");
}

} // namespace sky::diagram
