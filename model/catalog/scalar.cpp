// SPDX-License-Identifier: GPL-3.0-or-later
// What a value of each type of property looks like.
#include "catalog/catalog.h"

#include "base/cidr.h"
#include "base/ids.h"
#include "base/nearest.h"

#include <algorithm>
#include <charconv>

namespace sky::catalog {

namespace {

constexpr std::size_t kLongestText = 65536;

Error refuse(const Property& property, Text what, Text remedy) {
    return {ErrorCode::Invalid, property.key, std::move(what), std::move(remedy)};
}

std::string quoted(std::string_view text) {
    constexpr std::size_t kShown = 60;
    return text.size() <= kShown ? std::string(text) : std::string(text.substr(0, kShown)) + "…";
}

std::optional<Unit> unitOf(PropertyType type) {
    switch (type) {
    case PropertyType::Integer:
        return Unit::Count;
    case PropertyType::Number:
        return Unit::Number;
    case PropertyType::Duration:
        return Unit::Duration;
    case PropertyType::Rate:
        return Unit::Rate;
    case PropertyType::Bytes:
        return Unit::Bytes;
    case PropertyType::Bandwidth:
        return Unit::Bandwidth;
    case PropertyType::Percent:
        return Unit::Percent;
    case PropertyType::Money:
        return Unit::Usd;
    default:
        return std::nullopt;
    }
}

std::optional<int> wholeNumber(std::string_view text, int most) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '-' || read.ec != std::errc() || read.ptr != text.data() + text.size() ||
        value > most)
        return std::nullopt;
    return value;
}

Result<Scalar> parseBool(const Property& property, std::string_view text) {
    if (text == "true" || text == "yes") return Scalar(true);
    if (text == "false" || text == "no") return Scalar(false);
    return refuse(property,
                  say("\"{}\" is neither true nor false.", "\"{}\"은(는) true도 false도 아닙니다.", quoted(text)),
                  say("Write true or false.", "true 또는 false를 쓰십시오."));
}

std::string listOf(const std::vector<Choice>& choices) {
    std::string result;
    for (const Choice& choice : choices) result += (result.empty() ? "" : ", ") + choice.key;
    return result;
}

Result<Scalar> parseChoice(const Property& property, std::string_view text) {
    if (text.empty())
        return refuse(property, say("the choice is empty.", "선택 값이 비어 있습니다."),
                      say("Leave it out to unset it.", "정하지 않으려면 아예 쓰지 마십시오."));
    for (const Choice& choice : property.choices)
        if (choice.key == text) return Scalar(std::string(text));
    if (!property.table.empty()) return Scalar(std::string(text)); // a table grows faster than this program
    std::vector<std::string_view> keys;
    for (const Choice& choice : property.choices) keys.push_back(choice.key);
    const auto nearest = nearestWord(text, keys);
    return refuse(property,
                  say("\"{}\" is not one of: {}.", "\"{}\"은(는) 다음 중 하나가 아닙니다: {}.", quoted(text),
                      listOf(property.choices)),
                  nearest ? say("Did you mean \"{}\"?", "\"{}\"을(를) 쓰려고 했습니까?", *nearest)
                          : say("Write one of them.", "그중 하나를 쓰십시오."));
}

// "443", "1024-65535", "all"; a range of one port is written as the port.
Result<Scalar> parsePorts(const Property& property, std::string_view text) {
    if (text == "all") return Scalar(std::string(text));
    const std::size_t dash = text.find('-');
    const auto first = wholeNumber(text.substr(0, dash), 65535);
    const auto last = dash == std::string_view::npos ? first : wholeNumber(text.substr(dash + 1), 65535);
    if (first && last && *first <= *last) {
        if (*first == *last) return Scalar(std::to_string(*first));
        return Scalar(std::to_string(*first) + "-" + std::to_string(*last));
    }
    return refuse(
        property,
        say("\"{}\" is no port or range of ports.", "\"{}\"은(는) 포트나 포트 범위가 아닙니다.", quoted(text)),
        say("Write 443, 1024-65535 or all; ports go from 0 to 65535.",
            "443, 1024-65535 또는 all처럼 쓰십시오. 포트는 0부터 65535까지입니다."));
}

Result<Scalar> parseBlock(const Property& property, std::string_view text) {
    if (std::find(property.words.begin(), property.words.end(), text) != property.words.end())
        return Scalar(std::string(text));
    const auto block = sky::parseCidr(text);
    if (block) return Scalar(sky::toText(*block));
    return refuse(property, block.error().what, block.error().remedy);
}

