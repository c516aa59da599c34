// SPDX-License-Identifier: GPL-3.0-or-later
// Small drawings for tests, written down as they are thought of.
#pragma once

#include "catalog/roles.h"
#include "diagram/diagram.h"
#include "topology/topology.h"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace sky::topology::test {

using Props = std::vector<std::pair<std::string, catalog::Value>>;

inline catalog::Value text(const char* value) {
    return std::string(value);
}
inline catalog::Value ref(const char* id) {
    return catalog::Reference{id};
}
inline catalog::Value count(std::int64_t n) {
    return Quantity{n, Unit::Count};
}

struct Row {
    const char* to;
    const char* via;
};
inline catalog::Value routes(std::initializer_list<Row> rows) {
    catalog::Records records;
    for (const Row& row : rows) {
        catalog::Record record;
        record.set("to", std::string(row.to));
        if (*row.via) record.set("via", catalog::Reference{row.via});
        records.push_back(std::move(record));
    }
    return records;
}
inline catalog::Value listener(std::int64_t port, const char* protocol) {
    catalog::Record record;
    record.set("port", Quantity{port, Unit::Count});
    record.set("protocol", std::string(protocol));
    return catalog::Records{record};
}

inline std::vector<ElementId> ids(std::initializer_list<const char*> texts) {
    std::vector<ElementId> ids;
    for (const char* one : texts) ids.emplace_back(one);
    return ids;
}

// The first service of a role, whatever the catalog calls it.
inline std::string playing(std::string_view role) {
    for (const catalog::Service& service : catalog::Catalog::builtin().services())
        if (service.plays(role)) return service.key;
    return "no service plays " + std::string(role);
}

class Sketch {
  public:
    diagram::Diagram diagram;

    Sketch& add(const char* id, std::string service, const char* parent = "", Props props = {},
                std::initializer_list<const char*> spans = {}, std::initializer_list<const char*> groups = {}) {
        diagram::Element element;
        element.id = ElementId(id);
        element.service = std::move(service);
        element.parent = ElementId(parent);
        element.spans = ids(spans);
        element.groups = ids(groups);
        for (auto& [key, value] : props) element.properties.set(key, std::move(value));
        diagram.put(std::move(element));
        return *this;
    }
    Sketch& link(const char* id, const char* from, const char* to, Props props = {},
                 std::optional<catalog::LinkKind> kind = {}) {
        diagram::Link link;
        link.id = LinkId(id);
        link.kind = kind;
        link.from = ElementId(from);
        link.to = ElementId(to);
        for (auto& [key, value] : props) link.properties.set(key, std::move(value));
        diagram.put(std::move(link));
        return *this;
    }
    [[nodiscard]] Topology topology() const { return Topology::of(diagram, catalog::Catalog::builtin()); }
};

// The web shop of the project's JSON example: two zones, public, application and database subnets.
inline Sketch webShop() {
    Sketch s;
    s.add("shoppers", "users").add("dns", "route53").add("cdn", "cloudfront");
    s.add("seoul", "region", "", {{"code", text("ap-northeast-2")}});
    s.add("pictures", "s3", "seoul");
    s.add("vpc", "vpc", "seoul", {{"cidr", text("10.0.0.0/16")}});
    s.add("igw", "internet-gateway", "vpc");
    s.add("rt-pub", "route-table", "vpc", {{"routes", routes({{"0.0.0.0/0", "igw"}})}});
    s.add("rt-a", "route-table", "vpc", {{"routes", routes({{"0.0.0.0/0", "nat-a"}})}});
    s.add("rt-b", "route-table", "vpc", {{"routes", routes({{"0.0.0.0/0", "nat-b"}})}});
    s.add("sg-alb", "security-group", "vpc")
        .add("sg-web", "security-group", "vpc")
        .add("sg-db", "security-group", "vpc");
    s.add("a", "az", "vpc", {{"zone", text("a")}}).add("b", "az", "vpc", {{"zone", text("b")}});
    const auto subnet = [&](const char* id, const char* zone, const char* cidr, const char* table) {
        Props props{{"cidr", text(cidr)}};
        if (*table) props.emplace_back("routeTable", ref(table));
        s.add(id, "subnet", zone, std::move(props));
    };
    subnet("pub-a", "a", "10.0.0.0/24", "rt-pub");
    subnet("pub-b", "b", "10.0.1.0/24", "rt-pub");
    subnet("app-a", "a", "10.0.10.0/24", "rt-a");
    subnet("app-b", "b", "10.0.11.0/24", "rt-b");
    subnet("db-a", "a", "10.0.20.0/24", "");
    subnet("db-b", "b", "10.0.21.0/24", "");
    s.add("nat-a", "nat-gateway", "pub-a").add("nat-b", "nat-gateway", "pub-b");
    s.add("alb", "alb", "vpc", {{"listeners", listener(443, "https")}}, {"pub-a", "pub-b"}, {"sg-alb"});
    s.add("web", "auto-scaling-group", "vpc", {{"min", count(4)}, {"desired", count(6)}, {"max", count(12)}},
          {"app-a", "app-b"}, {"sg-web"});
    s.add("orders", "rds", "vpc",
          {{"engine", text("mysql")}, {"multiAz", text("instance")}, {"primaryZone", text("a")}}, {"db-a", "db-b"},
          {"sg-db"});
    s.link("ask", "shoppers", "dns").link("edge", "dns", "cdn", {{"port", count(443)}});
    s.link("static", "cdn", "pictures").link("dynamic", "cdn", "alb", {{"port", count(443)}});
    s.link("serve", "alb", "web", {{"listener", count(443)}, {"port", count(8080)}});
    s.link("sql", "web", "orders",
           {{"port", count(3306)}, {"calls", catalog::Value(Quantity{2'000'000, Unit::Number})}});
    return s;
}

} // namespace sky::topology::test
