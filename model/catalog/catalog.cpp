// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalog.h"

#include "base/nearest.h"
#include "catalog/data.h"

#include <algorithm>
#include <cmath>

namespace sky::catalog {

namespace {

template <class Things, class Key>
auto findBy(const Things& things, std::string_view wanted, Key key) {
    const auto at = std::find_if(things.begin(), things.end(), [&](const auto& each) { return key(each) == wanted; });
    return at == things.end() ? nullptr : &*at;
}

bool fits(const Service& service, const std::vector<std::string>& ends) {
    return std::any_of(ends.begin(), ends.end(), [&](const std::string& end) { return matches(service, end); });
}

} // namespace

const Property* Service::property(std::string_view propertyKey) const {
    return findBy(properties, propertyKey, [](const Property& each) -> const std::string& { return each.key; });
}

bool Service::mayStandIn(std::string_view parentKey) const {
    return std::find(parents.begin(), parents.end(), parentKey) != parents.end();
}

const Property* LinkType::property(std::string_view propertyKey) const {
    return findBy(properties, propertyKey, [](const Property& each) -> const std::string& { return each.key; });
}

Catalog::Catalog(std::unique_ptr<const Data> data) : m_data(std::move(data)) {}
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;

std::span<const Service> Catalog::services() const {
    return m_data->services;
}

const Service* Catalog::find(std::string_view key) const {
    const auto& services = m_data->services;
    const auto at = std::lower_bound(services.begin(), services.end(), key,
                                     [](const Service& each, std::string_view k) { return each.key < k; });
    return at != services.end() && at->key == key ? &*at : nullptr;
}

const Service* Catalog::named(std::string_view name) const {
    const std::string wanted = foldForSearch(name);
    if (wanted.empty()) return nullptr;
    const auto is = [&](std::string_view text) { return foldForSearch(text) == wanted; };
    const auto isEither = [&](const Text& text) { return is(text.en) || is(text.ko); };
    const Service* only = nullptr;
    int others = 0;
    for (const Service& service : m_data->services) {
        const std::vector<std::string>& old = service.lifecycle.formerly;
        if (is(service.key) || isEither(service.name) || isEither(service.shortName) ||
            std::any_of(old.begin(), old.end(), is))
            return &service;
    }
    for (const Service& service : m_data->services)
        for (const Preset& preset : service.presets)
            if (is(preset.key) || isEither(preset.name)) return &service;
    for (const Service& service : m_data->services)
        if (std::any_of(service.aliases.begin(), service.aliases.end(), is)) {
            only = &service;
            ++others;
        }
    return others == 1 ? only : nullptr;
}

std::string Catalog::nearestKey(std::string_view wrong) const {
    std::vector<std::string_view> keys;
    for (const Service& service : m_data->services) keys.push_back(service.key);
    if (const auto nearest = nearestWord(wrong, keys)) return *nearest;
    const auto found = search(wrong); // "로드밸런서", "mysql"
    return found.empty() ? std::string() : found.front()->key;
}

std::vector<Catalog::Match> Catalog::searchPalette(std::string_view words) const {
    std::vector<Match> matches;
    for (const SearchEntry* entry : findEntries(m_data->search, words)) {
        const Service& service = m_data->services[entry->service];
        matches.push_back(
            {&service, entry->preset < 0 ? nullptr : &service.presets[static_cast<std::size_t>(entry->preset)]});
    }
    return matches;
}

std::vector<const Service*> Catalog::search(std::string_view words) const {
    std::vector<const Service*> services;
    for (const Match& match : searchPalette(words))
        if (std::find(services.begin(), services.end(), match.service) == services.end())
            services.push_back(match.service);
    return services;
}

std::span<const LinkType> Catalog::linkTypes() const {
    return m_data->links;
}

const LinkType& Catalog::linkType(LinkKind kind) const {
    for (const LinkType& type : m_data->links)
        if (type.kind == kind) return type;
    ENSURE(false, "every kind of link has its row: reading checks it");
}

const LinkType* Catalog::linkType(std::string_view key) const {
    return findBy(m_data->links, key, [](const LinkType& each) -> const std::string& { return each.key; });
}

std::vector<LinkKind> Catalog::kindsBetween(const Service& from, const Service& to) const {
    std::vector<LinkKind> kinds;
    for (const LinkType& type : m_data->links) {
        if (type.sameEngine && from.key != to.key) continue;
        const bool possible = std::any_of(type.ends.begin(), type.ends.end(), [&](const LinkEnds& ends) {
            return fits(from, ends.from) && fits(to, ends.to);
        });
        if (possible) kinds.push_back(type.kind);
    }
    return kinds;
}

std::span<const Property> Catalog::projectProperties() const {
    return m_data->project;
}
std::span<const Category> Catalog::categories() const {
    return m_data->categories;
}

const Category* Catalog::category(std::string_view key) const {
    return findBy(m_data->categories, key, [](const Category& each) -> const std::string& { return each.key; });
}

std::span<const PropertyGroup> Catalog::propertyGroups() const {
    return m_data->groups;
}
std::span<const Region> Catalog::regions() const {
    return m_data->regions;
}

const Region* Catalog::region(std::string_view code) const {
    return findBy(m_data->regions, code, [](const Region& each) -> const std::string& { return each.code; });
}

std::span<const Place> Catalog::places() const {
    return m_data->places;
}

std::optional<Place> Catalog::place(std::string_view text) const {
    const std::string wanted = foldForSearch(text);
    if (wanted.empty()) return std::nullopt;
    for (const Place& each : m_data->places)
        if (foldForSearch(each.name.en) == wanted || foldForSearch(each.name.ko) == wanted) return each;
    return parsePosition(text);
}

std::span<const InstanceType> Catalog::types(std::string_view table) const {
    const auto found = m_data->tables.find(table);
    return found == m_data->tables.end() ? std::span<const InstanceType>() : found->second;
}

const InstanceType* Catalog::type(std::string_view table, std::string_view name) const {
    const auto all = types(table);
    const auto at = std::lower_bound(all.begin(), all.end(), name,
                                     [](const InstanceType& each, std::string_view n) { return each.type < n; });
    return at != all.end() && at->type == name ? &*at : nullptr;
}

} // namespace sky::catalog
