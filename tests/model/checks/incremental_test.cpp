// SPDX-License-Identifier: GPL-3.0-or-later
// After any edit, findings and hints must equal those of a full run exactly: nonsensical drawings included.
#include "gallery.h"

#include "checks/checks.h"
#include "checks/rule.h"

#include <gtest/gtest.h>

#include <random>

namespace sky::checks::test {
namespace {

using catalog::Catalog;
using catalog::Property;
using catalog::PropertyType;
using topology::Topology;

class Scribbler { // edits a drawing at random, without a thought for what is allowed
  public:
    Scribbler(unsigned seed, diagram::Diagram& diagram) : m_random(seed), m_diagram(diagram) {
        for (const catalog::Service& service : Catalog::builtin().services()) m_services.push_back(&service);
        for (int i = 0; i < 12; ++i) m_elements.emplace_back("new-" + std::to_string(i));
        for (int i = 0; i < 12; ++i) m_links.emplace_back("wire-" + std::to_string(i));
        for (const diagram::Element& each : diagram.elements()) m_elements.push_back(each.id);
        for (const diagram::Link& each : diagram.links()) m_links.push_back(each.id);
    }

    void edit() {
        const ElementId id = element();
        switch (below(16)) {
        case 0:
            if (below(3) == 0) m_diagram.take(id);
            break;
        case 1:
        case 2:
            invent();
            break;
        case 3:
            change(id, [&](diagram::Element& e) { e.parent = below(8) ? element() : ElementId(); });
            break;
        case 4:
            change(id, [&](diagram::Element& e) { e.spans = some(); });
            break;
        case 5:
            change(id, [&](diagram::Element& e) { e.groups = some(); });
            break;
        case 6:
            if (below(4) == 0) change(id, [&](diagram::Element& e) { e.service = any(m_services)->key; });
            break;
        case 7:
            m_diagram.take(any(m_links));
            break;
        case 8:
        case 9:
            connect();
            break;
        case 10:
            linkProperty();
            break;
        case 11:
            projectProperty();
            break;
        case 12:
            change(id, [&](diagram::Element& e) { e.name = {"Name " + std::to_string(below(3)), {}}; });
            break;
        default:
            property(id);
            break;
        }
    }

  private:
    unsigned below(std::size_t n) { return static_cast<unsigned>(m_random() % n); }
    template <class List>
    std::decay_t<decltype(std::declval<const List&>()[0])> any(const List& list) {
        return list[below(list.size())];
    }
    ElementId element() { return any(m_elements); }
    std::vector<ElementId> some() {
        std::vector<ElementId> ids;
        for (unsigned n = below(4); n > 0; --n) ids.push_back(element());
        return ids;
    }
    template <class Edit>
    void change(const ElementId& id, Edit edit) {
        if (const diagram::Element* found = m_diagram.element(id)) {
            diagram::Element element = *found;
            edit(element);
            m_diagram.put(std::move(element));
        }
    }
    void invent() {
        diagram::Element e;
        e.id = element();
        e.service = any(m_services)->key;
        if (below(6)) e.parent = element();
        if (below(3) == 0) e.spans = some();
        if (below(3) == 0) e.groups = some();
        m_diagram.put(std::move(e));
    }
    catalog::Scalar scalar(const Property& property) {
        static const char* const kBlocks[] = {"10.0.0.0/16", "10.0.1.0/24", "10.0.0.0/28", "0.0.0.0/0", "::/0"};
        switch (property.type) {
        case PropertyType::Bool:
            return below(2) == 0;
        case PropertyType::Choice:
            return property.choices.empty() ? std::string("ap-northeast-2") : any(property.choices).key;
        case PropertyType::Cidr:
            return std::string(kBlocks[below(5)]);
        case PropertyType::Address:
            return std::string("10.0.0.5");
        case PropertyType::Ports:
            return std::string(below(2) ? "22" : "0-65535");
        case PropertyType::Reference:
            if (property.orCidr && below(2)) return std::string(kBlocks[below(5)]);
            return catalog::Reference{below(6) ? element().str() : any(m_links).str()};
        case PropertyType::Integer:
            return Quantity{below(9), Unit::Count};
        case PropertyType::Number:
            return Quantity{std::int64_t{below(5)} * 1000000, Unit::Number};
        case PropertyType::Duration:
            return Quantity{std::int64_t{below(5)} * 10000000000, Unit::Duration};
        case PropertyType::Rate:
            return Quantity{std::int64_t{below(5)} * 100000, Unit::Rate};
        case PropertyType::Bytes:
            return Quantity{std::int64_t{1} << (20 + below(25)), Unit::Bytes};
        case PropertyType::Bandwidth:
            return Quantity{std::int64_t{1} << (20 + below(15)), Unit::Bandwidth};
        case PropertyType::Percent:
            return Quantity{std::int64_t{below(11)} * 100000000000, Unit::Percent};
        case PropertyType::Money:
            return Quantity{std::int64_t{below(11)} * 1000000000, Unit::Usd};
        case PropertyType::Date:
            return std::string(below(2) ? "2026-12-01" : "2025-01-01");
        default:
            return std::string("text");
        }
    }
    std::optional<catalog::Value> value(const Property& property) {
        if (below(4) == 0) return std::nullopt;
        if (property.type == PropertyType::Records) {
            catalog::Records records;
            for (unsigned n = below(3); n > 0; --n) {
                catalog::Record record;
                for (const Property& field : property.fields)
                    if (!field.list && (field.required || below(2))) record.set(field.key, scalar(field));
                records.push_back(std::move(record));
            }
            return records;
        }
        if (property.list) {
            catalog::List list;
            for (unsigned n = below(3); n > 0; --n) list.push_back(scalar(property));
            return list;
        }
        return std::visit([](auto one) { return catalog::Value(std::move(one)); }, scalar(property));
    }
    void property(const ElementId& id) {
        const diagram::Element* found = m_diagram.element(id);
        const catalog::Service* service = found ? Catalog::builtin().find(found->service) : nullptr;
        if (!service || service->properties.empty()) return;
        const Property& one = service->properties[below(service->properties.size())];
        m_diagram.setProperty(id, one.key, value(one));
    }
    void linkProperty() {
        const LinkId id = any(m_links);
        const auto& types = Catalog::builtin().linkTypes();
        const catalog::LinkType& type = types[below(types.size())];
        if (type.properties.empty()) return;
        const Property& one = type.properties[below(type.properties.size())];
        m_diagram.setProperty(id, one.key, value(one));
    }
    void projectProperty() {
        const auto properties = Catalog::builtin().projectProperties();
        const Property& one = properties[below(properties.size())];
        diagram::Project project = m_diagram.project();
        if (const auto set = value(one))
            project.properties.set(one.key, *set);
        else
            project.properties.unset(one.key);
        m_diagram.setProject(std::move(project));
    }
    void connect() {
        diagram::Link link;
        link.id = any(m_links);
        link.from = element();
        link.to = element();
        if (below(3) == 0) link.kind = any(Catalog::builtin().linkTypes()).kind;
        m_diagram.put(std::move(link));
    }

