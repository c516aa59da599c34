// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/nodes.h"

#include "catalog/roles.h"

#include <algorithm>

namespace sky::layout {

namespace {

using catalog::Trait;
namespace role = catalog::role;

bool isGateway(const catalog::Service& service) {
    return service.plays(role::kInternetGateway) || service.plays(role::kEgressOnlyGateway) ||
           service.plays(role::kVpnGateway);
}

class Reader {
  public:
    Reader(const diagram::Diagram& diagram, const catalog::Catalog& catalog) : m_diagram(diagram), m_catalog(catalog) {}

    NodeTree read() {
        for (const diagram::Element& element : m_diagram.elements()) add(element);
        for (std::size_t at = 0; at < m_elements.size(); ++at) connect(at);
        const std::size_t elements = m_elements.size();
        for (std::size_t at = 0; at < elements; ++at) addParts(at);
        for (std::size_t at = 0; at < m_tree.nodes.size(); ++at) {
            const Node& node = m_tree.nodes[at];
            (node.inside ? m_tree.nodes[*node.inside].children : m_tree.page).push_back(at);
        }
        order();
        return std::move(m_tree);
    }

  private:
    void add(const diagram::Element& element) {
        const catalog::Service* service = m_catalog.find(element.service);
        Node node;
        node.id = element.id;
        node.service = service;
        node.frame = element.frame;
        if (node.frame) {
            node.frame->width = std::max(1, node.frame->width);
            node.frame->height = std::max(1, node.frame->height);
        }
        if (service) {
            const bool shown = element.properties.flag("shown").value_or(false);
            if (service->is(Trait::Config) && !shown) return;
            const bool fleet = service->plays(role::kFleet);
            const bool group = service->is(Trait::Group);
            if (group && !fleet && !element.frame && !shown) return; // a chip on its members
            node.shape = service->is(Trait::Container)    ? Shape::Container
                         : group || fleet                 ? Shape::Frame
                         : service->is(Trait::Annotation) ? Shape::Plain
                                                          : Shape::Tile;
            if (service->defaultSize.width > 0 && service->defaultSize.height > 0) node.leafSize = service->defaultSize;
        }
        if (node.shape == Shape::Tile && !m_diagram.children(element.id).empty()) node.shape = Shape::Container;
        const std::string& shownName = !element.name.en.empty() || !element.name.ko.empty() || !service
                                           ? element.name.en
                                           : service->name.en;
        node.titleWidth = std::max(roughTextWidth(shownName), roughTextWidth(element.name.ko));
        m_elements.push_back(&element);
        m_tree.nodes.push_back(std::move(node));
    }

    [[nodiscard]] std::optional<std::size_t> indexOf(const ElementId& id) const {
        const auto at = std::lower_bound(m_elements.begin(), m_elements.end(), id,
                                         [](const diagram::Element* e, const ElementId& wanted) { return e->id < wanted; });
        if (at == m_elements.end() || (*at)->id != id) return std::nullopt;
        return static_cast<std::size_t>(at - m_elements.begin());
    }

    // The nearest drawn ancestor; a broken or circular chain ends on the page.
    [[nodiscard]] std::optional<std::size_t> drawnParent(const diagram::Element& element) const {
        const diagram::Element* at = &element;
        for (int step = 0; step < 64 && !at->parent.empty(); ++step) {
            if (const auto index = indexOf(at->parent)) return index;
            at = m_diagram.element(at->parent);
            if (!at) break;
        }
        return std::nullopt;
    }

    void connect(std::size_t at) {
        const diagram::Element& element = *m_elements[at];
        Node& node = m_tree.nodes[at];
        node.frameOf = drawnParent(element);
        if (node.frameOf) {
            node.parent = m_tree.nodes[*node.frameOf].id;
            const catalog::Service* home = m_tree.nodes[*node.frameOf].service;
            if (node.service && isGateway(*node.service) && home && home->plays(role::kVpc)) node.shape = Shape::Border;
        }
        for (const ElementId& span : element.spans)
            if (const auto index = indexOf(span)) node.spans.push_back(*index);
        for (const ElementId& group : element.groups)
            if (const auto index = indexOf(group)) m_tree.nodes[*index].members.push_back(at);
        node.inside = node.frameOf;
        if (!node.frame && !node.spans.empty() && node.service && node.shape == Shape::Tile &&
            node.service->is(Trait::Store))
            node.inside = node.spans[primarySpan(at)];
    }

