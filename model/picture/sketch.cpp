// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/sketch.h"

#include "base/text_width.h"

#include <algorithm>

namespace sky::picture {
namespace {

FontWeight weight(bool bold) {
    return bold ? FontWeight::Bold : FontWeight::Regular;
}

} // namespace

double lineHeight(int size) {
    return size <= kTextSize ? kLineHeight : size * 1.4;
}

double wordsWidth(std::string_view text, int size, bool bold) {
    return static_cast<double>(textWidthThousandths(text, weight(bold))) * size / 1000;
}

RectD toRectD(const Rect& rect) {
    return {static_cast<double>(rect.x), static_cast<double>(rect.y), static_cast<double>(rect.width),
            static_cast<double>(rect.height)};
}

RectD centredIn(const RectD& rect, double side) {
    return {rect.x + (rect.width - side) / 2, rect.y + (rect.height - side) / 2, side, side};
}

bool drawnBefore(const Figure& a, const Figure& b) {
    if (a.depth != b.depth) return a.depth < b.depth;
    return a.owner < b.owner;
}

void Sketch::add(Layer layer, Shape shape, double leastScale) {
    m_figure.bounds = m_figure.bounds.united(bounds(shape));
    m_figure.primitives.push_back({layer, leastScale, std::move(shape)});
}

void Sketch::addWords(Layer layer, std::string_view text, PointD at, Align align, int size, bool bold, Color color,
                      double widest, double leastScale) {
    addWrapped(layer, text, at, align, size, bold, color, widest, 1, leastScale);
}

int Sketch::addWrapped(Layer layer, std::string_view text, PointD at, Align align, int size, bool bold, Color color,
                       double widest, int lines, double leastScale) {
    const std::vector<std::string> wrapped =
        wrapText(text, static_cast<int>(widest), static_cast<std::size_t>(lines), size, weight(bold));
    for (const std::string& line : wrapped) {
        add(layer, Words{line, at, align, static_cast<double>(size), bold, color, wordsWidth(line, size, bold)},
            leastScale);
        at.y += lineHeight(size);
    }
    return static_cast<int>(wrapped.size());
}

bool Sketch::addPackIcon(Layer layer, std::string_view icon, std::string_view variant, RectD square, Color color) {
    if (!m_pack) return false;
    std::string key(icon);
    if (!variant.empty() && m_pack->find(key + '.' + std::string(variant))) key += '.' + std::string(variant);
    if (!m_pack->find(key)) return false;
    add(layer, Glyph{std::string(kPackPrefix) + key, square, color});
    return true;
}

void Sketch::addIcon(Layer layer, std::string_view icon, std::string_view variant, RectD square, Color color) {
    if (addPackIcon(layer, icon, variant, square, color)) return;
    const Icon& found = IconSet::builtin().iconFor(icon, variant);
    if (found.lineForm) {
        add(layer, Glyph{found.key, square, color});
        return;
    }
    add(layer, Box{square, square.width >= 40 ? kTileRadius : square.width >= 32 ? 4.0 : 0.0, color, {}});
    add(layer, Glyph{found.key, centredIn(square, square.width * kGlyphPart), rgb(0xFFFFFF)}, kGlyphScale);
}

void Sketch::addBorderIcon(Layer layer, std::string_view icon, std::string_view variant, RectD square, Color color,
                           Color page) {
    const double radius = std::min(square.width, square.height) / 2;
    Disc disc{{square.x + square.width / 2, square.y + square.height / 2}, radius - 1, page, {color, 2, Dash::Solid}};
    if (m_pack && m_pack->find(icon)) { // AWS draws its own ring
        disc.stroke = {};
        disc.radius = radius;
        add(layer, disc);
        addPackIcon(layer, icon, variant, square, color);
        return;
    }
    add(layer, disc);
    add(layer, Glyph{IconSet::builtin().iconFor(icon, variant).key, centredIn(square, radius * 1.2), color},
        kGlyphScale);
}

void Sketch::addCornerIcon(Layer layer, std::string_view icon, std::string_view variant, RectD square, Color color) {
    if (addPackIcon(layer, icon, variant, square, color)) return;
    const Color onTile = color == rgb(0xFFFFFF) ? rgb(0x000000) : rgb(0xFFFFFF);
    add(layer, Box{square, 0, color, {}});
    add(layer, Glyph{IconSet::builtin().iconFor(icon, variant).key, centredIn(square, square.width * 0.75), onTile},
        kGlyphScale);
}

void Sketch::addGhostIcon(Layer layer, std::string_view icon, std::string_view variant, RectD square, Color color) {
    const Icon& found = IconSet::builtin().iconFor(icon, variant);
    add(layer, Box{square.grown(-0.75), kTileRadius, kNoColor, {color, 1.5, Dash::Dashed}});
    add(layer, Glyph{found.key, centredIn(square, square.width * kGlyphPart), color}, kGlyphScale);
}

Figure Sketch::finish(RectD body, std::string title) && {
    m_figure.body = body;
    m_figure.title = std::move(title);
    return std::move(m_figure);
}

} // namespace sky::picture
