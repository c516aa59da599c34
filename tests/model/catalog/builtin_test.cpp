// SPDX-License-Identifier: GPL-3.0-or-later
// The data that comes with the program is complete and means what SEMANTICS says.
#include "catalog/catalog.h"

#include "catalog/roles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace sky;
using namespace sky::catalog;

namespace {

const Catalog& catalog() {
    return Catalog::builtin();
}

const Service& service(std::string_view key) {
    const Service* found = catalog().find(key);
    EXPECT_NE(found, nullptr) << key;
    return *found;
}

bool both(const Text& text) {
    return !text.en.empty() && !text.ko.empty();
}

TEST(BuiltinCatalog, ReadsWithoutAnError) {
    const auto read = Catalog::read(Catalog::builtinFiles());
    ASSERT_TRUE(read.ok()) << read.error().in(Language::English);
    EXPECT_GE(read->services().size(), 10u);
}

TEST(BuiltinCatalog, EveryServiceSpeaksBothLanguages) {
    for (const Service& each : catalog().services()) {
        EXPECT_TRUE(both(each.name)) << each.key;
        EXPECT_TRUE(both(each.shortName)) << each.key;
        EXPECT_TRUE(both(each.description)) << each.key;
        EXPECT_FALSE(each.parents.empty()) << each.key;
        EXPECT_FALSE(each.aliases.empty()) << each.key;
        EXPECT_NE(catalog().category(each.category), nullptr) << each.key;
        for (const Preset& preset : each.presets)
            EXPECT_TRUE(both(preset.name) && both(preset.description)) << preset.key;
    }
}

void expectComplete(const Property& property, const std::string& of) {
    EXPECT_FALSE(property.label.en.empty()) << of << " " << property.key;
    EXPECT_FALSE(property.label.ko.empty()) << of << " " << property.key;
    EXPECT_EQ(property.help.en.empty(), property.help.ko.empty()) << of << " " << property.key;
    EXPECT_EQ(property.whenUnset.en.empty(), property.whenUnset.ko.empty()) << of << " " << property.key;
    EXPECT_TRUE(property.byDefault.has_value() == false || !property.source.empty())
        << of << " " << property.key << " has a default from nowhere";
    for (const Property& field : property.fields) expectComplete(field, of + " " + property.key);
}

TEST(BuiltinCatalog, EveryPropertyIsNamedAndEveryDefaultHasASource) {
    for (const Service& each : catalog().services())
        for (const Property& property : each.properties) expectComplete(property, each.key);
    for (const LinkType& each : catalog().linkTypes())
        for (const Property& property : each.properties) expectComplete(property, each.key);
    for (const Property& property : catalog().projectProperties()) expectComplete(property, "project");
}

TEST(BuiltinCatalog, HasTheFirstServices) {
    for (const char* key : {"users",
                            "cloud",
                            "region",
                            "az",
                            "vpc",
                            "subnet",
                            "internet-gateway",
                            "nat-gateway",
                            "route-table",
                            "security-group",
                            "network-acl",
                            "vpc-endpoint",
                            "ec2",
                            "auto-scaling-group",
                            "alb",
                            "nlb",
                            "elastic-ip",
                            "ebs",
                            "efs",
                            "s3",
                            "rds",
                            "aurora",
                            "dynamodb",
                            "elasticache",
                            "cloudfront",
                            "route53",
                            "lambda",
                            "api-gateway",
                            "sqs",
                            "sns",
                            "external",
                            "on-premises",
                            "customer-gateway",
                            "vpn-gateway",
                            "transit-gateway",
                            "egress-only-gateway",
                            "network-interface",
                            "waf",
                            "certificate",
                            "iam-role",
                            "account",
                            "generic-group",
                            "text",
                            "note",
                            "step"})
        EXPECT_NE(catalog().find(key), nullptr) << key;
    EXPECT_EQ(catalog().find("elb"), nullptr);
}

TEST(BuiltinCatalog, EveryWorkingServiceTakesPartInTheLinkTable) {
    for (const Service& each : catalog().services()) {
        EXPECT_EQ(catalog().kindsBetween(each, service("note")).back(), LinkKind::Plain) << each.key;
        if (!each.traits.hasAny(Trait::Caller | Trait::Station | Trait::Splitter | Trait::Store | Trait::Queue))
            continue;
        bool linked = false;
        for (const Service& other : catalog().services())
            linked = linked || catalog().kindsBetween(each, other).size() > 1 ||
                     catalog().kindsBetween(other, each).size() > 1;
        EXPECT_TRUE(linked) << each.key;
    }
}

LinkKind kindOf(std::string_view from, std::string_view to) {
    return catalog().kindsBetween(service(from), service(to)).front();
}

TEST(BuiltinCatalog, TheFirstKindThatFitsIsTheOneOfTheTable) {
    EXPECT_EQ(kindOf("users", "route53"), LinkKind::Traffic);
    EXPECT_EQ(kindOf("route53", "cloudfront"), LinkKind::Traffic);
    EXPECT_EQ(kindOf("cloudfront", "s3"), LinkKind::Traffic);
    EXPECT_EQ(kindOf("alb", "auto-scaling-group"), LinkKind::Traffic);
    EXPECT_EQ(kindOf("auto-scaling-group", "rds"), LinkKind::Traffic);
    EXPECT_EQ(kindOf("ec2", "elasticache"), LinkKind::Traffic);
    EXPECT_EQ(kindOf("api-gateway", "lambda"), LinkKind::Traffic);
    EXPECT_EQ(kindOf("lambda", "sqs"), LinkKind::Traffic);
    EXPECT_EQ(kindOf("sqs", "lambda"), LinkKind::Event);
    EXPECT_EQ(kindOf("sns", "sqs"), LinkKind::Event);
    EXPECT_EQ(kindOf("s3", "lambda"), LinkKind::Event);
    EXPECT_EQ(kindOf("rds", "rds"), LinkKind::Replication);
    EXPECT_EQ(kindOf("s3", "s3"), LinkKind::Replication);
    EXPECT_EQ(kindOf("rds", "s3"), LinkKind::Plain);
    EXPECT_EQ(kindOf("ebs", "ec2"), LinkKind::Attach);
    EXPECT_EQ(kindOf("elastic-ip", "nat-gateway"), LinkKind::Attach);
    EXPECT_EQ(kindOf("elastic-ip", "nlb"), LinkKind::Attach);
    EXPECT_EQ(kindOf("waf", "cloudfront"), LinkKind::Attach);
    EXPECT_EQ(kindOf("waf", "nlb"), LinkKind::Plain);
    EXPECT_EQ(kindOf("vpc", "transit-gateway"), LinkKind::Attach);
    EXPECT_EQ(kindOf("vpc", "ec2"), LinkKind::Plain);
    EXPECT_EQ(kindOf("vpc", "vpc"), LinkKind::Peering);
    EXPECT_EQ(kindOf("customer-gateway", "vpn-gateway"), LinkKind::Vpn);
    EXPECT_EQ(catalog().kindsBetween(service("customer-gateway"), service("transit-gateway")),
              (std::vector{LinkKind::Vpn, LinkKind::DirectConnect, LinkKind::Plain}));
    EXPECT_EQ(kindOf("text", "ec2"), LinkKind::Plain);
    EXPECT_EQ(catalog().linkType("direct-connect")->kind, LinkKind::DirectConnect);
    EXPECT_EQ(catalog().linkType(LinkKind::Traffic).property("calls")->byDefault,
              Value(Quantity{1'000'000, Unit::Number}));
}

TEST(BuiltinCatalog, ThingsStandWhereSemanticsSays) {
    EXPECT_TRUE(service("az").mayStandIn("vpc") && service("az").mayStandIn("region"));
    EXPECT_TRUE(service("subnet").mayStandIn("az") && service("subnet").mayStandIn("vpc"));
    EXPECT_TRUE(service("nat-gateway").mayStandIn("subnet") && service("nat-gateway").mayStandIn("vpc"));
    EXPECT_TRUE(service("ec2").mayStandIn("subnet"));
    EXPECT_FALSE(service("ec2").mayStandIn("auto-scaling-group"));
    EXPECT_FALSE(service("s3").mayStandIn("vpc"));
    EXPECT_FALSE(service("vpc").mayStandIn("az"));
    for (const char* key :
         {"alb", "nlb", "auto-scaling-group", "rds", "aurora", "elasticache", "security-group", "route-table"})
        EXPECT_TRUE(service(key).mayStandIn("vpc")) << key;
    for (const char* key : {"text", "note", "step", "generic-group"})
        for (const Service& box : catalog().services())
            EXPECT_EQ(box.is(Trait::Container), service(key).mayStandIn(box.key)) << key << " in " << box.key;
}

TEST(BuiltinCatalog, TheDefaultsAreThoseOfSemantics) {
    const auto amount = [](const char* key, const char* property) {
        const Property* found = service(key).property(property);
        EXPECT_NE(found, nullptr) << key << " " << property;
        return found && found->byDefault
                   ? toText(std::visit(
                         [](const auto& held) -> Scalar {
                             using Held = std::decay_t<decltype(held)>;
                             if constexpr (std::is_same_v<Held, List> || std::is_same_v<Held, Records>)
                                 return std::string("many");
                             else
                                 return held;
                         },
                         *found->byDefault))
                   : std::string("unset");
    };
    EXPECT_EQ(amount("users", "rate"), "100/s");
    EXPECT_EQ(amount("users", "timeout"), "30s");
    EXPECT_EQ(amount("users", "retries"), "0");
    EXPECT_EQ(amount("route53", "work"), "20ms");
    EXPECT_EQ(amount("route53", "policy"), "simple");
    EXPECT_EQ(amount("alb", "work"), "1ms");
    EXPECT_EQ(amount("nlb", "work"), "100us");
    EXPECT_EQ(amount("api-gateway", "work"), "10ms");
    EXPECT_EQ(amount("api-gateway", "throttle"), "10000/s");
    EXPECT_EQ(amount("api-gateway", "timeout"), "29s");
    EXPECT_EQ(amount("cloudfront", "hit"), "80%");
    for (const char* key : {"ec2", "auto-scaling-group"}) {
        EXPECT_EQ(amount(key, "work"), "20ms");
        EXPECT_EQ(amount(key, "workShape"), "exponential");
        EXPECT_EQ(amount(key, "workers"), "64");
        EXPECT_EQ(amount(key, "backlog"), "128");
        EXPECT_EQ(amount(key, "boot"), "30s");
        EXPECT_EQ(amount(key, "start"), "30s");
    }
    EXPECT_EQ(amount("auto-scaling-group", "healthGrace"), "0s");
    EXPECT_EQ(amount("lambda", "work"), "50ms");
    EXPECT_EQ(amount("lambda", "concurrency"), "1000");
    EXPECT_EQ(amount("lambda", "coldStart"), "180ms");
    EXPECT_EQ(amount("lambda", "keepWarm"), "5m");
    EXPECT_EQ(amount("rds", "work"), "5ms");
    EXPECT_EQ(amount("aurora", "work"), "4ms");
    EXPECT_EQ(amount("elasticache", "work"), "500us");
    EXPECT_EQ(amount("elasticache", "hit"), "80%");
    EXPECT_EQ(amount("aurora", "failover"), "30s");
    EXPECT_EQ(amount("elasticache", "failover"), "5s");
    EXPECT_EQ(amount("dynamodb", "work"), "5ms");
    EXPECT_EQ(amount("s3", "work"), "120ms");
    EXPECT_EQ(amount("sqs", "work"), "10ms");
    EXPECT_EQ(amount("sns", "work"), "20ms");
    EXPECT_EQ(amount("efs", "work"), "3ms");
    EXPECT_EQ(amount("external", "work"), "50ms");
    EXPECT_EQ(amount("external", "availability"), "99.9%");
    EXPECT_EQ(amount("nat-gateway", "mode"), "zonal");
    EXPECT_EQ(amount("rds", "multiAz"), "no");
    EXPECT_EQ(amount("alb", "crossZone"), "true");
    EXPECT_EQ(amount("nlb", "crossZone"), "false");
}

TEST(BuiltinCatalog, TablesAnswerByName) {
    const InstanceType* large = catalog().type("instance-types", "m6i.large");
    ASSERT_NE(large, nullptr);
    EXPECT_EQ(large->vcpus, 2);
    EXPECT_EQ(large->memoryBytes, std::int64_t{8} << 30);
    EXPECT_EQ(large->nanoUsdPerHour.at("us-east-1"), 96'000'000);
    EXPECT_EQ(large->nanoUsdPerHour.at("ap-northeast-2"), 118'000'000);
    const InstanceType* burstable = catalog().type("instance-types", "t3.micro");
    ASSERT_NE(burstable, nullptr);
    EXPECT_EQ(burstable->baselinePercentPerVcpu, 10.0);
    EXPECT_TRUE(burstable->unlimitedByDefault);
    const InstanceType* database = catalog().type("database-classes", "db.m5.large");
    ASSERT_NE(database, nullptr);
    EXPECT_EQ(database->nanoUsdPerHour.at("us-east-1/mysql"), 171'000'000);
    EXPECT_NE(catalog().type("cache-node-types", "cache.t4g.micro"), nullptr);
    EXPECT_EQ(catalog().type("instance-types", "m6i"), nullptr);
    EXPECT_EQ(catalog().type("no-such-table", "x"), nullptr);
    for (const char* table : {"instance-types", "database-classes", "cache-node-types"})
        for (const InstanceType& type : catalog().types(table)) {
            EXPECT_GT(type.vcpus, 0) << type.type;
            EXPECT_GT(type.memoryBytes, 0) << type.type;
            EXPECT_FALSE(type.source.empty()) << type.type;
        }
}

TEST(BuiltinCatalog, RegionsAndPlacesAreKnownInBothLanguages) {
    ASSERT_NE(catalog().region("ap-northeast-2"), nullptr);
    EXPECT_EQ(catalog().region("ap-northeast-2")->name.ko, "아시아 태평양(서울)");
    EXPECT_EQ(catalog().region("ap-northeast-2")->zones.size(), 4u);
    EXPECT_EQ(catalog().region("nowhere-1"), nullptr);
    for (const Region& region : catalog().regions()) EXPECT_TRUE(both(region.name) && both(region.city)) << region.code;
    EXPECT_GE(catalog().places().size(), 150u);
    for (const char* name : {"Seoul", "seoul", "서울"}) {
        const auto seoul = catalog().place(name);
        ASSERT_TRUE(seoul.has_value()) << name;
        EXPECT_NEAR(seoul->latitude, 37.57, 0.01);
    }
    EXPECT_NEAR(catalog().place("-33.9, 18.4")->latitude, -33.9, 1e-9);
    for (const char* wrong : {"", "Atlantis", "91,0", "0,181", "1,2,3", "nan,0", "1;2"})
        EXPECT_FALSE(catalog().place(wrong)) << wrong;
}

TEST(BuiltinCatalog, PlaceNamesAreUnique) {
    std::set<std::string> names;
    for (const Place& place : catalog().places()) {
        EXPECT_TRUE(names.insert(place.name.en).second) << place.name.en;
        EXPECT_TRUE(names.insert(place.name.ko).second) << place.name.ko;
    }
}

TEST(BuiltinCatalog, RolesAndTraitsOfTheThingsCodeAsksFor) {
    for (const std::string_view role : role::kAll) {
        const auto plays = [&](const Service& each) { return each.plays(role); };
        EXPECT_TRUE(std::any_of(catalog().services().begin(), catalog().services().end(), plays)) << role;
    }
    EXPECT_TRUE(service("auto-scaling-group").is(Trait::Group) && service("auto-scaling-group").is(Trait::Station));
    EXPECT_TRUE(service("route-table").is(Trait::Config));
    EXPECT_TRUE(service("security-group").is(Trait::Group));
    EXPECT_FALSE(service("rds").is(Trait::Station))
        << "a store that were a station would never be replicated by default";
}

TEST(BuiltinCatalog, LabelsAreShortEnoughForTheInspector) {
    for (const Service& each : catalog().services()) {
        EXPECT_LE(each.shortName.en.size(), 24u) << each.key;
        for (const Property& property : each.properties)
            EXPECT_LE(property.label.en.size(), 32u) << each.key << " " << property.key;
    }
}

} // namespace
