// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/scene.h"

#include "catalog/roles.h"
#include "picture/draw.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace sky::picture {
namespace {

namespace role = catalog::role;
using catalog::Trait;
using diagram::Diagram;
using diagram::Element;
using diagram::Link;

// What an index entry covers: a link's segments, else its bounds.
std::vector<RectD> coverOf(const Figure& figure) {
    if (figure.owner.kind != OwnerKind::Link) return {figure.bounds};
    std::vector<RectD> cover;
    for (const Primitive& primitive : figure.primitives) {
        const auto* line = std::get_if<Line>(&primitive.shape);
        if (!line) {
            cover.push_back(bounds(primitive.shape));
            continue;
        }
        for (std::size_t i = 1; i < line->points.size(); ++i) {
            const PointD a = line->points[i - 1], b = line->points[i];
            cover.push_back(
                RectD{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)}.grown(2));
        }
    }
    return cover;
}

template <class Item, class Key, class Visit>
void compareSorted(std::span<const Item> before, std::span<const Item> after, Key key, Visit visit) {
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        if (b == after.end() || (a != before.end() && key(*a) < key(*b))) {
            visit(key(*a++));
        } else if (a == before.end() || key(*b) < key(*a)) {
            visit(key(*b++));
        } else {
            if (!(*a == *b)) visit(key(*b));
            ++a;
            ++b;
        }
    }
}

// The owners whose drawing may differ between two sources. Captions and colours follow facts of other things: a subnet
// its route table, a zone its region, a link the ports of its ends; those are found here.
class Touched {
  public:
    Touched(const SceneSource& before, const SceneSource& after) : m_after(*after.topology) {
        compareSorted(
            before.placement->elements(), after.placement->elements(),
            [](const layout::Placed& p) -> const ElementId& { return p.id; },
            [this](const ElementId& id) { addElement(id); });
        compareSorted(
            before.placement->parts(), after.placement->parts(),
            [](const layout::PlacedPart& p) -> const std::string& { return p.address; },
            [this](const std::string& address) {
                m_owners.insert({OwnerKind::Part, address});
            });
        compareSorted(
            before.routes->all(), after.routes->all(), [](const layout::Route& r) -> const LinkId& { return r.id; },
            [this](const LinkId& id) { addLink(id); });
        const Diagram& old = before.topology->diagram();
        const Diagram& now = m_after.diagram();
        ChunkMap<Element>::compare(old.elements(), now.elements(), [this, &old](const Element* was, const Element* is) {
            if (was) follow(*was, old);
            if (is) follow(*is, m_after.diagram());
        });
        ChunkMap<Link>::compare(old.links(), now.links(), [this](const Link* was, const Link* is) {
            for (const Link* link : {was, is}) {
                if (!link) continue;
                addLink(link->id);
                if (plays(link->from, role::kVpc) || plays(link->to, role::kVpc)) m_allSubnets = true;
            }
        });
        if (m_allSubnets || m_allMembers || m_allSteps) {
            for (const Element& element : now.elements()) {
                if (m_allSubnets && plays(element.id, role::kSubnet)) addElement(element.id);
                if (m_allMembers && !element.groups.empty()) addElement(element.id);
                if (m_allSteps && m_after.is(element.id, Trait::Annotation)) addElement(element.id);
            }
        }
    }

    [[nodiscard]] const std::set<Owner>& owners() const { return m_owners; }

  private:
    [[nodiscard]] bool plays(const ElementId& id, std::string_view which) const { return m_after.plays(id, which); }
    void addElement(const ElementId& id) { m_owners.insert({OwnerKind::Element, id.str()}); }
    void addLink(const LinkId& id) { m_owners.insert({OwnerKind::Link, id.str()}); }

    void follow(const Element& element, const Diagram& diagram) {
        addElement(element.id);
        for (const LinkId& link : diagram.linksAt(element.id)) addLink(link);
        const catalog::Service* service = m_after.catalog().find(element.service);
        if (!service) return;
        if (service->is(Trait::Config) || service->is(Trait::Router)) m_allSubnets = true;
        if (service->is(Trait::Group)) m_allMembers = true;    // chips, and the size an instance has from its fleet
        if (service->is(Trait::Annotation)) m_allSteps = true; // a step's number follows those before it
        if (service->plays(role::kLoadBalancer))
            for (const LinkId& link : diagram.linksReferringTo(element.id.str())) addLink(link);
        for (const topology::Part& part : m_after.parts(element.id)) m_owners.insert({OwnerKind::Part, part.id});
        if (service->plays(role::kRegion) || service->plays(role::kVpc) || service->plays(role::kZone))
            addContainersBelow(element.id, diagram);
    }

