// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/page.h"

#include "base/nearest.h"
#include "layout/frames.h"
#include "layout/routes.h"
#include "picture/draw.h"
#include "picture/scene.h"

#include <cmath>
#include <unordered_set>

namespace sky::picture {
namespace {

Error unknown(const diagram::Diagram& diagram, const std::string& id) {
    std::vector<std::string> ids;
    for (const diagram::Element& element : diagram.elements()) ids.push_back(element.id.str());
    for (const diagram::Link& link : diagram.links()) ids.push_back(link.id.str());
    const std::optional<std::string> near = nearestWord(id, ids);
    return {ErrorCode::NotFound,
            {},
            say("No element or link has the id \"{}\".", "id가 \"{}\"인 요소나 연결이 없습니다.", id),
            near ? say("Did you mean \"{}\"?", "\"{}\"을(를) 뜻하셨습니까?", *near)
                 : say("Ids stand in the project as JSON: skywright-cli convert FILE - --to json.",
                       "id는 JSON 프로젝트에 있습니다: skywright-cli convert FILE - --to json.")};
}

// What a selection of ids stands for.
class Selection {
  public:
    Selection(const diagram::Diagram& diagram, const std::vector<std::string>& ids)
        : m_diagram(diagram), m_ids(ids.begin(), ids.end()) {}

    [[nodiscard]] bool holds(const Figure& figure) const {
        switch (figure.owner.kind) {
        case OwnerKind::Element:
            return element(ElementId(figure.owner.id));
        case OwnerKind::Part:
            return element(ElementId(figure.owner.id.substr(0, figure.owner.id.find('/'))));
        case OwnerKind::Link: {
            if (m_ids.contains(figure.owner.id)) return true;
            const diagram::Link* link = m_diagram.link(LinkId(figure.owner.id));
            return link && element(link->from) && element(link->to);
        }
        case OwnerKind::Margin:
            return false;
        }
        return false;
    }

  private:
    [[nodiscard]] bool element(ElementId id) const {
        while (!id.empty()) {
            if (m_ids.contains(id.str())) return true;
            const diagram::Element* found = m_diagram.element(id);
            if (!found) return false;
            id = found->parent;
        }
        return false;
    }

    const diagram::Diagram& m_diagram;
    std::unordered_set<std::string> m_ids;
};

} // namespace

Result<Page> pageOf(std::shared_ptr<const topology::Topology> topology, const PageOptions& options) {
    const diagram::Diagram& diagram = topology->diagram();
    for (const std::string& id : options.only)
        if (!diagram.element(ElementId(id)) && !diagram.link(LinkId(id))) return unknown(diagram, id);

    const auto placement = std::make_shared<const layout::Placement>(layout::placementOf(*topology));
    const auto routes = std::make_shared<const layout::Routes>(layout::routesOf(*topology, *placement));
    Options plain = options.options;
    plain.titleBlock = false;
    plain.legend = false;
    Scene scene(plain);
    scene.update({topology, placement, routes});

    Page page;
    page.figures = scene.all();
    if (!options.only.empty()) {
        const Selection selection(diagram, options.only);
        std::erase_if(page.figures, [&](const FigurePointer& figure) { return !selection.holds(*figure); });
    }
    RectD drawn;
    for (const FigurePointer& figure : page.figures) drawn = drawn.united(figure->bounds);
    if (drawn.empty())
        return Error{ErrorCode::Invalid,
                     {},
                     say("There is nothing to draw.", "그릴 것이 없습니다."),
                     say("Choose things that are drawn, or draw something first.",
                         "그려지는 요소를 고르거나 먼저 무언가를 그리세요.")};

    // Round what is shown, which may be less than the whole drawing.
    const DrawingContext context{*topology, *placement, options.options, theme(options.options.theme)};
    const RectD inside = drawn;
    const auto add = [&](Figure figure) {
        if (figure.primitives.empty()) return;
        drawn = drawn.united(figure.bounds);
        page.figures.push_back(std::make_shared<const Figure>(std::move(figure)));
    };
    if (options.options.titleBlock) add(drawTitleBlock(context, inside));
    if (options.options.legend) add(drawLegend(context, inside));

    const RectD wide = drawn.grown(options.margin);
    page.area.x = std::floor(wide.x);
    page.area.y = std::floor(wide.y);
    page.area.width = std::ceil(wide.right()) - page.area.x;
    page.area.height = std::ceil(wide.bottom()) - page.area.y;
    return page;
}

} // namespace sky::picture
