// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/add_zone.h"

#include "base/cidr.h"
#include "catalog/roles.h"
#include "edit/add.h"
#include "edit/copies.h"
#include "edit/places.h"
#include "topology/topology.h"

#include <algorithm>
#include <set>

namespace sky::edit {
namespace {

namespace role = catalog::role;
using diagram::Diagram;
using diagram::Element;
using diagram::Link;

class ZoneCopier {
  public:
    ZoneCopier(const Diagram& diagram, const catalog::Catalog& catalog, const ElementId& zoneBox)
        : m_draft(diagram, catalog), m_topology(topology::Topology::of(diagram, catalog)), m_box(zoneBox) {}

    Result<Built> build() {
        const std::string letter = freeZone(m_draft, box().parent);
        if (letter.empty())
            return Error{
                ErrorCode::BadUsage,
                m_box.str(),
                say("Every zone of the region is drawn already.", "리전의 모든 가용 영역이 이미 그려져 있습니다."),
                {}};
        gather();
        putAll(letter);
        extendSpans();
        Built built;
        built.made.elements = {m_copies.of(m_box)};
        const Text name = callOf(m_topology.diagram(), m_draft.catalog(), m_box);
        place(built.made.elements.front());
        built.step = m_draft.finish(say("Add a zone like {}", "{}와(과) 같은 가용 영역 추가", name));
        return built;
    }

  private:
    [[nodiscard]] const Diagram& before() const { return m_topology.diagram(); }
    [[nodiscard]] const Element& box() const { return *before().element(m_box); }

    void gather() {
        m_elements = withInsides(before(), std::vector<ElementId>{m_box});
        m_inside = {m_elements.begin(), m_elements.end()};
        const std::vector<ElementId> standing = m_elements;
        for (const ElementId& id : standing) {
            for (const LinkId& linkId : before().linksAt(id)) gatherLink(*before().link(linkId), id);
            if (m_topology.plays(id, role::kSubnet)) gatherTable(id);
        }
    }

    // Links to the outside are made again for the copy; a volume or an address attached to it has one holder only, so
    // it is copied as well.
    void gatherLink(const Link& link, const ElementId& inner) {
        m_links.insert(link.id);
        const ElementId& other = link.from == inner ? link.to : link.from;
        const bool single = m_topology.plays(link.from, role::kVolume) || m_topology.plays(link.from, role::kAddress);
        if (single && link.to == inner && m_topology.kind(link.id) == catalog::LinkKind::Attach &&
            m_inside.insert(other).second)
            m_elements.push_back(other);
    }

    // A table that leads to something of this zone serves this zone: the copy needs one of its own.
    void gatherTable(const ElementId& subnet) {
        const std::string* name = before().element(subnet)->properties.reference("routeTable");
        if (!name) return;
        const ElementId table{*name};
        if (m_inside.contains(table)) return;
        const std::vector<topology::Route> routes = m_topology.routes(table);
        const bool leadsHere = std::any_of(routes.begin(), routes.end(), [&](const topology::Route& r) {
            return m_inside.contains(ElementId(r.via));
        });
        if (!leadsHere || !before().element(table)) return;
        m_inside.insert(table);
        m_elements.push_back(table);
    }

    void putAll(const std::string& letter) {
        const std::string* old = box().properties.text("zone");
        std::vector<Element> elements;
        for (const ElementId& id : m_elements) {
            Element copy = *before().element(id);
            const std::string* zone = copy.properties.text("zone");
            if (id == m_box || (zone && old && *zone == *old)) copy.properties.set("zone", letter);
            if (m_topology.plays(id, role::kRouteTable)) copy.properties.unset("main");
            copy.properties.unset("privateAddress"); // of another subnet
            elements.push_back(std::move(copy));
        }
        giveRanges(elements);
        std::vector<Link> links;
        for (const LinkId& id : m_links) {
            links.push_back(*before().link(id));
            links.back().waypoints.clear();
        }
        m_copies = putCopies(m_draft, elements, links);
    }

    // The next free ranges of the VPC, as large as those of the originals; none where there is no room.
    void giveRanges(std::vector<Element>& elements) {
        const ElementId vpc = m_topology.placement(m_box).vpc;
        const topology::AddressSetting whole = m_topology.cidr(vpc);
        const Result<Cidr> range = parseCidr(whole.value);
        std::vector<Cidr> used;
        for (const ElementId& subnet : m_topology.subnets(vpc))
            if (const Result<Cidr> block = parseCidr(m_topology.cidr(subnet).value)) used.push_back(*block);
        for (Element& element : elements) {
            if (!m_topology.plays(element.id, role::kSubnet)) continue;
            element.properties.unset("ipv6Cidr");
            const std::string* set = element.properties.text("cidr");
            if (!set) continue;
            const Result<Cidr> block = parseCidr(*set);
            std::sort(used.begin(), used.end());
            std::optional<Cidr> free;
            if (range && block && whole.known()) free = nextFree(*range, block->prefix, used);
            if (free) {
                used.push_back(*free);
                element.properties.set("cidr", toText(*free));
            } else {
                element.properties.unset("cidr");
            }
        }
    }

    void extendSpans() {
        std::set<ElementId> spanning;
        for (const ElementId& id : m_elements)
            for (const ElementId& other : m_topology.spanning(id))
                if (!m_inside.contains(other)) spanning.insert(other);
        for (const ElementId& id : spanning) {
            std::vector<ElementId> spans = before().element(id)->spans;
            for (const ElementId& subnet : before().element(id)->spans)
                if (m_inside.contains(subnet)) spans.push_back(m_copies.of(subnet));
            m_draft.setSpans(id, spans);
        }
    }

    // Right of the last zone beside it.
    void place(const ElementId& copy) {
        const std::optional<Rect> frame = box().frame;
        if (!frame) return;
        std::int32_t right = frame->right();
        for (const ElementId& id : before().children(box().parent)) {
            const Element* other = before().element(id);
            if (other->frame && m_topology.plays(id, role::kZone)) right = std::max(right, other->frame->right());
        }
        m_draft.setFrame(copy, Rect{right + kGap, frame->y, frame->width, frame->height});
        if (!box().parent.empty()) growAround(m_draft, box().parent);
    }

    Draft m_draft;
    topology::Topology m_topology;
    ElementId m_box;
    std::vector<ElementId> m_elements; // to be copied, parents before children
    std::set<ElementId> m_inside;      // the same
    std::set<LinkId> m_links;
    Copies m_copies;
};

} // namespace

Result<Built> addZoneLike(const Diagram& diagram, const catalog::Catalog& catalog, const ElementId& zoneBox) {
    const Element* box = diagram.element(zoneBox);
    if (!box) return noSuchThing(zoneBox.str());
    const catalog::Service* service = catalog.find(box->service);
    if (!service || !service->plays(role::kZone))
        return Error{
            ErrorCode::BadUsage, zoneBox.str(),
            say("'{}' is no availability zone.", "'{}'은(는) 가용 영역이 아닙니다.", callOf(diagram, catalog, zoneBox)),
            say("Pick the box of an availability zone.", "가용 영역 상자를 고르세요.")};
    return ZoneCopier(diagram, catalog, zoneBox).build();
}

} // namespace sky::edit
