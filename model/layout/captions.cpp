// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/captions.h"

#include "base/text_width.h"
#include "catalog/roles.h"
#include "layout/metrics.h"

#include <algorithm>

namespace sky::layout {
namespace {

namespace role = catalog::role;
using catalog::Trait;
using diagram::Element;
using topology::Topology;

bool isWhole(std::string_view name) {
    const auto lines = wrapText(name, kBorderCaption, 2, 12, FontWeight::Bold);
    return std::none_of(lines.begin(), lines.end(),
                        [](const std::string& line) { return line.find("…") != std::string::npos; });
}

// "Virtual private gateway" beside a border only where it is written out, else "VPN gateway".
Text gatewayName(const catalog::Service& service) {
    const bool fits = isWhole(service.name.en) && isWhole(service.name.ko);
    return fits || service.shortName.empty() ? service.name : service.shortName;
}

// "Amazon EC2" where it fits below a tile, else "EC2".
Text kindOf(const catalog::Service& service) {
    const bool fits =
        textWidth(service.name.en, 11) <= kCaptionWidth && textWidth(service.name.ko, 11) <= kCaptionWidth;
    return fits || service.shortName.empty() ? service.name : service.shortName;
}

// The size somebody chose from a table of types ("m6i.large"); for an instance of a fleet, the fleet's.
std::string chosenSize(const Topology& topology, const Element& element) {
    const catalog::Service* service = topology.catalog().find(element.service);
    if (!service) return {};
    for (const catalog::Property& property : service->properties)
        if (!property.table.empty() && property.table != "regions")
            if (const std::string* value = element.properties.text(property.key)) return *value;
    if (!topology.pictures(element.id)) return {};
    for (const ElementId& group : element.groups) {
        const Element* fleet = topology.diagram().element(group);
        if (fleet && topology.plays(group, role::kFleet)) return chosenSize(topology, *fleet);
    }
    return {};
}

std::optional<std::int64_t> number(const Topology& topology, const Element& element, std::string_view key) {
    const std::optional<Quantity> quantity = topology.property(element.id, key).quantity();
    return quantity ? std::optional(quantity->amount) : std::nullopt;
}

Text fleetSize(const Topology& topology, const Element& element) {
    const auto least = number(topology, element, "min");
    const auto most = number(topology, element, "max");
    if (!least || !most) return {};
    const std::int64_t desired = number(topology, element, "desired").value_or(*least);
    return say("{1} of {2}–{3}", "{2}–{3}대 중 {1}대", desired, *least, *most);
}

Text zoneName(const Topology& topology, const Element& element) {
    const auto zone = topology.placement(element.id).zone;
    if (!zone || zone->letter.empty()) return say("Availability Zone", "가용 영역");
    return say("Availability Zone {}", "가용 영역 {}", zone->region + zone->letter);
}

Text subnetName(const Topology& topology, const Element& element) {
    return topology.exposure(element.id).exposure == topology::Exposure::Public
               ? say("Public subnet", "퍼블릭 서브넷")
               : say("Private subnet", "프라이빗 서브넷");
}

Text setAddress(const Topology& topology, const Element& element) {
    const topology::AddressSetting cidr = topology.cidr(element.id);
    return cidr.origin == topology::Origin::Set ? Text{cidr.value, {}} : Text{};
}

} // namespace

bool isGateway(const catalog::Service& service) {
    return service.plays(role::kInternetGateway) || service.plays(role::kEgressOnlyGateway) ||
           service.plays(role::kVpnGateway);
}

Caption captionTextOf(const Topology& topology, const Element& element) {
    const catalog::Service* service = topology.catalog().find(element.service);
    const bool named = !element.name.empty();
    Caption caption{element.name, {}};
    if (!service) {
        (named ? caption.detail : caption.name) = Text{element.service, {}};
    } else if (service->plays(role::kZone)) {
        (named ? caption.detail : caption.name) = zoneName(topology, element);
    } else if (service->plays(role::kRegion)) {
        const std::string& code = topology.placement(element.id).regionCode;
        const catalog::Region* region = topology.catalog().region(code);
        if (!named) caption.name = region ? region->name : service->name;
        caption.detail = {code, {}};
    } else if (service->plays(role::kSubnet)) {
        if (!named) caption.name = subnetName(topology, element);
        caption.detail = setAddress(topology, element);
    } else if (service->plays(role::kVpc)) {
        if (!named) caption.name = service->name;
        caption.detail = setAddress(topology, element);
    } else if (service->plays(role::kFleet)) {
        if (!named) caption.name = service->name;
        caption.detail = fleetSize(topology, element);
    } else {
        const bool onBorder = isGateway(*service) && topology.plays(element.parent, role::kVpc);
        if (!named) caption.name = onBorder ? gatewayName(*service) : service->name;
        if (service->is(Trait::Container) || service->is(Trait::Annotation)) return caption;
        caption.detail = {chosenSize(topology, element), {}};
        if (caption.detail.empty() && named) caption.detail = kindOf(*service);
    }
    return caption;
}

} // namespace sky::layout
