// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/slide_check.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace sky::picture {
namespace {

struct Room { // in points; in pixels on the screen
    double width = 0;
    double height = 0;
    bool enlarged = false; // a smaller picture is blown up to fill it
};

Room roomFor(Use use, const RectD& area) {
    const bool upright = area.height > area.width;
    switch (use) {
    case Use::Slide:
        return {960, 540, true}; // 13.33 x 7.5 inches
    case Use::A4:
        return upright ? Room{539, 786, true} : Room{786, 539, true}; // 10 mm margins
    case Use::Readme:
        break;
    }
    return {838, 1e9, false}; // the column GitHub gives a README on a desktop
}

struct Segment {
    PointD from;
    PointD to;
    std::size_t link;
};

std::string tenth(double value) {
    const auto tenths = static_cast<long>(std::floor(value * 10));
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

// Strictly inside both: lines that meet at an end or run along each other do not cross.
bool crosses(const Segment& a, const Segment& b) {
    const auto side = [](const PointD& p, const PointD& q, const PointD& r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    const double ab1 = side(a.from, a.to, b.from), ab2 = side(a.from, a.to, b.to);
    const double ba1 = side(b.from, b.to, a.from), ba2 = side(b.from, b.to, a.to);
    constexpr double kNear = 1e-6;
    return ab1 * ab2 < -kNear && ba1 * ba2 < -kNear;
}

class Check {
  public:
    Check(const Page& page, Use use) : m_page(page), m_use(use) {}

    std::vector<Text> run() {
        smallText();
        silentArrows();
        crossings();
        return std::move(m_texts);
    }

  private:
    void smallText() {
        const Room room = roomFor(m_use, m_page.area);
        double scale = std::min(room.width / m_page.area.width, room.height / m_page.area.height);
        if (!room.enlarged) scale = std::min(scale, 1.0);
        const Words* smallest = nullptr;
        std::size_t count = 0;
        for (const FigurePointer& figure : m_page.figures)
            for (const Primitive& primitive : figure->primitives)
                if (const auto* words = std::get_if<Words>(&primitive.shape);
                    words && words->size * scale < kLeastText) {
                    ++count;
                    if (!smallest || words->size < smallest->size) smallest = words;
                }
        if (!smallest) return;
        const std::string size = tenth(smallest->size * scale);
        const std::int64_t texts = static_cast<std::int64_t>(count);
        const Text remedy = say("Export parts of it with --select, or place things closer together.",
                                "--select로 일부만 내보내거나 더 촘촘히 배치하세요.");
        Text text;
        if (m_use == Use::Readme)
            text = say("{} texts would be smaller than 10 px in a README, \"{}\" only {} px. {}",
                       "README에서 글 {}개가 10px보다 작아집니다. \"{}\"은(는) {}px입니다. {}", texts, smallest->text,
                       size, remedy);
        else if (m_use == Use::Slide)
            text = say("{} texts would be smaller than 10 pt on a slide, \"{}\" only {} pt. {}",
                       "슬라이드에서 글 {}개가 10pt보다 작아집니다. \"{}\"은(는) {}pt입니다. {}", texts, smallest->text,
                       size, remedy);
        else
            text = say("{} texts would be smaller than 10 pt on A4, \"{}\" only {} pt. {}",
                       "A4에서 글 {}개가 10pt보다 작아집니다. \"{}\"은(는) {}pt입니다. {}", texts, smallest->text, size,
                       remedy);
        m_texts.push_back(std::move(text));
    }

    // An arrow without words and without a number leaves the reader to guess what happens along it.
    void silentArrows() {
        std::vector<std::string> silent;
        for (const FigurePointer& figure : m_page.figures) {
            if (figure->owner.kind != OwnerKind::Link) continue;
            bool head = false;
            bool says = false;
            for (const Primitive& primitive : figure->primitives) {
                head = head || std::holds_alternative<Polygon>(primitive.shape);
                says = says || std::holds_alternative<Words>(primitive.shape);
            }
            if (head && !says) silent.push_back(figure->owner.id);
        }
        if (silent.empty()) return;
        std::sort(silent.begin(), silent.end());
        m_texts.push_back(say("{} arrows have no words: {}. Name them, or number them with --numbers.",
                              "설명이 없는 화살표가 {}개 있습니다: {}. 이름을 붙이거나 --numbers로 번호를 매기세요.",
                              static_cast<std::int64_t>(silent.size()), list(silent)));
    }

    void crossings() {
        std::vector<Segment> segments;
        std::vector<const Figure*> links;
        for (const FigurePointer& figure : m_page.figures) {
            if (figure->owner.kind != OwnerKind::Link) continue;
            for (const Primitive& primitive : figure->primitives)
                if (const auto* line = std::get_if<Line>(&primitive.shape))
                    for (std::size_t i = 1; i < line->points.size(); ++i)
                        segments.push_back({line->points[i - 1], line->points[i], links.size()});
            links.push_back(figure.get());
        }
        // By cells of 256 px, so that a large drawing is not compared line by line with itself.
        constexpr double kCell = 256;
        std::map<std::pair<long, long>, std::vector<std::size_t>> cells;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const Segment& s = segments[i];
            const auto cell = [](double v) { return static_cast<long>(std::floor(v / kCell)); };
            for (long x = cell(std::min(s.from.x, s.to.x)); x <= cell(std::max(s.from.x, s.to.x)); ++x)
                for (long y = cell(std::min(s.from.y, s.to.y)); y <= cell(std::max(s.from.y, s.to.y)); ++y)
                    cells[{x, y}].push_back(i);
        }
        std::set<std::pair<std::size_t, std::size_t>> pairs;
        for (const auto& [at, inside] : cells)
            for (std::size_t i = 0; i < inside.size(); ++i)
                for (std::size_t k = i + 1; k < inside.size(); ++k) {
                    const Segment& a = segments[inside[i]];
                    const Segment& b = segments[inside[k]];
                    if (a.link != b.link && crosses(a, b)) pairs.insert(std::minmax(a.link, b.link));
                }
        if (pairs.empty()) return;
        std::vector<std::string> names;
        for (const auto& [a, b] : pairs) names.push_back(links[a]->owner.id + " × " + links[b]->owner.id);
        std::sort(names.begin(), names.end());
        m_texts.push_back(say("{} pairs of lines cross: {}. Move what they join, or drag the lines apart.",
                              "서로 교차하는 선이 {}쌍 있습니다: {}. 연결된 요소를 옮기거나 선을 끌어 떼어 놓으세요.",
                              static_cast<std::int64_t>(pairs.size()), list(names)));
    }

    static std::string list(const std::vector<std::string>& names) {
        constexpr std::size_t kMost = 5;
        std::string out;
        for (std::size_t i = 0; i < names.size() && i < kMost; ++i) out += (i ? ", " : "") + names[i];
        if (names.size() > kMost) out += ", …";
        return out;
    }

    const Page& m_page;
    Use m_use;
    std::vector<Text> m_texts;
};

} // namespace

std::optional<Use> useFrom(std::string_view text) {
    if (text == "slide") return Use::Slide;
    if (text == "a4") return Use::A4;
    if (text == "readme") return Use::Readme;
    return std::nullopt;
}

std::vector<Text> slideCheck(const Page& page, Use use) {
    if (page.area.width <= 0 || page.area.height <= 0) return {};
    return Check(page, use).run();
}

} // namespace sky::picture
