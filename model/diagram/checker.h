// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of integrity one by one, collecting violations until there are enough. integrity.h is the face of it.
#pragma once

#include "diagram/integrity.h"

namespace sky::diagram {

class Checker {
  public:
    Checker(const Diagram& diagram, const catalog::Catalog& catalog, std::size_t most)
        : m_diagram(diagram), m_catalog(catalog), m_most(most) {}

    [[nodiscard]] bool full() const { return m_found.size() >= m_most; }
    [[nodiscard]] std::vector<Error> takeFound() { return std::move(m_found); }

    void checkElement(const Element& element); // all but the chain of its parents
    void checkLink(const Link& link);
    void checkScenario(const Scenario& scenario);
    void checkProject(const Project& project);
    void checkParents(const Element& element); // loop and depth, by walking up
    void loopOfParents(const Element& element);
    void tooDeep(const Element& element);
    void checkCounts();

    void checkPropertyCount(const std::string& owner, const catalog::Properties& properties);
    void checkNameOf(const std::string& owner, const Text& name);
    void checkFrame(const std::string& owner, const Rect& frame);
    void checkElementProperty(const Element& element, std::string_view key, const catalog::Value& value);
    void checkLinkProperty(const Link& link, std::string_view key, const catalog::Value& value);

  private:
    void add(std::string place, Text what, Text remedy = {}, ErrorCode code = ErrorCode::Invalid);
    void dangling(std::string place, const std::string& id, bool elementOnly);
    void checkId(const std::string& owner, const std::string& id, int kindsThatHaveIt);
    void checkList(const Element& element, const char* field, const std::vector<ElementId>& ids);
    void checkValue(const std::string& place, const catalog::Value& value);
    void checkScalar(const std::string& place, const catalog::Scalar& value);
    void checkRecord(const std::string& place, const catalog::Record& record);
    void checkKey(const std::string& place, std::string_view key);
    void checkRates(const std::string& place, const Workload& workload);
    void checkTarget(const std::string& place, const std::string& target);
    void checkLongText(const std::string& place, const Text& text);
    void unknownKey(const std::string& place, std::string_view key, const Text& owner,
                    std::span<const catalog::Property> known);
    [[nodiscard]] const catalog::LinkType* kindOf(const Link& link) const; // null: unknown
    [[nodiscard]] bool isThing(const std::string& id) const;

    const Diagram& m_diagram;
    const catalog::Catalog& m_catalog;
    std::size_t m_most;
    std::vector<Error> m_found;
    int m_looksForNearest = 20; // each reads every id: not for a thousand violations
};

[[nodiscard]] inline std::string placeOf(const Element& element) {
    return "elements[" + element.id.str() + "]";
}
[[nodiscard]] inline std::string placeOf(const Link& link) {
    return "links[" + link.id.str() + "]";
}
[[nodiscard]] inline std::string placeOf(const Scenario& scenario) {
    return "scenarios[" + scenario.id.str() + "]";
}

} // namespace sky::diagram
