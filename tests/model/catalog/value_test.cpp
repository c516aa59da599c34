// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/value.h"

#include <gtest/gtest.h>

using namespace sky;
using namespace sky::catalog;

namespace {

TEST(Value, PropertiesStaySortedWhateverTheOrderOfSetting) {
    Properties one;
    one.set("size", Quantity{3, Unit::Count});
    one.set("engine", std::string("mysql"));
    one.set("multiAz", std::string("no"));
    Properties other;
    other.set("multiAz", std::string("instance"));
    other.set("size", Quantity{3, Unit::Count});
    other.set("multiAz", std::string("no"));
    other.set("engine", std::string("mysql"));
    EXPECT_EQ(one, other);
    EXPECT_EQ(one.begin()->first, "engine");
    EXPECT_EQ(one.size(), 3u);
}

TEST(Value, UnsetTakesTheValueOutAndLeavesNothing) {
    Properties properties;
    EXPECT_FALSE(properties.unset("class"));
    properties.set("class", std::string("db.m5.large"));
    const auto taken = properties.unset("class");
    ASSERT_TRUE(taken);
    EXPECT_EQ(std::get<std::string>(*taken), "db.m5.large");
    EXPECT_TRUE(properties.empty());
    EXPECT_FALSE(properties.has("class"));
}

TEST(Value, TypedLooksAreEmptyWhenUnsetOrOfAnotherType) {
    Properties properties;
    properties.set("encrypted", true);
    properties.set("kept", Quantity{5, Unit::Duration});
    properties.set("table", Reference{"rt-a"});
    properties.set("list", List{std::string("a")});
    properties.set("rules", Records{Record{}});
    EXPECT_EQ(properties.flag("encrypted"), true);
    EXPECT_EQ(properties.quantity("kept"), (Quantity{5, Unit::Duration}));
    EXPECT_EQ(*properties.reference("table"), "rt-a");
    EXPECT_EQ(properties.list("list")->size(), 1u);
    EXPECT_EQ(properties.records("rules")->size(), 1u);
    EXPECT_EQ(properties.text("encrypted"), nullptr);
    EXPECT_EQ(properties.text("nothing"), nullptr);
    EXPECT_EQ(properties.reference("kept"), nullptr);
    EXPECT_FALSE(properties.quantity("encrypted"));
    EXPECT_FALSE(properties.flag("kept"));
    EXPECT_EQ(properties.records("list"), nullptr);
    EXPECT_EQ(properties.list("rules"), nullptr);
}

TEST(Value, RecordsSetReplaceAndForget) {
    Record record;
    record.set("port", std::string("443"));
    record.set("from", Reference{"sg-alb"});
    record.set("port", std::string("80"));
    EXPECT_EQ(record.fields.front().first, "from");
    EXPECT_EQ(std::get<std::string>(*record.find("port")), "80");
    EXPECT_EQ(record.find("to"), nullptr);
    EXPECT_TRUE(record.unset("port"));
    EXPECT_FALSE(record.unset("port"));
    EXPECT_EQ(record.fields.size(), 1u);
}

TEST(Value, EveryReferenceInsideIsVisitedInOrder) {
    Record record;
    record.set("via", Reference{"nat"});
    record.set("to", std::string("0.0.0.0/0"));
    std::vector<std::string> seen;
    const auto visit = [&](const std::string& id) { seen.push_back(id); };
    forEachReference(Value(Reference{"one"}), visit);
    forEachReference(Value(List{Reference{"two"}, std::string("three")}), visit);
    forEachReference(Value(Records{record}), visit);
    EXPECT_EQ(seen, (std::vector<std::string>{"one", "two", "nat"}));
}

} // namespace
