// SPDX-License-Identifier: GPL-3.0-or-later
// How rules look at a drawing. Ask hands out Things (elements) and Wires (links) and writes down whatever was looked
// at, so that a rule runs again exactly when something it has read changes: nobody declares what he reads. All answers
// are those of topology/; nothing is derived twice. Things and Wires live as long as the call of the rule.
#pragma once

#include "base/cidr.h"
#include "catalog/roles.h"
#include "checks/finding.h"
#include "checks/truth.h"
#include "checks/world.h"
#include "topology/keys.h"
#include "topology/topology.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace sky::checks {

namespace role = catalog::role;
using catalog::LinkKind;
using catalog::Trait;

class Ask;
class Book;
class Wire;

struct Slot { // one row of the Book: what is known under an id
    std::string id;
    const diagram::Element* element = nullptr;
    const catalog::Service* service = nullptr;
    const diagram::Link* link = nullptr;
    std::uint64_t revision = 0;           // the pointers are of this one
    std::uint64_t notedBy = 0;            // the call that has read it already
    std::vector<Slot*> readers;           // subjects whose findings rest on it
    std::vector<Slot*> reads;             // of a subject
    std::vector<FindingPointer> findings; // of a subject, sorted
    std::vector<Hint> hints;
    const Rule* rule = nullptr; // of a subject that is a rule about the design
};

// An element. What is not there is a Thing too: it is false, and all its answers are empty.
class Thing {
  public:
    Thing() = default;
    explicit operator bool() const { return m_slot && m_slot->element; }
    friend bool operator==(const Thing& a, const Thing& b) { return a.m_slot == b.m_slot; }

    [[nodiscard]] const ElementId& id() const;
    [[nodiscard]] Text name() const; // its name, else its id
    [[nodiscard]] const diagram::Element& element() const { return *m_slot->element; }
    [[nodiscard]] const catalog::Service* service() const { return m_slot ? m_slot->service : nullptr; } // may be null
    [[nodiscard]] Text serviceName() const;                                                              // "EC2"
    [[nodiscard]] bool plays(std::string_view role) const { return service() && service()->plays(role); }
    [[nodiscard]] bool is(Trait trait) const { return service() && service()->is(trait); }
    [[nodiscard]] bool isService(std::string_view key) const { return *this && element().service == key; }

    // Properties as they take effect: set, or the catalog's default.
    [[nodiscard]] topology::Effective property(std::string_view key) const;
    [[nodiscard]] const std::string* text(std::string_view key) const;
    [[nodiscard]] std::optional<std::int64_t> amount(std::string_view key) const; // in the base unit
    [[nodiscard]] Truth flag(std::string_view key) const;                         // Unknown: unset without a default
    [[nodiscard]] Truth equals(std::string_view key, std::string_view text) const;
    [[nodiscard]] const catalog::Records& records(std::string_view key) const; // empty when unset
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;  // of a list or a single value; ids too
    [[nodiscard]] Thing named(std::string_view key) const;                     // what a reference names
    [[nodiscard]] std::vector<Thing> allNamed(std::string_view key) const;     // … a list of references
    // Properties as the user set them: Unknown or nothing when he left them alone. A profile that asks for evidence
    // takes the default instead. For housekeeping, which nobody sets in a sketch.
    [[nodiscard]] bool isSet(std::string_view key) const;
    [[nodiscard]] Truth said(std::string_view key) const;
    [[nodiscard]] Truth saidIs(std::string_view key, std::string_view text) const;
    [[nodiscard]] std::optional<std::int64_t> saidAmount(std::string_view key) const;

    // Where it is
    [[nodiscard]] Thing parent() const;
    [[nodiscard]] bool isInside(const Thing& container) const; // anywhere below it, or itself
    [[nodiscard]] Thing around(std::string_view role) const;   // the nearest box of that role it is drawn in
    [[nodiscard]] Thing vpc() const;
    [[nodiscard]] Thing subnet() const;               // it stands in
    [[nodiscard]] std::vector<Thing> subnets() const; // it stands in or spans; of a VPC: those in it
    [[nodiscard]] const topology::Placement& placement() const;
    [[nodiscard]] const std::string& region() const;          // code; empty: unknown
    [[nodiscard]] std::optional<topology::Zone> zone() const; // it is in this one
    [[nodiscard]] std::vector<topology::Zone> zones() const;  // its own, those spanned, or its region's; sorted
    [[nodiscard]] std::vector<topology::Zone>
    drawnZones() const;                    // its own or those spanned, never the region's; sorted
    [[nodiscard]] bool knowsZones() const; // every subnet it stands in or spans is in a known zone, and there is one
    [[nodiscard]] std::vector<topology::Part> parts() const;

