// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields.h"
#include "reach_case.h"

namespace sky::cases {
namespace {

using namespace sky::network;
using nlohmann::json;
using Kind = Place::Kind;

// node | lb | internet | onprem:<vgw or attachment> | service:<name> | ip:<address>
std::optional<End> endNamed(Network& network, const std::string& text) {
    End end;
    if (text == "internet") {
        end.place = {Kind::Internet, 0};
        return end;
    }
    if (text.starts_with("service:")) {
        std::string name = text.substr(8);
        name = name.substr(0, name.find_first_of(":@"));
        end.place = {Kind::Service, network.serviceNamed(name)};
        return end;
    }
    if (text.starts_with("ip:")) {
        const Result<IpAddress> address = parseIpAddress(text.substr(3));
        if (!address.ok()) return std::nullopt;
        end.address = *address;
        return end;
    }
    const bool site = text.starts_with("onprem:");
    const std::string id = site ? text.substr(7) : text;
    if (site) {
        for (Index i = 0; i < network.vpnGateways.size(); ++i)
            if (network.vpnGateways[i].id == id) end.place = {Kind::VpnGateway, i};
        for (Index i = 0; i < network.attachments.size(); ++i)
            if (network.attachments[i].id == id && network.attachments[i].vpc == kNone)
                end.place = {Kind::Attachment, i};
    } else {
        for (Index i = 0; i < network.interfaces.size(); ++i)
            if (network.interfaces[i].id == id) end.place = {Kind::Interface, i};
        for (Index i = 0; i < network.balancers.size(); ++i)
            if (network.balancers[i].id == id) end.place = {Kind::Balancer, i};
    }
    if (end.place.is(Kind::None)) return std::nullopt;
    return end;
}

// A service with an interface endpoint in the sender's VPC is reached there: its name answers with that address.
Place privately(const Network& network, Place from, Index service) {
    if (!from.is(Kind::Interface)) return {Kind::Service, service};
    if (network.services[service].name == "s3" || network.services[service].name == "dynamodb")
        return {Kind::Service, service};
    const Interface& sender = network.interfaces[from.index];
    Place best{Kind::Service, service};
    for (Index i = 0; i < network.interfaces.size(); ++i) {
        const Interface& each = network.interfaces[i];
        if (each.service != service || network.vpcOf(each) != network.vpcOf(sender)) continue;
        const bool near = network.subnets[each.subnet].zone == network.subnets[sender.subnet].zone;
        if (best.is(Kind::Service) || near) best = {Kind::Interface, i};
        if (near) break;
    }
    return best;
}

} // namespace

Result<Question> readQuestion(Network& network, const json& value, const std::string& place) {
    Complaints complaints;
    const Fields fields(value, place, complaints);
    Question question;
    const std::string from = fields.text({"from"}).value_or("");
    const std::string to = fields.text({"to"}).value_or("");
    if (complaints.any()) return complaints.take();
    const auto start = endNamed(network, from);
    if (!start || start->place.is(Kind::Service) || start->place.is(Kind::Balancer))
        fields.complain("from",
                        say("\"{}\" is no sender: a node, internet or onprem:ID.",
                            "\"{}\"은(는) 보내는 쪽이 아닙니다. 노드, internet, onprem:ID 중 하나여야 합니다.", from));
    const auto target = endNamed(network, to);
    if (!target)
        fields.complain(
            "to",
            say("\"{}\" is no target: a node, a load balancer, internet, service:NAME or ip:ADDRESS.",
                "\"{}\"은(는) 대상이 아닙니다. 노드, 로드 밸런서, internet, service:이름, ip:주소 중 하나여야 합니다.",
                to));
    if (complaints.any()) return complaints.take();
    question.from = *start;
    question.to = *target;
    if (const auto address = fields.address({"fromIp"})) question.from.address = address;
    if (question.from.place.is(Kind::None) && question.from.address) { // a sender by its address
        for (Index i = 0; i < network.interfaces.size(); ++i)
            if (network.interfaces[i].v4 == question.from.address || network.interfaces[i].v6 == question.from.address)
                question.from.place = {Kind::Interface, i};
        if (question.from.place.is(Kind::None)) question.from.place = {Kind::Internet, 0};
    }
    if (question.to.place.is(Kind::Service))
        question.to.place = privately(network, question.from.place, question.to.place.index);

    if (const json* protocol = fields.find({"proto", "protocol"})) {
        const auto parsed = parseProtocol(protocol->is_string() ? protocol->get<std::string>() : protocol->dump());
        if (!parsed)
            fields.complain("proto", say("{} is no protocol.", "{}은(는) 프로토콜이 아닙니다.", protocol->dump()));
        question.protocol = parsed.value_or(kTcp);
    }
    question.ports = PortSet(kAllPorts);
    const json* port = fields.find({"port", "ports"});
    if (port) {
        const auto parsed = parsePorts(port->is_string() ? port->get<std::string>() : port->dump());
        if (!parsed) fields.complain("port", say("{} is no port.", "{}은(는) 포트가 아닙니다.", port->dump()));
        question.ports = parsed.value_or(PortSet(kAllPorts));
    }
    const auto to6 = [&](Place end) {
        return end.is(Kind::Interface) && network.interfaces[end.index].v6 && !network.interfaces[end.index].v4;
    };
    if (question.protocol == kIcmp && (to6(question.to.place) || to6(question.from.place))) question.protocol = kIcmp6;
    if (question.protocol.isPing()) { // an echo request, unless a type is named
        const std::uint16_t echo = question.protocol == kIcmp6 ? 128 : 8;
        if (!port || question.ports == PortSet(kAllPorts) || question.ports == PortSet(PortRange{0, 0}))
            question.ports = PortSet(PortRange{echo, echo});
    } else if (!question.protocol.hasPorts() && !question.protocol.any()) {
        question.ports = PortSet(kAllPorts);
    }
    if (const auto family = fields.text({"family"}))
        question.family = *family == "ipv6" || *family == "v6" || *family == "6" ? IpFamily::V6 : IpFamily::V4;
    if (const auto address = fields.text({"toAddress"})) {
        if (*address == "public") {
            question.toPublicAddress = true;
        } else if (*address == "ipv6") {
            question.family = IpFamily::V6;
        } else if (*address != "private") {
            const Result<IpAddress> parsed = parseIpAddress(*address);
            if (!parsed.ok()) {
                fields.complain("toAddress", parsed.error().what);
            } else if (question.to.place.is(Kind::Interface)) {
                const Interface& meant = network.interfaces[question.to.place.index];
                question.family = parsed->family;
                question.toPublicAddress = meant.publicV4 == *parsed;
            } else {
                question.to.address = *parsed;
            }
        }
    }
    if (complaints.any()) return complaints.take();
    return question;
}

Result<std::vector<ReachCase>> readReachCases(std::string_view text) {
    const json file = json::parse(text, nullptr, false);
    if (file.is_discarded())
        return Error{ErrorCode::BadFormat, {}, say("This is not valid JSON.", "올바른 JSON이 아닙니다."), {}};
    const json* list = file.is_array() ? &file : nullptr;
    if (file.is_object() && file.contains("cases") && file["cases"].is_array()) list = &file["cases"];
    if (!list)
        return Error{ErrorCode::BadFormat,
                     "cases",
                     say("The file has no list of cases.", "파일에 사례 목록(cases)이 없습니다."),
                     {}};
    const json networks = file.is_object() && file.contains("networks") ? file["networks"] : json();
    std::vector<ReachCase> cases;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const json& value = (*list)[i];
        std::string place = "cases[" + std::to_string(i) + "]";
        json topology;
        if (value.is_object() && value.contains("topology")) {
            topology = value["topology"];
        } else if (value.is_object() && value.contains("network") && value["network"].is_string() &&
                   networks.is_object() && networks.contains(value["network"].get<std::string>())) {
            topology = networks[value["network"].get<std::string>()];
        }
        if (value.is_object() && value.contains("change")) topology.merge_patch(value["change"]);
        if (topology.is_null() || !value.contains("question"))
            return Error{ErrorCode::BadFormat,
                         place,
                         say("A case has a topology and a question.", "사례에는 topology와 question이 있어야 합니다."),
                         {}};
        ReachCase one;
        one.id =
            value.contains("id") && value["id"].is_string() ? value["id"].get<std::string>() : std::to_string(i + 1);
        place += " (" + one.id + ")";
        Result<Network> network = readNetwork(topology, place + ".topology");
        if (!network.ok()) return network.error();
        one.network = *std::move(network);
        Result<Question> question = readQuestion(one.network, value["question"], place + ".question");
        if (!question.ok()) return question.error();
        one.question = *question;
        if (value.contains("expect")) one.expect = value["expect"];
        cases.push_back(std::move(one));
    }
    return cases;
}

} // namespace sky::cases
