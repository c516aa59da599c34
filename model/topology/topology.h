// SPDX-License-Identifier: GPL-3.0-or-later
// What a drawing means (SEMANTICS): computed once per revision, asked by everything above, derived nowhere else.
// A Topology is a value: it holds the snapshot it was made from, shares its chunks with earlier ones, is copied in
// microseconds and read from any thread. after() brings it up to date by looking only at what changed; the result
// equals of() exactly. Unknown ids are never an error: they get empty answers.
#pragma once

#include "base/chunk_map.h"
#include "diagram/diagram.h"
#include "topology/facts.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sky::topology {

class Topology {
  public:
    // The catalog must outlive every topology made with it.
    [[nodiscard]] static Topology of(const diagram::Diagram& diagram, const catalog::Catalog& catalog);
    [[nodiscard]] Topology after(const diagram::Diagram& now) const;

    [[nodiscard]] const diagram::Diagram& diagram() const { return m_diagram; }
    [[nodiscard]] const catalog::Catalog& catalog() const { return *m_catalog; }
    [[nodiscard]] const catalog::Service* service(const ElementId& element) const; // null: unknown element or service
    [[nodiscard]] bool is(const ElementId& element, catalog::Trait trait) const;
    [[nodiscard]] bool plays(const ElementId& element, std::string_view role) const; // catalog/roles.h

    // The one function that knows defaults: the set value, else the catalog's default, else Unset.
    [[nodiscard]] Effective property(const ElementId& element, std::string_view key) const;
    [[nodiscard]] static Effective property(const diagram::Element& element, const catalog::Service* service,
                                            std::string_view key); // the same, for who has looked them up already
    [[nodiscard]] Effective property(const LinkId& link, std::string_view key) const;

    // Placement
    [[nodiscard]] const Placement& placement(const ElementId& element) const;
    [[nodiscard]] std::vector<Zone> zones(const ElementId& element) const; // its own, or those spanned, or its region's
    [[nodiscard]] std::vector<Part> parts(const ElementId& element) const; // one at least, but for a fleet of none
    [[nodiscard]] std::optional<Part> part(std::string_view id) const;     // "web/i-3", or an element's id
    [[nodiscard]] std::vector<Domain> domains(const ElementId& element) const; // it dies when one of them does
    [[nodiscard]] std::vector<Domain> domains(const Part& part) const;
    [[nodiscard]] Setting<std::int64_t> instances(const ElementId& fleet) const;    // `desired`, else `min`, else one
    [[nodiscard]] std::optional<Part> picturedPart(const ElementId& element) const; // none free: unset
    [[nodiscard]] bool pictures(const ElementId& element) const; // pictures an instance of a fleet: adds no capacity

    // Networks
    [[nodiscard]] std::vector<ElementId> vpcs() const; // sorted by id, as all lists of ids below
    [[nodiscard]] const std::vector<ElementId>& subnets(const ElementId& vpc) const;
    [[nodiscard]] const std::vector<ElementId>&
    mainTables(const ElementId& vpc) const; // more than one: the first takes effect
    [[nodiscard]] std::vector<ElementId> gateways(const ElementId& vpc, std::string_view role) const; // attached to it
    [[nodiscard]] RouteTableChoice routeTable(const ElementId& subnet) const;
    [[nodiscard]] NetworkAclChoice networkAcl(const ElementId& subnet) const;
    [[nodiscard]] std::vector<Route> routes(const ElementId& routeTable) const; // as drawn, without the local one
    [[nodiscard]] SubnetExposure exposure(const ElementId& subnet) const;
    [[nodiscard]] SecurityGroupChoice securityGroups(const ElementId& element) const;
    [[nodiscard]] ElementId defaultSecurityGroup(const ElementId& vpc) const;    // the drawn one; empty: not drawn
    [[nodiscard]] AddressSetting cidr(const ElementId& vpcOrSubnet) const;       // IPv4
    [[nodiscard]] const std::vector<Host>& hosts(const ElementId& subnet) const; // by element id
    [[nodiscard]] AddressSetting address(const ElementId& element) const;        // of its first interface
    [[nodiscard]] AddressSetting address(std::string_view part) const;           // "web/i-3"
    [[nodiscard]] std::vector<Host> interfaces(const ElementId& element) const;  // one per subnet it has a part in

    // Who belongs to whom
    [[nodiscard]] std::vector<ElementId> members(const ElementId& group) const;      // name it in `groups`
    [[nodiscard]] std::vector<ElementId> spanning(const ElementId& subnet) const;    // name it in `spans`
    [[nodiscard]] std::vector<ElementId> attachments(const ElementId& holder) const; // by attach links
    [[nodiscard]] ElementId holder(const ElementId& attached) const;                 // the first, by link id

    // Links
    [[nodiscard]] catalog::LinkKind kind(const LinkId& link) const;
    [[nodiscard]] LinkMeaning meaning(const LinkId& link) const;
    [[nodiscard]] bool carries(const LinkId& link) const; // requests: traffic or event between things that exist
    [[nodiscard]] std::vector<LinkId> calls(const ElementId& element) const;   // traffic and event links leaving it
    [[nodiscard]] std::vector<LinkId> callers(const ElementId& element) const; // … arriving
    [[nodiscard]] std::optional<int>
    tier(const ElementId& element) const; // longest path from callers; a cycle is one step

    // Ids of elements and links whose stored facts (placement, tier, kind, blocks, addresses) differ from those before,
    // with both ends of such links; sorted, each once. For whoever keeps results by id.
    [[nodiscard]] std::vector<std::string> changedSince(const Topology& before) const;

    // Same facts (not merely the same chunks).
    friend bool operator==(const Topology& a, const Topology& b);

  private:
    struct ElementFacts {
        ElementId id;
        Placement placement;
        std::optional<int> tier;
        friend bool operator==(const ElementFacts&, const ElementFacts&) = default;
    };
    struct LinkFacts {
        LinkId id;
        catalog::LinkKind kind = catalog::LinkKind::Plain;
        bool carries = false; // requests
        ElementId from;       // as drawn, so that walks along links need one look each
        ElementId to;
        friend bool operator==(const LinkFacts&, const LinkFacts&) = default;
    };
    struct VpcFacts {
        ElementId id;
        AddressSetting cidr;
        std::vector<ElementId> subnets;
        std::vector<ElementId> mainTables;
        friend bool operator==(const VpcFacts&, const VpcFacts&) = default;
    };
    struct SubnetFacts {
        ElementId id;
        AddressSetting cidr;
        std::vector<Host> hosts;
        friend bool operator==(const SubnetFacts&, const SubnetFacts&) = default;
    };
    friend class Builder;

    Topology(const diagram::Diagram& diagram, const catalog::Catalog& catalog)
        : m_diagram(diagram), m_catalog(&catalog) {}

    diagram::Diagram m_diagram;
    const catalog::Catalog* m_catalog;
    ChunkMap<ElementFacts> m_elements;
    ChunkMap<LinkFacts> m_links;
    ChunkMap<VpcFacts> m_vpcs;
    ChunkMap<SubnetFacts> m_subnets;
};

} // namespace sky::topology
