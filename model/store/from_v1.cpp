// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/convert_v1.h"

#include <algorithm>

namespace sky::store::v1 {
namespace {

// Collects the first error; the conversion goes on with defaults and its result is dropped.
class Converter {
  public:
    [[nodiscard]] bool good() const { return !m_error; }
    [[nodiscard]] Error takeError() { return std::move(*m_error); }
    void fail(std::string place, Text what) {
        if (!m_error)
            m_error =
                Error{ErrorCode::BadFormat, std::move(place), std::move(what),
                      say("The file was changed by hand or is damaged; correct it, or open the previous version, "
                          "with ~ after the name.",
                          "파일을 손으로 고쳤거나 파일이 손상되었습니다. 바로잡거나, 이름 뒤에 ~가 붙은 이전 버전을 "
                          "여세요.")};
    }

    catalog::Scalar scalar(Scalar&& from, const std::string& place) {
        switch (from.kind) {
        case Kind::No:
            return false;
        case Kind::Yes:
            return true;
        case Kind::Text:
            return std::move(from.text);
        case Kind::Localized:
            return Text{std::move(from.text), std::move(from.korean)};
        case Kind::Reference:
            return catalog::Reference{std::move(from.text)};
        case Kind::Count:
            return Quantity{from.number, Unit::Count};
        case Kind::Number:
            return Quantity{from.number, Unit::Number};
        case Kind::Duration:
            return Quantity{from.number, Unit::Duration};
        case Kind::Rate:
            return Quantity{from.number, Unit::Rate};
        case Kind::Bytes:
            return Quantity{from.number, Unit::Bytes};
        case Kind::Bandwidth:
            return Quantity{from.number, Unit::Bandwidth};
        case Kind::Percent:
            return Quantity{from.number, Unit::Percent};
        case Kind::Usd:
            return Quantity{from.number, Unit::Usd};
        case Kind::Krw:
            return Quantity{from.number, Unit::Krw};
        case Kind::List:
        case Kind::Rows:
            break;
        }
        fail(place, say("a list stands inside a list.", "목록 안에 목록이 있습니다."));
        return false;
    }

    void twice(const std::string& place, const std::string& key) {
        fail(place, say("'{}' is set twice.", "'{}'이(가) 두 번 적혀 있습니다.", key.substr(0, 80)));
    }

    catalog::Record record(std::vector<Field>&& fields, const std::string& place) {
        catalog::Record out;
        out.fields.reserve(fields.size());
        for (Field& field : fields) {
            const std::size_t before = out.fields.size();
            out.set(field.key, scalar(std::move(field.value), place));
            if (out.fields.size() == before) twice(place, field.key);
        }
        return out;
    }

    catalog::Value value(Property&& from, const std::string& place) {
        if (from.value.kind == Kind::List) {
            catalog::List list;
            list.reserve(from.list.size());
            for (Scalar& item : from.list) list.push_back(scalar(std::move(item), place));
            return list;
        }
        if (from.value.kind == Kind::Rows) {
            catalog::Records records;
            records.reserve(from.rows.size());
            for (Row& row : from.rows) records.push_back(record(std::move(row.fields), place));
            return records;
        }
        return std::visit([](auto&& one) { return catalog::Value(std::move(one)); },
                          scalar(std::move(from.value), place));
    }

    catalog::Properties properties(std::vector<Property>&& from, const std::string& place) {
        catalog::Properties out;
        for (Property& property : from) {
            const std::size_t before = out.size();
            out.set(property.key, value(std::move(property), place));
            if (out.size() == before) twice(place, property.key);
        }
        return out;
    }

    std::vector<diagram::RatePoint> points(const std::vector<std::int64_t>& numbers, const std::string& place) {
        if (numbers.size() % 2 != 0)
            fail(place,
                 say("the times and rates of a workload do not pair up.", "부하의 시간과 속도가 짝이 맞지 않습니다."));
        std::vector<diagram::RatePoint> out;
        out.reserve(numbers.size() / 2);
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) out.push_back({numbers[i], numbers[i + 1]});
        return out;
    }

