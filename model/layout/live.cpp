// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/live.h"

#include "layout/router.h"
#include "layout/scene_of.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

namespace sky::layout {

namespace {

// Numbers for names, given once and taken back: names decide what is shown, numbers nothing.
class Numbers {
  public:
    [[nodiscard]] std::int32_t find(const std::string& name) const {
        const auto at = m_numbers.find(name);
        return at == m_numbers.end() ? -1 : at->second;
    }
    std::int32_t give(const std::string& name) {
        const std::int32_t known = find(name);
        if (known >= 0) return known;
        std::int32_t number = 0;
        if (m_free.empty()) {
            number = static_cast<std::int32_t>(m_names.size());
            m_names.emplace_back();
        } else {
            number = m_free.back();
            m_free.pop_back();
        }
        m_names[static_cast<std::size_t>(number)] = name;
        m_numbers.emplace(name, number);
        return number;
    }
    void take(const std::string& name) {
        const std::int32_t number = find(name);
        if (number < 0) return;
        m_numbers.erase(name);
        m_free.push_back(number);
    }
    [[nodiscard]] const std::string& name(std::int32_t number) const { return m_names[static_cast<std::size_t>(number)]; }

  private:
    std::unordered_map<std::string, std::int32_t> m_numbers;
    std::vector<std::string> m_names;
    std::vector<std::int32_t> m_free;
};

template <class T, class Key, class Gone, class Now>
void eachDifference(std::span<const T> before, std::span<const T> now, Key key, Gone gone, Now changed) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() || j < now.size()) {
        if (j == now.size() || (i < before.size() && key(before[i]) < key(now[j]))) {
            gone(before[i++]);
        } else if (i == before.size() || key(now[j]) < key(before[i])) {
            changed(now[j++]);
        } else {
            if (!(before[i] == now[j])) changed(now[j]);
            ++i;
            ++j;
        }
    }
}

} // namespace

struct LiveRoutes::State {
    explicit State(const RouteOptions& wanted) : router(wanted.sharedTrunks, 4096, 4096) {}

    Router router;
    Numbers boxes; // elements by id, parts by address (which has a '/', so that they never meet)
    Numbers links;
    Placement placement;
    std::optional<diagram::Diagram> diagram;
    std::vector<LinkId> rerouted;

    void setLink(const topology::Topology& topology, const diagram::Link& link) {
        const std::int32_t from = boxes.find(link.from.str());
        const std::int32_t to = boxes.find(link.to.str());
        if (from < 0 || to < 0 || !placement.find(link.from) || !placement.find(link.to)) {
            dropLink(link.id);
            return;
        }
        router.setLink(links.give(link.id.str()), RouterLink{link.id.str(), from, to, link.waypoints, labelSize(topology, link)});
    }
    void dropLink(const LinkId& id) {
        const std::int32_t number = links.find(id.str());
        if (number < 0) return;
        router.setLink(number, std::nullopt);
        links.take(id.str());
        rerouted.push_back(id);
    }
    void follow(const topology::Topology& topology);
    void moveBoxes(const Placement& now);
    [[nodiscard]] std::optional<Placed> movedTile(const diagram::Element& before, const diagram::Element& after) const;

    std::set<ElementId> packed; // boxes in which something has no frame: a move in there moves other things too
};

// The most frequent edit of all, a tile moved within its box, without placing everything again; none when it is more.
std::optional<Placed> LiveRoutes::State::movedTile(const diagram::Element& before, const diagram::Element& after) const {
    if (!before.frame || !after.frame || before.frame->size() != after.frame->size()) return std::nullopt;
    if (!after.groups.empty() || !after.spans.empty()) return std::nullopt; // outlines go round it, or it stands elsewhere
    const Placed* placed = placement.find(after.id);
    if (!placed || placed->shape != Shape::Tile || packed.contains(placed->inside)) return std::nullopt;
    diagram::Element same = before;
    same.frame = after.frame;
    if (!(same == after)) return std::nullopt;
    const Point by = after.frame->topLeft() - before.frame->topLeft();
    Placed moved = *placed;
    moved.frame = moved.frame.translated(by);
    moved.tile = moved.tile.translated(by);
    moved.label = moved.label.translated(by);
    return moved;
}

void LiveRoutes::State::moveBoxes(const Placement& now) {
    const auto numberOf = [&](const ElementId& id) { return id.empty() ? -1 : boxes.find(id.str()); };
    // Numbers first: a box may be entered before the one it stands in.
    eachDifference<Placed>(
        placement.elements(), now.elements(), [](const Placed& p) -> const ElementId& { return p.id; }, [](const Placed&) {},
        [&](const Placed& placed) { boxes.give(placed.id.str()); });
    eachDifference<Placed>(
        placement.elements(), now.elements(), [](const Placed& p) -> const ElementId& { return p.id; },
        [&](const Placed& placed) {
            router.setBox(boxes.find(placed.id.str()), std::nullopt);
            boxes.take(placed.id.str());
        },
        [&](const Placed& placed) { router.setBox(boxes.find(placed.id.str()), sceneBox(placed, numberOf(placed.inside))); });
    eachDifference<PlacedPart>(
        placement.parts(), now.parts(), [](const PlacedPart& p) -> const std::string& { return p.address; },
        [&](const PlacedPart& part) {
            router.setBox(boxes.find(part.address), std::nullopt);
            boxes.take(part.address);
        },
        [&](const PlacedPart& part) { router.setBox(boxes.give(part.address), sceneBox(part, numberOf(part.inside))); });
}

