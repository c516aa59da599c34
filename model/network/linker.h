// SPDX-License-Identifier: GPL-3.0-or-later
// The flows of one link or question of a drawing: who of the senders talks to whom of the receivers, by which way, and
// what the way needs. Used by link_walks.cpp only.
#pragma once

#include "network/balancer.h"
#include "network/ends.h"
#include "network/link_walks.h"

#include "catalog/roles.h"

#include <algorithm>
#include <unordered_map>

namespace sky::network {

// By load balancer: who calls it, found once for all of its links.
using Clients = std::unordered_map<Index, End>;

class Linker {
  public:
    Linker(const topology::Topology& topology, const Network& network, Protocol protocol, PortSet ports,
           bool portsKnown, bool whole, Clients* clients = nullptr)
        : m_topology(topology)
        , m_network(network)
        , m_protocol(protocol)
        , m_ports(std::move(ports))
        , m_portsKnown(portsKnown)
        , m_whole(whole)
        , m_clients(clients) {}

    void cross(const std::vector<Party>& from, const std::vector<Party>& to, LinkWalk& out) const {
        for (const Party& sender : from)
            for (const Party* receiver : near(sender, to)) {
                Flow flow;
                flow.from = sender.part;
                flow.to = receiver->part;
                flow.walk = between(sender, *receiver, flow.passes);
                if (!m_portsKnown) relax(flow.walk);
                if (!flow.walk.carries()) flow.passes.clear();
                out.flows.push_back(std::move(flow));
            }
    }

    void fromBalancer(Index balancer, const topology::LinkMeaning& meaning, LinkWalk& out) const {
        const Balancer& self = m_network.balancers[balancer];
        const End client = clientOf(balancer, meaning);
        const Index owner = m_network.ownerIndex(ownerOf(meaning.answerer()));
        Flow flow;
        flow.from = meaning.opener().str();
        flow.to = meaning.answerer().str();
        bool any = false;
        for (Index i = 0; i < self.listeners.size(); ++i) {
            if (meaning.listener && self.listeners.size() > *meaning.listener && *meaning.listener != i) continue;
            Walk walk = walkFromNodes(m_network, balancer, i, owner, client, {});
            if (any && !(flow.walk.verdict == Verdict::Blocked && walk.carries())) continue;
            flow.walk = std::move(walk);
            any = true;
        }
        if (!any) flow.walk = unknown(Code::XNotPlaced, {Place::Kind::Balancer, balancer});
        if (flow.walk.carries()) collect(flow.walk, flow.passes);
        out.flows.push_back(std::move(flow));
    }

    // The element whose interfaces stand for it: of a pictured instance its fleet.
    [[nodiscard]] std::string ownerOf(const ElementId& element) const {
        if (m_topology.pictures(element))
            for (const topology::Host& host : m_topology.interfaces(element)) return host.element.str();
        return element.str();
    }

  private:
    // Who calls the balancer: the first that is known. Kept for its other links, unless this one is opened by its target.
    [[nodiscard]] End clientOf(Index balancer, const topology::LinkMeaning& meaning) const {
        const bool keeps = m_clients && meaning.from == meaning.opener();
        if (keeps)
            if (const auto known = m_clients->find(balancer); known != m_clients->end()) return known->second;
        End client;
        client.place = {Place::Kind::Internet, 0};
        for (const LinkId& link : m_topology.callers(meaning.from)) {
            const std::vector<Party> parties = senders(m_topology, m_network, m_topology.meaning(link).opener());
            if (parties.empty() || parties.front().kind == Party::Kind::Balancer) continue;
            if (parties.front().kind == Party::Kind::Interface && !m_network.balancers[balancer].internetFacing)
                client.place = parties.front().place;
            client.address = parties.front().address;
            break;
        }
        if (keeps) m_clients->emplace(balancer, client);
        return client;
    }
    static Walk unknown(Code code, Place at) {
        Walk walk;
        walk.verdict = Verdict::Unknown;
        walk.code = code;
        walk.at = at;
        walk.blockers.push_back({code, at, Leg::Forward, false});
        return walk;
    }
    static Walk blocked(Code code, Place at) {
        Walk walk = unknown(code, at);
        walk.verdict = Verdict::Blocked;
        return walk;
    }
    [[nodiscard]] Place placeOf(const Party& party) const {
        if (!party.place.is(Place::Kind::None)) return party.place;
        const Index owner = m_network.ownerIndex(party.element.str());
        return owner == kNone ? Place{} : Place{Place::Kind::Owner, owner};
    }

