// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <vector>

namespace sky::cli {

std::span<const Command> commands() {
    static const std::vector<Command> kCommands{
        {"new",
         say("Create a project, empty or from a template.", "빈 프로젝트나 템플릿으로 새 프로젝트를 만듭니다."),
         {},
         say("skywright-cli new --template three-tier-web -o shop.skyw",
             "skywright-cli new --template three-tier-web -o shop.skyw"),
         prepareNew},
        {"info",
         say("Say what a project holds.", "프로젝트에 무엇이 들어 있는지 보여 줍니다."),
         {},
         say("skywright-cli info shop.skyw", ""),
         prepareInfo},
        {"convert",
         say("Read a project in one format and write it in another.",
             "한 형식의 프로젝트를 읽어 다른 형식으로 씁니다."),
         {},
         say("skywright-cli convert shop.skyw shop.json", ""),
         prepareConvert},
        {"export",
         say("Make a picture of a project: PNG, SVG or PDF.", "프로젝트의 그림을 PNG, SVG, PDF로 만듭니다."),
         {},
         say("skywright-cli export shop.skyw -o shop.png --title --legend", ""),
         prepareExport},
        {"layout",
         say("Tidy a project: place everything anew, or only what is named.",
             "프로젝트를 정돈합니다. 전부 또는 지정한 것만 다시 배치합니다."),
         {},
         say("skywright-cli layout shop.json --direction right -o tidy.json", ""),
         prepareLayout},
        {"validate",
         say("Check that a file is a sound project that fits the catalog.",
             "파일이 올바른 프로젝트이고 카탈로그에 맞는지 확인합니다."),
         say("the project can be read, but something in it does not fit the catalog",
             "프로젝트를 읽을 수 있지만 카탈로그에 맞지 않는 것이 있음"),
         say("skywright-cli validate shop.json", ""), prepareValidate},
        {"reach",
         say("Walk a packet from one thing to another, and say what stops it.",
             "한 요소에서 다른 요소로 패킷을 보내 보고 무엇이 막는지 보여 줍니다."),
         say("the packet does not get there, gets there only in part, or nobody can tell",
             "패킷이 도착하지 않거나 일부만 도착하거나 알 수 없음"),
         say("skywright-cli reach shop.skyw --from internet --to alb --port 443", ""), prepareReach},
        {"catalog",
         say("List the services, or describe one of them.", "서비스 목록을 보거나 서비스 하나를 설명합니다."),
         {},
         say("skywright-cli catalog ec2", ""),
         prepareCatalog},
        {"schema",
         say("Print the JSON Schema of projects.", "프로젝트의 JSON 스키마를 출력합니다."),
         {},
         say("skywright-cli schema > skywright-1.schema.json", ""),
         prepareSchema},
        {"completion",
         say("Print the completion script of a shell.", "셸 자동 완성 스크립트를 출력합니다."),
         {},
         say("source <(skywright-cli completion bash)", ""),
         prepareCompletion},
    };
    return kCommands;
}

} // namespace sky::cli
