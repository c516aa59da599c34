// SPDX-License-Identifier: GPL-3.0-or-later
// A small drawing with one of each kind of figure, and the source of a scene made from it.
#pragma once

#include "picture/scene.h"

namespace sky::picture::test {

inline diagram::Element element(const char* id, const char* service, const char* parent, std::optional<Rect> frame = {}) {
    diagram::Element made;
    made.id = ElementId(id);
    made.service = service;
    made.parent = ElementId(parent);
    made.name = {id, {}};
    made.frame = frame;
    return made;
}

inline diagram::Link link(const char* id, const char* from, const char* to) {
    diagram::Link made;
    made.id = LinkId(id);
    made.from = ElementId(from);
    made.to = ElementId(to);
    return made;
}

inline diagram::Diagram sample() {
    using catalog::Record;
    using catalog::Records;
    using catalog::Reference;
    diagram::Diagram diagram;
    diagram.put(element("shoppers", "users", "", Rect{0, 260, 40, 40}));
    diagram::Element region = element("seoul", "region", "", Rect{160, 40, 800, 560});
    region.name = {};
    region.properties.set("code", std::string("ap-northeast-2"));
    diagram.put(region);
    diagram::Element vpc = element("vpc", "vpc", "seoul", Rect{60, 48, 680, 480});
    vpc.properties.set("cidr", std::string("10.0.0.0/16"));
    diagram.put(vpc);
    diagram.put(element("igw", "internet-gateway", "vpc"));
    diagram::Element table = element("rt", "route-table", "vpc");
    Record route;
    route.set("to", std::string("0.0.0.0/0"));
    route.set("via", Reference{"igw"});
    table.properties.set("routes", Records{route});
    diagram.put(table);
    diagram.put(element("sg", "security-group", "vpc"));
    diagram::Element zone = element("a", "az", "vpc", Rect{40, 48, 280, 400});
    zone.name = {};
    zone.properties.set("zone", std::string("a"));
    diagram.put(zone);
    diagram::Element open = element("pub", "subnet", "a", Rect{24, 40, 232, 140});
    open.properties.set("cidr", std::string("10.0.0.0/24"));
    open.properties.set("routeTable", Reference{"rt"});
    diagram.put(open);
    diagram.put(element("app", "subnet", "a", Rect{24, 220, 232, 140}));
    diagram::Element web = element("web", "ec2", "app", Rect{96, 40, 40, 40});
    web.groups = {ElementId("sg")};
    web.properties.set("instanceType", std::string("t3.medium"));
    web.name = {"Web server", "웹 서버"};
    diagram.put(web);
    diagram.put(element("nat", "nat-gateway", "pub", Rect{96, 40, 40, 40}));
    diagram.put(element("hint", "note", "", Rect{0, 40, 120, 80}));
    diagram::Link ask = link("ask", "shoppers", "web");
    ask.properties.set("port", std::string("443"));
    diagram.put(ask);
    return diagram;
}

inline SceneSource sourceOf(const diagram::Diagram& diagram) {
    SceneSource source;
    source.topology =
        std::make_shared<const topology::Topology>(topology::Topology::of(diagram, catalog::Catalog::builtin()));
    source.placement =
        std::make_shared<const layout::Placement>(layout::placementOf(*source.topology));
    source.routes = std::make_shared<const layout::Routes>(layout::routesOf(*source.topology, *source.placement));
    return source;
}

} // namespace sky::picture::test
