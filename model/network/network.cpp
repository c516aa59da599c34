// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/network.h"

#include "base/ensure.h"
#include "base/hash.h"

#include <algorithm>
#include <array>

namespace sky::network {
namespace {

// Ranges AWS publishes for these services (ip-ranges.json); the others answer from the general ones.
struct Range {
    std::string_view service;
    std::string_view block;
    std::string_view address;
};
constexpr std::array kRanges = {
    Range{"s3", "52.216.0.0/15", "52.216.10.10"},
    Range{"dynamodb", "52.94.0.0/22", "52.94.0.10"},
    Range{"cloudfront", "13.32.0.0/15", "13.32.10.10"},
};
constexpr std::string_view kGeneralBlock = "52.94.64.0/18";

template <class T>
T parsed(Result<T> result) {
    ENSURE(result.ok(), "an address of the built-in table");
    return std::move(result).value();
}

void expand(Table& table, const std::vector<PrefixList>& lists) {
    table.entries.clear();
    for (Index i = 0; i < table.routes.size(); ++i) {
        const Route& route = table.routes[i];
        if (route.prefixList == kNone) {
            table.entries.push_back({route.to, static_cast<std::uint8_t>(route.propagated ? 2 : 0), i});
        } else {
            for (const Cidr& block : lists[route.prefixList].cidrs) table.entries.push_back({block, 1, i});
        }
    }
    std::stable_sort(table.entries.begin(), table.entries.end(), [](const Table::Entry& a, const Table::Entry& b) {
        return a.to.prefix != b.to.prefix ? a.to.prefix > b.to.prefix : a.rank < b.rank;
    });
}

} // namespace

std::size_t Network::AddressHash::operator()(const std::pair<Index, IpAddress>& key) const noexcept {
    return static_cast<std::size_t>(
        mixBits(mixBits(key.second.high ^ (static_cast<std::uint64_t>(key.first) << 32)) ^ key.second.low));
}

Index Network::ownerNamed(std::string_view id) {
    const auto [at, isNew] = m_owners.try_emplace(std::string(id), static_cast<Index>(owners.size()));
    if (isNew) owners.emplace_back(id);
    return at->second;
}

Index Network::zoneNamed(std::string_view region, std::string_view letter) {
    std::string key(region);
    key += '/';
    key += letter;
    const auto [at, isNew] = m_zones.try_emplace(std::move(key), static_cast<Index>(zones.size()));
    if (isNew) zones.push_back({std::string(region), std::string(letter)});
    return at->second;
}

Index Network::serviceNamed(std::string_view name) {
    for (Index i = 0; i < services.size(); ++i)
        if (services[i].name == name) return i;
    Service service;
    service.name = name;
    for (const Range& range : kRanges) {
        if (range.service != name) continue;
        service.block = parsed(parseCidr(range.block));
        service.address = parsed(parseIpAddress(range.address));
    }
    if (service.block.prefix == 0) {
        service.address = addressAt(parsed(parseCidr(kGeneralBlock)), 10 + services.size()).value_or(IpAddress{});
        service.block = blockAround(service.address, 32);
    }
    services.push_back(std::move(service));
    return static_cast<Index>(services.size() - 1);
}

Index Network::prefixListNamed(std::string_view id) {
    for (Index i = 0; i < prefixLists.size(); ++i)
        if (prefixLists[i].id == id) return i;
    PrefixList list;
    list.id = id;
    if (id.starts_with("pl-")) list.cidrs.push_back(services[serviceNamed(id.substr(3))].block);
    prefixLists.push_back(std::move(list));
    return static_cast<Index>(prefixLists.size() - 1);
}

void Network::seal() {
    const auto byNumber = [](const AclRule& a, const AclRule& b) { return a.number < b.number; };
    for (Acl& acl : acls) {
        std::stable_sort(acl.in.begin(), acl.in.end(), byNumber);
        std::stable_sort(acl.out.begin(), acl.out.end(), byNumber);
    }
    for (Table& table : tables) expand(table, prefixLists);
    for (TransitTable& table : transitTables)
        std::stable_sort(table.routes.begin(), table.routes.end(), [](const TransitRoute& a, const TransitRoute& b) {
            return a.to.prefix != b.to.prefix ? a.to.prefix > b.to.prefix : a.propagated < b.propagated;
        });

    m_private.clear();
    m_public.clear();
    m_places.clear();
    m_interfacesOfOwner.assign(owners.size(), {});
    m_endpoints.clear();
    m_private.reserve(interfaces.size() + nats.size());
    for (Index i = 0; i < interfaces.size(); ++i) {
        const Interface& each = interfaces[i];
        ENSURE(each.subnet < subnets.size() && subnets[each.subnet].vpc < vpcs.size(), "an interface lies in a subnet");
        const Index vpc = subnets[each.subnet].vpc;
        const Holder holder{i, kNone};
        if (each.v4) m_private.try_emplace({vpc, *each.v4}, holder);
        if (each.v6) {
            m_private.try_emplace({vpc, *each.v6}, holder);
            m_public.try_emplace({kNone, *each.v6}, holder);
        }
        if (each.publicV4) m_public.try_emplace({kNone, *each.publicV4}, holder);
        if (each.service != kNone) m_endpoints.push_back(i);
        if (each.owner < owners.size()) m_interfacesOfOwner[each.owner].push_back(i);
    }
    for (Index i = 0; i < nats.size(); ++i) {
        const Holder holder{kNone, i};
        if (nats[i].address && nats[i].vpc != kNone) m_private.try_emplace({nats[i].vpc, *nats[i].address}, holder);
        if (nats[i].publicAddress) m_public.try_emplace({kNone, *nats[i].publicAddress}, holder);
    }

    const auto enter = [&](const auto& things, Place::Kind kind) {
        for (Index i = 0; i < things.size(); ++i) m_places.try_emplace(things[i].id, Place{kind, i});
    };
    using Kind = Place::Kind;
    enter(balancers, Kind::Balancer);
    enter(interfaces, Kind::Interface);
    enter(nats, Kind::Nat);
    enter(internetGateways, Kind::InternetGateway);
    enter(peerings, Kind::Peering);
    enter(transitGateways, Kind::TransitGateway);
    enter(attachments, Kind::Attachment);
    enter(vpnGateways, Kind::VpnGateway);
    enter(gatewayEndpoints, Kind::GatewayEndpoint);
    enter(vpcs, Kind::Vpc);
    enter(subnets, Kind::Subnet);
    enter(tables, Kind::Table);
    enter(transitTables, Kind::TransitTable);
    enter(acls, Kind::Acl);
    enter(groups, Kind::Group);
}

bool Network::hasShapeOf(const Network& other) const {
    const auto same = [](const auto& a, const auto& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const auto& x, const auto& y) { return x.id == y.id; });
    };
    const auto sameNames = [](const auto& a, const auto& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const auto& x, const auto& y) { return x.name == y.name; });
    };
    return owners == other.owners && same(vpcs, other.vpcs) && same(subnets, other.subnets) &&
           same(tables, other.tables) && same(acls, other.acls) && same(groups, other.groups) &&
           same(interfaces, other.interfaces) && same(internetGateways, other.internetGateways) &&
           same(nats, other.nats) && same(peerings, other.peerings) && same(transitGateways, other.transitGateways) &&
           same(attachments, other.attachments) && same(transitTables, other.transitTables) &&
           same(vpnGateways, other.vpnGateways) && same(gatewayEndpoints, other.gatewayEndpoints) &&
           same(balancers, other.balancers) && sameNames(services, other.services);
}

