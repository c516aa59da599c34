// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/look.h"

#include "catalog/roles.h"
#include "layout/captions.h"

namespace sky::picture {
namespace {

namespace role = catalog::role;
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
    const layout::Caption caption = layout::captionTextOf(topology, element);
    return {caption.name.in(language), caption.detail.in(language)};
}

} // namespace sky::picture
