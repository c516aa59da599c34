// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/read.h"

#include "base/nearest.h"

#include <algorithm>

namespace sky::catalog {

namespace {

std::string toWritten(const Node& node) {
    switch (node.kind) {
    case Node::Kind::Integer:
        return std::to_string(node.integer);
    case Node::Kind::Bool:
        return node.flag ? "true" : "false";
    default:
        return std::string(node.text);
    }
}

std::optional<Scalar> readScalar(Reading& reading, const Path& path, const Node& node, const Property& property) {
    if (property.type == PropertyType::LocalizedText && node.kind == Node::Kind::Object)
        return Scalar(reading.text(path, node));
    const bool number = node.kind == Node::Kind::Integer || node.kind == Node::Kind::Real;
    const bool numeric = property.type == PropertyType::Integer || property.type == PropertyType::Number ||
                         property.type == PropertyType::Ports;
    const bool fits = node.kind == Node::Kind::String ? property.type != PropertyType::Bool
                      : node.kind == Node::Kind::Bool ? property.type == PropertyType::Bool
                                                      : number && numeric;
    if (!fits) {
        reading.fail(path, say("not a value of \"{}\".", "\"{}\"의 값이 아닙니다.", property.key),
                     say("Quantities are texts with a unit: \"30s\", \"20GiB\".",
                         "수량은 \"30s\", \"20GiB\"처럼 단위를 붙여 씁니다."));
        return std::nullopt;
    }
    Result<Scalar> scalar = parseScalar(property, toWritten(node));
    if (scalar) return *scalar;
    reading.fail(path, scalar.error().what, scalar.error().remedy);
    return std::nullopt;
}

Record readRecord(Reading& reading, const Path& path, const Node& node, const Property& property) {
    Record record;
    Fields fields(reading, path, node);
    for (const Property& field : property.fields) {
        const Node* value = fields.take(field.key);
        if (!value) continue;
        if (auto scalar = readScalar(reading, fields.at(field.key), *value, field))
            record.set(field.key, std::move(*scalar));
    }
    fields.finish();
    return record;
}

// A limit is written like a value ("5s"); of a list and of records it is how many.
std::optional<std::int64_t> readLimit(Reading& reading, Fields& fields, std::string_view key,
                                      const Property& property) {
    const Node* node = fields.take(key);
    if (!node) return std::nullopt;
    const Path path = fields.at(key);
    Property bare;
    bare.key = property.key;
    bare.type = property.list || property.type == PropertyType::Records ? PropertyType::Integer : property.type;
    const auto scalar = readScalar(reading, path, *node, bare);
    if (!scalar) return std::nullopt;
    if (const auto* quantity = std::get_if<Quantity>(&*scalar)) return quantity->amount;
    reading.fail(path, say("only quantities have limits.", "수량에만 한계를 둘 수 있습니다."));
    return std::nullopt;
}

void readChoices(Reading& reading, Fields& fields, Property& property) {
    std::vector<Choice> choices;
    fields.each("choices", [&](const Path& path, const Node& node) {
        Choice choice;
        if (node.kind == Node::Kind::String) { // a word that is the same in every language
            choice.key = std::string(node.text);
            choice.label.en = choice.key;
        } else {
            Fields parts(reading, path, node);
            choice.key = parts.needString("key");
            choice.label.en = parts.needString("en");
            choice.label.ko = parts.needString("ko");
            parts.finish();
        }
        const auto same = [&](const Choice& other) { return other.key == choice.key; };
        if (std::any_of(choices.begin(), choices.end(), same))
            reading.fail(
                path, say("the choice \"{}\" stands here twice.", "선택지 \"{}\"이(가) 두 번 나옵니다.", choice.key));
        choices.push_back(std::move(choice));
    });
    if (!choices.empty()) property.choices = std::move(choices);
}

bool isPropertyKey(std::string_view key) {
    const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return !key.empty() && key.size() <= 40 && key.front() >= 'a' && key.front() <= 'z' &&
           std::all_of(key.begin(), key.end(), good);
}

Condition readCondition(Reading& reading, const Path& path, const Node& node) {
    Fields parts(reading, path, node);
    Condition condition;
    condition.property = parts.needString("property");
    condition.is = parts.strings("is");
    parts.finish();
    if (condition.is.empty())
        reading.fail(path, say("\"is\" needs at least one value.", "\"is\"에 값이 하나 이상 있어야 합니다."));
    return condition;
}

std::optional<Value> readDefault(Reading& reading, const Path& path, const Node& node, const Property& property) {
    auto value = readValue(reading, path, node, property);
    if (value && !reading.error())
        if (const auto good = validate(property, *value); !good)
            reading.fail(path, good.error().what, good.error().remedy);
    return value;
}

void readDefaults(Reading& reading, Fields& fields, Property& property) {
    if (const Node* value = fields.take("default"))
        property.byDefault = readDefault(reading, fields.at("default"), *value, property);
    fields.each("defaults", [&](const Path& path, const Node& node) {
        Fields parts(reading, path, node);
        const Node* when = parts.need("when");
        const Node* value = parts.need("value");
        if (when && value) {
            Condition condition = readCondition(reading, parts.at("when"), *when);
            if (auto read = readDefault(reading, parts.at("value"), *value, property))
                property.defaults.push_back({std::move(condition), std::move(*read)});
        }
        parts.finish();
    });
}

Property readProperty(Reading& reading, const Path& path, const Node& node, const SharedProperties& shared) {
    if (node.kind == Node::Kind::String) {
        const auto known = shared.find(node.text);
        if (known != shared.end()) return known->second;
        reading.fail(path, say("shared.json has no property \"{}\".", "shared.json에 속성 \"{}\"이(가) 없습니다.",
                               std::string(node.text)));
        return {};
    }
    Fields fields(reading, path, node);
    Property property;
    const Node* use = fields.take("use");
    if (use) property = readProperty(reading, fields.at("use"), *use, shared);
    if (reading.error()) return property;

    if (std::string key = fields.string("key"); !key.empty()) property.key = std::move(key);
    if (!isPropertyKey(property.key))
        reading.fail(path, say("\"{}\" is no key of a property.", "\"{}\"은(는) 속성 키가 아닙니다.", property.key),
                     say("A key begins with a small letter and has only letters and digits, 40 at most.",
                         "키는 소문자로 시작하고 영문자와 숫자만 40자까지 씁니다."));
    if (const std::string word = fields.string("type"); !word.empty()) {
        const auto type = propertyTypeOf(word);
        if (type)
            property.type = *type;
        else
            reading.fail(fields.at("type"), say("there is no type \"{}\".", "\"{}\"(이)라는 형식은 없습니다.", word));
    } else if (!use) {
        reading.fail(path, say("\"type\" is missing.", "\"type\"이 없습니다."));
    }
    if (fields.flag("list")) property.list = true;
    if (Text label = fields.text("label"); !label.empty()) property.label = std::move(label);
    if (Text help = fields.text("help"); !help.empty()) property.help = std::move(help);
    if (std::string group = fields.string("group"); !group.empty()) property.group = std::move(group);
    if (Text unset = fields.text("unset"); !unset.empty()) property.whenUnset = std::move(unset);
    if (std::string source = fields.string("source"); !source.empty()) property.source = std::move(source);
    if (std::string table = fields.string("table"); !table.empty()) property.table = std::move(table);
    if (auto words = fields.strings("words"); !words.empty()) property.words = std::move(words);
    if (auto refersTo = fields.strings("refersTo"); !refersTo.empty()) property.refersTo = std::move(refersTo);
    if (fields.flag("orCidr")) property.orCidr = true;
    if (fields.flag("required")) property.required = true;
    readChoices(reading, fields, property);
    if (const Node* when = fields.take("when")) property.when = readCondition(reading, fields.at("when"), *when);
    if (auto least = readLimit(reading, fields, "least", property)) property.least = least;
    if (auto most = readLimit(reading, fields, "most", property)) property.most = most;
    if (const Node* list = fields.take("fields"))
        property.fields = readProperties(reading, fields.at("fields"), *list, shared);
    readDefaults(reading, fields, property);
    fields.finish();

    if (property.label.empty()) reading.fail(path, say("\"label\" is missing.", "\"label\"이 없습니다."));
    if (property.type == PropertyType::Choice && property.choices.empty() && property.table.empty())
        reading.fail(path, say("a choice needs \"choices\" or a \"table\".",
                               "choice에는 \"choices\"나 \"table\"이 있어야 합니다."));
    if (property.type == PropertyType::Records && property.fields.empty())
        reading.fail(path, say("records need \"fields\".", "records에는 \"fields\"가 있어야 합니다."));
    return property;
}

} // namespace

std::optional<Value> readValue(Reading& reading, const Path& path, const Node& node, const Property& property) {
    if (property.type == PropertyType::Records) {
        Records records;
        Fields::eachOf(reading, path, node, [&](const Path& at, const Node& member) {
            records.push_back(readRecord(reading, at, member, property));
        });
        return Value(std::move(records));
    }
    if (property.list) {
        List list;
        Fields::eachOf(reading, path, node, [&](const Path& at, const Node& member) {
            if (auto scalar = readScalar(reading, at, member, property)) list.push_back(std::move(*scalar));
        });
        return Value(std::move(list));
    }
    auto scalar = readScalar(reading, path, node, property);
    if (!scalar) return std::nullopt;
    return std::visit([](auto& held) { return Value(std::move(held)); }, *scalar);
}

std::vector<Property> readProperties(Reading& reading, const Path& path, const Node& list,
                                     const SharedProperties& shared) {
    std::vector<Property> properties;
    properties.reserve(list.children);
    Fields::eachOf(reading, path, list, [&](const Path& at, const Node& node) {
        Property property = readProperty(reading, at, node, shared);
        const auto same = [&](const Property& other) { return other.key == property.key; };
        if (std::any_of(properties.begin(), properties.end(), same))
            reading.fail(
                at, say("the property \"{}\" stands here twice.", "속성 \"{}\"이(가) 두 번 나옵니다.", property.key));
        properties.push_back(std::move(property));
    });
    const auto known = [&](const std::string& key) {
        return std::any_of(properties.begin(), properties.end(), [&](const Property& each) { return each.key == key; });
    };
    for (std::size_t i = 0; i < properties.size() && !reading.error(); ++i) {
        const Path at{&path, {}, static_cast<std::int64_t>(i)};
        const auto check = [&](const Condition& condition, std::string_view where) {
            if (!known(condition.property))
                reading.fail(Path{&at, where, -1}, say("there is no property \"{}\" beside it.",
                                                       "같은 곳에 속성 \"{}\"이(가) 없습니다.", condition.property));
        };
        if (properties[i].when) check(*properties[i].when, "when");
        for (const DefaultWhen& each : properties[i].defaults) check(each.when, "defaults");
    }
    return properties;
}

SharedProperties readShared(Reading& reading) {
    SharedProperties shared;
    const Path top;
    Fields fields(reading, top, reading.tree().root());
    fields.each("properties", [&](const Path& path, const Node& node) {
        // Found by its "id"; two meanings of one key ("timeout" of a caller, of a function) have two ids.
        Fields parts(reading, path, node);
        std::string id = parts.needString("id");
        const Node* definition = parts.need("is");
        Property property;
        const Path at = parts.at("is");
        if (definition) property = readProperty(reading, at, *definition, shared);
        parts.finish();
        if (!reading.error() && !shared.emplace(id, std::move(property)).second)
            reading.fail(path, say("\"{}\" is defined twice.", "\"{}\"이(가) 두 번 정의되었습니다.", id));
    });
    fields.finish();
    return shared;
}

} // namespace sky::catalog
