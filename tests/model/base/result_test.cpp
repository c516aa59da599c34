// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

using namespace sky;

namespace {

Result<std::vector<int>> numbers() {
    return std::vector<int>{1, 2, 3};
}
Result<std::unique_ptr<int>> owned() {
    return std::make_unique<int>(7);
}
Error failure() {
    return {ErrorCode::NotFound, "shop.sky", say("There is no such file.", "파일이 없습니다."), {}};
}

} // namespace

TEST(Result, HoldsAValueOrAnError) {
    const Result<int> good = 5;
    EXPECT_TRUE(good.ok());
    EXPECT_EQ(*good, 5);
    const Result<int> bad = failure();
    EXPECT_FALSE(bad);
    EXPECT_EQ(bad.error().code, ErrorCode::NotFound);
    EXPECT_EQ(bad.error().in(Language::Korean), "shop.sky: 파일이 없습니다.");
    EXPECT_TRUE(Result<void>().ok());
    EXPECT_FALSE(Result<void>(failure()).ok());
}

TEST(Result, ATemporaryMayBeWalkedAndMovedFrom) {
    int sum = 0;
    for (const int each : *numbers()) sum += each;
    EXPECT_EQ(sum, 6);
    const std::unique_ptr<int> mine = owned().value();
    EXPECT_EQ(*mine, 7);
}

TEST(Result, AskingForWhatIsNotThereIsABug) {
    const Result<int> bad = failure();
    EXPECT_DEATH((void)bad.value(), "value of a failed result");
    const Result<int> good = 5;
    EXPECT_DEATH((void)good.error(), "error of a good result");
}
