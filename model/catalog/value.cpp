// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/value.h"

#include <algorithm>

namespace sky::catalog {

namespace {

// The first entry whose key is not less: where the key is, or where it belongs.
template <class Entries>
auto placeOf(Entries& entries, std::string_view key) {
    if (entries.empty() || entries.back().first < key) return entries.end(); // readers come in the order of keys
    return std::lower_bound(entries.begin(), entries.end(), key,
                            [](const auto& entry, std::string_view k) { return entry.first < k; });
}

} // namespace

const Scalar* Record::find(std::string_view key) const {
    const auto at = placeOf(fields, key);
    return at != fields.end() && at->first == key ? &at->second : nullptr;
}

void Record::set(std::string_view key, Scalar value) {
    const auto at = placeOf(fields, key);
    if (at != fields.end() && at->first == key)
        at->second = std::move(value);
    else
        fields.emplace(at, std::string(key), std::move(value));
}

bool Record::unset(std::string_view key) {
    const auto at = placeOf(fields, key);
    if (at == fields.end() || at->first != key) return false;
    fields.erase(at);
    return true;
}

const Value* Properties::find(std::string_view key) const {
    const auto at = placeOf(m_entries, key);
    return at != m_entries.end() && at->first == key ? &at->second : nullptr;
}

void Properties::set(std::string_view key, Value value) {
    const auto at = placeOf(m_entries, key);
    if (at != m_entries.end() && at->first == key)
        at->second = std::move(value);
    else
        m_entries.emplace(at, std::string(key), std::move(value));
}

std::optional<Value> Properties::unset(std::string_view key) {
    const auto at = placeOf(m_entries, key);
    if (at == m_entries.end() || at->first != key) return std::nullopt;
    std::optional<Value> taken(std::move(at->second));
    m_entries.erase(at);
    return taken;
}

const std::string* Properties::text(std::string_view key) const {
    const Value* value = find(key);
    return value ? std::get_if<std::string>(value) : nullptr;
}

const std::string* Properties::reference(std::string_view key) const {
    const Value* value = find(key);
    const Reference* reference = value ? std::get_if<Reference>(value) : nullptr;
    return reference ? &reference->id : nullptr;
}

std::optional<Quantity> Properties::quantity(std::string_view key) const {
    const Value* value = find(key);
    const Quantity* quantity = value ? std::get_if<Quantity>(value) : nullptr;
    return quantity ? std::optional<Quantity>(*quantity) : std::nullopt;
}

std::optional<bool> Properties::flag(std::string_view key) const {
    const Value* value = find(key);
    const bool* flag = value ? std::get_if<bool>(value) : nullptr;
    return flag ? std::optional<bool>(*flag) : std::nullopt;
}

const Records* Properties::records(std::string_view key) const {
    const Value* value = find(key);
    return value ? std::get_if<Records>(value) : nullptr;
}

const List* Properties::list(std::string_view key) const {
    const Value* value = find(key);
    return value ? std::get_if<List>(value) : nullptr;
}

} // namespace sky::catalog
