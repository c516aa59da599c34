// SPDX-License-Identifier: GPL-3.0-or-later
// Values of properties. "Unset" is no value at all, so a Value is always set; a property that is unset is absent.
// CIDRs, port ranges, choices and places are texts in canonical form; ids of other things are References, so that
// whatever follows references (deleting, pasting, renaming ids) needs no catalog.
#pragma once

#include "base/quantity.h"
#include "base/text.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sky::catalog {

struct Reference {
    std::string id; // an element or a link
    friend auto operator<=>(const Reference&, const Reference&) = default;
    friend bool operator==(const Reference&, const Reference&) = default;
};

using Scalar = std::variant<bool, Quantity, std::string, Text, Reference>;
using List = std::vector<Scalar>;

// Fields sorted by key; a field that is unset is absent.
struct Record {
    std::vector<std::pair<std::string, Scalar>> fields;
    [[nodiscard]] const Scalar* find(std::string_view key) const;
    void set(std::string_view key, Scalar value);
    bool unset(std::string_view key);
    friend bool operator==(const Record&, const Record&) = default;
};
using Records = std::vector<Record>;

using Value = std::variant<bool, Quantity, std::string, Text, Reference, List, Records>;

// Properties sorted by key.
class Properties {
  public:
    using Entry = std::pair<std::string, Value>;
    [[nodiscard]] const Value* find(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
    void set(std::string_view key, Value value);
    void reserve(std::size_t count) { m_entries.reserve(count); }
    std::optional<Value> unset(std::string_view key);
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] bool empty() const { return m_entries.empty(); }
    [[nodiscard]] auto begin() const { return m_entries.begin(); }
    [[nodiscard]] auto end() const { return m_entries.end(); }

    // Typed looks; null or nullopt when unset or of another type.
    [[nodiscard]] const std::string* text(std::string_view key) const;      // std::string only
    [[nodiscard]] const std::string* reference(std::string_view key) const; // the id
    [[nodiscard]] std::optional<Quantity> quantity(std::string_view key) const;
    [[nodiscard]] std::optional<bool> flag(std::string_view key) const;
    [[nodiscard]] const Records* records(std::string_view key) const;
    [[nodiscard]] const List* list(std::string_view key) const;

    friend bool operator==(const Properties&, const Properties&) = default;

  private:
    std::vector<Entry> m_entries;
};

// Calls visit(const std::string& id) for every Reference inside, in order.
template <class Visit>
void forEachReference(const Scalar& scalar, Visit visit) {
    if (const auto* reference = std::get_if<Reference>(&scalar)) visit(reference->id);
}
template <class Visit>
void forEachReference(const Value& value, Visit visit) {
    if (const auto* reference = std::get_if<Reference>(&value)) {
        visit(reference->id);
    } else if (const auto* list = std::get_if<List>(&value)) {
        for (const Scalar& scalar : *list) forEachReference(scalar, visit);
    } else if (const auto* records = std::get_if<Records>(&value)) {
        for (const Record& record : *records)
            for (const auto& field : record.fields) forEachReference(field.second, visit);
    }
}

} // namespace sky::catalog
