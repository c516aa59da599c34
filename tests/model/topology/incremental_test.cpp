// SPDX-License-Identifier: GPL-3.0-or-later
// after() must equal of() exactly, whatever was edited, half-drawn and contradictory drawings included.
#include "sketch.h"

#include <gtest/gtest.h>

#include <random>

namespace sky::topology::test {
namespace {

using catalog::LinkKind;
namespace role = catalog::role;

class Scribbler { // edits a drawing at random, without a thought for what is allowed
  public:
    explicit Scribbler(unsigned seed) : m_random(seed) {
        for (const std::string_view role :
             {role::kRegion, role::kZone, role::kVpc, role::kSubnet, role::kRouteTable, role::kSecurityGroup,
              role::kInternetGateway, role::kNat, role::kFleet, role::kVolume, role::kAddress, role::kLoadBalancer,
              role::kDatabase, role::kCache, role::kFrame, role::kTransitGateway})
            m_services.push_back(playing(role));
        for (const char* key :
             {"ec2", "ec2", "subnet", "subnet", "vpc", "users", "sqs", "lambda", "s3", "unknown-thing"})
            m_services.emplace_back(key);
    }

    void edit(diagram::Diagram& d) {
        const ElementId id = element();
        switch (below(14)) {
        case 0:
        case 1:
        case 2:
            d.put(invent(id));
            break;
        case 3:
            d.take(id);
            break;
        case 4:
        case 5:
            change(d, id, [&](diagram::Element& e) { e.parent = below(6) == 0 ? ElementId() : element(); });
            break;
        case 6:
            change(d, id, [&](diagram::Element& e) { e.spans = some(); });
            break;
        case 7:
            change(d, id, [&](diagram::Element& e) { e.groups = some(); });
            break;
        case 8:
            change(d, id, [&](diagram::Element& e) { e.service = service(); });
            break;
        case 9:
        case 10:
            property(d, id);
            break;
        case 11:
            d.take(link());
            break;
        default:
            connect(d);
            break;
        }
    }

  private:
    unsigned below(unsigned n) { return static_cast<unsigned>(m_random() % n); }
    ElementId element() { return ElementId("e" + std::to_string(below(40))); }
    LinkId link() { return LinkId("l" + std::to_string(below(40))); }
    const std::string& service() { return m_services[below(static_cast<unsigned>(m_services.size()))]; }
    std::vector<ElementId> some() {
        std::vector<ElementId> ids;
        for (unsigned n = below(4); n > 0; --n) ids.push_back(element());
        return ids;
    }
    template <class Edit>
    void change(diagram::Diagram& d, const ElementId& id, Edit edit) {
        if (const diagram::Element* found = d.element(id)) {
            diagram::Element element = *found;
            edit(element);
            d.put(std::move(element));
        }
    }
    diagram::Element invent(const ElementId& id) {
        diagram::Element e;
        e.id = id;
        e.service = service();
        if (below(5)) e.parent = element();
        if (below(3) == 0) e.spans = some();
        if (below(3) == 0) e.groups = some();
        return e;
    }
    void property(diagram::Diagram& d, const ElementId& id) {
        static const char* const kZones[] = {"a", "b", "us-east-1a", ""};
        static const char* const kBlocks[] = {"10.0.0.0/16",  "10.0.0.0/8", "10.1.2.0/24",
                                              "10.0.0.16/28", "fd00::/56",  "?"};
        const auto block = [&] { return text(kBlocks[below(6)]); };
        switch (below(9)) {
        case 0:
            d.setProperty(id, "zone", text(kZones[below(4)]));
            break;
        case 1:
            d.setProperty(id, "code", text(below(2) ? "us-east-1" : "ap-northeast-2"));
            break;
        case 2:
            d.setProperty(id, "cidr", below(2) ? std::optional(block()) : std::nullopt);
            break;
        case 3:
            d.setProperty(id, "main", below(2) == 0);
            break;
        case 4:
            d.setProperty(id, "desired", count(below(6)));
            break;
        case 5:
            d.setProperty(id, "multiAz", text(below(2) ? "instance" : "cluster"));
            break;
        case 6:
            d.setProperty(id, "primaryZone", text(kZones[below(2)]));
            break;
        case 7:
            d.setProperty(id, "routeTable", ref(element().str().c_str()));
            break;
        default:
            d.setProperty(id, "privateIp", text(below(2) ? "10.0.0.4" : "10.0.0.5"));
            break;
        }
    }
    void connect(diagram::Diagram& d) {
        diagram::Link l;
        l.id = link();
        l.from = element();
        l.to = element();
        if (below(3) == 0) l.kind = below(2) ? LinkKind::Attach : LinkKind::Traffic;
        d.put(std::move(l));
    }

