// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of topology/ as plain values. Each says where it comes from, so that nobody mistakes an assumption for
// what the user drew; ids in them lead back to the things that decide. Texts are canonical as in catalog/value.h.
#pragma once

#include "base/ids.h"
#include "base/quantity.h"
#include "catalog/catalog.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sky::topology {

enum class Origin : std::uint8_t {
    Set,     // the user said so
    Default, // the catalog's default for an unset property
    Assumed, // taken by the rules of a drawing: an assigned address, "admits what the links need"
    Unset,   // nobody knows
};

template <class T>
struct Setting {
    T value{};
    Origin origin = Origin::Unset;
    [[nodiscard]] bool known() const { return origin != Origin::Unset; }
    friend bool operator==(const Setting&, const Setting&) = default;
};

// A property as it takes effect. The value lives in the topology's diagram or in the catalog; null when Unset.
struct Effective {
    const catalog::Value* value = nullptr;
    Origin origin = Origin::Unset;
    const catalog::Property* property = nullptr; // null: the catalog has no such property for this service
    bool applies = true; // false: has no meaning beside the other properties (IOPS of a volume type without them)

    [[nodiscard]] const std::string* text() const { return value ? std::get_if<std::string>(value) : nullptr; }
    [[nodiscard]] std::optional<Quantity> quantity() const;
    [[nodiscard]] std::optional<bool> flag() const;
    [[nodiscard]] const std::string* reference() const; // the id
    [[nodiscard]] const catalog::Records* records() const {
        return value ? std::get_if<catalog::Records>(value) : nullptr;
    }
    [[nodiscard]] const catalog::List* list() const { return value ? std::get_if<catalog::List>(value) : nullptr; }
};

// An availability zone. Boxes of equal region code and letter are one zone, however often they are drawn.
struct Zone {
    std::string region; // code; empty: unknown
    std::string letter; // "a"; empty: unknown
    std::string domain; // "az:ap-northeast-2a"; with an '@' and the deciding element's id while something is unset
    friend auto operator<=>(const Zone&, const Zone&) = default;
    friend bool operator==(const Zone&, const Zone&) = default;
};

// Where a thing is: by its parents, else by its own properties, else by what it is attached to. Empty: nowhere such.
struct Placement {
    ElementId account;
    ElementId region;
    std::string regionCode; // of the region box, else of what zone or code says
    ElementId zoneBox;
    ElementId vpc;
    ElementId subnet;
    ElementId onPremises;
    std::optional<Zone> zone; // it is in this one zone
    std::vector<Zone>
        spannedZones;      // those of `spans` (its own, or of what it stands in), in the order given, each once
    ElementId holder;      // what it is attached to
    bool byHolder = false; // the placement is the holder's
    friend bool operator==(const Placement&, const Placement&) = default;
};

enum class DomainKind : std::uint8_t { Zone, Vpc, Region };
struct Domain { // what a thing dies with
    DomainKind kind = DomainKind::Zone;
    std::string key; // "az:ap-northeast-2a", "vpc:ID", "region:ap-northeast-2"
    friend auto operator<=>(const Domain&, const Domain&) = default;
    friend bool operator==(const Domain&, const Domain&) = default;
};

enum class PartKind : std::uint8_t {
    Whole,    // the element itself: it has no parts
    Node,     // one per zone of a spanning thing: "alb/a"
    Instance, // of a fleet: "web/i-3"
    Primary,  // of a database
    Standby,  // answers nothing until it is promoted
    Reader,   // a copy that answers reads and can be promoted
};
struct Part {
    std::string id;   // "web/i-3"; of a whole thing the element's id
    std::string name; // "i-3"; empty for a whole thing
    ElementId element;
    PartKind kind = PartKind::Whole;
    ElementId subnet; // empty: in no subnet, or unknown
    std::optional<Zone> zone;
    ElementId picturedBy; // the box that pictures this instance of a fleet
    friend bool operator==(const Part&, const Part&) = default;
};

