// SPDX-License-Identifier: GPL-3.0-or-later
// From a question to its walk: what the ends are, which addresses are meant, and load balancers aside.
#include "network/walk.h"

#include "network/balancer.h"
#include "network/packet.h"

#include "base/ensure.h"

namespace sky::network {
namespace {

using Kind = Place::Kind;

// Addresses of documentation blocks (RFC 5737, RFC 3849) stand for everybody on the internet.
constexpr IpAddress kClient4{IpFamily::V4, 0, 0xC6336407u};            // 198.51.100.7
constexpr IpAddress kHost4{IpFamily::V4, 0, 0xCB007150u};              // 203.0.113.80
constexpr IpAddress kClient6{IpFamily::V6, 0x20010DB800000000u, 0x7u}; // 2001:db8::7
constexpr IpAddress kHost6{IpFamily::V6, 0x20010DB800000000u, 0x80u};  // 2001:db8::80
constexpr IpAddress kService6{IpFamily::V6, 0x20010DB800000001u, 0x1u};

const Cidr* firstOf(const std::vector<Cidr>& blocks, IpFamily family) {
    for (const Cidr& block : blocks)
        if (block.family() == family) return &block;
    return nullptr;
}

const std::vector<Cidr>* siteOf(const Network& network, Place place) {
    if (place.is(Kind::VpnGateway)) return &network.vpnGateways[place.index].site;
    if (place.is(Kind::Attachment)) return &network.attachments[place.index].site;
    return nullptr;
}

Walk unknown(Code code, Place at) {
    Walk walk;
    walk.verdict = Verdict::Unknown;
    walk.code = code;
    walk.at = at;
    walk.blockers.push_back({code, at, Leg::Forward, false});
    return walk;
}

bool has(const Network& network, const End& end, IpFamily family, bool isTarget) {
    if (end.address) return end.address->family == family;
    if (end.place.is(Kind::Interface)) {
        const Interface& interface = network.interfaces[end.place.index];
        return family == IpFamily::V4 ? interface.v4.has_value() : interface.v6.has_value();
    }
    if (const auto* site = siteOf(network, end.place))
        return family == IpFamily::V4 || firstOf(*site, family) != nullptr;
    return isTarget || end.place.is(Kind::Internet);
}

IpFamily familyOf(const Network& network, const Question& question) {
    if (question.family) return *question.family;
    if (question.from.address) return question.from.address->family;
    if (question.to.place.is(Kind::None) && question.to.address) return question.to.address->family;
    const bool v4 = has(network, question.from, IpFamily::V4, false) && has(network, question.to, IpFamily::V4, true);
    const bool v6 = has(network, question.from, IpFamily::V6, false) && has(network, question.to, IpFamily::V6, true);
    return !v4 && v6 ? IpFamily::V6 : IpFamily::V4;
}

bool isKnown(const Network& network, Place place) {
    switch (place.kind) {
    case Kind::Internet:
        return true;
    case Kind::Interface:
        return place.index < network.interfaces.size();
    case Kind::Balancer:
        return place.index < network.balancers.size();
    case Kind::Service:
        return place.index < network.services.size();
    case Kind::VpnGateway:
        return place.index < network.vpnGateways.size();
    case Kind::Attachment:
        return place.index < network.attachments.size();
    default:
        return false;
    }
}

} // namespace

std::string_view name(Verdict verdict) {
    switch (verdict) {
    case Verdict::Reachable:
        return "reachable";
    case Verdict::Partial:
        return "partial";
    case Verdict::Blocked:
        return "blocked";
    case Verdict::Unknown:
        return "unknown";
    }
    return {};
}

std::string_view name(Leg leg) {
    return leg == Leg::Forward ? "forward" : "return";
}

std::vector<Place> Walk::path() const {
    std::vector<Place> path;
    for (const Hop& hop : hops)
        if (hop.leg == Leg::Forward) path.push_back(hop.place);
    return path;
}

IpAddress clientAddress(const Network& network, const End& from, IpFamily family) {
    if (from.address) return *from.address;
    if (const auto* site = siteOf(network, from.place))
        if (const Cidr* block = firstOf(*site, family)) return addressAt(*block, 10).value_or(block->network);
    return family == IpFamily::V4 ? kClient4 : kClient6;
}

std::optional<FlowEnds> endsOf(const Network& network, const Question& question) {
    const IpFamily family = familyOf(network, question);
    FlowEnds ends;
    ends.from = question.from.place;
    ends.owner = question.from.owner;
    if (question.from.place.is(Kind::Interface)) {
        ends.fromAddress = question.from.address;
        const Interface& interface = network.interfaces[question.from.place.index];
        if (!question.from.address && !(family == IpFamily::V4 ? interface.v4 : interface.v6)) return std::nullopt;
    } else {
        ends.fromAddress = clientAddress(network, question.from, family);
    }
    ends.to = question.to.place;
    switch (question.to.place.kind) {
    case Kind::Interface: {
        const Interface& interface = network.interfaces[question.to.place.index];
        const bool isPublic = question.toPublicAddress || question.from.place.is(Kind::Internet);
        const std::optional<IpAddress> address = family == IpFamily::V6 ? interface.v6
                                                 : isPublic             ? interface.publicV4
                                                                        : interface.v4;
        // Without the address there is none to send to; from the internet the gateway says so.
        if (!address && !question.from.place.is(Kind::Internet)) return std::nullopt;
        ends.toAddress = address.value_or(IpAddress{family, 0, 0});
        break;
    }
    case Kind::Internet:
        ends.toAddress = question.to.address.value_or(family == IpFamily::V4 ? kHost4 : kHost6);
        break;
    case Kind::Service:
        ends.toAddress = family == IpFamily::V4 ? network.services[question.to.place.index].address : kService6;
        break;
    default:
        ends.to = {};
        if (const auto* site = siteOf(network, question.to.place)) {
            const Cidr* block = firstOf(*site, family);
            ends.toSite = true;
            if (!question.to.address && !block) return std::nullopt;
            ends.toAddress =
                question.to.address ? *question.to.address : addressAt(*block, 10).value_or(block->network);
        } else if (question.to.address) {
            ends.toAddress = *question.to.address;
        } else {
            return std::nullopt;
        }
    }
    return ends;
}

Walk walk(const Network& network, const Question& question, const Options& options) {
    const Place from = question.from.place;
    const Place to = question.to.place;
    if (!isKnown(network, from) || from.is(Kind::Balancer) || from.is(Kind::Service))
        return unknown(Code::XNotPlaced, from);
    if (!(to.is(Kind::None) && question.to.address) && !isKnown(network, to)) return unknown(Code::XNotPlaced, to);
    if (to.is(Kind::Balancer)) return walkToBalancer(network, question, options);

    const std::optional<FlowEnds> ends = endsOf(network, question);
    Walk out;
    if (!ends) { // no address of the family at one of the ends
        out.verdict = Verdict::Blocked;
        out.code = Code::NoPossibleDestination;
        out.at = to.is(Kind::None) ? from : to;
        out.blockers.push_back({out.code, out.at, Leg::Forward, false});
        out.hops.push_back({from, Leg::Forward});
        return out;
    }
    Courier courier(network, options, out);
    courier.run(*ends, question.protocol, question.ports);
    return out;
}

} // namespace sky::network
