// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/security_rules.h"

#include <algorithm>
#include <charconv>

namespace sky::checks {
namespace {

std::string fieldOf(const catalog::Record& record, std::string_view field, std::string_view otherwise) {
    const catalog::Scalar* scalar = record.find(field);
    if (!scalar) return std::string(otherwise);
    if (const auto* reference = std::get_if<catalog::Reference>(scalar)) return reference->id;
    return catalog::toText(*scalar);
}

std::vector<AdmitRow> rowsOf(const Thing& thing, std::string_view key, std::string_view peerField) {
    std::vector<AdmitRow> rows;
    const catalog::Records& records = thing.records(key);
    for (std::size_t i = 0; i < records.size(); ++i) {
        AdmitRow row;
        row.row = i;
        row.protocol = fieldOf(records[i], "protocol", "tcp");
        row.portText = fieldOf(records[i], "port", "all");
        row.ports = portsOf(row.portText);
        row.from = fieldOf(records[i], peerField, thing.plays(role::kNetworkAcl) ? "0.0.0.0/0" : "");
        row.fromEverywhere = row.from == "0.0.0.0/0" || row.from == "::/0";
        row.allows = fieldOf(records[i], "action", "allow") == "allow";
        const std::string number = fieldOf(records[i], "number", "0");
        std::from_chars(number.data(), number.data() + number.size(), row.number);
        rows.push_back(std::move(row));
    }
    return rows;
}

void findPeers(const Thing& group, std::string_view key, std::vector<AdmitRow>& rows) {
    for (const Thing& named : group.allNamed(key))
        for (AdmitRow& row : rows)
            if (row.from == named.id().str()) row.peer = named;
}

} // namespace

PortRange portsOf(std::string_view text) {
    PortRange range;
    if (text.empty() || text == "all") return range;
    const std::size_t dash = text.find('-');
    const std::string_view first = text.substr(0, dash);
    const std::string_view last = dash == std::string_view::npos ? first : text.substr(dash + 1);
    std::from_chars(first.data(), first.data() + first.size(), range.first);
    std::from_chars(last.data(), last.data() + last.size(), range.last);
    return range;
}

std::vector<AdmitRow> admitted(const Thing& group) {
    std::vector<AdmitRow> rows = rowsOf(group, "in", "from");
    findPeers(group, "in", rows);
    return rows;
}

std::vector<AdmitRow> admittedOut(const Thing& group) {
    std::vector<AdmitRow> rows = rowsOf(group, "out", "to");
    findPeers(group, "out", rows);
    return rows;
}

std::vector<AdmitRow> aclRows(const Thing& acl, bool inbound) {
    std::vector<AdmitRow> rows = inbound ? rowsOf(acl, "in", "from") : rowsOf(acl, "out", "to");
    std::stable_sort(rows.begin(), rows.end(),
                     [](const AdmitRow& a, const AdmitRow& b) { return a.number < b.number; });
    return rows;
}

} // namespace sky::checks
