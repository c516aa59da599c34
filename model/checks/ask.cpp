// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/ask.h"

#include "base/hash.h"
#include "checks/book.h"
#include "checks/mends.h"

#include <algorithm>

namespace sky::checks {
namespace {

// The catalog words of a role or a service key: which services are meant.
bool means(std::string_view word, const catalog::Service& service) {
    return word.starts_with("trait:") ? false : service.key == word || service.plays(word);
}

std::string hex(std::uint64_t value) {
    std::string text(16, '0');
    for (std::size_t i = 16; i-- > 0; value >>= 4) text[i] = "0123456789abcdef"[value & 15];
    return text;
}

// "Set Multi-AZ of orders to one standby".
Text nameOfSetting(const catalog::Property* property, std::string_view key, const Text& thing,
                   const catalog::Value& value) {
    const Text label = property ? property->label : Text{std::string(key), {}};
    if (const bool* flag = std::get_if<bool>(&value))
        return *flag ? say("Turn on “{}” of {}", "{2}의 ‘{1}’ 켜기", label, thing)
                     : say("Turn off “{}” of {}", "{2}의 ‘{1}’ 끄기", label, thing);
    Text shown;
    if (const auto* text = std::get_if<std::string>(&value)) {
        shown = {*text, {}};
        if (property)
            for (const catalog::Choice& choice : property->choices)
                if (choice.key == *text && !choice.label.empty()) shown = choice.label;
    } else if (const auto* quantity = std::get_if<Quantity>(&value)) {
        shown = {toText(*quantity), {}};
    } else {
        return say("Set “{}” of {}", "{2}의 ‘{1}’ 정하기", label, thing);
    }
    return say("Set “{}” of {} to {}", "{2}의 ‘{1}’을(를) {3}(으)로 정하기", label, thing, shown);
}

constexpr std::size_t kMostNamed = 4; // in one message

} // namespace

Shown::Shown(const Thing& thing)
    : m_text(thing ? thing.name() : Text{"?", "?"}), m_fact(thing ? thing.id().str() : "?") {
    if (thing) m_ids.push_back(m_fact);
}

Shown::Shown(const Wire& wire) : m_text(wire.name()), m_ids{wire.id().str()}, m_fact(wire.id().str()) {}

Shown::Shown(const std::vector<Thing>& things) {
    const std::size_t named = things.size() > kMostNamed ? kMostNamed - 1 : things.size();
    for (std::size_t i = 0; i < things.size(); ++i) {
        m_ids.push_back(things[i].id().str());
        m_fact += (i ? "," : "") + m_ids.back();
        if (i >= named) continue;
        const Text name = things[i].name();
        const bool last = i + 1 == things.size() && i > 0;
        m_text.en += (i == 0 ? "" : last ? " and " : ", ") + name.en;
        m_text.ko += (i == 0 ? "" : ", ") + name.in(Language::Korean);
    }
    if (named < things.size()) {
        const std::uint64_t more = things.size() - named;
        const Text rest = say("{} and {} more", "{} 외 {}개", m_text, more);
        m_text = rest;
    }
}

Found& Found::also(const Thing& thing) {
    if (thing) m_finding.also.push_back(thing.id().str());
    return *this;
}

Found& Found::also(const std::vector<Thing>& things) {
    for (const Thing& thing : things) also(thing);
    return *this;
}

Found& Found::fixBySetting(const Thing& thing, std::string_view key, catalog::Value value) {
    const catalog::Property* property = thing.service() ? thing.service()->property(key) : nullptr;
    Text name = nameOfSetting(property, key, thing.name(), value);
    return fix(std::move(name), mends::set(thing, key, std::move(value)));
}

Found& Found::fixBySetting(const Wire& wire, std::string_view key, catalog::Value value) {
    const catalog::Property* property = m_catalog.linkType(wire.kind()).property(key);
    Text name = nameOfSetting(property, key, wire.name(), value);
    return fix(std::move(name), mends::set(wire, key, std::move(value)));
}

Slot* Ask::note(std::string_view id) {
    Slot& row = m_book.slot(id);
    if (row.notedBy != m_call) {
        row.notedBy = m_call;
        m_reads.push_back(&row);
        m_book.refresh(row);
    }
    return &row;
}

const topology::Topology& Ask::topology() const {
    return m_book.topology();
}

Thing Ask::thing(const ElementId& id) {
    return id.empty() ? Thing() : Thing(this, note(id.str()));
}

Wire Ask::wire(const LinkId& id) {
    return id.empty() ? Wire() : Wire(this, note(id.str()));
}

std::vector<Thing> Ask::all(std::string_view word) {
    std::vector<Thing> things;
    for (const catalog::Service& service : catalog().services()) {
        if (!means(word, service)) continue;
        note("service:" + service.key);
        for (const ElementId& id : m_book.allOf(service.key)) things.push_back(thing(id));
    }
    std::sort(things.begin(), things.end(), [](const Thing& a, const Thing& b) { return a.id() < b.id(); });
    return things;
}

bool Ask::any(std::string_view word) {
    for (const catalog::Service& service : catalog().services())
        if (means(word, service)) {
            note("service:" + service.key);
            if (!m_book.allOf(service.key).empty()) return true;
        }
    return false;
}

std::vector<Wire> Ask::allWires(LinkKind kind) {
    note("kind:" + catalog().linkType(kind).key);
    std::vector<Wire> wires;
    for (const diagram::Link& link : topology().diagram().links())
        if (topology().kind(link.id) == kind) wires.push_back(wire(link.id));
    return wires;
}

const std::vector<FailureFacts>& Ask::failures(int order) {
    note("failures:" + std::to_string(order));
    return m_book.world().failures(order);
}

bool Ask::production() {
    note("project");
    const std::string* env = topology().diagram().project().properties.text("env");
    return !env || *env == "prod";
}

std::optional<Quantity> Ask::goal(std::string_view key) {
    note("project");
    return topology().diagram().project().properties.quantity(key);
}

std::vector<Thing> Ask::goals() {
    note("project");
    std::vector<Thing> goals;
    if (const catalog::List* named = topology().diagram().project().properties.list("goals")) {
        for (const catalog::Scalar& each : *named)
            if (const auto* reference = std::get_if<catalog::Reference>(&each))
                if (Thing goal = thing(ElementId(reference->id))) goals.push_back(goal);
        if (!goals.empty()) return goals;
    }
    for (const catalog::Service& service : catalog().services()) {
        if (!service.is(Trait::Caller)) continue;
        for (const Thing& caller : all(service.key))
            if (!caller.calls().empty()) goals.push_back(caller);
    }
    return goals;
}

const std::string& Ask::today() const {
    return m_book.options().today;
}
bool Ask::unsetCounts() const {
    return m_book.options().profile->unsetCounts;
}
std::string_view Ask::profile() const {
    return m_book.options().profile->key;
}
const catalog::Catalog& Ask::catalog() const {
    return topology().catalog();
}

Found Ask::add(std::string subject, const char* en, const char* ko, const std::vector<Shown>& values) {
    auto finding = std::make_shared<Finding>();
    finding->rule = m_rule;
    finding->severity = m_rule->severity;
    finding->subject = std::move(subject);
    std::vector<TextArgument> arguments;
    std::uint64_t facts = stableHash(m_rule->id, stableHash(finding->subject));
    for (const Shown& value : values) {
        arguments.emplace_back(value.text());
        facts = stableHash(value.fact(), facts);
        finding->also.insert(finding->also.end(), value.ids().begin(), value.ids().end());
    }
    finding->message = fill(en, ko, arguments);
    finding->fingerprint = hex(facts);
    m_findings.push_back(finding);
    return Found(*m_findings.back(), catalog());
}

void Ask::needs(const Thing& thing, std::string_view key) {
    m_hints.push_back({thing.id().str(), std::string(key), m_rule});
}

Truth sameZone(const Thing& a, const Thing& b) {
    const auto here = a.zone();
    const auto there = b.zone();
    if (!here || !there) return Truth::Unknown;
    if (here->domain == there->domain) return Truth::Yes;
    const bool known = !here->letter.empty() && !there->letter.empty() && here->region.empty() == there->region.empty();
    return known ? Truth::No : Truth::Unknown;
}

std::vector<Thing> without(std::vector<Thing> things, const Thing& one) {
    std::erase(things, one);
    return things;
}

} // namespace sky::checks
