// SPDX-License-Identifier: GPL-3.0-or-later
// What the data files say of each other.
#include "catalog/data.h"
#include "catalog/read.h"
#include "catalog/roles.h"

#include <algorithm>

namespace sky::catalog {

namespace {

Error dangling(std::string place, Text what) {
    return {ErrorCode::Invalid, std::move(place), std::move(what),
            say("Add what is missing, or correct the name.", "빠진 것을 추가하거나 이름을 바로잡으십시오.")};
}

bool startsWith(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

bool patternExists(const std::vector<Service>& services, std::string_view pattern) {
    if (pattern == "any") return true;
    if (startsWith(pattern, "trait:")) return traitOf(pattern.substr(6)).has_value();
    if (startsWith(pattern, "link:")) return linkKindOf(pattern.substr(5)).has_value();
    if (startsWith(pattern, "role:"))
        return std::find(role::kAll.begin(), role::kAll.end(), pattern.substr(5)) != role::kAll.end();
    return std::any_of(services.begin(), services.end(), [&](const Service& each) { return each.key == pattern; });
}

class Checker {
  public:
    Checker(const std::vector<Service>& services, const std::vector<PropertyGroup>& groups,
            std::vector<std::string> tables)
        : m_services(services), m_groups(groups), m_tables(std::move(tables)) {}

    std::optional<Error> properties(const std::string& file, const std::vector<Property>& all, bool grouped) const {
        for (const Property& property : all)
            if (auto error = check(file + ": property \"" + property.key + "\"", property, grouped)) return error;
        return std::nullopt;
    }

  private:
    std::optional<Error> check(const std::string& place, const Property& property, bool grouped) const {
        const auto hasGroup = [&](const PropertyGroup& each) { return each.key == property.group; };
        if (grouped && std::none_of(m_groups.begin(), m_groups.end(), hasGroup))
            return dangling(place, say("groups.json has no group \"{}\".", "groups.json에 그룹 \"{}\"이(가) 없습니다.",
                                       property.group));
        if (!property.table.empty() && std::find(m_tables.begin(), m_tables.end(), property.table) == m_tables.end())
            return dangling(place, say("there is no table \"{}\".", "표 \"{}\"이(가) 없습니다.", property.table));
        for (const std::string& pattern : property.refersTo)
            if (!patternExists(m_services, pattern))
                return dangling(place,
                                say("there is no \"{}\" to refer to.", "참조할 \"{}\"이(가) 없습니다.", pattern));
        for (const Property& field : property.fields)
            if (auto error = check(place + ", field \"" + field.key + "\"", field, false)) return error;
        return std::nullopt;
    }

    const std::vector<Service>& m_services;
    const std::vector<PropertyGroup>& m_groups;
    std::vector<std::string> m_tables;
};

} // namespace

void Catalog::Data::expandParents() {
    for (Service& service : services) {
        const auto all = std::find(service.parents.begin(), service.parents.end(), "trait:container");
        if (all == service.parents.end()) continue;
        service.parents.erase(all);
        for (const Service& box : services)
            if (box.is(Trait::Container) && !service.mayStandIn(box.key)) service.parents.push_back(box.key);
    }
}

std::optional<Error> Catalog::Data::check() const {
    std::vector<std::string> names{"regions", "places"};
    for (const auto& table : tables) names.push_back(table.first);
    const Checker checker(services, groups, std::move(names));
    for (const Service& service : services) {
        const std::string file = "services/" + service.key + ".json";
        if (std::none_of(categories.begin(), categories.end(),
                         [&](const Category& each) { return each.key == service.category; }))
            return dangling(file + ": category", say("categories.json has no \"{}\".",
                                                     "categories.json에 \"{}\"이(가) 없습니다.", service.category));
        for (const std::string& parent : service.parents) {
            const auto box = [&](const Service& each) { return each.key == parent && each.is(Trait::Container); };
            if (parent != "page" && std::none_of(services.begin(), services.end(), box))
                return dangling(file + ": parents",
                                say("there is no container \"{}\".", "컨테이너 \"{}\"이(가) 없습니다.", parent));
        }
        if (const std::string& next = service.lifecycle.successor; !next.empty() && !patternExists(services, next))
            return dangling(file + ": lifecycle.successor",
                            say("there is no service \"{}\".", "서비스 \"{}\"이(가) 없습니다.", next));
        if (auto error = checker.properties(file, service.properties, true)) return error;
    }
    for (std::size_t kind = 0; kind <= static_cast<std::size_t>(LinkKind::Plain); ++kind)
        if (std::none_of(links.begin(), links.end(),
                         [&](const LinkType& each) { return static_cast<std::size_t>(each.kind) == kind; }))
            return dangling("links.json", say("a kind of link has no row.", "행이 없는 연결 종류가 있습니다."));
    if (links.back().kind != LinkKind::Plain)
        return dangling("links.json", say("\"plain\" must come last: it fits everything.",
                                          "무엇에나 맞는 \"plain\"은 마지막에 와야 합니다."));
    for (const LinkType& link : links) {
        for (const LinkEnds& ends : link.ends)
            for (const auto* side : {&ends.from, &ends.to})
                for (const std::string& pattern : *side)
                    if (!patternExists(services, pattern))
                        return dangling("links.json: " + link.key,
                                        say("there is no \"{}\" to link.", "연결할 \"{}\"이(가) 없습니다.", pattern));
        if (auto error = checker.properties("links.json: " + link.key, link.properties, true)) return error;
    }
    return checker.properties("project.json", project, true);
}

} // namespace sky::catalog
