// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/painter.h"

#include "paint/fonts.h"
#include "picture/icons.h"

#include <QPainterPath>
#include <QSvgRenderer>

#include <array>
#include <cmath>
#include <unordered_map>

namespace sky::paint {
namespace {

using namespace picture;

QPointF toQPointF(const PointD& p) { return {p.x, p.y}; }

QPen penOf(const Stroke& stroke) {
    if (!stroke.color.visible() || stroke.width <= 0) return Qt::NoPen;
    QPen pen(toQColor(stroke.color), stroke.width, Qt::SolidLine, Qt::FlatCap, Qt::SvgMiterJoin);
    pen.setMiterLimit(4);
    // As in the SVG writer: 6 4 and 2 3 pixels; QPen counts in widths of the pen.
    if (stroke.dash == Dash::Dashed) pen.setDashPattern({6 / stroke.width, 4 / stroke.width});
    if (stroke.dash == Dash::Dotted) pen.setDashPattern({2 / stroke.width, 3 / stroke.width});
    return pen;
}

QBrush brushOf(Color color) { return color.visible() ? QBrush(toQColor(color)) : QBrush(Qt::NoBrush); }

struct IconPaths {
    QPainterPath stroked;
    QPainterPath filled;
};

IconPaths pathsOf(const Icon& icon) {
    IconPaths paths;
    for (const IconPath& from : icon.paths) {
        QPainterPath& to = from.filled ? paths.filled : paths.stroked;
        std::size_t at = 0;
        for (const PathVerb verb : from.verbs) {
            switch (verb) {
            case PathVerb::Move: to.moveTo(toQPointF(from.points[at++])); break;
            case PathVerb::Line: to.lineTo(toQPointF(from.points[at++])); break;
            case PathVerb::Cubic:
                to.cubicTo(toQPointF(from.points[at]), toQPointF(from.points[at + 1]), toQPointF(from.points[at + 2]));
                at += 3;
                break;
            case PathVerb::Close: to.closeSubpath(); break;
            }
        }
    }
    paths.filled.setFillRule(Qt::WindingFill);
    return paths;
}

} // namespace

// What is worth keeping between calls.
struct Painter::Tools {
    PackIcon packIcon;
    std::unordered_map<std::string, IconPaths> icons;
    std::unordered_map<std::string, std::unique_ptr<QSvgRenderer>> packIcons; // null: the pack has none

    const IconPaths& paths(const std::string& key) {
        const auto found = icons.find(key);
        if (found != icons.end()) return found->second;
        const Icon* icon = IconSet::builtin().find(key);
        return icons.emplace(key, icon ? pathsOf(*icon) : IconPaths{}).first->second;
    }

    QSvgRenderer* pack(const std::string& key) {
        if (!packIcon) return nullptr;
        const auto found = packIcons.find(key);
        if (found != packIcons.end()) return found->second.get();
        std::unique_ptr<QSvgRenderer> renderer;
        const std::string svg = packIcon(key);
        if (!svg.empty()) {
            renderer = std::make_unique<QSvgRenderer>(QByteArray::fromStdString(svg));
            if (!renderer->isValid()) renderer.reset();
        }
        return packIcons.emplace(key, std::move(renderer)).first->second.get();
    }
};

namespace {

// Draws one shape after the other; sets pen and brush only when they change.
template <class Tools>
class Drawing {
  public:
    Drawing(QPainter& painter, Tools& tools, const DrawOptions& options)
        : m_painter(painter), m_tools(tools),
          m_leastWidth(options.leastLine > 0 ? options.leastLine / painter.transform().m11() : 0) {}