    diagram::Workload workload(Workload&& from, const std::string& place) {
        diagram::Workload out;
        out.from = ElementId(std::move(from.from));
        std::vector<std::int64_t>& numbers = from.numbers;
        const auto need = [&](std::size_t count) {
            if (numbers.size() == count) return true;
            fail(place, say("a workload has {} numbers where {} belong.", "부하의 숫자가 {}개입니다. {}개여야 합니다.",
                            std::uint64_t{numbers.size()}, std::uint64_t{count}));
            return false;
        };
        switch (from.shape) {
        case Shape::Constant:
            if (need(1)) out.shape = diagram::ConstantRate{numbers[0]};
            break;
        case Shape::Steps:
            out.shape = diagram::StepRates{points(numbers, place)};
            break;
        case Shape::Ramp:
            out.shape = diagram::RampRates{points(numbers, place)};
            break;
        case Shape::Wave:
            if (need(3)) out.shape = diagram::WaveRate{numbers[0], numbers[1], numbers[2]};
            break;
        case Shape::Trace:
            if (numbers.empty()) {
                (void)need(1);
            } else {
                const std::int64_t step = numbers.front();
                numbers.erase(numbers.begin());
                out.shape = diagram::TraceRates{step, std::move(numbers)};
            }
            break;
        }
        return out;
    }

