// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a security group or network ACL as rules need them: protocol, ports and peer as they take effect.
#pragma once

#include "checks/ask.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sky::checks {

struct PortRange { // of tcp and udp
    int first = 0;
    int last = 65535;
};
[[nodiscard]] PortRange portsOf(std::string_view text); // "443", "1024-65535", "all"

struct AdmitRow {
    std::size_t row = 0;  // in the property
    std::string protocol; // "tcp", "all"
    std::string portText; // "443", "all"
    PortRange ports;
    std::string from;            // a CIDR, or the id of a security group; of an outbound row: `to`
    Thing peer;                  // that group; false: a CIDR or unset
    bool fromEverywhere = false; // 0.0.0.0/0 or ::/0
    std::int64_t number = 0;     // of a network ACL
    bool allows = true;

    [[nodiscard]] int portCount() const { return ports.last - ports.first + 1; }
    [[nodiscard]] bool covers(int port) const { return ports.first <= port && port <= ports.last; }
    [[nodiscard]] bool isFor(std::string_view wanted) const { return protocol == "all" || protocol == wanted; }
};

[[nodiscard]] std::vector<AdmitRow> admitted(const Thing& group);            // inbound, in the order given
[[nodiscard]] std::vector<AdmitRow> admittedOut(const Thing& group);         // outbound, AWS's default when unset
[[nodiscard]] std::vector<AdmitRow> aclRows(const Thing& acl, bool inbound); // by number

} // namespace sky::checks
