// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checks.h"

#include "checks/book.h"

namespace sky::checks {

Checks::Checks(topology::Topology topology, Options options)
    : m_book(std::make_unique<Book>(std::move(topology), std::move(options))) {
    m_book->readAll();
}
Checks::~Checks() = default;
Checks::Checks(Checks&&) noexcept = default;
Checks& Checks::operator=(Checks&&) noexcept = default;

Update Checks::update(topology::Topology now) {
    return m_book->update(std::move(now));
}
const Checks::Findings& Checks::findings() const {
    return m_book->findings();
}
std::vector<Hint> Checks::hints() const {
    return m_book->hints();
}
const topology::Topology& Checks::topology() const {
    return m_book->topology();
}
const Profile& Checks::profile() const {
    return *m_book->options().profile;
}
std::size_t Checks::asked() const {
    return m_book->asked();
}

} // namespace sky::checks
