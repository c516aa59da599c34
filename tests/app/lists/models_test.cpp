// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/find_model.h"
#include "lists/palette_model.h"
#include "lists/recovery_model.h"
#include "lists/target_model.h"
#include "lists/templates_model.h"
#include "session/preferences.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace sky::lists {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

TEST(PaletteModel, FindsByNameAliasAndJamoInBothLanguages) {
    PaletteModel model;
    const QAbstractItemModelTester tester(&model, Mode::Warning);
    for (const char* query : {"alb", "ELB", "lb", "로드밸런서", "로드밸"}) {
        model.setQuery(QString::fromUtf8(query));
        ASSERT_GT(model.count(), 0) << query;
        bool found = false;
        for (int row = 0; row < model.count() && row < 4; ++row) found = found || model.serviceAt(row) == "alb";
        EXPECT_TRUE(found) << query;
    }
    model.setQuery("db");
    EXPECT_GT(model.count(), 1);
    model.setQuery("no such thing anywhere");
    EXPECT_EQ(model.count(), 0);
}

TEST(PaletteModel, SubnetsAreOfferedAsPublicAndPrivate) {
    PaletteModel model;
    model.setCategory("places");
    QStringList presets;
    for (int row = 0; row < model.count(); ++row)
        if (model.serviceAt(row) == "subnet") presets << model.presetAt(row);
    EXPECT_EQ(presets, (QStringList{"public-subnet", "private-subnet"}));
}

TEST(PaletteModel, NamesFollowTheLanguage) {
    PaletteModel model;
    model.setCategory("places");
    session::Preferences::instance().setKorean(false);
    const QString english = model.data(model.index(1), PaletteModel::NameRole).toString();
    session::Preferences::instance().setKorean(true);
    EXPECT_NE(model.data(model.index(1), PaletteModel::NameRole).toString(), english);
    session::Preferences::instance().setKorean(false);
}

TEST(PaletteGroups, EveryServiceWithABoxIsInOneGroup) {
    PaletteGroups groups;
    const QAbstractItemModelTester tester(&groups, Mode::Warning);
    QStringList keys;
    for (int row = 0; row < groups.rowCount(); ++row) {
        PaletteModel model;
        model.setCategory(groups.data(groups.index(row), PaletteGroups::KeyRole).toString());
        EXPECT_EQ(model.count(), groups.data(groups.index(row), PaletteGroups::CountRole).toInt());
        for (int at = 0; at < model.count(); ++at)
            if (!keys.contains(model.serviceAt(at))) keys << model.serviceAt(at);
    }
    for (const catalog::Service& service : catalog::Catalog::builtin().services())
        if (!service.is(catalog::Trait::Config)) {
            EXPECT_TRUE(keys.contains(QString::fromStdString(service.key))) << service.key;
        }
}

TEST(FindModel, FindsByNameKindAndAddress) {
    session::Session session;
    ASSERT_TRUE(session.document()->openFile(SKY_SOURCE_DIR "/projects/three-tier-web.json"));
    FindModel model;
    const QAbstractItemModelTester tester(&model, Mode::Warning);
    model.setSession(&session);
    EXPECT_EQ(model.count(), 0);
    model.setQuery("orders");
    ASSERT_GT(model.count(), 0);
    EXPECT_EQ(model.data(model.index(0), FindModel::NameRole).toString(), "Orders");
    model.setQuery("10.0.0.0/24");
    EXPECT_GT(model.count(), 0);
}

TEST(TargetModel, OffersWhatFitsAndSaysWhatDoesNot) {
    session::Session session;
    ASSERT_TRUE(session.document()->openFile(SKY_SOURCE_DIR "/projects/three-tier-web.json"));
    TargetModel model;
    const QAbstractItemModelTester tester(&model, Mode::Warning);
    model.setSession(&session);
    QString balancer;
    for (const diagram::Element& element : session.document()->diagram().elements())
        if (element.service == "alb") balancer = QString::fromStdString(element.id.str());
    model.setFrom(balancer);
    ASSERT_GT(model.count(), 2);
    bool refusing = false;
    for (int row = 0; row < model.count(); ++row) {
        const bool possible = model.data(model.index(row), TargetModel::PossibleRole).toBool();
        EXPECT_FALSE(model.data(model.index(row), TargetModel::DetailRole).toString().isEmpty());
        if (!possible) {
            EXPECT_TRUE(model.take(row, 0, 0).isEmpty());
        }
        refusing = refusing || !possible;
    }
    EXPECT_TRUE(refusing);
}

TEST(TemplatesModel, EveryTemplateOpens) {
    TemplatesModel model;
    const QAbstractItemModelTester tester(&model, Mode::Warning);
    ASSERT_GT(model.rowCount(), 5);
    for (int row = 0; row < model.rowCount(); ++row) {
        session::Document document;
        const QString key = model.data(model.index(row), TemplatesModel::KeyRole).toString();
        EXPECT_TRUE(model.start(key, &document)) << key.toStdString();
        EXPECT_EQ(document.elementCount() == 0, key.isEmpty());
        EXPECT_FALSE(document.modified());
    }
}

TEST(RecoveryModel, IsEmptyWhenNothingWasLeft) {
    RecoveryModel model;
    const QAbstractItemModelTester tester(&model, Mode::Warning);
    EXPECT_EQ(model.look(), 0);
}

} // namespace
} // namespace sky::lists
