// SPDX-License-Identifier: GPL-3.0-or-later
// What rules learn of an element. Whatever an answer rests on beside the element itself is noted.
#include "checks/book.h"

#include <algorithm>

namespace sky::checks {
namespace {

using topology::Effective;
using topology::Origin;
using topology::Zone;

const ElementId kNothing;

void sortZones(std::vector<Zone>& zones) {
    std::sort(zones.begin(), zones.end());
    zones.erase(std::unique(zones.begin(), zones.end()), zones.end());
}

std::optional<Cidr> blockOf(const std::string* text) {
    if (!text) return std::nullopt;
    const Result<Cidr> block = parseCidr(*text);
    return block ? std::optional(*block) : std::nullopt;
}

void collectTexts(const catalog::Scalar& scalar, std::vector<std::string>& texts) {
    if (const auto* reference = std::get_if<catalog::Reference>(&scalar))
        texts.push_back(reference->id);
    else
        texts.push_back(catalog::toText(scalar));
}

} // namespace

const ElementId& Thing::id() const {
    return *this ? element().id : kNothing;
}

Text Thing::name() const {
    if (!*this) return {};
    return element().name.empty() ? Text{element().id.str(), {}} : element().name;
}

Text Thing::serviceName() const {
    return service() ? service()->shortName : *this ? Text{element().service, {}} : Text{};
}

std::vector<Thing> Thing::things(const std::vector<ElementId>& ids) const {
    std::vector<Thing> things;
    things.reserve(ids.size());
    for (const ElementId& id : ids)
        if (Thing thing = m_ask->thing(id)) things.push_back(thing);
    return things;
}

Effective Thing::property(std::string_view key) const {
    return *this ? topology::Topology::property(element(), service(), key) : Effective{};
}

const std::string* Thing::text(std::string_view key) const {
    return property(key).text();
}

std::optional<std::int64_t> Thing::amount(std::string_view key) const {
    const std::optional<Quantity> quantity = property(key).quantity();
    return quantity ? std::optional(quantity->amount) : std::nullopt;
}

Truth Thing::flag(std::string_view key) const {
    return truth(property(key).flag());
}

Truth Thing::equals(std::string_view key, std::string_view wanted) const {
    const std::string* is = text(key);
    return is ? truth(*is == wanted) : Truth::Unknown;
}

const catalog::Records& Thing::records(std::string_view key) const {
    static const catalog::Records kNone;
    const catalog::Records* records = property(key).records();
    return records ? *records : kNone;
}

std::vector<std::string> Thing::texts(std::string_view key) const {
    std::vector<std::string> texts;
    const Effective value = property(key);
    if (const catalog::List* list = value.list()) {
        for (const catalog::Scalar& each : *list) collectTexts(each, texts);
    } else if (const std::string* text = value.text()) {
        texts.push_back(*text);
    } else if (const std::string* id = value.reference()) {
        texts.push_back(*id);
    }
    return texts;
}

Thing Thing::named(std::string_view key) const {
    const std::string* id = property(key).reference();
    return id ? m_ask->thing(ElementId(*id)) : Thing();
}

std::vector<Thing> Thing::allNamed(std::string_view key) const {
    std::vector<ElementId> ids;
    if (const catalog::Value* value = property(key).value)
        catalog::forEachReference(*value, [&](const std::string& id) { ids.emplace_back(id); });
    return *this ? things(ids) : std::vector<Thing>();
}

bool Thing::isSet(std::string_view key) const {
    return *this && element().properties.has(key);
}

Truth Thing::said(std::string_view key) const {
    return isSet(key) || (*this && m_ask->unsetCounts()) ? flag(key) : Truth::Unknown;
}

Truth Thing::saidIs(std::string_view key, std::string_view text) const {
    return isSet(key) || (*this && m_ask->unsetCounts()) ? equals(key, text) : Truth::Unknown;
}

std::optional<std::int64_t> Thing::saidAmount(std::string_view key) const {
    return isSet(key) || (*this && m_ask->unsetCounts()) ? amount(key) : std::nullopt;
}

Thing Thing::parent() const {
    return *this ? m_ask->thing(element().parent) : Thing();
}

bool Thing::isInside(const Thing& container) const {
    int depth = 0;
    for (Thing at = *this; at && depth < 64; at = at.parent(), ++depth)
        if (at == container) return true;
    return false;
}

Thing Thing::around(std::string_view role) const {
    int depth = 0;
    for (Thing at = parent(); at && depth < 64; at = at.parent(), ++depth)
        if (at.plays(role)) return at;
    return {};
}

const topology::Placement& Thing::placement() const {
    static const topology::Placement kNowhere;
    return *this ? m_ask->topology().placement(id()) : kNowhere;
}

Thing Thing::vpc() const {
    return *this ? m_ask->thing(placement().vpc) : Thing();
}

Thing Thing::subnet() const {
    return *this ? m_ask->thing(placement().subnet) : Thing();
}

std::vector<Thing> Thing::subnets() const {
    if (!*this) return {};
    if (plays(role::kVpc)) return things(m_ask->topology().subnets(id()));
    if (!element().spans.empty()) return things(element().spans);
    const Thing own = subnet();
    return own ? std::vector{own} : std::vector<Thing>();
}

const std::string& Thing::region() const {
    return placement().regionCode;
}

std::optional<Zone> Thing::zone() const {
    return placement().zone;
}

std::vector<Zone> Thing::zones() const {
    std::vector<Zone> zones = *this ? m_ask->topology().zones(id()) : std::vector<Zone>();
    sortZones(zones);
    return zones;
}

std::vector<Zone> Thing::drawnZones() const {
    std::vector<Zone> zones = placement().spannedZones;
    if (placement().zone) zones.push_back(*placement().zone);
    sortZones(zones);
    return zones;
}

bool Thing::knowsZones() const {
    const std::vector<Thing> all = subnets();
    return !all.empty() && std::all_of(all.begin(), all.end(), [](const Thing& subnet) {
        return subnet.zone() && !subnet.zone()->letter.empty();
    });
}

std::vector<topology::Part> Thing::parts() const {
    if (!*this) return {};
    if (is(Trait::Group)) (void)members();
    (void)subnets();
    (void)fleet();
    return m_ask->topology().parts(id());
}

std::vector<topology::Route> Thing::routes() const {
    if (!*this) return {};
    std::vector<topology::Route> routes = m_ask->topology().routes(id());
    for (const topology::Route& route : routes)
        if (isValidId(route.via)) m_ask->note(route.via);
    return routes;
}

Thing Thing::routeTable() const {
    if (!*this) return {};
    (void)named(topology::key::kRouteTable);
    (void)vpc();
    return m_ask->thing(m_ask->topology().routeTable(id()).table);
}

topology::SubnetExposure Thing::exposure() const {
    if (!*this) return {};
    (void)routeTable().routes();
    return m_ask->topology().exposure(id());
}

Thing Thing::networkAcl() const {
    if (!*this) return {};
    (void)named(topology::key::kNetworkAcl);
    for (const Thing& acl : vpc().gateways(role::kNetworkAcl)) (void)acl;
    return m_ask->thing(m_ask->topology().networkAcl(id()).acl);
}

std::vector<Thing> Thing::subnetsUsing() const {
    std::vector<Thing> users;
    for (const Thing& subnet : vpc().subnets())
        if ((plays(role::kNetworkAcl) ? subnet.networkAcl() : subnet.routeTable()) == *this) users.push_back(subnet);
    for (const Thing& other : referring()) // of another VPC, by mistake
        if (other.plays(role::kSubnet) && std::find(users.begin(), users.end(), other) == users.end())
            users.push_back(other);
    return users;
}

std::vector<Thing> Thing::gateways(std::string_view role) const {
    return *this ? things(m_ask->topology().gateways(id(), role)) : std::vector<Thing>();
}

std::vector<Thing> Thing::securityGroups() const {
    if (!*this) return {};
    (void)things(element().groups);
    (void)things(fleet() ? fleet().element().groups : std::vector<ElementId>());
    return things(m_ask->topology().securityGroups(id()).groups);
}

std::optional<Cidr> Thing::cidr() const {
    return *this ? blockOf(element().properties.text(topology::key::kCidr)) : std::nullopt;
}

std::vector<Cidr> Thing::cidrs() const {
    std::vector<Cidr> blocks;
    if (const auto own = cidr()) blocks.push_back(*own);
    for (const std::string& text : texts("secondaryCidrs"))
        if (const auto block = blockOf(&text)) blocks.push_back(*block);
    return blocks;
}

std::optional<Cidr> Thing::effectiveCidr() const {
    if (!*this) return std::nullopt;
    const topology::AddressSetting setting = m_ask->topology().cidr(id());
    return setting.known() ? blockOf(&setting.value) : std::nullopt;
}

std::vector<Thing> Thing::children() const {
    if (!*this) return {};
    const auto ids = m_ask->topology().diagram().children(id());
    return things(std::vector<ElementId>(ids.begin(), ids.end()));
}

std::vector<Thing> Thing::members() const {
    return *this ? things(m_ask->topology().members(id())) : std::vector<Thing>();
}

std::vector<Thing> Thing::attachments() const {
    return *this ? things(m_ask->topology().attachments(id())) : std::vector<Thing>();
}

std::vector<Thing> Thing::holders() const {
    std::vector<Thing> holders;
    for (const Wire& wire : wires(LinkKind::Attach))
        if (wire.from() == *this && wire.to() && wire.to() != *this) holders.push_back(wire.to());
    std::sort(holders.begin(), holders.end(), [](const Thing& a, const Thing& b) { return a.id() < b.id(); });
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    return holders;
}

std::vector<Thing> Thing::referring() const {
    if (!*this) return {};
    const auto ids = m_ask->topology().diagram().elementsReferringTo(id().str());
    return things(std::vector<ElementId>(ids.begin(), ids.end()));
}

Thing Thing::fleet() const {
    if (!*this || plays(role::kFleet)) return {};
    for (const Thing& group : things(element().groups))
        if (group != *this && group.plays(role::kFleet)) return group;
    return {};
}

std::vector<Wire> Thing::wires() const {
    std::vector<Wire> wires;
    if (*this)
        for (const LinkId& link : m_ask->topology().diagram().linksAt(id())) wires.push_back(m_ask->wire(link));
    return wires;
}

std::vector<Wire> Thing::wires(LinkKind kind) const {
    std::vector<Wire> wires = this->wires();
    std::erase_if(wires, [&](const Wire& wire) { return wire.kind() != kind; });
    return wires;
}

std::vector<Wire> Thing::calls() const {
    std::vector<Wire> wires;
    if (*this)
        for (const LinkId& link : m_ask->topology().calls(id())) wires.push_back(m_ask->wire(link));
    return wires;
}

std::vector<Wire> Thing::callers() const {
    std::vector<Wire> wires;
    if (*this)
        for (const LinkId& link : m_ask->topology().callers(id())) wires.push_back(m_ask->wire(link));
    return wires;
}

std::vector<Thing> Thing::targets() const {
    std::vector<Thing> targets;
    for (const Wire& call : calls())
        if (call.kind() == LinkKind::Traffic && std::find(targets.begin(), targets.end(), call.to()) == targets.end())
            targets.push_back(call.to());
    return targets;
}

std::string Thing::portsFromInternet() const {
    if (!*this) return {};
    m_ask->note("reached:" + id().str());
    const World::Reached& reached = m_ask->m_book.world().reached();
    const auto found = reached.find(id().str());
    return found == reached.end() ? std::string() : found->second;
}

std::optional<int> Thing::tier() const {
    return *this ? m_ask->topology().tier(id()) : std::nullopt;
}

} // namespace sky::checks
