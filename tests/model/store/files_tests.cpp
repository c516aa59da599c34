// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is ever lost on disk: every step of saving is made to fail, and the power is cut before each of them.
#include "sample.h"

#include "store/atomic_replace.h"
#include "store/memory_file_system.h"
#include "store/project_file.h"
#include "store/project_format.h"

#include <gmock/gmock.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sky::store::tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;
using Survived = MemoryFileSystem::Survived;

const std::string kPath = "work/shop.skyw";
constexpr std::size_t kMost = 1u << 20;

void prepare(MemoryFileSystem& disk) {
    disk.putDirectory("work");
    disk.put(kPath, "old contents", 0640);
    disk.put(kPath + "~", "older contents");
}

std::string contents(const MemoryFileSystem& disk, const std::string& path) {
    const auto bytes = disk.read(path, kMost);
    return bytes.ok() ? *bytes : "unreadable: " + bytes.error().in(Language::English);
}

const ReplaceOptions kWithBackup{.backup = true, .mode = 0666};

TEST(Replace, KeepsThePreviousVersionAndThePermissions) {
    for (const bool secondNames : {true, false}) {
        MemoryFileSystem disk;
        prepare(disk);
        disk.setSecondNames(secondNames);
        const auto replaced = replaceFile(disk, kPath, "new contents", kWithBackup);
        ASSERT_TRUE(replaced.ok());
        EXPECT_FALSE(replaced->backupProblem.has_value());
        EXPECT_EQ(contents(disk, kPath), "new contents");
        EXPECT_EQ(contents(disk, kPath + "~"), "old contents");
        EXPECT_EQ(disk.status(kPath)->mode, 0640u);
        EXPECT_EQ(disk.list("work")->size(), 2u); // nothing temporary stays
        const auto afterwards = disk.afterPowerCut(Survived::SyncedOnly);
        EXPECT_EQ(contents(*afterwards, kPath), "new contents") << "saved means saved, also without power";
    }
}

TEST(Replace, AnyFailingStepLeavesAWholeFileAndNothingElse) {
    for (const bool secondNames : {true, false})
        for (const int number : {ENOSPC, EIO, EROFS})
            for (int step = 1;; ++step) {
                MemoryFileSystem disk;
                prepare(disk);
                disk.setSecondNames(secondNames);
                disk.failStep(step, number);
                const auto replaced = replaceFile(disk, kPath, "new contents", kWithBackup);
                if (disk.steps() < step) {
                    EXPECT_GT(step, 8); // all of them were tried
                    break;
                }
                const std::string now = contents(disk, kPath);
                EXPECT_TRUE(now == "old contents" || now == "new contents") << step << ": " << now;
                const std::string backup = contents(disk, kPath + "~");
                EXPECT_TRUE(backup == "older contents" || backup == "old contents") << step << ": " << backup;
                if (replaced.ok()) {
                    EXPECT_EQ(now, "new contents") << step;
                } else {
                    EXPECT_EQ(replaced.error().place, kPath);
                    EXPECT_EQ(disk.list("work")->size(), 2u) << "step " << step;
                }
            }
}

TEST(Replace, APowerCutAtAnyMomentLeavesAWholeFile) {
    for (const bool secondNames : {true, false})
        for (int step = 1;; ++step) {
            MemoryFileSystem disk;
            prepare(disk);
            disk.setSecondNames(secondNames);
            disk.cutPowerAt(step);
            const auto replaced = replaceFile(disk, kPath, "new contents", kWithBackup);
            for (const Survived survived : {Survived::Everything, Survived::SyncedBytes, Survived::SyncedOnly}) {
                const auto afterwards = disk.afterPowerCut(survived);
                const std::string now = contents(*afterwards, kPath);
                EXPECT_TRUE(now == "old contents" || now == "new contents") << step << ": " << now;
                const std::string backup = contents(*afterwards, kPath + "~");
                EXPECT_TRUE(backup == "older contents" || backup == "old contents") << step << ": " << backup;
            }
            if (disk.steps() < step) break;
        }
}

TEST(Replace, AFullDiskIsSaidAndTheOldFileStays) {
    MemoryFileSystem disk;
    prepare(disk);
    for (std::size_t room = 0; room < 30; ++room) {
        disk.setCapacity(26 + room);
        const auto replaced = replaceFile(disk, kPath, std::string(40, 'n'), kWithBackup);
        ASSERT_FALSE(replaced.ok());
        EXPECT_EQ(replaced.error().code, ErrorCode::NotWritable);
        EXPECT_THAT(replaced.error().in(Language::English), StartsWith("work/shop.skyw: the disk is full."));
        EXPECT_EQ(contents(disk, kPath), "old contents");
        EXPECT_EQ(disk.list("work")->size(), 2u);
    }
}

