// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/convert_v1.h"

namespace sky::store::v1 {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

Kind kindOf(Unit unit) {
    switch (unit) {
    case Unit::Count:
        return Kind::Count;
    case Unit::Number:
        return Kind::Number;
    case Unit::Duration:
        return Kind::Duration;
    case Unit::Rate:
        return Kind::Rate;
    case Unit::Bytes:
        return Kind::Bytes;
    case Unit::Bandwidth:
        return Kind::Bandwidth;
    case Unit::Percent:
        return Kind::Percent;
    case Unit::Usd:
        return Kind::Usd;
    case Unit::Krw:
        return Kind::Krw;
    }
    ENSURE(false, "a unit that format 1 does not know");
}

Scalar scalarOf(bool yes) {
    return {yes ? Kind::Yes : Kind::No, 0, {}, {}};
}
Scalar scalarOf(const Quantity& quantity) {
    return {kindOf(quantity.unit), quantity.amount, {}, {}};
}
Scalar scalarOf(const std::string& text) {
    return {Kind::Text, 0, text, {}};
}
Scalar scalarOf(const Text& text) {
    return {Kind::Localized, 0, text.en, text.ko};
}
Scalar scalarOf(const catalog::Reference& reference) {
    return {Kind::Reference, 0, reference.id, {}};
}
Scalar scalarOf(const catalog::Scalar& scalar) {
    return std::visit([](const auto& value) { return scalarOf(value); }, scalar);
}

std::vector<Field> fieldsOf(const catalog::Record& record) {
    std::vector<Field> fields;
    fields.reserve(record.fields.size());
    for (const auto& [key, value] : record.fields) fields.push_back({key, scalarOf(value)});
    return fields;
}

std::vector<Property> propertiesOf(const catalog::Properties& properties) {
    std::vector<Property> out;
    out.reserve(properties.size());
    for (const auto& [key, value] : properties) {
        Property& property = out.emplace_back();
        property.key = key;
        std::visit(Overloaded{[&](const catalog::List& list) {
                                  property.value.kind = Kind::List;
                                  for (const catalog::Scalar& item : list) property.list.push_back(scalarOf(item));
                              },
                              [&](const catalog::Records& records) {
                                  property.value.kind = Kind::Rows;
                                  for (const catalog::Record& row : records) property.rows.push_back({fieldsOf(row)});
                              },
                              [&](const auto& scalar) { property.value = scalarOf(scalar); }},
                   value);
    }
    return out;
}

LinkKind kindOf(const std::optional<catalog::LinkKind>& kind) {
    if (!kind) return LinkKind::Unset;
    switch (*kind) {
    case catalog::LinkKind::Traffic:
        return LinkKind::Traffic;
    case catalog::LinkKind::Event:
        return LinkKind::Event;
    case catalog::LinkKind::Replication:
        return LinkKind::Replication;
    case catalog::LinkKind::Attach:
        return LinkKind::Attach;
    case catalog::LinkKind::Peering:
        return LinkKind::Peering;
    case catalog::LinkKind::Vpn:
        return LinkKind::Vpn;
    case catalog::LinkKind::DirectConnect:
        return LinkKind::DirectConnect;
    case catalog::LinkKind::Plain:
        return LinkKind::Plain;
    }
    ENSURE(false, "a kind of link that format 1 does not know");
}

Action actionOf(diagram::EventAction action) {
    switch (action) {
    case diagram::EventAction::Fail:
        return Action::Fail;
    case diagram::EventAction::Recover:
        return Action::Recover;
    case diagram::EventAction::Delay:
        return Action::Delay;
    case diagram::EventAction::Loss:
        return Action::Loss;
    case diagram::EventAction::Partition:
        return Action::Partition;
    case diagram::EventAction::Throttle:
        return Action::Throttle;
    case diagram::EventAction::Error:
        return Action::Error;
    case diagram::EventAction::Slow:
        return Action::Slow;
    case diagram::EventAction::Flush:
        return Action::Flush;
    case diagram::EventAction::Failover:
        return Action::Failover;
    case diagram::EventAction::Scale:
        return Action::Scale;
    case diagram::EventAction::Capacity:
        return Action::Capacity;
    case diagram::EventAction::Set:
        return Action::Set;
    }
    ENSURE(false, "an action that format 1 does not know");
}

std::vector<std::int64_t> numbersOf(const std::vector<diagram::RatePoint>& points) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(2 * points.size());
    for (const diagram::RatePoint& point : points) {
        numbers.push_back(point.at);
        numbers.push_back(point.rate);
    }
    return numbers;
}

