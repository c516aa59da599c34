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

const Catalog& catalog() { return Catalog::builtin(); }

const Service& service(std::string_view key) {
    const Service* found = catalog().find(key);
    EXPECT_NE(found, nullptr) << key;
    return *found;
}

bool both(const Text& text) { return !text.en.empty() && !text.ko.empty(); }

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
        for (const Preset& preset : each.presets) EXPECT_TRUE(both(preset.name) && both(preset.description)) << preset.key;
    }
}

void expectComplete(const Property& property, const std::string& of) {
    EXPECT_FALSE(property.label.en.empty()) << of << " " << property.key;
    EXPECT_FALSE(property.label.ko.empty()) << of << " " << property.key;
    EXPECT_EQ(property.help.en.empty(), property.help.ko.empty()) << of << " " << property.key;
    EXPECT_EQ(property.whenUnset.en.empty(), property.whenUnset.ko.empty()) << of << " " << property.key;
    EXPECT_TRUE(property.byDefault.has_value() == false || !property.source.empty()) << of << " " << property.key << " has a default from nowhere";
    for (const Property& field : property.fields) expectComplete(field, of + " " + property.key);
}

TEST(BuiltinCatalog, EveryPropertyIsNamedAndEveryDefaultHasASource) {
    for (const Service& each : catalog().services())
        for (const Property& property : each.properties) expectComplete(property, each.key);
    for (const LinkType& each : catalog().linkTypes())
        for (const Property& property : each.properties) expectComplete(property, each.key);
    for (const Property& property : catalog().projectProperties()) expectComplete(property, "project");
}

} // namespace
