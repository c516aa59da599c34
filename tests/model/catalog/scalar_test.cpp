// SPDX-License-Identifier: GPL-3.0-or-later
// Values of properties: what people may write, the one form it is kept in, and what is refused.
#include "catalog/catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace sky;
using namespace sky::catalog;
using testing::HasSubstr;

namespace {

Property of(PropertyType type) {
    Property property;
    property.key = "thing";
    property.label = {"Thing", "것"};
    property.type = type;
    return property;
}

std::string canonical(const Property& property, std::string_view text) {
    const auto scalar = parseScalar(property, text);
    if (!scalar) return "refused: " + scalar.error().in(Language::English);
    const auto again = parseScalar(property, toText(*scalar));
    EXPECT_TRUE(again.ok()) << text;
    if (again) {
        EXPECT_EQ(*again, *scalar) << text;
    }
    EXPECT_TRUE(validate(property, std::visit([](auto held) { return Value(held); }, *scalar)).ok()) << text;
    return toText(*scalar);
}

TEST(Scalar, EveryTypeHasOneCanonicalForm) {
    EXPECT_EQ(canonical(of(PropertyType::Bool), "yes"), "true");
    EXPECT_EQ(canonical(of(PropertyType::Text), "Hello, 세계"), "Hello, 세계");
    EXPECT_EQ(canonical(of(PropertyType::LocalizedText), "웹"), "웹");
    EXPECT_EQ(canonical(of(PropertyType::Cidr), "10.0.0.0/16"), "10.0.0.0/16");
    EXPECT_EQ(canonical(of(PropertyType::Cidr), "2001:0DB8::/32"), "2001:db8::/32");
    EXPECT_EQ(canonical(of(PropertyType::Address), "10.0.0.9"), "10.0.0.9");
    EXPECT_EQ(canonical(of(PropertyType::Ports), "443"), "443");
    EXPECT_EQ(canonical(of(PropertyType::Ports), "1024-65535"), "1024-65535");
    EXPECT_EQ(canonical(of(PropertyType::Ports), "80-80"), "80");
    EXPECT_EQ(canonical(of(PropertyType::Ports), "all"), "all");
    EXPECT_EQ(canonical(of(PropertyType::Place), "Seoul"), "Seoul");
    EXPECT_EQ(canonical(of(PropertyType::Date), "2028-02-29"), "2028-02-29");
    EXPECT_EQ(canonical(of(PropertyType::Integer), "42"), "42");
    EXPECT_EQ(canonical(of(PropertyType::Number), "0.30"), "0.3");
    EXPECT_EQ(canonical(of(PropertyType::Duration), "90 s"), "90s");
    EXPECT_EQ(canonical(of(PropertyType::Rate), "1200/s"), "1200/s");
    EXPECT_EQ(canonical(of(PropertyType::Bytes), "1024MiB"), "1GiB");
    EXPECT_EQ(canonical(of(PropertyType::Bandwidth), "1000Mbps"), "1Gbps");
    EXPECT_EQ(canonical(of(PropertyType::Percent), "80 %"), "80%");
    EXPECT_EQ(canonical(of(PropertyType::Money), "5USD"), "5USD");
    EXPECT_EQ(canonical(of(PropertyType::Money), "1000KRW"), "1000KRW");
    EXPECT_EQ(canonical(of(PropertyType::Reference), "igw-1"), "igw-1");
}

TEST(Scalar, WhatIsWrongIsRefusedWithTheProperty) {
    const std::pair<PropertyType, const char*> wrong[] = {
        {PropertyType::Bool, "maybe"},      {PropertyType::Cidr, "10.0.0.0/33"}, {PropertyType::Cidr, ""},
        {PropertyType::Address, "10.0.0"},  {PropertyType::Ports, "70000"},      {PropertyType::Ports, "9-8"},
        {PropertyType::Ports, "-1"},        {PropertyType::Ports, ""},           {PropertyType::Ports, "80-"},
        {PropertyType::Date, "2027-02-29"}, {PropertyType::Date, "21.11.2026"},  {PropertyType::Date, "2026-13-01"},
        {PropertyType::Integer, "1.5"},     {PropertyType::Duration, "30"},      {PropertyType::Bytes, "30s"},
        {PropertyType::Percent, "80"},      {PropertyType::Money, "5EUR"},       {PropertyType::Reference, "a b"},
        {PropertyType::Reference, ""},      {PropertyType::Records, "x"},
    };
    for (const auto& [type, text] : wrong) {
        const auto scalar = parseScalar(of(type), text);
        ASSERT_FALSE(scalar.ok()) << text;
        EXPECT_EQ(scalar.error().place, "thing");
        EXPECT_FALSE(scalar.error().what.en.empty()) << text;
        EXPECT_FALSE(scalar.error().what.ko.empty()) << text;
        EXPECT_FALSE(scalar.error().remedy.en.empty()) << text;
    }
}

TEST(Scalar, ATextWithoutEndIsRefused) {
    const std::string endless(1 << 20, 'x');
    EXPECT_FALSE(parseScalar(of(PropertyType::Text), endless).ok());
    EXPECT_FALSE(parseScalar(of(PropertyType::Ports), endless).ok());
}

TEST(Scalar, AChoiceNamesTheOthersAndTheNearest) {
    Property property = of(PropertyType::Choice);
    property.choices = {{"target-tracking", {}}, {"step", {}}};
    EXPECT_EQ(canonical(property, "step"), "step");
    const auto wrong = parseScalar(property, "stepp");
    ASSERT_FALSE(wrong.ok());
    EXPECT_THAT(wrong.error().in(Language::English), HasSubstr("target-tracking, step"));
    EXPECT_THAT(wrong.error().in(Language::English), HasSubstr("Did you mean \"step\"?"));
}

TEST(Scalar, AReferenceMayBeAWordOrARangeWhereThePropertySaysSo) {
    Property property = of(PropertyType::Reference);
    property.words = {"local"};
    EXPECT_TRUE(std::holds_alternative<std::string>(*parseScalar(property, "local")));
    EXPECT_TRUE(std::holds_alternative<Reference>(*parseScalar(property, "locally")));
    property.orCidr = true;
    EXPECT_EQ(std::get<std::string>(*parseScalar(property, "0.0.0.0/0")), "0.0.0.0/0");
    EXPECT_EQ(std::get<std::string>(*parseScalar(property, "::/0")), "::/0");
    EXPECT_TRUE(std::holds_alternative<Reference>(*parseScalar(property, "sg-alb")));
    EXPECT_FALSE(parseScalar(property, "10.0.0.0/99").ok());
}

TEST(Scalar, LimitsHoldAndAreNamed) {
    Property property = of(PropertyType::Duration);
    property.least = 5'000'000'000;
    property.most = 300'000'000'000;
    EXPECT_TRUE(parseScalar(property, "5s").ok());
    EXPECT_TRUE(parseScalar(property, "5m").ok());
    const auto low = parseScalar(property, "4s");
    ASSERT_FALSE(low.ok());
    EXPECT_THAT(low.error().in(Language::English), HasSubstr("4s is less than 5s"));
    EXPECT_FALSE(parseScalar(property, "301s").ok());
}

TEST(Scalar, ListsAndRecordsAreCheckedMemberByMember) {
    Property list = of(PropertyType::Cidr);
    list.list = true;
    list.most = 2;
    EXPECT_TRUE(validate(list, List{std::string("10.0.0.0/16"), std::string("10.1.0.0/16")}).ok());
    EXPECT_FALSE(validate(list, std::string("10.0.0.0/16")).ok());
    EXPECT_FALSE(validate(list, List{std::string("a"), std::string("b")}).ok());
    EXPECT_EQ(validate(list, List{std::string("10.0.0.0/16"), std::string("x")}).error().place, "thing[1]");
    EXPECT_FALSE(validate(list, List(3, std::string("10.0.0.0/16"))).ok());

    Property records = of(PropertyType::Records);
    Property port = of(PropertyType::Ports);
    port.key = "port";
    Property from = of(PropertyType::Reference);
    from.key = "from";
    from.required = true;
    records.fields = {port, from};
    Record good;
    good.set("port", std::string("443"));
    good.set("from", Reference{"sg-alb"});
    EXPECT_TRUE(validate(records, Records{good}).ok());
    Record without = good;
    without.unset("from");
    EXPECT_EQ(validate(records, Records{good, without}).error().place, "thing[1].from");
    Record extra = good;
    extra.set("prot", std::string("tcp"));
    EXPECT_EQ(validate(records, Records{extra}).error().place, "thing[0].prot");
    Record notCanonical = good;
    notCanonical.set("port", std::string("443-443"));
    EXPECT_FALSE(validate(records, Records{notCanonical}).ok());
}

TEST(Scalar, AValueOfAnotherTypeIsRefused) {
    EXPECT_FALSE(validate(of(PropertyType::Bool), std::string("true")).ok());
    EXPECT_FALSE(validate(of(PropertyType::Text), true).ok());
    EXPECT_FALSE(validate(of(PropertyType::Duration), Quantity{1, Unit::Bytes}).ok());
    EXPECT_FALSE(validate(of(PropertyType::Text), List{}).ok());
    EXPECT_FALSE(validate(of(PropertyType::Records), List{}).ok());
    EXPECT_FALSE(validate(of(PropertyType::Reference), true).ok());
    EXPECT_TRUE(validate(of(PropertyType::Money), Quantity{1, Unit::Krw}).ok());
}

} // namespace
