// SPDX-License-Identifier: GPL-3.0-or-later
// What the catalog says of things while many of them are read. Things of one service are mostly written alike, so what
// stood at the same place of the last one is tried first. One per reading; holds on to the catalog.
#pragma once

#include "catalog/catalog.h"

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sky::exchange::json {

class Vocabulary {
  public:
    explicit Vocabulary(const catalog::Catalog& catalog) : m_catalog(catalog) {}
    [[nodiscard]] const catalog::Catalog& catalog() const { return m_catalog; }

    [[nodiscard]] const catalog::Service* service(std::string_view key); // null: not known

    // `place`: the number of the member among those of its thing. Null: no such property.
    [[nodiscard]] const catalog::Property* property(const std::vector<catalog::Property>& known, std::size_t place,
                                                    std::string_view key);
    // The first that fits both; null: none, or an end is not known.
    [[nodiscard]] const catalog::LinkType* typeBetween(const catalog::Service* from, const catalog::Service* to);

  private:
    struct Ends {
        const catalog::Service* from;
        const catalog::Service* to;
        const catalog::LinkType* type;
    };
    const catalog::Catalog& m_catalog;
    const catalog::Service* m_service = nullptr; // the last one: things of one service stand together
    std::unordered_map<const void*, std::vector<const catalog::Property*>> m_last; // by whose properties they are
    std::vector<Ends> m_ends;                                                      // pairs of services are few
};

} // namespace sky::exchange::json
