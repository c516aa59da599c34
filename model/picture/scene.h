// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a diagram: one figure per drawn thing, found by place through a grid index and kept up to date by
// change. update() equals a scene made anew. A Scene belongs to one thread; the figures it hands out are immutable and
// shared, so that a painter on another thread needs no lock and no copy.
#pragma once

#include "layout/frames.h"
#include "layout/routes.h"
#include "picture/callouts.h"
#include "picture/figure.h"
#include "picture/grid_index.h"
#include "picture/options.h"
#include "topology/topology.h"

#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace sky::picture {

enum class HitPart : std::uint8_t { Body, Border, Title, Line };

struct Hit {
    Owner owner;
    HitPart part = HitPart::Body;
    double distance = 0; // to a link's line
    friend bool operator==(const Hit&, const Hit&) = default;
};

// Everything a scene is made from; shared, so that holding the last one costs nothing.
struct SceneSource {
    std::shared_ptr<const topology::Topology> topology;
    std::shared_ptr<const layout::Placement> placement;
    std::shared_ptr<const layout::Routes> routes;
};

struct DrawingContext;

class Scene {
  public:
    explicit Scene(Options options = {}) : m_options(options) {}

    void setOptions(const Options& options); // draws everything anew when they differ
    [[nodiscard]] const Options& options() const { return m_options; }

    // Draws what differs from the source before. Returns the area of the page to paint again.
    RectD update(SceneSource source);

    [[nodiscard]] RectD bounds() const; // of everything drawn; empty: nothing is
    [[nodiscard]] std::size_t size() const { return m_slots.size() - m_free.size(); }
    [[nodiscard]] FigurePointer figure(const Owner& owner) const; // null: not drawn

    [[nodiscard]] std::vector<FigurePointer> all() const;                      // in drawing order
    [[nodiscard]] std::vector<FigurePointer> visible(const RectD& area) const; // in drawing order

    // Front to back: what a pointer at this place means. Containers are hit by border and title before their inside,
    // and their inside (Body) comes last.
    [[nodiscard]] std::vector<Hit> at(PointD point, double tolerance) const;
    [[nodiscard]] std::vector<Owner> inside(const RectD& area) const; // bodies wholly inside, in order of owners
    [[nodiscard]] std::vector<Owner> touching(const RectD& area) const;
    [[nodiscard]] std::optional<Hit> nearestLink(PointD point, double most) const;

  private:
    void draw(const Owner& owner, RectD& dirty);
    void drawElementOf(const layout::Placed& placed, RectD& dirty);
    void drawPartOf(const layout::PlacedPart& part, RectD& dirty);
    void drawLinkOf(const layout::Route& route, RectD& dirty);
    [[nodiscard]] DrawingContext context() const;
    void place(Figure figure, RectD& dirty);
    void drop(const Owner& owner, RectD& dirty);
    void drawMargin(RectD& dirty);
    void noteFill(std::uint32_t slot, const Figure* before, const Figure* after);
    [[nodiscard]] Color paperAt(PointD point) const; // the fill of the innermost container there
    [[nodiscard]] std::vector<FigurePointer> ordered(std::vector<FigurePointer> figures) const;

    Options m_options;
    SceneSource m_source;
    std::vector<FigurePointer> m_slots; // null: free
    std::vector<std::uint32_t> m_free;
    struct OwnerHash {
        std::size_t operator()(const Owner& owner) const { // not noexcept: the table then keeps the hashes
            return std::hash<std::string>{}(owner.id) * 4 + static_cast<std::size_t>(owner.kind);
        }
    };
    std::unordered_map<Owner, std::uint32_t, OwnerHash> m_owners;
    GridIndex m_index;
    std::vector<std::uint32_t> m_filled;  // slots of containers with a fill: the words of links stand on it
    RectD m_refilled;                     // where such fills came, went or changed in this update
    std::map<LinkId, Callout> m_callouts; // while Options::linkNumbers is on
};

} // namespace sky::picture
