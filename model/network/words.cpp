// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/words.h"

#include "topology/words.h"

namespace sky::network {
namespace {

using Kind = Place::Kind;

// Each code as fact and remedy; {} is the name of what stops the packet.
struct Row {
    Code code;
    const char* en;
    const char* ko;
};
constexpr Row kRows[] = {
    {Code::BadState, "{} is not active. Accept the peering, or take the route away.",
     "{}이(가) 활성 상태가 아닙니다. 피어링을 수락하거나 라우팅을 지우십시오."},
    {Code::BadStateAttachment, "{} is not attached to the VPC the packet is in. Attach it there.",
     "{}이(가) 패킷이 있는 VPC에 연결되어 있지 않습니다. 그 VPC에 연결하십시오."},
    {Code::BadStateRoute, "A route of {} leads to something that is not there. Give it a target, or take it away.",
     "{}의 라우팅이 없는 대상을 가리킵니다. 대상을 지정하거나 라우팅을 지우십시오."},
    {Code::BadStateVpn, "No tunnel of {} is up. Connect one.", "{}의 터널이 모두 끊겨 있습니다. 터널을 연결하십시오."},
    {Code::ElbInstalledAzRestriction,
     "{} has no node in the zone of its target. Add a subnet of that zone to the load balancer.",
     "{}의 노드가 대상의 가용 영역에 없습니다. 그 영역의 서브넷을 로드 밸런서에 추가하십시오."},
    {Code::ElbListenersMismatch, "{} does not listen on this port. Add a listener.",
     "{}에 이 포트의 리스너가 없습니다. 리스너를 추가하십시오."},
    {Code::ElbNotCrosszone,
     "{} balances within each zone only, and the target is in another. Switch cross-zone balancing on, or add a target "
     "in each zone.",
     "{}은(는) 가용 영역 안에서만 분산하는데 대상이 다른 영역에 있습니다. 교차 영역 분산을 켜거나 영역마다 대상을 "
     "두십시오."},
    {Code::Elbv2ListenerHasNoTg, "{} has nothing to forward to. Draw a link from it to its targets.",
     "{}이(가) 전달할 대상이 없습니다. 대상으로 가는 연결을 그리십시오."},
    {Code::Elbv2ListenersMismatch, "{} does not listen on this port and protocol. Add a listener.",
     "{}에 이 포트와 프로토콜의 리스너가 없습니다. 리스너를 추가하십시오."},
    {Code::EniSgRulesMismatch, "No rule of {} admits it. Add a rule for this port and the other end.",
     "{}에 이 트래픽을 허용하는 규칙이 없습니다. 포트와 상대를 지정한 규칙을 추가하십시오."},
    {Code::EniSourceDestCheckRestriction,
     "{} drops packets that are not for itself. Switch its source/destination check off.",
     "{}은(는) 자신에게 온 것이 아닌 패킷을 버립니다. 소스/대상 확인을 끄십시오."},
    {Code::GwlbDestinationPortRestriction, "{} sends to its appliances on port 6081 (GENEVE) only.",
     "{}은(는) 어플라이언스에 6081번 포트(GENEVE)로만 보냅니다."},
    {Code::GwlbProtocolRestriction, "{} speaks GENEVE over UDP to its appliances.",
     "{}은(는) 어플라이언스와 UDP 위의 GENEVE로 통신합니다."},
    {Code::IgwDestinationAddressInVpcCidrs, "{} drops it: the destination lies in the VPC itself.",
     "대상 주소가 VPC 안에 있어 {}이(가) 패킷을 버립니다."},
    {Code::IgwDestinationAddressNotInRfc1918Egress,
     "{} drops it: the destination is a private address. A route for that range must lead elsewhere.",
     "대상이 사설 주소여서 {}이(가) 패킷을 버립니다. 그 범위의 라우팅을 다른 곳으로 보내십시오."},
    {Code::IgwDestinationAddressNotInRfc6598Egress, "{} drops it: the destination lies in 100.64.0.0/10.",
     "대상이 100.64.0.0/10에 있어 {}이(가) 패킷을 버립니다."},
    {Code::IgwNatReflection, "{} does not bring a packet back to its sender. Use the private address.",
     "{}은(는) 보낸 쪽으로 되돌려 주지 않습니다. 프라이빗 주소를 쓰십시오."},
    {Code::IgwPrivateIpAssociationForIngress,
     "Nobody reaches it through {}: it has no public IPv4 address. Give it one, or put a load balancer in front.",
     "퍼블릭 IPv4 주소가 없어 {}을(를) 통해 들어올 수 없습니다. 주소를 주거나 앞에 로드 밸런서를 두십시오."},
    {Code::IgwPublicIpAssociationForEgress,
     "{} drops it: the sender has no public IPv4 address. Route it through a NAT gateway, or give it an address.",
     "보내는 쪽에 퍼블릭 IPv4 주소가 없어 {}이(가) 패킷을 버립니다. NAT 게이트웨이를 거치게 하거나 주소를 주십시오."},
    {Code::IgwSourceAddressNotInRfc1918Ingress, "{} drops packets from private addresses.",
     "{}은(는) 사설 주소에서 온 패킷을 버립니다."},
    {Code::IgwSourceAddressNotInRfc6598Ingress, "{} drops packets from 100.64.0.0/10.",
     "{}은(는) 100.64.0.0/10에서 온 패킷을 버립니다."},
    {Code::NgwRequiresSourceInVpc, "{} serves its own VPC only. Put a NAT gateway into this VPC.",
     "{}은(는) 자기 VPC만 처리합니다. 이 VPC에 NAT 게이트웨이를 두십시오."},
    {Code::NoPath, "{} has no way for it: no internet gateway, or the routes lead in circles.",
     "{}에 길이 없습니다. 인터넷 게이트웨이가 없거나 라우팅이 돌고 있습니다."},
    {Code::NoPossibleDestination, "Nothing behind {} has the destination's address.",
     "{} 뒤에 대상 주소를 가진 것이 없습니다."},
    {Code::NoRouteToDestination, "{} has no route to the destination. Add one.",
     "{}에 대상으로 가는 라우팅이 없습니다. 라우팅을 추가하십시오."},
    {Code::PcxRequiresAddressInVpcCidr,
     "{} carries only between addresses of its two VPCs. Peer the VPCs directly, or use a transit gateway.",
     "{}은(는) 두 VPC의 주소 사이만 이어 줍니다. VPC를 직접 피어링하거나 Transit Gateway를 쓰십시오."},
    {Code::ProtocolRestriction, "{} passes TCP, UDP and ICMP over IPv4 only.",
     "{}은(는) IPv4의 TCP, UDP, ICMP만 통과시킵니다."},
    {Code::RegionalNgwRouteAzRestriction, "{} does not cover the zone of the sender. Add the zone.",
     "{}이(가) 보내는 쪽의 가용 영역을 포함하지 않습니다. 영역을 추가하십시오."},
    {Code::SgHasNoRules, "{} has no rule for this direction. Add one.",
     "{}에 이 방향의 규칙이 없습니다. 규칙을 추가하십시오."},
    {Code::SgReferencesNotPreserved,
     "{} admits the sender by its group, but on this way the packet loses it. Name the address range instead, or use "
     "the private address.",
     "{}은(는) 보낸 쪽의 보안 그룹을 허용하지만 이 경로에서는 그룹이 사라집니다. 주소 범위를 쓰거나 프라이빗 주소로 "
     "접속하십시오."},
    {Code::SgReferencingSupport,
     "{} names a group across a transit gateway that does not pass groups on. Switch referencing on at the gateway "
     "and both attachments, or name the address range.",
     "{}이(가) 그룹 참조를 전달하지 않는 Transit Gateway 너머의 그룹을 가리킵니다. 게이트웨이와 양쪽 연결에서 참조를 "
     "켜거나 주소 범위를 쓰십시오."},
    {Code::SubnetAclRestriction,
     "{} denies it. Allow the port there and, since network ACLs forget, the answer's ports 1024-65535 back.",
     "{}이(가) 거부합니다. 포트를 허용하고, 네트워크 ACL은 상태를 기억하지 않으므로 응답 포트 1024-65535도 "
     "허용하십시오."},
    {Code::TgwAttachMissingTgwRtbAssociation, "{} is associated with no route table of the transit gateway.",
     "{}이(가) Transit Gateway 라우팅 테이블에 연결되어 있지 않습니다."},
    {Code::TgwBadStateVpn, "The tunnel {} is down.", "터널 {}이(가) 끊겨 있습니다."},
    {Code::TgwRouteAzRestriction,
     "{} is not attached in the zone of the sender. Add a subnet of that zone to the attachment.",
     "{}이(가) 보내는 쪽의 가용 영역에 연결되어 있지 않습니다. 그 영역의 서브넷을 연결에 추가하십시오."},
    {Code::TgwRtbBadStateRoute, "A route of {} leads to something that is not there.",
     "{}의 라우팅이 없는 대상을 가리킵니다."},
    {Code::TgwRtbNoRouteToTgwAttachment, "{} has no route to the destination. Propagate the other side into it.",
     "{}에 대상으로 가는 라우팅이 없습니다. 상대 쪽을 전파하십시오."},
    {Code::UnknownDestination, "Nobody knows where {} is.", "{}의 위치를 알 수 없습니다."},
    {Code::VgwPrivateIpAssociationForEgress, "{} carries only what comes from its own VPC.",
     "{}은(는) 자기 VPC에서 온 것만 보냅니다."},
    {Code::VgwPrivateIpAssociationForIngress, "{} delivers into its own VPC only.",
     "{}은(는) 자기 VPC 안으로만 전달합니다."},
    {Code::VpcBlockPublicAccessEnabled, "Block Public Access of the VPC stops it at {}.",
     "VPC의 퍼블릭 액세스 차단이 {}에서 막습니다."},
    {Code::VpceGatewayEgressSourceAddressRestriction, "{} serves senders of its own VPC only.",
     "{}은(는) 자기 VPC에서 보낸 것만 처리합니다."},
    {Code::VpceGatewayProtocolRestriction, "{} passes TCP only.", "{}은(는) TCP만 통과시킵니다."},
    {Code::XEgressOnlyGateway, "{} lets connections out, never in.",
     "{}은(는) 나가는 연결만 허용하고 들어오는 연결은 막습니다."},
    {Code::XNatSameSubnet,
     "{} stands in the sender's own subnet: its packets come back to where they are. Put it into a public subnet.",
     "{}이(가) 보내는 쪽과 같은 서브넷에 있어 패킷이 제자리로 돌아옵니다. 퍼블릭 서브넷에 두십시오."},
    {Code::XNotPlaced, "{} stands in no subnet, so nobody knows which rules hold. Put it into one.",
     "{}이(가) 서브넷에 없어 어떤 규칙이 적용되는지 알 수 없습니다. 서브넷에 넣으십시오."},
    {Code::XReturnAsymmetric,
     "The answer leaves by {} with another address than the request came to, so the connection never forms. Route it "
     "back the way it came.",
     "응답이 {}을(를) 거쳐 요청과 다른 주소로 나가므로 연결이 이루어지지 않습니다. 온 길로 되돌려 보내십시오."},
    {Code::XNoWayBetween, "No tunnel or line leads to {}. Connect its site by VPN or Direct Connect.",
     "{}(으)로 가는 터널이나 전용선이 없습니다. VPN이나 Direct Connect로 사이트를 연결하십시오."},
    {Code::XRouteUnset, "A route of {} says no target.", "{}에 대상이 비어 있는 라우팅이 있습니다."},
    {Code::XServiceNotInVpc,
     "{} can only be reached from inside its VPC. Put the caller into the VPC, or give the target a public address.",
     "{}은(는) VPC 안에서만 접근할 수 있습니다. 호출하는 쪽을 VPC에 넣거나 대상에 퍼블릭 주소를 주십시오."},
};

ElementId elementOf(const std::string& id) {
    return ElementId(id.substr(0, id.find('/')));
}

Text named(const topology::Topology& topology, const std::string& id) {
    const ElementId element = elementOf(id);
    if (topology.diagram().element(ElementId(id))) return topology::nameOf(topology, ElementId(id));
    if (const diagram::Link* link = topology.diagram().link(LinkId(id)); link && !link->name.empty()) return link->name;
    if (!topology.diagram().element(element)) return Text{id, {}};
    const Text name = topology::nameOf(topology, element);
    const std::string part = id.size() > element.str().size() ? id.substr(element.str().size() + 1) : std::string();
    return part.empty() ? name : say("{} ({})", "{}({})", name, part);
}

} // namespace

Text nameOf(const topology::Topology& topology, const Network& network, Place place) {
    switch (place.kind) {
    case Kind::None:
    case Kind::Missing:
        return say("(nobody knows)", "(알 수 없음)");
    case Kind::Internet:
        return say("the internet", "인터넷");
    case Kind::Group:
        if (const std::string& id = network.groups[place.index].id; id.ends_with("/default"))
            return say("the default group of {}", "{}의 기본 보안 그룹", named(topology, elementOf(id).str()));
        break;
    default:
        break;
    }
    return named(topology, network.idOf(place));
}

Text explain(const topology::Topology& topology, const Network& network, const Blocker& blocker) {
    Text name = nameOf(topology, network, blocker.at);
    if (blocker.at.is(Kind::Vpc) && blocker.code == Code::NoRouteToDestination)
        name = say("the main route table of {}", "{}의 기본 라우팅 테이블", name);
    if (blocker.code == Code::EniSgRulesMismatch && blocker.at.is(Kind::Interface))
        return say("{} has no security group; it is assumed to admit what the drawn links need, and none needs this.",
                   "{}에 보안 그룹이 없습니다. 그려진 연결에 필요한 것만 허용한다고 보는데, 이 트래픽이 필요한 연결은 "
                   "없습니다.",
                   name);
    Text fact = Text{std::string(network::name(blocker.code)), {}};
    for (const Row& row : kRows)
        if (row.code == blocker.code) fact = say(row.en, row.ko, name);
    if (blocker.leg == Leg::Return) fact = say("On the way back: {}", "돌아오는 길: {}", fact);
    return fact;
}

Explanation explain(const topology::Topology& topology, const Network& network, const LinkWalk& walk) {
    const Flow& flow = walk.telling();
    // The whole thing, unless it matters which part of it.
    const auto end = [&](const std::string& id) {
        const bool part = walk.verdict == Verdict::Partial || !topology.diagram().element(elementOf(id));
        return named(topology, part ? id : elementOf(id).str());
    };
    const Text from = flow.from == "internet" ? say("The internet", "인터넷") : end(flow.from);
    const Text to = flow.to == "internet" ? say("the internet", "인터넷") : end(flow.to);
    Explanation out;
    switch (walk.verdict) {
    case Verdict::Reachable:
        out.verdict = walk.assumed ? say("{} reaches {}, as far as assumptions hold.",
                                         "가정이 맞다면 {}에서 {}에 연결됩니다.", from, to)
                                   : say("{} reaches {}.", "{}에서 {}에 연결됩니다.", from, to);
        break;
    case Verdict::Partial:
        out.verdict = say("{} reaches {} only in part.", "{}에서 {}에 일부만 연결됩니다.", from, to);
        break;
    case Verdict::Blocked:
        out.verdict = say("{} does not reach {}.", "{}에서 {}에 연결되지 않습니다.", from, to);
        break;
    case Verdict::Unknown:
        out.verdict =
            say("Whether {} reaches {} cannot be told yet.", "{}에서 {}에 연결되는지 아직 알 수 없습니다.", from, to);
        break;
    }
    for (const Blocker& blocker : flow.walk.blockers) out.reasons.push_back(explain(topology, network, blocker));
    if (flow.walk.verdict == Verdict::Partial && !flow.walk.clientPorts.empty())
        out.reasons.push_back(say("Only clients on ports {} get an answer.", "클라이언트 포트 {}만 응답을 받습니다.",
                                  flow.walk.clientPorts.text()));
    if (walk.degraded)
        out.reasons.push_back(
            say("Some nodes or targets of the load balancer are not reached: part of the clients time out.",
                "로드 밸런서의 일부 노드나 대상에 연결되지 않아 일부 클라이언트가 시간 초과됩니다."));
    if (walk.assumed)
        out.reasons.push_back(
            say("Something without a security group is assumed to admit exactly what the drawn links need.",
                "보안 그룹이 없는 요소는 그려진 연결에 필요한 것만 허용한다고 가정합니다."));
    return out;
}

} // namespace sky::network
