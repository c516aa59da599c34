// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about sets: what can the internet reach, what can reach this database. Interfaces in one subnet with equal
// groups are one class and are walked once; answers are remembered as long as the object lives. Not for two threads.
#pragma once

#include "network/walk.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace sky::network {

struct Reached {
    Index interface = kNone;
    PortSet ports; // TCP or UDP ports that are reached, of those asked for
    bool assumed = false;
    friend bool operator==(const Reached&, const Reached&) = default;
};

class Reach {
  public:
    explicit Reach(const Network& network, const Options& options = {}); // the network must outlive it

    // Ports of an interface or balancer that the sender reaches, of those asked for; cut where rules cut.
    [[nodiscard]] PortSet ports(const End& from, Place to, Protocol protocol, PortRange among = kAllPorts);
    [[nodiscard]] bool reaches(const End& from, Place to, Protocol protocol, std::uint16_t port);

    [[nodiscard]] std::vector<Reached> fromInternet(Protocol protocol = kTcp, PortRange among = kAllPorts);
    struct Source { // a class of senders that reaches it; the internet and sites have no interfaces
        Place place;
        std::vector<Index> interfaces; // all of the class
        PortSet ports;
    };
    [[nodiscard]] std::vector<Source> whoReaches(Place to, Protocol protocol = kTcp, PortRange among = kAllPorts);

  private:
    // Subnet, groups, has a public IPv4, has IPv6, stands for itself, interface or owner where those matter.
    using Class = std::tuple<Index, std::vector<Index>, bool, bool, bool, Index>;
    [[nodiscard]] Index classOf(Index interface);

    const Network& m_network;
    Options m_options;
    bool m_assumes; // some groups are assumed: it matters whose an interface is
    std::map<Class, Index> m_classes;
    std::vector<Index> m_classOfInterface;
    struct Key {
        Place from;
        Place to;
        std::int16_t protocol;
        std::uint16_t port;
        auto tie() const { return std::make_tuple(from.kind, from.index, to.kind, to.index, protocol, port); }
        friend bool operator<(const Key& a, const Key& b) { return a.tie() < b.tie(); }
    };
    std::map<Key, bool> m_answers;
};

} // namespace sky::network
