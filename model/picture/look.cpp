// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/look.h"

#include "catalog/roles.h"

namespace sky::picture {
namespace {

namespace role = catalog::role;
using catalog::Trait;
using diagram::Element;
using topology::Exposure;
using topology::Topology;

constexpr Color kGrey = rgb(0x7D8998);
constexpr Color kAccount = rgb(0xE7157B);
constexpr Color kPublicSubnet = rgb(0x7AA116);
constexpr Color kPrivateSubnet = rgb(0x00A4A6);

Color categoryColor(const Topology& topology, const catalog::Service* service) {
    if (!service) return kGrey;
    const catalog::Category* category = topology.catalog().category(service->category);
    return category ? parseColor(category->color).value_or(kGrey) : kGrey;
}

// Engines and modes have glyphs of their own: the first choice property whose value names one is taken by the icon set.
std::string variantOf(const catalog::Service& service, const Element& element) {
    for (const catalog::Property& property : service.properties) {
        if (property.type != catalog::PropertyType::Choice || !property.table.empty() || property.list) continue;
        if (property.key != "engine" && property.key != "type" && property.key != "mode") continue;
        if (const std::string* value = element.properties.text(property.key)) return *value;
    }
    return {};
}

std::string serviceName(const catalog::Service* service, const Element& element, Language language) {
    return service ? service->name.in(language) : element.service;
}

// The size somebody chose from a table of types: "m6i.large".
std::string chosenSize(const catalog::Service& service, const Element& element) {
    for (const catalog::Property& property : service.properties)
        if (!property.table.empty() && property.table != "regions")
            if (const std::string* value = element.properties.text(property.key)) return *value;
    return {};
}

std::optional<std::int64_t> number(const Topology& topology, const Element& element, std::string_view key) {
    const std::optional<Quantity> quantity = topology.property(element.id, key).quantity();
    return quantity ? std::optional(quantity->amount) : std::nullopt;
}

std::string fleetDetail(const Topology& topology, const Element& element, Language language) {
    const auto least = number(topology, element, "min");
    const auto most = number(topology, element, "max");
    const auto desired = number(topology, element, "desired");
    if (!least || !most) return {};
    return say("{} of {}–{}", "{}–{}대 중 {}대", language == Language::Korean ? *least : desired.value_or(*least),
               language == Language::Korean ? *most : *least,
               language == Language::Korean ? desired.value_or(*least) : *most)
        .in(language);
}

std::string zoneName(const Topology& topology, const Element& element, Language language) {
    const std::string word = say("Availability Zone", "가용 영역").in(language);
    const auto zone = topology.placement(element.id).zone;
    if (!zone || zone->letter.empty()) return word;
    return word + ' ' + zone->region + zone->letter;
}

std::string setAddress(const Topology& topology, const Element& element) {
    const topology::AddressSetting cidr = topology.cidr(element.id);
    return cidr.origin == topology::Origin::Set ? cidr.value : std::string();
}

} // namespace

Look lookOf(const Topology& topology, const Element& element, const Theme& theme) {
    const catalog::Service* service = topology.catalog().find(element.service);
    Look look;
    look.color = categoryColor(topology, service);
    look.icon = element.service;
    if (!service) {
        look.dash = Dash::Dashed;
        return look;
    }
    look.variant = variantOf(*service, element);
    if (service->plays(role::kSubnet)) {
        const bool open = topology.exposure(element.id).exposure == Exposure::Public;
        look.color = open ? kPublicSubnet : kPrivateSubnet;
        look.fill = open ? theme.publicFill : theme.privateFill;
        look.variant = open ? "public" : "private";
    } else if (service->plays(role::kRegion)) {
        look.dash = Dash::Dotted;
    } else if (service->plays(role::kZone)) {
        look.dash = Dash::Dashed;
        look.centred = true;
    } else if (service->plays(role::kSecurityGroup)) {
        look.centred = true;
    } else if (service->plays(role::kFleet)) {
        look.dash = Dash::Dashed;
        look.centred = true;
    } else if (service->plays(role::kAccount)) {
        look.color = kAccount;
    } else if (service->plays(role::kFrame)) {
        const topology::Effective border = topology.property(element.id, "border");
        if (!border.property) { // no choice of border: the AWS Cloud itself
            look.color = theme.cloud;
            return look;
        }
        const std::string* chosen = border.text();
        look.color = kGrey;
        look.centred = true;
        if (chosen && *chosen == "none") {
            look.color = kNoColor;
            look.fill = mix(theme.canvas, kGrey, 0.12);
        } else if (!chosen || *chosen == "dashed") {
            look.dash = Dash::Dashed;
        }
    }
    return look;
}

Caption captionOf(const Topology& topology, const Element& element, Language language) {
    const catalog::Service* service = topology.catalog().find(element.service);
    const std::string kind = serviceName(service, element, language);
    Caption caption;
    caption.name = element.name.in(language);
    if (!service) {
        caption.detail = caption.name.empty() ? std::string() : kind;
        if (caption.name.empty()) caption.name = kind;
        return caption;
    }
    if (service->plays(role::kZone)) {
        caption.detail = caption.name.empty() ? std::string() : zoneName(topology, element, language);
        if (caption.name.empty()) caption.name = zoneName(topology, element, language);
        return caption;
    }
    if (service->plays(role::kRegion)) {
        const std::string& code = topology.placement(element.id).regionCode;
        const catalog::Region* region = topology.catalog().region(code);
        if (caption.name.empty()) caption.name = region ? region->name.in(language) : kind;
        caption.detail = code;
        return caption;
    }
    if (service->plays(role::kFleet)) {
        caption.detail = fleetDetail(topology, element, language);
    } else if (service->plays(role::kVpc) || service->plays(role::kSubnet)) {
        caption.detail = setAddress(topology, element);
    } else if (!service->is(Trait::Container) && !service->is(Trait::Annotation)) {
        caption.detail = chosenSize(*service, element);
        if (caption.detail.empty() && !caption.name.empty()) caption.detail = kind;
    }
    if (caption.name.empty()) caption.name = kind;
    return caption;
}

} // namespace sky::picture
