// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/ports.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace sky::network {
namespace {

struct Named {
    std::string_view name;
    std::int16_t number;
};
// The first name of a number is the one it is written with.
constexpr std::array kNames = {
    Named{"all", -1},   Named{"tcp", 6},  Named{"udp", 17},      Named{"icmp", 1},       Named{"icmpv6", 58},
    Named{"esp", 50},   Named{"ah", 51},  Named{"gre", 47},      Named{"sctp", 132},     Named{"any", -1},
    Named{"-1", -1},    Named{"*", -1},   Named{"http", 6},      Named{"https", 6},      Named{"tls", 6},
    Named{"ssl", 6},    Named{"grpc", 6}, Named{"websocket", 6}, Named{"quic", 17},      Named{"dtls", 17},
    Named{"icmp6", 58}, Named{"ping", 1}, Named{"icmp-v6", 58},  Named{"ipv6-icmp", 58}, Named{"geneve", 17},
};

std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

} // namespace

void PortSet::add(PortRange range) {
    auto at = m_ranges.begin();
    while (at != m_ranges.end() && at->last < range.first && at->last + 1 != range.first) ++at;
    auto end = at;
    while (end != m_ranges.end() && end->first <= static_cast<std::uint32_t>(range.last) + 1) {
        range.first = std::min(range.first, end->first);
        range.last = std::max(range.last, end->last);
        ++end;
    }
    m_ranges.insert(m_ranges.erase(at, end), range);
}

void PortSet::add(const PortSet& ports) {
    for (const PortRange& each : ports.m_ranges) add(each);
}

PortSet PortSet::within(PortRange range) const {
    PortSet inside;
    for (const PortRange& each : m_ranges) {
        const PortRange common{std::max(each.first, range.first), std::min(each.last, range.last)};
        if (common.first <= common.last) inside.m_ranges.push_back(common);
    }
    return inside;
}

PortSet PortSet::without(PortRange range) const {
    PortSet beside;
    for (const PortRange& each : m_ranges) {
        if (each.last < range.first || each.first > range.last) {
            beside.m_ranges.push_back(each);
            continue;
        }
        if (each.first < range.first)
            beside.m_ranges.push_back({each.first, static_cast<std::uint16_t>(range.first - 1)});
        if (each.last > range.last) beside.m_ranges.push_back({static_cast<std::uint16_t>(range.last + 1), each.last});
    }
    return beside;
}

bool PortSet::isWithin(PortRange range) const {
    return m_ranges.empty() || (m_ranges.front().first >= range.first && m_ranges.back().last <= range.last);
}

std::string PortSet::text() const {
    std::string text;
    for (const PortRange& each : m_ranges) {
        if (!text.empty()) text += ',';
        text += std::to_string(each.first);
        if (each.last != each.first) text += '-' + std::to_string(each.last);
    }
    return text;
}

std::optional<Protocol> parseProtocol(std::string_view text) {
    const std::string lower = lowered(trimmed(text));
    for (const Named& each : kNames)
        if (each.name == lower) return Protocol{each.number};
    const auto value = number<std::int16_t>(lower);
    if (value && *value >= 0 && *value <= 255) return Protocol{*value};
    return std::nullopt;
}

std::optional<PortSet> parsePorts(std::string_view text) {
    text = trimmed(text);
    const std::string lower = lowered(text);
    if (lower == "all" || lower == "*" || lower == "-1" || lower == "any") return PortSet(kAllPorts);
    PortSet ports;
    while (true) {
        const std::size_t comma = text.find(',');
        const std::string_view one = trimmed(text.substr(0, comma));
        const std::size_t dash = one.find('-');
        const auto first = number<std::uint16_t>(trimmed(one.substr(0, dash)));
        const auto last = dash == std::string_view::npos ? first : number<std::uint16_t>(trimmed(one.substr(dash + 1)));
        if (!first || !last || *first > *last) return std::nullopt;
        ports.add({*first, *last});
        if (comma == std::string_view::npos) return ports;
        text.remove_prefix(comma + 1);
    }
}

std::string toText(Protocol protocol) {
    for (const Named& each : kNames)
        if (each.number == protocol.number) return std::string(each.name);
    return std::to_string(protocol.number);
}

} // namespace sky::network