Result<Scalar> parseAddress(const Property& property, std::string_view text) {
    const auto address = parseIpAddress(text);
    if (address) return Scalar(sky::toText(*address));
    return refuse(property, address.error().what, address.error().remedy);
}

Result<Scalar> parseDate(const Property& property, std::string_view text) {
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const auto year = wholeNumber(text.substr(0, 4), 9999);
        const auto month = wholeNumber(text.substr(5, 2), 12);
        const auto day = wholeNumber(text.substr(8, 2), 31);
        if (year && month && day && *month >= 1 && *day >= 1) {
            const bool leap = *year % 4 == 0 && (*year % 100 != 0 || *year % 400 == 0);
            if (*day <= kDays[*month - 1] + (leap && *month == 2 ? 1 : 0)) return Scalar(std::string(text));
        }
    }
    return refuse(property, say("\"{}\" is no date.", "\"{}\"은(는) 날짜가 아닙니다.", quoted(text)),
                  say("Write year-month-day, such as 2026-11-21.", "2026-11-21처럼 연-월-일로 쓰십시오."));
}

Result<Scalar> parseReference(const Property& property, std::string_view text) {
    if (std::find(property.words.begin(), property.words.end(), text) != property.words.end())
        return Scalar(std::string(text));
    if (property.orCidr && text.find_first_of("/:") != std::string_view::npos) return parseBlock(property, text);
    if (property.orCidr)
        if (const auto block = sky::parseCidr(text)) return Scalar(sky::toText(*block)); // a bare address
    if (isValidId(text)) return Scalar(Reference{std::string(text)});
    return refuse(
        property,
        say("\"{}\" is no id of an element or link.", "\"{}\"은(는) 요소나 연결의 ID가 아닙니다.", quoted(text)),
        say("An id has letters, digits, dots, underscores and hyphens, begins with a letter or digit and is at most 64 "
            "long.",
            "ID는 영문자나 숫자로 시작하고 영문자, 숫자, 점, 밑줄, 하이픈만 64자까지 씁니다."));
}

Result<Scalar> parseAmount(const Property& property, std::string_view text, Unit unit) {
    auto quantity = parseQuantity(text, unit);
    if (!quantity && property.type == PropertyType::Money) {
        if (auto won = parseQuantity(text, Unit::Krw)) quantity = std::move(won);
    }
    if (!quantity) return refuse(property, quantity.error().what, quantity.error().remedy);
    if (const auto good = validate(property, Value(*quantity)); !good && !property.list) return good.error();
    return Scalar(*quantity);
}

} // namespace

Result<Scalar> parseScalar(const Property& property, std::string_view text) {
    if (text.size() > kLongestText)
        return refuse(
            property,
            say("a text of {} bytes is too long.", "{}바이트는 텍스트로 너무 깁니다.",
                static_cast<std::uint64_t>(text.size())),
            say("{} bytes are the most.", "{}바이트까지 쓸 수 있습니다.", static_cast<std::uint64_t>(kLongestText)));
    if (const auto unit = unitOf(property.type)) return parseAmount(property, text, *unit);
    switch (property.type) {
    case PropertyType::Bool:
        return parseBool(property, text);
    case PropertyType::Choice:
        return parseChoice(property, text);
    case PropertyType::Cidr:
        return parseBlock(property, text);
    case PropertyType::Address:
        return parseAddress(property, text);
    case PropertyType::Ports:
        return parsePorts(property, text);
    case PropertyType::Date:
        return parseDate(property, text);
    case PropertyType::Reference:
        return parseReference(property, text);
    case PropertyType::Records:
        return Error{ErrorCode::BadUsage, property.key,
                     say("\"{}\" is a list of records, not one text.",
                         "\"{}\"은(는) 텍스트 하나가 아니라 레코드 목록입니다.", property.key),
                     say("Set its fields one by one.", "필드를 하나씩 지정하십시오.")};
    case PropertyType::LocalizedText:
        return Scalar(Text{std::string(text), {}});
    default:
        return Scalar(std::string(text)); // Text, and Place: a city may be one the catalog does not know
    }
}

std::string toText(const Scalar& scalar) {
    struct Writer {
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(const Quantity& quantity) const { return sky::toText(quantity); }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const Text& text) const { return text.en.empty() ? text.ko : text.en; }
        std::string operator()(const Reference& reference) const { return reference.id; }
    };
    return std::visit(Writer{}, scalar);
}

} // namespace sky::catalog