    void operator()(const Box& box) {
        const QRectF rect = toQRectF(box.rect);
        if (box.radius <= 0 && !box.stroke.color.visible()) {
            m_painter.fillRect(rect, toQColor(box.fill));
            return;
        }
        set(penOf(box.stroke), brushOf(box.fill));
        if (box.radius > 0)
            m_painter.drawRoundedRect(rect, box.radius, box.radius);
        else
            m_painter.drawRect(rect);
    }
    void operator()(const Line& line) {
        set(penOf(line.stroke), Qt::NoBrush);
        m_painter.drawPath(pathOf(line));
    }
    void operator()(const Polygon& polygon) {
        set(penOf(polygon.stroke), brushOf(polygon.fill));
        QPolygonF points;
        for (const PointD& p : polygon.points) points << toQPointF(p);
        m_painter.drawPolygon(points, Qt::WindingFill);
    }
    void operator()(const Disc& disc) {
        set(penOf(disc.stroke), brushOf(disc.fill));
        m_painter.drawEllipse(toQPointF(disc.center), disc.radius, disc.radius);
    }
    void operator()(const Words& words) {
        const QFont font = pictureFont(words.size, words.bold);
        if (m_painter.font() != font) m_painter.setFont(font);
        m_painter.setPen(toQColor(words.color));
        const QString text = QString::fromUtf8(words.text.data(), static_cast<qsizetype>(words.text.size()));
        // The table's width, not the font engine's: that is loaded piecemeal, and threads have one each.
        double left = words.at.x;
        if (words.align == Align::Center) left -= words.width / 2;
        if (words.align == Align::Right) left -= words.width;
        m_painter.drawText(QPointF(left, words.at.y), text);
    }
    void operator()(const Glyph& glyph) {
        const QRectF rect = toQRectF(glyph.rect);
        if (QSvgRenderer* own = m_tools.pack(glyph.icon)) {
            own->render(&m_painter, rect);
            m_painter.setRenderHint(QPainter::Antialiasing);
            return;
        }
        const IconPaths& paths = m_tools.paths(glyph.icon);
        const QTransform before = m_painter.transform();
        m_painter.translate(rect.topLeft());
        m_painter.scale(rect.width() / kIconGrid, rect.height() / kIconGrid);
        if (!paths.stroked.isEmpty()) {
            set(QPen(toQColor(glyph.color), kIconStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin), Qt::NoBrush);
            m_painter.drawPath(paths.stroked);
        }
        if (!paths.filled.isEmpty()) {
            set(Qt::NoPen, toQColor(glyph.color));
            m_painter.drawPath(paths.filled);
        }
        m_painter.setTransform(before);
    }

  private:
    [[nodiscard]] QPen penOf(const Stroke& stroke) const {
        QPen pen = paint::penOf(stroke);
        if (pen.widthF() < m_leastWidth) pen.setWidthF(m_leastWidth); // its dashes grow along
        return pen;
    }
    void set(const QPen& pen, const QBrush& brush) {
        m_painter.setPen(pen);
        m_painter.setBrush(brush);
    }

    QPainter& m_painter;
    Tools& m_tools;
    double m_leastWidth; // in pixels of the page
};

} // namespace

Painter::Painter(PackIcon packIcon) : m_tools(std::make_unique<Tools>()) { m_tools->packIcon = std::move(packIcon); }
Painter::~Painter() = default;
Painter::Painter(Painter&&) noexcept = default;
Painter& Painter::operator=(Painter&&) noexcept = default;

void Painter::draw(QPainter& painter, std::span<const FigurePointer> figures, const DrawOptions& options) {
    // Sorted into layers first, so that figures off the clip are looked at once.
    std::array<std::vector<const Shape*>, kLayers> layers;
    for (const FigurePointer& figure : figures) {
        if (!options.clip.empty() && !figure->bounds.intersects(options.clip)) continue;
        for (const Primitive& primitive : figure->primitives)
            if (options.scale >= primitive.leastScale)
                layers[static_cast<std::size_t>(primitive.layer)].push_back(&primitive.shape);
    }
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    Drawing drawing(painter, *m_tools, options);
    for (const auto& layer : layers)
        for (const Shape* shape : layer) std::visit(drawing, *shape);
    painter.restore();
}

QPainterPath pathOf(const Line& line) {
    QPainterPath path;
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        if (i == 0) {
            path.moveTo(toQPointF(line.points[i]));
            continue;
        }
        const Bend bend = bendAt(line, i);
        path.lineTo(toQPointF(bend.enter));
        if (bend.curved) path.quadTo(toQPointF(line.points[i]), toQPointF(bend.leave));
    }
    return path;
}

QColor toQColor(Color color) { return {color.red, color.green, color.blue, color.alpha}; }
QRectF toQRectF(const RectD& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

} // namespace sky::paint
