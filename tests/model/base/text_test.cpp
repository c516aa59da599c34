// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/korean.h"
#include "base/result.h"
#include "base/text.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace sky;
using korean::LastSound;

namespace {

std::string inKorean(const char* pattern, const TextArgument& argument) {
    return fill("{}", pattern, {argument}).ko;
}

} // namespace

TEST(Say, FillsBothLanguagesInOrder) {
    const Text text = say("“{}” allows {} but has {}.", "“{}”은(는) {}까지인데 {}입니다.", "web", 3, std::string("4"));
    EXPECT_EQ(text.en, "“web” allows 3 but has 4.");
    EXPECT_EQ(text.ko, "“web”은 3까지인데 4입니다.");
}

TEST(Say, NumberedArgumentsLetALanguageChooseItsOrder) {
    const Text text = say("{} of {}", "{2}의 {1}을(를)", "port", "웹");
    EXPECT_EQ(text.en, "port of 웹");
    EXPECT_EQ(text.ko, "웹의 port를");
}

TEST(Say, TextsAreFilledInTheirOwnLanguage) {
    const Text text = say("{} is gone", "{}이(가) 없습니다", Text{"subnet", "서브넷"});
    EXPECT_EQ(text.en, "subnet is gone");
    EXPECT_EQ(text.ko, "서브넷이 없습니다");
    EXPECT_EQ(say("{}", "{}", Text{"alone", ""}).ko, "alone");
}

TEST(Say, WhatIsFilledInIsNeverReadAsAPattern) {
    EXPECT_EQ(say("{} {}", "{} {}", "{}", "이(가)").en, "{} 이(가)");
    EXPECT_EQ(say("{} {}", "{} {}", "{}", "이(가)").ko, "{} 이(가)");
    EXPECT_EQ(say("{a} {", "{a} {").en, "{a} {");
    EXPECT_EQ(say("{}", "{}", std::int64_t{INT64_MIN}).en, "-9223372036854775808");
    EXPECT_EQ(say("{}", "{}", std::uint64_t{UINT64_MAX}).en, "18446744073709551615");
}

TEST(Say, AMissingArgumentIsABug) {
    EXPECT_DEATH((void)say("{} {}", "", "one"), "without its argument");
}

TEST(Particles, FollowTheFinalOfHangul) {
    EXPECT_EQ(inKorean("{}이(가)", "서브넷"), "서브넷이");
    EXPECT_EQ(inKorean("{}이(가)", "게이트웨이"), "게이트웨이가");
    EXPECT_EQ(inKorean("{}은(는)", "웹"), "웹은");
    EXPECT_EQ(inKorean("{}을(를)", "라우팅 테이블"), "라우팅 테이블을");
    EXPECT_EQ(inKorean("{}과(와)", "서버"), "서버와");
    EXPECT_EQ(inKorean("{}(으)로", "서버"), "서버로");
    EXPECT_EQ(inKorean("{}(으)로", "서울"), "서울로");
    EXPECT_EQ(inKorean("{}(으)로", "도쿄 리전"), "도쿄 리전으로");
    EXPECT_EQ(inKorean("{}(이)라", "서울"), "서울이라");
    EXPECT_EQ(inKorean("{}(이)며", "버지니아"), "버지니아며");
    EXPECT_EQ(inKorean("{}(이)나", "리전"), "리전이나");
}

