// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/icons.h"

#include "base/embedded.h"

#include <pugixml.hpp>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <numbers>

namespace sky::picture {

std::span<const EmbeddedFile> iconFiles(); // written when building, from icons/

namespace {

Error badIcon(std::string_view name, const char* en, const char* ko, std::string_view detail = {}) {
    return {ErrorCode::BadFormat, std::string(name), say(en, ko, detail), {}};
}

void addEllipse(IconPath& path, double cx, double cy, double rx, double ry) {
    constexpr double k = 0.5522847498; // four cubic arcs make a circle to within 0.03 %
    path.verbs.insert(path.verbs.end(), {PathVerb::Move, PathVerb::Cubic, PathVerb::Cubic, PathVerb::Cubic,
                                         PathVerb::Cubic, PathVerb::Close});
    const PointD points[] = {{cx + rx, cy}, {cx + rx, cy + k * ry}, {cx + k * rx, cy + ry},
                             {cx, cy + ry}, {cx - k * rx, cy + ry}, {cx - rx, cy + k * ry},
                             {cx - rx, cy}, {cx - rx, cy - k * ry}, {cx - k * rx, cy - ry},
                             {cx, cy - ry}, {cx + k * rx, cy - ry}, {cx + rx, cy - k * ry},
                             {cx + rx, cy}};
    path.points.insert(path.points.end(), std::begin(points), std::end(points));
}

void addRect(IconPath& path, double x, double y, double w, double h, double r) {
    r = std::min({r, w / 2, h / 2});
    const double k = r * (1 - 0.5522847498);
    const auto corner = [&](PointD line, PointD c1, PointD c2, PointD end) {
        path.verbs.push_back(PathVerb::Line);
        path.points.push_back(line);
        if (r <= 0) return;
        path.verbs.push_back(PathVerb::Cubic);
        path.points.insert(path.points.end(), {c1, c2, end});
    };
    path.verbs.push_back(PathVerb::Move);
    path.points.push_back({x + r, y});
    corner({x + w - r, y}, {x + w - k, y}, {x + w, y + k}, {x + w, y + r});
    corner({x + w, y + h - r}, {x + w, y + h - k}, {x + w - k, y + h}, {x + w - r, y + h});
    corner({x + r, y + h}, {x + k, y + h}, {x, y + h - k}, {x, y + h - r});
    corner({x, y + r}, {x, y + k}, {x + k, y}, {x + r, y});
    path.verbs.push_back(PathVerb::Close);
}

// SVG's arc from `from` to `to` as cubic pieces of at most a quarter turn (the conversion of SVG 1.1, appendix F.6).
void addArc(IconPath& path, PointD from, PointD to, double rx, double ry, double degrees, bool large, bool sweep) {
    rx = std::abs(rx);
    ry = std::abs(ry);
    if (rx < 1e-9 || ry < 1e-9) {
        path.verbs.push_back(PathVerb::Line);
        path.points.push_back(to);
        return;
    }
    const double phi = degrees * std::numbers::pi / 180;
    const double cosPhi = std::cos(phi), sinPhi = std::sin(phi);
    const double dx = (from.x - to.x) / 2, dy = (from.y - to.y) / 2;
    const double x1 = cosPhi * dx + sinPhi * dy, y1 = -sinPhi * dx + cosPhi * dy;
    const double tooSmall = x1 * x1 / (rx * rx) + y1 * y1 / (ry * ry);
    if (tooSmall > 1) {
        rx *= std::sqrt(tooSmall);
        ry *= std::sqrt(tooSmall);
    }
    const double divisor = rx * rx * y1 * y1 + ry * ry * x1 * x1;
    double factor = divisor > 0 ? std::sqrt(std::max(0.0, (rx * rx * ry * ry - divisor) / divisor)) : 0;
    if (large == sweep) factor = -factor;
    const double cx1 = factor * rx * y1 / ry, cy1 = -factor * ry * x1 / rx;
    const double cx = cosPhi * cx1 - sinPhi * cy1 + (from.x + to.x) / 2;
    const double cy = sinPhi * cx1 + cosPhi * cy1 + (from.y + to.y) / 2;
    const double start = std::atan2((y1 - cy1) / ry, (x1 - cx1) / rx);
    double turn = std::atan2((-y1 - cy1) / ry, (-x1 - cx1) / rx) - start;
    if (sweep && turn < 0) turn += 2 * std::numbers::pi;
    if (!sweep && turn > 0) turn -= 2 * std::numbers::pi;

    const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(turn) / (std::numbers::pi / 2) - 1e-9)));
    const double step = turn / pieces;
    const double k = 4.0 / 3.0 * std::tan(step / 4);
    const auto at = [&](double x, double y) {
        return PointD{cx + cosPhi * rx * x - sinPhi * ry * y, cy + sinPhi * rx * x + cosPhi * ry * y};
    };
    for (int i = 0; i < pieces; ++i) {
        const double a = start + i * step, b = a + step;
        path.verbs.push_back(PathVerb::Cubic);
        path.points.push_back(at(std::cos(a) - k * std::sin(a), std::sin(a) + k * std::cos(a)));
        path.points.push_back(at(std::cos(b) + k * std::sin(b), std::sin(b) - k * std::cos(b)));
        path.points.push_back(i + 1 == pieces ? to : at(std::cos(b), std::sin(b)));
    }
}

