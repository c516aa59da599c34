// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/inspector_subject.h"

#include "edit/properties.h"
#include "session/preferences.h"

#include <algorithm>

namespace sky::lists {

namespace {

using catalog::Property;

const Property* find(const std::vector<Property>& properties, std::string_view key) {
    const auto at = std::find_if(properties.begin(), properties.end(), [&](const Property& p) { return p.key == key; });
    return at == properties.end() ? nullptr : &*at;
}

// Two services may mean something alike by one key; only then one field can serve both.
bool alike(const Property& a, const Property& b) {
    return &a == &b || (a.key == b.key && a.type == b.type && a.list == b.list && a.table == b.table &&
                        a.choices.size() == b.choices.size());
}

} // namespace

std::vector<catalog::LinkKind> kindsFor(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                        const diagram::Link& link) {
    const diagram::Element* from = diagram.element(link.from);
    const diagram::Element* to = diagram.element(link.to);
    const catalog::Service* a = from ? catalog.find(from->service) : nullptr;
    const catalog::Service* b = to ? catalog.find(to->service) : nullptr;
    if (!a || !b) return {catalog::LinkKind::Plain};
    return catalog.kindsBetween(*a, *b);
}

catalog::LinkKind kindOf(const diagram::Diagram& diagram, const catalog::Catalog& catalog, const diagram::Link& link) {
    if (link.kind) return *link.kind;
    const std::vector<catalog::LinkKind> kinds = kindsFor(diagram, catalog, link);
    return kinds.empty() ? catalog::LinkKind::Plain : kinds.front();
}

InspectorSubject::InspectorSubject(session::Session& session, edit::Selection things)
    : m_session(&session), m_things(std::move(things)) {
    std::erase_if(m_things.elements, [&](const ElementId& id) { return !diagram().element(id); });
    std::erase_if(m_things.links, [&](const LinkId& id) { return !diagram().link(id); });
    m_things.scenarios.clear();
}

InspectorSubject::InspectorSubject(session::Session& session)
    : InspectorSubject(session, session.view()->selection()) {}

const diagram::Element* InspectorSubject::onlyElement() const {
    return count() == 1 && !m_things.elements.empty() ? diagram().element(m_things.elements.front()) : nullptr;
}

const diagram::Link* InspectorSubject::onlyLink() const {
    return count() == 1 && !m_things.links.empty() ? diagram().link(m_things.links.front()) : nullptr;
}

const catalog::Service* InspectorSubject::service() const {
    if (m_things.elements.empty() || !m_things.links.empty()) return nullptr;
    const std::string& first = diagram().element(m_things.elements.front())->service;
    for (const ElementId& id : m_things.elements)
        if (diagram().element(id)->service != first) return nullptr;
    return catalog().find(first);
}

const std::vector<Property>* InspectorSubject::propertiesOf(const ElementId& id) const {
    const catalog::Service* service = catalog().find(diagram().element(id)->service);
    return service ? &service->properties : nullptr;
}

const std::vector<Property>* InspectorSubject::propertiesOf(const LinkId& id) const {
    return &catalog().linkType(kindOf(diagram(), catalog(), *diagram().link(id))).properties;
}

std::vector<const Property*> InspectorSubject::properties() const {
    std::vector<const Property*> common;
    if (isProject()) {
        for (const Property& property : catalog().projectProperties()) common.push_back(&property);
        return common;
    }
    std::vector<const std::vector<Property>*> all; // of each kind of thing once
    const auto gather = [&](const std::vector<Property>* properties) {
        if (std::find(all.begin(), all.end(), properties) == all.end()) all.push_back(properties);
    };
    for (const ElementId& id : m_things.elements) gather(propertiesOf(id));
    for (const LinkId& id : m_things.links) gather(propertiesOf(id));
    if (std::find(all.begin(), all.end(), nullptr) != all.end()) return common;
    for (const Property& property : *all.front()) {
        const bool everywhere = std::all_of(all.begin(), all.end(), [&](const auto* properties) {
            const Property* other = find(*properties, property.key);
            return other && alike(property, *other);
        });
        if (everywhere) common.push_back(&property);
    }
    return common;
}

void InspectorSubject::forEachValue(std::string_view key, const std::function<void(const catalog::Value*)>& visit) const {
    if (isProject()) return visit(diagram().project().properties.find(key));
    for (const ElementId& id : m_things.elements) visit(diagram().element(id)->properties.find(key));
    for (const LinkId& id : m_things.links) visit(diagram().link(id)->properties.find(key));
}

topology::Effective InspectorSubject::effective(const Property& property) const {
    topology::Effective result;
    result.property = &property;
    if (!m_things.elements.empty() && topology().diagram().element(m_things.elements.front()))
        return topology().property(m_things.elements.front(), property.key);
    if (m_things.elements.empty() && !m_things.links.empty() && topology().diagram().link(m_things.links.front()))
        return topology().property(m_things.links.front(), property.key);
    // The project, or a thing so new that its meaning is not computed yet.
    if (property.byDefault) {
        result.value = &*property.byDefault;
        result.origin = topology::Origin::Default;
    }
    if (isProject() && property.when) {
        const std::span<const Property> all = catalog().projectProperties();
        const auto other = std::find_if(all.begin(), all.end(), [&](const Property& p) { return p.key == property.when->property; });
        const catalog::Value* value = diagram().project().properties.find(property.when->property);
        if (!value && other != all.end() && other->byDefault) value = &*other->byDefault;
        const std::optional<catalog::Scalar> scalar = value ? scalarOf(*value) : std::nullopt;
        const std::vector<std::string>& is = property.when->is;
        result.applies = scalar && std::find(is.begin(), is.end(), catalog::toText(*scalar)) != is.end();
    }
    return result;
}

bool InspectorSubject::set(std::string_view key, const std::optional<catalog::Value>& value) const {
    session::Document& document = *m_session->document();
    if (isProject()) return document.perform(edit::setProjectProperty(diagram(), catalog(), key, value));
    return document.perform(edit::setProperty(diagram(), catalog(), m_things, key, value));
}

Speech InspectorSubject::speech() const {
    return {diagram(), catalog(), session::Preferences::instance().language()};
}

} // namespace sky::lists
