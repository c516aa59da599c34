// SPDX-License-Identifier: GPL-3.0-or-later
// Collects the primitives of one figure and keeps its bounds. Used by the draw functions only.
#pragma once

#include "layout/metrics.h"
#include "picture/figure.h"
#include "picture/icon_pack.h"
#include "picture/icons.h"

#include <string_view>

namespace sky::picture {

// Scales below which details are left out.
inline constexpr double kNameScale = 0.35;
inline constexpr double kDetailScale = 0.5;
inline constexpr double kGlyphScale = 0.15;

inline constexpr int kTextSize = 12;
inline constexpr int kSmallTextSize = 11;

class Sketch {
  public:
    explicit Sketch(Owner owner, const IconPack* pack = nullptr) : m_pack(pack) {
        m_figure.owner = std::move(owner);
        m_figure.primitives.reserve(4);
    }

    void add(Layer layer, Shape shape, double leastScale = 0);
    // One line; elided in the middle when wider than `widest`.
    void addWords(Layer layer, std::string_view text, PointD at, Align align, int size, bool bold, Color color,
                  double widest, double leastScale);
    // Up to `lines` lines below each other, the first baseline at `at`; returns how many there are.
    int addWrapped(Layer layer, std::string_view text, PointD at, Align align, int size, bool bold, Color color,
                   double widest, int lines, double leastScale);
    // An icon in its own form: white on a tile, or line art in the colour; an icon of the pack as it came.
    void addIcon(Layer layer, std::string_view icon, std::string_view variant, RectD square, Color color);
    // On the border of a container: in a disc that covers it.
    void addBorderIcon(Layer layer, std::string_view icon, std::string_view variant, RectD square, Color color,
                       Color page);
    // In the top left corner of a container, on a square of its colour.
    void addCornerIcon(Layer layer, std::string_view icon, std::string_view variant, RectD square, Color color);
    void addGhostIcon(Layer layer, std::string_view icon, std::string_view variant, RectD square, Color color);

    [[nodiscard]] Figure finish(RectD body, std::string title) &&;
    Figure& figure() { return m_figure; }

  private:
    bool addPackIcon(Layer layer, std::string_view icon, std::string_view variant, RectD square, Color color);

    Figure m_figure;
    const IconPack* m_pack = nullptr;
};

inline constexpr double kLineHeight = 16;
inline constexpr double kTileRadius = 6;
inline constexpr double kGlyphPart = 0.7; // of a tile's side

[[nodiscard]] double lineHeight(int size);
[[nodiscard]] double wordsWidth(std::string_view text, int size, bool bold); // exact, by the fonts' table
[[nodiscard]] RectD toRectD(const Rect& rect);
[[nodiscard]] RectD centredIn(const RectD& rect, double side);

} // namespace sky::picture
