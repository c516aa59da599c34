// SPDX-License-Identifier: GPL-3.0-or-later
// The margin of an exported picture: the title block above the drawing, the legend below it.
#include "catalog/roles.h"
#include "picture/draw.h"
#include "picture/look.h"
#include "picture/sketch.h"

#include <set>

namespace sky::picture {
namespace {

namespace role = catalog::role;
using catalog::LinkKind;

constexpr int kTitleSize = 20;
constexpr double kAbove = 24; // between title block and drawing, drawing and legend
constexpr double kSample = 28;

std::string projectFact(const diagram::Project& project, std::string_view key, Language language) {
    const catalog::Value* value = project.properties.find(key);
    if (!value) return {};
    if (const auto* both = std::get_if<Text>(value)) return both->in(language);
    if (const auto* one = std::get_if<std::string>(value)) return *one;
    return {};
}

// Lays samples out in a row and breaks it where the drawing ends.
class LegendRow {
  public:
    LegendRow(Sketch& sketch, const DrawingContext& context, const RectD& drawing)
        : m_sketch(sketch)
        , m_context(context)
        , m_left(drawing.x)
        , m_right(std::max(drawing.right(), drawing.x + 320))
        , m_at{drawing.x, drawing.bottom() + kAbove} {}

    template <class DrawSample>
    void add(const std::string& words, DrawSample drawSample) {
        const double width = kSample + 6 + wordsWidth(words, kSmallTextSize, false);
        if (m_at.x > m_left && m_at.x + width > m_right) m_at = {m_left, m_at.y + 20};
        drawSample(RectD{m_at.x, m_at.y, kSample, 12});
        m_sketch.addWords(Layer::Margin, words, {m_at.x + kSample + 6, m_at.y + 10}, Align::Left, kSmallTextSize, false,
                          m_context.theme.text2, m_right - m_left, 0);
        m_at.x += width + 20;
    }

    void addLine(const std::string& words, Color color, Dash dash, bool arrow) {
        add(words, [&](const RectD& spot) {
            const double y = spot.y + spot.height / 2;
            const double end = arrow ? spot.right() - layout::kArrowLength : spot.right();
            m_sketch.add(Layer::Margin, Line{{{spot.x, y}, {end, y}}, 0, {color, 1.5, dash}});
            if (arrow) m_sketch.add(Layer::Margin, Polygon{{{spot.right(), y}, {end, y - 4}, {end, y + 4}}, color, {}});
        });
    }

  private:
    Sketch& m_sketch;
    const DrawingContext& m_context;
    double m_left;
    double m_right;
    PointD m_at;
};

} // namespace

Figure drawTitleBlock(const DrawingContext& context, const RectD& drawing) {
    const diagram::Project& project = context.topology.diagram().project();
    Sketch sketch({OwnerKind::Margin, "title"});
    const std::string name = project.name.in(context.language());
    std::string facts;
    for (const char* key : {"author", "date", "version"}) {
        const std::string fact = projectFact(project, key, context.language());
        if (fact.empty()) continue;
        if (!facts.empty()) facts += " · ";
        facts += fact;
    }
    const double widest = std::max(drawing.width, 320.0);
    double y = drawing.y - kAbove;
    if (!facts.empty()) {
        sketch.addWords(Layer::Margin, facts, {drawing.x, y}, Align::Left, kTextSize, false, context.theme.text2,
                        widest, 0);
        y -= 22;
    }
    if (!name.empty())
        sketch.addWords(Layer::Margin, name, {drawing.x, y}, Align::Left, kTitleSize, true, context.theme.text, widest,
                        0);
    const RectD body = sketch.figure().bounds;
    return std::move(sketch).finish(body, name);
}

Figure drawLegend(const DrawingContext& context, const RectD& drawing) {
    const topology::Topology& topology = context.topology;
    const Language language = context.language();
    Sketch sketch({OwnerKind::Margin, "legend"});
    LegendRow row(sketch, context, drawing);

    std::set<LinkKind> kinds;
    bool syncReplication = false, asyncReplication = false;
    for (const diagram::Link& link : topology.diagram().links()) {
        kinds.insert(topology.kind(link.id));
        if (topology.kind(link.id) != LinkKind::Replication) continue;
        const std::string* mode = topology.property(link.id, "mode").text();
        (mode && *mode == "sync" ? syncReplication : asyncReplication) = true;
    }
    const Color line = context.theme.link;
    const Color copy = rgb(0xC925D1);
    if (kinds.contains(LinkKind::Traffic)) row.addLine(say("request", "요청").in(language), line, Dash::Solid, true);
    if (kinds.contains(LinkKind::Event)) row.addLine(say("event", "이벤트").in(language), line, Dash::Dashed, true);
    if (syncReplication) row.addLine(say("synchronous copy", "동기 복제").in(language), copy, Dash::Solid, true);
    if (asyncReplication) row.addLine(say("asynchronous copy", "비동기 복제").in(language), copy, Dash::Dashed, true);
    if (kinds.contains(LinkKind::Attach))
        row.addLine(say("attached", "연결됨").in(language), line, Dash::Dotted, false);
    if (kinds.contains(LinkKind::Vpn)) row.addLine(say("VPN", "VPN").in(language), line, Dash::Dashed, false);

    bool anyPublic = false, anyPrivate = false;
    std::vector<const diagram::Element*> groups;
    for (const diagram::Element& element : topology.diagram().elements()) {
        if (topology.plays(element.id, role::kSubnet))
            (topology.exposure(element.id).exposure == topology::Exposure::Public ? anyPublic : anyPrivate) = true;
        if (topology.plays(element.id, role::kSecurityGroup)) groups.push_back(&element);
    }
    const auto subnet = [&](const std::string& words, Color border, Color fill) {
        row.add(words, [&](const RectD& spot) {
            sketch.add(Layer::Margin, Box{spot, 0, fill, {border, 1.5, Dash::Solid}});
        });
    };
    if (anyPublic) subnet(say("public subnet", "퍼블릭 서브넷").in(language), rgb(0x7AA116), context.theme.publicFill);
    if (anyPrivate)
        subnet(say("private subnet", "프라이빗 서브넷").in(language), rgb(0x00A4A6), context.theme.privateFill);
    std::set<std::pair<std::string, Color>> shown; // groups of the same name in two VPCs look the same
    for (const diagram::Element* group : groups) {
        const std::string name = captionOf(topology, *group, language).name;
        if (!shown.emplace(name, groupColor(topology, group->id)).second) continue;
        row.add(name, [&](const RectD& spot) {
            sketch.add(Layer::Margin,
                       Box{{spot.right() - 10, spot.y + 2, 8, 8}, 2, groupColor(topology, group->id), {}});
        });
    }
    const RectD body = sketch.figure().bounds;
    return std::move(sketch).finish(body, say("Legend", "범례").in(language));
}

} // namespace sky::picture
