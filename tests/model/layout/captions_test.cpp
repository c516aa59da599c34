// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/captions.h"

#include <gtest/gtest.h>

#include <deque>

namespace sky::layout {
namespace {

class Captions : public testing::Test {
  protected:
    diagram::Element& add(const char* id, const char* service, const char* parent = "") {
        diagram::Element element;
        element.id = ElementId(id);
        element.service = service;
        element.parent = ElementId(parent);
        m_elements.push_back(std::move(element));
        return m_elements.back();
    }
    Caption of(const char* id) {
        diagram::Diagram diagram;
        for (const diagram::Element& element : m_elements) diagram.put(element);
        const auto topology = topology::Topology::of(diagram, catalog::Catalog::builtin());
        return captionTextOf(topology, *topology.diagram().element(ElementId(id)));
    }
    static Quantity count(std::int64_t n) { return {n, Unit::Count}; }
    std::deque<diagram::Element> m_elements;
};

TEST_F(Captions, AFleetSaysHowManyAndItsInstancesWhatTheyAre) {
    diagram::Element& fleet = add("web", "auto-scaling-group");
    fleet.name = {"Web servers", "웹 서버"};
    fleet.properties.set("min", count(4));
    fleet.properties.set("desired", count(6));
    fleet.properties.set("max", count(12));
    fleet.properties.set("instanceType", std::string("m6i.large"));
    add("web-1", "ec2").groups = {ElementId("web")};
    EXPECT_EQ(of("web").detail, (Text{"6 of 4–12", "4–12대 중 6대"}));
    EXPECT_EQ(of("web-1").detail.en, "m6i.large");
}

TEST_F(Captions, ASubnetWithoutANameIsCalledWhatItIs) {
    add("vpc", "vpc");
    diagram::Element& subnet = add("app", "subnet", "vpc");
    subnet.properties.set("cidr", std::string("10.0.1.0/24"));
    EXPECT_EQ(of("app").name, (Text{"Private subnet", "프라이빗 서브넷"}));
    EXPECT_EQ(of("app").detail.en, "10.0.1.0/24");
}

TEST_F(Captions, AGatewayOnABorderIsCalledByTheNameThatFitsThere) {
    add("vpc", "vpc");
    add("vgw", "vpn-gateway", "vpc");
    add("loose", "vpn-gateway");
    EXPECT_EQ(of("vgw").name.en, "VPN gateway");
    EXPECT_EQ(of("loose").name.en, "Virtual private gateway");
}

TEST_F(Captions, AnUnknownServiceIsCalledByItsKey) {
    add("x", "quantum-teapot");
    EXPECT_EQ(of("x").name.en, "quantum-teapot");
}

TEST_F(Captions, EveryServiceHasAName) {
    for (const catalog::Service& service : catalog::Catalog::builtin().services()) {
        m_elements.clear();
        add("thing", service.key.c_str());
        EXPECT_FALSE(of("thing").name.in(Language::English).empty()) << service.key;
        EXPECT_FALSE(of("thing").name.in(Language::Korean).empty()) << service.key;
    }
}

} // namespace
} // namespace sky::layout