    // Networks
    [[nodiscard]] topology::SubnetExposure exposure() const;   // of a subnet
    [[nodiscard]] Thing routeTable() const;                    // of a subnet; false: AWS's implied one
    [[nodiscard]] std::vector<topology::Route> routes() const; // of a route table
    [[nodiscard]] std::vector<Thing> subnetsUsing() const;     // of a route table or network ACL, set or as default
    [[nodiscard]] Thing networkAcl() const;                    // of a subnet; false: AWS's default
    [[nodiscard]] std::vector<Thing> gateways(std::string_view role) const; // of a VPC
    [[nodiscard]] std::vector<Thing> securityGroups() const;                // that filter it; empty: assumed
    [[nodiscard]] bool assumesGroups() const { return securityGroups().empty(); }
    [[nodiscard]] std::optional<Cidr> cidr() const;          // the one set by the user; unset or not canonical: none
    [[nodiscard]] std::vector<Cidr> cidrs() const;           // of a VPC, the secondary ones too
    [[nodiscard]] std::optional<Cidr> effectiveCidr() const; // … or the one assigned for the drawing

    // Who belongs to it
    [[nodiscard]] std::vector<Thing> children() const;
    [[nodiscard]] std::vector<Thing> members() const;     // of a group
    [[nodiscard]] std::vector<Thing> attachments() const; // volumes, addresses, web filters
    [[nodiscard]] std::vector<Thing> holders() const;     // what it is attached to, by all its attach links
    [[nodiscard]] std::vector<Thing> referring() const;   // name it in spans, groups or a property
    [[nodiscard]] Thing fleet() const;                    // whose instance it pictures

    // Links
    [[nodiscard]] std::vector<Wire> wires() const; // all at it
    [[nodiscard]] std::vector<Wire> wires(LinkKind kind) const;
    [[nodiscard]] std::vector<Wire> calls() const;    // traffic and events leaving it
    [[nodiscard]] std::vector<Wire> callers() const;  // … arriving at it
    [[nodiscard]] std::vector<Thing> targets() const; // of a load balancer: what its traffic leads to
    [[nodiscard]] std::optional<int> tier() const;

    // TCP ports of it that the internet reaches, "22,443"; empty: none, or only because nothing set says no.
    [[nodiscard]] std::string portsFromInternet() const;

  private:
    friend class Ask;
    friend class Book;
    Thing(Ask* ask, const Slot* slot) : m_ask(ask), m_slot(slot) {}
    [[nodiscard]] std::vector<Thing> things(const std::vector<ElementId>& ids) const;
    Ask* m_ask = nullptr;
    const Slot* m_slot = nullptr;
};

// A link.
class Wire {
  public:
    Wire() = default;
    explicit operator bool() const { return m_slot && m_slot->link; }
    friend bool operator==(const Wire& a, const Wire& b) { return a.m_slot == b.m_slot; }
    [[nodiscard]] const LinkId& id() const { return m_slot->link->id; }
    [[nodiscard]] Text name() const; // "web → orders"
    [[nodiscard]] const diagram::Link& link() const { return *m_slot->link; }
    [[nodiscard]] LinkKind kind() const;
    [[nodiscard]] Thing from() const;
    [[nodiscard]] Thing to() const;
    [[nodiscard]] Thing other(const Thing& end) const;
    [[nodiscard]] topology::LinkMeaning meaning() const;
    [[nodiscard]] topology::Effective property(std::string_view key) const;
    [[nodiscard]] const std::string* text(std::string_view key) const;
    [[nodiscard]] std::optional<std::int64_t> amount(std::string_view key) const;
    [[nodiscard]] Truth flag(std::string_view key) const;
    [[nodiscard]] std::vector<Thing> allNamed(std::string_view key) const;
    [[nodiscard]] std::string port() const;      // as it takes effect, "443"; empty: unknown
    [[nodiscard]] const WalkFacts* walk() const; // of its packets; null: it opens no connection

  private:
    friend class Ask;
    friend class Book;
    Wire(Ask* ask, const Slot* slot) : m_ask(ask), m_slot(slot) {}
    Ask* m_ask = nullptr;
    const Slot* m_slot = nullptr;
};