// Effective configuration of a subnet.
enum class TableFrom : std::uint8_t { Own, Main, Implied };
struct RouteTableChoice {
    ElementId table; // empty: AWS's implied main table, which has the local route only
    TableFrom from = TableFrom::Implied;
    friend bool operator==(const RouteTableChoice&, const RouteTableChoice&) = default;
};
struct NetworkAclChoice {
    ElementId acl; // empty: AWS's default one, which allows all; Default: the VPC's default one, as drawn
    Origin origin = Origin::Assumed;
    friend bool operator==(const NetworkAclChoice&, const NetworkAclChoice&) = default;
};

enum class RouteTarget : std::uint8_t {
    Unset,   // the row names no target
    Missing, // it names something that is not there
    Local,
    InternetGateway,
    EgressOnlyGateway,
    Nat,
    VpnGateway,
    TransitGateway,
    Endpoint,
    Peering,   // a peering link
    VpnLink,   // a vpn or direct-connect link
    Interface, // an instance or network interface
    Other,     // something that cannot be a target
};
struct Route {
    std::size_t row = 0; // in the table's `routes`
    std::string to;      // a CIDR, or what the row says
    std::string via;     // element or link id, or "local"
    RouteTarget target = RouteTarget::Unset;
    ElementId targetVpc; // where a gateway or NAT stands
    friend bool operator==(const Route&, const Route&) = default;
};

enum class Exposure : std::uint8_t { Public, Egress, Isolated };
enum class ExposureReason : std::uint8_t {
    ToInternetGateway,     // row `route` sends everything to an internet gateway of the subnet's VPC
    ToNat,                 // … to a NAT gateway
    ToEgressOnlyGateway,   // … to an egress-only gateway
    NoDefaultRoute,        // the table has no route for 0.0.0.0/0 or ::/0
    NoTable,               // no table set and the VPC has no main one: local routes only
    GatewayOfAnotherVpc,   // … to an internet gateway that is not attached to the subnet's VPC
    DefaultRouteElsewhere, // … to something else (an appliance, a transit gateway, a VPN)
    TargetMissing,         // … to nothing, or to what is not there
};
struct SubnetExposure {
    Exposure exposure = Exposure::Isolated;
    ExposureReason reason = ExposureReason::NoTable;
    RouteTableChoice table;
    std::optional<Route> route; // the row that decides
    friend bool operator==(const SubnetExposure&, const SubnetExposure&) = default;
};

// Security groups that filter an element. None in the drawing: assumed to admit what the drawn links need.
struct SecurityGroupChoice {
    std::vector<ElementId> groups;   // in the order given
    Origin origin = Origin::Assumed; // Default: those of the fleet whose instance it pictures
    ElementId through;               // that fleet
    friend bool operator==(const SecurityGroupChoice&, const SecurityGroupChoice&) = default;
};

// A CIDR block or address of a thing; set by the user or assigned for the sake of the drawing, never stored.
using AddressSetting = Setting<std::string>;

struct Host {         // a network interface in a subnet
    std::string part; // part id
    ElementId element;
    AddressSetting address; // unset when the subnet is full or has no IPv4 block
    friend bool operator==(const Host&, const Host&) = default;
};

enum class LinkEnd : std::uint8_t { From, To };
enum class LinkRole : std::uint8_t { Primary, Secondary };

// What a link means, whole.
struct LinkMeaning {
    LinkId id;
    Setting<catalog::LinkKind> kind;
    ElementId from;
    ElementId to;
    Setting<LinkEnd> opens;              // which end opens the connection
    bool carriesRequests = false;        // traffic or event between two things that exist
    Setting<std::string> port;           // "443"
    Setting<std::string> protocol;       // "https", "tcp"
    std::optional<std::size_t> listener; // row of the load balancer's `listeners` this link leaves
    Origin listenerOrigin = Origin::Unset;
    std::optional<std::size_t> targetListener; // row of the target's `listeners` that takes the connection
    Setting<Quantity> calls;
    Setting<Quantity> share;
    Setting<bool> wait;
    Setting<bool> need;
    Setting<LinkRole> role;
    LinkId fallback; // called only when this one misses or fails

    [[nodiscard]] const ElementId& opener() const { return opens.value == LinkEnd::From ? from : to; }
    [[nodiscard]] const ElementId& answerer() const { return opens.value == LinkEnd::From ? to : from; }
};

} // namespace sky::topology
