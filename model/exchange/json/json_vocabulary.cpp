// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json/json_vocabulary.h"

#include <algorithm>

namespace sky::exchange::json {

using catalog::LinkType;
using catalog::Property;
using catalog::Service;

const catalog::Service* Vocabulary::service(std::string_view key) {
    if (!m_service || m_service->key != key) m_service = m_catalog.find(key);
    return m_service;
}

const Property* Vocabulary::property(const std::vector<Property>& known, std::size_t place, std::string_view key) {
    constexpr std::size_t kRemembered = 64;
    std::vector<const Property*>& last = m_last[&known];
    if (place < last.size() && last[place] && last[place]->key == key) return last[place];
    const auto at = std::find_if(known.begin(), known.end(), [&](const Property& each) { return each.key == key; });
    const Property* found = at == known.end() ? nullptr : &*at;
    if (place < kRemembered) {
        if (place >= last.size()) last.resize(place + 1);
        last[place] = found;
    }
    return found;
}

const LinkType* Vocabulary::typeBetween(const Service* from, const Service* to) {
    if (!from || !to) return nullptr;
    const auto known = std::find_if(m_ends.begin(), m_ends.end(),
                                    [&](const Ends& each) { return each.from == from && each.to == to; });
    if (known != m_ends.end()) {
        std::rotate(m_ends.begin(), known, known + 1); // links of one pair come in rows
        return m_ends.front().type;
    }
    const auto kinds = m_catalog.kindsBetween(*from, *to);
    m_ends.push_back({from, to, kinds.empty() ? nullptr : &m_catalog.linkType(kinds.front())});
    return m_ends.back().type;
}

} // namespace sky::exchange::json
