// SPDX-License-Identifier: GPL-3.0-or-later
// Properties, scenarios and the project's own facts.
#include "diagram/checker.h"

#include "base/nearest.h"
#include "diagram/limits.h"
#include "diagram/names.h"

#include <algorithm>

namespace sky::diagram {
namespace {

const catalog::Property* findProperty(std::span<const catalog::Property> properties, std::string_view key) {
    const auto at = std::find_if(properties.begin(), properties.end(), [&](const auto& p) { return p.key == key; });
    return at == properties.end() ? nullptr : &*at;
}

// The catalog's errors begin with the key of the property ("routes[0].via"); so does the end of our place.
Error at(const Where& where, Error error) {
    const std::string place = where.text();
    const std::string_view key = where.field();
    error.place = error.place.compare(0, key.size(), key) == 0 ? place + error.place.substr(key.size()) : place;
    return error;
}

} // namespace

void Checker::checkKey(const Where& place, std::string_view key) {
    if (!isValidId(key))
        add(place, say("'{}' cannot be a property's key.", "'{}'은(는) 속성 키로 쓸 수 없습니다.", key.substr(0, 80)),
            say("Use 1 to 64 of A-Z a-z 0-9 . _ - with a letter or digit first.",
                "A-Z a-z 0-9 . _ - 중에서 1~64자를 쓰고, 첫 글자는 영문자나 숫자여야 합니다."));
}

void Checker::checkPropertyCount(const Where& owner, const catalog::Properties& properties) {
    if (properties.size() > limits::kProperties)
        add(owner, say("{} properties are too many.", "속성 {}개는 너무 많습니다.", properties.size()),
            say("The most is {}.", "최대 {}개입니다.", limits::kProperties), ErrorCode::TooLarge);
}

void Checker::checkScalar(const Where& place, const catalog::Scalar& value) {
    if (const auto* reference = std::get_if<catalog::Reference>(&value)) {
        if (!isThing(reference->id)) dangling(place, reference->id, false);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        if (const auto flaw = flawOfText(*text, limits::kTextBytes)) add(place, say("the text {}", "글: {}", *flaw));
    } else if (const auto* both = std::get_if<Text>(&value)) {
        checkLongText(place, *both);
    }
}

void Checker::checkRecord(const Where& place, const catalog::Record& record) {
    if (record.fields.size() > limits::kProperties)
        add(place, say("{} fields are too many.", "필드 {}개는 너무 많습니다.", record.fields.size()),
            say("The most is {}.", "최대 {}개입니다.", limits::kProperties), ErrorCode::TooLarge);
    for (std::size_t i = 0; i < record.fields.size() && !full(); ++i) {
        const auto& [key, value] = record.fields[i];
        checkKey(place, key);
        if (i > 0 && record.fields[i - 1].first >= key)
            add(place[key], say("the field '{}' is there twice or out of order.",
                                "'{}' 필드가 두 번 있거나 순서가 어긋납니다.", key));
        checkScalar(place[key], value);
    }
}

void Checker::checkValue(const Where& place, const catalog::Value& value) {
    const auto tooMany = [&](std::size_t count) {
        if (count > limits::kReferences)
            add(place, say("{} entries are too many.", "항목 {}개는 너무 많습니다.", count),
                say("The most is {}.", "최대 {}개입니다.", limits::kReferences), ErrorCode::TooLarge);
        return count > limits::kReferences;
    };
    if (const auto* list = std::get_if<catalog::List>(&value)) {
        if (tooMany(list->size())) return;
        for (std::size_t i = 0; i < list->size() && !full(); ++i) checkScalar(place[i], (*list)[i]);
    } else if (const auto* records = std::get_if<catalog::Records>(&value)) {
        if (tooMany(records->size())) return;
        for (std::size_t i = 0; i < records->size() && !full(); ++i) checkRecord(place[i], (*records)[i]);
    } else if (const auto* reference = std::get_if<catalog::Reference>(&value)) {
        if (!isThing(reference->id)) dangling(place, reference->id, false);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        if (const auto flaw = flawOfText(*text, limits::kTextBytes)) add(place, say("the text {}", "글: {}", *flaw));
    } else if (const auto* both = std::get_if<Text>(&value)) {
        checkLongText(place, *both);
    }
}

void Checker::unknownKey(const Where& place, std::string_view key, const Text& owner,
                         std::span<const catalog::Property> known) {
    std::vector<std::string_view> keys;
    for (const catalog::Property& property : known) keys.push_back(property.key);
    const std::string nearest = nearestWord(key, keys).value_or("");
    add(place, say("{} has no property '{}'.", "{}에는 '{}' 속성이 없습니다.", owner, key.substr(0, 80)),
        nearest.empty() ? say("Take it out.", "이 속성을 빼세요.")
                        : say("Nearest: '{}'.", "가장 비슷한 것: '{}'.", nearest));
}

const catalog::Property* Checker::propertyOf(const std::vector<catalog::Property>& known, Guesses& guesses,
                                             std::size_t place, std::string_view key) {
    if (place < guesses.size() && guesses[place] && guesses[place]->key == key) return guesses[place];
    const catalog::Property* found = findProperty(known, key);
    if (place >= guesses.size()) guesses.resize(place + 1);
    guesses[place] = found;
    return found;
}

void Checker::checkElementValue(const Where& where, const catalog::Service* service, const catalog::Property* property,
                                std::string_view key, const catalog::Value& value) {
    if (!service) {
        checkKey(where, key);
    } else if (!property) {
        return unknownKey(where, key, service->shortName, service->properties);
    } else if (const Result<void> good = catalog::validate(*property, value); !good && !full()) {
        m_found.push_back(at(where, good.error()));
    }
    checkValue(where, value);
}

void Checker::checkElementProperty(const Element& element, std::string_view key, const catalog::Value& value) {
    const Where owner(element);
    const catalog::Service* service = m_catalog.find(element.service);
    checkElementValue(owner[key], service, service ? service->property(key) : nullptr, key, value);
}

void Checker::checkElementProperties(const Where& owner, const Element& element) {
    if (element.properties.empty()) return;
    const catalog::Service* service = m_catalog.find(element.service);
    Guesses& guesses = m_guesses[service];
    std::size_t number = 0;
    for (const auto& [key, value] : element.properties) {
        if (full()) return;
        const auto* property = service ? propertyOf(service->properties, guesses, number++, key) : nullptr;
        checkElementValue(owner[key], service, property, key, value);
    }
}

const catalog::LinkType* Checker::kindOf(const Link& link, const Element* from, const Element* to) {
    if (link.kind) return &m_catalog.linkType(*link.kind);
    if (!from || !to) return nullptr;
    if (const auto at = m_kinds.find({from->service, to->service}); at != m_kinds.end()) return at->second;
    const catalog::Service* source = m_catalog.find(from->service);
    const catalog::Service* target = m_catalog.find(to->service);
    if (!source || !target) return nullptr;
    const std::vector<catalog::LinkKind> kinds = m_catalog.kindsBetween(*source, *target);
    const catalog::LinkType* type = kinds.empty() ? nullptr : &m_catalog.linkType(kinds.front());
    m_kinds[{source->key, target->key}] = type; // the catalog's own words stay
    return type;
}

void Checker::checkLinkProperties(const Where& owner, const Link& link, const Element* from, const Element* to) {
    if (link.properties.empty()) return;
    const catalog::LinkType* type = kindOf(link, from, to);
    Guesses& guesses = m_guesses[type];
    std::size_t number = 0;
    for (const auto& [key, value] : link.properties) {
        if (full()) return;
        const catalog::Property* property = type ? propertyOf(type->properties, guesses, number++, key) : nullptr;
        checkLinkValue(owner[key], link, type, property, key, value);
    }
}

void Checker::checkLinkProperty(const Link& link, std::string_view key, const catalog::Value& value) {
    const Where owner(link);
    const catalog::LinkType* type = kindOf(link, element(link.from), element(link.to));
    checkLinkValue(owner[key], link, type, type ? type->property(key) : nullptr, key, value);
}

void Checker::checkLinkValue(const Where& where, const Link& link, const catalog::LinkType* type,
                             const catalog::Property* property, std::string_view key, const catalog::Value& value) {
    std::optional<Error> flaw;
    const auto fits = [&](const catalog::Property& candidate) {
        Result<void> good = catalog::validate(candidate, value);
        if (!good && !flaw) flaw = at(where, std::move(good).error());
        return good.ok();
    };
    bool good = property && fits(*property);
    // An unset kind follows the ends, which may change: a value stays good as long as it fits some kind of link.
    if (!link.kind) {
        for (const catalog::LinkType& other : m_catalog.linkTypes()) {
            if (good) break;
            const catalog::Property* candidate = other.property(key);
            good = candidate && fits(*candidate);
        }
    }
    if (!good && !flaw) {
        static const std::vector<catalog::Property> kNone;
        return unknownKey(where, key, type ? type->name : say("A link", "연결"), type ? type->properties : kNone);
    }
    if (!good && !full()) m_found.push_back(std::move(*flaw));
    checkValue(where, value);
}

namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace

void Checker::checkRates(const Where& place, const Workload& workload) {
    const auto negative = [&](std::int64_t value) {
        if (value < 0)
            add(place, say("a rate or time is negative.", "음수인 속도나 시간이 있습니다."),
                say("Use zero or more.", "0 이상으로 적으세요."));
        return value < 0;
    };
    const auto tooMany = [&](std::size_t count) {
        if (count > limits::kRatePoints)
            add(place, say("{} points are too many.", "점 {}개는 너무 많습니다.", count),
                say("The most is {}.", "최대 {}개입니다.", limits::kRatePoints), ErrorCode::TooLarge);
        return count > limits::kRatePoints;
    };
    const auto points = [&](const std::vector<RatePoint>& list) {
        if (tooMany(list.size())) return;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (negative(list[i].at) || negative(list[i].rate)) return;
            if (i > 0 && list[i].at <= list[i - 1].at) {
                add(place, say("the times of the points do not rise.", "점들의 시간이 차례대로 커지지 않습니다."),
                    say("Write them in order, each time once.", "시간 순서대로, 같은 시간은 한 번만 적으세요."));
                return;
            }
        }
    };
    std::visit(
        Overloaded{[&](const ConstantRate& constant) { negative(constant.rate); },
                   [&](const StepRates& steps) { points(steps.points); },
                   [&](const RampRates& ramp) { points(ramp.points); },
                   [&](const WaveRate& wave) {
                       if (negative(wave.base) || negative(wave.amplitude)) return;
                       if (wave.period <= 0)
                           add(place, say("the wave has no period.", "파형에 주기가 없습니다."),
                               say("Give a period above zero, such as 24h.", "24h처럼 0보다 큰 주기를 적으세요."));
                   },
                   [&](const TraceRates& trace) {
                       if (tooMany(trace.rates.size())) return;
                       if (trace.step <= 0)
                           add(place, say("the trace has no step.", "측정 기록에 간격이 없습니다."),
                               say("Give a step above zero, such as 1m.", "1m처럼 0보다 큰 간격을 적으세요."));
                       for (const std::int64_t rate : trace.rates)
                           if (negative(rate)) return;
                   }},
        workload.shape);
}

