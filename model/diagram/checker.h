// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of integrity one by one, collecting violations until there are enough. integrity.h is the face of it.
#pragma once

#include "diagram/id_table.h"
#include "diagram/integrity.h"
#include "diagram/where.h"

#include <map>
#include <unordered_map>
#include <utility>

namespace sky::diagram {

class Checker {
  public:
    // `known`: every id of the diagram, for a walk over the whole of it; null: the diagram is asked for each.
    Checker(const Diagram& diagram, const catalog::Catalog& catalog, std::size_t most, const IdTable* known = nullptr)
        : m_diagram(diagram), m_catalog(catalog), m_most(most), m_known(known) {}

    [[nodiscard]] bool full() const { return m_found.size() >= m_most; }
    [[nodiscard]] std::vector<Error> takeFound() { return std::move(m_found); }

    void checkElement(const Element& element); // all but the chain of its parents
    void checkElement(const Element& element, bool otherKindHasItsId);
    void checkLink(const Link& link);
    void checkScenario(const Scenario& scenario);
    void checkProject(const Project& project);
    void checkParents(const Element& element); // loop and depth, by walking up
    void loopOfParents(const Element& element);
    void tooDeep(const Element& element);
    void checkCounts();

    void checkPropertyCount(const Where& owner, const catalog::Properties& properties);
    void checkNameOf(const Where& owner, const Text& name);
    void checkFrame(const Where& owner, const Rect& frame);
    void checkElementProperty(const Element& element, std::string_view key, const catalog::Value& value);
    void checkLinkProperty(const Link& link, std::string_view key, const catalog::Value& value);

  private:
    // Things of one service mostly have the same properties in the same order: what the last one had is tried first.
    using Guesses = std::vector<const catalog::Property*>;

    void add(std::string place, Text what, Text remedy = {}, ErrorCode code = ErrorCode::Invalid);
    void add(const Where& where, Text what, Text remedy = {}, ErrorCode code = ErrorCode::Invalid) {
        if (!full()) add(where.text(), std::move(what), std::move(remedy), code);
    }
    void dangling(const Where& where, const std::string& id, bool elementOnly);
    void checkId(const Where& owner, const std::string& id, int kindsThatHaveIt);
    void checkList(const Where& where, const Element& element, const std::vector<ElementId>& ids);
    void checkElementProperties(const Where& owner, const Element& element);
    void checkLinkProperties(const Where& owner, const Link& link, const Element* from, const Element* to);
    void checkElementValue(const Where& where, const catalog::Service* service, const catalog::Property* property,
                           std::string_view key, const catalog::Value& value);
    void checkLinkValue(const Where& where, const Link& link, const catalog::LinkType* type,
                        const catalog::Property* property, std::string_view key, const catalog::Value& value);
    void checkValue(const Where& where, const catalog::Value& value);
    void checkScalar(const Where& where, const catalog::Scalar& value);
    void checkRecord(const Where& where, const catalog::Record& record);
    void checkKey(const Where& where, std::string_view key);
    void checkRates(const Where& where, const Workload& workload);
    void checkTarget(const Where& where, const std::string& target);
    void checkLongText(const Where& where, const Text& text);
    void unknownKey(const Where& where, std::string_view key, const Text& owner,
                    std::span<const catalog::Property> known);
    [[nodiscard]] const catalog::LinkType* kindOf(const Link& link, const Element* from,
                                                  const Element* to); // null: unknown
    [[nodiscard]] static const catalog::Property* propertyOf(const std::vector<catalog::Property>& known,
                                                             Guesses& guesses, std::size_t place, std::string_view key);
    [[nodiscard]] const Element* element(const ElementId& id) const;
    [[nodiscard]] bool isElement(const ElementId& id) const { return element(id) != nullptr; }
    [[nodiscard]] bool isLink(const std::string& id) const;
    [[nodiscard]] bool isScenario(const std::string& id) const;
    [[nodiscard]] bool isOtherThanLink(const std::string& id) const;
    [[nodiscard]] bool isThing(const std::string& id) const;

    const Diagram& m_diagram;
    const catalog::Catalog& m_catalog;
    std::size_t m_most;
    const IdTable* m_known;
    std::vector<Error> m_found;
    std::unordered_map<const void*, Guesses> m_guesses; // by service or type of link
    std::map<std::pair<std::string_view, std::string_view>, const catalog::LinkType*> m_kinds; // by services of ends
    int m_looksForNearest = 20; // each reads every id: not for a thousand violations
};

} // namespace sky::diagram