    void addContainersBelow(const ElementId& top, const Diagram& diagram) {
        std::vector<ElementId> open{top};
        while (!open.empty()) {
            const ElementId parent = open.back();
            open.pop_back();
            for (const ElementId& child : diagram.children(parent)) {
                const Element* element = diagram.element(child);
                if (!element || !m_after.is(child, Trait::Container)) continue;
                addElement(child);
                open.push_back(child);
            }
        }
    }

    const topology::Topology& m_after;
    std::set<Owner> m_owners;
    bool m_allSubnets = false;
    bool m_allMembers = false;
    bool m_allSteps = false;
};

double distanceTo(PointD p, PointD a, PointD b) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    double along = squared > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared : 0;
    along = std::clamp(along, 0.0, 1.0);
    return std::hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}

double distanceTo(PointD p, const Figure& link) {
    double least = 1e18;
    for (const Primitive& primitive : link.primitives) {
        if (const auto* line = std::get_if<Line>(&primitive.shape))
            for (std::size_t i = 1; i < line->points.size(); ++i)
                least = std::min(least, distanceTo(p, line->points[i - 1], line->points[i]));
        else if (bounds(primitive.shape).contains(p))
            least = 0;
    }
    return least;
}

PointD middleOf(const Rect& rect) {
    return {rect.x + rect.width / 2.0, rect.y + rect.height / 2.0};
}

// What a container is filled with; invisible: nothing.
Color fillOf(const Figure* figure) {
    if (!figure || !figure->container || figure->primitives.empty()) return kNoColor;
    const auto* box = std::get_if<Box>(&figure->primitives.front().shape);
    return box ? box->fill : kNoColor;
}

constexpr double kTitleBand = 24; // the top of a container that moves it

HitPart containerPart(const Figure& figure, PointD p, double tolerance) {
    const RectD& frame = figure.body;
    const RectD core = frame.grown(-tolerance);
    if (!core.contains(p) || core.width <= 0 || core.height <= 0) return HitPart::Border;
    for (const Primitive& primitive : figure.primitives) // its words and corner icon
        if (!std::holds_alternative<Box>(primitive.shape) && primitive.layer != Layer::Tiles &&
            bounds(primitive.shape).grown(tolerance).contains(p))
            return HitPart::Title;
    for (const Primitive& primitive : figure.primitives) // the tile and caption of a frame that does work itself
        if (primitive.layer == Layer::Tiles && bounds(primitive.shape).contains(p)) return HitPart::Title;
    if (p.y <= frame.y + kTitleBand && p.x <= frame.x + kTitleBand) return HitPart::Title;
    return HitPart::Body;
}

} // namespace

void Scene::setOptions(const Options& options) {
    if (options == m_options) return;
    m_options = options;
    const SceneSource source = std::exchange(m_source, {});
    m_slots.clear();
    m_free.clear();
    m_owners.clear();
    m_index.clear();
    m_filled.clear();
    if (source.topology) update(source);
}

RectD Scene::update(SceneSource source) {
    ENSURE(source.topology && source.placement && source.routes, "a scene needs all of its source");
    static const auto kNothing =
        SceneSource{nullptr, std::make_shared<const layout::Placement>(), std::make_shared<const layout::Routes>()};
    RectD dirty;
    const SceneSource before = std::exchange(m_source, source);
    if (m_options.linkNumbers) m_callouts = calloutsOf(*source.topology, *source.routes);
    m_refilled = {};
    if (!before.topology) {
        const std::size_t most =
            source.placement->elements().size() + source.placement->parts().size() + source.routes->all().size();
        m_slots.reserve(most);
        m_owners.reserve(most);
        for (const layout::Placed& placed : source.placement->elements()) drawElementOf(placed, dirty);
        for (const layout::PlacedPart& part : source.placement->parts()) drawPartOf(part, dirty);
        for (const layout::Route& route : source.routes->all()) drawLinkOf(route, dirty);
    } else {
        const Touched touched(before, source);
        for (const Owner& owner : touched.owners()) draw(owner, dirty);
        if (m_options.linkNumbers)
            for (const layout::Route& route : source.routes->all()) drawLinkOf(route, dirty);
        if (!m_refilled.empty())
            for (const std::uint32_t slot : m_index.query(m_refilled))
                if (const Owner owner = m_slots[slot]->owner; owner.kind == OwnerKind::Link) draw(owner, dirty);
    }
    drawMargin(dirty);
    return dirty;
}