void Checker::checkTarget(const Where& place, const std::string& target) {
    if (target.empty()) return;
    if (const std::size_t colon = target.find(':'); colon != std::string::npos) {
        const std::string_view kind = std::string_view(target).substr(0, colon);
        const std::string_view code = std::string_view(target).substr(colon + 1);
        if ((kind != "region" && kind != "az") || !isValidId(code))
            add(place, say("'{}' is no target.", "'{}'은(는) 대상이 될 수 없습니다.", target.substr(0, 80)),
                say("Write an id, 'region:ap-northeast-2' or 'az:a'.",
                    "아이디, 'region:ap-northeast-2' 또는 'az:a'처럼 적으세요."));
        return;
    }
    const std::string owner = target.substr(0, target.find('/')); // "web/i-3" is a part of "web"
    if (!isThing(owner)) dangling(place, owner, false);
}

void Checker::checkScenario(const Scenario& scenario) {
    const Where place(scenario);
    const Where workloads = place["workload"];
    const Where events = place["events"];
    const bool otherKind = isThing(scenario.id.str());
    checkId(place, scenario.id.str(), otherKind ? 2 : 1);
    checkNameOf(place, scenario.name);
    checkLongText(place["hypothesis"], scenario.hypothesis);
    checkRecord(place["goals"], scenario.goals);
    if (scenario.duration < 0)
        add(place["duration"], say("the duration is negative.", "지속 시간이 음수입니다."),
            say("Use zero or more.", "0 이상으로 적으세요."));
    for (const auto& [field, count] :
         {std::pair("workload", scenario.workload.size()), std::pair("events", scenario.events.size())})
        if (count > limits::kReferences) {
            add(place[field], say("{} entries are too many.", "항목 {}개는 너무 많습니다.", count),
                say("The most is {}.", "최대 {}개입니다.", limits::kReferences), ErrorCode::TooLarge);
            return;
        }
    for (std::size_t i = 0; i < scenario.workload.size() && !full(); ++i) {
        const Where entry = workloads[i];
        if (!isElement(scenario.workload[i].from)) dangling(entry["from"], scenario.workload[i].from.str(), true);
        checkRates(entry, scenario.workload[i]);
    }
    for (std::size_t i = 0; i < scenario.events.size() && !full(); ++i) {
        const Event& event = scenario.events[i];
        const Where entry = events[i];
        if (event.at < 0 || event.lasting.value_or(0) < 0)
            add(entry, say("a time is negative.", "음수인 시간이 있습니다."),
                say("Use zero or more.", "0 이상으로 적으세요."));
        checkTarget(entry["to"], event.to);
        checkRecord(entry["with"], event.with);
    }
}