TEST(Replace, FollowsASymbolicLinkAndLeavesIt) {
    MemoryFileSystem disk;
    prepare(disk);
    disk.putDirectory("home");
    disk.putSymbolicLink("home/link.skyw", "/abs.skyw");
    disk.putSymbolicLink("/abs.skyw", kPath);
    disk.putSymbolicLink("home/other.skyw", "twin.skyw");
    disk.putSymbolicLink("home/twin.skyw", "other.skyw");
    // "/abs.skyw" leads to a relative path beside "/", so name the file there.
    disk.putDirectory("/work");
    disk.put("/work/shop.skyw", "linked");
    ASSERT_TRUE(replaceFile(disk, "home/link.skyw", "through", {}).ok());
    EXPECT_EQ(contents(disk, "/work/shop.skyw"), "through");
    EXPECT_THAT(replaceFile(disk, "home/other.skyw", "x", {}).error().in(Language::English), HasSubstr("circle"));
}

TEST(Replace, RefusesWithTheReason) {
    MemoryFileSystem disk;
    prepare(disk);
    disk.put("work/fixed.skyw", "fixed", 0444);
    disk.putDirectory("sealed");
    disk.setReadOnly("sealed");
    const auto reason = [&](const std::string& path) {
        return replaceFile(disk, path, "x", {}).error().in(Language::English);
    };
    EXPECT_THAT(reason("work"), HasSubstr("folder"));
    EXPECT_THAT(reason("work/fixed.skyw"), HasSubstr("write-protected"));
    EXPECT_THAT(reason("sealed/a.skyw"), AllOf(HasSubstr("may not write here"), HasSubstr("another folder")));
    EXPECT_THAT(reason("nowhere/a.skyw"), HasSubstr("folder does not exist"));
}

TEST(ProjectFile, SavingTheSameAgainTouchesNothing) {
    MemoryFileSystem disk;
    prepare(disk);
    ASSERT_TRUE(saveFile(disk, kPath, everything(), builtinCatalog())->written);
    EXPECT_EQ(contents(disk, kPath + "~"), "old contents");
    const auto again = saveFile(disk, kPath, everything(), builtinCatalog());
    ASSERT_TRUE(again.ok());
    EXPECT_FALSE(again->written);
    EXPECT_EQ(contents(disk, kPath + "~"), "old contents"); // and does not lose the version before
    const auto opened = openAny(disk, kPath, builtinCatalog());
    ASSERT_TRUE(opened.ok());
    EXPECT_TRUE(opened->diagram == everything());
}

TEST(ProjectFile, WhatCannotBeOpenedSaysWhy) {
    MemoryFileSystem disk;
    prepare(disk);
    disk.put("work/secret.skyw", "x", 0000);
    const auto reason = [&](const std::string& path) {
        const auto opened = openAny(disk, path, builtinCatalog());
        return opened.ok() ? std::pair(ErrorCode::Cancelled, std::string())
                           : std::pair(opened.error().code, opened.error().in(Language::English));
    };
    EXPECT_EQ(reason("work/none.skyw").first, ErrorCode::NotFound);
    EXPECT_THAT(reason("work/none.skyw").second, StartsWith("work/none.skyw: there is no such file."));
    EXPECT_EQ(reason("work").first, ErrorCode::NotReadable);
    EXPECT_THAT(reason("work").second, HasSubstr("folder"));
    EXPECT_EQ(reason("work/secret.skyw").first, ErrorCode::NotReadable);
    EXPECT_THAT(reason("work/secret.skyw").second, HasSubstr("may not read"));
    EXPECT_EQ(reason(kPath).first, ErrorCode::BadFormat);
}

