// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json/json_values.h"

#include "diagram/limits.h"

#include <algorithm>
#include <cctype>

namespace sky::exchange::json {

using catalog::List;
using catalog::Property;
using catalog::PropertyType;
using catalog::Record;
using catalog::Records;
using catalog::Scalar;
using catalog::Value;

namespace {

// "2.5e-3" -> "0.0025": exact, so that no value passes through binary fractions.
std::string plainDecimal(std::string_view written) {
    const auto exponentAt = written.find_first_of("eE");
    if (exponentAt == std::string_view::npos) return std::string(written);
    std::string digits;
    std::string_view mantissa = written.substr(0, exponentAt);
    const bool negative = !mantissa.empty() && mantissa.front() == '-';
    if (negative) mantissa.remove_prefix(1);
    int exponent = 0;
    for (const char c : written.substr(exponentAt + 1))
        if (c >= '0' && c <= '9') exponent = std::min(exponent * 10 + (c - '0'), 1000);
    if (written[exponentAt + 1] == '-') exponent = -exponent;
    int point = static_cast<int>(std::min<std::size_t>(mantissa.find('.'), mantissa.size()));
    for (const char c : mantissa)
        if (c != '.') digits += c;
    point += exponent;
    if (point <= 0) digits.insert(0, static_cast<std::size_t>(1 - point), '0'), point = 1;
    if (point > static_cast<int>(digits.size())) digits.append(static_cast<std::size_t>(point) - digits.size(), '0');
    std::string plain = negative ? "-" : "";
    plain += digits.substr(0, static_cast<std::size_t>(point));
    std::string fraction = digits.substr(static_cast<std::size_t>(point));
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    while (plain.size() > (negative ? 2u : 1u) && plain[negative ? 1 : 0] == '0') plain.erase(negative ? 1 : 0, 1);
    return fraction.empty() ? plain : plain + '.' + fraction;
}

// The catalog names the property alone; the file knows the whole path.
Error at(const Place& place, Error error) {
    error.place = place.text();
    return error;
}

bool isWrittenAs(Node::Kind kind, PropertyType type) {
    switch (type) {
    case PropertyType::Bool:
        return false; // true and false have been taken already
    case PropertyType::Integer:
        return kind == Node::Kind::Integer;
    case PropertyType::Number:
        return kind == Node::Kind::Integer || kind == Node::Kind::Decimal;
    case PropertyType::Ports:
        return kind == Node::Kind::Text || kind == Node::Kind::Integer;
    default:
        return kind == Node::Kind::Text;
    }
}

Text howWritten(PropertyType type) {
    switch (type) {
    case PropertyType::Bool:
        return {"true or false", "true 또는 false"};
    case PropertyType::Integer:
        return {"a whole number such as 3", "3 같은 정수"};
    case PropertyType::Number:
        return {"a number such as 2.5", "2.5 같은 숫자"};
    case PropertyType::Ports:
        return {"a port: 443 or \"1024-65535\"", "포트(443 또는 \"1024-65535\")"};
    case PropertyType::Duration:
        return {"a duration such as \"30s\"", "\"30s\" 같은 시간"};
    case PropertyType::Rate:
        return {"a rate such as \"200/s\"", "\"200/s\" 같은 비율"};
    case PropertyType::Bytes:
        return {"a size such as \"20GiB\"", "\"20GiB\" 같은 크기"};
    case PropertyType::Bandwidth:
        return {"a bandwidth such as \"10Gbps\"", "\"10Gbps\" 같은 대역폭"};
    case PropertyType::Percent:
        return {"a percentage such as \"80%\"", "\"80%\" 같은 백분율"};
    case PropertyType::Money:
        return {"an amount such as \"5USD\"", "\"5USD\" 같은 금액"};
    case PropertyType::Date:
        return {"a date such as \"2026-11-21\"", "\"2026-11-21\" 같은 날짜"};
    case PropertyType::Reference:
        return {"an id as text", "문자열로 쓴 id"};
    case PropertyType::Cidr:
        return {"a CIDR such as \"10.0.0.0/16\"", "\"10.0.0.0/16\" 같은 CIDR"};
    case PropertyType::Address:
        return {"an address such as \"10.0.0.4\"", "\"10.0.0.4\" 같은 주소"};
    case PropertyType::Text:
    case PropertyType::LocalizedText:
    case PropertyType::Choice:
    case PropertyType::Place:
    case PropertyType::Records:
        break;
    }
    return {"a text", "문자열"};
}

Result<Scalar> readScalar(const Property& property, const Node& node, const Place& place) {
    if (property.type == PropertyType::LocalizedText) {
        auto name = readName(node, place);
        if (!name) return std::move(name).error();
        return Scalar(std::move(*name));
    }
    if (property.type == PropertyType::Bool && node.kind == Node::Kind::Bool) return Scalar(node.flag);
    if (!isWrittenAs(node.kind, property.type)) return wrongKind(place, howWritten(property.type), node);
    std::string number;
    if (node.kind == Node::Kind::Integer) number = std::to_string(node.integer);
    if (node.kind == Node::Kind::Decimal) number = plainDecimal(node.text);
    const std::string& text = node.kind == Node::Kind::Text ? node.text : number;
    if (text.size() > diagram::limits::kTextBytes)
        return wrong(place, say("is longer than 64 KiB.", "64 KiB보다 깁니다."), say("Shorten it.", "줄이세요."),
                     ErrorCode::TooLarge);
    auto scalar = catalog::parseScalar(property, text);
    if (!scalar) return at(place, std::move(scalar).error());
    return scalar;
}

const Property* fieldOf(const Property& property, std::string_view key) {
    for (const Property& field : property.fields)
        if (field.key == key) return &field;
    return nullptr;
}

Result<Record> readRecord(const Property& property, const Node& node, const Place& place) {
    if (node.kind != Node::Kind::Object) return wrongKind(place, {"an object", "객체"}, node);
    Record record;
    for (const Node& child : node.children) {
        const Property* field = fieldOf(property, child.key);
        if (!field) {
            std::vector<std::string_view> keys;
            for (const Property& one : property.fields) keys.emplace_back(one.key);
            return unknownMember(place, child, keys);
        }
        auto scalar = readScalar(*field, child, place[child.key]);
        if (!scalar) return std::move(scalar).error();
        record.set(child.key, std::move(*scalar));
    }
    for (const Property& field : property.fields)
        if (field.required && !record.find(field.key))
            return wrong(place, say("{} is missing.", "{}이(가) 없습니다.", inQuotes(field.key)),
                         say("Write it: {}.", "넣으세요: {}.", field.label));
    return record;
}

Result<Scalar> readUntypedScalar(const Node& node, const Place& place) {
    switch (node.kind) {
    case Node::Kind::Bool:
        return Scalar(node.flag);
    case Node::Kind::Integer:
        return Scalar(Quantity{node.integer, Unit::Count});
    case Node::Kind::Decimal: {
        auto number = parseQuantity(plainDecimal(node.text), Unit::Number);
        if (!number) return at(place, std::move(number).error());
        return Scalar(*number);
    }
    case Node::Kind::Text:
        return Scalar(node.text);
    case Node::Kind::Object: {
        auto name = readName(node, place);
        if (!name) return std::move(name).error();
        return Scalar(std::move(*name));
    }
    case Node::Kind::Null:
    case Node::Kind::Array:
        break;
    }
    return wrongKind(place, {"a text, a number, true or false", "문자열, 숫자, true 또는 false"}, node);
}

bool isName(const Node& node) {
    return node.kind == Node::Kind::Object && !node.children.empty() &&
           std::all_of(node.children.begin(), node.children.end(), [](const Node& child) {
               return child.kind == Node::Kind::Text && (child.key == "en" || child.key == "ko");
           });
}

} // namespace

Result<std::string> readText(const Node& node, const Place& place) {
    if (node.kind != Node::Kind::Text) return wrongKind(place, {"a text", "문자열"}, node);
    if (node.text.size() > diagram::limits::kTextBytes)
        return wrong(place, say("is longer than 64 KiB.", "64 KiB보다 깁니다."), say("Shorten it.", "줄이세요."),
                     ErrorCode::TooLarge);
    return node.text;
}

Result<Text> readName(const Node& node, const Place& place) {
    if (node.kind == Node::Kind::Object) {
        Text name;
        for (const Node& child : node.children) {
            auto text = readText(child, place[child.key]);
            if (!text) return std::move(text).error();
            if (child.key == "en") {
                name.en = *text;
            } else if (child.key == "ko") {
                name.ko = *text;
            } else {
                return wrong(place[child.key],
                             say("is not a language of the project.", "프로젝트에서 쓰는 언어가 아닙니다."),
                             say("Write \"en\" and \"ko\".", "\"en\"과 \"ko\"를 쓰세요."));
            }
        }
        return name;
    }
    if (node.kind != Node::Kind::Text)
        return wrongKind(place, {"a text, or {\"en\": …, \"ko\": …}", "문자열이나 {\"en\": …, \"ko\": …}"}, node);
    auto text = readText(node, place);
    if (!text) return std::move(text).error();
    return Text{std::move(*text), {}};
}

Result<Value> readValue(const Property& property, const Node& node, const Place& place) {
    if (!property.list && property.type != PropertyType::Records) {
        auto scalar = readScalar(property, node, place);
        if (!scalar) return std::move(scalar).error();
        return std::visit([](auto&& held) { return Value(std::move(held)); }, std::move(*scalar));
    }
    if (node.kind != Node::Kind::Array) return wrongKind(place, {"an array", "배열"}, node);
    if (node.children.size() > diagram::limits::kReferences)
        return tooMany(place, node.children.size(), diagram::limits::kReferences);
    if (property.type == PropertyType::Records) {
        Records records;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            auto record = readRecord(property, node.children[i], place[i]);
            if (!record) return std::move(record).error();
            records.push_back(std::move(*record));
        }
        return Value(std::move(records));
    }
    List list;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        auto scalar = readScalar(property, node.children[i], place[i]);
        if (!scalar) return std::move(scalar).error();
        list.push_back(std::move(*scalar));
    }
    return Value(std::move(list));
}

