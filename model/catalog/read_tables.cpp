// SPDX-License-Identifier: GPL-3.0-or-later
// The plain tables: categories, inspector groups, regions, places, instance types.
#include "catalog/read.h"

#include <algorithm>

namespace sky::catalog {

namespace {

bool isColor(std::string_view text) {
    const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); };
    return text.size() == 7 && text.front() == '#' && std::all_of(text.begin() + 1, text.end(), hex);
}

void readPosition(Reading& reading, Fields& fields, double& latitude, double& longitude) {
    const Node* node = fields.need("at");
    if (!node) return;
    const Path path = fields.at("at");
    std::vector<double> pair;
    Fields::eachOf(reading, path, *node,
                   [&](const Path& at, const Node& each) { pair.push_back(reading.number(at, each)); });
    if (pair.size() != 2 || pair[0] < -90 || pair[0] > 90 || pair[1] < -180 || pair[1] > 180) {
        reading.fail(path, say("a position is [latitude, longitude] in degrees.", "위치는 [위도, 경도](도)입니다."));
        return;
    }
    latitude = pair[0];
    longitude = pair[1];
}

std::optional<std::int64_t> readQuantity(Reading& reading, const Path& path, const Node& node, Unit unit) {
    const auto quantity = parseQuantity(reading.string(path, node), unit);
    if (quantity) return quantity->amount;
    reading.fail(path, quantity.error().what, quantity.error().remedy);
    return std::nullopt;
}

int readWhole(Reading& reading, const Path& path, const Node& node) {
    if (node.kind == Node::Kind::Integer && node.integer >= 0 && node.integer <= 1'000'000)
        return static_cast<int>(node.integer);
    reading.fail(path, say("a whole number is expected.", "정수여야 합니다."));
    return 0;
}

// Prices are written as decimal numbers of US dollars an hour, and taken exactly.
std::optional<std::int64_t> readPrice(Reading& reading, const Path& path, const Node& node) {
    const std::string text = node.kind == Node::Kind::Integer ? std::to_string(node.integer) : std::string(node.text);
    const auto quantity = parseQuantity(text + "USD", Unit::Usd);
    if (node.kind != Node::Kind::String && quantity && quantity->amount > 0) return quantity->amount;
    reading.fail(path, say("a price in US dollars is expected.", "미국 달러 가격이어야 합니다."));
    return std::nullopt;
}

void readCell(Reading& reading, const Path& path, const Node& node, std::string_view column, InstanceType& type) {
    if (node.kind == Node::Kind::Null) return; // unknown
    if (column == "type")
        type.type = reading.string(path, node);
    else if (column == "family")
        type.family = reading.string(path, node);
    else if (column == "vcpus")
        type.vcpus = readWhole(reading, path, node);
    else if (column == "memory")
        type.memoryBytes = readQuantity(reading, path, node, Unit::Bytes).value_or(0);
    else if (column == "architecture")
        type.architecture = reading.string(path, node);
    else if (column == "network")
        type.networkBitsPerSecond = readQuantity(reading, path, node, Unit::Bandwidth);
    else if (column == "ebs")
        type.ebsBitsPerSecond = readQuantity(reading, path, node, Unit::Bandwidth);
    else if (column == "baseline")
        type.baselinePercentPerVcpu = reading.number(path, node);
    else if (column == "credits")
        type.creditsPerHour = reading.number(path, node);
    else if (column == "maxCredits")
        type.maxCredits = reading.number(path, node);
    else if (column == "unlimited")
        type.unlimitedByDefault = node.flag;
    else if (column == "current")
        type.currentGeneration = node.flag;
    else if (column == "interfaces")
        type.maxInterfaces = readWhole(reading, path, node);
    else if (column == "addresses")
        type.addressesPerInterface = readWhole(reading, path, node);
    else if (column == "source")
        type.source = reading.string(path, node);
    else if (column.substr(0, 4) == "usd:") {
        if (const auto price = readPrice(reading, path, node))
            type.nanoUsdPerHour[std::string(column.substr(4))] = *price;
    } else {
        reading.fail(path, say("there is no column \"{}\".", "\"{}\"(이)라는 열은 없습니다.", std::string(column)));
    }
}

} // namespace

std::vector<Category> readCategories(Reading& reading) {
    std::vector<Category> categories;
    const Path top;
    Fields fields(reading, top, reading.tree().root());
    fields.each("categories", [&](const Path& path, const Node& node) {
        Fields parts(reading, path, node);
        Category category{parts.needString("key"), parts.needText("name"), parts.needString("color")};
        parts.finish();
        if (!isColor(category.color))
            reading.fail(path, say("a colour is written \"#ED7100\".", "색은 \"#ED7100\"처럼 씁니다."));
        categories.push_back(std::move(category));
    });
    fields.finish();
    return categories;
}

std::vector<PropertyGroup> readGroups(Reading& reading) {
    std::vector<PropertyGroup> groups;
    const Path top;
    Fields fields(reading, top, reading.tree().root());
    fields.each("groups", [&](const Path& path, const Node& node) {
        Fields parts(reading, path, node);
        groups.push_back({parts.needString("key"), parts.needText("name")});
        parts.finish();
    });
    fields.finish();
    return groups;
}

std::vector<Region> readRegions(Reading& reading) {
    std::vector<Region> regions;
    const Path top;
    Fields fields(reading, top, reading.tree().root());
    static_cast<void>(fields.needString("source"));
    fields.each("regions", [&](const Path& path, const Node& node) {
        Fields parts(reading, path, node);
        Region region;
        region.code = parts.needString("code");
        region.name = parts.needText("name");
        region.city = parts.needText("city");
        readPosition(reading, parts, region.latitude, region.longitude);
        for (const char letter : parts.needString("zones")) region.zones.emplace_back(1, letter);
        region.partition = parts.needString("partition");
        region.optIn = parts.flag("optIn");
        parts.finish();
        regions.push_back(std::move(region));
    });
    fields.finish();
    return regions;
}

std::vector<Place> readPlaces(Reading& reading) {
    std::vector<Place> places;
    const Path top;
    Fields fields(reading, top, reading.tree().root());
    static_cast<void>(fields.needString("source"));
    fields.each("places", [&](const Path& path, const Node& node) {
        Fields parts(reading, path, node);
        Place place;
        place.name.en = parts.needString("en");
        place.name.ko = parts.needString("ko");
        place.country = parts.needString("country");
        readPosition(reading, parts, place.latitude, place.longitude);
        parts.finish();
        places.push_back(std::move(place));
    });
    fields.finish();
    return places;
}

std::vector<InstanceType> readTypes(Reading& reading) {
    std::vector<InstanceType> types;
    const Path top;
    Fields fields(reading, top, reading.tree().root());
    static_cast<void>(fields.string("note"));
    static_cast<void>(fields.strings("sources"));
    static_cast<void>(fields.needString("asOf"));
    const std::vector<std::string> columns = fields.strings("columns");
    fields.each("rows", [&](const Path& path, const Node& row) {
        if (row.children != columns.size()) {
            reading.fail(path, say("{} values for {} columns.", "열은 {2}개인데 값이 {1}개입니다.",
                                   static_cast<int>(row.children), static_cast<int>(columns.size())));
            return;
        }
        InstanceType type;
        std::size_t column = 0;
        Fields::eachOf(reading, path, row,
                       [&](const Path& at, const Node& node) { readCell(reading, at, node, columns[column++], type); });
        if (type.type.empty()) reading.fail(path, say("the type has no name.", "유형 이름이 없습니다."));
        types.push_back(std::move(type));
    });
    fields.finish();
    return types;
}

} // namespace sky::catalog
