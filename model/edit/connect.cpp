// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/connect.h"

#include "catalog/roles.h"
#include "edit/copies.h"
#include "edit/remove.h"

#include <algorithm>

namespace sky::edit {
namespace {

using catalog::LinkKind;
using diagram::Diagram;
using diagram::Link;

Result<void> checkEnds(const Diagram& diagram, const catalog::Catalog& catalog, const ElementId& from,
                       const ElementId& to, std::optional<LinkKind> kind) {
    for (const ElementId& end : {from, to})
        if (!diagram.element(end)) return noSuchThing(end.str());
    if (from == to)
        return Error{ErrorCode::BadUsage, from.str(),
                     say("A link needs two different ends.", "연결의 두 끝은 서로 달라야 합니다."),
                     say("Drop it on another element.", "다른 요소 위에 놓으세요.")};
    const catalog::Service* source = catalog.find(diagram.element(from)->service);
    const catalog::Service* target = catalog.find(diagram.element(to)->service);
    if (!kind || !source || !target) return {};
    const std::vector<LinkKind> kinds = catalog.kindsBetween(*source, *target);
    if (std::find(kinds.begin(), kinds.end(), *kind) != kinds.end()) return {};
    std::string en, ko;
    for (const LinkKind other : kinds) {
        const Text& name = catalog.linkType(other).name;
        en += (en.empty() ? "" : ", ") + name.in(Language::English);
        ko += (ko.empty() ? "" : ", ") + name.in(Language::Korean);
    }
    return Error{ErrorCode::BadUsage, from.str(),
                 say("From {} to {} there is no link of the kind {}.", "{}에서 {}(으)로 가는 {} 연결은 없습니다.",
                     source->shortName, target->shortName, catalog.linkType(*kind).name),
                 say("Possible: {}.", "가능한 종류: {}.", Text{en, ko})};
}

Error notAttachable(const Diagram& diagram, const catalog::Catalog& catalog, const ElementId& thing,
                    const ElementId& holder) {
    return {ErrorCode::BadUsage,
            thing.str(),
            say("{} cannot be attached to {}.", "{}은(는) {}에 연결할 수 없습니다.", callOf(diagram, catalog, thing),
                callOf(diagram, catalog, holder)),
            {}};
}

bool isAttachment(const Draft& draft, const Link& link) {
    return stemOf(draft, link) == draft.catalog().linkType(LinkKind::Attach).key;
}

std::vector<LinkId> attachmentsOf(const Draft& draft, const ElementId& thing) {
    std::vector<LinkId> found;
    for (const LinkId& id : draft.diagram().linksAt(thing)) {
        const Link* link = draft.diagram().link(id);
        if (link->from == thing && isAttachment(draft, *link)) found.push_back(id);
    }
    return found;
}

Link& addLink(Draft& draft, Link& link) {
    link.id = LinkId(draft.freshId(stemOf(draft, link)));
    draft.put(link);
    return link;
}

} // namespace

Result<Built> connect(const Diagram& diagram, const catalog::Catalog& catalog, const ElementId& from,
                      const ElementId& to, std::optional<LinkKind> kind) {
    if (Result<void> good = checkEnds(diagram, catalog, from, to, kind); !good) return std::move(good).error();
    Draft draft(diagram, catalog);
    Link link;
    link.kind = kind;
    link.from = from;
    link.to = to;
    Built built;
    built.made.links.push_back(addLink(draft, link).id);
    built.step = draft.finish(
        say("Connect {} to {}", "{}에서 {}(으)로 연결", callOf(diagram, catalog, from), callOf(diagram, catalog, to)));
    return built;
}

Result<Step> reconnect(const Diagram& diagram, const catalog::Catalog& catalog, const LinkId& id, End end,
                       const ElementId& element) {
    const Link* link = diagram.link(id);
    if (!link) return noSuchThing(id.str());
    LinkEnds ends = {link->from, link->to};
    (end == End::From ? ends.from : ends.to) = element;
    if (Result<void> good = checkEnds(diagram, catalog, ends.from, ends.to, link->kind); !good)
        return std::move(good).error();
    Draft draft(diagram, catalog);
    draft.setEnds(id, ends);
    return draft.finish(say("Move a link to {}", "연결을 {}(으)로 옮기기", callOf(diagram, catalog, element)));
}

Result<Step> setKind(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<LinkId>& links,
                     std::optional<LinkKind> kind) {
    if (links.empty()) return nothingSelected();
    Draft draft(diagram, catalog);
    for (const LinkId& id : links) {
        const Link* link = diagram.link(id);
        if (!link) return noSuchThing(id.str());
        if (Result<void> good = checkEnds(diagram, catalog, link->from, link->to, kind); !good)
            return std::move(good).error();
        draft.setKind(id, kind);
        if (!kind) continue;
        const catalog::LinkType& type = catalog.linkType(*kind);
        for (const auto& [key, value] : link->properties) {
            const catalog::Property* property = type.property(key);
            if (!property || !catalog::validate(*property, value).ok()) draft.setProperty(id, key, std::nullopt);
        }
    }
    return draft.finish(say("Change the kind of {} links", "연결 {}개의 종류 변경", links.size()));
}

Result<Step> reverse(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<LinkId>& links) {
    if (links.empty()) return nothingSelected();
    Draft draft(diagram, catalog);
    for (const LinkId& id : links) {
        const Link* link = diagram.link(id);
        if (!link) return noSuchThing(id.str());
        if (Result<void> good = checkEnds(diagram, catalog, link->to, link->from, link->kind); !good)
            return std::move(good).error();
        draft.setEnds(id, {link->to, link->from});
        draft.setWaypoints(id, {link->waypoints.rbegin(), link->waypoints.rend()});
    }
    return draft.finish(say("Reverse {} links", "연결 {}개 뒤집기", links.size()));
}

Result<Built> attach(const Diagram& diagram, const catalog::Catalog& catalog, const ElementId& thing,
                     const ElementId& holder) {
    if (Result<void> good = checkEnds(diagram, catalog, thing, holder, std::nullopt); !good)
        return std::move(good).error();
    const catalog::Service* source = catalog.find(diagram.element(thing)->service);
    const catalog::Service* target = catalog.find(diagram.element(holder)->service);
    if (!source || !target) return notAttachable(diagram, catalog, thing, holder);
    const std::vector<LinkKind> kinds = catalog.kindsBetween(*source, *target);
    if (std::find(kinds.begin(), kinds.end(), LinkKind::Attach) == kinds.end())
        return notAttachable(diagram, catalog, thing, holder);

    Draft draft(diagram, catalog);
    Built built;
    const std::vector<LinkId> before = attachmentsOf(draft, thing);
    const auto held =
        std::find_if(before.begin(), before.end(), [&](const LinkId& id) { return diagram.link(id)->to == holder; });
    // A volume or an address has one holder; a web filter or a VPC may be attached to many things.
    const bool single = source->plays(catalog::role::kVolume) || source->plays(catalog::role::kAddress);
    if (single) {
        Selection old;
        for (const LinkId& id : before)
            if (held == before.end() || id != *held) old.links.push_back(id);
        removeIn(draft, old);
    }
    if (held != before.end()) {
        built.made.links.push_back(*held);
    } else {
        Link link;
        // The kind is spelled out only where another would come first.
        if (kinds.front() != LinkKind::Attach) link.kind = LinkKind::Attach;
        link.from = thing;
        link.to = holder;
        built.made.links.push_back(addLink(draft, link).id);
    }
    built.step = draft.finish(say("Attach {} to {}", "{}을(를) {}에 연결", callOf(diagram, catalog, thing),
                                  callOf(diagram, catalog, holder)));
    return built;
}

Result<Step> detach(const Diagram& diagram, const catalog::Catalog& catalog, const std::vector<ElementId>& things) {
    if (things.empty()) return nothingSelected();
    Draft draft(diagram, catalog);
    Selection links;
    for (const ElementId& id : things) {
        if (!diagram.element(id)) return noSuchThing(id.str());
        for (const LinkId& link : attachmentsOf(draft, id)) links.links.push_back(link);
    }
    removeIn(draft, links);
    Selection selection;
    selection.elements = things;
    return draft.finish(say("Detach {}", "{} 분리", callOf(diagram, catalog, selection)));
}

Result<Step> setWaypoints(const Diagram& diagram, const catalog::Catalog& catalog, const LinkId& link,
                          const std::vector<Point>& waypoints) {
    if (!diagram.link(link)) return noSuchThing(link.str());
    Draft draft(diagram, catalog);
    draft.setWaypoints(link, waypoints);
    return draft.finish(waypoints.empty() ? say("Let a link find its way", "연결 경로 자동으로")
                                          : say("Bend a link", "연결 경로 변경"));
}

} // namespace sky::edit
