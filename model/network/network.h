// SPDX-License-Identifier: GPL-3.0-or-later
// The network that packets walk: VPCs, subnets, tables, lists, groups, interfaces and gateways as flat arrays that name
// each other by index. Independent of drawings: made by networkOf() (network/network_of.h), or by hand as the case
// programs do. Fill the arrays, call seal() once, then only read; a sealed network is read from any thread.
#pragma once

#include "base/cidr.h"
#include "network/place.h"
#include "network/ports.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sky::network {

struct Zone {
    std::string region;
    std::string letter;
};

struct Vpc {
    std::string id;
    std::string region;
    std::vector<Cidr> cidrs; // of both families
    Index internetGateway = kNone;
    Index mainTable = kNone; // none: AWS's implied one, local routes only
    enum class PublicAccess : std::uint8_t { Open, IngressBlocked, Blocked } publicAccess = PublicAccess::Open;
};

struct Subnet {
    std::string id;
    Index vpc = kNone;
    Index zone = kNone; // of Network::zones
    std::vector<Cidr> cidrs;
    Index table = kNone; // none: the VPC's main one
    Index acl = kNone;   // none: allows all
};

struct Route {
    Cidr to;
    Index prefixList = kNone; // instead of `to`
    Place target;             // Vpc: local; None: nobody knows; Missing: it is gone
    bool propagated = false;
    bool blackhole = false;
    std::uint32_t row = 0; // as drawn
};
struct Table {
    std::string id;
    std::vector<Route> routes;
    struct Entry {
        Cidr to;
        std::uint8_t rank = 0; // among equal blocks: static, by prefix list, propagated
        Index route = kNone;
    };
    std::vector<Entry> entries; // made by seal(): the first that matches is taken
};
struct PrefixList {
    std::string id;
    std::vector<Cidr> cidrs;
};

struct AclRule {
    std::int32_t number = 100;
    bool allow = true;
    Protocol protocol;
    PortRange ports;
    Cidr peer;
};
struct Acl {
    std::string id;
    std::vector<AclRule> in;
    std::vector<AclRule> out;
};

struct GroupRule {
    enum class Peer : std::uint8_t { Block, Group, List, Owner };
    Protocol protocol;
    PortRange ports;
    Peer peer = Peer::Block;
    Cidr block;
    Index index = kNone; // group, prefix list or owner
};
struct Group { // a security group
    std::string id;
    Index vpc = kNone;
    std::vector<GroupRule> in;
    std::vector<GroupRule> out;
    bool allOut = false;  // no rules of its own for that direction: everything may leave
    bool assumed = false; // stands for the groups that a drawing leaves unset; `id` is the element's
};

struct Interface {
    std::string id;      // of the node, or of a part: "web/i-3"; of a load balancer's node "lb@subnet"
    Index owner = kNone; // of Network::owners: the element it belongs to
    Index subnet = kNone;
    std::optional<IpAddress> v4;
    std::optional<IpAddress> v6;
    std::optional<IpAddress> publicV4;
    std::vector<Index> groups; // none: unfiltered
    bool sourceDestCheck = true;
    bool translates = false; // an appliance that puts its own address in place of the sender's
    PortRange clientPorts = kLinuxClients;
    Index balancer = kNone; // it is a node of this one
    Index service = kNone;  // it is an interface endpoint of this one
    bool standby = false;   // answers nothing until it is promoted
};

struct InternetGateway {
    std::string id;
    Index vpc = kNone; // none: detached
    bool egressOnly = false;
    Index ingressTable = kNone; // a route table that what comes in from the internet follows
};
struct Nat {
    std::string id;
    bool regional = false;
    bool isPublic = true;
    Index vpc = kNone;
    Index subnet = kNone;
    std::vector<Index> zones; // of a regional one
    std::optional<IpAddress> address;
    std::optional<IpAddress> publicAddress;
    Index table = kNone; // of a regional one: its own; none: local routes and the internet gateway
};
struct Peering {
    std::string id;
    Index a = kNone;
    Index b = kNone;
    bool active = true;
};
struct TransitRoute {
    Cidr to;
    Index attachment = kNone; // none: gone
    bool propagated = false;
    bool blackhole = false;
    std::uint32_t row = 0;
};
struct TransitTable {
    std::string id;
    Index gateway = kNone;
    std::vector<TransitRoute> routes;
};
struct Attachment { // of a VPC, or of a site through VPN or Direct Connect
    std::string id;
    Index gateway = kNone;
    Index vpc = kNone;
    std::vector<Index> subnets;
    Index table = kNone; // associated; none: missing
    bool referencing = false;
    bool active = true;
    std::vector<Cidr> site;        // of a site: what lies behind it
    std::vector<std::string> ways; // ids of the links and gateways beyond it that carry its packets
};
struct TransitGateway {
    std::string id;
    bool referencing = true;
    std::vector<Index> attachments;
};
struct VpnGateway {
    std::string id;
    Index vpc = kNone;
    bool active = true;
    std::vector<Cidr> site;
    std::vector<std::string> ways;
};
struct GatewayEndpoint {
    std::string id;
    Index vpc = kNone;
    Index service = kNone;
    std::string region;
};

