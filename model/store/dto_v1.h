// SPDX-License-Identifier: GPL-3.0-or-later
// Format 1 of the project file as plain structs. Frozen: once released, neither a field nor a word may change here; a
// change is a new format with structs of its own and a migration (migration.h). Flat values only: no pointers, no
// polymorphism, no class versions, no floating point. Ids are texts; coordinates and quantities are integers.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sky::store::v1 {

enum class Kind : std::uint8_t {
    No,
    Yes,
    Text,
    Localized,
    Reference,
    Count, // of a Quantity, from here to Krw
    Number,
    Duration,
    Rate,
    Bytes,
    Bandwidth,
    Percent,
    Usd,
    Krw,
    List,
    Rows,
};
enum class LinkKind : std::uint8_t { Unset, Traffic, Event, Replication, Attach, Peering, Vpn, DirectConnect, Plain };
enum class Shape : std::uint8_t { Constant, Steps, Ramp, Wave, Trace };
enum class Action : std::uint8_t {
    Fail,
    Recover,
    Delay,
    Loss,
    Partition,
    Throttle,
    Error,
    Slow,
    Flush,
    Failover,
    Scale,
    Capacity,
    Set
};

// How the file spells them, in the order of the enum.
[[nodiscard]] std::span<const std::string_view> wordsOf(Kind);
[[nodiscard]] std::span<const std::string_view> wordsOf(LinkKind);
[[nodiscard]] std::span<const std::string_view> wordsOf(Shape);
[[nodiscard]] std::span<const std::string_view> wordsOf(Action);

struct Scalar { // `text` of texts and references, `korean` of localized ones, `number` of quantities
    Kind kind = Kind::No;
    std::int64_t number = 0;
    std::string text;
    std::string korean;
};
struct Field {
    std::string key;
    Scalar value;
};
struct Row {
    std::vector<Field> fields;
};
struct Property { // `value.kind` List: the items are in `list`; Rows: in `rows`
    std::string key;
    Scalar value;
    std::vector<Scalar> list;
    std::vector<Row> rows;
};
struct Frame {
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::int32_t width = 0;
    std::int32_t height = 0;
};
struct Lock { // the line alone says it
};
struct Waypoint {
    std::int32_t x = 0;
    std::int32_t y = 0;
};
struct Element {
    std::string id;
    std::string service;
    std::string name;
    std::string korean;
    std::string parent; // empty: on the page
    std::vector<std::string> spans;
    std::vector<std::string> groups;
    std::vector<Frame> frame; // none or one
    std::vector<Lock> lock;   // none or one
    std::vector<Property> properties;
};
struct Link {
    std::string id;
    LinkKind kind = LinkKind::Unset;
    std::string from;
    std::string to;
    std::string name;
    std::string korean;
    std::vector<Waypoint> waypoints;
    std::vector<Property> properties;
};
struct Workload { // numbers: rate · at rate at rate … · base amplitude period · step rate rate …
    std::string from;
    Shape shape = Shape::Constant;
    std::vector<std::int64_t> numbers;
};
struct Event {
    std::int64_t at = 0;
    Action action = Action::Fail;
    std::string to;
    std::vector<std::int64_t> lasting; // none or one
    std::vector<Field> with;
};
struct Goal {
    std::string key;
    Scalar value;
};
struct Scenario {
    std::string id;
    std::string name;
    std::string korean;
    std::uint64_t seed = 1;
    std::int64_t duration = 0;
    std::string hypothesis;
    std::string hypothesisKorean;
    std::vector<Workload> workload;
    std::vector<Event> events;
    std::vector<Goal> goals;
};
struct Acceptance {
    std::string rule;
    std::string subject;
    std::string fingerprint;
    std::string reason;
    std::string author;
    std::string date;
    std::string until;
};
struct Extensions { // other programs' JSON object
    std::string json;
};
struct Project {
    std::string name;
    std::string korean;
    std::vector<Property> properties;
    std::vector<Acceptance> accepted;
    std::vector<Extensions> extensions; // none or one
};
struct Document {
    static constexpr int kFormat = 1;
    Project project;
    std::deque<Element> elements; // a deque grows without ever asking for one huge piece of memory
    std::deque<Link> links;
    std::deque<Scenario> scenarios;
};

} // namespace sky::store::v1
