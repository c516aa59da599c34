// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the editor that knows where things stand: placing, moving, resizing, connecting.
#include "session/editor.h"

#include "base/cidr.h"
#include "catalog/roles.h"
#include "edit/add.h"
#include "edit/change_service.h"
#include "edit/duplicate.h"
#include "edit/lock.h"
#include "edit/move.h"
#include "edit/places.h"
#include "edit/subnet_access.h"
#include "edit/swap.h"
#include "session/preferences.h"
#include "session/step_chain.h"
#include "session/text_bridge.h"

namespace sky::session {

namespace {

using diagram::Diagram;
namespace role = catalog::role;

// A new VPC gets the first free 10.n.0.0/16, a new subnet the next free /24 of its VPC: what a person would type next.
Result<edit::Step> addressesFor(const Diagram& diagram, const catalog::Catalog& catalog,
                                const std::vector<ElementId>& made) {
    constexpr std::string_view kKey = "cidr";
    edit::Draft draft(diagram, catalog);
    const auto plays = [&](const ElementId& id, std::string_view wanted) {
        const catalog::Service* service = draft.serviceOf(id);
        return service && service->plays(wanted);
    };
    const auto blocksOf = [&](std::string_view wanted, const ElementId& inside) {
        std::vector<Cidr> blocks;
        for (const diagram::Element& element : draft.diagram().elements()) {
            if (!plays(element.id, wanted) || (!inside.empty() && !draft.diagram().isInside(element.id, inside)))
                continue;
            const std::string* text = element.properties.text(kKey);
            if (const Result<Cidr> block = text ? parseCidr(*text) : Result<Cidr>(Error{}); block)
                blocks.push_back(*block);
        }
        std::sort(blocks.begin(), blocks.end());
        return blocks;
    };
    for (auto id = made.rbegin(); id != made.rend(); ++id) { // containers come last, from the inside out
        const diagram::Element* element = draft.diagram().element(*id);
        if (!element || element->properties.has(kKey)) continue;
        std::optional<Cidr> block;
        if (plays(*id, role::kVpc)) {
            block = nextFree(*parseCidr("10.0.0.0/8"), 16, blocksOf(role::kVpc, {}));
        } else if (plays(*id, role::kSubnet)) {
            ElementId vpc = element->parent;
            while (!vpc.empty() && !plays(vpc, role::kVpc)) vpc = draft.diagram().element(vpc)->parent;
            const std::string* text = vpc.empty() ? nullptr : draft.diagram().element(vpc)->properties.text(kKey);
            const Result<Cidr> whole = text ? parseCidr(*text) : Result<Cidr>(Error{});
            if (whole && whole->prefix <= 24) block = nextFree(*whole, 24, blocksOf(role::kSubnet, vpc));
        }
        if (block) draft.setProperty(*id, std::string(kKey), catalog::Value(toText(*block)));
    }
    return draft.finish({});
}

// What being let go over a container means for things that are there: it takes them, a spanning one lives in its
// subnets, and one let go the wrong way round changes places with it.
Result<edit::Step> letGo(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& things,
                         const DropPlan& plan) {
    Chain chain(diagram, catalog);
    const std::vector<ElementId> outer = edit::outermost(diagram, things);
    if (!plan.swapsWith.empty() && outer.size() == 1) {
        const bool own = diagram.isInside(plan.swapsWith, outer.front());
        if (!own)
            if (Result<void> done = chain.add(edit::moveInto(diagram, catalog, outer, plan.swapsWith)); !done)
                return done.error();
        Result<edit::Step> swap = own ? edit::swapNesting(chain.diagram(), catalog, outer.front(), plan.swapsWith)
                                      : edit::swapNesting(chain.diagram(), catalog, plan.swapsWith, outer.front());
        if (!swap) return swap.error();
        const Text name = swap->name;
        if (Result<void> done = chain.add(*std::move(swap)); !done) return done.error();
        return chain.finish(name);
    }
    std::vector<ElementId> changing;
    for (const ElementId& id : outer)
        if (diagram.element(id)->parent != plan.parent && plan.accepted()) changing.push_back(id);
    if (!changing.empty())
        if (Result<void> done = chain.add(edit::moveInto(diagram, catalog, changing, plan.parent)); !done)
            return done.error();
    if (!plan.spans.empty()) {
        edit::Draft draft(chain.diagram(), catalog);
        for (const ElementId& id : outer) {
            const catalog::Service* service = draft.serviceOf(id);
            if (service && service->is(catalog::Trait::Spanning) && draft.diagram().element(id)->spans.empty())
                draft.setSpans(id, plan.spans);
        }
        if (Result<void> done = chain.add(draft.finish({})); !done) return done.error();
    }
    return chain.finish();
}

} // namespace

Point Editor::originOf(const ElementId& container) const {
    ElementId at = container;
    while (!at.empty()) {
        if (const layout::Placed* placed = m_jobs.placement().find(at)) return placed->frame.topLeft();
        const diagram::Element* element = m_document.diagram().element(at);
        at = element ? element->parent : ElementId();
    }
    return {};
}

Diagram Editor::withPlaces(std::vector<edit::Edit>& edits) {
    m_jobs.finish();
    Diagram diagram = m_document.diagram();
    for (const layout::Placed& placed : m_jobs.placement().elements()) {
        // A frame round a fleet follows its members, a gateway its VPC: a place of their own would bind them.
        if (!placed.automatic || placed.shape == layout::Shape::Frame || placed.shape == layout::Shape::Border)
            continue;
        const diagram::Element* element = diagram.element(placed.id);
        if (!element || element->frame) continue;
        const Rect frame = placed.frame.translated(Point{} - originOf(element->parent));
        edit::SetFrame change;
        change.id = placed.id;
        change.after = frame;
        edits.emplace_back(change);
        diagram.setFrame(placed.id, frame);
    }
    return diagram;
}

Result<edit::Step> Editor::onPlaces(const Build& build) {
    std::vector<edit::Edit> edits;
    const Diagram placed = withPlaces(edits);
    Result<edit::Step> step = build(placed);
    if (!step || edits.empty() || step->edits.empty()) return step;
    edit::Step whole{step->name, std::move(edits)};
    edit::mergeInto(whole, *std::move(step));
    return whole;
}

Result<edit::Built> Editor::onPlacesMade(const BuildMade& build) {
    edit::Selection made;
    Result<edit::Step> step = onPlaces([&](const Diagram& diagram) -> Result<edit::Step> {
        Result<edit::Built> built = build(diagram);
        if (!built) return built.error();
        made = built->made;
        return std::move(built->step);
    });
    if (!step) return step.error();
    return edit::Built{*std::move(step), std::move(made)};
}

void Editor::duplicate() {
    if (m_view.elements().empty()) return;
    selectMade(m_document.perform(onPlacesMade(
        [&](const Diagram& diagram) { return edit::duplicate(diagram, catalog(), m_view.selection(), {24, 24}); })));
}

void Editor::duplicateBy(Point delta, const DropPlan& plan) {
    edit::Selection made;
    const bool done = m_document.perform(onPlaces([&](const Diagram& diagram) -> Result<edit::Step> {
        Chain chain(diagram, catalog());
        Result<edit::Built> built = edit::duplicate(diagram, catalog(), m_view.selection(), delta);
        if (!built) return built.error();
        made = built->made;
        if (Result<void> copied = chain.add(std::move(built->step)); !copied) return copied.error();
        if (Result<void> let = chain.add(letGo(chain.diagram(), catalog(), made.elements, plan)); !let)
            return let.error();
        return chain.finish();
    }));
    if (done) m_view.select(made);
}

void Editor::nudge(int dx, int dy) {
    if (m_view.elements().empty()) return;
    m_document.perform(onPlaces([&](const Diagram& diagram) {
                           return edit::moveBy(diagram, catalog(), m_view.selection(), {dx, dy});
                       }),
                       "nudge");
}

void Editor::moveBy(Point delta, const DropPlan& plan) {
    const std::vector<ElementId> moving = edit::withoutLocked(m_document.diagram(), m_view.elements());
    m_document.perform(onPlaces([&](const Diagram& diagram) -> Result<edit::Step> {
        Chain chain(diagram, catalog());
        if (delta != Point{})
            if (Result<void> done = chain.add(edit::moveBy(chain.diagram(), catalog(), m_view.selection(), delta));
                !done)
                return done.error();
        if (Result<void> let = chain.add(letGo(chain.diagram(), catalog(), moving, plan)); !let) return let.error();
        edit::Step step = chain.finish();
        if (step.name.empty()) step.name = say("Move", "이동");
        return step;
    }));
}

void Editor::resize(const ElementId& id, Rect pageFrame) {
    m_document.perform(onPlaces([&](const Diagram& diagram) {
        const diagram::Element* element = diagram.element(id);
        const Point origin = element ? originOf(element->parent) : Point{};
        return edit::resize(diagram, catalog(), id, pageFrame.translated(Point{} - origin));
    }));
}

ElementId Editor::place(const std::string& key, const std::string& preset, Point at, const DropPlan& plan,
                        std::string_view mergeKey) {
    if (!plan.accepted()) return {};
    if (!plan.replaces.empty()) {
        const bool done =
            m_document.perform(edit::changeService(m_document.diagram(), catalog(), {plan.replaces}, key, preset));
        if (done) m_view.select(plan.replaces);
        return done ? plan.replaces : ElementId();
    }
    const catalog::Service* service = catalog().find(key);
    if (!service) return {};
    const Size size = service->defaultSize.width > 0 ? service->defaultSize : Size{40, 40};
    const bool isBox = service->is(catalog::Trait::Container);
    edit::Selection made;
    const bool done = m_document.perform(
        onPlaces([&](const Diagram& diagram) -> Result<edit::Step> {
            Chain chain(diagram, catalog());
            const Point origin = originOf(plan.parent);
            // A box hangs from the pointer by its title, anything else by its middle.
            Point corner = at - origin - (isBox ? Point{24, 16} : Point{size.width / 2, size.height / 2});
            if (!plan.parent.empty() && isBox) corner = {std::max(corner.x, 16), std::max(corner.y, 40)};
            Result<edit::Built> built = edit::add(diagram, catalog(), key, preset, plan.parent, corner);
            if (!built) return built.error();
            made = built->made;
            Text name = built->step.name;
            if (Result<void> added = chain.add(std::move(built->step)); !added) return added.error();
            if (!plan.spans.empty() && !made.elements.empty()) {
                edit::Draft draft(chain.diagram(), catalog());
                draft.setSpans(made.elements.front(), plan.spans);
                if (Result<void> added = chain.add(draft.finish({})); !added) return added.error();
            }
            if (!plan.swapsWith.empty() && !made.elements.empty())
                if (Result<void> swapped =
                        chain.add(letGo(chain.diagram(), catalog(), {made.elements.front()}, plan));
                    !swapped)
                    return swapped.error();
            // "Public subnet" and "private subnet" bring the gateway, the NAT and the routes that make them so.
            if (Result<void> added = chain.add(addressesFor(chain.diagram(), catalog(), made.elements)); !added)
                return added.error();
            if (service->plays(role::kSubnet) && !made.elements.empty()) {
                const std::optional<edit::Access> access =
                    preset == "public-subnet"     ? std::optional(edit::Access::Public)
                    : preset == "private-subnet"  ? std::optional(edit::Access::Private)
                    : preset == "isolated-subnet" ? std::optional(edit::Access::Isolated)
                                                  : std::nullopt;
                if (access) {
                    Result<edit::Built> reached =
                        edit::setAccess(chain.diagram(), catalog(), {made.elements.front()}, *access);
                    if (!reached) return reached.error();
                    const std::vector<ElementId> along = reached->made.elements; // a public subnet for the NAT, perhaps
                    if (Result<void> added = chain.add(std::move(reached->step)); !added) return added.error();
                    if (Result<void> added = chain.add(addressesFor(chain.diagram(), catalog(), along)); !added)
                        return added.error();
                }
            }
            return chain.finish(std::move(name));
        }),
        mergeKey);
    if (!done || made.elements.empty()) return {};
    const ElementId id = made.elements.front();
    m_view.select(id);
    Preferences::instance().noteService(toQString(preset.empty() ? key : key + "/" + preset));
    emit placed(toQString(id.str()));
    return id;
}

QString Editor::placeInSelection(const QString& key, const QString& preset) {
    m_jobs.finish();
    const Diagram& diagram = m_document.diagram();
    ElementId target = m_view.elements().empty() ? ElementId() : m_view.elements().front();
    const catalog::Service* service = catalog().find(toStdString(key));
    if (!service) return {};
    // The selected container, else the nearest one around it that takes such a thing; only where none does, one that
    // takes it with what is missing in between.
    DropPlan plan;
    plan.verdict = DropVerdict::Refuse;
    for (const bool mayBring : {false, true}) {
        for (ElementId at = target; !plan.accepted();) {
            const diagram::Element* element = diagram.element(at);
            const catalog::Service* box = element ? catalog().find(element->service) : nullptr;
            if (at.empty() || (box && box->is(catalog::Trait::Container) && m_jobs.placement().find(at))) {
                const DropPlan here = planInto(diagram, catalog(), service->key, at);
                if ((here.accepted() && (here.missing.empty() || mayBring)) || plan.says.empty()) {
                    plan = here;
                    if (!here.missing.empty() && !mayBring) plan.verdict = DropVerdict::Refuse;
                }
            }
            if (at.empty()) break;
            at = element ? element->parent : ElementId();
        }
    }
    if (!plan.accepted()) {
        m_document.perform(Result<edit::Step>(Error{ErrorCode::BadUsage, {}, plan.says, {}}));
        return {};
    }
    const ElementId in = plan.spans.empty() ? plan.parent : plan.spans.front();
    const layout::Placed* box = m_jobs.placement().find(in);
    const Rect room = box ? layout::insideOf(box->frame) : m_jobs.placement().bounds();
    const Size size = service->defaultSize.width > 0 ? service->defaultSize : Size{40, 40};
    const Point near = box ? room.topLeft() + Point{size.width / 2, size.height / 2}
                           : Point{room.empty() ? 0 : room.right() + 40, room.y};
    const Rect free = layout::freeFrame(m_jobs.placement(), in, size, near);
    const bool isBox = service->is(catalog::Trait::Container);
    const Rect onPage = free.translated(originOf(in));
    const Point at = isBox ? onPage.topLeft() + Point{24, 16} : onPage.center();
    return toQString(place(service->key, toStdString(preset), at, plan).str());
}

std::optional<LinkId> Editor::connect(const ElementId& from, const ElementId& to, std::optional<catalog::LinkKind> kind,
                                      std::string_view mergeKey) {
    const std::optional<edit::Selection> made =
        m_document.perform(edit::connect(m_document.diagram(), catalog(), from, to, kind), mergeKey);
    if (!made || made->links.empty()) return std::nullopt;
    m_view.select(made->links.front());
    return made->links.front();
}

void Editor::reconnect(const LinkId& link, edit::End end, const ElementId& to) {
    m_document.perform(edit::reconnect(m_document.diagram(), catalog(), link, end, to));
}

void Editor::setWaypoints(const LinkId& link, const std::vector<Point>& waypoints) {
    m_document.perform(
        onPlaces([&](const Diagram& diagram) { return edit::setWaypoints(diagram, catalog(), link, waypoints); }));
}

void Editor::insertSpace(bool across, std::int32_t from, std::int32_t by) {
    if (by == 0) return;
    m_document.perform(onPlaces([&](const Diagram& diagram) -> Result<edit::Step> {
        edit::Draft draft(diagram, catalog());
        const layout::Placement& placement = m_jobs.placement();
        for (const layout::Placed& placed : placement.elements()) {
            const diagram::Element* element = draft.diagram().element(placed.id);
            if (!element || !element->frame) continue;
            const Point shift = across ? Point{by, 0} : Point{0, by};
            const std::int32_t start = across ? placed.frame.x : placed.frame.y;
            const std::int32_t end = across ? placed.frame.right() : placed.frame.bottom();
            const layout::Placed* box = placement.find(element->parent);
            const bool parentMoves = box && (across ? box->frame.x : box->frame.y) >= from;
            Rect frame = *element->frame;
            if (start >= from) {
                if (!parentMoves) frame = frame.translated(shift);
            } else if (end > from && placed.shape == layout::Shape::Container) {
                (across ? frame.width : frame.height) += by; // the cut runs through it: it opens
            }
            if (frame != *element->frame) draft.setFrame(placed.id, frame);
        }
        return draft.finish(say("Insert space", "공간 넣기"));
    }));
}

ElementId Editor::placeAndConnect(const ElementId& from, const std::string& service, const std::string& preset,
                                  Point at) {
    m_jobs.finish();
    DropPlan plan = planNew(m_document.diagram(), catalog(), m_jobs.placement(), service, at);
    plan.replaces = {};
    constexpr std::string_view kOneStep = "place and connect";
    m_document.endMerging();
    const ElementId made = place(service, preset, at, plan, kOneStep);
    if (made.empty()) return {};
    connect(from, made, std::nullopt, kOneStep);
    m_document.endMerging();
    m_view.select(made);
    return made;
}

} // namespace sky::session
