// SPDX-License-Identifier: GPL-3.0-or-later
// The palette's search finds in both languages at once, while the word is still being typed.
#include "catalog/catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace sky::catalog;
using testing::Contains;
using testing::IsEmpty;

namespace {

std::vector<std::string> found(std::string_view words) {
    std::vector<std::string> keys;
    for (const Service* service : Catalog::builtin().search(words)) keys.push_back(service->key);
    return keys;
}

std::string first(std::string_view words) {
    const auto keys = found(words);
    return keys.empty() ? "nothing" : keys.front();
}

TEST(Search, FindsByShortNameFullNameAndKey) {
    EXPECT_EQ(first("EC2"), "ec2");
    EXPECT_EQ(first("s3"), "s3");
    EXPECT_EQ(first("rds"), "rds");
    EXPECT_EQ(first("Amazon SQS"), "sqs");
    EXPECT_EQ(first("nat-gateway"), "nat-gateway");
    EXPECT_EQ(first("route 53"), "route53");
    EXPECT_EQ(first("alb"), "alb");
}

TEST(Search, FindsByKoreanNamesAndTheWordsPeopleUse) {
    EXPECT_THAT(found("로드밸런서"), Contains("alb"));
    EXPECT_THAT(found("로드밸런서"), Contains("nlb"));
    EXPECT_EQ(first("디비"), "aurora"); // equally good ones in the order of their keys
    EXPECT_THAT(found("디비"), Contains("rds"));
    EXPECT_EQ(first("서브넷"), "subnet");
    EXPECT_EQ(first("보안 그룹"), "security-group");
    EXPECT_EQ(first("람다"), "lambda");
    EXPECT_EQ(first("대기열"), "sqs");
    EXPECT_EQ(first("사용자"), "users");
    EXPECT_THAT(found("elb"), Contains("alb"));
    EXPECT_THAT(found("elb"), Contains("nlb"));
}

TEST(Search, FindsWhileASyllableIsBeingComposed) {
    for (const char* typed : {"로", "롣", "로드", "로듭", "로드배", "로드밸", "로드밸러", "로드밸런", "로드밸런ㅅ"})
        EXPECT_THAT(found(typed), Contains("alb")) << typed;
    for (const char* typed : {"ㅅ", "서", "섭", "서브", "서븐", "서브네"})
        EXPECT_THAT(found(typed), Contains("subnet")) << typed;
}

TEST(Search, FindsByInitialConsonants) {
    EXPECT_THAT(found("ㄹㄷ"), Contains("alb"));
    EXPECT_THAT(found("ㄹㄷㅂㄹㅅ"), Contains("alb"));
    EXPECT_EQ(first("ㅅㅂㄴ"), "subnet");
    EXPECT_THAT(found("ㅂㅇㄱㄹ"), Contains("security-group"));
}

TEST(Search, APrefixComesBeforeAMiddleAndANameBeforeADescription) {
    const auto keys = found("gateway");
    ASSERT_GE(keys.size(), 4u);
    EXPECT_EQ(first("network"), "vpc"); // its alias; network ACL and interface follow
    EXPECT_THAT(keys, Contains("internet-gateway"));
    EXPECT_EQ(first("nat"), "nat-gateway");
}

TEST(Search, SeveralWordsMustAllBeFound) {
    EXPECT_EQ(first("public subnet"), "subnet");
    EXPECT_EQ(first("gateway nat"), "nat-gateway");
    EXPECT_THAT(found("subnet zebra"), IsEmpty());
}

TEST(Search, FindsPresetsUnderTheirOwnNames) {
    const auto matches = Catalog::builtin().searchPalette("postgresql");
    ASSERT_FALSE(matches.empty());
    ASSERT_NE(matches.front().preset, nullptr);
    EXPECT_THAT(found("postgresql"), Contains("rds"));
    EXPECT_EQ(first("redis"), "elasticache");
    EXPECT_EQ(first("퍼블릭 서브넷"), "subnet");
    EXPECT_EQ(Catalog::builtin().searchPalette("퍼블릭 서브넷").front().preset->key, "public-subnet");
}

TEST(Search, NothingIsFoundForNothing) {
    EXPECT_THAT(found(""), IsEmpty());
    EXPECT_THAT(found("   "), IsEmpty());
    EXPECT_THAT(found("zzzzqq"), IsEmpty());
    EXPECT_THAT(found("\xff\xfe"), IsEmpty());
    EXPECT_THAT(found(std::string(100000, 'a')), IsEmpty());
}

TEST(Search, TheNearestKeyOfAMistypedOne) {
    EXPECT_EQ(Catalog::builtin().nearestKey("nat-gatway"), "nat-gateway");
    EXPECT_EQ(Catalog::builtin().nearestKey("dynamo"), "dynamodb");
    EXPECT_EQ(Catalog::builtin().nearestKey("mysql"), "aurora");
    EXPECT_EQ(Catalog::builtin().nearestKey("qwertyuiopasdf"), "");
}

} // namespace
