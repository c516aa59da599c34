// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/describe.h"

#include "catalog/explanation.h"
#include "cli/json_text.h"
#include "exchange/json/json_values.h"

#include <array>

namespace sky::cli {
namespace {

using catalog::Catalog;
using catalog::LinkType;
using catalog::Property;
using catalog::PropertyType;
using catalog::Scope;
using catalog::Service;
using catalog::Trait;

// In the order of the enumerations.
constexpr std::array<std::string_view, 14> kTraits{"container", "domain",  "group",      "spanning", "eni",
                                                   "caller",    "station", "splitter",   "store",    "queue",
                                                   "router",    "config",  "annotation", "managed"};
constexpr std::array<std::string_view, 8> kScopes{"none",   "global", "edge", "account",
                                                  "region", "vpc",    "zone", "on-premises"};
constexpr std::array<std::string_view, 19> kTypes{
    "bool",   "text",     "localized-text", "choice", "cidr",      "address", "ports", "place",     "date",   "integer",
    "number", "duration", "rate",           "bytes",  "bandwidth", "percent", "money", "reference", "records"};

std::string_view nameOf(Scope scope) {
    return kScopes[static_cast<std::size_t>(scope)];
}

std::string typeOf(const Property& property) {
    const std::string type(kTypes[static_cast<std::size_t>(property.type)]);
    return property.list ? type + " list" : type;
}

std::vector<std::string> traitsOf(const Service& service) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < kTraits.size(); ++i)
        if (service.is(static_cast<Trait>(1u << i))) names.emplace_back(kTraits[i]);
    return names;
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) (all += all.empty() ? "" : ", ") += word;
    return all;
}

std::string written(const Property& property, const catalog::Value& value) {
    std::string out;
    exchange::json::appendValue(out, value, &property);
    return out;
}

// What a person needs to write the value: choices, words, range, where the keys come from.
std::string rangeOf(const Property& property) {
    std::vector<std::string> parts;
    for (const catalog::Choice& choice : property.choices) parts.push_back(choice.key);
    for (const std::string& word : property.words) parts.push_back(word);
    for (const std::string& target : property.refersTo) parts.push_back(target);
    if (property.orCidr) parts.emplace_back("CIDR");
    if (!property.table.empty()) parts.push_back('<' + property.table + '>');
    return joined(parts);
}

void appendProperty(std::string& out, const Property& property, const std::string& indent, Language language) {
    out += indent + property.key + ": " + property.label.in(language) + " (" + typeOf(property) + ")";
    if (const std::string range = rangeOf(property); !range.empty()) out += " · " + range;
    if (property.byDefault)
        out += say(" · default {}", " · 기본값 {}", written(property, *property.byDefault)).in(language);
    if (!property.whenUnset.empty()) out += say(" · unset: {}", " · 미설정 시: {}", property.whenUnset).in(language);
    out += '\n';
    if (!property.help.empty()) out += indent + "    " + property.help.in(language) + '\n';
    for (const Property& field : property.fields) appendProperty(out, field, indent + "  ", language);
}

void appendJson(JsonText& json, const Property& property) {
    json.beginObject()
        .key("key")
        .value(property.key)
        .key("type")
        .value(kTypes[static_cast<std::size_t>(property.type)]);
    if (property.list) json.key("list").value(true);
    json.key("label").value(property.label);
    if (!property.help.empty()) json.key("help").value(property.help);
    if (!property.group.empty()) json.key("group").value(property.group);
    if (property.byDefault) json.key("default").value(written(property, *property.byDefault));
    if (!property.whenUnset.empty()) json.key("whenUnset").value(property.whenUnset);
    if (property.least) json.key("least").value(*property.least);
    if (property.most) json.key("most").value(*property.most);
    if (property.when)
        json.key("when")
            .beginObject()
            .key("property")
            .value(property.when->property)
            .key("is")
            .values(property.when->is)
            .end();
    if (!property.choices.empty()) {
        json.key("choices").beginArray();
        for (const catalog::Choice& choice : property.choices)
            json.beginObject().key("key").value(choice.key).key("label").value(choice.label).end();
        json.end();
    }
    if (!property.words.empty()) json.key("words").values(property.words);
    if (!property.refersTo.empty()) json.key("refersTo").values(property.refersTo);
    if (property.orCidr) json.key("orCidr").value(true);
    if (!property.table.empty()) json.key("table").value(property.table);
    if (property.required) json.key("required").value(true);
    if (!property.fields.empty()) {
        json.key("fields").beginArray();
        for (const Property& field : property.fields) appendJson(json, field);
        json.end();
    }
    if (!property.source.empty()) json.key("source").value(property.source);
    json.end();
}