void Checker::checkProject(const Project& project) {
    const Where whole("project");
    const Where acceptances = whole["accepted"];
    checkNameOf(whole, project.name);
    checkPropertyCount(whole, project.properties);
    for (const auto& [key, value] : project.properties) {
        if (full()) return;
        const Where place = whole[key];
        const catalog::Property* property = findProperty(m_catalog.projectProperties(), key);
        if (!property) {
            unknownKey(place, key, say("A project", "프로젝트"), m_catalog.projectProperties());
            continue;
        }
        if (const Result<void> good = catalog::validate(*property, value); !good)
            if (!full()) m_found.push_back(at(place, good.error()));
        checkValue(place, value);
    }
    for (std::size_t i = 0; i < project.accepted.size() && !full(); ++i) {
        const Acceptance& accepted = project.accepted[i];
        const Where place = acceptances[i];
        if (i > 0 && accepted < project.accepted[i - 1])
            add(place, say("the acceptances are not in order.", "수락 항목이 순서대로 있지 않습니다."));
        for (const std::string* text : {&accepted.rule, &accepted.subject, &accepted.fingerprint, &accepted.reason,
                                        &accepted.author, &accepted.date, &accepted.until})
            if (const auto flaw = flawOfText(*text, limits::kTextBytes))
                add(place, say("the text {}", "글: {}", *flaw));
    }
}

} // namespace sky::diagram