    // Of things with one entrance per zone, a sender takes that of its own zone.
    [[nodiscard]] std::vector<const Party*> near(const Party& sender, const std::vector<Party>& to) const {
        std::vector<const Party*> all;
        for (const Party& party : to) all.push_back(&party);
        if (sender.kind != Party::Kind::Interface || to.size() < 2) return all;
        const bool perZone = std::all_of(to.begin(), to.end(), [&](const Party& party) {
            return party.kind == Party::Kind::Interface &&
                   (m_topology.plays(party.element, catalog::role::kFileSystem) ||
                    m_topology.plays(party.element, catalog::role::kEndpoint));
        });
        if (!perZone) return all;
        const auto zone = [&](const Party& party) {
            return m_network.subnets[m_network.interfaces[party.place.index].subnet].zone;
        };
        for (const Party& party : to)
            if (zone(party) == zone(sender)) return {&party};
        return all;
    }

    [[nodiscard]] Question question(const Party& sender) const {
        Question question;
        question.from.place = sender.place;
        question.from.address = sender.kind == Party::Kind::Interface ? std::nullopt : sender.address;
        question.from.owner = m_network.ownerIndex(sender.element.str());
        question.protocol = m_protocol;
        question.ports = m_ports;
        return question;
    }

    Walk ask(const Question& question, std::vector<std::string>& passes) const {
        Walk result = question.to.place.is(Place::Kind::Balancer) && !m_whole ? walkToNodes(m_network, question, {})
                                                                              : walk(m_network, question);
        collect(result, passes);
        return result;
    }

    Walk between(const Party& sender, const Party& receiver, std::vector<std::string>& passes) const {
        using Kind = Party::Kind;
        if (sender.kind == Kind::Unplaced) return unknown(Code::XNotPlaced, placeOf(sender));
        if (receiver.kind == Kind::Unplaced) return unknown(Code::XNotPlaced, placeOf(receiver));
        switch (sender.kind) {
        case Kind::Interface:
            return fromInterface(sender, receiver, passes);
        case Kind::Site:
            return fromSite(sender, receiver, passes);
        case Kind::Internet:
            return fromInternet(sender, receiver, passes);
        default:
            return fromManaged(sender, receiver, passes);
        }
    }

    Walk fromInterface(const Party& sender, const Party& receiver, std::vector<std::string>& passes) const {
        using Kind = Party::Kind;
        Question asked = question(sender);
        if (receiver.kind == Kind::Managed) {
            if (m_topology.plays(receiver.element, catalog::role::kDns)) return {}; // the VPC's own resolver answers
            if (const Index endpoint = endpointFor(sender, receiver.service); endpoint != kNone) {
                asked.to.place = {Place::Kind::Interface, endpoint};
                Walk result = ask(asked, passes);
                add(passes, m_network.owners[m_network.interfaces[endpoint].owner]);
                return result;
            }
            asked.to.place = serviceOf(receiver.service);
            if (asked.to.place.is(Place::Kind::None)) { // no endpoint or list names it: like the internet
                asked.to.place = {Place::Kind::Internet, 0};
            }
            return ask(asked, passes);
        }
        if (receiver.kind == Kind::Balancer) {
            asked.to.place = receiver.place;
            asked.toPublicAddress = m_network.balancers[receiver.place.index].internetFacing; // as its name answers
            return ask(asked, passes);
        }
        if (receiver.kind == Kind::Site) {
            if (receiver.address) {
                asked.to.address = receiver.address;
                return ask(asked, passes);
            }
            Walk best = blocked(Code::XNoWayBetween, placeOf(receiver));
            bool any = false;
            for (const Place& site : sitesOf(receiver.premises)) {
                asked.to.place = site;
                std::vector<std::string> way;
                Walk result = ask(asked, way);
                if (any && !better(result, best)) continue;
                any = true;
                best = std::move(result);
                passes = std::move(way);
            }
            return best;
        }
        if (receiver.kind == Kind::Internet) {
            asked.to = {{Place::Kind::Internet, 0}, receiver.address, kNone};
            return ask(asked, passes);
        }
        asked.to.place = receiver.place;
        return ask(asked, passes);
    }