struct Listener {
    bool tcp = true;
    bool udp = false;
    std::uint16_t port = 0;
    bool targetTcp = true;
    bool targetUdp = false;
    std::uint16_t targetPort = 0;
    enum class Targets : std::uint8_t { Instance, Address, Balancer, Function } type = Targets::Instance;
    struct Target {
        Place place; // interface, balancer, service or owner (a function); None: the address, or nobody knows where
        std::optional<IpAddress> address; // of what stands elsewhere
        std::uint16_t port = 0;           // its own; 0: the listener's target port
        Index owner = kNone;              // whose it is, where the place does not tell
    };
    std::vector<Target> targets; // in the order given
    bool answers = false;        // itself (a redirect, a fixed response): needs no target
};
struct Balancer {
    std::string id;
    Index owner = kNone;
    enum class Kind : std::uint8_t { Application, Network, Gateway, Classic } kind = Kind::Application;
    bool internetFacing = true;
    std::vector<Index> nodes; // interfaces, one per subnet
    bool crossZone = true;
    std::optional<bool> preserve; // the client's address; unset: as AWS does by itself
    std::vector<Listener> listeners;
};

// A service of AWS outside all VPCs. One address stands for all of its.
struct Service {
    std::string name; // "s3"
    IpAddress address;
    Cidr block; // the public range it lies in
};

class Network {
  public:
    std::vector<std::string> owners; // element ids
    std::vector<Zone> zones;
    std::vector<Vpc> vpcs;
    std::vector<Subnet> subnets;
    std::vector<Table> tables;
    std::vector<PrefixList> prefixLists;
    std::vector<Acl> acls;
    std::vector<Group> groups;
    std::vector<Interface> interfaces;
    std::vector<InternetGateway> internetGateways;
    std::vector<Nat> nats;
    std::vector<Peering> peerings;
    std::vector<TransitGateway> transitGateways;
    std::vector<Attachment> attachments;
    std::vector<TransitTable> transitTables;
    std::vector<VpnGateway> vpnGateways;
    std::vector<GatewayEndpoint> gatewayEndpoints;
    std::vector<Balancer> balancers;
    std::vector<Service> services;

    [[nodiscard]] Index ownerNamed(std::string_view id); // enters it when it is new
    [[nodiscard]] Index zoneNamed(std::string_view region, std::string_view letter);
    [[nodiscard]] Index serviceNamed(std::string_view name);
    [[nodiscard]] Index prefixListNamed(std::string_view id); // "pl-s3" is the range of that service

    // Sorts rules and routes and makes the indexes below. Everything that follows needs it.
    void seal();

    // Whether places of one mean the same in the other: equal things under equal indexes, whatever their rules say.
    [[nodiscard]] bool hasShapeOf(const Network& other) const;

    [[nodiscard]] std::string idOf(Place place) const; // "internet" of the internet
    struct Holder {                                    // of an address
        Index interface = kNone;
        Index nat = kNone;
        [[nodiscard]] bool none() const { return interface == kNone && nat == kNone; }
    };
    [[nodiscard]] Holder holderIn(Index vpc, IpAddress address) const;
    [[nodiscard]] Holder publicHolder(IpAddress address) const; // also of IPv6 addresses, which are all public
    [[nodiscard]] Index serviceAt(IpAddress address) const;
    [[nodiscard]] bool holds(Index vpc, IpAddress address) const; // in one of its blocks
    [[nodiscard]] Index attachmentOf(Index transitGateway, Index vpc) const;
    [[nodiscard]] Index vpcOf(const Interface& interface) const { return subnets[interface.subnet].vpc; }
    [[nodiscard]] bool arePeered(Index vpcA, Index vpcB) const;              // by an active peering
    [[nodiscard]] const std::vector<Index>& interfacesOf(Index owner) const; // by index
    [[nodiscard]] const std::vector<Index>& endpoints() const {
        return m_endpoints;
    }                                                          // interfaces that stand for services
    [[nodiscard]] Index ownerIndex(std::string_view id) const; // none: unknown
    [[nodiscard]] Place find(std::string_view id) const; // interface, balancer, gateway … of that id; None: unknown

  private:
    struct AddressHash {
        std::size_t operator()(const std::pair<Index, IpAddress>& key) const noexcept;
    };
    std::unordered_map<std::pair<Index, IpAddress>, Holder, AddressHash> m_private;
    std::unordered_map<std::pair<Index, IpAddress>, Holder, AddressHash> m_public; // VPC kNone
    std::unordered_map<std::string, Index> m_owners;
    std::unordered_map<std::string, Place> m_places;
    std::vector<std::vector<Index>> m_interfacesOfOwner;
    std::vector<Index> m_endpoints;
    std::unordered_map<std::string, Index> m_zones; // "region/letter"
};

} // namespace sky::network
