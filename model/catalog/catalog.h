// SPDX-License-Identifier: GPL-3.0-or-later
// What AWS offers, as immutable data: service types with their properties, traits, places and links. Read from the JSON
// files under catalog/data (grammar: catalog/README.md). Code asks for traits and capabilities, never for service keys.
// A Catalog is a value that everybody shares by const reference; builtin() is read once and lives as long as the
// program.
#pragma once

#include "base/geometry.h"
#include "base/result.h"
#include "catalog/value.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sky::catalog {

enum class Trait : std::uint32_t {
    Container = 1u << 0,   // has an inside on the canvas
    Domain = 1u << 1,      // a failure domain: region, AZ, VPC
    Group = 1u << 2,       // members name it in `groups`; parent of nothing
    Spanning = 1u << 3,    // lives in the subnets of `spans`
    Eni = 1u << 4,         // has a network interface in a subnet
    Caller = 1u << 5,      // requests are born here
    Station = 1u << 6,     // does work for a request
    Splitter = 1u << 7,    // sends a request down one outgoing link
    Store = 1u << 8,       // keeps data
    Queue = 1u << 9,       // takes in now, hands out later
    Router = 1u << 10,     // forwards packets (gateways, NAT)
    Config = 1u << 11,     // no box on the canvas unless `shown`
    Annotation = 1u << 12, // drawn, never checked or run
    Managed = 1u << 13,    // AWS keeps it alive over zones
};

class Traits {
  public:
    constexpr Traits() = default;
    constexpr Traits(Trait trait) : m_bits(static_cast<std::uint32_t>(trait)) {}
    [[nodiscard]] constexpr bool has(Trait trait) const { return (m_bits & static_cast<std::uint32_t>(trait)) != 0; }
    [[nodiscard]] constexpr bool hasAny(Traits other) const { return (m_bits & other.m_bits) != 0; }
    constexpr Traits& operator|=(Traits other) {
        m_bits |= other.m_bits;
        return *this;
    }
    friend constexpr Traits operator|(Traits a, Traits b) { return a |= b; }
    friend constexpr bool operator==(Traits, Traits) = default;

  private:
    std::uint32_t m_bits = 0;
};
constexpr Traits operator|(Trait a, Trait b) {
    return Traits(a) | Traits(b);
}

// Where a thing lives, in AWS's words.
enum class Scope : std::uint8_t { None, Global, Edge, Account, Region, Vpc, Zone, OnPremises };

enum class PropertyType : std::uint8_t {
    Bool,
    Text,          // one language: std::string
    LocalizedText, // Text: {"en":…,"ko":…} or one string
    Choice,        // std::string, one of `choices`
    Cidr,          // std::string, canonical IPv4 or IPv6 CIDR, or one of `words`
    Address,       // std::string, canonical IPv4 or IPv6 address
    Ports,         // std::string "443", "1024-65535", "all"; a single port may be written as an integer in JSON
    Place,         // std::string: a city of the catalog or "lat,lon"
    Date,          // std::string "2026-11-21"
    Integer,       // Quantity Count
    Number,        // Quantity Number
    Duration,      // Quantity of the unit of the same name, from here on
    Rate,
    Bytes,
    Bandwidth,
    Percent,
    Money,     // Usd or Krw
    Reference, // Reference, or one of `words` as std::string ("local"), or a CIDR where `orCidr`
    Records,   // Records of `fields`
};

struct Choice {
    std::string key;
    Text label;
};

struct Condition { // the property `property` (its default when unset) is one of `is`
    std::string property;
    std::vector<std::string> is; // texts as toText() writes them
};

struct DefaultWhen { // a default that hangs on another property: the port of a database on its engine
    Condition when;
    Value value;
};