TEST(Particles, FollowNumbersAsTheyAreRead) {
    const std::vector<std::pair<const char*, const char*>> cases = {{"0", "0이"},
                                                                    {"1", "1이"},
                                                                    {"2", "2가"},
                                                                    {"3", "3이"},
                                                                    {"4", "4가"},
                                                                    {"5", "5가"},
                                                                    {"6", "6이"},
                                                                    {"7", "7이"},
                                                                    {"8", "8이"},
                                                                    {"9", "9가"},
                                                                    {"10", "10이"},
                                                                    {"2000", "2000이"},
                                                                    {"1000000000000", "1000000000000가"},
                                                                    {"0.0", "0.0이"},
                                                                    {"10.0.0.0/16", "10.0.0.0/16이"},
                                                                    {"80%", "80%가"},
                                                                    {"30s", "30s가"},
                                                                    {"2h", "2h이"},
                                                                    {"20m", "20m이"}};
    for (const auto& [text, expected] : cases) EXPECT_EQ(inKorean("{}이(가)", text), expected);
    EXPECT_EQ(inKorean("{}(으)로", 1), "1로");
    EXPECT_EQ(inKorean("{}(으)로", 3), "3으로");
    EXPECT_EQ(inKorean("{}(으)로", 10), "10으로");
    EXPECT_EQ(inKorean("{}(으)로", "3d"), "3d로");
}

TEST(Particles, FollowLatinNamesAsTheyAreRead) {
    for (const char* closed : {"L",      "M",   "N",      "R",      "ECR",      "MySQL",       "CDN",
                               "cdn",    "web", "subnet", "bucket", "EC2 role", "route table", "zone",
                               "stream", "s3",  "Amazon", "my-app", "rt-pub",   "routing",     "lock"})
        EXPECT_EQ(inKorean("{}을(를)", closed), std::string(closed) + "을");
    for (const char* open :
         {"A",       "ALB", "RDS", "EC2",    "VPC",      "DynamoDB", "CloudFront", "cache", "gateway", "orders",
          "network", "db",  "vpc", "server", "database", "a",        "queue",      "20GiB", "5USD",    "10Gbps"})
        EXPECT_EQ(inKorean("{}을(를)", open), std::string(open) + "를");
    EXPECT_EQ(inKorean("{}(으)로", "SQL"), "SQL로");
    EXPECT_EQ(inKorean("{}(으)로", "role"), "role로");
    EXPECT_EQ(inKorean("{}(으)로", "web"), "web으로");
}

TEST(Particles, SkipClosingBracketsAndQuotes) {
    EXPECT_EQ(inKorean("“{}”이(가)", "서브넷"), "“서브넷”이");
    EXPECT_EQ(inKorean("{}이(가)", "서버 (예비)"), "서버 (예비)가");
    EXPECT_EQ(inKorean("'{}'(으)로", "서울"), "'서울'로");
    EXPECT_EQ(inKorean("{}은(는)", "「웹」"), "「웹」은");
}

TEST(Particles, KeepBothFormsWhereTheSoundIsUnknown) {
    EXPECT_EQ(inKorean("{}이(가)", "漢"), "漢이(가)");
    EXPECT_EQ(inKorean("{}이(가)", ""), "이(가)");
    EXPECT_EQ(inKorean("{}을(를)", "\xFF"), "\xFF을(를)");
}

TEST(LastSound, LooksAtTheEndOnly) {
    EXPECT_EQ(korean::lastSound(std::string(1'000'000, '(') + "서울"), LastSound::Rieul);
    EXPECT_EQ(korean::lastSound("ㄹ"), LastSound::Rieul);
    EXPECT_EQ(korean::lastSound("ㄱ"), LastSound::Consonant);
    EXPECT_EQ(korean::lastSound("ㅏ"), LastSound::Vowel);
}

TEST(Errors, AreOneLineInEachLanguage) {
    const Error error{ErrorCode::Invalid, "elements[3].cidr",
                      say("“{}” is no block.", "“{}”은(는) 블록이 아닙니다.", "10"),
                      say("Write 10.0.0.0/8.", "10.0.0.0/8을 쓰십시오.")};
    EXPECT_EQ(error.in(Language::English), "elements[3].cidr: “10” is no block. Write 10.0.0.0/8.");
    EXPECT_EQ(error.in(Language::Korean), "elements[3].cidr: “10”은 블록이 아닙니다. 10.0.0.0/8을 쓰십시오.");
}
