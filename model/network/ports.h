// SPDX-License-Identifier: GPL-3.0-or-later
// Protocols, port ranges and sets of ports as disjoint, sorted intervals. Of ICMP the "port" is the type of the
// message.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sky::network {

struct Protocol {
    std::int16_t number = -1; // IANA's; -1: all of them
    [[nodiscard]] bool any() const { return number < 0; }
    [[nodiscard]] bool hasPorts() const { return number == 6 || number == 17; }
    [[nodiscard]] bool isPing() const { return number == 1 || number == 58; }
    friend bool operator==(Protocol, Protocol) = default;
};
inline constexpr Protocol kAnyProtocol{-1};
inline constexpr Protocol kTcp{6};
inline constexpr Protocol kUdp{17};
inline constexpr Protocol kIcmp{1};
inline constexpr Protocol kIcmp6{58};

struct PortRange {
    std::uint16_t first = 0;
    std::uint16_t last = 65535;
    friend bool operator==(PortRange, PortRange) = default;
};
inline constexpr PortRange kAllPorts{0, 65535};

// Ports clients take (AWS VPC User Guide, network ACLs: ephemeral ports).
inline constexpr PortRange kLinuxClients{32768, 61000};
inline constexpr PortRange kWindowsClients{49152, 65535};
inline constexpr PortRange kWideClients{1024, 65535}; // load balancers, NAT, functions, clients nobody knows

class PortSet {
  public:
    PortSet() = default;
    PortSet(PortRange range) { m_ranges.push_back(range); }

    [[nodiscard]] bool empty() const { return m_ranges.empty(); }
    [[nodiscard]] const std::vector<PortRange>& ranges() const { return m_ranges; }
    [[nodiscard]] auto begin() const { return m_ranges.begin(); }
    [[nodiscard]] auto end() const { return m_ranges.end(); }
    void add(PortRange range);
    void add(const PortSet& ports);
    [[nodiscard]] PortSet within(PortRange range) const;  // what of this lies in the range
    [[nodiscard]] PortSet without(PortRange range) const; // what of this lies beside it
    [[nodiscard]] bool isWithin(PortRange range) const;   // all of it; true for none
    [[nodiscard]] std::string text() const;               // "1024-4999,6000"; "" for none
    friend bool operator==(const PortSet&, const PortSet&) = default;

  private:
    std::vector<PortRange> m_ranges;
};

// "tcp", "https", "6", "-1", "all", "icmp" …; nothing: not a protocol.
[[nodiscard]] std::optional<Protocol> parseProtocol(std::string_view text);
// "443", "1024-65535", "80,443", "all", "*", "-1"; nothing: not a range.
[[nodiscard]] std::optional<PortSet> parsePorts(std::string_view text);
[[nodiscard]] std::string toText(Protocol protocol);

} // namespace sky::network