class PathReader {
  public:
    explicit PathReader(std::string_view data) : m_data(data) {}

    Result<std::vector<IconPath>> read() {
        while (skip()) {
            if (std::isalpha(static_cast<unsigned char>(m_data[m_at]))) m_command = m_data[m_at++];
            if (m_command == 0) return fail();
            if (!step()) return fail();
        }
        if (m_failed) return fail();
        return std::move(m_paths);
    }

  private:
    Error fail() const {
        return badIcon(m_data, "the path cannot be read at character {}.", "{}번째 문자에서 경로를 읽을 수 없습니다.",
                       std::to_string(m_at + 1));
    }
    bool skip() {
        while (m_at < m_data.size() && (m_data[m_at] == ' ' || m_data[m_at] == ',' || m_data[m_at] == '\n')) ++m_at;
        return m_at < m_data.size();
    }
    double number() {
        skip();
        const char* begin = m_data.data() + m_at;
        const char* end = m_data.data() + m_data.size();
        if (begin != end && *begin == '+') ++begin;
        double value = 0;
        const auto read = std::from_chars(begin, end, value, std::chars_format::fixed);
        if (read.ec != std::errc() || !std::isfinite(value)) {
            m_failed = true;
            return 0;
        }
        m_at = static_cast<std::size_t>(read.ptr - m_data.data());
        return value;
    }
    bool flag() { return number() != 0; }
    PointD point(bool relative) {
        const double x = number();
        const double y = number();
        return relative ? PointD{m_pen.x + x, m_pen.y + y} : PointD{x, y};
    }
    void line(PointD to) {
        IconPath& path = m_paths.back();
        path.verbs.push_back(PathVerb::Line);
        path.points.push_back(to);
        m_pen = m_control = to;
    }
    void cubic(PointD c1, PointD c2, PointD to) {
        IconPath& path = m_paths.back();
        path.verbs.push_back(PathVerb::Cubic);
        path.points.insert(path.points.end(), {c1, c2, to});
        m_control = c2;
        m_pen = to;
    }

    bool step() {
        const bool relative = m_command >= 'a';
        const char upper = relative ? static_cast<char>(m_command - 'a' + 'A') : m_command;
        if (upper != 'M' && m_paths.empty()) return false;
        switch (upper) {
        case 'M':
            m_start = m_pen = m_control = point(relative);
            m_paths.push_back({{PathVerb::Move}, {m_pen}, false});
            m_command = relative ? 'l' : 'L'; // further pairs are lines
            break;
        case 'L':
            line(point(relative));
            break;
        case 'H': {
            const double x = number();
            line({relative ? m_pen.x + x : x, m_pen.y});
            break;
        }
        case 'V': {
            const double y = number();
            line({m_pen.x, relative ? m_pen.y + y : y});
            break;
        }
        case 'C': {
            const PointD c1 = point(relative), c2 = point(relative), to = point(relative);
            cubic(c1, c2, to);
            break;
        }
        case 'S': {
            const PointD c1{2 * m_pen.x - m_control.x, 2 * m_pen.y - m_control.y};
            const PointD c2 = point(relative), to = point(relative);
            cubic(c1, c2, to);
            break;
        }
        case 'A': {
            const double rx = number(), ry = number(), degrees = number();
            const bool large = flag(), sweep = flag();
            const PointD to = point(relative);
            if (!m_failed) addArc(m_paths.back(), m_pen, to, rx, ry, degrees, large, sweep);
            m_pen = m_control = to;
            break;
        }
        case 'Z':
            m_paths.back().verbs.push_back(PathVerb::Close);
            m_pen = m_control = m_start;
            m_command = 0; // a new command must follow
            break;
        default:
            return false;
        }
        return !m_failed;
    }

    std::string_view m_data;
    std::size_t m_at = 0;
    char m_command = 0;
    bool m_failed = false;
    PointD m_pen, m_start, m_control;
    std::vector<IconPath> m_paths;
};

