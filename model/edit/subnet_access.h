// SPDX-License-Identifier: GPL-3.0-or-later
// Making a subnet public, private or isolated in one step: the route table that does it, with the internet gateway,
// the NAT gateway and the public subnet for it where they are missing.
#pragma once

#include "edit/draft.h"

namespace sky::edit {

enum class Access : std::uint8_t {
    Public,   // to and from the internet, through an internet gateway
    Private,  // out through a NAT gateway, of its own zone where there is or can be one
    Isolated, // nowhere
};

[[nodiscard]] Result<Built> setAccess(const diagram::Diagram& diagram, const catalog::Catalog& catalog,
                                      const std::vector<ElementId>& subnets, Access access);

} // namespace sky::edit