  private:
    std::optional<Error> m_error;
};

std::optional<catalog::LinkKind> kindOf(LinkKind kind) {
    switch (kind) {
    case LinkKind::Unset:
        break;
    case LinkKind::Traffic:
        return catalog::LinkKind::Traffic;
    case LinkKind::Event:
        return catalog::LinkKind::Event;
    case LinkKind::Replication:
        return catalog::LinkKind::Replication;
    case LinkKind::Attach:
        return catalog::LinkKind::Attach;
    case LinkKind::Peering:
        return catalog::LinkKind::Peering;
    case LinkKind::Vpn:
        return catalog::LinkKind::Vpn;
    case LinkKind::DirectConnect:
        return catalog::LinkKind::DirectConnect;
    case LinkKind::Plain:
        return catalog::LinkKind::Plain;
    }
    return std::nullopt;
}

diagram::EventAction actionOf(Action action) {
    switch (action) {
    case Action::Fail:
        return diagram::EventAction::Fail;
    case Action::Recover:
        return diagram::EventAction::Recover;
    case Action::Delay:
        return diagram::EventAction::Delay;
    case Action::Loss:
        return diagram::EventAction::Loss;
    case Action::Partition:
        return diagram::EventAction::Partition;
    case Action::Throttle:
        return diagram::EventAction::Throttle;
    case Action::Error:
        return diagram::EventAction::Error;
    case Action::Slow:
        return diagram::EventAction::Slow;
    case Action::Flush:
        return diagram::EventAction::Flush;
    case Action::Failover:
        return diagram::EventAction::Failover;
    case Action::Scale:
        return diagram::EventAction::Scale;
    case Action::Capacity:
        return diagram::EventAction::Capacity;
    case Action::Set:
        return diagram::EventAction::Set;
    }
    ENSURE(false, "an action that format 1 does not know");
}

std::vector<ElementId> idsOf(std::vector<std::string>&& texts) {
    std::vector<ElementId> ids;
    ids.reserve(texts.size());
    for (std::string& text : texts) ids.emplace_back(std::move(text));
    return ids;
}

std::string placeOf(const char* list, const std::string& id) {
    return std::string(list) + '[' + id.substr(0, 80) + ']';
}

diagram::Project projectOf(Project&& from, Converter& converter) {
    diagram::Project out;
    out.name = {std::move(from.name), std::move(from.korean)};
    out.properties = converter.properties(std::move(from.properties), "project");
    for (Acceptance& one : from.accepted)
        out.accepted.push_back({std::move(one.rule), std::move(one.subject), std::move(one.fingerprint),
                                std::move(one.reason), std::move(one.author), std::move(one.date),
                                std::move(one.until)});
    std::sort(out.accepted.begin(), out.accepted.end()); // two branches merged by hand may have mixed them
    if (!from.extensions.empty()) out.extensions = std::move(from.extensions.front().json);
    return out;
}

diagram::Element elementOf(Element&& from, Converter& converter) {
    const std::string place = placeOf("elements", from.id);
    diagram::Element out;
    out.id = ElementId(std::move(from.id));
    out.service = std::move(from.service);
    out.name = {std::move(from.name), std::move(from.korean)};
    out.parent = ElementId(std::move(from.parent));
    out.spans = idsOf(std::move(from.spans));
    out.groups = idsOf(std::move(from.groups));
    out.properties = converter.properties(std::move(from.properties), place);
    if (!from.frame.empty()) {
        const Frame& frame = from.frame.front();
        out.frame = Rect{frame.x, frame.y, frame.width, frame.height};
    }
    return out;
}

diagram::Link linkOf(Link&& from, Converter& converter) {
    const std::string place = placeOf("links", from.id);
    diagram::Link out;
    out.id = LinkId(std::move(from.id));
    out.kind = kindOf(from.kind);
    out.from = ElementId(std::move(from.from));
    out.to = ElementId(std::move(from.to));
    out.name = {std::move(from.name), std::move(from.korean)};
    out.properties = converter.properties(std::move(from.properties), place);
    out.waypoints.reserve(from.waypoints.size());
    for (const Waypoint& point : from.waypoints) out.waypoints.push_back({point.x, point.y});
    return out;
}

diagram::Scenario scenarioOf(Scenario&& from, Converter& converter) {
    const std::string place = placeOf("scenarios", from.id);
    diagram::Scenario out;
    out.id = ScenarioId(std::move(from.id));
    out.name = {std::move(from.name), std::move(from.korean)};
    out.seed = from.seed;
    out.duration = from.duration;
    out.hypothesis = {std::move(from.hypothesis), std::move(from.hypothesisKorean)};
    for (Workload& workload : from.workload) out.workload.push_back(converter.workload(std::move(workload), place));
    for (Event& event : from.events) {
        diagram::Event& one = out.events.emplace_back();
        one.at = event.at;
        one.action = actionOf(event.action);
        one.to = std::move(event.to);
        if (!event.lasting.empty()) one.lasting = event.lasting.front();
        if (event.lasting.size() > 1)
            converter.fail(place, say("an event lasts for two times.", "사건의 지속 시간이 두 개입니다."));
        one.with = converter.record(std::move(event.with), place);
    }
    for (Goal& goal : from.goals) {
        const std::size_t before = out.goals.fields.size();
        out.goals.set(goal.key, converter.scalar(std::move(goal.value), place));
        if (out.goals.fields.size() == before) converter.twice(place, goal.key);
    }
    return out;
}

// Puts everything of one kind into the diagram, and refuses an id the diagram has already.
template <class List, class Convert>
void putAll(diagram::Diagram& diagram, List& list, const char* name, Converter& converter, Convert convert) {
    for (auto& one : list) {
        if (!converter.good()) return;
        if (!isValidId(one.id))
            return converter.fail(
                placeOf(name, one.id),
                say("'{}' cannot be an id.", "'{}'은(는) 아이디로 쓸 수 없습니다.", one.id.substr(0, 80)));
        if (diagram.hasId(one.id))
            return converter.fail(placeOf(name, one.id),
                                  say("the id '{}' is used twice.", "'{}' 아이디가 두 번 쓰였습니다.", one.id));
        diagram.put(convert(std::move(one), converter));
    }
    list.clear();
}

} // namespace

Result<diagram::Diagram> toDiagram(Document&& document) {
    Converter converter;
    diagram::Diagram diagram;
    diagram.setProject(projectOf(std::move(document.project), converter));
    putAll(diagram, document.elements, "elements", converter, elementOf);
    putAll(diagram, document.links, "links", converter, linkOf);
    putAll(diagram, document.scenarios, "scenarios", converter, scenarioOf);
    if (!converter.good()) return converter.takeError();
    return diagram;
}

} // namespace sky::store::v1