    std::mt19937 m_random;
    std::vector<std::string> m_services;
};

TEST(Incremental, EqualsAFullComputationOverThousandsOfEdits) {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        Scribbler scribbler(seed);
        diagram::Diagram diagram;
        Topology live = Topology::of(diagram, catalog::Catalog::builtin());
        for (int step = 0; step < 400; ++step) {
            for (int edits = 1 + step % 3; edits > 0; --edits) scribbler.edit(diagram);
            live = live.after(diagram);
            ASSERT_EQ(live, Topology::of(diagram, catalog::Catalog::builtin())) << "seed " << seed << " step " << step;
        }
    }
}

TEST(Incremental, TiersFollowEveryNewAndLostCall) {
    const char* const kServices[] = {"ec2", "ec2", "ec2", "ec2", "users", "sqs"};
    for (unsigned seed = 1; seed <= 10; ++seed) {
        std::mt19937 random(seed);
        const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
        const auto any = [&] { return "e" + std::to_string(below(14)); };
        Sketch s;
        Topology live = s.topology();
        for (int step = 0; step < 500; ++step) {
            const std::string link = "l" + std::to_string(below(22));
            switch (below(8)) {
            case 0:
                s.add(any().c_str(), kServices[below(6)]);
                break;
            case 1:
                s.diagram.take(LinkId(link));
                break;
            case 2:
                if (below(4) == 0) s.diagram.take(ElementId(any()));
                break;
            default:
                s.link(link.c_str(), any().c_str(), any().c_str());
                break;
            }
            live = live.after(s.diagram);
            ASSERT_EQ(live, s.topology()) << "seed " << seed << " step " << step;
        }
    }
}

TEST(Incremental, ABoxHasAnAddressOfItsOwnOnlyWhileItPicturesNoFleet) {
    Sketch s = webShop();
    s.add("box", "ec2", "pub-a", {}, {}, {"web"}); // none of the fleet's subnets
    const Topology before = s.topology();
    EXPECT_EQ(before.address("box").value, "10.0.10.4");
    EXPECT_EQ(before.hosts(ElementId("pub-a")).size(), 2u);
    const diagram::Element fleet = *s.diagram.take(ElementId("web"));
    const Topology without = before.after(s.diagram);
    EXPECT_FALSE(without.pictures(ElementId("box")));
    EXPECT_EQ(without.hosts(ElementId("pub-a")).size(), 3u);
    EXPECT_EQ(without, s.topology());
    s.diagram.put(fleet);
    EXPECT_EQ(without.after(s.diagram), before);
}

TEST(Incremental, AnInterfaceHeldByAServerIsInItsSubnet) {
    Sketch s = webShop();
    s.add("server", "ec2", "app-a").add("second", "ec2");
    const Topology before = s.topology();
    s.link("attach-1", "second", "server", {}, LinkKind::Attach);
    const Topology after = before.after(s.diagram);
    EXPECT_EQ(after.address("second").value, "10.0.10.4");
    EXPECT_EQ(after, s.topology());
}

TEST(Incremental, EveryQueryIsAnsweredForNonsense) {
    Scribbler scribbler(99);
    diagram::Diagram d;
    for (int step = 0; step < 300; ++step) scribbler.edit(d);
    const Topology t = Topology::of(d, catalog::Catalog::builtin());
    for (int n = 0; n < 41; ++n) {
        const ElementId id("e" + std::to_string(n));
        for (const Part& part : t.parts(id)) {
            EXPECT_EQ(t.part(part.id), part);
            (void)t.domains(part);
        }
        (void)t.zones(id), (void)t.domains(id), (void)t.interfaces(id), (void)t.securityGroups(id),
            (void)t.exposure(id);
        (void)t.members(id), (void)t.spanning(id), (void)t.attachments(id), (void)t.calls(id), (void)t.callers(id);
        (void)t.picturedPart(id), (void)t.routes(id), (void)t.networkAcl(id), (void)t.address(id);
        (void)t.meaning(LinkId("l" + std::to_string(n)));
    }
}

TEST(Incremental, ManyStepsAtOnceAndBackEqualToo) {
    Sketch s = webShop();
    const Topology before = s.topology();
    const diagram::Diagram original = s.diagram;
    s.diagram.take(ElementId("vpc"));
    s.diagram.take(LinkId("edge"));
    s.diagram.setProperty(ElementId("seoul"), "code", text("us-east-1"));
    const Topology after = before.after(s.diagram);
    EXPECT_EQ(after, Topology::of(s.diagram, catalog::Catalog::builtin()));
    EXPECT_FALSE(after == before);
    EXPECT_EQ(after.after(original), before);
}

TEST(Incremental, NamesAndPlacesOnTheCanvasChangeNoFact) {
    Sketch s = webShop();
    const Topology before = s.topology();
    s.diagram.setName(ElementId("vpc"), Text{"Production", "운영"});
    s.diagram.setFrame(ElementId("web"), Rect{1, 2, 3, 4});
    EXPECT_EQ(before.after(s.diagram), before);
}

} // namespace
} // namespace sky::topology::test