Result<Value> readUntyped(const Node& node, const Place& place) {
    if (node.kind != Node::Kind::Array) {
        auto scalar = readUntypedScalar(node, place);
        if (!scalar) return std::move(scalar).error();
        return std::visit([](auto&& held) { return Value(std::move(held)); }, std::move(*scalar));
    }
    if (node.children.size() > diagram::limits::kReferences)
        return tooMany(place, node.children.size(), diagram::limits::kReferences);
    const bool records =
        !node.children.empty() && std::all_of(node.children.begin(), node.children.end(), [](const Node& child) {
            return child.kind == Node::Kind::Object && !isName(child);
        });
    if (!records) {
        List list;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            auto scalar = readUntypedScalar(node.children[i], place[i]);
            if (!scalar) return std::move(scalar).error();
            list.push_back(std::move(*scalar));
        }
        return Value(std::move(list));
    }
    Records rows;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        Record record;
        for (const Node& child : node.children[i].children) {
            auto scalar = readUntypedScalar(child, place[i][child.key]);
            if (!scalar) return std::move(scalar).error();
            record.set(child.key, std::move(*scalar));
        }
        rows.push_back(std::move(record));
    }
    return Value(std::move(rows));
}

Result<std::int64_t> readQuantity(const Node& node, const Place& place, Unit unit) {
    Property property;
    property.type = unit == Unit::Rate ? PropertyType::Rate : PropertyType::Duration;
    const auto scalar = readScalar(property, node, place);
    if (!scalar) return scalar.error();
    const std::int64_t amount = std::get<Quantity>(*scalar).amount;
    if (amount < 0)
        return wrong(place, say("{} is negative.", "{}은(는) 음수입니다.", inQuotes(node.text)),
                     say("Write zero or more.", "0 이상으로 쓰세요."));
    return amount;
}