Workload workloadOf(const diagram::Workload& workload) {
    Workload out;
    out.from = workload.from.str();
    std::visit(Overloaded{[&](const diagram::ConstantRate& constant) {
                              out.shape = Shape::Constant;
                              out.numbers = {constant.rate};
                          },
                          [&](const diagram::StepRates& steps) {
                              out.shape = Shape::Steps;
                              out.numbers = numbersOf(steps.points);
                          },
                          [&](const diagram::RampRates& ramp) {
                              out.shape = Shape::Ramp;
                              out.numbers = numbersOf(ramp.points);
                          },
                          [&](const diagram::WaveRate& wave) {
                              out.shape = Shape::Wave;
                              out.numbers = {wave.base, wave.amplitude, wave.period};
                          },
                          [&](const diagram::TraceRates& trace) {
                              out.shape = Shape::Trace;
                              out.numbers = {trace.step};
                              out.numbers.insert(out.numbers.end(), trace.rates.begin(), trace.rates.end());
                          }},
               workload.shape);
    return out;
}

template <class Identity>
std::vector<std::string> textsOf(const std::vector<Identity>& ids) {
    std::vector<std::string> texts;
    texts.reserve(ids.size());
    for (const Identity& id : ids) texts.push_back(id.str());
    return texts;
}

} // namespace

Project fromProject(const diagram::Project& project) {
    Project out{project.name.en, project.name.ko, propertiesOf(project.properties), {}, {}};
    for (const diagram::Acceptance& one : project.accepted)
        out.accepted.push_back({one.rule, one.subject, one.fingerprint, one.reason, one.author, one.date, one.until});
    if (!project.extensions.empty()) out.extensions.push_back({project.extensions});
    return out;
}

Element fromElement(const diagram::Element& element) {
    Element out{element.id.str(),
                element.service,
                element.name.en,
                element.name.ko,
                element.parent.str(),
                textsOf(element.spans),
                textsOf(element.groups),
                {},
                {},
                propertiesOf(element.properties)};
    if (element.frame)
        out.frame.push_back({element.frame->x, element.frame->y, element.frame->width, element.frame->height});
    if (element.locked) out.lock.emplace_back();
    return out;
}

Link fromLink(const diagram::Link& link) {
    Link out{link.id.str(),
             kindOf(link.kind),
             link.from.str(),
             link.to.str(),
             link.name.en,
             link.name.ko,
             {},
             propertiesOf(link.properties)};
    for (const Point& point : link.waypoints) out.waypoints.push_back({point.x, point.y});
    return out;
}

Scenario fromScenario(const diagram::Scenario& scenario) {
    Scenario out{scenario.id.str(),
                 scenario.name.en,
                 scenario.name.ko,
                 scenario.seed,
                 scenario.duration,
                 scenario.hypothesis.en,
                 scenario.hypothesis.ko,
                 {},
                 {},
                 {}};
    for (const diagram::Workload& workload : scenario.workload) out.workload.push_back(workloadOf(workload));
    for (const diagram::Event& event : scenario.events) {
        Event& one = out.events.emplace_back();
        one.at = event.at;
        one.action = actionOf(event.action);
        one.to = event.to;
        if (event.lasting) one.lasting.push_back(*event.lasting);
        one.with = fieldsOf(event.with);
    }
    for (Field& field : fieldsOf(scenario.goals)) out.goals.push_back({std::move(field.key), std::move(field.value)});
    return out;
}

} // namespace sky::store::v1
