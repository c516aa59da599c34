// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/svg_writer.h"

#include "base/base64.h"
#include "picture/icons.h"

#include <charconv>
#include <cmath>
#include <map>
#include <set>

namespace sky::picture {
namespace {

void appendNumber(std::string& out, double value) {
    const double rounded = std::round(value * 100) / 100;
    char buffer[40];
    out.append(
        buffer,
        std::to_chars(buffer, buffer + sizeof buffer, rounded == 0 ? 0.0 : rounded, std::chars_format::fixed).ptr);
}

void appendEscaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
}

class Writer {
  public:
    Writer(std::span<const FigurePointer> figures, const SvgOptions& options)
        : m_figures(figures), m_options(options) {}

    std::string write() {
        m_out.reserve(4096 + m_figures.size() * 700);
        head();
        icons();
        if (m_options.background.visible()) {
            m_out += "<rect";
            rect(m_options.area);
            m_out += " fill=\"" + m_options.background.hex() + "\"/>\n";
        }
        for (int layer = 0; layer < kLayers; ++layer)
            for (const FigurePointer& figure : m_figures) group(*figure, static_cast<Layer>(layer));
        m_out += "</svg>\n";
        return std::move(m_out);
    }

  private:
    void attribute(const char* name, double value) {
        m_out += ' ';
        m_out += name;
        m_out += "=\"";
        appendNumber(m_out, value);
        m_out += '"';
    }
    void rect(const RectD& r) {
        attribute("x", r.x);
        attribute("y", r.y);
        attribute("width", r.width);
        attribute("height", r.height);
    }
    void fill(Color color) {
        m_out += color.visible() ? " fill=\"" + color.hex() + '"' : std::string(" fill=\"none\"");
    }
    void stroke(const Stroke& stroke) {
        if (!stroke.color.visible() || stroke.width <= 0) return;
        m_out += " stroke=\"" + stroke.color.hex() + '"';
        attribute("stroke-width", stroke.width);
        if (stroke.dash == Dash::Dashed) m_out += " stroke-dasharray=\"6 4\"";
        if (stroke.dash == Dash::Dotted) m_out += " stroke-dasharray=\"2 3\"";
    }

    void head() {
        const RectD& area = m_options.area;
        m_out += "<svg xmlns=\"http://www.w3.org/2000/svg\"";
        attribute("width", area.width);
        attribute("height", area.height);
        m_out += " viewBox=\"";
        for (const double value : {area.x, area.y, area.width, area.height}) {
            appendNumber(m_out, value);
            m_out += ' ';
        }
        m_out.back() = '"';
        m_out += " lang=\"";
        appendEscaped(m_out, m_options.language);
        m_out += "\" role=\"img\" font-family=\"";
        m_out += kFontFamilies;
        m_out += "\">\n<title>";
        appendEscaped(m_out, m_options.title);
        m_out += "</title>\n";
        if (!m_options.description.empty()) {
            m_out += "<desc>";
            appendEscaped(m_out, m_options.description);
            m_out += "</desc>\n";
        }
        if (!m_options.embedded.empty()) m_out += "<metadata id=\"skyw\">" + m_options.embedded + "</metadata>\n";
    }

    // Every icon that occurs, once, as a symbol; or the pack's own file as an image.
    void icons() {
        std::set<std::string> used;
        for (const FigurePointer& figure : m_figures)
            for (const Primitive& primitive : figure->primitives)
                if (const auto* glyph = std::get_if<Glyph>(&primitive.shape)) used.insert(glyph->icon);
        std::string symbols;
        for (const std::string& key : used) {
            if (m_options.packIcon) {
                std::string own = m_options.packIcon(key);
                if (!own.empty()) {
                    m_images.emplace(key, "data:image/svg+xml;base64," + toBase64(own));
                    continue;
                }
            }
            const Icon* icon = IconSet::builtin().find(key);
            if (!icon) continue;
            symbols += "<symbol id=\"_icon-" + key +
                       "\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" "
                       "stroke-linecap=\"round\" stroke-linejoin=\"round\">";
            for (const IconPath& path : icon->paths) {
                symbols += "<path d=\"" + toPathData(path) + '"';
                if (path.filled) symbols += " fill=\"currentColor\" stroke=\"none\"";
                symbols += "/>";
            }
            symbols += "</symbol>\n";
        }
        if (!symbols.empty()) m_out += "<defs>\n" + symbols + "</defs>\n";
    }

    void group(const Figure& figure, Layer layer) {
        bool open = false;
        for (const Primitive& primitive : figure.primitives) {
            if (primitive.layer != layer) continue;
            if (!open) {
                openGroup(figure);
                open = true;
            }
            std::visit(*this, primitive.shape);
        }
        if (open) m_out += "</g>\n";
    }

