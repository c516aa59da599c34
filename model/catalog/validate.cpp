// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog.h"

#include "base/ids.h"
#include "base/nearest.h"

#include <algorithm>

namespace sky::catalog {

namespace {

Error wrong(const Property& property, Text what, Text remedy) {
    return {ErrorCode::Invalid, property.key, std::move(what), std::move(remedy)};
}

Error wrongType(const Property& property) {
    return wrong(property,
                 say("\"{}\" does not take such a value.", "\"{}\"에는 이런 값을 쓸 수 없습니다.", property.label),
                 say("`skywright-cli catalog` shows what it takes.",
                     "쓸 수 있는 값은 `skywright-cli catalog`로 볼 수 있습니다."));
}

Result<void> inRange(const Property& property, Quantity quantity) {
    if (property.least && quantity.amount < *property.least)
        return wrong(property,
                     say("{} is less than {}.", "{}은(는) {}보다 작습니다.", sky::toText(quantity),
                         sky::toText({*property.least, quantity.unit})),
                     say("\"{}\" begins at {}.", "\"{}\"의 최솟값은 {}입니다.", property.label,
                         sky::toText({*property.least, quantity.unit})));
    if (property.most && quantity.amount > *property.most)
        return wrong(property,
                     say("{} is more than {}.", "{}은(는) {}보다 큽니다.", sky::toText(quantity),
                         sky::toText({*property.most, quantity.unit})),
                     say("\"{}\" ends at {}.", "\"{}\"의 최댓값은 {}입니다.", property.label,
                         sky::toText({*property.most, quantity.unit})));
    return {};
}

Result<void> validateQuantity(const Property& property, Quantity quantity, Unit unit, bool limited) {
    const bool money = property.type == PropertyType::Money && quantity.unit == Unit::Krw;
    if (quantity.unit != unit && !money) return wrongType(property);
    return limited ? inRange(property, quantity) : Result<void>();
}

// Most texts are seen to be canonical without being parsed and written again.
bool plainlyCanonical(const Property& property, const std::string& text) {
    constexpr std::size_t kShort = 1024;
    if (text.size() > kShort) return false;
    switch (property.type) {
    case PropertyType::Text:
    case PropertyType::Place:
        return true;
    case PropertyType::Choice:
        return (!property.table.empty() && !text.empty()) ||
               std::any_of(property.choices.begin(), property.choices.end(),
                           [&](const Choice& each) { return each.key == text; });
    case PropertyType::Reference:
    case PropertyType::Cidr:
        return std::find(property.words.begin(), property.words.end(), text) != property.words.end();
    default:
        return false;
    }
}

// Texts have a canonical form: what parses to something else is not a value.
Result<void> validateText(const Property& property, const Scalar& scalar) {
    const auto again = parseScalar(property, toText(scalar));
    if (!again) return again.error();
    return *again == scalar ? Result<void>() : Result<void>(wrongType(property));
}

Result<void> validateText(const Property& property, const std::string& text) {
    return plainlyCanonical(property, text) ? Result<void>() : validateText(property, Scalar(text));
}

Result<void> validateReference(const Property& property, const Reference& reference) {
    if (property.words.empty() && !property.orCidr && isValidId(reference.id)) return {};
    return validateText(property, Scalar(reference));
}

// `Holder` is a Scalar, or a Value that holds one.
template <class Holder>
Result<void> validateScalar(const Property& property, const Holder& holder, bool limited) {
    const auto* quantity = std::get_if<Quantity>(&holder);
    switch (property.type) {
    case PropertyType::Integer:
        return quantity ? validateQuantity(property, *quantity, Unit::Count, limited) : wrongType(property);
    case PropertyType::Number:
        return quantity ? validateQuantity(property, *quantity, Unit::Number, limited) : wrongType(property);
    case PropertyType::Duration:
        return quantity ? validateQuantity(property, *quantity, Unit::Duration, limited) : wrongType(property);
    case PropertyType::Rate:
        return quantity ? validateQuantity(property, *quantity, Unit::Rate, limited) : wrongType(property);
    case PropertyType::Bytes:
        return quantity ? validateQuantity(property, *quantity, Unit::Bytes, limited) : wrongType(property);
    case PropertyType::Bandwidth:
        return quantity ? validateQuantity(property, *quantity, Unit::Bandwidth, limited) : wrongType(property);
    case PropertyType::Percent:
        return quantity ? validateQuantity(property, *quantity, Unit::Percent, limited) : wrongType(property);
    case PropertyType::Money:
        return quantity ? validateQuantity(property, *quantity, Unit::Usd, limited) : wrongType(property);
    case PropertyType::Bool:
        return std::holds_alternative<bool>(holder) ? Result<void>() : wrongType(property);
    case PropertyType::LocalizedText:
        return std::holds_alternative<Text>(holder) ? Result<void>() : wrongType(property);
    case PropertyType::Records:
        return wrongType(property);
    case PropertyType::Reference:
        if (const auto* reference = std::get_if<Reference>(&holder)) return validateReference(property, *reference);
        break;
    default:
        break;
    }
    const auto* text = std::get_if<std::string>(&holder);
    return text ? validateText(property, *text) : wrongType(property);
}

Result<void> validateCount(const Property& property, std::size_t count) {
    return inRange(property, {static_cast<std::int64_t>(count), Unit::Count});
}

Error inside(Error error, const Property& property, std::size_t index, std::string_view field) {
    error.place = property.key + "[" + std::to_string(index) + "]";
    if (!field.empty()) error.place += "." + std::string(field);
    return error;
}

Result<void> validateRecord(const Property& property, const Record& record, std::size_t index) {
    for (const auto& entry : record.fields) {
        const std::string& key = entry.first;
        const Scalar& scalar = entry.second;
        const auto field = std::find_if(property.fields.begin(), property.fields.end(),
                                        [&](const Property& each) { return each.key == key; });
        if (field == property.fields.end()) {
            std::vector<std::string_view> keys;
            for (const Property& each : property.fields) keys.push_back(each.key);
            const auto nearest = nearestWord(key, keys);
            return inside(
                wrong(property,
                      say("\"{}\" has no field \"{}\".", "\"{}\"에는 \"{}\" 필드가 없습니다.", property.label, key),
                      nearest ? say("Did you mean \"{}\"?", "\"{}\"을(를) 쓰려고 했습니까?", *nearest) : Text{}),
                property, index, key);
        }
        if (const auto good = validateScalar(*field, scalar, true); !good)
            return inside(good.error(), property, index, key);
    }
    for (const Property& field : property.fields)
        if (field.required && !record.find(field.key))
            return inside(
                wrong(property, say("\"{}\" is missing.", "\"{}\"이(가) 없습니다.", field.key),
                      say("Give each entry of \"{}\" one.", "\"{}\"의 항목마다 지정하십시오.", property.label)),
                property, index, field.key);
    return {};
}

} // namespace

Result<void> validate(const Property& property, const Value& value) {
    if (property.type == PropertyType::Records) {
        const auto* records = std::get_if<Records>(&value);
        if (!records) return wrongType(property);
        for (std::size_t i = 0; i < records->size(); ++i)
            if (const auto good = validateRecord(property, (*records)[i], i); !good) return good.error();
        return validateCount(property, records->size());
    }
    if (property.list) {
        const auto* list = std::get_if<List>(&value);
        if (!list) return wrongType(property);
        for (std::size_t i = 0; i < list->size(); ++i)
            if (const auto good = validateScalar(property, (*list)[i], false); !good)
                return inside(good.error(), property, i, {});
        return validateCount(property, list->size());
    }
    if (std::holds_alternative<List>(value) || std::holds_alternative<Records>(value)) return wrongType(property);
    return validateScalar(property, value, true);
}

} // namespace sky::catalog
