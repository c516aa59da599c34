// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/copies.h"

#include "edit/names_in.h"

#include <set>

namespace sky::edit {

using diagram::Element;
using diagram::Link;

ElementId Copies::of(const ElementId& original) const {
    const auto found = newIds.find(original.str());
    return found == newIds.end() ? original : ElementId(found->second);
}

std::string stemOf(const Draft& draft, const Link& link) {
    if (link.kind) return draft.catalog().linkType(*link.kind).key;
    const catalog::Service* from = draft.serviceOf(link.from);
    const catalog::Service* to = draft.serviceOf(link.to);
    catalog::LinkKind kind = catalog::LinkKind::Plain;
    if (from && to) {
        const std::vector<catalog::LinkKind> kinds = draft.catalog().kindsBetween(*from, *to);
        if (!kinds.empty()) kind = kinds.front();
    }
    return draft.catalog().linkType(kind).key;
}

std::vector<Link> linksAmong(const diagram::Diagram& diagram, const std::vector<ElementId>& elements) {
    const std::set<ElementId> inside(elements.begin(), elements.end());
    std::set<LinkId> ids;
    for (const ElementId& id : elements)
        for (const LinkId& link : diagram.linksAt(id)) ids.insert(link);
    std::vector<Link> links;
    for (const LinkId& id : ids) {
        const Link* link = diagram.link(id);
        if (inside.contains(link->from) && inside.contains(link->to)) links.push_back(*link);
    }
    return links;
}

Copies putCopies(Draft& draft, const std::vector<Element>& elements, const std::vector<Link>& links) {
    Copies copies;
    for (const Element& element : elements) {
        std::string id = draft.freshId(element.service);
        copies.made.elements.emplace_back(id);
        copies.newIds[element.id.str()] = std::move(id);
    }
    const auto renamedProperties = [&](const catalog::Properties& properties) {
        const Renamed renamed = [&](const std::string& id) {
            const auto found = copies.newIds.find(id);
            return found == copies.newIds.end() ? std::string() : found->second;
        };
        catalog::Properties out;
        for (const auto& [key, value] : properties) out.set(key, withIds(value, renamed));
        return out;
    };
    // Ids of links need their ends to be there, and elements may name links: elements, ids, links, and elements again.
    for (const Element& element : elements) {
        Element copy = element;
        copy.id = copies.of(element.id);
        copy.parent = copies.of(element.parent);
        for (ElementId& id : copy.spans) id = copies.of(id);
        for (ElementId& id : copy.groups) id = copies.of(id);
        draft.put(std::move(copy));
    }
    for (const Link& link : links) {
        Link copy = link;
        copy.from = copies.of(link.from);
        copy.to = copies.of(link.to);
        std::string id = draft.freshId(stemOf(draft, copy));
        copies.made.links.emplace_back(id);
        copies.newIds[link.id.str()] = std::move(id);
    }
    for (std::size_t i = 0; i < links.size(); ++i) {
        Link copy = links[i];
        copy.id = copies.made.links[i];
        copy.from = copies.of(links[i].from);
        copy.to = copies.of(links[i].to);
        copy.properties = renamedProperties(copy.properties);
        draft.put(std::move(copy));
    }
    for (std::size_t i = 0; i < elements.size(); ++i) {
        Element copy = *draft.diagram().element(copies.made.elements[i]);
        copy.properties = renamedProperties(copy.properties);
        draft.put(std::move(copy));
    }
    return copies;
}

} // namespace sky::edit
