// SPDX-License-Identifier: GPL-3.0-or-later
// What links mean: kind, who opens, which port, which listener, and how a call behaves.
#include "topology/topology.h"

#include "catalog/roles.h"
#include "topology/effective.h"
#include "topology/keys.h"

namespace sky::topology {
namespace {

using catalog::LinkKind;
using catalog::Trait;
using diagram::Link;

// Ports may be written as texts or as integers.
std::string portText(const catalog::Scalar& scalar) {
    if (const auto* text = std::get_if<std::string>(&scalar)) return *text;
    if (const auto* number = std::get_if<Quantity>(&scalar)) return std::to_string(number->amount);
    return {};
}
std::string portText(const Effective& property) {
    if (const std::string* text = property.text()) return *text;
    const std::optional<Quantity> number = property.quantity();
    return number ? std::to_string(number->amount) : std::string();
}
std::string fieldText(const catalog::Record& row, std::string_view field) {
    const catalog::Scalar* scalar = row.find(field);
    return scalar ? portText(*scalar) : std::string();
}

// What a listener speaks: its own protocol, else the default of the field.
std::string protocolOf(const Effective& listeners, std::size_t row) {
    std::string own = fieldText((*listeners.records())[row], key::kProtocol);
    if (!own.empty() || !listeners.property) return own;
    for (const catalog::Property& field : listeners.property->fields)
        if (field.key == key::kProtocol && field.byDefault)
            if (const auto* text = std::get_if<std::string>(&*field.byDefault)) return *text;
    return {};
}

std::optional<std::size_t> rowOfPort(const catalog::Records& listeners, const std::string& port) {
    for (std::size_t row = 0; row < listeners.size(); ++row)
        if (fieldText(listeners[row], key::kPort) == port) return row;
    return std::nullopt;
}

// A link with its ends and their services, each looked up once.
struct DrawnLink {
    const Link& link;
    const catalog::LinkType& type;
    const diagram::Element* from;
    const diagram::Element* to;
    const catalog::Service* fromService;
    const catalog::Service* toService;

