// SPDX-License-Identifier: GPL-3.0-or-later
// reach: does a packet get from one thing of a project to another, and what stops it?
#include "cli/command.h"
#include "cli/elements.h"
#include "cli/json_text.h"
#include "cli/projects.h"
#include "network/words.h"
#include "topology/words.h"

#include <memory>

namespace sky::cli {
namespace {

using namespace sky::network;

constexpr std::string_view kInternet = "internet";

void printJson(Context& context, const topology::Topology& topology, const Network& network, const LinkWalk& walk) {
    const Explanation explanation = explain(topology, network, walk);
    JsonText json;
    json.beginObject().key("verdict").value(name(walk.verdict)).key("assumed").value(walk.assumed);
    json.key("degraded").value(walk.degraded).key("says").value(explanation.verdict);
    json.key("code").value(name(walk.code));
    json.key("reasons").beginArray();
    for (const Text& reason : explanation.reasons) json.value(reason);
    json.end().key("flows").beginArray();
    for (const Flow& flow : walk.flows) {
        json.beginObject().key("from").value(flow.from).key("to").value(flow.to);
        json.key("verdict").value(name(flow.walk.verdict)).key("code").value(name(flow.walk.code));
        json.key("at").value(network.idOf(flow.walk.at)).key("leg").value(name(flow.walk.leg));
        json.key("blockers").beginArray();
        for (const Blocker& blocker : flow.walk.blockers)
            json.beginObject()
                .key("code")
                .value(name(blocker.code))
                .key("at")
                .value(network.idOf(blocker.at))
                .key("leg")
                .value(name(blocker.leg))
                .end();
        std::vector<std::string> path;
        for (const Place& place : flow.walk.path()) path.push_back(network.idOf(place));
        json.end().key("path").values(path).key("passes").values(flow.passes);
        if (!flow.walk.clientPorts.empty()) json.key("clientPorts").value(flow.walk.clientPorts.text());
        json.end();
    }
    context.out = json.end().end().take();
}

void printText(Context& context, const topology::Topology& topology, const Network& network, const LinkWalk& walk) {
    const Explanation explanation = explain(topology, network, walk);
    context.print(say("{}\n", "{}\n", explanation.verdict));
    for (const Text& reason : explanation.reasons) context.print(say("  {}\n", "  {}\n", reason));
    for (const Flow& flow : walk.flows) {
        std::string path;
        for (const Place& place : flow.walk.path()) path += (path.empty() ? "" : " > ") + network.idOf(place);
        if (path.empty()) path = flow.from + " > " + flow.to;
        context.out += "  " + path + "  " + std::string(name(flow.walk.verdict));
        if (flow.walk.code != Code::None)
            context.out += ": " + std::string(name(flow.walk.code)) + " " + network.idOf(flow.walk.at) + " (" +
                           std::string(name(flow.walk.leg)) + ")";
        context.out += "\n";
    }
}

struct Wanted {
    std::string file;
    std::string from;
    std::string to;
    std::string port;
    std::string protocol = "tcp";
    bool strict = false;
};

int run(Context& context, const Wanted& wanted) {
    Ask ask;
    const auto protocol = parseProtocol(wanted.protocol);
    if (!protocol)
        return context.fail({ErrorCode::BadUsage, "--proto",
                             say("\"{}\" is no protocol.", "\"{}\"은(는) 프로토콜이 아닙니다.", wanted.protocol),
                             say("Give tcp, udp, icmp or all.", "tcp, udp, icmp, all 중 하나를 쓰십시오.")});
    ask.protocol = *protocol;
    if (!wanted.port.empty()) {
        const auto ports = parsePorts(wanted.port);
        if (!ports)
            return context.fail({ErrorCode::BadUsage, "--port",
                                 say("\"{}\" is no port.", "\"{}\"은(는) 포트가 아닙니다.", wanted.port),
                                 say("Give a number from 0 to 65535, or a range such as 8000-8010.",
                                     "0부터 65535 사이의 수나 8000-8010 같은 범위를 쓰십시오.")});
        ask.ports = *ports;
    } else if (protocol->hasPorts()) {
        return context.fail({ErrorCode::BadUsage, "--port", say("The port is missing.", "포트가 없습니다."),
                             say("Give --port 443, for example.", "예를 들어 --port 443을 쓰십시오.")});
    }
    if (protocol->isPing()) { // an echo request
        const std::uint16_t echo = *protocol == kIcmp ? 8 : 128;
        ask.ports = PortSet(PortRange{echo, echo});
    }
    const auto source = readProject(context, wanted.file);
    if (!source) return context.fail(source.error());
    ask.fromInternet = wanted.from == kInternet && !source->diagram.element(ElementId(kInternet));
    ask.toInternet = wanted.to == kInternet && !source->diagram.element(ElementId(kInternet));
    if (!ask.fromInternet) {
        const auto from = elementNamed(source->diagram, "--from", wanted.from, {kInternet});
        if (!from) return context.fail(from.error());
        ask.from = *from;
    }
    if (!ask.toInternet) {
        const auto to = elementNamed(source->diagram, "--to", wanted.to, {kInternet});
        if (!to) return context.fail(to.error());
        ask.to = *to;
    }
    const topology::Topology topology = topology::Topology::of(source->diagram, context.catalog());
    Reading reading;
    reading.strict = wanted.strict;
    const Network network = networkOf(topology, reading);
    const LinkWalk walk = walkBetween(topology, network, ask);
    if (context.output == Output::Json)
        printJson(context, topology, network, walk);
    else
        printText(context, topology, network, walk);
    return walk.verdict == Verdict::Reachable ? kFine : kFindings;
}

} // namespace

Action prepareReach(CLI::App& app, const Context& context) {
    auto wanted = std::make_shared<Wanted>();
    app.add_option("FILE", wanted->file,
                   context.in(say("a project in any format, or - for the standard input",
                                  "아무 형식의 프로젝트 파일, 또는 표준 입력 -")))
        ->required();
    app.add_option("--from", wanted->from,
                   context.in(say("who sends: an id, a name that only one element has, or internet",
                                  "보내는 쪽: ID, 하나뿐인 이름, 또는 internet")))
        ->required();
    app.add_option("--to", wanted->to,
                   context.in(say("who is to receive: an id, a name, or internet", "받는 쪽: ID, 이름, 또는 internet")))
        ->required();
    app.add_option("--port", wanted->port,
                   context.in(say("port of the receiver, or a range", "받는 쪽의 포트 또는 포트 범위")));
    app.add_option(
        "--proto", wanted->protocol,
        context.in(say("tcp (the default), udp, icmp, all, or a number", "tcp(기본값), udp, icmp, all, 또는 번호")));
    app.add_flag("--strict", wanted->strict,
                 context.in(say(
                     "what has no security group gets its VPC's default one, instead of what the links need",
                     "보안 그룹이 없는 요소는 연결에 필요한 것을 허용한다고 보지 않고 VPC의 기본 그룹을 적용합니다")));
    return [wanted](Context& running) { return run(running, *wanted); };
}

} // namespace sky::cli