    Walk fromInternet(const Party& sender, const Party& receiver, std::vector<std::string>& passes) const {
        if (receiver.kind != Party::Kind::Balancer && receiver.kind != Party::Kind::Interface) return {};
        Question asked = question(sender);
        asked.from.place = {Place::Kind::Internet, 0};
        if (!sender.service.empty())
            if (const Place service = serviceOf(sender.service); service.is(Place::Kind::Service))
                asked.from.address = m_network.services[service.index].address;
        asked.to.place = receiver.place;
        return ask(asked, passes);
    }

    Walk fromSite(const Party& sender, const Party& receiver, std::vector<std::string>& passes) const {
        using Kind = Party::Kind;
        if (receiver.kind != Kind::Balancer && receiver.kind != Kind::Interface) return {};
        const bool isPublic = receiver.kind == Kind::Balancer
                                  ? m_network.balancers[receiver.place.index].internetFacing
                                  : m_network.interfaces[receiver.place.index].publicV4.has_value();
        const std::vector<Place> sites = sitesOf(sender.premises);
        if (isPublic && (sites.empty() || receiver.kind == Kind::Balancer)) {
            Party anybody = sender;
            anybody.address.reset();
            return fromInternet(anybody, receiver, passes);
        }
        Walk best = blocked(Code::XNoWayBetween, placeOf(sender));
        bool any = false;
        for (const Place& site : sites) {
            Question asked = question(sender);
            asked.from.place = site;
            asked.to.place = receiver.place;
            std::vector<std::string> way;
            Walk result = ask(asked, way);
            addWays(site, way);
            if (any && !better(result, best)) continue;
            any = true;
            best = std::move(result);
            passes = std::move(way);
        }
        return best;
    }

    Walk fromManaged(const Party& sender, const Party& receiver, std::vector<std::string>& passes) const {
        using Kind = Party::Kind;
        if (receiver.kind != Kind::Balancer && receiver.kind != Kind::Interface) return {};
        if (sender.kind == Kind::Inside) { // AWS puts an interface of its own beside the target
            Walk inside;
            inside.assumed = true;
            return inside;
        }
        const bool isPublic = receiver.kind == Kind::Balancer
                                  ? m_network.balancers[receiver.place.index].internetFacing
                                  : m_network.interfaces[receiver.place.index].publicV4.has_value();
        if (!isPublic) return blocked(Code::XServiceNotInVpc, placeOf(receiver));
        return fromInternet(sender, receiver, passes);
    }

    // An unknown port passes when some port does.
    static void relax(Walk& walk) {
        if (walk.verdict != Verdict::Partial) return;
        walk.verdict = Verdict::Reachable;
        walk.assumed = true;
    }

    static int rank(const Walk& walk) {
        switch (walk.verdict) {
        case Verdict::Reachable:
            return 3;
        case Verdict::Unknown:
            return 2;
        case Verdict::Partial:
            return 1;
        case Verdict::Blocked:
            break;
        }
        return 0;
    }
    static bool better(const Walk& a, const Walk& b) {
        if (rank(a) != rank(b)) return rank(a) > rank(b);
        return rank(a) == 0 && a.hops.size() > b.hops.size(); // the one that got further says more
    }