    [[nodiscard]] Effective own(std::string_view key) const { return effective(link.properties, type.properties, key); }
    [[nodiscard]] Effective ofFrom(std::string_view key) const {
        return from ? Topology::property(*from, fromService, key) : Effective{};
    }
    [[nodiscard]] Effective ofTo(std::string_view key) const {
        return to ? Topology::property(*to, toService, key) : Effective{};
    }
};

const catalog::Records* listenersOf(const Effective& property) {
    const catalog::Records* listeners = property.records();
    return listeners && !listeners->empty() ? listeners : nullptr;
}

void findListener(const DrawnLink& drawn, LinkMeaning& meaning) {
    const catalog::Records* listeners = listenersOf(drawn.ofFrom(key::kListeners));
    const Effective set = drawn.own(key::kListener);
    if (set.value) {
        meaning.listenerOrigin = set.origin;
        if (listeners) meaning.listener = rowOfPort(*listeners, portText(set));
    } else if (listeners && listeners->size() == 1) {
        meaning.listenerOrigin = Origin::Default;
        meaning.listener = 0;
    }
}

// Set on the link; else the target's; else the port of the listener it leaves.
void findPort(const DrawnLink& drawn, LinkMeaning& meaning) {
    const catalog::Records* targets = listenersOf(drawn.ofTo(key::kListeners));
    const Effective own = drawn.own(key::kPort);
    if (own.origin == Origin::Set) {
        meaning.port = {portText(own), Origin::Set};
        if (targets) meaning.targetListener = rowOfPort(*targets, meaning.port.value);
    } else if (targets) {
        meaning.targetListener = 0;
        meaning.port = {fieldText(targets->front(), key::kPort),
                        targets->size() == 1 ? Origin::Default : Origin::Assumed};
    } else if (const Effective theirs = drawn.ofTo(key::kPort); theirs.value) {
        meaning.port = {portText(theirs), Origin::Default};
    } else if (meaning.listener) {
        meaning.port = {fieldText((*listenersOf(drawn.ofFrom(key::kListeners)))[*meaning.listener], key::kPort),
                        Origin::Assumed};
    } else if (own.value) {
        meaning.port = {portText(own), Origin::Default};
    }
    if (meaning.port.value.empty()) meaning.port = {};
}

void findProtocol(const DrawnLink& drawn, LinkMeaning& meaning) {
    const Effective own = drawn.own(key::kProtocol);
    if (own.origin == Origin::Set && own.text()) {
        meaning.protocol = {*own.text(), Origin::Set};
        return;
    }
    if (meaning.targetListener) {
        meaning.protocol = {protocolOf(drawn.ofTo(key::kListeners), *meaning.targetListener), Origin::Default};
        if (!meaning.protocol.value.empty()) return;
    }
    if (const Effective theirs = drawn.ofTo(key::kProtocol); theirs.text())
        meaning.protocol = {*theirs.text(), Origin::Default};
    else if (own.text())
        meaning.protocol = {*own.text(), Origin::Default};
    else
        meaning.protocol = {"tcp", Origin::Assumed};
}

Setting<Quantity> quantityOr(const Effective& property, Quantity otherwise) {
    if (const std::optional<Quantity> quantity = property.quantity()) return {*quantity, property.origin};
    return {otherwise, Origin::Assumed};
}

Setting<bool> flagOr(const Effective& property, bool otherwise) {
    if (const std::optional<bool> flag = property.flag()) return {*flag, property.origin};
    return {otherwise, Origin::Assumed};
}

// Whoever polls a queue opens the connection, against the direction of the work.
Setting<LinkEnd> openerOf(const DrawnLink& drawn, const LinkMeaning& meaning) {
    const Effective set = drawn.own(key::kOpens);
    if (set.origin == Origin::Set && set.text())
        return {*set.text() == "to" ? LinkEnd::To : LinkEnd::From, Origin::Set};
    const bool polled = meaning.kind.value == LinkKind::Event && drawn.fromService &&
                        drawn.fromService->is(Trait::Queue) &&
                        !drawn.fromService->plays(catalog::role::kPushes) && drawn.toService &&
                        drawn.toService->is(Trait::Station);
    if (polled) return {LinkEnd::To, Origin::Default};
    return {set.text() && *set.text() == "to" ? LinkEnd::To : LinkEnd::From, Origin::Default};
}

} // namespace

LinkKind Topology::kind(const LinkId& link) const {
    const LinkFacts* facts = m_links.find(link);
    return facts ? facts->kind : LinkKind::Plain;
}

LinkMeaning Topology::meaning(const LinkId& link) const {
    LinkMeaning meaning;
    const Link* found = m_diagram.link(link);
    if (!found) return meaning;
    meaning.id = link;
    meaning.from = found->from;
    meaning.to = found->to;
    const LinkFacts* facts = m_links.find(link);
    meaning.kind = {facts ? facts->kind : LinkKind::Plain, found->kind ? Origin::Set : Origin::Default};
    meaning.carriesRequests = facts && facts->carries;
    const diagram::Element* from = m_diagram.element(found->from);
    const diagram::Element* to = m_diagram.element(found->to);
    const DrawnLink drawn{*found,
                          m_catalog->linkType(meaning.kind.value),
                          from,
                          to,
                          from ? m_catalog->find(from->service) : nullptr,
                          to ? m_catalog->find(to->service) : nullptr};
    meaning.opens = openerOf(drawn, meaning);
    if (meaning.carriesRequests) {
        findListener(drawn, meaning);
        findPort(drawn, meaning);
        findProtocol(drawn, meaning);
    }
    const bool traffic = meaning.kind.value == LinkKind::Traffic;
    meaning.calls = quantityOr(drawn.own(key::kCalls), {1, Unit::Count});
    meaning.share = quantityOr(drawn.own(key::kShare), {1, Unit::Count});
    meaning.wait = flagOr(drawn.own(key::kWait), traffic); // events never wait
    meaning.need = flagOr(drawn.own(key::kNeed), traffic);
    const Effective role = drawn.own(key::kRole);
    const bool secondary = role.text() && *role.text() == "secondary";
    meaning.role = {secondary ? LinkRole::Secondary : LinkRole::Primary, role.text() ? role.origin : Origin::Assumed};
    if (const std::string* fallback = drawn.own(key::kFallback).reference()) meaning.fallback = LinkId(*fallback);
    return meaning;
}

bool Topology::carries(const LinkId& link) const {
    const LinkFacts* facts = m_links.find(link);
    return facts && facts->carries;
}

std::vector<LinkId> Topology::calls(const ElementId& element) const {
    std::vector<LinkId> calls;
    for (const LinkId& id : m_diagram.linksAt(element))
        if (const LinkFacts* link = m_links.find(id); link && link->carries && link->from == element)
            calls.push_back(id);
    return calls;
}

std::vector<LinkId> Topology::callers(const ElementId& element) const {
    std::vector<LinkId> callers;
    for (const LinkId& id : m_diagram.linksAt(element))
        if (const LinkFacts* link = m_links.find(id); link && link->carries && link->to == element)
            callers.push_back(id);
    return callers;
}

ElementId Topology::holder(const ElementId& attached) const {
    return placement(attached).holder;
}

std::optional<int> Topology::tier(const ElementId& element) const {
    const ElementFacts* facts = m_elements.find(element);
    return facts ? facts->tier : std::nullopt;
}

} // namespace sky::topology
