// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json/json_scenario.h"

#include "diagram/limits.h"
#include "exchange/json/json_values.h"

#include <array>
#include <charconv>
#include <optional>

namespace sky::exchange::json {

using diagram::ConstantRate;
using diagram::Event;
using diagram::EventAction;
using diagram::RampRates;
using diagram::RatePoint;
using diagram::Scenario;
using diagram::StepRates;
using diagram::TraceRates;
using diagram::WaveRate;
using diagram::Workload;

namespace {

Result<void> expectRows(const Node& node, const Place& place, std::size_t most) {
    if (node.kind != Node::Kind::Array) return wrongKind(place, {"an array", "배열"}, node);
    if (node.children.size() > most) return tooMany(place, node.children.size(), most);
    return {};
}

Result<std::vector<RatePoint>> readPoints(const Node& node, const Place& place) {
    if (auto rows = expectRows(node, place, diagram::limits::kRatePoints); !rows) return std::move(rows).error();
    static constexpr std::array<std::string_view, 2> kKeys{"at", "rate"};
    std::vector<RatePoint> points;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const Node& row = node.children[i];
        const Place here = place[i];
        if (row.kind != Node::Kind::Object) return wrongKind(here, {"an object", "객체"}, row);
        RatePoint point;
        bool rated = false;
        for (const Node& child : row.children) {
            if (child.key != "at" && child.key != "rate") return unknownMember(here, child, kKeys);
            auto amount = readQuantity(child, here[child.key], child.key == "at" ? Unit::Duration : Unit::Rate);
            if (!amount) return std::move(amount).error();
            (child.key == "at" ? point.at : point.rate) = *amount;
            rated = rated || child.key == "rate";
        }
        if (!rated) return missingMember(here, "rate", "\"rate\": \"200/s\"");
        points.push_back(point);
    }
    if (points.empty())
        return wrong(place, say("is empty.", "비어 있습니다."),
                     say("Write at least one rate.", "비율을 하나 이상 쓰세요."));
    return points;
}

Result<WaveRate> readWave(const Node& node, const Place& place) {
    if (node.kind != Node::Kind::Object) return wrongKind(place, {"an object", "객체"}, node);
    static constexpr std::array<std::string_view, 3> kKeys{"base", "amplitude", "period"};
    WaveRate wave;
    for (const Node& child : node.children) {
        const bool period = child.key == "period";
        if (!period && child.key != "base" && child.key != "amplitude") return unknownMember(place, child, kKeys);
        auto amount = readQuantity(child, place[child.key], period ? Unit::Duration : Unit::Rate);
        if (!amount) return std::move(amount).error();
        (period ? wave.period : child.key == "base" ? wave.base : wave.amplitude) = *amount;
    }
    if (wave.period == 0) return missingMember(place, "period", "\"period\": \"24h\"");
    return wave;
}

Result<TraceRates> readTrace(const Node& node, const Place& place) {
    if (node.kind != Node::Kind::Object) return wrongKind(place, {"an object", "객체"}, node);
    static constexpr std::array<std::string_view, 2> kKeys{"step", "rates"};
    TraceRates trace;
    for (const Node& child : node.children) {
        const Place here = place[child.key];
        if (child.key == "step") {
            auto step = readQuantity(child, here, Unit::Duration);
            if (!step) return std::move(step).error();
            trace.step = *step;
        } else if (child.key == "rates") {
            if (auto rows = expectRows(child, here, diagram::limits::kRatePoints); !rows)
                return std::move(rows).error();
            for (std::size_t i = 0; i < child.children.size(); ++i) {
                auto rate = readQuantity(child.children[i], here[i], Unit::Rate);
                if (!rate) return std::move(rate).error();
                trace.rates.push_back(*rate);
            }
        } else {
            return unknownMember(place, child, kKeys);
        }
    }
    if (trace.step == 0) return missingMember(place, "step", "\"step\": \"1m\"");
    if (trace.rates.empty()) return missingMember(place, "rates", "\"rates\": [\"100/s\", \"120/s\"]");
    return trace;
}

Result<Workload> readWorkload(const Node& node, const Place& place) {
    static constexpr std::array<std::string_view, 6> kKeys{"from", "rate", "steps", "ramp", "wave", "trace"};
    if (node.kind != Node::Kind::Object) return wrongKind(place, {"an object", "객체"}, node);
    Workload workload;
    int shapes = 0;
    const auto take = [&](auto shape) -> std::optional<Error> {
        if (!shape) return std::move(shape).error();
        ++shapes;
        workload.shape = std::move(*shape);
        return std::nullopt;
    };
    for (const Node& child : node.children) {
        const Place here = place[child.key];
        std::optional<Error> error;
        if (child.key == "from") {
            auto from = readText(child, here);
            if (!from) return std::move(from).error();
            workload.from = ElementId(std::move(*from));
        } else if (child.key == "rate") {
            auto rate = readQuantity(child, here, Unit::Rate);
            if (!rate) return std::move(rate).error();
            error = take(Result<ConstantRate>(ConstantRate{*rate}));
        } else if (child.key == "steps" || child.key == "ramp") {
            auto points = readPoints(child, here);
            if (!points) return std::move(points).error();
            error = child.key == "steps" ? take(Result<StepRates>(StepRates{std::move(*points)}))
                                         : take(Result<RampRates>(RampRates{std::move(*points)}));
        } else if (child.key == "wave") {
            error = take(readWave(child, here));
        } else if (child.key == "trace") {
            error = take(readTrace(child, here));
        } else {
            return unknownMember(place, child, kKeys);
        }
        if (error) return *std::move(error);
    }
    if (workload.from.empty()) return missingMember(place, "from", "\"from\": \"users-1\"");
    if (shapes != 1)
        return wrong(place,
                     say("needs exactly one of rate, steps, ramp, wave, trace; found {}.",
                         "rate, steps, ramp, wave, trace 가운데 정확히 하나가 있어야 하는데 {}개가 있습니다.", shapes),
                     say("Such as \"rate\": \"200/s\".", "예: \"rate\": \"200/s\"."));
    return workload;
}

Result<Event> readEvent(const Node& node, const Place& place) {
    static constexpr std::array<std::string_view, 5> kKeys{"at", "do", "to", "for", "with"};
    if (node.kind != Node::Kind::Object) return wrongKind(place, {"an object", "객체"}, node);
    Event event;
    bool acts = false;
    for (const Node& child : node.children) {
        const Place here = place[child.key];
        if (child.key == "at" || child.key == "for") {
            auto time = readQuantity(child, here, Unit::Duration);
            if (!time) return std::move(time).error();
            if (child.key == "at") {
                event.at = *time;
            } else {
                event.lasting = *time;
            }
        } else if (child.key == "do") {
            auto word = readText(child, here);
            if (!word) return std::move(word).error();
            const auto action = diagram::eventAction(*word);
            if (!action) {
                std::vector<std::string_view> words;
                for (int i = 0; i <= static_cast<int>(EventAction::Set); ++i)
                    words.push_back(diagram::toText(static_cast<EventAction>(i)));
                const std::string near = nearest(*word, words);
                return wrong(here,
                             near.empty() ? say("no action {}.", "{} 동작은 없습니다.", inQuotes(*word))
                                          : say("no action {}; nearest: {}.", "{} 동작은 없습니다. 가장 가까운 것: {}.",
                                                inQuotes(*word), inQuotes(near)),
                             say("Actions are {}.", "동작: {}.", listed(words)));
            }
            event.action = *action;
            acts = true;
        } else if (child.key == "to") {
            auto to = readText(child, here);
            if (!to) return std::move(to).error();
            event.to = std::move(*to);
        } else if (child.key == "with") {
            auto with = readLoose(child, here);
            if (!with) return std::move(with).error();
            event.with = std::move(*with);
        } else {
            return unknownMember(place, child, kKeys);
        }
    }
    if (!acts) return missingMember(place, "do", "\"do\": \"fail\"");
    if (event.to.empty()) return missingMember(place, "to", "\"to\": \"az:a\"");
    return event;
}

Result<std::uint64_t> readSeed(const Node& node, const Place& place) {
    if (node.kind == Node::Kind::Integer && node.integer >= 0) return static_cast<std::uint64_t>(node.integer);
    std::uint64_t seed = 0;
    const char* end = node.text.data() + node.text.size();
    if (node.kind == Node::Kind::Decimal) {
        const auto [stop, fault] = std::from_chars(node.text.data(), end, seed);
        if (fault == std::errc() && stop == end) return seed;
    }
    return wrongKind(place, {"a whole number from 0 to 18446744073709551615", "0부터 18446744073709551615까지의 정수"},
                     node);
}

} // namespace

