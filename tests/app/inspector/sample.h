// SPDX-License-Identifier: GPL-3.0-or-later
// A small drawing for the inspector's tests: a VPC with two subnets in two zones, servers, a database, tables and groups.
#pragma once

#include "session/preferences.h"
#include "session/session.h"

#include <QAbstractItemModel>
#include <QString>

namespace sky::lists {

inline diagram::Element element(const char* id, const char* service, const char* parent = "", catalog::Properties properties = {}) {
    diagram::Element made;
    made.id = ElementId(id);
    made.service = service;
    made.parent = ElementId(parent);
    made.properties = std::move(properties);
    return made;
}

inline catalog::Properties with(std::initializer_list<std::pair<const char*, catalog::Value>> entries) {
    catalog::Properties properties;
    for (const auto& [key, value] : entries) properties.set(key, value);
    return properties;
}

inline catalog::Value text(const char* of) {
    return std::string(of);
}

inline diagram::Diagram sample() {
    diagram::Diagram d;
    d.put(element("seoul", "region", "", with({{"code", text("ap-northeast-2")}})));
    d.put(element("vpc", "vpc", "seoul", with({{"cidr", text("10.0.0.0/16")}})));
    d.put(element("a", "az", "vpc", with({{"zone", text("a")}})));
    d.put(element("c", "az", "vpc", with({{"zone", text("c")}})));
    d.put(element("igw", "internet-gateway", "vpc"));
    catalog::Record toInternet;
    toInternet.set("to", std::string("0.0.0.0/0"));
    toInternet.set("via", catalog::Reference{"igw"});
    d.put(element("rt", "route-table", "vpc", with({{"routes", catalog::Records{toInternet}}})));
    d.put(element("sub-a", "subnet", "a", with({{"cidr", text("10.0.0.0/24")}, {"routeTable", catalog::Reference{"rt"}}})));
    d.put(element("sub-c", "subnet", "c", with({{"cidr", text("10.0.1.0/24")}})));
    d.put(element("sub-new", "subnet", "c"));
    d.put(element("sg", "security-group", "vpc"));
    d.put(element("web-1", "ec2", "sub-a", with({{"instanceType", text("t3.medium")}})));
    d.put(element("web-2", "ec2", "sub-c"));
    d.put(element("db", "rds", "vpc", with({{"engine", text("mysql")}})));
    d.put(element("fleet", "auto-scaling-group", "vpc", with({{"max", Quantity{6, Unit::Count}}})));
    d.put(element("people", "users"));
    diagram::Link link;
    link.id = LinkId("traffic-1");
    link.from = ElementId("web-1");
    link.to = ElementId("db");
    d.put(link);
    return d;
}

struct Opened {
    session::Session session;
    Opened() {
        session::Preferences::instance().setKorean(false);
        session.document()->startNew(sample());
        session.jobs()->finish();
    }
    [[nodiscard]] session::Document& document() { return *session.document(); }
    void select(std::initializer_list<const char*> elements, std::initializer_list<const char*> links = {}) {
        edit::Selection selection;
        for (const char* id : elements) selection.elements.emplace_back(id);
        for (const char* id : links) selection.links.emplace_back(id);
        session.view()->select(selection);
    }
    [[nodiscard]] const catalog::Value* value(const char* id, const char* key) {
        return document().diagram().element(ElementId(id))->properties.find(key);
    }
};

// The value of a role by its name.
inline QVariant at(const QAbstractItemModel& model, int row, const char* role) {
    return model.data(model.index(row, 0), model.roleNames().key(role));
}

} // namespace sky::lists
