// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/inspector_values.h"

#include "base/cidr.h"
#include "base/nearest.h"
#include "session/text_bridge.h"

#include <algorithm>
#include <charconv>

namespace sky::lists {

namespace {

using catalog::Property;
using catalog::PropertyType;
using session::toQString;

std::optional<Unit> unitOf(PropertyType type) {
    switch (type) {
    case PropertyType::Integer: return Unit::Count;
    case PropertyType::Number: return Unit::Number;
    case PropertyType::Duration: return Unit::Duration;
    case PropertyType::Rate: return Unit::Rate;
    case PropertyType::Bytes: return Unit::Bytes;
    case PropertyType::Bandwidth: return Unit::Bandwidth;
    case PropertyType::Percent: return Unit::Percent;
    case PropertyType::Money: return Unit::Usd;
    default: return std::nullopt;
    }
}

// The unit people mean when they type a number alone.
const char* usualUnit(Unit unit) {
    switch (unit) {
    case Unit::Duration: return "s";
    case Unit::Rate: return "/s";
    case Unit::Bytes: return "GiB";
    case Unit::Bandwidth: return "Mbps";
    case Unit::Percent: return "%";
    case Unit::Usd: return "USD";
    default: return "";
    }
}

// "30s" is read more easily as "30 s"; a percent sign and a slash stay where they are.
QString spaced(std::string_view text) {
    QString result = toQString(text);
    for (qsizetype i = 1; i < result.size(); ++i)
        if (result[i].isLetter() && result[i - 1].isDigit()) {
            result.insert(i, QChar(0x00A0));
            break;
        }
    return result;
}

bool fits(const Property& property, std::string_view text) {
    const Result<catalog::Scalar> read = catalog::parseScalar(property, text);
    return read && (property.list || catalog::validate(property, valueOf(*read)).ok());
}

std::string nearestAmount(const Property& property, std::string_view text, Unit unit) {
    Result<Quantity> amount = parseQuantity(text, unit);
    if (!amount) {
        const std::string withUnit = std::string(text) + usualUnit(unit);
        if (fits(property, withUnit)) return withUnit;
        amount = parseQuantity(withUnit, unit);
    }
    if (!amount) return {};
    Quantity near = *amount;
    if (property.least) near.amount = std::max(near.amount, *property.least);
    if (property.most) near.amount = std::min(near.amount, *property.most);
    return near == *amount ? std::string() : sky::toText(near);
}

std::string nearestBlock(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return {};
    const Result<IpAddress> address = parseIpAddress(text.substr(0, slash));
    if (!address) return {};
    unsigned prefix = 0;
    const std::string_view digits = text.substr(slash + 1);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
    if (digits.empty() || read.ptr != digits.data() + digits.size()) return {};
    return sky::toText(blockAround(*address, std::min(prefix, addressBits(address->family))));
}

std::string nearestPorts(std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto number = [](std::string_view part) -> std::optional<long> {
        long value = 0;
        const auto read = std::from_chars(part.data(), part.data() + part.size(), value);
        if (part.empty() || read.ptr != part.data() + part.size() || value < 0) return std::nullopt;
        return std::min(value, 65535L);
    };
    const auto first = number(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : number(text.substr(dash + 1));
    if (!first || !last) return {};
    const auto [low, high] = std::minmax(*first, *last);
    return low == high ? std::to_string(low) : std::to_string(low) + "-" + std::to_string(high);
}

// "2026.1.5" and "20260105" are meant as dates.
std::string nearestDate(std::string_view text) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c >= '0' && c <= '9') parts.back() += c;
        else if (!parts.back().empty()) parts.emplace_back();
    }
    if (parts.size() > 1 && parts.back().empty()) parts.pop_back();
    if (parts.size() == 1 && parts[0].size() == 8)
        parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6, 2)};
    if (parts.size() != 3 || parts[0].size() != 4) return {};
    for (std::size_t i = 1; i < 3; ++i)
        if (parts[i].size() == 1) parts[i] = "0" + parts[i];
    return parts[0] + "-" + parts[1] + "-" + parts[2];
}

std::string nearestTo(const Property& property, std::string_view text) {
    if (const std::optional<Unit> unit = unitOf(property.type)) return nearestAmount(property, text, *unit);
    switch (property.type) {
    case PropertyType::Choice: {
        std::vector<std::string_view> keys;
        for (const catalog::Choice& choice : property.choices) keys.emplace_back(choice.key);
        return nearestWord(text, keys).value_or("");
    }
    case PropertyType::Cidr: return nearestBlock(text);
    case PropertyType::Reference: return property.orCidr ? nearestBlock(text) : std::string();
    case PropertyType::Ports: return nearestPorts(text);
    case PropertyType::Date: return nearestDate(text);
    default: return {};
    }
}

} // namespace

