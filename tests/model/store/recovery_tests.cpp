// SPDX-License-Identifier: GPL-3.0-or-later
// What a killed program leaves: the work up to one second before, and the user's own file as it was.
#include "sample.h"

#include "store/memory_file_system.h"
#include "store/project_file.h"
#include "store/project_format.h"
#include "store/recovery.h"

#include <gmock/gmock.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace sky::store::tests {
namespace {

using testing::HasSubstr;

diagram::Diagram step(diagram::Diagram diagram, int number) {
    diagram.setFrame(ElementId("box-0"), Rect{number, 0, 10, 10});
    return diagram;
}

TEST(RecoveryFolder, FollowsTheXdgSpecification) {
    EXPECT_EQ(recoveryFolder("/state", "/home/kim"), "/state/skywright/recovery");
    EXPECT_EQ(recoveryFolder(nullptr, "/home/kim"), "/home/kim/.local/state/skywright/recovery");
    EXPECT_EQ(recoveryFolder("relative", "/home/kim"), "/home/kim/.local/state/skywright/recovery");
    EXPECT_EQ(recoveryFolder("", nullptr), "");
}

TEST(RecoveryWriter, WritesTheNewestStateAndRemovesItWhenSaved) {
    MemoryFileSystem disk;
    RecoveryWriter writer(disk, "state/recovery", "work/shop.skyw");
    const diagram::Diagram base = ofSize(20, 10, 2);
    for (int i = 0; i < 50; ++i) writer.changed(step(base, i));
    writer.flush();
    EXPECT_FALSE(writer.problem().has_value());
    const auto names = disk.list("state/recovery");
    ASSERT_TRUE(names.ok());
    ASSERT_EQ(names->size(), 1u);
    const std::string file = "state/recovery/" + names->front();
    EXPECT_EQ(disk.status(file)->mode & 077u, 0u); // nobody else's business
    const auto back = recover(disk, file, builtinCatalog());
    ASSERT_TRUE(back.ok()) << back.error().in(Language::English);
    EXPECT_TRUE(*back == step(base, 49));
    // Its own program still runs: not offered.
    EXPECT_TRUE(findRecoverable(disk, "state/recovery", builtinCatalog())->empty());
    writer.clean();
    EXPECT_TRUE(disk.list("state/recovery")->empty());
    writer.changed(step(base, 1));
    writer.clean(); // what was pending is not written afterwards
    writer.flush();
    EXPECT_TRUE(disk.list("state/recovery")->empty());
}

TEST(RecoveryWriter, AFullDiskIsReportedAndTheNextEditTriesAgain) {
    MemoryFileSystem disk;
    disk.setCapacity(10);
    RecoveryWriter writer(disk, "recovery", "");
    writer.changed(ofSize(20, 10, 2));
    writer.flush();
    ASSERT_TRUE(writer.problem().has_value());
    EXPECT_THAT(writer.problem()->in(Language::English), HasSubstr("disk is full"));
    disk.setCapacity(1u << 20);
    writer.changed(ofSize(20, 10, 2));
    writer.flush();
    EXPECT_FALSE(writer.problem().has_value());
}

TEST(RecoveryWriter, WithoutAFolderItSaysSo) {
    MemoryFileSystem disk;
    RecoveryWriter writer(disk, "", "");
    writer.changed(ofSize(2, 1, 1));
    writer.flush();
    EXPECT_TRUE(writer.problem().has_value());
    writer.clean();
}

class Killed : public testing::Test {
  protected:
    void SetUp() override {
        std::string pattern = testing::TempDir() + "skyw-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
        m_project = m_folder + "/shop.skyw";
        m_recovery = m_folder + "/state/recovery";
        ASSERT_TRUE(saveFile(posixFileSystem(), m_project, base(), builtinCatalog()).ok());
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    static diagram::Diagram base() { return ofSize(300, 300, 5); }
    static std::string bytesOf(const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    // Edits every 10 ms in a child until it is killed after `life`; gives the number of the last edit, and at what
    // number it was one second before.
    std::pair<int, int> editUntilKilled(std::chrono::milliseconds life) const {
        int reports[2];
        EXPECT_EQ(::pipe(reports), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            RecoveryWriter writer(posixFileSystem(), m_recovery, m_project);
            const diagram::Diagram start = base();
            for (int i = 1;; ++i) {
                writer.changed(step(start, i));
                (void)!::write(reports[1], &i, sizeof i);
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            }
        }
        ::close(reports[1]);
        using Clock = std::chrono::steady_clock;
        std::vector<std::pair<Clock::time_point, int>> seen;
        const auto end = Clock::now() + life;
        for (int number = 0; Clock::now() < end && ::read(reports[0], &number, sizeof number) == sizeof number;)
            seen.emplace_back(Clock::now(), number);
        ::kill(child, SIGKILL);
        const auto killed = Clock::now();
        ::waitpid(child, nullptr, 0);
        ::close(reports[0]);
        int secondBefore = 0;
        for (const auto& [at, number] : seen)
            if (at <= killed - std::chrono::seconds(1)) secondBefore = number;
        return {seen.back().second, secondBefore};
    }
    std::string m_folder, m_project, m_recovery;
};

TEST_F(Killed, AtMostOneSecondOfWorkIsLost) {
    const std::string before = bytesOf(m_project);
    const auto [last, secondBefore] = editUntilKilled(std::chrono::milliseconds(2500));
    const auto found = findRecoverable(posixFileSystem(), m_recovery, builtinCatalog());
    ASSERT_TRUE(found.ok()) << found.error().in(Language::English);
    ASSERT_EQ(found->size(), 1u);
    const Recoverable& one = found->front();
    EXPECT_EQ(one.projectPath, m_project);
    EXPECT_EQ(one.elements, 300u);
    EXPECT_EQ(one.links, 300u);
    EXPECT_FALSE(one.projectMissing);
    EXPECT_FALSE(one.damage.has_value());
    EXPECT_GT(one.modified, 1'600'000'000);
    const auto back = recover(posixFileSystem(), one.file, builtinCatalog());
    ASSERT_TRUE(back.ok());
    const int kept = back->element(ElementId("box-0"))->frame->x;
    EXPECT_GT(secondBefore, 0);
    EXPECT_GE(kept, secondBefore);
    EXPECT_LE(kept, last + 1);
    EXPECT_TRUE(*back == step(base(), kept));
    EXPECT_EQ(bytesOf(m_project), before) << "the user's own file is never touched";
    EXPECT_TRUE(discard(posixFileSystem(), one.file).ok());
    EXPECT_TRUE(findRecoverable(posixFileSystem(), m_recovery, builtinCatalog())->empty());
}

TEST_F(Killed, InTheMiddleOfWritingLeavesAWholeSnapshotOrNone) {
    for (int round = 0; round < 6; ++round) {
        editUntilKilled(std::chrono::milliseconds(560 + 23 * round)); // about when the first snapshot is written
        const auto found = findRecoverable(posixFileSystem(), m_recovery, builtinCatalog());
        ASSERT_TRUE(found.ok());
        for (const Recoverable& one : *found) {
            EXPECT_FALSE(one.damage.has_value()) << one.damage->in(Language::English);
            EXPECT_TRUE(discard(posixFileSystem(), one.file).ok());
        }
        const auto left = posixFileSystem().list(m_recovery);
        EXPECT_TRUE(!left.ok() || left->empty()) << left->front();
    }
}

TEST(Recoverable, DamagedSnapshotsAreListedWithTheReason) {
    MemoryFileSystem disk;
    disk.putDirectory("r");
    const std::string header = "skywright recovery 1\n4711 " + thisProcess().host + " other-boot 1\n";
    disk.setClock(100);
    disk.put("r/1.skyrecovery", header + "14\nwork/shop.skyw\n" + *save(everything()));
    disk.setClock(200);
    disk.put("r/2.skyrecovery", header + "0\n\n" + save(everything())->substr(0, 500));
    for (const char* bad : {"", "skywright", "skywright recovery 1\n", "skywright recovery 1\n1 h b 1\n99\nx\n",
                            "skywright recovery 1\n1 h b 1\n99999999999999999999\nx\n"})
        disk.put("r/bad-" + std::to_string(std::string(bad).size()) + ".skyrecovery", bad);
    disk.put("r/other.txt", "x");
    const auto found = findRecoverable(disk, "r", builtinCatalog());
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found->size(), 7u);
    int damaged = 0;
    for (const Recoverable& one : *found) damaged += one.damage.has_value() ? 1 : 0;
    EXPECT_EQ(damaged, 6);
    const Recoverable& good = found->back(); // the oldest
    EXPECT_EQ(good.file, "r/1.skyrecovery");
    EXPECT_EQ(good.name.ko, "웹 상점");
    EXPECT_TRUE(good.projectMissing);
    EXPECT_TRUE(findRecoverable(disk, "nowhere", builtinCatalog())->empty());
}

} // namespace
} // namespace sky::store::tests