std::string Network::idOf(Place place) const {
    using Kind = Place::Kind;
    const Index i = place.index;
    switch (place.kind) {
    case Kind::None:
        return {};
    case Kind::Missing:
        return {};
    case Kind::Internet:
        return "internet";
    case Kind::Vpc:
        return vpcs[i].id;
    case Kind::Subnet:
        return subnets[i].id;
    case Kind::Table:
        return tables[i].id;
    case Kind::Acl:
        return acls[i].id;
    case Kind::Group:
        return groups[i].id;
    case Kind::Interface:
        return interfaces[i].id;
    case Kind::InternetGateway:
        return internetGateways[i].id;
    case Kind::Nat:
        return nats[i].id;
    case Kind::Peering:
        return peerings[i].id;
    case Kind::TransitGateway:
        return transitGateways[i].id;
    case Kind::Attachment:
        return attachments[i].id;
    case Kind::TransitTable:
        return transitTables[i].id;
    case Kind::VpnGateway:
        return vpnGateways[i].id;
    case Kind::GatewayEndpoint:
        return gatewayEndpoints[i].id;
    case Kind::Balancer:
        return balancers[i].id;
    case Kind::Service:
        return services[i].name;
    case Kind::Owner:
        return owners[i];
    }
    return {};
}

Network::Holder Network::holderIn(Index vpc, IpAddress address) const {
    const auto at = m_private.find({vpc, address});
    return at == m_private.end() ? Holder{} : at->second;
}

Network::Holder Network::publicHolder(IpAddress address) const {
    const auto at = m_public.find({kNone, address});
    return at == m_public.end() ? Holder{} : at->second;
}

Index Network::serviceAt(IpAddress address) const {
    for (Index i = 0; i < services.size(); ++i)
        if (services[i].address == address) return i;
    for (Index i = 0; i < services.size(); ++i)
        if (contains(services[i].block, address)) return i;
    return kNone;
}

bool Network::holds(Index vpc, IpAddress address) const {
    for (const Cidr& block : vpcs[vpc].cidrs)
        if (contains(block, address)) return true;
    return false;
}

Index Network::attachmentOf(Index transitGateway, Index vpc) const {
    for (const Index each : transitGateways[transitGateway].attachments)
        if (attachments[each].vpc == vpc) return each;
    return kNone;
}

bool Network::arePeered(Index vpcA, Index vpcB) const {
    for (const Peering& each : peerings)
        if (each.active && ((each.a == vpcA && each.b == vpcB) || (each.a == vpcB && each.b == vpcA))) return true;
    return false;
}

const std::vector<Index>& Network::interfacesOf(Index owner) const {
    static const std::vector<Index> none;
    return owner < m_interfacesOfOwner.size() ? m_interfacesOfOwner[owner] : none;
}

Index Network::ownerIndex(std::string_view id) const {
    const auto at = m_owners.find(std::string(id));
    return at == m_owners.end() ? kNone : at->second;
}

Place Network::find(std::string_view id) const {
    const auto at = m_places.find(std::string(id));
    return at == m_places.end() ? Place{} : at->second;
}

} // namespace sky::network