struct Property {
    std::string key;
    PropertyType type = PropertyType::Text;
    bool list = false; // a List of `type`
    Text label;
    Text help;
    std::string group;                 // inspector section: a key of Catalog::propertyGroups()
    std::optional<Value> byDefault;    // what AWS (or we) take when unset
    std::vector<DefaultWhen> defaults; // the first whose condition holds goes before `byDefault`
    Text whenUnset;                    // said instead of a default where AWS has none or it depends
    std::optional<std::int64_t> least; // in the base unit; of a list and of Records: how many
    std::optional<std::int64_t> most;
    std::optional<Condition> when; // has a meaning only then (same element, or same record)
    std::vector<Choice> choices;
    std::vector<std::string> words; // texts a Reference or Cidr may hold instead ("local", "pl-s3")
    bool orCidr = false;
    std::vector<std::string> refersTo; // service keys, "trait:NAME", "role:NAME", "link:KIND"; empty: anything
    std::vector<Property> fields;      // of Records
    bool required = false;             // of a field in a record
    std::string table;                 // a Choice whose keys come from a fact table: "instance-types", "regions", …
    std::string source;                // where default and range come from
};

struct Preset { // an engine or generation of one type, found in the palette under its own name
    std::string key;
    Text name;
    Text description;
    std::vector<std::string> aliases; // any language
    Properties properties;
};

enum class LifecycleState : std::uint8_t {
    Current,
    Previous, // works and is sold, but a newer kind is better in every respect
    Closed,   // to new customers; those who have it keep it
    Ended,    // nobody can use it any more
    Renamed,  // the same thing under a new name
};

struct Lifecycle { // of a service; what is not Current has a date and a source
    LifecycleState state = LifecycleState::Current;
    std::string since;                 // "2025-11-13"
    std::string successor;             // key of the service to take instead, if there is one
    std::vector<std::string> formerly; // earlier official names: found by search like the name itself
    Text note;                         // one or two sentences for people
    std::string source;
};

struct Pricing {                    // what a service is billed by; at least one of the three is there
    std::vector<std::string> items; // line items: keys of prices.json
    Text free;                      // why it costs nothing of its own
    Text unknown;                   // why (a part of) its price is not known
};

struct Service {
    std::string key;
    Text name;        // the full official name, "Amazon EC2"
    Text shortName;   // what a tile shows, "EC2"
    Text description; // one line
    std::vector<std::string> aliases;
    std::string category; // a key of Catalog::categories()
    Scope scope = Scope::None;
    Traits traits;
    std::vector<std::string> roles;   // finer than traits, from the closed list of catalog/roles.h
    std::vector<std::string> parents; // allowed parents: service keys, and "page"
    Size defaultSize; // a container: its border; anything else: its tile, 40 x 40 (layout/metrics.h), text below it not
                      // counted
    std::vector<Property> properties;
    std::vector<Preset> presets;
    Lifecycle lifecycle;
    Pricing pricing;
    std::string page; // AWS's documentation address
    std::vector<std::string> sources;

    [[nodiscard]] bool is(Trait trait) const { return traits.has(trait); }
    [[nodiscard]] bool plays(std::string_view role) const {
        return std::find(roles.begin(), roles.end(), role) != roles.end();
    }
    [[nodiscard]] const Property* property(std::string_view propertyKey) const;
    [[nodiscard]] bool mayStandIn(std::string_view parentKey) const; // "page" for the page itself
};

enum class LinkKind : std::uint8_t { Traffic, Event, Replication, Attach, Peering, Vpn, DirectConnect, Plain };

struct LinkEnds { // "trait:caller", "role:fleet", service keys, "any"
    std::vector<std::string> from;
    std::vector<std::string> to;
};

struct LinkType { // one row of the table of link kinds, with the properties such a link has
    LinkKind kind = LinkKind::Plain;
    std::string key; // "traffic", "direct-connect"; new link ids begin with it
    Text name;
    Text description;
    std::vector<std::string> aliases;
    std::vector<LinkEnds> ends; // a link of this kind fits one of these
    bool sameEngine = false;    // both ends must be of one service and engine (replication)
    std::vector<Property> properties;

    [[nodiscard]] const Property* property(std::string_view propertyKey) const;
};

struct Category {
    std::string key;
    Text name;
    std::string color; // "#ED7100"
};

struct PropertyGroup {
    std::string key;
    Text name;
};

struct Region {
    std::string code;
    Text name;
    Text city;
    double latitude = 0;
    double longitude = 0;
    std::vector<std::string> zones; // letters
    std::string partition;
    bool optIn = false; // must be enabled in the account first
};

