// SPDX-License-Identifier: GPL-3.0-or-later
// How the structs of format 1 are serialised: the fields in order, by any archive of Boost's concept. Which of them are
// lines of the file, and the most there may be of each, is said at the end. Frozen like the structs.
#pragma once

#include "diagram/limits.h"
#include "store/dto_v1.h"
#include "store/line_archive.h"

#include <boost/serialization/level.hpp>
#include <boost/serialization/tracking.hpp>

namespace sky::store::v1 {

template <class Archive>
void serialize(Archive& archive, Scalar& scalar, unsigned) {
    archive& scalar.kind;
    switch (scalar.kind) {
    case Kind::Text:
    case Kind::Reference:
        archive& scalar.text;
        break;
    case Kind::Localized:
        archive& scalar.text& scalar.korean;
        break;
    case Kind::No:
    case Kind::Yes:
    case Kind::List:
    case Kind::Rows:
        break;
    default:
        archive& scalar.number;
        break;
    }
}

template <class Archive>
void serialize(Archive& archive, Field& field, unsigned) {
    archive& field.key& field.value;
}

template <class Archive>
void serialize(Archive& archive, Row& row, unsigned) {
    archive& row.fields;
}

template <class Archive>
void serialize(Archive& archive, Property& property, unsigned) {
    archive& property.key& property.value;
    if (property.value.kind == Kind::List) archive& property.list;
    if (property.value.kind == Kind::Rows) archive& property.rows;
}

template <class Archive>
void serialize(Archive& archive, Frame& frame, unsigned) {
    archive& frame.x& frame.y& frame.width& frame.height;
}

template <class Archive>
void serialize(Archive&, Lock&, unsigned) {}

template <class Archive>
void serialize(Archive& archive, Waypoint& waypoint, unsigned) {
    archive& waypoint.x& waypoint.y;
}

template <class Archive>
void serialize(Archive& archive, Element& element, unsigned) {
    archive& element.id& element.service& element.name& element.korean& element.parent;
    archive& element.spans& element.groups& element.frame& element.lock& element.properties;
}

template <class Archive>
void serialize(Archive& archive, Link& link, unsigned) {
    archive& link.id& link.kind& link.from& link.to& link.name& link.korean;
    archive& link.waypoints& link.properties;
}

template <class Archive>
void serialize(Archive& archive, Workload& workload, unsigned) {
    archive& workload.from& workload.shape& workload.numbers;
}

template <class Archive>
void serialize(Archive& archive, Event& event, unsigned) {
    archive& event.at& event.action& event.to& event.lasting& event.with;
}

template <class Archive>
void serialize(Archive& archive, Goal& goal, unsigned) {
    archive& goal.key& goal.value;
}

template <class Archive>
void serialize(Archive& archive, Scenario& scenario, unsigned) {
    archive& scenario.id& scenario.name& scenario.korean& scenario.seed& scenario.duration;
    archive& scenario.hypothesis& scenario.hypothesisKorean;
    archive& scenario.workload& scenario.events& scenario.goals;
}

template <class Archive>
void serialize(Archive& archive, Acceptance& accepted, unsigned) {
    archive& accepted.rule& accepted.subject& accepted.fingerprint& accepted.reason;
    archive& accepted.author& accepted.date& accepted.until;
}

template <class Archive>
void serialize(Archive& archive, Extensions& extensions, unsigned) {
    archive& extensions.json;
}

template <class Archive>
void serialize(Archive& archive, Project& project, unsigned) {
    archive& project.name& project.korean& project.properties& project.accepted& project.extensions;
}

template <class Archive>
void serialize(Archive& archive, Document& document, unsigned) {
    archive& document.project& document.elements& document.links& document.scenarios;
}

} // namespace sky::store::v1

// Neither class versions nor tracking nor type information: the file holds the fields and nothing else.
#define SKY_PLAIN_RECORD(Type)                                                                                         \
    BOOST_CLASS_IMPLEMENTATION(sky::store::v1::Type, boost::serialization::object_serializable)                        \
    BOOST_CLASS_TRACKING(sky::store::v1::Type, boost::serialization::track_never)
SKY_PLAIN_RECORD(Scalar)
SKY_PLAIN_RECORD(Field)
SKY_PLAIN_RECORD(Row)
SKY_PLAIN_RECORD(Property)
SKY_PLAIN_RECORD(Frame)
SKY_PLAIN_RECORD(Lock)
SKY_PLAIN_RECORD(Waypoint)
SKY_PLAIN_RECORD(Element)
SKY_PLAIN_RECORD(Link)
SKY_PLAIN_RECORD(Workload)
SKY_PLAIN_RECORD(Event)
SKY_PLAIN_RECORD(Goal)
SKY_PLAIN_RECORD(Scenario)
SKY_PLAIN_RECORD(Acceptance)
SKY_PLAIN_RECORD(Extensions)
SKY_PLAIN_RECORD(Project)
SKY_PLAIN_RECORD(Document)
#undef SKY_PLAIN_RECORD

namespace sky::store {

template <>
struct LineOf<v1::Project> : LineNamed<"project", 1> {};
template <>
struct LineOf<v1::Property> : LineNamed<"property", diagram::limits::kProperties> {};
template <>
struct LineOf<v1::Row> : LineNamed<"row", diagram::limits::kReferences> {};
template <>
struct LineOf<v1::Acceptance> : LineNamed<"accepted", 100'000> {};
template <>
struct LineOf<v1::Extensions> : LineNamed<"extensions", 1> {};
template <>
struct LineOf<v1::Element> : LineNamed<"element", diagram::limits::kElements> {};
template <>
struct LineOf<v1::Frame> : LineNamed<"frame", 1> {};
template <>
struct LineOf<v1::Lock> : LineNamed<"locked", 1> {};
template <>
struct LineOf<v1::Link> : LineNamed<"link", diagram::limits::kLinks> {};
template <>
struct LineOf<v1::Waypoint> : LineNamed<"point", diagram::limits::kReferences> {};
template <>
struct LineOf<v1::Scenario> : LineNamed<"scenario", diagram::limits::kScenarios> {};
template <>
struct LineOf<v1::Workload> : LineNamed<"workload", diagram::limits::kReferences> {};
template <>
struct LineOf<v1::Event> : LineNamed<"event", diagram::limits::kReferences> {};
template <>
struct LineOf<v1::Goal> : LineNamed<"goal", diagram::limits::kReferences> {};

} // namespace sky::store
