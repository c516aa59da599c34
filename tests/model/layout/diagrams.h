// SPDX-License-Identifier: GPL-3.0-or-later
// Diagrams for tests and benchmarks of placing: the web shop, and nested estates of any size.
#pragma once

#include "diagram/diagram.h"

#include <cstdint>
#include <random>
#include <string>

namespace sky::layout::test {

inline diagram::Element element(const std::string& id, const std::string& service, const std::string& parent = {}) {
    diagram::Element made;
    made.id = ElementId(id);
    made.service = service;
    made.parent = ElementId(parent);
    made.name.en = id;
    return made;
}

inline diagram::Link link(const std::string& id, const std::string& from, const std::string& to) {
    diagram::Link made;
    made.id = LinkId(id);
    made.from = ElementId(from);
    made.to = ElementId(to);
    return made;
}

// Users, DNS, CDN, a load balancer over two zones, a fleet and a database with a standby.
inline diagram::Diagram webShop() {
    diagram::Diagram shop;
    const auto put = [&](diagram::Element made) { shop.put(std::move(made)); };
    put(element("shoppers", "users"));
    put(element("dns", "route53"));
    put(element("cdn", "cloudfront"));
    put(element("seoul", "region"));
    put(element("pictures", "s3", "seoul"));
    put(element("trail", "certificate", "seoul"));
    put(element("vpc", "vpc", "seoul"));
    put(element("igw", "internet-gateway", "vpc"));
    diagram::Element table = element("rt-pub", "route-table", "vpc");
    catalog::Record row;
    row.set("to", std::string("0.0.0.0/0"));
    row.set("via", catalog::Reference{"igw"});
    table.properties.set("routes", catalog::Records{row});
    put(table);
    for (const std::string zone : {"a", "b"}) {
        diagram::Element az = element(zone, "az", "vpc");
        az.properties.set("zone", zone);
        put(az);
        diagram::Element open = element("pub-" + zone, "subnet", zone);
        open.properties.set("routeTable", catalog::Reference{"rt-pub"});
        put(open);
        put(element("app-" + zone, "subnet", zone));
        put(element("db-" + zone, "subnet", zone));
        put(element("nat-" + zone, "nat-gateway", "pub-" + zone));
        diagram::Element web = element("web-" + zone, "ec2", "app-" + zone);
        web.groups = {ElementId("web")};
        put(web);
    }
    diagram::Element alb = element("alb", "alb", "vpc");
    alb.spans = {ElementId("pub-a"), ElementId("pub-b")};
    put(alb);
    diagram::Element fleet = element("web", "auto-scaling-group", "vpc");
    fleet.spans = {ElementId("app-a"), ElementId("app-b")};
    put(fleet);
    diagram::Element orders = element("orders", "rds", "vpc");
    orders.spans = {ElementId("db-a"), ElementId("db-b")};
    orders.properties.set("multiAz", std::string("instance"));
    orders.properties.set("primaryZone", std::string("a"));
    put(orders);
    shop.put(link("ask", "shoppers", "dns"));
    shop.put(link("browse", "shoppers", "cdn"));
    shop.put(link("static", "cdn", "pictures"));
    shop.put(link("dynamic", "cdn", "alb"));
    shop.put(link("serve-a", "alb", "web-a"));
    shop.put(link("serve-b", "alb", "web-b"));
    shop.put(link("sql-a", "web-a", "orders"));
    shop.put(link("sql-b", "web-b", "orders"));
    return shop;
}

// Regions' worth of VPCs, zones, subnets and instances, `count` instances in all, with 3 links for every 2 of them:
// `far` tenths of the links go anywhere; of the rest half stays within a subnet, a third in a zone, the others in a VPC.
inline diagram::Diagram estate(std::int32_t count, std::uint64_t seed, std::int32_t far = 1) {
    diagram::Diagram made;
    std::mt19937_64 engine(seed);
    const auto below = [&](std::int32_t limit) { return static_cast<std::int32_t>(engine() % static_cast<std::uint64_t>(limit)); };
    const auto number = [](std::int32_t value) {
        std::string text = std::to_string(value);
        return std::string(text.size() < 5 ? 5 - text.size() : 0, '0') + text;
    };
    made.put(element("region", "region"));
    for (std::int32_t i = 0; i < count; ++i) {
        const std::string vpc = "vpc-" + number(i / 54);
        const std::string zone = vpc + "-" + std::string(1, static_cast<char>('a' + i / 18 % 3));
        const std::string subnet = zone + "-" + std::to_string(i / 6 % 3);
        if (i % 54 == 0) made.put(element(vpc, "vpc", "region"));
        if (i % 18 == 0) {
            diagram::Element az = element(zone, "az", vpc);
            az.properties.set("zone", std::string(1, static_cast<char>('a' + i / 18 % 3)));
            made.put(az);
        }
        if (i % 6 == 0) made.put(element(subnet, "subnet", zone));
        made.put(element("node-" + number(i), "ec2", subnet));
    }
    for (std::int32_t i = 0; i < count * 3 / 2; ++i) {
        const std::int32_t from = below(count);
        const std::int32_t kind = below(10);
        const std::int32_t near = below(9);
        const std::int32_t reach = kind < far ? count : near < 5 ? 6 : near < 8 ? 18 : 54;
        const std::int32_t base = from / reach * reach;
        std::int32_t to = base + below(std::max(1, std::min(reach, count - base)));
        if (to == from) to = (from + 1) % count;
        if (to == from) break;
        made.put(link("link-" + number(i), "node-" + number(from), "node-" + number(to)));
    }
    return made;
}

} // namespace sky::layout::test