    [[nodiscard]] std::size_t primarySpan(std::size_t at) const {
        const diagram::Element& element = *m_elements[at];
        const std::string* zone = element.properties.text("primaryZone");
        const std::vector<std::size_t>& spans = m_tree.nodes[at].spans;
        for (std::size_t i = 0; zone && i < spans.size(); ++i)
            if (zoneOf(spans[i]) == *zone) return i;
        return 0;
    }

    [[nodiscard]] std::string zoneOf(std::size_t at) const {
        const diagram::Element* element = m_elements[at];
        for (int step = 0; step < 64 && element; ++step) {
            if (const std::string* zone = element->properties.text("zone")) return *zone;
            element = m_diagram.element(element->parent);
        }
        return {};
    }

    void addPart(std::size_t of, const std::string& name, std::size_t span, std::optional<Rect> frame) {
        Node part;
        part.id = m_tree.nodes[of].id;
        part.part = part.id.str() + "/" + name;
        part.service = m_tree.nodes[of].service;
        part.inside = span;
        part.frame = frame;
        part.frameOf = span;
        part.parent = m_tree.nodes[span].id;
        m_tree.nodes.push_back(std::move(part));
    }

    void addParts(std::size_t at) {
        const diagram::Element& element = *m_elements[at];
        const Node& node = m_tree.nodes[at];
        if (!node.service || node.spans.empty()) return;
        const std::vector<std::size_t> spans = node.spans;
        if (node.service->plays(role::kFleet) && node.members.empty() && !node.frame) {
            for (std::size_t i = 0; i < spans.size(); ++i) {
                m_tree.nodes[at].members.push_back(m_tree.nodes.size());
                addPart(at, "i-" + std::to_string(i + 1), spans[i], std::nullopt);
            }
        }
        const std::string* multi = element.properties.text("multiAz");
        if (!node.service->plays(role::kDatabase) || !multi || *multi == "no" || spans.size() < 2) return;
        const std::size_t primary = primarySpan(at);
        const std::size_t wanted = *multi == "cluster" ? 2 : 1;
        for (std::size_t i = 0, made = 0; i < spans.size() && made < wanted; ++i) {
            if (i == primary) continue;
            ++made;
            addPart(at, wanted == 1 ? "standby" : "reader-" + std::to_string(made), spans[i], std::nullopt);
        }
    }

    // Containers before their contents; what hangs on a circle of parents stands on the page.
    void order() {
        std::vector<Node>& nodes = m_tree.nodes;
        std::vector<char> seen(nodes.size(), 0);
        const auto walk = [&](std::size_t root) {
            std::vector<std::size_t> open{root};
            while (!open.empty()) {
                const std::size_t at = open.back();
                open.pop_back();
                if (seen[at]) continue;
                seen[at] = 1;
                m_tree.topDown.push_back(at);
                for (auto child = nodes[at].children.rbegin(); child != nodes[at].children.rend(); ++child)
                    if (!seen[*child]) open.push_back(*child);
            }
        };
        for (const std::size_t root : m_tree.page) walk(root);
        for (std::size_t at = 0; at < nodes.size(); ++at) {
            if (seen[at]) continue;
            if (nodes[at].inside) std::erase(nodes[*nodes[at].inside].children, at);
            nodes[at].inside.reset();
            nodes[at].frameOf.reset();
            nodes[at].parent = {};
            m_tree.page.push_back(at);
            walk(at);
        }
        for (const std::size_t at : m_tree.topDown)
            nodes[at].depth = nodes[at].frameOf ? nodes[*nodes[at].frameOf].depth + 1 : 0;
    }

    const diagram::Diagram& m_diagram;
    const catalog::Catalog& m_catalog;
    std::vector<const diagram::Element*> m_elements;
    NodeTree m_tree;
};

} // namespace

NodeTree readNodes(const diagram::Diagram& diagram, const catalog::Catalog& catalog) {
    return Reader(diagram, catalog).read();
}

} // namespace sky::layout
