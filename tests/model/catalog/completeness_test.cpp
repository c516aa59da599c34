// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing of the catalog is half there: every service has its texts, a place, a price or the reason for none, a state
// in its life cycle and a page that explains it; and whatever a course names is found, by its old and its new name.
// (That each has an icon is seen to where icons are read: tests/model/picture/icons_test.cpp.)
#include "catalog/catalog.h"
#include "catalog/explanation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace sky;
using namespace sky::catalog;
using testing::HasSubstr;

namespace {

const Catalog& catalog() {
    return Catalog::builtin();
}

bool both(const Text& text) {
    return !text.en.empty() && !text.ko.empty();
}

std::size_t sentences(const std::string& text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((text[i] == '.' || text[i] == '?' || text[i] == '!') && (i + 1 == text.size() || text[i + 1] == ' '))
            ++count;
    return count;
}

TEST(Completeness, EveryServiceHasAPriceOrTheReasonForNone) {
    for (const Service& each : catalog().services()) {
        const Pricing& pricing = each.pricing;
        EXPECT_TRUE(!pricing.items.empty() || both(pricing.free) || both(pricing.unknown)) << each.key;
        EXPECT_TRUE(pricing.free.empty() || both(pricing.free)) << each.key;
        EXPECT_TRUE(pricing.unknown.empty() || both(pricing.unknown)) << each.key;
        EXPECT_TRUE(pricing.items.empty() || pricing.free.empty()) << each.key << " is both billed and free";
    }
}

TEST(Completeness, WhatIsNotCurrentHasADateASourceAndAWayOut) {
    for (const Service& each : catalog().services()) {
        const Lifecycle& lifecycle = each.lifecycle;
        if (lifecycle.state == LifecycleState::Current) continue;
        EXPECT_EQ(lifecycle.since.size(), 10u) << each.key;
        EXPECT_FALSE(lifecycle.source.empty()) << each.key;
        EXPECT_TRUE(both(lifecycle.note)) << each.key;
        if (lifecycle.state == LifecycleState::Renamed) {
            EXPECT_FALSE(lifecycle.formerly.empty()) << each.key;
            continue;
        }
        const Service* successor = catalog().find(lifecycle.successor);
        ASSERT_NE(successor, nullptr) << each.key << " leads nowhere";
        EXPECT_TRUE(successor->lifecycle.state == LifecycleState::Current ||
                    successor->lifecycle.state == LifecycleState::Renamed)
            << each.key << " leads to " << successor->key << ", which is no way out";
    }
}

TEST(Completeness, TheStatesAreThoseOfAws) {
    const auto state = [](const char* key) { return catalog().find(key)->lifecycle.state; };
    EXPECT_EQ(state("ec2"), LifecycleState::Current);
    EXPECT_EQ(state("swf"), LifecycleState::Current);
    EXPECT_EQ(state("clb"), LifecycleState::Previous);
    EXPECT_EQ(state("cloudsearch"), LifecycleState::Closed);
    EXPECT_EQ(state("snowball"), LifecycleState::Closed);
    EXPECT_EQ(state("elastic-transcoder"), LifecycleState::Ended);
    EXPECT_EQ(state("kinesis-analytics"), LifecycleState::Renamed);
    EXPECT_EQ(catalog().find("elastic-transcoder")->lifecycle.since, "2025-11-13");
    EXPECT_EQ(catalog().find("elastic-transcoder")->lifecycle.successor, "mediaconvert");
}

TEST(Completeness, EveryServiceCanStandSomewhereOnThePage) {
    std::set<std::string> reached{"page"};
    for (bool grown = true; grown;) {
        grown = false;
        for (const Service& each : catalog().services())
            if (!reached.count(each.key) && std::any_of(each.parents.begin(), each.parents.end(),
                                                        [&](const auto& parent) { return reached.count(parent) > 0; }))
                grown = reached.insert(each.key).second;
    }
    for (const Service& each : catalog().services()) EXPECT_TRUE(reached.count(each.key)) << each.key;
}

TEST(Completeness, EveryServiceAndKindOfLinkIsExplained) {
    std::set<std::string> pages;
    const auto expectPage = [&](const std::string& key) {
        const auto page = explanationOf(key);
        ASSERT_TRUE(page.has_value()) << key << " has no explanation";
        pages.insert("explanations/" + key + ".json");
        for (const std::string& text : {page->text.en, page->text.ko}) {
            EXPECT_GE(sentences(text), 3u) << key << ": " << text;
            EXPECT_LE(sentences(text), 10u) << key << ": " << text;
        }
        for (const WhatChanged& change : page->changed) EXPECT_TRUE(both(change.was) && both(change.now)) << key;
    };
    for (const Service& each : catalog().services()) expectPage(each.key);
    for (const LinkType& each : catalog().linkTypes()) expectPage(each.key);
    for (const Catalog::File& file : Catalog::builtinFiles())
        if (file.name.rfind("explanations/", 0) == 0) {
            EXPECT_TRUE(pages.count(file.name)) << file.name << " explains nothing there is";
        }
}

TEST(Completeness, PagesOfWhatIsNotCurrentSayWhatChanged) {
    for (const Service& each : catalog().services())
        if (each.lifecycle.state != LifecycleState::Current) {
            EXPECT_FALSE(explanationOf(each.key)->changed.empty()) << each.key;
        }
}

struct Name {
    const char* name;
    const char* key;
};

TEST(Completeness, WhateverACourseNamesIsThere) {
    const Name names[] = {
        {"Amazon EC2", "ec2"},
        {"Amazon EC2 Auto Scaling", "auto-scaling-group"},
        {"Amazon Lightsail", "lightsail"},
        {"Amazon WorkSpaces", "workspaces"},
        {"Amazon Machine Image (AMI)", "ami"},
        {"Elastic IP address", "elastic-ip"},
        {"탄력적 IP 주소", "elastic-ip"},
        {"Elastic network interface", "network-interface"},
        {"Instance store", "instance-store"},
        {"인스턴스 스토어", "instance-store"},
        {"AWS Lambda", "lambda"},
        {"Elastic Container Service", "ecs"},
        {"Kubernetes", "eks"},
        {"AWS Fargate", "fargate"},
        {"Elastic Beanstalk", "elastic-beanstalk"},
        {"Amazon Route 53", "route53"},
        {"Amazon VPC", "vpc"},
        {"Subnet", "subnet"},
        {"서브넷", "subnet"},
        {"Internet gateway", "internet-gateway"},
        {"NAT gateway", "nat-gateway"},
        {"Route table", "route-table"},
        {"Security group", "security-group"},
        {"Network ACL", "network-acl"},
        {"VPC peering", "vpc"},
        {"AWS Transit Gateway", "transit-gateway"},
        {"Site-to-Site VPN", "vpn-gateway"},
        {"Direct Connect", "customer-gateway"},
        {"Customer gateway", "customer-gateway"},
        {"On-premises data center", "on-premises"},
        {"온프레미스 데이터 센터", "on-premises"},
        {"Application Load Balancer", "alb"},
        {"Network Load Balancer", "nlb"},
        {"Classic Load Balancer", "clb"},
        {"Gateway Load Balancer", "gwlb"},
        {"Amazon API Gateway", "api-gateway"},
        {"Amazon CloudFront", "cloudfront"},
        {"Edge location", "edge-location"},
        {"AWS Global Accelerator", "global-accelerator"},
        {"Amazon S3", "s3"},
        {"Amazon S3 Glacier", "s3-glacier"},
        {"Amazon Glacier", "s3-glacier"},
        {"Amazon EBS", "ebs"},
        {"EBS snapshot", "ebs-snapshot"},
        {"Amazon EFS", "efs"},
        {"AWS Storage Gateway", "storage-gateway"},
        {"AWS Snowball", "snowball"},
        {"AWS Import/Export", "snowball"},
        {"Amazon RDS", "rds"},
        {"Amazon RDS for MySQL", "rds"},
        {"Amazon RDS for PostgreSQL", "rds"},
        {"Amazon RDS for MariaDB", "rds"},
        {"Amazon RDS for Oracle", "rds"},
        {"Amazon RDS for SQL Server", "rds"},
        {"Amazon RDS for Db2", "rds"},
        {"Amazon Aurora", "aurora"},
        {"Amazon DynamoDB", "dynamodb"},
        {"Amazon ElastiCache", "elasticache"},
        {"ElastiCache for Redis OSS", "elasticache"},
        {"ElastiCache for Memcached", "elasticache"},
        {"Amazon Kinesis Data Streams", "kinesis"},
        {"Amazon Kinesis Data Analytics", "kinesis-analytics"},
        {"Amazon Managed Service for Apache Flink", "kinesis-analytics"},
        {"Amazon Redshift", "redshift"},
        {"Amazon EMR", "emr"},
        {"Amazon CloudSearch", "cloudsearch"},
        {"Amazon OpenSearch Service", "opensearch"},
        {"Amazon Elasticsearch Service", "opensearch"},
        {"Amazon SQS", "sqs"},
        {"Amazon SNS", "sns"},
        {"Amazon SWF", "swf"},
        {"AWS Step Functions", "step-functions"},
        {"Amazon SES", "ses"},
        {"Amazon Elastic Transcoder", "elastic-transcoder"},
        {"AWS Elemental MediaConvert", "mediaconvert"},
        {"AWS DataSync", "datasync"},
        {"AWS Identity and Access Management (IAM)", "iam"},
        {"Amazon GuardDuty", "guardduty"},
        {"AWS Shield", "shield"},
        {"AWS WAF", "waf"},
        {"AWS Key Management Service", "kms"},
        {"AWS Directory Service", "directory-service"},
        {"Amazon CloudWatch", "cloudwatch"},
        {"AWS CloudFormation", "cloudformation"},
        {"AWS CloudTrail", "cloudtrail"},
        {"AWS Config", "config"},
        {"AWS IoT Core", "iot-core"},
        {"Amazon SageMaker", "sagemaker"},
        {"Amazon SageMaker AI", "sagemaker"},
        {"AWS Marketplace", "marketplace"},
        {"Key pair", "key-pair"},
        {"Launch template", "launch-template"},
        {"Launch configuration", "launch-template"},
        {"Amazon Bedrock", "bedrock"},
        {"Region", "region"},
        {"Availability Zone", "az"},
        {"Users", "users"},
    };
    for (const Name& each : names) {
        const Service* service = catalog().named(each.name);
        ASSERT_NE(service, nullptr) << each.name;
        EXPECT_EQ(service->key, each.key) << each.name;
        const auto found = catalog().search(each.name);
        const auto is = [&](const Service* one) { return one->key == each.key; };
        EXPECT_TRUE(std::any_of(found.begin(), found.end(), is)) << "search does not find " << each.name;
    }
    // Words of more than one: each of them is found, and none is taken for the other.
    for (const char* word : {"target group", "대상 그룹"}) {
        EXPECT_EQ(catalog().named(word), nullptr) << word;
        std::set<std::string> keys;
        for (const Service* one : catalog().search(word)) keys.insert(one->key);
        for (const char* key : {"alb", "nlb", "clb", "gwlb"}) EXPECT_TRUE(keys.count(key)) << word << " " << key;
    }
    EXPECT_EQ(catalog().named(""), nullptr);
    EXPECT_EQ(catalog().named("no such thing"), nullptr);
}

TEST(Explanations, MistakesNameFileAndPlace) {
    const auto errorOf = [](std::string_view text) {
        const auto read = readExplanation({"explanations/x.json", text});
        return read ? std::string("read without an error") : read.error().in(Language::English);
    };
    EXPECT_THAT(errorOf("{}"), HasSubstr("explanations/x.json: \"text\" is missing"));
    EXPECT_THAT(errorOf(R"({"text": {"en": "a"}})"), HasSubstr("explanations/x.json: text: \"ko\" is missing"));
    EXPECT_THAT(errorOf(R"({"text": {"en": "a", "ko": "b"}, "more": 1})"), HasSubstr("explanations/x.json: more"));
    EXPECT_THAT(errorOf(R"({"text": {"en": "a", "ko": "b"}, "changed": [{"was": {"en": "a", "ko": "b"},
        "now": {"en": "a", "ko": "b"}, "since": "last year", "source": "x"}]})"),
                HasSubstr("explanations/x.json: changed[0].since: \"last year\" is no date"));
    EXPECT_THAT(errorOf("nonsense"), HasSubstr("explanations/x.json:1: not JSON"));
    EXPECT_FALSE(explanationOf("no-such-thing").has_value());
    EXPECT_FALSE(explanationOf("").has_value());
}

} // namespace
