// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/cancel.h"

#include <gtest/gtest.h>

#include <mutex>
#include <set>
#include <thread>
#include <vector>

using namespace sky;

TEST(CancelToken, StopsEveryCopyFromAnyThread) {
    const CancelToken token = CancelToken::make();
    std::vector<std::thread> workers;
    for (int i = 0; i < 3; ++i)
        workers.emplace_back([copy = token] {
            while (!copy.cancelled()) std::this_thread::yield();
        });
    token.cancel();
    for (std::thread& worker : workers) worker.join();
    EXPECT_TRUE(token.cancelled());
    const CancelToken never;
    never.cancel();
    EXPECT_FALSE(never.cancelled());
    EXPECT_EQ(cancelledError().code, ErrorCode::Cancelled);
}

TEST(Progress, ReportsEachThousandthOnce) {
    std::vector<int> reported;
    const Progress progress(CancelToken(), [&](int permille) { reported.push_back(permille); });
    for (std::uint64_t i = 0; i <= 1'000'000; ++i) progress.report(i, 1'000'000);
    ASSERT_EQ(reported.size(), 1001u);
    for (int i = 0; i <= 1000; ++i) EXPECT_EQ(reported[static_cast<std::size_t>(i)], i);
    progress.report(1, 1'000'000);
    progress.report(0, 0);
    EXPECT_EQ(reported.size(), 1001u);
}

TEST(Progress, NobodyNeedListen) {
    Progress().report(1, 2);
    const CancelToken token = CancelToken::make();
    const Progress progress(token);
    progress.report(1, 2);
    EXPECT_FALSE(progress.cancelled());
    token.cancel();
    EXPECT_TRUE(progress.cancelled());
}

TEST(Progress, ManyThreadsMayReport) {
    std::mutex guard;
    std::multiset<int> reported;
    const Progress progress(CancelToken(), [&](int permille) {
        const std::lock_guard lock(guard);
        reported.insert(permille);
    });
    std::vector<std::thread> workers;
    for (int t = 0; t < 3; ++t)
        workers.emplace_back([&] {
            for (std::uint64_t i = 0; i <= 10'000; ++i) progress.report(i, 10'000);
        });
    for (std::thread& worker : workers) worker.join();
    for (const int each : reported) EXPECT_EQ(reported.count(each), 1u);
    EXPECT_EQ(reported.count(1000), 1u);
}
