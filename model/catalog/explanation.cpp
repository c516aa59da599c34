// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/explanation.h"

#include "catalog/read.h"

namespace sky::catalog {

namespace {

void checkDate(Reading& reading, const Path& path, const std::string& date) {
    Property day;
    day.type = PropertyType::Date;
    if (!parseScalar(day, date))
        reading.fail(path, say("\"{}\" is no date.", "\"{}\"은(는) 날짜가 아닙니다.", date),
                     say("Dates are written like 2026-11-21.", "날짜는 2026-11-21처럼 씁니다."));
}

} // namespace

Result<Explanation> readExplanation(const Catalog::File& file) {
    const auto tree = Tree::parse(file.name, file.bytes);
    if (!tree) return tree.error();
    Reading reading(file.name, *tree);
    Explanation read;
    const Path top;
    Fields fields(reading, top, tree->root());
    read.text = fields.needText("text");
    fields.each("changed", [&](const Path& path, const Node& node) {
        WhatChanged change;
        Fields parts(reading, path, node);
        change.was = parts.needText("was");
        change.now = parts.needText("now");
        change.since = parts.needString("since");
        change.source = parts.needString("source");
        parts.finish();
        checkDate(reading, parts.at("since"), change.since);
        read.changed.push_back(std::move(change));
    });
    fields.finish();
    if (reading.error()) return *reading.error();
    return read;
}

std::optional<Explanation> explanationOf(std::string_view key) {
    const std::string name = "explanations/" + std::string(key) + ".json";
    for (const Catalog::File& file : Catalog::builtinFiles()) {
        if (file.name != name) continue;
        auto read = readExplanation(file);
        ENSURE(read.ok(), read.error().in(Language::English).c_str());
        return std::move(read).value();
    }
    return std::nullopt;
}

} // namespace sky::catalog