constexpr std::array<std::string_view, 5> kStates{"current", "previous", "closed", "ended", "renamed"};

std::string_view nameOf(catalog::LifecycleState state) {
    return kStates[static_cast<std::size_t>(state)];
}

Text titleOf(catalog::LifecycleState state) {
    switch (state) {
    case catalog::LifecycleState::Previous:
        return say("previous generation", "이전 세대");
    case catalog::LifecycleState::Closed:
        return say("closed to new customers", "신규 고객 종료");
    case catalog::LifecycleState::Ended:
        return say("ended", "종료");
    case catalog::LifecycleState::Renamed:
        return say("renamed", "이름 변경");
    case catalog::LifecycleState::Current:
        break;
    }
    return say("current", "현재");
}

std::string lifecycleText(const catalog::Lifecycle& lifecycle, Language language) {
    if (lifecycle.state == catalog::LifecycleState::Current) return {};
    std::string out =
        titleOf(lifecycle.state).in(language) + ", " + lifecycle.since + ". " + lifecycle.note.in(language);
    if (!lifecycle.successor.empty()) out += say(" Successor: {}.", " 후속: {}", lifecycle.successor).in(language);
    return out;
}

std::string priceText(const catalog::Pricing& pricing, Language language) {
    std::string out = joined(pricing.items);
    if (!pricing.free.empty()) out += say("0: {}", "0: {}", pricing.free).in(language);
    if (!pricing.unknown.empty())
        out += (out.empty() ? "" : "; ") + say("unknown: {}", "알 수 없음: {}", pricing.unknown).in(language);
    return out;
}

std::string explanationText(std::string_view key, Language language) {
    const auto page = catalog::explanationOf(key);
    if (!page) return {};
    std::string out = page->text.in(language) + '\n';
    for (const catalog::WhatChanged& change : page->changed)
        out += say("  What changed ({}): {} → {} [{}]\n", "  달라진 점({}): {} → {} [{}]\n", change.since, change.was,
                   change.now, change.source)
                   .in(language);
    return out + '\n';
}

void explanationJson(JsonText& json, std::string_view key) {
    const auto page = catalog::explanationOf(key);
    if (!page) return;
    json.key("explanation").beginObject().key("text").value(page->text).key("changed").beginArray();
    for (const catalog::WhatChanged& change : page->changed)
        json.beginObject()
            .key("was")
            .value(change.was)
            .key("now")
            .value(change.now)
            .key("since")
            .value(change.since)
            .key("source")
            .value(change.source)
            .end();
    json.end().end();
}

void lifecycleJson(JsonText& json, const catalog::Lifecycle& lifecycle) {
    json.key("lifecycle").beginObject().key("state").value(nameOf(lifecycle.state));
    if (!lifecycle.since.empty()) json.key("since").value(lifecycle.since);
    if (!lifecycle.successor.empty()) json.key("successor").value(lifecycle.successor);
    if (!lifecycle.formerly.empty()) json.key("formerly").values(lifecycle.formerly);
    if (!lifecycle.note.empty()) json.key("note").value(lifecycle.note);
    if (!lifecycle.source.empty()) json.key("source").value(lifecycle.source);
    json.end();
}

void priceJson(JsonText& json, const catalog::Pricing& pricing) {
    json.key("price").beginObject();
    if (!pricing.items.empty()) json.key("items").values(pricing.items);
    if (!pricing.free.empty()) json.key("free").value(pricing.free);
    if (!pricing.unknown.empty()) json.key("unknown").value(pricing.unknown);
    json.end();
}

} // namespace

