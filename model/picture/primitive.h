// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing primitives of a picture: everything a painter has to know to draw a diagram, and nothing about diagrams.
// Coordinates are logical pixels on the page, y down. Texts are single lines, already wrapped and elided, so that the
// painter and the SVG writer draw the same words at the same places.
#pragma once

#include "picture/color.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace sky::picture {

struct PointD {
    double x = 0;
    double y = 0;
    friend bool operator==(const PointD&, const PointD&) = default;
};

struct RectD {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
    [[nodiscard]] bool empty() const { return width <= 0 && height <= 0; }
    [[nodiscard]] bool contains(PointD p) const { return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom(); }
    [[nodiscard]] bool contains(const RectD& r) const {
        return r.x >= x && r.y >= y && r.right() <= right() && r.bottom() <= bottom();
    }
    [[nodiscard]] bool intersects(const RectD& r) const {
        return r.x <= right() && x <= r.right() && r.y <= bottom() && y <= r.bottom();
    }
    [[nodiscard]] RectD grown(double by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
    [[nodiscard]] RectD united(const RectD& r) const {
        if (empty()) return r;
        if (r.empty()) return *this;
        const double l = std::min(x, r.x);
        const double t = std::min(y, r.y);
        return {l, t, std::max(right(), r.right()) - l, std::max(bottom(), r.bottom()) - t};
    }
    friend bool operator==(const RectD&, const RectD&) = default;
};

enum class Dash : std::uint8_t { Solid, Dashed, Dotted };

struct Stroke {
    Color color = kNoColor;
    double width = 0;
    Dash dash = Dash::Solid;
    friend bool operator==(const Stroke&, const Stroke&) = default;
};

struct Box { // a rectangle; its stroke runs centred on its edge
    RectD rect;
    double radius = 0;
    Color fill = kNoColor;
    Stroke stroke;
    friend bool operator==(const Box&, const Box&) = default;
};

struct Line { // a polyline with rounded bends
    std::vector<PointD> points;
    double cornerRadius = 0;
    Stroke stroke;
    friend bool operator==(const Line&, const Line&) = default;
};

struct Polygon { // arrowheads, severity marks
    std::vector<PointD> points;
    Color fill = kNoColor;
    Stroke stroke;
    friend bool operator==(const Polygon&, const Polygon&) = default;
};

struct Disc {
    PointD center;
    double radius = 0;
    Color fill = kNoColor;
    Stroke stroke;
    friend bool operator==(const Disc&, const Disc&) = default;
};

enum class Align : std::uint8_t { Left, Center, Right };

struct Words { // one line of text
    std::string text;
    PointD at; // on the baseline; left end, middle or right end as `align` says
    Align align = Align::Left;
    double size = 12;
    bool bold = false;
    Color color;
    double width = 0; // by the width table of base/: what layout reckoned with
    friend bool operator==(const Words&, const Words&) = default;
};

struct Glyph {        // an icon's drawing in one colour, or a picture of an icon pack as it came
    std::string icon; // key of the icon set
    RectD rect;       // where its 24 x 24 grid goes
    Color color;
    friend bool operator==(const Glyph&, const Glyph&) = default;
};

using Shape = std::variant<Box, Line, Polygon, Disc, Words, Glyph>;

// What is drawn over what. Inside Groups a deeper container comes after the one it stands in.
enum class Layer : std::uint8_t { Groups, Spans, Links, LinkTexts, Tiles, Callouts, Badges, Margin };
inline constexpr int kLayers = 8;

// Below `leastScale` a primitive is not drawn: small text and glyphs become noise before they become unreadable.
struct Primitive {
    Layer layer = Layer::Tiles;
    double leastScale = 0;
    Shape shape;
    friend bool operator==(const Primitive&, const Primitive&) = default;
};

[[nodiscard]] RectD bounds(const Shape& shape);

// How a line goes round its point `at`: straight to `enter`, then, if curved, along a quadratic with the point itself
// as control to `leave`. One function, so that painter and SVG writer draw one curve.
struct Bend {
    PointD enter;
    PointD leave;
    bool curved = false;
};
[[nodiscard]] Bend bendAt(const Line& line, std::size_t at);

} // namespace sky::picture
