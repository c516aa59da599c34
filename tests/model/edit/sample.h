// SPDX-License-Identifier: GPL-3.0-or-later
// A small web shop over one zone, and what every builder's test does with a step: apply it, check the whole, undo it.
#pragma once

#include "diagram/integrity.h"
#include "edit/draft.h"
#include "edit/history.h"

#include <gmock/gmock.h>

namespace sky::edit {

inline const catalog::Catalog& builtin() {
    return catalog::Catalog::builtin();
}

struct ElementBuilder {
    diagram::Element element;
    ElementBuilder& in(const char* parent) {
        element.parent = ElementId(parent);
        return *this;
    }
    ElementBuilder& at(int x, int y, int width, int height) {
        element.frame = Rect{x, y, width, height};
        return *this;
    }
    ElementBuilder& spans(std::vector<const char*> ids) {
        for (const char* id : ids) element.spans.emplace_back(id);
        return *this;
    }
    ElementBuilder& groups(std::vector<const char*> ids) {
        for (const char* id : ids) element.groups.emplace_back(id);
        return *this;
    }
    ElementBuilder& with(const char* key, catalog::Value value) {
        element.properties.set(key, std::move(value));
        return *this;
    }
};
inline ElementBuilder a(const char* service, const char* id) {
    ElementBuilder made;
    made.element.id = ElementId(id);
    made.element.service = service;
    return made;
}
inline diagram::Link arrow(const char* id, const char* from, const char* to) {
    diagram::Link link;
    link.id = LinkId(id);
    link.from = ElementId(from);
    link.to = ElementId(to);
    return link;
}
inline catalog::Record route(const char* to, const char* via) {
    catalog::Record row;
    row.set("to", std::string(to));
    row.set("via", catalog::Reference{via});
    return row;
}

inline diagram::Diagram shop() {
    using catalog::Records;
    using catalog::Reference;
    diagram::Diagram d;
    const auto put = [&](const ElementBuilder& b) { d.put(b.element); };
    put(a("region", "seoul").at(0, 0, 900, 700).with("code", std::string("ap-northeast-2")));
    put(a("vpc", "vpc").in("seoul").at(40, 60, 700, 600).with("cidr", std::string("10.0.0.0/16")));
    put(a("az", "a").in("vpc").at(30, 50, 300, 500).with("zone", std::string("a")));
    put(a("subnet", "pub-a")
            .in("a")
            .at(20, 40, 260, 200)
            .with("cidr", std::string("10.0.0.0/24"))
            .with("routeTable", Reference{"rt-pub"}));
    put(a("subnet", "app-a")
            .in("a")
            .at(20, 260, 260, 200)
            .with("cidr", std::string("10.0.1.0/24"))
            .with("routeTable", Reference{"rt-a"}));
    put(a("internet-gateway", "igw").in("vpc"));
    put(a("nat-gateway", "nat-a").in("pub-a").at(20, 40, 40, 40));
    put(a("elastic-ip", "eip").in("seoul").at(780, 60, 40, 40));
    put(a("route-table", "rt-pub").in("vpc").with("routes", Records{route("0.0.0.0/0", "igw")}));
    put(a("route-table", "rt-a").in("vpc").with("routes", Records{route("0.0.0.0/0", "nat-a")}));
    put(a("security-group", "sg-web").in("vpc"));
    put(a("ec2", "web").in("app-a").at(20, 40, 40, 40).groups({"sg-web"}));
    put(a("ebs", "disk").in("a").at(20, 470, 40, 40));
    put(a("alb", "alb").in("vpc").at(400, 50, 40, 40).spans({"pub-a"}).groups({"sg-web"}));
    put(a("users", "shoppers").at(1000, 50, 40, 40));
    d.put(arrow("ask", "shoppers", "alb"));
    d.put(arrow("serve", "alb", "web"));
    d.put(arrow("attach-1", "eip", "nat-a"));
    d.put(arrow("attach-2", "disk", "web"));
    diagram::Scenario outage;
    outage.id = ScenarioId("scenario-1");
    outage.workload.push_back({ElementId("shoppers"), diagram::ConstantRate{1'000'000}});
    diagram::Event down;
    down.to = "web";
    outage.events.push_back(down);
    down.to = "alb/a";
    outage.events.push_back(down);
    down.to = "az:a";
    outage.events.push_back(down);
    d.put(outage);
    diagram::Project project;
    project.properties.set("goals", catalog::List{Reference{"shoppers"}});
    project.accepted.push_back({"single-zone", "web", "1", "for the demo", "kim", "2026-11-01", ""});
    d.setProject(project);
    return d;
}

// The diagram after the step; the step must be sound, and undoing it must lead back exactly.
inline diagram::Diagram after(const diagram::Diagram& before, const Step& step) {
    diagram::Diagram now = before;
    const Result<ChangeSet> done = apply(now, builtin(), step);
    EXPECT_TRUE(done.ok()) << (done ? std::string() : done.error().in(Language::English));
    EXPECT_FALSE(step.name.en.empty());
    EXPECT_FALSE(step.name.ko.empty());
    for (const Error& violation : diagram::findViolations(now, builtin(), 5))
        ADD_FAILURE() << violation.in(Language::English);
    History history;
    history.push(step);
    diagram::Diagram back = now;
    if (history.canUndo()) {
        EXPECT_TRUE(history.undo(back).ok());
    }
    EXPECT_EQ(back, before);
    return now;
}

template <class T>
T good(Result<T> result) {
    EXPECT_TRUE(result.ok()) << (result ? std::string() : result.error().in(Language::English));
    return result.ok() ? std::move(*result) : T{};
}

inline Selection elements(std::vector<const char*> ids) {
    Selection selection;
    for (const char* id : ids) selection.elements.emplace_back(id);
    return selection;
}

} // namespace sky::edit