Result<Scenario> readScenario(const Node& node, const Place& place) {
    static constexpr std::array<std::string_view, 8> kKeys{"id",       "name",   "seed",  "duration",
                                                           "workload", "events", "goals", "hypothesis"};
    if (node.kind != Node::Kind::Object) return wrongKind(place, {"an object", "객체"}, node);
    Scenario scenario;
    for (const Node& child : node.children) {
        const Place here = place[child.key];
        if (child.key == "id") {
            auto id = readText(child, here);
            if (!id) return std::move(id).error();
            scenario.id = ScenarioId(std::move(*id));
        } else if (child.key == "name" || child.key == "hypothesis") {
            auto name = readName(child, here);
            if (!name) return std::move(name).error();
            (child.key == "name" ? scenario.name : scenario.hypothesis) = std::move(*name);
        } else if (child.key == "seed") {
            auto seed = readSeed(child, here);
            if (!seed) return std::move(seed).error();
            scenario.seed = *seed;
        } else if (child.key == "duration") {
            auto duration = readQuantity(child, here, Unit::Duration);
            if (!duration) return std::move(duration).error();
            scenario.duration = *duration;
        } else if (child.key == "workload") {
            if (auto rows = expectRows(child, here, diagram::limits::kReferences); !rows)
                return std::move(rows).error();
            for (std::size_t i = 0; i < child.children.size(); ++i) {
                auto workload = readWorkload(child.children[i], here[i]);
                if (!workload) return std::move(workload).error();
                scenario.workload.push_back(std::move(*workload));
            }
        } else if (child.key == "events") {
            if (auto rows = expectRows(child, here, diagram::limits::kReferences); !rows)
                return std::move(rows).error();
            for (std::size_t i = 0; i < child.children.size(); ++i) {
                auto event = readEvent(child.children[i], here[i]);
                if (!event) return std::move(event).error();
                scenario.events.push_back(std::move(*event));
            }
        } else if (child.key == "goals") {
            auto goals = readLoose(child, here);
            if (!goals) return std::move(goals).error();
            scenario.goals = std::move(*goals);
        } else {
            return unknownMember(place, child, kKeys);
        }
    }
    if (scenario.id.empty()) return missingMember(place, "id", "\"id\": \"scenario-1\"");
    return scenario;
}

