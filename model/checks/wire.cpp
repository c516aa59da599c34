// SPDX-License-Identifier: GPL-3.0-or-later
// What rules learn of a link.
#include "checks/book.h"

namespace sky::checks {

Text Wire::name() const {
    const Text arrow = say("{} → {}", "{} → {}", from().name(), to().name());
    return link().name.empty() ? arrow : say("{} ({})", "{} ({})", arrow, link().name);
}

LinkKind Wire::kind() const {
    return m_ask->topology().kind(id());
}

Thing Wire::from() const {
    return m_ask->thing(link().from);
}

Thing Wire::to() const {
    return m_ask->thing(link().to);
}

Thing Wire::other(const Thing& end) const {
    return link().from == end.id() ? to() : from();
}

topology::LinkMeaning Wire::meaning() const {
    (void)from();
    (void)to();
    return m_ask->topology().meaning(id());
}

topology::Effective Wire::property(std::string_view key) const {
    return m_ask->topology().property(id(), key);
}

const std::string* Wire::text(std::string_view key) const {
    return property(key).text();
}

std::optional<std::int64_t> Wire::amount(std::string_view key) const {
    const std::optional<Quantity> quantity = property(key).quantity();
    return quantity ? std::optional(quantity->amount) : std::nullopt;
}

Truth Wire::flag(std::string_view key) const {
    return truth(property(key).flag());
}

std::vector<Thing> Wire::allNamed(std::string_view key) const {
    std::vector<Thing> things;
    if (const catalog::Value* value = property(key).value)
        catalog::forEachReference(*value, [&](const std::string& id) {
            if (Thing thing = m_ask->thing(ElementId(id))) things.push_back(thing);
        });
    return things;
}

const WalkFacts* Wire::walk() const {
    m_ask->note("walk:" + id().str());
    const World::Walks& walks = m_ask->m_book.world().walks();
    const auto found = walks.find(id().str());
    return found == walks.end() ? nullptr : &found->second;
}

std::string Wire::port() const {
    const topology::LinkMeaning means = meaning();
    return means.port.known() ? means.port.value : std::string();
}

} // namespace sky::checks
