// SPDX-License-Identifier: GPL-3.0-or-later
// Two programs on one file: the second is told who has it; what a dead program left is taken over.
#include "store/memory_file_system.h"
#include "store/project_lock.h"

#include <gmock/gmock.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace sky::store::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class Lock : public testing::Test {
  protected:
    void SetUp() override {
        std::string pattern = testing::TempDir() + "skyw-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
        m_project = m_folder + "/shop.skyw";
        m_lock = m_folder + "/.shop.skyw.lock";
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    void leaveLock(const ProcessIdentity& holder) const {
        std::ofstream(m_lock) << "skywright lock 1\n" << toText(holder) << '\n';
    }
    [[nodiscard]] Result<ProjectLock> acquire(bool takeOver = false) const {
        return ProjectLock::acquire(posixFileSystem(), m_project, takeOver);
    }
    std::string m_folder, m_project, m_lock;
};

TEST_F(Lock, IsHeldUntilLetGoAndLeavesNothing) {
    {
        const auto first = acquire();
        ASSERT_TRUE(first.ok()) << first.error().in(Language::English);
        EXPECT_TRUE(std::filesystem::exists(m_lock));
        const auto second = acquire();
        ASSERT_FALSE(second.ok());
        EXPECT_EQ(second.error().code, ErrorCode::NotWritable);
        EXPECT_THAT(second.error().in(Language::English),
                    AllOf(HasSubstr(m_project), HasSubstr("process " + std::to_string(::getpid())),
                          HasSubstr(thisProcess().host)));
    }
    EXPECT_FALSE(std::filesystem::exists(m_lock));
    EXPECT_TRUE(acquire().ok());
}

TEST_F(Lock, OfAProgramThatWasKilledIsTakenOver) {
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto lock = acquire();
        (void)!::write(ready[1], lock.ok() ? "y" : "n", 1);
        for (;;) ::pause();
    }
    char answer = 0;
    ASSERT_EQ(::read(ready[0], &answer, 1), 1);
    EXPECT_EQ(answer, 'y');
    const auto refused = acquire();
    EXPECT_FALSE(refused.ok());
    EXPECT_THAT(refused.error().in(Language::English), HasSubstr("process " + std::to_string(child)));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_TRUE(std::filesystem::exists(m_lock)); // nobody was there to remove it
    EXPECT_TRUE(acquire().ok());
    EXPECT_FALSE(std::filesystem::exists(m_lock));
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_F(Lock, StaleOnesAreRecognised) {
    ProcessIdentity holder = thisProcess();
    holder.pid = ::getppid(); // it runs, but began at another time: the number was given out again
    holder.start = 1;
    leaveLock(holder);
    EXPECT_TRUE(acquire().ok());

    holder = thisProcess();
    holder.boot = "another-boot"; // the machine was restarted
    leaveLock(holder);
    EXPECT_TRUE(acquire().ok());

    std::ofstream(m_lock) << "rubbish";
    EXPECT_TRUE(acquire().ok());
}

TEST_F(Lock, OnAnotherMachineIsRefusedUntilTheUserTakesItOver) {
    leaveLock({4711, "garage", "boot", 1});
    const auto refused = acquire();
    ASSERT_FALSE(refused.ok());
    EXPECT_THAT(refused.error().in(Language::English),
                AllOf(HasSubstr("machine garage (process 4711)"), HasSubstr(m_lock)));
    EXPECT_TRUE(std::filesystem::exists(m_lock)); // it is not ours to remove
    EXPECT_TRUE(acquire(true).ok());
}

TEST_F(Lock, BelongsToTheFileALinkPointsAt) {
    std::ofstream(m_project) << "x";
    std::filesystem::create_symlink("shop.skyw", m_folder + "/link.skyw");
    const auto first = ProjectLock::acquire(posixFileSystem(), m_folder + "/link.skyw");
    ASSERT_TRUE(first.ok());
    EXPECT_FALSE(acquire().ok());
}

TEST(MemoryLock, WorksAlikeAndAReadOnlyFolderIsSaid) {
    MemoryFileSystem disk;
    disk.putDirectory("sealed");
    disk.setReadOnly("sealed");
    EXPECT_EQ(ProjectLock::acquire(disk, "sealed/a.skyw").error().code, ErrorCode::NotWritable);
    const auto first = ProjectLock::acquire(disk, "a.skyw");
    ASSERT_TRUE(first.ok());
    EXPECT_FALSE(ProjectLock::acquire(disk, "a.skyw").ok());
}

TEST(Process, IdentitiesAreWrittenAndRead) {
    const ProcessIdentity self = thisProcess();
    EXPECT_EQ(processFrom(toText(self)), self);
    EXPECT_EQ(isRunning(self), Running::Yes);
    EXPECT_GT(self.start, 0);
    for (const char* bad : {"", "1", "1 host", "1 host boot", "x host boot 1", "1 host boot y"})
        EXPECT_FALSE(processFrom(bad).has_value()) << bad;
}

} // namespace
} // namespace sky::store::tests