namespace {

std::string duration(std::int64_t amount) {
    return toText(Quantity{amount, Unit::Duration});
}
std::string rate(std::int64_t amount) {
    return toText(Quantity{amount, Unit::Rate});
}

void appendPoints(std::string& out, std::string_view key, const std::vector<RatePoint>& points) {
    out += ", \"" + std::string(key) + "\": [";
    const char* between = "";
    for (const RatePoint& point : points) {
        out += between + ("{\"at\": \"" + duration(point.at)) + "\", \"rate\": \"" + rate(point.rate) + "\"}";
        between = ", ";
    }
    out += ']';
}

void appendWorkload(std::string& out, const Workload& workload) {
    out += "{\"from\": ";
    appendText(out, workload.from.str());
    if (const auto* constant = std::get_if<ConstantRate>(&workload.shape)) {
        out += ", \"rate\": \"" + rate(constant->rate) + "\"";
    } else if (const auto* steps = std::get_if<StepRates>(&workload.shape)) {
        appendPoints(out, "steps", steps->points);
    } else if (const auto* ramp = std::get_if<RampRates>(&workload.shape)) {
        appendPoints(out, "ramp", ramp->points);
    } else if (const auto* wave = std::get_if<WaveRate>(&workload.shape)) {
        out += ", \"wave\": {\"base\": \"" + rate(wave->base) + "\", \"amplitude\": \"" + rate(wave->amplitude) +
               "\", \"period\": \"" + duration(wave->period) + "\"}";
    } else if (const auto* trace = std::get_if<TraceRates>(&workload.shape)) {
        out += ", \"trace\": {\"step\": \"" + duration(trace->step) + "\", \"rates\": [";
        const char* between = "";
        for (const std::int64_t one : trace->rates) {
            out += between + ("\"" + rate(one)) + "\"";
            between = ", ";
        }
        out += "]}";
    }
    out += '}';
}

void appendEvent(std::string& out, const Event& event) {
    out += "{\"at\": \"" + duration(event.at) + "\", \"do\": \"" + std::string(diagram::toText(event.action)) +
           "\", \"to\": ";
    appendText(out, event.to);
    if (event.lasting) out += ", \"for\": \"" + duration(*event.lasting) + "\"";
    if (!event.with.fields.empty()) {
        out += ", \"with\": ";
        appendRecord(out, event.with);
    }
    out += '}';
}

template <class Rows, class Append>
void appendRows(std::string& out, const Rows& rows, std::string_view indent, Append append) {
    out += '[';
    const char* between = "\n";
    for (const auto& row : rows) {
        out += between;
        between = ",\n";
        (out += indent) += "  ";
        append(out, row);
    }
    out += ']';
}

} // namespace

void appendScenario(std::string& out, const Scenario& scenario, std::string_view indent) {
    const auto member = [&](std::string_view key) {
        ((out += ",\n") += indent) += '"';
        (out += key) += "\": ";
    };
    (out += indent) += "\"id\": ";
    appendText(out, scenario.id.str());
    if (!scenario.name.empty()) {
        member("name");
        appendName(out, scenario.name);
    }
    if (!scenario.hypothesis.empty()) {
        member("hypothesis");
        appendName(out, scenario.hypothesis);
    }
    if (scenario.seed != 1) {
        member("seed");
        out += std::to_string(scenario.seed);
    }
    if (scenario.duration != 0) {
        member("duration");
        out += '"' + duration(scenario.duration) + '"';
    }
    if (!scenario.workload.empty()) {
        member("workload");
        appendRows(out, scenario.workload, indent, appendWorkload);
    }
    if (!scenario.events.empty()) {
        member("events");
        appendRows(out, scenario.events, indent, appendEvent);
    }
    if (!scenario.goals.fields.empty()) {
        member("goals");
        appendRecord(out, scenario.goals);
    }
}

} // namespace sky::exchange::json
