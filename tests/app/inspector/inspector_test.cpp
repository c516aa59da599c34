// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/inspector_model.h"

#include "lists/inspector_head.h"
#include "sample.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTranslator>

#include <gtest/gtest.h>

namespace sky::lists {
namespace {

struct Inspector : testing::Test {
    Opened opened;
    InspectorModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    Inspector() { model.setSession(&opened.session); }

    [[nodiscard]] QVariant of(const char* key, const char* role) const {
        const int row = model.rowOf(key);
        EXPECT_GE(row, 0) << key;
        return at(model, row, role);
    }
    [[nodiscard]] std::string says(const char* key, const char* role) const { return of(key, role).toString().toStdString(); }
    [[nodiscard]] std::string checked(const char* key, const char* typed, const char* what) const {
        return model.check(model.rowOf(key), typed)[what].toString().toStdString();
    }
};

TEST_F(Inspector, RowsStandInSectionsOfTheCatalog) {
    opened.select({"sub-a"});
    QStringList sections;
    for (int i = 0; i < model.rowCount(); ++i)
        if (at(model, i, "editor").toString() == "section") sections.append(at(model, i, "label").toString());
    EXPECT_EQ(sections.join(","), "General,Placement,Network,Routing,Security,Notes");
    EXPECT_EQ(says("cidr", "section"), "network");
    EXPECT_EQ(says("cidr", "value"), "10.0.0.0/24");
    EXPECT_EQ(says("routeTable", "editor"), "choice");
    EXPECT_EQ(says("routeTable", "shown"), "rt");
    EXPECT_EQ(says("fact/usable", "shown"), "251 addresses, 1 used, 5 kept by AWS");
}

TEST_F(Inspector, UnsetSaysWhatHoldsMeanwhile) {
    opened.select({"sub-a"});
    EXPECT_EQ(says("mapPublicIp", "status"), "unset");
    EXPECT_EQ(says("mapPublicIp", "unset"), "Not set · AWS: off");
    opened.select({"sub-new"});
    EXPECT_EQ(says("cidr", "unset").rfind("Not set · assigned 10.0.", 0), 0u) << says("cidr", "unset");
    opened.select({"web-2"});
    EXPECT_EQ(says("boot", "unset"), "Not set · AWS: 30\u00A0s");
    EXPECT_EQ(says("instanceType", "unset").rfind("Not set · Not chosen", 0), 0u);
    session::Preferences::instance().setKorean(true);
    EXPECT_EQ(says("boot", "label").find("boot"), std::string::npos);
    EXPECT_EQ(says("boot", "unset").rfind("미설정", 0), 0u);
}

TEST_F(Inspector, AChangeIsOneStepAndEmptyUnsets) {
    opened.select({"sub-a"});
    ASSERT_TRUE(model.commit(model.rowOf("mapPublicIp"), "true"));
    EXPECT_EQ(says("mapPublicIp", "status"), "set");
    EXPECT_EQ(says("mapPublicIp", "shown"), "on");
    EXPECT_TRUE(opened.document().undo());
    EXPECT_FALSE(opened.document().canUndo());
    EXPECT_EQ(says("mapPublicIp", "status"), "unset");
    ASSERT_TRUE(model.commit(model.rowOf("cidr"), ""));
    EXPECT_EQ(opened.value("sub-a", "cidr"), nullptr);
    EXPECT_TRUE(opened.document().undo());
    model.unset(model.rowOf("cidr"));
    EXPECT_EQ(opened.value("sub-a", "cidr"), nullptr);
}

TEST_F(Inspector, WhatIsWrongIsSaidWhileItIsTyped) {
    opened.select({"web-1"});
    EXPECT_EQ(checked("boot", "30s", "error"), "");
    EXPECT_NE(checked("boot", "30", "error"), "");
    EXPECT_EQ(checked("boot", "30", "nearest"), "30s");
    EXPECT_FALSE(model.commit(model.rowOf("boot"), "soon"));
    EXPECT_FALSE(opened.document().canUndo());
    opened.select({"sub-a"});
    EXPECT_EQ(checked("cidr", "10.0.0.1/24", "nearest"), "10.0.0.0/24");
}

TEST_F(Inspector, ABlockThatIsTakenIsAnsweredWithTheNextFree) {
    opened.select({"sub-a"});
    EXPECT_EQ(checked("cidr", "10.0.1.0/24", "error"), "Same addresses as sub-c.");
    const std::string next = checked("cidr", "10.0.1.0/24", "nearest");
    EXPECT_NE(next, "10.0.1.0/24");
    EXPECT_EQ(checked("cidr", next.c_str(), "error"), "");
    EXPECT_EQ(checked("cidr", "10.0.1.128/25", "error"), "Overlaps sub-c 10.0.1.0/24.");
    EXPECT_EQ(checked("cidr", "192.168.0.0/24", "error"), "Not inside vpc 10.0.0.0/16.");
    EXPECT_EQ(checked("cidr", "10.0.0.0/30", "error"), "A subnet is /16 to /28; this is /30.");
    const QVariantList free = model.options(model.rowOf("cidr"));
    ASSERT_FALSE(free.isEmpty());
    for (const QVariant& each : free)
        EXPECT_EQ(checked("cidr", each.toMap()["value"].toString().toUtf8(), "error"), "") << each.toMap()["value"].toString().toStdString();
}

TEST_F(Inspector, SeveralAreChangedTogether) {
    opened.select({"web-1", "web-2"});
    EXPECT_EQ(says("instanceType", "status"), "several");
    EXPECT_EQ(says("instanceType", "shown"), "2 values");
    ASSERT_TRUE(model.commit(model.rowOf("instanceType"), "m6i.large"));
    EXPECT_EQ(says("instanceType", "shown"), "m6i.large");
    EXPECT_EQ(says("instanceType", "range"), "2 vCPU, 8\u00A0GiB");
    EXPECT_TRUE(opened.document().undo());
    EXPECT_FALSE(opened.document().canUndo());
    // Things of two kinds: only what both have.
    opened.select({"web-1", "sub-a"});
    EXPECT_EQ(model.rowOf("instanceType"), -1);
    EXPECT_GE(model.rowOf("notes"), 0);
}

TEST_F(Inspector, RowsStayWhileTheSelectionIsOfOneKind) {
    opened.select({"web-1"});
    QSignalSpy anew(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    ASSERT_TRUE(model.commit(model.rowOf("boot"), "40s"));
    opened.select({"web-2"});
    EXPECT_EQ(anew.count(), 0);
    EXPECT_GT(changed.count(), 0);
    EXPECT_EQ(says("boot", "status"), "unset");
    opened.select({"db"});
    EXPECT_EQ(anew.count(), 1);
    // A table of routes comes with the route table, and leaves the other rows alone.
    opened.select({"sub-c"});
    anew.clear();
    QSignalSpy come(&model, &QAbstractItemModel::rowsInserted);
    ASSERT_TRUE(model.commit(model.rowOf("routeTable"), "rt"));
    opened.session.jobs()->finish();
    EXPECT_EQ(anew.count(), 0);
    EXPECT_EQ(come.count(), 1);
}

TEST_F(Inspector, LinksHaveAKindAndItsProperties) {
    opened.select({}, {"traffic-1"});
    EXPECT_EQ(says("kind", "status"), "unset");
    EXPECT_FALSE(model.options(model.rowOf("kind")).isEmpty());
    ASSERT_TRUE(model.commit(model.rowOf("port"), "3306"));
    EXPECT_EQ(says("port", "value"), "3306");
    ASSERT_TRUE(model.commit(model.rowOf("kind"), "plain"));
    EXPECT_EQ(says("kind", "value"), "plain");
    EXPECT_EQ(model.rowOf("port"), -1);
    model.unset(model.rowOf("kind"));
    EXPECT_GE(model.rowOf("port"), 0);
}

TEST_F(Inspector, NothingSelectedShowsTheProject) {
    opened.select({});
    EXPECT_EQ(says("env", "unset"), "Not set · assumed: production");
    ASSERT_TRUE(model.addItem(model.rowOf("goals"), "people"));
    EXPECT_EQ(of("goals", "items").toList().size(), 1);
    EXPECT_FALSE(model.addItem(model.rowOf("goals"), "people"));
    model.removeItem(model.rowOf("goals"), 0);
    EXPECT_EQ(says("goals", "status"), "unset");
    ASSERT_TRUE(model.commitWords(model.rowOf("description"), "A shop", "상점"));
    EXPECT_EQ(says("description", "korean"), "상점");
    // The rate has a meaning only beside its currency.
    EXPECT_FALSE(of("exchangeRate", "applies").toBool());
    ASSERT_TRUE(model.commit(model.rowOf("currency"), "KRW"));
    EXPECT_TRUE(of("exchangeRate", "applies").toBool());
}

TEST_F(Inspector, GroupsAndSubnetsAreLists) {
    opened.select({"web-1", "web-2"});
    ASSERT_TRUE(model.addItem(model.rowOf("groups"), "sg"));
    for (const char* id : {"web-1", "web-2"})
        EXPECT_EQ(opened.document().diagram().element(ElementId(id))->groups, std::vector{ElementId("sg")}) << id;
    model.removeItem(model.rowOf("groups"), 0);
    EXPECT_TRUE(opened.document().diagram().element(ElementId("web-2"))->groups.empty());
    opened.select({"db"});
    ASSERT_TRUE(model.addItem(model.rowOf("spans"), "sub-a"));
    ASSERT_TRUE(model.addItem(model.rowOf("spans"), "sub-c"));
    EXPECT_EQ(opened.document().diagram().element(ElementId("db"))->spans.size(), 2u);
    for (const QVariant& each : model.options(model.rowOf("spans"))) EXPECT_NE(each.toMap()["value"].toString(), "sub-a");
}

TEST_F(Inspector, ConfigurationIsMadeWhereItIsNamed) {
    opened.select({"sub-c", "sub-new"});
    const int table = model.rowOf("routeTable");
    const QVariantList options = model.options(table);
    EXPECT_EQ(options.last().toMap()["value"].toString(), "new:route-table");
    ASSERT_TRUE(model.commit(table, "new:route-table"));
    ASSERT_NE(opened.value("sub-new", "routeTable"), nullptr);
    EXPECT_EQ(*opened.value("sub-new", "routeTable"), *opened.value("sub-c", "routeTable"));
    EXPECT_EQ(says("routeTable", "target"), says("routeTable", "value"));
    EXPECT_TRUE(opened.document().undo());
    EXPECT_FALSE(opened.document().canUndo());
    opened.select({"web-1"});
    ASSERT_TRUE(model.addItem(model.rowOf("groups"), "new:security-group"));
    EXPECT_EQ(of("groups", "items").toList().size(), 1);
    // A VPC lists what has no box of its own.
    opened.select({"vpc"});
    EXPECT_EQ(of("security-group", "items").toList().size(), 2);
    EXPECT_EQ(of("route-table", "items").toList().first().toMap()["value"].toString(), "rt");
    model.addThing(model.rowOf("network-acl"));
    EXPECT_EQ(opened.session.view()->elements().size(), 1u);
    EXPECT_EQ(opened.document().diagram().element(opened.session.view()->elements().front())->service, "network-acl");
    model.goTo("rt");
    EXPECT_EQ(opened.session.view()->elements().front(), ElementId("rt"));
}

TEST_F(Inspector, SizesOfAFleetAreComparedWhileTyped) {
    opened.select({"fleet"});
    EXPECT_EQ(checked("min", "8", "error"), "Minimum 8 is above maximum 6.");
    EXPECT_EQ(checked("min", "8", "nearest"), "6");
    EXPECT_EQ(checked("min", "5", "error"), "");
}

TEST_F(Inspector, FoldedSectionsAreRemembered) {
    opened.select({"sub-a"});
    int network = -1;
    for (int i = 0; i < model.rowCount(); ++i)
        if (at(model, i, "editor").toString() == "section" && at(model, i, "key").toString() == "network") network = i;
    ASSERT_GE(network, 0);
    model.toggleSection(network);
    EXPECT_FALSE(of("cidr", "open").toBool());
    InspectorModel another;
    another.setSession(&opened.session);
    EXPECT_FALSE(at(another, another.rowOf("cidr"), "open").toBool());
    model.toggleSection(network);
    EXPECT_TRUE(of("cidr", "open").toBool());
}

// Whatever the catalog holds can be shown, in both languages, and nothing is left without words.
TEST_F(Inspector, EveryServiceAndEveryKindOfLinkHasItsRows) {
    const catalog::Catalog& catalog = catalog::Catalog::builtin();
    for (const bool korean : {false, true}) {
        session::Preferences::instance().setKorean(korean);
        for (const catalog::Service& service : catalog.services()) {
            diagram::Diagram d;
            d.put(element("one", service.key.c_str()));
            opened.document().startNew(d);
            opened.session.jobs()->finish();
            opened.select({"one"});
            std::size_t properties = 0;
            for (int i = 0; i < model.rowCount(); ++i) {
                const std::string where = service.key + " row " + std::to_string(i);
                EXPECT_FALSE(at(model, i, "label").toString().isEmpty()) << where;
                if (service.property(at(model, i, "key").toString().toStdString())) ++properties;
                const QString editor = at(model, i, "editor").toString();
                if (editor != "section" && editor != "fact" && editor != "rules" && editor != "things") {
                    EXPECT_TRUE(at(model, i, "unset").toString().startsWith(korean ? "미설정" : "Not set") ||
                                at(model, i, "key").toString().startsWith("groups/")) << where;
                }
            }
            EXPECT_GE(properties, service.properties.size()) << service.key;
        }
    }
    session::Preferences::instance().setKorean(false);
}

TEST(Words, OfTheWindowAreThereInKorean) {
    QTranslator korean;
    ASSERT_TRUE(korean.load(":/i18n/skywright_ko.qm"));
    EXPECT_EQ(korean.translate("Commands", "Select all"), QString("모두 선택"));
}

TEST(InspectorHead, SaysWhatItIsAndWhere) {
    Opened opened;
    InspectorHead head;
    head.setSession(&opened.session);
    EXPECT_EQ(head.about(), "project");
    opened.select({"sub-a"});
    EXPECT_EQ(head.kindAndPlace(), "Subnet in vpc, ap-northeast-2a · id sub-a");
    EXPECT_EQ(head.fact(), "Public because rt sends 0.0.0.0/0 to the internet gateway igw.");
    EXPECT_TRUE(head.page().startsWith("https://docs.aws.amazon.com/"));
    ASSERT_TRUE(head.rename("data-c"));
    EXPECT_EQ(head.name(), "data-c");
    ASSERT_TRUE(head.renameIn("data-c", "데이터 c"));
    session::Preferences::instance().setKorean(true);
    EXPECT_EQ(head.name(), "데이터 c");
    ASSERT_TRUE(head.rename("자료 c"));
    EXPECT_EQ(head.english(), "data-c");
    session::Preferences::instance().setKorean(false);
    opened.select({"web-1", "web-2", "db"});
    EXPECT_EQ(head.called(), "3 selected");
    EXPECT_EQ(head.kindAndPlace(), "2 EC2, 1 RDS");
    opened.select({}, {"traffic-1"});
    EXPECT_EQ(head.called(), "web-1 → db");
}

} // namespace
} // namespace sky::lists