// A value in a message: what is shown, and what the fingerprint is made of (an id stays when a name changes).
class Shown {
  public:
    Shown(const Thing& thing);
    Shown(const Wire& wire);
    Shown(const std::vector<Thing>& things); // "a, b and 3 more"
    Shown(Text text) : m_text(std::move(text)), m_fact(m_text.en) {}
    Shown(std::string text) : m_text{text, {}}, m_fact(std::move(text)) {}
    Shown(std::string_view text) : Shown(std::string(text)) {}
    Shown(const char* text) : Shown(std::string(text)) {}
    Shown(Quantity quantity) : Shown(toText(quantity)) {}
    Shown(Cidr block) : Shown(toText(block)) {}
    template <class Number>
    requires std::is_integral_v<Number> Shown(Number number) : Shown(std::to_string(number)) {}
    [[nodiscard]] const Text& text() const { return m_text; }
    [[nodiscard]] const std::string& fact() const { return m_fact; }
    [[nodiscard]] const std::vector<std::string>& ids() const { return m_ids; }

  private:
    Text m_text;
    std::vector<std::string> m_ids;
    std::string m_fact;
};

// A finding being written.
class Found {
  public:
    Found(Finding& finding, const catalog::Catalog& catalog) : m_finding(finding), m_catalog(catalog) {}
    Found& severity(Severity severity) {
        m_finding.severity = severity;
        return *this;
    }
    Found& cause(std::string key) {
        m_finding.cause = std::move(key);
        return *this;
    }
    Found& also(const Thing& thing);
    Found& also(const std::vector<Thing>& things);
    Found& fix(Text name, Mend mend) {
        m_finding.fixes.push_back({std::move(name), std::move(mend)});
        return *this;
    }
    // Sets a property of an element or link; the fix names itself from the catalog: "Set Multi-AZ of orders to …".
    Found& fixBySetting(const Thing& thing, std::string_view key, catalog::Value value);
    Found& fixBySetting(const Wire& wire, std::string_view key, catalog::Value value);

  private:
    Finding& m_finding;
    const catalog::Catalog& m_catalog;
};

class Ask {
  public:
    [[nodiscard]] Thing thing(const ElementId& id); // false: not there
    [[nodiscard]] Wire wire(const LinkId& id);
    // All elements of a role or of a service, sorted by id: for checkDesign, or wherever a rule must know about them
    // all.
    [[nodiscard]] std::vector<Thing> all(std::string_view roleOrService);
    [[nodiscard]] bool any(std::string_view roleOrService); // is there one?
    [[nodiscard]] std::vector<Wire> allWires(LinkKind kind);

    // Cuts of order 1 or 2: which failures stop the goals (resilience/).
    [[nodiscard]] const std::vector<FailureFacts>& failures(int order);

    // The project
    [[nodiscard]] bool production();                                  // project.env, prod when unset
    [[nodiscard]] std::optional<Quantity> goal(std::string_view key); // project property: "rpo", "rto"
    [[nodiscard]] std::vector<Thing> goals();                         // as set, else all callers
    [[nodiscard]] const std::string& today() const;                   // "2026-11-25"; empty: unknown
    [[nodiscard]] bool unsetCounts() const;                           // of the profile
    [[nodiscard]] std::string_view profile() const;
    [[nodiscard]] const catalog::Catalog& catalog() const;

    // Speaking. The message is filled as by say(); {} takes things, wires, lists of things, texts, numbers, quantities.
    template <class... Arguments>
    Found found(const Thing& at, const char* en, const char* ko, const Arguments&... arguments) {
        return add(at.id().str(), en, ko, {Shown(arguments)...});
    }
    template <class... Arguments>
    Found found(const Wire& at, const char* en, const char* ko, const Arguments&... arguments) {
        return add(at.id().str(), en, ko, {Shown(arguments)...});
    }
    template <class... Arguments>
    Found foundInDesign(const char* en, const char* ko, const Arguments&... arguments) {
        return add({}, en, ko, {Shown(arguments)...});
    }
    void needs(const Thing& thing, std::string_view key); // could not be decided because this is unset

  private:
    friend class Book;
    friend class Thing;
    friend class Wire;
    explicit Ask(Book& book) : m_book(book) {}
    Found add(std::string subject, const char* en, const char* ko, const std::vector<Shown>& values);
    [[nodiscard]] const topology::Topology& topology() const;
    Slot* note(std::string_view id); // facts about it are read

    Book& m_book;
    const Rule* m_rule = nullptr;
    std::uint64_t m_call = 0;
    std::vector<Slot*> m_reads;
    std::vector<std::shared_ptr<Finding>> m_findings;
    std::vector<Hint> m_hints;
};

[[nodiscard]] Truth sameZone(const Thing& a, const Thing& b); // Unknown: one of them is in no known single zone
[[nodiscard]] std::vector<Thing> without(std::vector<Thing> things, const Thing& one);

} // namespace sky::checks
