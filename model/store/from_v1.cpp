// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/convert_v1.h"

#include "diagram/filling.h"
#include "store/serialize_v1.h"

#include <algorithm>

namespace sky::store::v1 {
namespace {

// Collects the first error; the conversion goes on with defaults and its result is dropped.
class Converter {
  public:
    [[nodiscard]] bool good() const { return !m_error; }
    [[nodiscard]] Error takeError() { return std::move(*m_error); }

    // What is converted next: "elements" and an id, or one thing without an id.
    void begin(const char* list, std::string_view id) {
        m_list = list;
        m_id = id.substr(0, 80);
    }
    void fail(Text what) {
        if (!m_error)
            m_error =
                Error{ErrorCode::BadFormat, m_id.empty() ? m_list : m_list + ('[' + m_id + ']'), std::move(what),
                      say("The file was changed by hand or is damaged; correct it, or open the previous version, "
                          "with ~ after the name.",
                          "파일을 손으로 고쳤거나 파일이 손상되었습니다. 바로잡거나, 이름 뒤에 ~가 붙은 이전 버전을 "
                          "여세요.")};
    }

    // A Scalar, or a Value that holds one.
    template <class Holder = catalog::Scalar>
    Holder scalar(Scalar&& from) {
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
        fail(say("a list stands inside a list.", "목록 안에 목록이 있습니다."));
        return false;
    }

    void twice(const std::string& key) {
        fail(say("'{}' is set twice.", "'{}'이(가) 두 번 적혀 있습니다.", key.substr(0, 80)));
    }

    catalog::Record record(std::vector<Field>&& fields) {
        catalog::Record out;
        out.fields.reserve(fields.size());
        for (Field& field : fields) {
            const std::size_t before = out.fields.size();
            out.set(field.key, scalar(std::move(field.value)));
            if (out.fields.size() == before) twice(field.key);
        }
        return out;
    }

    catalog::Value value(Property&& from) {
        if (from.value.kind == Kind::List) {
            catalog::List list;
            list.reserve(from.list.size());
            for (Scalar& item : from.list) list.push_back(scalar(std::move(item)));
            return list;
        }
        if (from.value.kind == Kind::Rows) {
            catalog::Records records;
            records.reserve(from.rows.size());
            for (Row& row : from.rows) records.push_back(record(std::move(row.fields)));
            return records;
        }
        return scalar<catalog::Value>(std::move(from.value));
    }

    catalog::Properties properties(std::vector<Property>&& from) {
        catalog::Properties out;
        out.reserve(from.size());
        for (Property& property : from) {
            const std::size_t before = out.size();
            out.set(property.key, value(std::move(property)));
            if (out.size() == before) twice(property.key);
        }
        return out;
    }

    std::vector<diagram::RatePoint> points(const std::vector<std::int64_t>& numbers) {
        if (numbers.size() % 2 != 0)
            fail(say("the times and rates of a workload do not pair up.", "부하의 시간과 속도가 짝이 맞지 않습니다."));
        std::vector<diagram::RatePoint> out;
        out.reserve(numbers.size() / 2);
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) out.push_back({numbers[i], numbers[i + 1]});
        return out;
    }