    std::mt19937 m_random;
    diagram::Diagram& m_diagram;
    std::vector<const catalog::Service*> m_services;
    std::vector<ElementId> m_elements;
    std::vector<LinkId> m_links;
};

std::string textOf(const Checks& checks) {
    std::string text;
    for (const FindingPointer& each : checks.findings())
        text += std::string(keyOf(each->severity)) + " " + each->rule->id + " " + each->subject + ": " +
                each->message.en + " [" + each->cause + "] " + each->fingerprint + "\n";
    for (const Hint& each : checks.hints())
        text += std::string("? ") + each.subject + " " + each.key + " " + each.rule->id + "\n";
    return text;
}

bool same(const Checks& a, const Checks& b) {
    return a.hints() == b.hints() &&
           std::equal(a.findings().begin(), a.findings().end(), b.findings().begin(), b.findings().end(),
                      [](const FindingPointer& x, const FindingPointer& y) { return *x == *y; });
}

void scribbleOver(const diagram::Diagram& start, unsigned seed, int steps, const std::string& what) {
    diagram::Diagram diagram = start;
    Scribbler scribbler(seed, diagram);
    Topology topology = Topology::of(diagram, Catalog::builtin());
    const Options options{nullptr, "2026-11-25", false};
    Checks live(topology, options);
    for (int step = 0; step < steps; ++step) {
        for (int edits = 1 + step % 3; edits > 0; --edits) scribbler.edit();
        topology = topology.after(diagram);
        const Checks before(live.topology(), options);
        const Update update = live.update(topology);
        const Checks full(topology, options);
        ASSERT_TRUE(same(live, full)) << what << " seed " << seed << " step " << step << "\n"
                                      << textOf(live) << "--- in full:\n"
                                      << textOf(full);
        ASSERT_EQ(before.findings().size() + update.come.size(), full.findings().size() + update.gone.size())
            << what << " seed " << seed << " step " << step;
    }
}

TEST(Incremental, EqualsAFullRunOnEveryPageScribbledOver) {
    unsigned seed = 0;
    for (const Page& page : gallery())
        for (const Example& bad : page.bad) {
            scribbleOver(bad.diagram, ++seed, 6, bad.name);
            if (HasFatalFailure()) return;
        }
}

TEST(Incremental, EqualsAFullRunOverManyEdits) {
    const std::vector<Page>& pages = gallery();
    for (unsigned seed = 1; seed <= 3; ++seed) {
        scribbleOver(pages[seed % pages.size()].bad.front().diagram, 1000 + seed, 150, "long");
        if (HasFatalFailure()) return;
    }
}

TEST(Incremental, AsksOnlyWhereSomethingChanged) {
    for (const Page& page : gallery()) {
        if (page.rule != "DB-002") continue;
        diagram::Diagram diagram = page.bad.front().diagram;
        for (int i = 0; i < 40; ++i) { // these have nothing to do with it
            diagram::Element function;
            function.id = ElementId("function-" + std::to_string(i));
            function.service = "lambda";
            function.parent = ElementId("region");
            diagram.put(std::move(function));
        }
        const Topology topology = Topology::of(diagram, Catalog::builtin());
        Checks live(topology, {});
        const std::size_t all = live.asked();
        diagram.setProperty(ElementId("orders"), "multiAz", catalog::Value(std::string("instance")));
        const Update update = live.update(topology.after(diagram));
        EXPECT_FALSE(update.gone.empty());
        EXPECT_LT(live.asked() - all, all / 2);
        const std::size_t before = live.asked();
        (void)live.update(live.topology());
        EXPECT_EQ(live.asked(), before);
    }
}

} // namespace
} // namespace sky::checks::test