// The same on the real disk.
class PosixFiles : public testing::Test {
  protected:
    void SetUp() override {
        std::string pattern = testing::TempDir() + "skyw-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    [[nodiscard]] std::string at(const std::string& name) const { return m_folder + "/" + name; }
    [[nodiscard]] static std::string bytesOf(const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::string m_folder;
    FileSystem& m_files = posixFileSystem();
};

TEST_F(PosixFiles, SavesKeepsPermissionsFollowsLinksAndKeepsABackup) {
    ASSERT_TRUE(saveFile(m_files, at("a.skyw"), everything(), builtinCatalog()).ok());
    ASSERT_EQ(::chmod(at("a.skyw").c_str(), 0604), 0);
    ASSERT_EQ(::symlink("a.skyw", at("link.skyw").c_str()), 0);
    const std::string before = bytesOf(at("a.skyw"));
    ASSERT_TRUE(saveFile(m_files, at("link.skyw"), ofSize(3, 2, 1), builtinCatalog()).ok());
    EXPECT_TRUE(std::filesystem::is_symlink(at("link.skyw")));
    EXPECT_EQ(bytesOf(at("a.skyw")), *save(ofSize(3, 2, 1)));
    EXPECT_EQ(bytesOf(at("a.skyw~")), before);
    EXPECT_EQ(m_files.status(at("a.skyw"))->mode, 0604u);
    ASSERT_TRUE(saveFile(m_files, at("a.skyw"), everything(), builtinCatalog()).ok()); // over an existing backup
    EXPECT_EQ(bytesOf(at("a.skyw~")), *save(ofSize(3, 2, 1)));
    EXPECT_THAT(*m_files.list(m_folder), testing::ElementsAre("a.skyw", "a.skyw~", "link.skyw"));
}

TEST_F(PosixFiles, RefusesDirectoriesPipesAndWhatIsTooLarge) {
    ASSERT_EQ(::mkfifo(at("pipe").c_str(), 0600), 0);
    std::ofstream(at("big")) << std::string(100, 'x');
    EXPECT_EQ(m_files.read(at("big"), 100)->size(), 100u);
    EXPECT_EQ(m_files.read(at("big"), 99).error().code, ErrorCode::TooLarge);
    EXPECT_THAT(m_files.read(at("pipe"), 99).error().in(Language::English), HasSubstr("no ordinary file"));
    EXPECT_THAT(m_files.read(m_folder, 99).error().in(Language::English), HasSubstr("folder"));
    EXPECT_EQ(m_files.read(at("none"), 99).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_files.read(at("big/below"), 99).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_files.read("/proc/self/stat", 5000)->find('('), std::to_string(::getpid()).size() + 1);
    ASSERT_EQ(::truncate(at("big").c_str(), 300LL << 20), 0); // no 300 MB are read to find out
    EXPECT_EQ(openAny(m_files, at("big"), builtinCatalog()).error().code, ErrorCode::TooLarge);
}

TEST_F(PosixFiles, AReadOnlyFolderIsSaidAndNothingIsLeftBehind) {
    ASSERT_EQ(::chmod(m_folder.c_str(), 0555), 0);
    const pid_t child = ::fork(); // root may write anywhere, so be somebody else for a moment
    if (child == 0) {
        constexpr uid_t kNobody = 65534;
        if (::geteuid() == 0 && ::setuid(kNobody) != 0) ::_exit(2);
        const auto saved = saveFile(m_files, at("a.skyw"), everything(), builtinCatalog());
        const bool said = !saved.ok() && saved.error().code == ErrorCode::NotWritable &&
                          saved.error().in(Language::English).find("may not write here") != std::string::npos;
        ::_exit(said ? 0 : 1);
    }
    int status = -1;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    ASSERT_EQ(::chmod(m_folder.c_str(), 0700), 0);
    EXPECT_TRUE(m_files.list(m_folder)->empty());
}

TEST_F(PosixFiles, MakesFoldersAllTheWay) {
    ASSERT_TRUE(m_files.makeDirectories(at("one/two/three"), 0700).ok());
    EXPECT_EQ(m_files.status(at("one/two/three"))->kind, FileKind::Directory);
    ASSERT_TRUE(m_files.makeDirectories(at("one/two/three"), 0700).ok());
    std::ofstream(at("file")) << "x";
    EXPECT_FALSE(m_files.makeDirectories(at("file/four"), 0700).ok());
}

TEST_F(PosixFiles, LeftoversOfDeadProgramsAreRemoved) {
    std::ofstream(at(".a.skyw.skyw-new-999999999-1")) << "x";
    std::ofstream(at(".b.skyw.skyw-new-" + std::to_string(::getpid()) + "-1")) << "x";
    std::ofstream(at("c.skyw")) << "x";
    removeLeftovers(m_files, m_folder);
    EXPECT_EQ(m_files.list(m_folder)->size(), 2u);
}

} // namespace
} // namespace sky::store::tests
