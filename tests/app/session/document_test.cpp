// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "edit/properties.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace sky::session {
namespace {

TEST(Document, OpensSavesAndKnowsWhetherItIsSaved) {
    const QTemporaryDir folder;
    Document document;
    EXPECT_TRUE(document.pristine());
    ASSERT_TRUE(document.openFile(SKY_SOURCE_DIR "/projects/single-server.json"));
    EXPECT_TRUE(document.untitled()); // an import: saving asks for a name
    EXPECT_FALSE(document.modified());
    ASSERT_TRUE(document.saveAs(folder.filePath("mine")));
    EXPECT_EQ(document.path(), folder.filePath("mine.skyw"));
    ASSERT_TRUE(document.perform(edit::renameProject(document.diagram(), document.catalog(), {"Mine", {}})));
    EXPECT_TRUE(document.modified());
    EXPECT_EQ(document.unsavedChanges(), 1);
    ASSERT_TRUE(document.undo());
    EXPECT_FALSE(document.modified());
    EXPECT_EQ(document.unsavedChanges(), 0);
}

TEST(Document, AFileThatCannotBeReadIsSaidAndNothingIsLost) {
    Document document;
    ASSERT_TRUE(document.openFile(SKY_SOURCE_DIR "/projects/single-server.json"));
    const int things = document.elementCount();
    QSignalSpy problem(&document, &Document::fileProblem);
    EXPECT_FALSE(document.openFile("/nowhere/at/all.skyw"));
    EXPECT_EQ(problem.count(), 1);
    EXPECT_TRUE(problem.first().first().toString().contains("/nowhere/at/all.skyw"));
    EXPECT_EQ(document.elementCount(), things);
}

TEST(Document, ARefusedStepChangesNothing) {
    Document document;
    QSignalSpy refused(&document, &Document::refused);
    const quint64 revision = document.revision();
    EXPECT_FALSE(document.perform(Result<edit::Step>(Error{ErrorCode::BadUsage, {}, {"No.", "안 됩니다."}, {}})));
    EXPECT_EQ(refused.count(), 1);
    EXPECT_EQ(document.revision(), revision);
}

TEST(Document, JsonIsWrittenAsACopy) {
    const QTemporaryDir folder;
    Document document;
    ASSERT_TRUE(document.openFile(SKY_SOURCE_DIR "/projects/single-server.json"));
    ASSERT_TRUE(document.saveAs(folder.filePath("copy.json")));
    EXPECT_TRUE(document.untitled());
    Document again;
    ASSERT_TRUE(again.openFile(folder.filePath("copy.json")));
    EXPECT_TRUE(again.diagram() == document.diagram());
}

TEST(Jobs, FollowTheDocumentAndDropWhatIsOvertaken) {
    Session session;
    ASSERT_TRUE(session.document()->openFile(SKY_SOURCE_DIR "/projects/three-tier-web.json"));
    session.jobs()->finishRoutes();
    EXPECT_EQ(session.jobs()->revision(), session.document()->revision());
    EXPECT_TRUE(session.jobs()->exact());
    EXPECT_GT(session.jobs()->scene().size(), 20u);
    for (int i = 0; i < 20; ++i)
        ASSERT_TRUE(session.document()->perform(edit::renameProject(
            session.document()->diagram(), session.document()->catalog(), {"Name " + std::to_string(i), {}})));
    session.jobs()->finishRoutes();
    EXPECT_EQ(session.jobs()->revision(), session.document()->revision());
    EXPECT_TRUE(session.jobs()->topology().diagram() == session.document()->diagram());
}

} // namespace
} // namespace sky::session
