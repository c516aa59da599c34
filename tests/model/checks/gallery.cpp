// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include "base/ensure.h"
#include "exchange/json/json_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace sky::checks::test {
namespace {

using Json = nlohmann::ordered_json;

const std::filesystem::path kFolder = std::filesystem::path(SKY_SOURCE_DIR) / "projects" / "rule-gallery";

Json readJson(const std::filesystem::path& path) {
    std::ifstream file(path);
    Json json = Json::parse(file, nullptr, false);
    if (json.is_discarded()) std::cerr << path << " is not JSON\n";
    ENSURE(!json.is_discarded(), "a page of the gallery cannot be read");
    return json;
}

void mergeFields(Json& into, const Json& change) {
    for (const auto& [key, value] : change.items()) {
        if (value.is_null())
            into.erase(key);
        else
            into[key] = value;
    }
}

void mergeThings(Json& into, const Json& changes) {
    for (const Json& change : changes) {
        const auto same =
            std::find_if(into.begin(), into.end(), [&](const Json& each) { return each["id"] == change["id"]; });
        if (change.value("gone", false)) {
            if (same == into.end()) std::cerr << change << " is not there\n";
            ENSURE(same != into.end(), "a page of the gallery takes away what is not there");
            into.erase(same);
        } else if (same != into.end()) {
            mergeFields(*same, change);
        } else {
            into.push_back(change);
        }
    }
}

void merge(Json& into, const Json& change) {
    if (change.contains("project")) mergeFields(into["project"], change["project"]);
    for (const char* list : {"elements", "links"})
        if (change.contains(list)) mergeThings(into[list], change[list]);
}

Json baseDrawing(const std::string& name) {
    const Json base = readJson(kFolder / "base" / (name + ".json"));
    Json drawing = base.contains("base")
                       ? baseDrawing(base["base"].get<std::string>())
                       : Json{{"project", Json::object()}, {"elements", Json::array()}, {"links", Json::array()}};
    merge(drawing, base);
    return drawing;
}

Example unfold(const Json& page, const Json& change, std::string name) {
    Json drawing = change.contains("base") ? baseDrawing(change["base"].get<std::string>())
                   : page.contains("base")
                       ? baseDrawing(page["base"].get<std::string>())
                       : Json{{"project", Json::object()}, {"elements", Json::array()}, {"links", Json::array()}};
    merge(drawing, page);
    merge(drawing, change);
    drawing["format"] = "skywright";
    drawing["formatVersion"] = 1;
    Example example;
    auto read = exchange::json::readProject(drawing.dump(), catalog::Catalog::builtin());
    if (!read) std::cerr << name << ": " << read.error().in(Language::English) << '\n';
    ENSURE(read.ok(), "a drawing of the gallery is no sound project");
    example.diagram = *std::move(read);
    example.name = std::move(name);
    example.says = change.value("says", "");
    example.at = change.value("at", "");
    example.profile = change.value("profile", page.value("profile", ""));
    example.hint = change.value("hint", "");
    example.count = change.value("count", std::size_t{1});
    example.errors = change.value("errors", std::vector<std::string>());
    return example;
}

std::vector<Example> unfoldAll(const Json& page, const char* key, const std::string& rule) {
    std::vector<Example> examples;
    if (!page.contains(key)) return examples;
    const Json& list = page[key];
    if (list.is_array())
        for (const Json& each : list)
            examples.push_back(unfold(page, each, rule + " " + key + " " + std::to_string(examples.size() + 1)));
    else
        examples.push_back(unfold(page, list, rule + " " + key));
    return examples;
}

std::vector<Page> readAll() {
    std::vector<Page> pages;
    for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
        if (entry.path().extension() != ".json") continue;
        const Json json = readJson(entry.path());
        Page page;
        page.rule = entry.path().stem().string();
        page.today = json.value("today", "");
        page.bad = unfoldAll(json, "bad", page.rule);
        page.good = unfoldAll(json, "good", page.rule);
        page.near = unfoldAll(json, "near", page.rule);
        page.unset = unfoldAll(json, "unset", page.rule);
        pages.push_back(std::move(page));
    }
    std::sort(pages.begin(), pages.end(), [](const Page& a, const Page& b) { return a.rule < b.rule; });
    return pages;
}

} // namespace

const std::vector<Page>& gallery() {
    static const std::vector<Page> kPages = readAll();
    return kPages;
}

} // namespace sky::checks::test