DrawingContext Scene::context() const {
    return {*m_source.topology, *m_source.placement, m_options, theme(m_options.theme)};
}

void Scene::draw(const Owner& owner, RectD& dirty) {
    switch (owner.kind) {
    case OwnerKind::Element:
        if (const layout::Placed* placed = m_source.placement->find(ElementId(owner.id)))
            return drawElementOf(*placed, dirty);
        break;
    case OwnerKind::Part: {
        const auto parts = m_source.placement->parts();
        const auto at =
            std::lower_bound(parts.begin(), parts.end(), owner.id,
                             [](const layout::PlacedPart& p, const std::string& id) { return p.address < id; });
        if (at != parts.end() && at->address == owner.id) return drawPartOf(*at, dirty);
        break;
    }
    case OwnerKind::Link:
        if (const layout::Route* route = m_source.routes->find(LinkId(owner.id))) return drawLinkOf(*route, dirty);
        break;
    case OwnerKind::Margin:
        break;
    }
    drop(owner, dirty);
}

void Scene::drawElementOf(const layout::Placed& placed, RectD& dirty) {
    if (const Element* element = m_source.topology->diagram().element(placed.id))
        place(drawElement(context(), *element, placed), dirty);
    else
        drop({OwnerKind::Element, placed.id.str()}, dirty);
}

void Scene::drawPartOf(const layout::PlacedPart& part, RectD& dirty) {
    place(drawPart(context(), part), dirty);
}

void Scene::drawLinkOf(const layout::Route& route, RectD& dirty) {
    const Link* link = m_source.topology->diagram().link(route.id);
    if (!link) return drop({OwnerKind::Link, route.id.str()}, dirty);
    const auto callout = m_callouts.find(route.id);
    const Color paper = route.label.empty() ? kNoColor : paperAt(middleOf(route.label));
    place(drawLink(context(), *link, route, paper, callout == m_callouts.end() ? nullptr : &callout->second), dirty);
}

void Scene::place(Figure made, RectD& dirty) {
    auto figure = std::make_shared<const Figure>(std::move(made));
    const auto [at, fresh] = m_owners.try_emplace(figure->owner, 0u);
    if (fresh) {
        if (m_free.empty()) {
            at->second = static_cast<std::uint32_t>(m_slots.size());
            m_slots.emplace_back();
        } else {
            at->second = m_free.back();
            m_free.pop_back();
        }
        noteFill(at->second, nullptr, figure.get());
    } else {
        const Figure& old = *m_slots[at->second];
        if (old == *figure) return;
        noteFill(at->second, &old, figure.get());
        dirty = dirty.united(old.bounds);
        m_index.remove(at->second, coverOf(old));
    }
    dirty = dirty.united(figure->bounds);
    m_index.insert(at->second, coverOf(*figure));
    m_slots[at->second] = std::move(figure);
}

void Scene::drop(const Owner& owner, RectD& dirty) {
    const auto at = m_owners.find(owner);
    if (at == m_owners.end()) return;
    FigurePointer& slot = m_slots[at->second];
    noteFill(at->second, slot.get(), nullptr);
    dirty = dirty.united(slot->bounds);
    m_index.remove(at->second, coverOf(*slot));
    slot.reset();
    m_free.push_back(at->second);
    m_owners.erase(at);
}

void Scene::drawMargin(RectD& dirty) {
    const Owner title{OwnerKind::Margin, "title"}, legend{OwnerKind::Margin, "legend"};
    drop(title, dirty);
    drop(legend, dirty);
    if (!m_options.titleBlock && !m_options.legend) return;
    const RectD drawing = bounds();
    if (m_options.titleBlock) place(drawTitleBlock(context(), drawing), dirty);
    if (m_options.legend) place(drawLegend(context(), drawing), dirty);
}

void Scene::noteFill(std::uint32_t slot, const Figure* before, const Figure* after) {
    const bool was = fillOf(before).visible(), is = fillOf(after).visible();
    if (!was && !is) return;
    if (was) m_refilled = m_refilled.united(before->bounds);
    if (is) m_refilled = m_refilled.united(after->bounds);
    if (was && !is) std::erase(m_filled, slot);
    if (is && !was) m_filled.push_back(slot);
}

