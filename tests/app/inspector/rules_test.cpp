// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/inspector_rules.h"
#include "lists/inspector_types.h"
#include "sample.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace sky::lists {
namespace {

struct Rules : testing::Test {
    Opened opened;
    InspectorRules rules;
    QAbstractItemModelTester tester{&rules, QAbstractItemModelTester::FailureReportingMode::Fatal};

    void look(const char* owner, const char* key) {
        rules.setSession(&opened.session);
        rules.setOwners({owner});
        rules.setKey(key);
    }
    [[nodiscard]] std::string cell(int row, const char* column) const {
        const QVariantList columns = rules.columns();
        for (int i = 0; i < columns.size(); ++i)
            if (columns[i].toMap()["key"].toString() == column)
                return at(rules, row, "cells").toList()[i].toMap()["shown"].toString().toStdString();
        return "no such column";
    }
};

TEST_F(Rules, ARouteTableBeginsWithWhatIsLocal) {
    look("rt", "routes");
    ASSERT_EQ(rules.rowCount(), 2);
    EXPECT_TRUE(at(rules, 0, "locked").toBool());
    EXPECT_EQ(cell(0, "to"), "10.0.0.0/16");
    EXPECT_EQ(cell(0, "via"), "local");
    EXPECT_EQ(cell(1, "via"), "igw");
    EXPECT_FALSE(rules.setCell(0, "to", "10.1.0.0/16"));
    rules.removeRow(0);
    EXPECT_EQ(rules.rowCount(), 2);
}

TEST_F(Rules, ANewRowEntersTheDocumentWhenItIsWhole) {
    look("rt", "routes");
    rules.addRow();
    ASSERT_EQ(rules.rowCount(), 3);
    EXPECT_TRUE(at(rules, 2, "draft").toBool());
    EXPECT_EQ(rules.draftFlaw(), "Still to fill in: Destination, Target.");
    EXPECT_FALSE(rules.setCell(2, "to", "everything"));
    EXPECT_TRUE(rules.setCell(2, "to", "::/0"));
    EXPECT_FALSE(opened.document().canUndo());
    EXPECT_TRUE(rules.setCell(2, "via", "igw"));
    EXPECT_TRUE(opened.document().canUndo());
    ASSERT_EQ(rules.rowCount(), 3);
    EXPECT_FALSE(at(rules, 2, "draft").toBool());
    EXPECT_TRUE(opened.document().undo());
    EXPECT_FALSE(opened.document().canUndo());
    EXPECT_EQ(rules.rowCount(), 2);
}

TEST_F(Rules, DefaultRowsBecomeItsOwnByTheFirstChange) {
    look("sg", "out");
    EXPECT_TRUE(rules.byDefault());
    ASSERT_EQ(rules.rowCount(), 2);
    EXPECT_EQ(cell(0, "to"), "0.0.0.0/0");
    EXPECT_EQ(opened.value("sg", "out"), nullptr);
    EXPECT_TRUE(rules.setCell(0, "port", "443"));
    EXPECT_FALSE(rules.byDefault());
    EXPECT_EQ(cell(0, "port"), "443");
    EXPECT_EQ(rules.rowCount(), 2);
    rules.removeRow(1);
    rules.removeRow(0);
    EXPECT_EQ(rules.rowCount(), 0); // nothing may leave: not the same as unset
    ASSERT_NE(opened.value("sg", "out"), nullptr);
    rules.unsetAll();
    EXPECT_TRUE(rules.byDefault());
    EXPECT_EQ(rules.rowCount(), 2);
}

TEST_F(Rules, RowsMoveAndGo) {
    look("rt", "routes");
    rules.addRow();
    rules.setCell(2, "to", "10.9.0.0/16");
    rules.setCell(2, "via", "igw");
    rules.moveRow(2, -1);
    EXPECT_EQ(cell(1, "to"), "10.9.0.0/16");
    rules.moveRow(1, -1); // what is local stays first
    EXPECT_EQ(cell(0, "to"), "10.0.0.0/16");
    rules.removeRow(1);
    rules.removeRow(1);
    EXPECT_EQ(opened.value("rt", "routes"), nullptr);
}

TEST_F(Rules, CellsAreReadAsTheyAreTyped) {
    look("sg", "in");
    rules.addRow();
    EXPECT_NE(rules.check("port", "443-80")["error"].toString(), "");
    EXPECT_EQ(rules.check("port", "443-80")["nearest"].toString(), "80-443");
    EXPECT_EQ(rules.check("from", "10.0.0.9/24")["nearest"].toString(), "10.0.0.0/24");
    EXPECT_TRUE(rules.setCell(0, "from", "sg"));
    EXPECT_EQ(cell(0, "from"), "sg");
    EXPECT_FALSE(rules.setCell(0, "from", "")); // a rule needs it
}

TEST_F(Rules, SeveralThingsWithDifferentTablesAreNotMixed) {
    rules.setSession(&opened.session);
    diagram::Diagram d = opened.document().diagram();
    d.put(element("rt-2", "route-table", "vpc"));
    opened.document().startNew(d);
    rules.setOwners({"rt", "rt-2"});
    rules.setKey("routes");
    EXPECT_TRUE(rules.several());
    rules.addRow();
    EXPECT_EQ(rules.rowCount(), 0);
}

TEST(Types, AreSearchedSortedAndPriced) {
    Opened opened;
    opened.select({"web-1"});
    InspectorTypes types;
    QAbstractItemModelTester tester(&types, QAbstractItemModelTester::FailureReportingMode::Fatal);
    types.setSession(&opened.session);
    types.setTable("instance-types");
    EXPECT_EQ(types.region(), "ap-northeast-2");
    const int all = types.rowCount();
    types.setQuery("t3.");
    ASSERT_GT(types.rowCount(), 3);
    EXPECT_LT(types.rowCount(), all);
    const int medium = types.rowOf("t3.medium");
    ASSERT_GE(medium, 0);
    EXPECT_EQ(at(types, medium, "vcpus").toString(), "2");
    EXPECT_EQ(at(types, medium, "memory").toString(), "4");
    EXPECT_EQ(at(types, medium, "price").toString(), "37.96");
    types.setSortedBy(InspectorTypes::Order::ByPrice);
    types.setDescending(true);
    EXPECT_GT(at(types, 0, "price").toDouble(), 0);
    types.setQuery("no such thing");
    EXPECT_EQ(types.rowCount(), 0);
    // Classes of databases are priced by engine, too.
    opened.select({"db"});
    types.setTable("database-classes");
    types.setQuery("db.t3.medium");
    types.look();
    ASSERT_EQ(types.rowCount(), 1);
    EXPECT_GT(at(types, 0, "price").toDouble(), 0);
}

} // namespace
} // namespace sky::lists
