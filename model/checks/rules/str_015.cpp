// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"
#include "edit/connect.h"

#include <algorithm>

namespace sky::checks {

static void checkStr015(Ask& ask, const Wire& it) {
    const catalog::Service* from = it.from().service();
    const catalog::Service* to = it.to().service();
    if (!it.link().kind || !from || !to || it.from().plays(role::kWebFilter)) return; // web filters: SEC-005
    const std::vector<LinkKind> kinds = ask.catalog().kindsBetween(*from, *to);
    if (kinds.empty() || std::find(kinds.begin(), kinds.end(), *it.link().kind) != kinds.end()) return;
    Text possible;
    for (const LinkKind kind : kinds) {
        const Text& name = ask.catalog().linkType(kind).name;
        possible.en += (possible.en.empty() ? "" : ", ") + name.en;
        possible.ko += (possible.ko.empty() ? "" : ", ") + name.in(Language::Korean);
    }
    ask.found(it, "A link of kind “{}” cannot lead from {} to {}. Possible: {}.",
              "‘{}’ 연결은 {}에서 {}(으)로 이을 수 없습니다. 가능한 종류: {}.",
              ask.catalog().linkType(*it.link().kind).name, it.from(), it.to(), possible)
        .fix(say("Make it “{}”", "‘{}’(으)로 바꾸기", ask.catalog().linkType(kinds.front()).name),
             mends::built([id = it.id()](const diagram::Diagram& diagram, const catalog::Catalog& catalog) {
                 return edit::setKind(diagram, catalog, {id}, std::nullopt);
             }));
}

extern const Rule kStr015{
    .id = "STR-015",
    .severity = Severity::Error,
    .pillar = Pillar::Structure,
    .title = {"A link of a kind that cannot be there", "거기에 있을 수 없는 종류의 연결"},
    .why = {"Each kind of link has ends it can join: a VPN joins a customer gateway and a gateway, a volume attaches "
            "to an instance.",
            "연결의 종류마다 이을 수 있는 양 끝이 정해져 있습니다. VPN은 고객 게이트웨이와 게이트웨이를 잇고, 볼륨은 "
            "인스턴스에 연결됩니다."},
    .mend = {"Choose a kind that fits, or put what is missing between the two.",
             "맞는 종류를 고르거나 둘 사이에 빠진 것을 넣으세요."},
    .page = "https://docs.aws.amazon.com/vpc/latest/userguide/how-it-works.html",
    .on = "link:any",
    .checkLink = checkStr015,
};

} // namespace sky::checks
