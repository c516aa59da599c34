// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json/json_reader.h"

#include "diagram/filling.h"
#include "diagram/integrity.h"
#include "diagram/limits.h"
#include "exchange/json/json_document.h"
#include "exchange/json/json_scenario.h"
#include "exchange/json/json_things.h"

#include <algorithm>

namespace sky::exchange::json {

using catalog::Catalog;
using diagram::Diagram;
using diagram::Element;
using diagram::Link;
using diagram::Scenario;

namespace {

// Places of integrity name ids ("elements[web].parent"); the file knows positions ("elements[12].parent").
template <class Things>
void nameByPosition(std::string& place, std::string_view section, const Things& things,
                    const std::vector<std::size_t>& order) {
    if (place.size() <= section.size() + 1 || place.compare(0, section.size(), section) != 0 ||
        place[section.size()] != '[')
        return;
    const auto close = place.find(']');
    if (close == std::string::npos) return;
    const std::string id = place.substr(section.size() + 1, close - section.size() - 1);
    std::size_t at = 0;
    for (const auto& thing : things) {
        if (thing.id.str() == id) {
            place = std::string(section) + '[' + std::to_string(order[at]) + place.substr(close);
            return;
        }
        ++at;
    }
}

template <class Thing>
std::vector<std::size_t> putSorted(diagram::Filling& filling, std::deque<Thing>& things) {
    std::vector<std::size_t> order(things.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto byId = [](const Thing& a, const Thing& b) { return a.id < b.id; };
    if (!std::is_sorted(things.begin(), things.end(), byId)) // as written by hand
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return byId(things[a], things[b]); });
    for (const std::size_t at : order) {
        const bool fresh = filling.add(std::move(things[at]));
        ENSURE(fresh, "ids were found to be unique while they were read");
    }
    return order;
}

class ScenarioAlone final : public Sink {
  public:
    Result<void> open(std::string_view) override { return {}; }
    Result<void> take(std::string_view, std::size_t, Node& node) override {
        auto known = m_envelope.take(node, kScenarioFormat);
        if (!known) return std::move(known).error();
        if (!*known) m_scenario.children.push_back(std::move(node));
        return {};
    }
    Result<Scenario> finish() {
        if (auto sound = m_envelope.finish(kScenarioFormat); !sound) return std::move(sound).error();
        m_scenario.kind = Node::Kind::Object;
        return json::readScenario(m_scenario, Place(""));
    }

  private:
    Envelope m_envelope;
    Node m_scenario;
};

} // namespace

namespace {

// The diagram of a document, if it is sound.
Result<Diagram> assemble(Document& document, const Catalog& catalog) {
    diagram::Filling filling(document.elements.size() + document.links.size() + document.scenarios.size());
    filling.setProject(std::move(document.project));
    const auto elementOrder = putSorted(filling, document.elements);
    const auto linkOrder = putSorted(filling, document.links);
    const auto scenarioOrder = putSorted(filling, document.scenarios);
    Diagram diagram = filling.finish();
    auto violations = diagram::findViolations(diagram, catalog, 1, filling.takeKnown());
    if (violations.empty()) return diagram;
    Error& first = violations.front();
    nameByPosition(first.place, "elements", diagram.elements(), elementOrder);
    nameByPosition(first.place, "links", diagram.links(), linkOrder);
    nameByPosition(first.place, "scenarios", diagram.scenarios(), scenarioOrder);
    return std::move(first);
}

} // namespace

Result<Diagram> readProject(std::string_view bytes, const Catalog& catalog) {
    Document document(catalog, kProjectFormat);
    if (auto parsed = document.parse(bytes); !parsed) return std::move(parsed).error();
    return assemble(document, catalog);
}

Result<edit::Fragment> readFragment(std::string_view bytes, const Catalog& catalog) {
    Document document(catalog, kFragmentFormat);
    if (auto parsed = document.parse(bytes); !parsed) return std::move(parsed).error();
    const auto diagram = assemble(document, catalog);
    if (!diagram) return diagram.error();
    edit::Fragment fragment;
    fragment.elements.assign(diagram->elements().begin(), diagram->elements().end());
    fragment.links.assign(diagram->links().begin(), diagram->links().end());
    fragment.cut = std::move(document.cut);
    std::sort(fragment.cut.begin(), fragment.cut.end());
    return fragment;
}

Result<Scenario> readScenario(std::string_view bytes) {
    ScenarioAlone alone;
    if (auto parsed = parse(bytes, {}, alone); !parsed) return std::move(parsed).error();
    return alone.finish();
}

} // namespace sky::exchange::json