std::string textOf(const Catalog& catalog, const Service& service, Language language) {
    const auto line = [&](const Text& title, const std::string& value) {
        return value.empty() ? std::string() : "  " + title.in(language) + ": " + value + '\n';
    };
    std::string out =
        service.name.in(language) + " (" + service.key + ")\n" + service.description.in(language) + "\n\n";
    out += explanationText(service.key, language);
    const catalog::Category* category = catalog.category(service.category);
    out += line(say("category", "분류"), category ? category->name.in(language) : service.category);
    out += line(say("lives in", "범위"), std::string(nameOf(service.scope)));
    out += line(say("stands in", "둘 수 있는 곳"), joined(service.parents));
    out += line(say("traits", "특성"), joined(traitsOf(service)));
    out += line(say("also called", "다른 이름"), joined(service.aliases));
    out += line(say("formerly", "예전 이름"), joined(service.lifecycle.formerly));
    out += line(say("state", "상태"), lifecycleText(service.lifecycle, language));
    out += line(say("billed by", "요금 항목"), priceText(service.pricing, language));
    out += line(say("documentation", "문서"), service.page);
    if (!service.presets.empty()) {
        out += say("\nPresets\n", "\n프리셋\n").in(language);
        for (const catalog::Preset& preset : service.presets)
            out += "  " + preset.key + ": " + preset.name.in(language) + " — " + preset.description.in(language) + '\n';
    }
    for (const catalog::PropertyGroup& group : catalog.propertyGroups()) {
        bool titled = false;
        for (const Property& property : service.properties) {
            if (property.group != group.key) continue;
            if (!titled) out += '\n' + group.name.in(language) + '\n';
            titled = true;
            appendProperty(out, property, "  ", language);
        }
    }
    return out;
}

std::string textOf(const LinkType& type, Language language) {
    std::string out = type.name.in(language) + " (" + type.key + ")\n" + type.description.in(language) + "\n\n";
    out += explanationText(type.key, language);
    for (const catalog::LinkEnds& ends : type.ends) out += "  " + joined(ends.from) + " → " + joined(ends.to) + '\n';
    if (!type.properties.empty()) out += say("\nProperties\n", "\n속성\n").in(language);
    for (const Property& property : type.properties) appendProperty(out, property, "  ", language);
    return out;
}

std::string jsonOf(const Catalog& catalog, const Service& service) {
    JsonText json;
    json.beginObject()
        .key("key")
        .value(service.key)
        .key("name")
        .value(service.name)
        .key("shortName")
        .value(service.shortName)
        .key("description")
        .value(service.description);
    json.key("aliases").values(service.aliases).key("category").value(service.category);
    if (const catalog::Category* category = catalog.category(service.category))
        json.key("color").value(category->color);
    json.key("scope")
        .value(nameOf(service.scope))
        .key("traits")
        .values(traitsOf(service))
        .key("roles")
        .values(service.roles)
        .key("parents")
        .values(service.parents);
    json.key("properties").beginArray();
    for (const Property& property : service.properties) appendJson(json, property);
    json.end().key("presets").beginArray();
    for (const catalog::Preset& preset : service.presets)
        json.beginObject()
            .key("key")
            .value(preset.key)
            .key("name")
            .value(preset.name)
            .key("description")
            .value(preset.description)
            .end();
    json.end();
    lifecycleJson(json, service.lifecycle);
    priceJson(json, service.pricing);
    explanationJson(json, service.key);
    return json.key("page").value(service.page).key("sources").values(service.sources).end().take();
}

std::string jsonOf(const LinkType& type) {
    JsonText json;
    json.beginObject()
        .key("key")
        .value(type.key)
        .key("name")
        .value(type.name)
        .key("description")
        .value(type.description);
    json.key("ends").beginArray();
    for (const catalog::LinkEnds& ends : type.ends)
        json.beginObject().key("from").values(ends.from).key("to").values(ends.to).end();
    json.end().key("properties").beginArray();
    for (const Property& property : type.properties) appendJson(json, property);
    json.end();
    explanationJson(json, type.key);
    return json.end().take();
}

} // namespace sky::cli
