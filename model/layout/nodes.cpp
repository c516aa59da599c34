// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/nodes.h"

#include "base/text_width.h"
#include "catalog/roles.h"
#include "layout/captions.h"

#include <algorithm>

namespace sky::layout {

namespace {

using catalog::Trait;
namespace role = catalog::role;

class Reader {
  public:
    Reader(const topology::Topology& topology, bool withFrames)
        : m_withFrames(withFrames), m_topology(topology), m_diagram(topology.diagram()), m_catalog(topology.catalog()) {}

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
        node.before = element.frame;
        if (node.before) {
            node.before->width = std::max(1, node.before->width);
            node.before->height = std::max(1, node.before->height);
        }
        if (m_withFrames) node.frame = node.before;
        node.locked = element.locked;
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
            if (node.shape == Shape::Plain && service->defaultSize.width > 0 && service->defaultSize.height > 0)
                node.size = service->defaultSize;
        }
        if (node.shape == Shape::Tile && !m_diagram.children(element.id).empty()) node.shape = Shape::Container;
        measureCaption(node, captionTextOf(m_topology, element));
        m_elements.push_back(&element);
        m_tree.nodes.push_back(std::move(node));
    }

    // Room for the longer language, so that switching it moves nothing.
    static void measureCaption(Node& node, const Caption& caption, std::int32_t widest = kCaptionWidth) {
        node.lines = 1;
        for (const Language language : {Language::English, Language::Korean}) {
            const std::int32_t name = textWidth(caption.name.in(language), 12, FontWeight::Bold);
            const std::int32_t detail = textWidth(caption.detail.in(language), 11);
            node.titleWidth = std::max(node.titleWidth, name + (detail > 0 ? detail + kPadding / 2 : 0));
            node.lines = std::max(node.lines, (name > widest ? 2 : 1) + (detail > 0 ? 1 : 0));
        }
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
            if (node.service && isGateway(*node.service) && home && home->plays(role::kVpc)) {
                node.shape = Shape::Border;
                measureCaption(node, captionTextOf(m_topology, element), kBorderCaption);
            }
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
        const Node& node = m_tree.nodes[at];
        for (const topology::Part& part : m_topology.parts(node.id)) {
            if (part.kind != topology::PartKind::Primary) continue;
            for (std::size_t i = 0; i < node.spans.size(); ++i)
                if (m_tree.nodes[node.spans[i]].id == part.subnet) return i;
        }
        return 0;
    }

    std::size_t addPart(std::size_t of, std::string address, std::size_t span) {
        Node part;
        part.id = m_tree.nodes[of].id;
        part.part = std::move(address);
        part.copyOf = of;
        part.service = m_tree.nodes[of].service;
        part.inside = span;
        part.frameOf = span;
        part.parent = m_tree.nodes[span].id;
        part.lines = std::max(m_tree.nodes[of].lines, 2); // its name, and what it is
        m_tree.nodes.push_back(std::move(part));
        return m_tree.nodes.size() - 1;
    }

    void addParts(std::size_t at) {
        const Node node = m_tree.nodes[at]; // a copy: the list grows
        if (!node.service) return;
        if (node.shape == Shape::Frame && node.members.empty() && node.service->plays(role::kFleet)) {
            m_tree.nodes[at].symbol = true;
            if (node.frame) return;
            for (const std::size_t span : node.spans) {
                const std::size_t room = addPart(at, {}, span);
                m_tree.nodes[room].reserved = true;
                m_tree.nodes[at].members.push_back(room);
            }
            return;
        }
        if (!node.service->plays(role::kDatabase) || node.spans.empty()) return;
        for (const topology::Part& part : m_topology.parts(node.id)) {
            if (part.kind != topology::PartKind::Standby && part.kind != topology::PartKind::Reader) continue;
            if (const auto span = indexOf(part.subnet)) addPart(at, part.id, *span);
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

    const bool m_withFrames;
    const topology::Topology& m_topology;
    const diagram::Diagram& m_diagram;
    const catalog::Catalog& m_catalog;
    std::vector<const diagram::Element*> m_elements;
    NodeTree m_tree;
};

} // namespace

NodeTree readNodes(const topology::Topology& topology, bool withFrames) {
    return Reader(topology, withFrames).read();
}

} // namespace sky::layout