struct Place { // a city where users may be
    Text name;
    std::string country; // ISO 3166-1
    double latitude = 0;
    double longitude = 0;
};

struct InstanceType { // of EC2; database classes and cache node types have the same shape
    std::string type;
    std::string family; // "m6i"
    int vcpus = 0;
    std::int64_t memoryBytes = 0;
    std::string architecture;
    std::optional<std::int64_t> networkBitsPerSecond;
    std::optional<std::int64_t> ebsBitsPerSecond;
    std::optional<double> baselinePercentPerVcpu; // burstable types only, these three
    std::optional<double> creditsPerHour;
    std::optional<double> maxCredits;
    bool unlimitedByDefault = false; // burstable: spends beyond its credits unless told otherwise
    bool currentGeneration = true;
    int maxInterfaces = 0; // 0: unknown
    int addressesPerInterface = 0;
    std::map<std::string, std::int64_t> nanoUsdPerHour; // by region code, of databases and caches by "REGION/ENGINE"
                                                        // (one node, one AZ); absent: unknown
    std::string source;
};

class Catalog {
  public:
    [[nodiscard]] static const Catalog& builtin();

    struct File {
        std::string name; // "services/ec2.json"
        std::string_view bytes;
    };
    [[nodiscard]] static Result<Catalog> read(std::span<const File> files);
    [[nodiscard]] static std::span<const File> builtinFiles();

    [[nodiscard]] std::span<const Service> services() const; // sorted by key
    [[nodiscard]] const Service* find(std::string_view key) const;
    struct Match {
        const Service* service = nullptr;
        const Preset* preset = nullptr; // null: the service itself
    };
    // Best first: names, aliases, descriptions in both languages; prefixes, Hangul while it is composed, initial
    // consonants.
    [[nodiscard]] std::vector<Match> searchPalette(std::string_view words) const;
    [[nodiscard]] std::vector<const Service*> search(std::string_view words) const; // a preset stands for its service
    // The service of which this is the key or an official name, today's or an earlier one, in either language; then the
    // one of which it is a preset's name or, if there is only one, another word people use. Case and hyphens do not
    // count.
    [[nodiscard]] const Service* named(std::string_view name) const;
    [[nodiscard]] std::string nearestKey(std::string_view wrong) const;

    [[nodiscard]] std::span<const LinkType>
    linkTypes() const; // in the order of SEMANTICS: the first that fits is taken
    [[nodiscard]] const LinkType& linkType(LinkKind kind) const;
    [[nodiscard]] const LinkType* linkType(std::string_view key) const;
    [[nodiscard]] std::vector<LinkKind> kindsBetween(const Service& from, const Service& to) const; // Plain comes last

    [[nodiscard]] std::span<const Property> projectProperties() const;
    [[nodiscard]] std::span<const Category> categories() const;
    [[nodiscard]] const Category* category(std::string_view key) const;
    [[nodiscard]] std::span<const PropertyGroup> propertyGroups() const;

    [[nodiscard]] std::span<const Region> regions() const;
    [[nodiscard]] const Region* region(std::string_view code) const;
    [[nodiscard]] std::span<const Place> places() const;
    [[nodiscard]] std::optional<Place> place(std::string_view text) const; // a city in either language, or "lat,lon"
    [[nodiscard]] std::span<const InstanceType>
    types(std::string_view table) const; // "instance-types", "database-classes"…
    [[nodiscard]] const InstanceType* type(std::string_view table, std::string_view name) const;

    Catalog(Catalog&&) noexcept;
    Catalog& operator=(Catalog&&) noexcept;
    ~Catalog();

  private:
    struct Data;
    explicit Catalog(std::unique_ptr<const Data> data);
    std::unique_ptr<const Data> m_data;
};

// One place that knows what a value of a property looks like: used by JSON, the inspector, the command line and
// imports.
[[nodiscard]] Result<Scalar> parseScalar(const Property& property,
                                         std::string_view text);                   // "443", "30s", "10.0.0.0/16"
[[nodiscard]] std::string toText(const Scalar& scalar);                            // canonical
[[nodiscard]] Result<void> validate(const Property& property, const Value& value); // type, range, choices

} // namespace sky::catalog