Result<Record> readLoose(const Node& node, const Place& place) {
    if (node.kind != Node::Kind::Object) return wrongKind(place, {"an object", "객체"}, node);
    Record record;
    for (const Node& child : node.children) {
        auto scalar = readUntypedScalar(child, place[child.key]);
        if (!scalar) return std::move(scalar).error();
        if (const auto* text = std::get_if<std::string>(&*scalar)) {
            const auto quantity = parseQuantity(*text);
            if (quantity && quantity->unit != Unit::Count && quantity->unit != Unit::Number) *scalar = *quantity;
        }
        record.set(child.key, std::move(*scalar));
    }
    return record;
}

void appendName(std::string& out, const Text& name) {
    if (name.ko.empty()) {
        appendText(out, name.en);
        return;
    }
    out += '{';
    if (!name.en.empty()) {
        out += "\"en\": ";
        appendText(out, name.en);
        out += ", ";
    }
    out += "\"ko\": ";
    appendText(out, name.ko);
    out += '}';
}

namespace {

// `Held` is any alternative of a Scalar.
template <class Held>
void appendHeld(std::string& out, const Held& held, const Property* property) {
    if constexpr (std::is_same_v<Held, bool>) {
        out += held ? "true" : "false";
    } else if constexpr (std::is_same_v<Held, Quantity>) {
        if (held.unit == Unit::Count) {
            out += std::to_string(held.amount);
        } else if (held.unit == Unit::Number) {
            out += toText(held);
        } else {
            appendText(out, toText(held));
        }
    } else if constexpr (std::is_same_v<Held, std::string>) {
        const bool number = property && property->type == PropertyType::Ports && !held.empty() && held.size() <= 5 &&
                            held.find_first_not_of("0123456789") == std::string::npos;
        if (number) {
            out += held; // a single port is a number, as people write it
        } else {
            appendText(out, held);
        }
    } else if constexpr (std::is_same_v<Held, Text>) {
        appendName(out, held);
    } else if constexpr (std::is_same_v<Held, catalog::Reference>) {
        appendText(out, held.id);
    }
}

void appendFields(std::string& out, const Record& record, const Property* property) {
    out += '{';
    const char* between = "";
    for (const auto& [key, scalar] : record.fields) {
        out += between;
        between = ", ";
        appendText(out, key);
        out += ": ";
        const Property* field = property ? fieldOf(*property, key) : nullptr;
        std::visit([&](const auto& held) { appendHeld(out, held, field); }, scalar);
    }
    out += '}';
}

} // namespace

void appendRecord(std::string& out, const Record& record) {
    appendFields(out, record, nullptr);
}

void appendValue(std::string& out, const Value& value, const Property* property) {
    if (const auto* list = std::get_if<List>(&value)) {
        out += '[';
        const char* between = "";
        for (const Scalar& scalar : *list) {
            out += between;
            between = ", ";
            std::visit([&](const auto& held) { appendHeld(out, held, property); }, scalar);
        }
        out += ']';
    } else if (const auto* records = std::get_if<Records>(&value)) {
        out += '[';
        const bool lines = records->size() > 1; // a row per line: a changed rule is a changed line
        const char* between = lines ? "\n      " : "";
        for (const Record& record : *records) {
            out += between;
            between = lines ? ",\n      " : ", ";
            appendFields(out, record, property);
        }
        out += ']';
    } else {
        std::visit([&](const auto& held) { appendHeld(out, held, property); }, value);
    }
}

} // namespace sky::exchange::json