QString Speech::operator()(const Text& text) const {
    return toQString(text, language);
}

QString nameOfThing(const std::string& id, const Speech& speech) {
    if (const diagram::Element* element = speech.diagram.element(ElementId(id)))
        return element->name.empty() ? toQString(id) : speech(element->name);
    if (const diagram::Link* link = speech.diagram.link(LinkId(id))) {
        if (!link->name.empty()) return speech(link->name);
        return nameOfThing(link->from.str(), speech) + " → " + nameOfThing(link->to.str(), speech);
    }
    return toQString(id);
}

QString shown(const Property& property, const catalog::Scalar& scalar, const Speech& speech) {
    if (const bool* flag = std::get_if<bool>(&scalar))
        return speech(*flag ? say("on", "켬") : say("off", "끔"));
    if (const Quantity* quantity = std::get_if<Quantity>(&scalar)) return spaced(sky::toText(*quantity));
    if (const Text* text = std::get_if<Text>(&scalar)) return speech(*text);
    if (const auto* reference = std::get_if<catalog::Reference>(&scalar)) return nameOfThing(reference->id, speech);
    const std::string& text = std::get<std::string>(scalar);
    if (property.type == PropertyType::Ports && text == "all") return speech(say("all", "모두"));
    if (property.type == PropertyType::Reference && text == "local") return speech(say("local", "로컬"));
    for (const catalog::Choice& choice : property.choices)
        if (choice.key == text && !choice.label.empty()) return speech(choice.label);
    if (property.table == "regions")
        if (const catalog::Region* region = speech.catalog.region(text))
            return toQString(text) + " · " + speech(region->name);
    if (property.type == PropertyType::Place)
        if (const std::optional<catalog::Place> place = speech.catalog.place(text)) return speech(place->name);
    return toQString(text);
}

QString shown(const Property& property, const catalog::Value& value, const Speech& speech) {
    if (const auto* list = std::get_if<catalog::List>(&value)) {
        QStringList items;
        for (const catalog::Scalar& item : *list) items.append(shown(property, item, speech));
        return items.join(", ");
    }
    if (const auto* records = std::get_if<catalog::Records>(&value))
        return speech(records->size() == 1 ? say("1 row", "1개") : say("{} rows", "{}개", static_cast<std::uint64_t>(records->size())));
    return shown(property, *scalarOf(value), speech);
}

std::optional<catalog::Scalar> scalarOf(const catalog::Value& value) {
    return std::visit(
        [](const auto& held) -> std::optional<catalog::Scalar> {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, catalog::List> || std::is_same_v<Held, catalog::Records>)
                return std::nullopt;
            else
                return catalog::Scalar(held);
        },
        value);
}

catalog::Value valueOf(const catalog::Scalar& scalar) {
    return std::visit([](const auto& held) { return catalog::Value(held); }, scalar);
}

QString editText(const catalog::Value& value) {
    const std::optional<catalog::Scalar> scalar = scalarOf(value);
    return scalar ? toQString(catalog::toText(*scalar)) : QString();
}

QString rangeOf(const Property& property, const Speech& speech) {
    const std::optional<Unit> unit = unitOf(property.type);
    if (!unit || property.list) return {};
    const auto written = [&](std::int64_t amount) { return session::toStdString(spaced(sky::toText(Quantity{amount, *unit}))); };
    if (property.least && property.most)
        return speech(say("{} to {}", "{}~{}", written(*property.least), written(*property.most)));
    if (property.least && *property.least != 0) return speech(say("from {}", "{} 이상", written(*property.least)));
    if (property.most) return speech(say("up to {}", "{} 이하", written(*property.most)));
    return {};
}

Checked check(const Property& property, std::string_view text) {
    Checked result;
    Result<catalog::Scalar> read = catalog::parseScalar(property, text);
    if (read) {
        const Result<void> good = property.list ? Result<void>() : catalog::validate(property, valueOf(*read));
        if (good) {
            result.value = *std::move(read);
            return result;
        }
        result.error = good.error().what;
        result.remedy = good.error().remedy;
    } else {
        result.error = read.error().what;
        result.remedy = read.error().remedy;
    }
    const std::string nearest = nearestTo(property, text);
    if (nearest != text && fits(property, nearest)) result.nearest = nearest;
    return result;
}

} // namespace sky::lists