    // The first group of a figure carries its id and title; further layers of it get ids that no element can have.
    void openGroup(const Figure& figure) {
        const int nth = m_groups[&figure]++;
        m_out += "<g id=\"";
        if (figure.owner.kind == OwnerKind::Margin) m_out += '_';
        std::string id = figure.owner.id;
        for (char& c : id)
            if (c == '/') c = ':'; // of a part: "orders/standby"
        m_out += id;
        if (nth > 0) m_out += '_' + std::string("over") + (nth > 1 ? std::to_string(nth) : std::string());
        m_out += "\">";
        if (nth == 0 && !figure.title.empty()) {
            m_out += "<title>";
            appendEscaped(m_out, figure.title);
            m_out += "</title>";
        }
    }

  public:
    void operator()(const Box& box) {
        m_out += "<rect";
        rect(box.rect);
        if (box.radius > 0) attribute("rx", box.radius);
        fill(box.fill);
        stroke(box.stroke);
        m_out += "/>";
    }
    void operator()(const Line& line) {
        m_out += "<path d=\"";
        roundedPath(line);
        m_out += "\" fill=\"none\"";
        stroke(line.stroke);
        m_out += "/>";
    }
    void operator()(const Polygon& polygon) {
        m_out += "<polygon points=\"";
        for (const PointD& p : polygon.points) {
            appendNumber(m_out, p.x);
            m_out += ',';
            appendNumber(m_out, p.y);
            m_out += ' ';
        }
        if (!polygon.points.empty()) m_out.pop_back();
        m_out += '"';
        fill(polygon.fill);
        stroke(polygon.stroke);
        m_out += "/>";
    }
    void operator()(const Disc& disc) {
        m_out += "<circle";
        attribute("cx", disc.center.x);
        attribute("cy", disc.center.y);
        attribute("r", disc.radius);
        fill(disc.fill);
        stroke(disc.stroke);
        m_out += "/>";
    }
    void operator()(const Words& words) {
        if (m_options.outline) {
            double left = words.at.x;
            if (words.align == Align::Center) left -= words.width / 2;
            if (words.align == Align::Right) left -= words.width;
            m_out += "<path aria-label=\"";
            appendEscaped(m_out, words.text);
            m_out += "\" transform=\"translate(";
            appendNumber(m_out, left);
            m_out += ' ';
            appendNumber(m_out, words.at.y);
            m_out += ")\" d=\"" + m_options.outline(words) + '"';
            fill(words.color);
            m_out += "/>";
            return;
        }
        m_out += "<text";
        attribute("x", words.at.x);
        attribute("y", words.at.y);
        attribute("font-size", words.size);
        if (words.bold) m_out += " font-weight=\"700\"";
        if (words.align == Align::Center) m_out += " text-anchor=\"middle\"";
        if (words.align == Align::Right) m_out += " text-anchor=\"end\"";
        fill(words.color);
        m_out += '>';
        appendEscaped(m_out, words.text);
        m_out += "</text>";
    }
    void operator()(const Glyph& glyph) {
        if (const auto image = m_images.find(glyph.icon); image != m_images.end()) {
            m_out += "<image";
            rect(glyph.rect);
            m_out += " href=\"" + image->second + "\"/>";
            return;
        }
        m_out += "<use href=\"#_icon-" + glyph.icon + '"';
        rect(glyph.rect);
        m_out += " color=\"" + glyph.color.hex() + "\"/>";
    }

  private:
    // The same curve as the painter's: straight pieces, each bend replaced by a quadratic of the corner's radius.
    void roundedPath(const Line& line) {
        const auto point = [this](const PointD& p) {
            appendNumber(m_out, p.x);
            m_out += ' ';
            appendNumber(m_out, p.y);
        };
        for (std::size_t i = 0; i < line.points.size(); ++i) {
            const PointD& p = line.points[i];
            if (i == 0) {
                m_out += 'M';
                point(p);
                continue;
            }
            const Bend bend = bendAt(line, i);
            m_out += 'L';
            point(bend.enter);
            if (bend.curved) {
                m_out += 'Q';
                point(p);
                m_out += ' ';
                point(bend.leave);
            }
        }
    }

    std::span<const FigurePointer> m_figures;
    const SvgOptions& m_options;
    std::string m_out;
    std::map<std::string, std::string> m_images;
    std::map<const Figure*, int> m_groups;
};

} // namespace

std::string toSvg(std::span<const FigurePointer> figures, const SvgOptions& options) {
    return Writer(figures, options).write();
}

} // namespace sky::picture