void LiveRoutes::State::follow(const topology::Topology& topology) {
    const diagram::Diagram& now = topology.diagram();
    rerouted.clear();
    std::vector<LinkId> touched;
    std::vector<LinkId> gone;
    std::vector<Placed> moved;
    bool elements = !diagram;
    if (diagram) {
        ChunkMap<diagram::Element>::compare(diagram->elements(), now.elements(),
                                            [&](const diagram::Element* before, const diagram::Element* after) {
                                                if (before && after && *before == *after) return;
                                                auto tile = before && after && !elements ? movedTile(*before, *after) : std::nullopt;
                                                if (tile) moved.push_back(std::move(*tile));
                                                else elements = true;
                                                if (tile) return;
                                                const ElementId& id = before ? before->id : after->id;
                                                for (const diagram::Diagram* side : {static_cast<const diagram::Diagram*>(&*diagram), &now})
                                                    for (const LinkId& link : side->linksAt(id)) touched.push_back(link);
                                            });
        ChunkMap<diagram::Link>::compare(diagram->links(), now.links(), [&](const diagram::Link* before, const diagram::Link* after) {
            if (!after) gone.push_back(before->id);
            else if (!before || !(*before == *after)) touched.push_back(after->id);
        });
    }
    const bool first = !diagram;
    if (elements) {
        Placement next = placementOf(topology);
        // Links of what came into view or left it, even without an edit of their own ends.
        eachDifference<Placed>(
            placement.elements(), next.elements(), [](const Placed& p) -> const ElementId& { return p.id; },
            [&](const Placed& placed) {
                for (const LinkId& link : now.linksAt(placed.id)) touched.push_back(link);
            },
            [&](const Placed& placed) {
                if (placement.find(placed.id)) return;
                for (const LinkId& link : now.linksAt(placed.id)) touched.push_back(link);
            });
        moveBoxes(next);
        placement = std::move(next);
        packed.clear();
        for (const Placed& placed : placement.elements()) {
            if (!placed.automatic) continue;
            for (const Placed* at = &placed; at; at = placement.find(at->inside)) // its size may hang on it, all the way up
                if (!packed.insert(at->inside).second) break;
        }
        for (const PlacedPart& part : placement.parts()) packed.insert(part.inside);
    } else {
        for (Placed& tile : moved) {
            router.setBox(boxes.find(tile.id.str()), sceneBox(tile, tile.inside.empty() ? -1 : boxes.find(tile.inside.str())));
            placement.put(std::move(tile));
        }
    }
    for (const LinkId& id : gone) dropLink(id);
    if (first) {
        for (const diagram::Link& link : now.links()) setLink(topology, link);
    } else {
        std::sort(touched.begin(), touched.end());
        touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
        for (const LinkId& id : touched) {
            if (const diagram::Link* link = now.link(id)) setLink(topology, *link);
            else dropLink(id);
        }
    }
    diagram = now;
    router.refresh();
    for (const std::int32_t number : router.rerouted()) rerouted.push_back(LinkId(links.name(number)));
    std::sort(rerouted.begin(), rerouted.end());
    rerouted.erase(std::unique(rerouted.begin(), rerouted.end()), rerouted.end());
}

LiveRoutes::LiveRoutes(const RouteOptions& options) : m_state(std::make_unique<State>(options)) {}
LiveRoutes::~LiveRoutes() = default;
LiveRoutes::LiveRoutes(LiveRoutes&&) noexcept = default;
LiveRoutes& LiveRoutes::operator=(LiveRoutes&&) noexcept = default;

void LiveRoutes::follow(const topology::Topology& topology) { m_state->follow(topology); }

const Placement& LiveRoutes::placement() const { return m_state->placement; }
const std::vector<LinkId>& LiveRoutes::rerouted() const { return m_state->rerouted; }

std::optional<Route> LiveRoutes::route(const LinkId& link) const {
    const RoutedLink* routed = m_state->router.routed(m_state->links.find(link.str()));
    if (!routed) return std::nullopt;
    return Route{link, routed->points, routed->straight, routed->label, routed->labelFree};
}

Routes LiveRoutes::routes() const {
    std::vector<Route> all;
    if (m_state->diagram)
        for (const diagram::Link& link : m_state->diagram->links())
            if (auto found = route(link.id)) all.push_back(std::move(*found));
    return Routes(std::move(all));
}

std::vector<Route> LiveRoutes::dragged(const std::vector<ElementId>& elements, Point by) const {
    std::vector<Route> coarse;
    if (!m_state->diagram) return coarse;
    const diagram::Diagram& diagram = *m_state->diagram;
    std::set<ElementId> moving;
    std::vector<ElementId> open = elements;
    while (!open.empty()) {
        const ElementId id = open.back();
        open.pop_back();
        if (!moving.insert(id).second) continue;
        for (const ElementId& child : diagram.children(id)) open.push_back(child);
    }
    std::vector<LinkId> links;
    for (const ElementId& id : moving)
        for (const LinkId& link : diagram.linksAt(id)) links.push_back(link);
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end()), links.end());
    for (const LinkId& id : links) {
        const diagram::Link& link = *diagram.link(id);
        const auto end = [&](const ElementId& element) -> std::optional<Terminal> {
            const Placed* placed = m_state->placement.find(element);
            if (!placed) return std::nullopt;
            Terminal terminal = terminalOf(*placed);
            if (moving.contains(element)) {
                terminal.body = terminal.body.translated(by);
                terminal.anchor = terminal.anchor.translated(by);
            }
            return terminal;
        };
        const auto from = end(link.from);
        const auto to = end(link.to);
        if (!from || !to) continue;
        Route route;
        route.id = id;
        route.points = coarsePath(*from, *to, link.waypoints);
        coarse.push_back(std::move(route));
    }
    return coarse;
}

} // namespace sky::layout
