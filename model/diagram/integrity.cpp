// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/integrity.h"

#include "base/nearest.h"
#include "diagram/checker.h"
#include "diagram/limits.h"
#include "diagram/names.h"

#include <unordered_map>

namespace sky::diagram {
namespace {

Result<void> firstOf(Checker& checker) {
    std::vector<Error> found = checker.takeFound();
    if (found.empty()) return {};
    return std::move(found.front());
}

// Depth of every element, each chain of parents walked once. kLoop: on or below a loop.
class Depths {
  public:
    static constexpr std::size_t kLoop = static_cast<std::size_t>(-1);

    explicit Depths(const Diagram& diagram) {
        m_depth.reserve(diagram.elements().size());
        std::vector<const Element*> chain;
        for (const Element& element : diagram.elements()) {
            chain.clear();
            std::size_t depth = 0; // of the last one in the chain
            for (const Element* at = &element;;) {
                const auto [known, fresh] = m_depth.try_emplace(at->id.str(), kWalking);
                if (!fresh) {
                    depth = known->second == kWalking ? kLoop : known->second;
                    break;
                }
                chain.push_back(at);
                const Element* parent = at->parent.empty() ? nullptr : diagram.element(at->parent);
                if (!parent) {
                    m_depth[at->id.str()] = depth = 0;
                    chain.pop_back();
                    break;
                }
                at = parent;
            }
            for (; !chain.empty(); chain.pop_back()) {
                if (depth != kLoop) ++depth;
                m_depth[chain.back()->id.str()] = depth;
            }
        }
    }
    [[nodiscard]] std::size_t of(const Element& element) const { return m_depth.at(element.id.str()); }

  private:
    static constexpr std::size_t kWalking = kLoop - 1;
    std::unordered_map<std::string_view, std::size_t> m_depth;
};

} // namespace

std::vector<Error> findViolations(const Diagram& diagram, const catalog::Catalog& catalog, std::size_t most) {
    Checker checker(diagram, catalog, most);
    checker.checkCounts();
    const Depths depths(diagram);
    for (const Element& element : diagram.elements()) {
        if (checker.full()) break;
        checker.checkElement(element);
        const std::size_t depth = depths.of(element);
        if (depth == Depths::kLoop) {
            if (element.parent != element.id) checker.loopOfParents(element);
        } else if (depth > limits::kDepth) {
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
