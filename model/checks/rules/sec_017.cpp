// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/rule.h"

namespace sky::checks {

static void checkSec017(Ask& ask, const Thing& it) {
    if (it.saidIs("credentials", "password") != Truth::Yes || it.callers().empty()) return;
    for (const Thing& other : it.referring())
        if (other.isService("secrets-manager")) return;
    std::vector<Thing> clients;
    for (const Wire& call : it.callers()) clients.push_back(call.from());
    ask.found(it, "{} log in to {} with a password that no secret store keeps.",
              "{}이(가) 비밀 저장소에 없는 암호로 {}에 접속합니다.", clients, it)
        .fixBySetting(it, "credentials", std::string("secrets-manager"));
}

extern const Rule kSec017{
    .id = "SEC-017",
    .severity = Severity::Warning,
    .pillar = Pillar::Security,
    .title = {"A database password kept nowhere", "어디에도 보관되지 않은 데이터베이스 암호"},
    .why = {"A password that is not in a secret store ends up in code, in images and in chats, and is never changed.",
            "비밀 저장소에 없는 암호는 코드, 이미지, 대화에 남고 바뀌지 않습니다."},
    .mend = {"Keep it in Secrets Manager with rotation, or log in with IAM.",
             "Secrets Manager에 보관하고 주기적으로 바꾸거나 IAM으로 접속하세요."},
    .page = "https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html",
    .anchors = "checkov:CKV_AWS_45 securityhub:ECS.8",
    .on = "trait:store",
    .checkElement = checkSec017,
};

} // namespace sky::checks