    diagram::Workload workload(Workload&& from) {
        diagram::Workload out;
        out.from = ElementId(std::move(from.from));
        std::vector<std::int64_t>& numbers = from.numbers;
        const auto need = [&](std::size_t count) {
            if (numbers.size() == count) return true;
            fail(say("a workload has {} numbers where {} belong.", "부하의 숫자가 {}개입니다. {}개여야 합니다.",
                     std::uint64_t{numbers.size()}, std::uint64_t{count}));
            return false;
        };
        switch (from.shape) {
        case Shape::Constant:
            if (need(1)) out.shape = diagram::ConstantRate{numbers[0]};
            break;
        case Shape::Steps:
            out.shape = diagram::StepRates{points(numbers)};
            break;
        case Shape::Ramp:
            out.shape = diagram::RampRates{points(numbers)};
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
    std::string m_list;
    std::string m_id;
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

diagram::Project projectOf(Project&& from, Converter& converter) {
    converter.begin("project", {});
    diagram::Project out;
    out.name = {std::move(from.name), std::move(from.korean)};
    out.properties = converter.properties(std::move(from.properties));
    for (Acceptance& one : from.accepted)
        out.accepted.push_back({std::move(one.rule), std::move(one.subject), std::move(one.fingerprint),
                                std::move(one.reason), std::move(one.author), std::move(one.date),
                                std::move(one.until)});
    std::sort(out.accepted.begin(), out.accepted.end()); // two branches merged by hand may have mixed them
    if (!from.extensions.empty()) out.extensions = std::move(from.extensions.front().json);
    return out;
}

diagram::Element elementOf(Element&& from, Converter& converter) {
    diagram::Element out;
    out.id = ElementId(std::move(from.id));
    out.service = std::move(from.service);
    out.name = {std::move(from.name), std::move(from.korean)};
    out.parent = ElementId(std::move(from.parent));
    out.spans = idsOf(std::move(from.spans));
    out.groups = idsOf(std::move(from.groups));
    out.properties = converter.properties(std::move(from.properties));
    if (!from.frame.empty()) {
        const Frame& frame = from.frame.front();
        out.frame = Rect{frame.x, frame.y, frame.width, frame.height};
    }
    out.locked = !from.lock.empty();
    return out;
}

diagram::Link linkOf(Link&& from, Converter& converter) {
    diagram::Link out;
    out.id = LinkId(std::move(from.id));
    out.kind = kindOf(from.kind);
    out.from = ElementId(std::move(from.from));
    out.to = ElementId(std::move(from.to));
    out.name = {std::move(from.name), std::move(from.korean)};
    out.properties = converter.properties(std::move(from.properties));
    out.waypoints.reserve(from.waypoints.size());
    for (const Waypoint& point : from.waypoints) out.waypoints.push_back({point.x, point.y});
    return out;
}

diagram::Scenario scenarioOf(Scenario&& from, Converter& converter) {
    diagram::Scenario out;
    out.id = ScenarioId(std::move(from.id));
    out.name = {std::move(from.name), std::move(from.korean)};
    out.seed = from.seed;
    out.duration = from.duration;
    out.hypothesis = {std::move(from.hypothesis), std::move(from.hypothesisKorean)};
    for (Workload& workload : from.workload) out.workload.push_back(converter.workload(std::move(workload)));
    for (Event& event : from.events) {
        diagram::Event& one = out.events.emplace_back();
        one.at = event.at;
        one.action = actionOf(event.action);
        one.to = std::move(event.to);
        if (!event.lasting.empty()) one.lasting = event.lasting.front();
        if (event.lasting.size() > 1)
            converter.fail(say("an event lasts for two times.", "사건의 지속 시간이 두 개입니다."));
        one.with = converter.record(std::move(event.with));
    }
    for (Goal& goal : from.goals) {
        const std::size_t before = out.goals.fields.size();
        out.goals.set(goal.key, converter.scalar(std::move(goal.value)));
        if (out.goals.fields.size() == before) converter.twice(goal.key);
    }
    return out;
}

// Puts things into a diagram one by one, and refuses ids that cannot be or are there already.
class Filler {
  public:
    void take(Project&& project) { m_filling.setProject(projectOf(std::move(project), m_converter)); }
    void take(Element& element) { put("elements", element, elementOf); }
    void take(Link& link) { put("links", link, linkOf); }
    void take(Scenario& scenario) { put("scenarios", scenario, scenarioOf); }

    [[nodiscard]] Result<Converted> finish() {
        if (!m_converter.good()) return m_converter.takeError();
        diagram::Diagram diagram = m_filling.finish();
        return Converted{std::move(diagram), m_filling.takeKnown()};
    }

  private:
    template <class Thing, class Convert>
    void put(const char* list, Thing& thing, Convert convert) {
        if (!m_converter.good()) return;
        m_converter.begin(list, thing.id);
        if (!isValidId(thing.id))
            return m_converter.fail(
                say("'{}' cannot be an id.", "'{}'은(는) 아이디로 쓸 수 없습니다.", thing.id.substr(0, 80)));
        auto converted = convert(std::move(thing), m_converter);
        if (m_converter.good() && !m_filling.add(std::move(converted)))
            m_converter.fail(say("the id '{}' is used twice.", "'{}' 아이디가 두 번 쓰였습니다.", converted.id.str()));
    }

    Converter m_converter;
    diagram::Filling m_filling;
};

// Empties a record for the next line and keeps its memory; texts are overwritten by every line.
void clear(Element& element) {
    element.spans.clear();
    element.groups.clear();
    element.frame.clear();
    element.lock.clear();
    element.properties.clear();
}
void clear(Link& link) {
    link.waypoints.clear();
    link.properties.clear();
}

} // namespace

Result<Converted> toDiagram(Document&& document) {
    Filler filler;
    filler.take(std::move(document.project));
    for (; !document.elements.empty(); document.elements.pop_front()) filler.take(document.elements.front());
    for (; !document.links.empty(); document.links.pop_front()) filler.take(document.links.front());
    for (; !document.scenarios.empty(); document.scenarios.pop_front()) filler.take(document.scenarios.front());
    return filler.finish();
}

Result<Converted> readDiagram(LineReader& reader) {
    Filler filler;
    Project project;
    reader& project;
    filler.take(std::move(project));
    Element element;
    reader.each(
        element, [](Element& one) { clear(one); }, [&](Element& one) { filler.take(one); });
    Link link;
    reader.each(
        link, [](Link& one) { clear(one); }, [&](Link& one) { filler.take(one); });
    Scenario scenario;
    reader.each(
        scenario, [](Scenario& one) { one = {}; }, [&](Scenario& one) { filler.take(one); });
    if (auto problem = reader.finish()) return std::move(*problem); // a broken line counts before a wrong value
    return filler.finish();
}

} // namespace sky::store::v1