Result<std::vector<IconPath>> readShape(const pugi::xml_node& node, std::string_view file) {
    const std::string_view kind = node.name();
    const auto number = [&node](const char* name) { return node.attribute(name).as_double(); };
    IconPath path;
    if (kind == "path") return readPath(node.attribute("d").as_string());
    if (kind == "circle") {
        addEllipse(path, number("cx"), number("cy"), number("r"), number("r"));
    } else if (kind == "rect") {
        addRect(path, number("x"), number("y"), number("width"), number("height"), number("rx"));
    } else if (kind == "line") {
        path.verbs = {PathVerb::Move, PathVerb::Line};
        path.points = {{number("x1"), number("y1")}, {number("x2"), number("y2")}};
    } else if (kind == "polyline" || kind == "polygon") {
        Result<std::vector<IconPath>> read = readPath("M" + std::string(node.attribute("points").as_string()));
        if (read && kind == "polygon") read->back().verbs.push_back(PathVerb::Close);
        return read;
    } else {
        return badIcon(file, "<{}> is not among the shapes of an icon.", "<{}>은(는) 아이콘에 쓸 수 없는 도형입니다.",
                       kind);
    }
    return std::vector<IconPath>{std::move(path)};
}

void writeNumber(std::string& out, double value) {
    const double rounded = std::round(value * 100) / 100;
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, rounded == 0 ? 0.0 : rounded).ptr;
    out.append(buffer, end);
}

} // namespace

Result<std::vector<IconPath>> readPath(std::string_view data) {
    return PathReader(data).read();
}

std::string toPathData(const IconPath& path) {
    std::string out;
    std::size_t at = 0;
    const auto write = [&](char command, int points) {
        out += command;
        for (int i = 0; i < points; ++i, ++at) {
            if (i > 0) out += ' ';
            writeNumber(out, path.points[at].x);
            out += ' ';
            writeNumber(out, path.points[at].y);
        }
    };
    for (const PathVerb verb : path.verbs) {
        switch (verb) {
        case PathVerb::Move:
            write('M', 1);
            break;
        case PathVerb::Line:
            write('L', 1);
            break;
        case PathVerb::Cubic:
            write('C', 3);
            break;
        case PathVerb::Close:
            out += 'Z';
            break;
        }
    }
    return out;
}

Result<Icon> readIcon(std::string_view name, std::string_view svg) {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(svg.data(), svg.size());
    const pugi::xml_node root = document.child("svg");
    if (!parsed || !root) return badIcon(name, "not an SVG file. {}", "SVG 파일이 아닙니다. {}", parsed.description());
    Icon icon;
    icon.key = name.substr(0, name.rfind(".svg"));
    icon.title = root.child("title").text().as_string();
    icon.lineForm = std::string_view(root.attribute("data-form").as_string()) == "line";
    for (const pugi::xml_node& node : root.children()) {
        if (node.type() != pugi::node_element || std::string_view(node.name()) == "title") continue;
        Result<std::vector<IconPath>> paths = readShape(node, name);
        if (!paths) return std::move(paths).error();
        const bool filled = std::string_view(node.attribute("fill").as_string()) == "currentColor";
        for (IconPath& path : *paths) {
            path.filled = filled;
            icon.paths.push_back(std::move(path));
        }
    }
    if (icon.paths.empty()) return badIcon(name, "the icon draws nothing. {}", "아이콘에 그릴 것이 없습니다. {}");
    return icon;
}

const IconSet& IconSet::builtin() {
    static const IconSet set = [] {
        IconSet read;
        for (const EmbeddedFile& file : iconFiles()) {
            std::string_view name = file.name;
            if (name.starts_with("ui/")) continue; // the window's own
            if (name.starts_with("group/")) name.remove_prefix(6);
            Result<Icon> icon = readIcon(name, file.bytes);
            ENSURE(icon.ok(), "an icon of the project cannot be read");
            read.m_icons.push_back(*std::move(icon));
        }
        std::sort(read.m_icons.begin(), read.m_icons.end(), [](const Icon& a, const Icon& b) { return a.key < b.key; });
        return read;
    }();
    return set;
}

const Icon* IconSet::find(std::string_view key) const {
    const auto at = std::lower_bound(m_icons.begin(), m_icons.end(), key,
                                     [](const Icon& icon, std::string_view k) { return icon.key < k; });
    return at != m_icons.end() && at->key == key ? &*at : nullptr;
}

const Icon& IconSet::iconFor(std::string_view key, std::string_view variant) const {
    if (!variant.empty())
        if (const Icon* icon = find(std::string(key) + '.' + std::string(variant))) return *icon;
    if (const Icon* icon = find(key)) return *icon;
    const Icon* generic = find("generic-group");
    ENSURE(generic != nullptr || !m_icons.empty(), "the icon set is empty");
    return generic ? *generic : m_icons.front();
}

} // namespace sky::picture