    [[nodiscard]] std::vector<Place> sitesOf(const ElementId& premises) const {
        std::vector<Place> sites;
        const auto leadsThere = [&](const std::vector<std::string>& ways) {
            return std::any_of(ways.begin(), ways.end(), [&](const std::string& way) {
                return m_topology.placement(ElementId(way)).onPremises == premises;
            });
        };
        for (Index i = 0; i < m_network.vpnGateways.size(); ++i)
            if (leadsThere(m_network.vpnGateways[i].ways)) sites.push_back({Place::Kind::VpnGateway, i});
        for (Index i = 0; i < m_network.attachments.size(); ++i)
            if (m_network.attachments[i].vpc == kNone && leadsThere(m_network.attachments[i].ways))
                sites.push_back({Place::Kind::Attachment, i});
        return sites;
    }

    [[nodiscard]] Place serviceOf(const std::string& name) const {
        for (Index i = 0; i < m_network.services.size(); ++i)
            if (m_network.services[i].name == name) return {Place::Kind::Service, i};
        return {};
    }

    // An interface endpoint of the sender's VPC whose private name stands for the service's.
    [[nodiscard]] Index endpointFor(const Party& sender, const std::string& name) const {
        const Place service = serviceOf(name);
        if (service.is(Place::Kind::None)) return kNone;
        const Interface& from = m_network.interfaces[sender.place.index];
        Index found = kNone;
        for (const Index i : m_network.endpoints()) {
            const Interface& each = m_network.interfaces[i];
            if (each.service != service.index || m_network.vpcOf(each) != m_network.vpcOf(from)) continue;
            const ElementId element(m_network.owners[each.owner]);
            if (!m_topology.property(element, "privateDns").flag().value_or(true)) continue;
            if (m_network.subnets[each.subnet].zone == m_network.subnets[from.subnet].zone) return i;
            if (found == kNone) found = i;
        }
        return found;
    }

    static void add(std::vector<std::string>& passes, const std::string& id) {
        const auto at = std::lower_bound(passes.begin(), passes.end(), id);
        if (at == passes.end() || *at != id) passes.insert(at, id);
    }
    void addWays(Place place, std::vector<std::string>& passes) const {
        if (place.is(Place::Kind::VpnGateway))
            for (const std::string& way : m_network.vpnGateways[place.index].ways) add(passes, way);
        if (place.is(Place::Kind::Attachment))
            for (const std::string& way : m_network.attachments[place.index].ways) add(passes, way);
    }
    void collect(const Walk& walk, std::vector<std::string>& passes) const {
        using Kind = Place::Kind;
        Index last = kNone;
        for (const Hop& hop : walk.hops)
            if (hop.leg == Leg::Forward && hop.place.is(Kind::Interface)) last = hop.place.index;
        bool first = true;
        for (const Hop& hop : walk.hops) {
            switch (hop.place.kind) {
            case Kind::InternetGateway:
            case Kind::Nat:
            case Kind::Peering:
            case Kind::TransitGateway:
            case Kind::Attachment:
            case Kind::VpnGateway:
            case Kind::GatewayEndpoint:
                add(passes, m_network.idOf(hop.place));
                addWays(hop.place, passes);
                break;
            case Kind::Interface: { // an appliance on the way
                const Interface& each = m_network.interfaces[hop.place.index];
                if (!first && hop.place.index != last && each.balancer == kNone && hop.leg == Leg::Forward &&
                    each.owner != kNone)
                    add(passes, m_network.owners[each.owner]);
                break;
            }
            default:
                break;
            }
            first = false;
        }
    }

    const topology::Topology& m_topology;
    const Network& m_network;
    Protocol m_protocol;
    PortSet m_ports;
    bool m_portsKnown;
    bool m_whole;       // load balancers with their targets
    Clients* m_clients; // null: nobody keeps them
};

// walkLink() for one of many.
[[nodiscard]] LinkWalk walkLink(const topology::Topology& topology, const Network& network, const LinkId& id,
                                Clients& clients);

} // namespace sky::network
