// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/schema.h"

#include "base/embedded.h"
#include "exchange/json/json_values.h"

#include <nlohmann/json.hpp>

#include <set>
#include <span>

namespace sky::exchange {

std::span<const EmbeddedFile> schemaFiles(); // written when building

namespace {

using Json = nlohmann::ordered_json;
using catalog::Property;
using catalog::PropertyType;

Json reference(const char* definition) {
    return {{"$ref", std::string("#/definitions/") + definition}};
}

Json text(const Text& text) {
    return text.en;
}

Json bounded(Json type, const Property& property, double unit) {
    if (property.least) type["minimum"] = static_cast<double>(*property.least) / unit;
    if (property.most) type["maximum"] = static_cast<double>(*property.most) / unit;
    return type;
}

Json integer(const Property& property) {
    Json type{{"type", "integer"}};
    if (property.least) type["minimum"] = *property.least;
    if (property.most) type["maximum"] = *property.most;
    return type;
}

Json ofProperty(const Property& property);

Json record(const Property& property) {
    Json members = Json::object();
    Json required = Json::array();
    for (const Property& field : property.fields) {
        members[field.key] = ofProperty(field);
        if (field.required) required.push_back(field.key);
    }
    Json type{{"type", "object"}, {"properties", std::move(members)}, {"additionalProperties", false}};
    if (!required.empty()) type["required"] = std::move(required);
    return type;
}

Json ofOne(const Property& property) {
    switch (property.type) {
    case PropertyType::Bool:
        return {{"type", "boolean"}};
    case PropertyType::LocalizedText:
        return reference("text");
    case PropertyType::Choice: {
        if (property.choices.empty()) return {{"type", "string"}};
        Json keys = Json::array();
        for (const catalog::Choice& choice : property.choices) keys.push_back(choice.key);
        if (property.table.empty()) return {{"enum", std::move(keys)}};
        return {{"anyOf", Json::array({Json{{"enum", std::move(keys)}}, Json{{"type", "string"}}})}};
    }
    case PropertyType::Cidr:
        if (!property.words.empty()) return {{"type", "string"}};
        return {{"type", "string"}, {"pattern", "/[0-9]+$"}};
    case PropertyType::Ports:
        return reference("ports");
    case PropertyType::Date:
        return reference("date");
    case PropertyType::Integer:
        return integer(property);
    case PropertyType::Number:
        return bounded({{"type", "number"}}, property, 1e6);
    case PropertyType::Duration:
        return reference("duration");
    case PropertyType::Rate:
        return reference("rate");
    case PropertyType::Bytes:
        return reference("bytes");
    case PropertyType::Bandwidth:
        return reference("bandwidth");
    case PropertyType::Percent:
        return reference("percent");
    case PropertyType::Money:
        return reference("money");
    case PropertyType::Records:
        return record(property);
    case PropertyType::Address:
    case PropertyType::Text:
    case PropertyType::Place:
    case PropertyType::Reference:
        break;
    }
    return {{"type", "string"}};
}

Json ofProperty(const Property& property) {
    Json type = ofOne(property);
    if (property.list || property.type == PropertyType::Records)
        type = {{"type", "array"}, {"maxItems", 1000}, {"items", std::move(type)}};
    // Beside "$ref" nothing else is read, so that titles need a wrapping.
    Json described{{"title", text(property.label)}};
    if (!property.help.empty()) described["description"] = text(property.help);
    if (property.byDefault) {
        std::string written;
        json::appendValue(written, *property.byDefault, &property);
        described["default"] = Json::parse(written);
    }
    described["allOf"] = Json::array({std::move(type)});
    return described;
}

Json members(std::span<const Property> properties, const Json& fields) {
    Json all = Json::object();
    for (const auto& field : fields.items()) all[field.key()] = true;
    for (const Property& property : properties) all[property.key] = ofProperty(property);
    return all;
}

Json whenConst(const char* member, const std::string& key, Json then) {
    return {{"if", {{"required", {member}}, {"properties", {{member, {{"const", key}}}}}}}, {"then", std::move(then)}};
}

void addServices(Json& element, const catalog::Catalog& catalog) {
    const Json fields = element["properties"];
    Json keys = Json::array();
    Json rules = Json::array();
    for (const catalog::Service& service : catalog.services()) {
        keys.push_back(service.key);
        rules.push_back(whenConst("service", service.key,
                                  {{"title", text(service.name)},
                                   {"description", text(service.description)},
                                   {"properties", members(service.properties, fields)},
                                   {"additionalProperties", false}}));
    }
    element["properties"]["service"] = {
        {"anyOf", Json::array({Json{{"enum", std::move(keys)}}, Json{{"type", "string"}, {"minLength", 1}}})}};
    element["allOf"] = std::move(rules);
}

void addLinkTypes(Json& link, const catalog::Catalog& catalog) {
    const Json fields = link["properties"];
    Json rules = Json::array();
    std::set<std::string> names; // an unset kind follows the ends: any kind's properties may stand there
    for (const auto& field : fields.items()) names.insert(field.key());
    for (const catalog::LinkType& type : catalog.linkTypes()) {
        for (const Property& property : type.properties) names.insert(property.key);
        rules.push_back(whenConst("kind", type.key,
                                  {{"title", text(type.name)},
                                   {"description", text(type.description)},
                                   {"properties", members(type.properties, fields)},
                                   {"additionalProperties", false}}));
    }
    link["propertyNames"] = {{"enum", names}};
    link["allOf"] = std::move(rules);
}

} // namespace

std::string_view generalSchema() {
    return schemaFiles().front().bytes;
}

std::string schema(const catalog::Catalog& catalog) {
    Json whole = Json::parse(generalSchema());
    Json& definitions = whole["definitions"];
    addServices(definitions["element"], catalog);
    addLinkTypes(definitions["link"], catalog);
    Json& project = definitions["project"];
    const Json fields = project["properties"];
    Json known = members(catalog.projectProperties(), fields);
    for (const auto& field : fields.items()) known[field.key()] = field.value();
    project["properties"] = std::move(known);
    project["additionalProperties"] = false;
    return whole.dump(2) + '\n';
}

} // namespace sky::exchange