Color Scene::paperAt(PointD point) const {
    const Figure* top = nullptr;
    for (const std::uint32_t slot : m_filled) {
        const Figure* figure = m_slots[slot].get();
        if (figure->body.contains(point) && (!top || drawnBefore(*top, *figure))) top = figure;
    }
    return top ? fillOf(top) : theme(m_options.theme).canvas;
}

RectD Scene::bounds() const {
    RectD all;
    for (const FigurePointer& figure : m_slots)
        if (figure) all = all.united(figure->bounds);
    return all;
}

FigurePointer Scene::figure(const Owner& owner) const {
    const auto at = m_owners.find(owner);
    return at == m_owners.end() ? nullptr : m_slots[at->second];
}

std::vector<FigurePointer> Scene::ordered(std::vector<FigurePointer> figures) const {
    std::sort(figures.begin(), figures.end(),
              [](const FigurePointer& a, const FigurePointer& b) { return drawnBefore(*a, *b); });
    return figures;
}

std::vector<FigurePointer> Scene::all() const {
    std::vector<FigurePointer> figures;
    figures.reserve(size());
    for (const FigurePointer& figure : m_slots)
        if (figure) figures.push_back(figure);
    return ordered(std::move(figures));
}

std::vector<FigurePointer> Scene::visible(const RectD& area) const {
    std::vector<FigurePointer> figures;
    for (const std::uint32_t slot : m_index.query(area))
        if (m_slots[slot]->bounds.intersects(area)) figures.push_back(m_slots[slot]);
    return ordered(std::move(figures));
}

std::vector<Hit> Scene::at(PointD point, double tolerance) const {
    struct Candidate {
        int rank; // smaller is nearer to the eye
        double distance;
        const Figure* figure;
        Hit hit;
    };
    std::vector<Candidate> found;
    const RectD around = RectD{point.x, point.y, 0, 0}.grown(tolerance);
    for (const std::uint32_t slot : m_index.query(around)) {
        const Figure& figure = *m_slots[slot];
        if (figure.owner.kind == OwnerKind::Margin || !figure.bounds.grown(tolerance).contains(point)) continue;
        if (figure.owner.kind == OwnerKind::Link) {
            const double distance = distanceTo(point, figure);
            if (distance <= tolerance) found.push_back({1, distance, &figure, {figure.owner, HitPart::Line, distance}});
        } else if (figure.container) {
            if (!figure.body.grown(tolerance).contains(point) && !figure.bounds.contains(point)) continue;
            const HitPart part = containerPart(figure, point, tolerance);
            found.push_back({part == HitPart::Body ? 3 : 2, 0, &figure, {figure.owner, part, 0}});
        } else {
            found.push_back({0, 0, &figure, {figure.owner, HitPart::Body, 0}});
        }
    }
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        if (a.rank != b.rank) return a.rank < b.rank;
        if (a.distance != b.distance) return a.distance < b.distance;
        return drawnBefore(*b.figure, *a.figure);
    });
    std::vector<Hit> hits;
    for (Candidate& candidate : found) hits.push_back(std::move(candidate.hit));
    return hits;
}

std::vector<Owner> Scene::inside(const RectD& area) const {
    std::vector<Owner> owners;
    for (const std::uint32_t slot : m_index.query(area)) {
        const Figure& figure = *m_slots[slot];
        if (figure.owner.kind != OwnerKind::Margin && area.contains(figure.body)) owners.push_back(figure.owner);
    }
    std::sort(owners.begin(), owners.end());
    return owners;
}

std::vector<Owner> Scene::touching(const RectD& area) const {
    std::vector<Owner> owners;
    for (const std::uint32_t slot : m_index.query(area)) {
        const Figure& figure = *m_slots[slot];
        if (figure.owner.kind != OwnerKind::Margin && area.intersects(figure.body)) owners.push_back(figure.owner);
    }
    std::sort(owners.begin(), owners.end());
    return owners;
}

std::optional<Hit> Scene::nearestLink(PointD point, double most) const {
    std::optional<Hit> nearest;
    for (const std::uint32_t slot : m_index.query(RectD{point.x, point.y, 0, 0}.grown(most))) {
        const Figure& figure = *m_slots[slot];
        if (figure.owner.kind != OwnerKind::Link) continue;
        const double distance = distanceTo(point, figure);
        if (distance > most) continue;
        if (!nearest || distance < nearest->distance ||
            (distance == nearest->distance && figure.owner < nearest->owner))
            nearest = Hit{figure.owner, HitPart::Line, distance};
    }
    return nearest;
}

} // namespace sky::picture
