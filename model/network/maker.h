// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the network of a drawing, in the order in which things name each other: used by network_of.cpp,
// network_filters.cpp and network_routers.cpp only.
#pragma once

#include "network/network_of.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sky::network {

class Maker {
  public:
    Maker(const topology::Topology& topology, const Reading& reading) : m_topology(topology), m_reading(reading) {}
    Network run();

  private:
    // What a service has properties for, asked once instead of per interface.
    struct Knows {
        bool ipv6 = false, addressType = false, accessible = false, publicIp = false, check = false, translates = false,
             os = false;
        bool balancer = false, keepsAddresses = false, function = false, endpoint = false, database = false,
             nat = false;
    };
    void sortElements();
    [[nodiscard]] const Knows& knowsOf(const catalog::Service& service);

    // network_of.cpp
    void makeVpcs();
    void makeSubnets();
    void makeInterfaces();
    void makeInterface(const topology::Host& host, Index subnet);
    void makeNat(const topology::Host& host, Index subnet);
    void makeBalancers();
    void makeListeners(const ElementId& id, Balancer& balancer);
    void addTargets(const LinkId& link, const topology::LinkMeaning& meaning, Listener& listener);
    [[nodiscard]] bool hasPublicAddress(const ElementId& element, const Knows& knows, Index subnet) const;
    [[nodiscard]] std::optional<IpAddress> elasticAddress(const ElementId& element) const; // attached and known
    [[nodiscard]] IpAddress nextPublicAddress();

    // network_filters.cpp
    void makeAcls();
    void makeGroups();
    void fillGroups();
    void makeAssumedGroups();
    [[nodiscard]] std::vector<Index> groupsOf(const ElementId& element, Index vpc);
    [[nodiscard]] Index assumedGroupOf(const ElementId& element);
    [[nodiscard]] Index defaultGroupOf(Index vpc);

    // network_routers.cpp
    void makeGateways();
    void makePeerings();
    void makeVpnGateways();
    void makeTransitGateways();
    void makeTransitTables(const ElementId& id, Index gateway);
    void makeEndpoints();
    void makeRoutes();
    void propagate(const ElementId& table, Table& rows);
    struct Site {
        std::vector<Cidr> blocks;
        std::vector<std::string> ways;
        bool active = false;
    };
    [[nodiscard]] Site siteBehind(const LinkId& link) const;
    [[nodiscard]] std::vector<LinkId> tunnelsTo(const ElementId& gateway) const;
    [[nodiscard]] Place targetOf(const topology::Route& route) const;

    [[nodiscard]] Index vpcIndex(const ElementId& id) const { return lookUp(m_vpcs, id.str()); }
    [[nodiscard]] Index subnetIndex(const ElementId& id) const { return lookUp(m_subnets, id.str()); }
    [[nodiscard]] static Index lookUp(const std::unordered_map<std::string, Index>& map, const std::string& id) {
        const auto at = map.find(id);
        return at == map.end() ? kNone : at->second;
    }
    [[nodiscard]] const std::vector<ElementId>& playing(std::string_view role) const;

    const topology::Topology& m_topology;
    const Reading& m_reading;
    Network m_net;
    std::map<std::string_view, std::vector<ElementId>> m_byRole;
    std::unordered_map<const catalog::Service*, Knows> m_knows;
    std::vector<bool> m_givesPublic; // by subnet
    std::unordered_map<std::string, Index> m_vpcs;
    std::unordered_map<std::string, Index> m_subnets;
    std::unordered_map<std::string, Index> m_tables;
    std::unordered_map<std::string, Index> m_acls;
    std::unordered_map<std::string, Index> m_groups;
    std::unordered_map<std::string, Place> m_routers;            // by element or link id: what a route may name
    std::map<std::string, Index> m_assumed;                      // by element
    std::unordered_map<Index, Index> m_defaults;                 // by VPC
    std::unordered_map<std::string, std::vector<Index>> m_nodes; // interfaces by element
    std::unordered_map<std::string, Index> m_balancers;
    std::unordered_map<std::string, Index> m_elasticBy; // by holder: count, for those without an address of their own
    std::vector<IpAddress> m_takenPublic;
    std::uint64_t m_nextPublic = 1;
    std::uint64_t m_nextV6 = 4;
};

// What an endpoint's target names: "com.amazonaws.eu-west-1.sqs" is "sqs".
[[nodiscard]] std::string serviceName(std::string_view target);

} // namespace sky::network
