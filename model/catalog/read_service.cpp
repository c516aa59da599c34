// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/read.h"

#include "catalog/roles.h"

#include <algorithm>

namespace sky::catalog {

namespace {

bool isKey(std::string_view key) {
    const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !key.empty() && key.size() <= 40 && key.front() != '-' && key.back() != '-' &&
           std::all_of(key.begin(), key.end(), good);
}

std::int32_t side(Reading& reading, const Path& path, const Node& node) {
    if (node.kind == Node::Kind::Integer && node.integer >= 8 && node.integer <= 10000)
        return static_cast<std::int32_t>(node.integer);
    reading.fail(path, say("a side is a whole number of pixels from 8 to 10000.",
                           "변의 길이는 8에서 10000 사이의 정수(픽셀)입니다."));
    return 0;
}

Preset readPreset(Reading& reading, const Path& path, const Node& node, const Service& service) {
    Preset preset;
    Fields fields(reading, path, node);
    preset.key = fields.needString("key");
    preset.name = fields.needText("name");
    preset.description = fields.needText("description");
    preset.aliases = fields.strings("aliases");
    if (const Node* values = fields.take("properties")) {
        const Path at = fields.at("properties");
        Fields parts(reading, at, *values);
        for (const Property& property : service.properties) {
            const Node* value = parts.take(property.key);
            if (!value) continue;
            auto read = readValue(reading, parts.at(property.key), *value, property);
            if (!read || reading.error()) continue;
            if (const auto good = validate(property, *read); !good)
                reading.fail(parts.at(property.key), good.error().what, good.error().remedy);
            preset.properties.set(property.key, std::move(*read));
        }
        parts.finish();
    }
    fields.finish();
    return preset;
}

// What an element and a link have of their own (SEMANTICS: 1) is never a property.
void refuseFieldNames(Reading& reading, const Path& path, const std::vector<Property>& properties,
                      std::initializer_list<std::string_view> fields) {
    for (std::size_t i = 0; i < properties.size(); ++i)
        if (std::find(fields.begin(), fields.end(), properties[i].key) != fields.end())
            reading.fail(Path{&path, {}, static_cast<std::int64_t>(i)},
                         say("a property cannot be named \"{}\": that is a field of its own.",
                             "\"{}\"은(는) 이미 있는 항목이므로 속성 이름으로 쓸 수 없습니다.", properties[i].key));
}

} // namespace

Service readService(Reading& reading, const SharedProperties& shared) {
    Service service;
    const Path top;
    Fields fields(reading, top, reading.tree().root());
    service.key = fields.needString("key");
    if (!isKey(service.key))
        reading.fail(fields.at("key"),
                     say("\"{}\" is no key of a service.", "\"{}\"은(는) 서비스 키가 아닙니다.", service.key),
                     say("A key has small letters, digits and hyphens.", "키는 영문 소문자, 숫자, 하이픈만 씁니다."));
    if (reading.file() != "services/" + service.key + ".json")
        reading.fail(fields.at("key"), say("the file of \"{1}\" must be services/{1}.json.",
                                           "\"{1}\"의 파일은 services/{1}.json이어야 합니다.", service.key));
    service.name = fields.needText("name");
    service.shortName = fields.needText("short");
    service.description = fields.needText("description");
    service.aliases = fields.strings("aliases");
    service.category = fields.needString("category");
    const std::string scope = fields.needString("scope");
    if (const auto known = scopeOf(scope))
        service.scope = *known;
    else
        reading.fail(fields.at("scope"), say("there is no scope \"{}\".", "\"{}\"(이)라는 범위는 없습니다.", scope));
    fields.each("traits", [&](const Path& path, const Node& node) {
        const std::string word = reading.string(path, node);
        if (const auto trait = traitOf(word))
            service.traits |= *trait;
        else
            reading.fail(path, say("there is no trait \"{}\".", "\"{}\"(이)라는 특성은 없습니다.", word));
    });
    fields.each("roles", [&](const Path& path, const Node& node) {
        service.roles.push_back(reading.string(path, node));
        if (std::find(role::kAll.begin(), role::kAll.end(), service.roles.back()) == role::kAll.end())
            reading.fail(path,
                         say("there is no role \"{}\".", "\"{}\"(이)라는 역할은 없습니다.", service.roles.back()));
    });
    service.parents = fields.strings("parents");
    if (service.parents.empty())
        reading.fail(fields.at("parents"), say("at least one parent is needed, \"page\" for the page itself.",
                                               "부모가 하나 이상 필요합니다. 페이지 위라면 \"page\"를 쓰십시오."));
    if (const Node* size = fields.need("size")) {
        const Path path = fields.at("size");
        std::vector<std::int32_t> sides;
        Fields::eachOf(reading, path, *size,
                       [&](const Path& at, const Node& node) { sides.push_back(side(reading, at, node)); });
        if (sides.size() == 2)
            service.defaultSize = {sides[0], sides[1]};
        else
            reading.fail(path, say("a size is [width, height].", "크기는 [너비, 높이]입니다."));
    }
    if (const Node* list = fields.take("properties")) {
        const Path path = fields.at("properties");
        service.properties = readProperties(reading, path, *list, shared);
        refuseFieldNames(reading, path, service.properties, {"id", "service", "name", "parent", "spans", "groups"});
    }
    fields.each("presets", [&](const Path& path, const Node& node) {
        service.presets.push_back(readPreset(reading, path, node, service));
    });
    if (const Node* node = fields.take("lifecycle"))
        service.lifecycle = readLifecycle(reading, fields.at("lifecycle"), *node);
    if (const Node* node = fields.take("price")) service.pricing = readPricing(reading, fields.at("price"), *node);
    service.page = fields.string("page");
    service.sources = fields.strings("sources");
    fields.finish();
    return service;
}

std::vector<LinkType> readLinks(Reading& reading, const SharedProperties& shared) {
    std::vector<LinkType> types;
    const Path top;
    Fields fields(reading, top, reading.tree().root());
    fields.each("links", [&](const Path& path, const Node& node) {
        Fields parts(reading, path, node);
        LinkType type;
        type.key = parts.needString("key");
        if (const auto kind = linkKindOf(type.key))
            type.kind = *kind;
        else
            reading.fail(parts.at("key"),
                         say("there is no link kind \"{}\".", "\"{}\"(이)라는 연결 종류는 없습니다.", type.key));
        type.name = parts.needText("name");
        type.description = parts.needText("description");
        type.aliases = parts.strings("aliases");
        type.sameEngine = parts.flag("sameEngine");
        parts.each("ends", [&](const Path& at, const Node& pair) {
            Fields ends(reading, at, pair);
            LinkEnds both{ends.strings("from"), ends.strings("to")};
            ends.finish();
            if (both.from.empty() || both.to.empty())
                reading.fail(at,
                             say("both \"from\" and \"to\" are needed.", "\"from\"과 \"to\"가 모두 있어야 합니다."));
            type.ends.push_back(std::move(both));
        });
        if (const Node* list = parts.take("properties")) {
            const Path at = parts.at("properties");
            type.properties = readProperties(reading, at, *list, shared);
            refuseFieldNames(reading, at, type.properties, {"id", "kind", "from", "to", "name"});
        }
        parts.finish();
        const auto same = [&](const LinkType& other) { return other.kind == type.kind; };
        if (std::any_of(types.begin(), types.end(), same))
            reading.fail(path, say("\"{}\" stands here twice.", "\"{}\"이(가) 두 번 나옵니다.", type.key));
        types.push_back(std::move(type));
    });
    fields.finish();
    return types;
}

std::vector<Property> readProject(Reading& reading, const SharedProperties& shared) {
    const Path top;
    Fields fields(reading, top, reading.tree().root());
    std::vector<Property> properties;
    if (const Node* list = fields.need("properties")) {
        const Path path = fields.at("properties");
        properties = readProperties(reading, path, *list, shared);
        refuseFieldNames(reading, path, properties, {"name", "accepted", "extensions"});
    }
    fields.finish();
    return properties;
}

} // namespace sky::catalog
