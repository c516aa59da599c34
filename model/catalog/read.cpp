// SPDX-License-Identifier: GPL-3.0-or-later
// From files to a catalog.
#include "catalog/promises.h"
#include "catalog/read.h"

#include "base/embedded.h"
#include "catalog/data.h"

#include <algorithm>

namespace sky::catalog {

std::span<const EmbeddedFile> dataFiles(); // written by packaging/cmake/embed.cmake

namespace {

constexpr std::string_view kServices = "services/";
constexpr std::string_view kTables = "tables/";
constexpr std::string_view kExplanations = "explanations/"; // read one by one when asked for: explanation.h

bool inside(std::string_view name, std::string_view folder) {
    return name.substr(0, folder.size()) == folder;
}

// "tables/instance_types.json" is the table "instance-types".
std::string tableName(std::string_view file) {
    std::string name(file.substr(kTables.size()));
    if (const std::size_t dot = name.rfind('.'); dot != std::string::npos) name.erase(dot);
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

template <class Rows, class Key>
std::optional<Error> sortBy(Rows& rows, std::string_view file, Key key) {
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    const auto twice =
        std::adjacent_find(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); });
    if (twice == rows.end()) return std::nullopt;
    return Error{ErrorCode::Invalid, std::string(file),
                 say("\"{}\" stands here twice.", "\"{}\"이(가) 두 번 나옵니다.", std::string(key(*twice))),
                 say("Remove one of them.", "하나를 지우십시오.")};
}

const Catalog::File* fileNamed(std::span<const Catalog::File> files, std::string_view name) {
    for (const Catalog::File& file : files)
        if (file.name == name) return &file;
    return nullptr;
}

// Parses one file and hands it to a reader.
template <class Read>
std::optional<Error> readFile(const Catalog::File& file, Read read) {
    const auto tree = Tree::parse(file.name, file.bytes);
    if (!tree) return tree.error();
    Reading reading(file.name, *tree);
    read(reading);
    return reading.error();
}

} // namespace

Result<Catalog> Catalog::read(std::span<const File> files) {
    auto data = std::make_unique<Data>();
    SharedProperties shared;
    if (const File* file = fileNamed(files, "shared.json"))
        if (auto error = readFile(*file, [&](Reading& reading) { shared = readShared(reading); })) return *error;
    for (const File& file : files) {
        const auto into = [&](Reading& reading) {
            if (inside(file.name, kServices))
                data->services.push_back(readService(reading, shared));
            else if (inside(file.name, kTables))
                data->tables[tableName(file.name)] = readTypes(reading);
            else if (file.name == "links.json")
                data->links = readLinks(reading, shared);
            else if (file.name == "project.json")
                data->project = readProject(reading, shared);
            else if (file.name == "categories.json")
                data->categories = readCategories(reading);
            else if (file.name == "groups.json")
                data->groups = readGroups(reading);
            else if (file.name == "regions.json")
                data->regions = readRegions(reading);
            else if (file.name == "places.json")
                data->places = readPlaces(reading);
            else
                reading.fail({}, say("a data file of this name is not known.", "이런 이름의 데이터 파일은 없습니다."),
                             say("Services go to services/, tables to tables/, explanations to explanations/.",
                                 "서비스는 services/, 표는 tables/, 설명은 explanations/에 둡니다."));
        };
        if (file.name == "shared.json" || file.name == kPromises || inside(file.name, kExplanations)) continue;
        if (auto error = readFile(file, into)) return *error;
    }
    if (auto error = sortBy(data->services, "services", [](const Service& each) { return std::string_view(each.key); }))
        return *error;
    if (auto error =
            sortBy(data->regions, "regions.json", [](const Region& each) { return std::string_view(each.code); }))
        return *error;
    for (auto& table : data->tables)
        if (auto error =
                sortBy(table.second, table.first, [](const InstanceType& each) { return std::string_view(each.type); }))
            return *error;
    data->expandParents();
    if (auto error = data->check()) return *error;
    data->search = searchEntries(data->services);
    return Catalog(std::move(data));
}

std::span<const Catalog::File> Catalog::builtinFiles() {
    static const std::vector<File> files = [] {
        std::vector<File> all;
        for (const EmbeddedFile& file : dataFiles()) all.push_back({std::string(file.name), file.bytes});
        return all;
    }();
    return files;
}

const Catalog& Catalog::builtin() {
    static const Catalog catalog = [] {
        auto read = Catalog::read(builtinFiles());
        ENSURE(read.ok(), read.error().in(Language::English).c_str());
        return std::move(read).value();
    }();
    return catalog;
}

} // namespace sky::catalog
